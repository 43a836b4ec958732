"""The rows of the table: what is compared with what, and what the ratio must reach."""

from __future__ import annotations

import statistics
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from tests.bench.processes import Cost, Failed
from tests.bench.sides import FORMATS, SIDES, Bench


class Figure(NamedTuple):
    """What of a cost is compared."""

    of: Callable[[Cost, int], float]
    """The figure of a cost and the number of pages."""
    form: str
    """How it is printed."""
    has_processor: bool
    """Whether the time of processors says something beside it."""


TIME = Figure(lambda cost, _pages: cost.seconds, "{:.2f} s", has_processor=True)
TIME_OF_PAGE = Figure(
    lambda cost, pages: cost.seconds / pages * 1000, "{:.1f} ms a page", has_processor=True
)
WAIT = Figure(lambda cost, _pages: cost.seconds, "{:.2f} s", has_processor=False)
MEMORY = Figure(lambda cost, _pages: cost.together, "{:.0f} MB", has_processor=False)


@dataclass(frozen=True)
class Row:
    """A ratio of two sides, by their names in ``SIDES``."""

    name: str
    title: str
    one: str
    other: str
    most: float
    figure: Figure = TIME


ROWS = (
    Row("cold", "three formats, cold, {few} pages / stock HTML", "ours", "stock", 0.35),
    Row("long-book", "the same, {many} pages", "ours-many", "stock-many", 0.10),
    Row("html-alone", "HTML, {few} pages / theme basic", "ours-html", "stock-basic", 1.5),
    *(
        Row(
            f"growth-{name}",
            f"growth, {name}: a page of {{many}} / of {{few}}",
            f"ours-{name}-many",
            f"ours-{name}",
            1.15,
            TIME_OF_PAGE,
        )
        for name in FORMATS
    ),
    Row(
        "fact-changed", "one fact changed, {few} pages / stock HTML", "ours-changed", "stock", 0.06
    ),
    Row("nothing-changed", "nothing changed / stock, the same", "ours-again", "stock-again", 1.0),
    Row(
        "save-to-reload",
        "save to page, {few} pages / sphinx-autobuild",
        "ours-saved",
        "stock-saved",
        0.2,
        WAIT,
    ),
    Row("verify", "files read again, {few} pages / stock HTML", "ours-verified", "stock", 0.15),
    Row("cost-of-facts", "20 facts a page / plain text", "ours-facts", "ours-plain", 1.15),
    Row(
        "memory",
        "peak memory, three formats, {many} pages / stock HTML",
        "ours-many",
        "stock-many",
        1.3,
        MEMORY,
    ),
)
"""A row that is added here is measured and printed."""


def selected(names: Sequence[str]) -> Sequence[Row]:
    """The rows with these names, or whose names begin with one: ``growth`` is three; all for none.

    :raises ValueError: no row has one of the names.
    """
    for name in names:
        if not any(_is_named(row, name) for row in ROWS):
            msg = f"there is no row {name!r}; choose from {', '.join(row.name for row in ROWS)}"
            raise ValueError(msg)
    return [row for row in ROWS if not names or any(_is_named(row, name) for name in names)]


def _is_named(row: Row, name: str) -> bool:
    return row.name == name or row.name.startswith(f"{name}-")


@dataclass
class Measured:
    """What was measured so far: the costs of each side in the order of the runs, or its failure."""

    costs: dict[str, list[Cost]]
    failures: dict[str, str]

    def pairs(self, row: Row) -> Sequence[tuple[Cost, Cost]]:
        """The costs of both sides in each run; one that was measured once is in every pair."""
        ones, others = (self.costs.get(name, []) for name in (row.one, row.other))
        if SIDES[row.other].once:
            others = others * len(ones)
        return list(zip(ones, others, strict=False))


def measure(
    bench: Bench, rows: Sequence[Row], runs: int, measured: Measured, say: Callable[[str], object]
) -> None:
    """Measure the sides of rows so often; the sides that rows share take turns together.

    :param measured: where the costs are put, so that those of a run that is stopped stay.
    """
    for names in _groups(rows):
        try:
            for number in range(runs):
                for name in names:
                    if name in measured.failures or (SIDES[name].once and number):
                        continue
                    _take(bench, name, number, measured, say)
        finally:
            bench.previews.close()


def _take(
    bench: Bench, name: str, number: int, measured: Measured, say: Callable[[str], object]
) -> None:
    side = SIDES[name]
    pages = bench.book(side.length).pages
    try:
        cost = side.take(bench, number)
    except Failed as failed:
        measured.failures[name] = str(failed)
        say(f"{number + 1}. {side.title}, {pages} pages: failed\n{failed}")
        return
    measured.costs.setdefault(name, []).append(cost)
    memory = f", {cost.together:.0f} MB" if cost.together else ""
    say(f"{number + 1}. {side.title}, {pages} pages: {cost.seconds:.2f} s{memory}")


def _groups(rows: Sequence[Row]) -> Sequence[Sequence[str]]:
    """The names of sides that are measured in turns: those of a row, and of rows that share one."""
    groups: list[list[str]] = []
    for row in rows:
        sides = [row.one, row.other]
        for group in [group for group in groups if set(group) & set(sides)]:
            groups.remove(group)
            sides = group + sides
        groups.append(list(dict.fromkeys(sides)))
    return groups


HEADS = ("row", "what / against", "this", "other", "ratio", "CPU", "must reach", "reached")


def table(bench: Bench, rows: Sequence[Row], measured: Measured) -> str:
    """The rows as a table in Markdown."""
    lines = [HEADS, ("---",) * len(HEADS), *(_line(bench, row, measured) for row in rows)]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def _line(bench: Bench, row: Row, measured: Measured) -> Sequence[str]:
    title = row.title.format(few=bench.few.pages, many=bench.many.pages)
    begin = (f"`{row.name}`", title)
    most = f"at most {row.most:.2f}"
    pairs = measured.pairs(row)
    if not pairs or {row.one, row.other} & measured.failures.keys():
        return (*begin, "", "", "not measured", "", most, "no")
    ones = list(_figures(bench, row, row.one, [one for one, _ in pairs]))
    others = list(_figures(bench, row, row.other, [other for _, other in pairs]))
    ratios = [one / other for one, other in zip(ones, others, strict=True)]
    processor = ""
    if row.figure.has_processor:
        processor = f"{statistics.median(_processors(bench, row, pairs)):.2f}"
    return (
        *begin,
        _spread(ones, row.figure.form),
        _spread(others, row.figure.form),
        _spread(ratios, "{:.2f}"),
        processor,
        most,
        "yes" if statistics.median(ratios) <= row.most else "no",
    )


def _figures(bench: Bench, row: Row, name: str, costs: Sequence[Cost]) -> Iterator[float]:
    pages = bench.book(SIDES[name].length).pages
    return (row.figure.of(cost, pages) for cost in costs)


def _processors(bench: Bench, row: Row, pairs: Sequence[tuple[Cost, Cost]]) -> Iterator[float]:
    """The ratios of the time of all processors."""
    costs = [[cost._replace(seconds=cost.processor) for cost in pair] for pair in pairs]
    ones = _figures(bench, row, row.one, [one for one, _ in costs])
    others = _figures(bench, row, row.other, [other for _, other in costs])
    return (one / other for one, other in zip(ones, others, strict=True))


def _spread(figures: Sequence[float], form: str) -> str:
    """The median, and the least and the most if there are several."""
    median = form.format(statistics.median(figures))
    if len(set(figures)) == 1:
        return median
    number = form.partition("}")[0] + "}"
    least, most = number.format(min(figures)), number.format(max(figures))
    return f"{median} ({least} to {most})"
