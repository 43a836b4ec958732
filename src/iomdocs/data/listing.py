"""Facts as lines for a terminal: all of them, one with everything, those to be looked at again."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import zip_longest

from iomdocs.data.book import Book
from iomdocs.diagnostics import Location, Problem, nearest, shown_path
from iomdocs.facts import text
from iomdocs.facts.derivations import compare_fact
from iomdocs.facts.model import Fact, Statement
from iomdocs.facts.tables import Row, Table
from iomdocs.facts.values import Day

_WIDEST = 48
"""Letters of a value in a list; a longer one is cut, and whole in the account of its fact."""


def listed(book: Book, topic: str = "") -> Iterator[str]:
    """A line for each fact with id, value, as of and label.

    :param topic: take only facts whose id is this or begins with it: ``membership`` or
        ``membership.dates``.
    :raises Problem: there are none (F001, with the nearest topics).
    """
    facts = [fact for fact in book.facts() if not topic or _is_below(fact.id, topic)]
    if topic and not facts:
        every = book.reader.facts
        hint = nearest(topic, [*(each.id for each in every.topics), *every])
        raise Problem("F001", f"no fact begins with '{topic}'", hint)
    rows = []
    for fact in facts:
        words, as_of = _shown(book, fact)
        rows.append((fact.id, _cut(words), as_of, fact.label))
    return _columns(rows)


def _is_below(id_: str, topic: str) -> bool:
    return f"{id_}.".startswith(f"{topic.rstrip('.')}.")


def _shown(book: Book, fact: Fact) -> tuple[str, str]:
    """What pages print of a fact, and when it holds; or that nothing was known."""
    statement = book.shown(fact)
    try:
        if statement is None:
            reading = book.reader.read(fact.id)
            return reading.text, reading.as_of
    except Problem as problem:
        return problem.message, ""
    return _quantity(book, fact, statement), book.reader.reading(fact, statement).as_of


def _cut(words: str) -> str:
    return words if len(words) <= _WIDEST else words[: _WIDEST - 1].rstrip() + "\u2026"


def _quantity(book: Book, fact: Fact, statement: Statement) -> str:
    reading = book.reader.reading(fact, statement)
    return " ".join(filter(None, (reading.text, reading.unit)))


def _rows(book: Book, fact: Fact, statement: Statement) -> Sequence[Row]:
    """The rows of a table: of the one that pages show, those of the day."""
    if not isinstance(statement.value, Table):
        return ()
    is_shown = statement is book.shown(fact)
    return (book.reader.table(fact.id)[2] if is_shown else statement.value).rows


def _columns(rows: Sequence[Sequence[str]]) -> Iterator[str]:
    widths = [max(map(len, column)) for column in zip_longest(*rows, fillvalue="")]
    for row in rows:
        cells = [cell.ljust(width) for cell, width in zip(row, widths, strict=True)]
        yield "  ".join(cells).rstrip()


def account(book: Book, fact: Fact) -> Iterator[str]:
    """Everything that the records say of a fact, and the pages that show it."""
    yield f"{fact.id}: {fact.label}"
    words, as_of = _shown(book, fact)
    yield from _fields(
        {
            "shown": " ".join(filter(None, (words, as_of))),
            "unit": " / ".join(filter(None, (fact.unit, fact.unit_one))),
            "note": fact.note,
            "follows from": repr(fact.derived_from) if fact.derived_from else "",
            "review after": _day(book, fact.review_after) if fact.review_after else "",
            "record": _place(fact.location),
            "shown on": ", ".join(book.used_on.get(fact.id, ())) or "no page",
        }
    )
    compared = _compared(book, fact)
    for number, (each, words) in enumerate(zip(fact.statements, compared, strict=True), 1):
        yield f"  statement {number}"
        yield from _statement(book, fact, each, words)


def _statement(book: Book, fact: Fact, statement: Statement, compared: str) -> Iterator[str]:
    times = {name: getattr(statement, name) for name in ("at", "start", "end")}
    fields = {
        "value": _quantity(book, fact, statement),
        "compared": compared,
        **{name: _day(book, day) for name, day in times.items() if day},
        "rank": statement.rank,
        "confidence": statement.confidence,
        "note": statement.note,
        "record": _place(statement.location),
    }
    yield from _fields(fields, "    ")
    for key in statement.sources:
        yield from _fields({"source": _source(book, key)}, "    ")
    for end, start in statement.value.vacancies() if isinstance(statement.value, Table) else ():
        words = text.phrase("vacant", book.reader.locale).format(_day(book, end), _day(book, start))
        yield from _fields({"gap": words}, "    ")
    for row in _rows(book, fact, statement):
        yield from _fields({"row": _row(book, row)}, "    ")


def _compared(book: Book, fact: Fact) -> Iterator[str]:
    """What the figure of each statement stands beside, if the fact follows from others."""
    compared = compare_fact(fact, book.reader.facts)
    for statement in fact.statements:
        found = [text.compared(c, book.reader.locale) for c in compared if c.statement is statement]
        yield "".join(found)


def derived(book: Book) -> Iterator[str]:
    """A line for each derived figure: place, id, time, text, what follows, and how the two fit."""
    rows = []
    for comparison in book.reader.facts.comparisons:
        fact, statement = comparison.fact, comparison.statement
        rows.append(
            (
                _place(statement.location),
                fact.id,
                book.reader.reading(fact, statement).as_of,
                _cut(_quantity(book, fact, statement)),
                text.compared(comparison, book.reader.locale),
                comparison.outcome,
            )
        )
    return _columns(rows)


def _row(book: Book, row: Row) -> str:
    locale = book.reader.locale
    cells = {name: cell for name, cell in row.cells.items() if cell is not None}
    told = [f"{name}: {text.value_text(cell, locale)}" for name, cell in cells.items()]
    note = "" if "note" in cells else row.note
    sources = f"sources: {', '.join(row.sources)}"
    return "; ".join(filter(None, (row.key, *told, row.confidence, note, sources)))


def _source(book: Book, key: str) -> str:
    source = book.reader.facts.sources[key]
    year = f"({source.year})" if source.year else ""
    return " ".join(filter(None, (f"{key}:", source.title, year, source.url)))


def _fields(fields: dict[str, str], indent: str = "  ") -> Iterator[str]:
    for name, words in fields.items():
        if words:
            yield f"{indent}{name}: {words}"


def _day(book: Book, day: Day) -> str:
    return text.value_text(day, book.reader.locale)


def _place(location: Location) -> str:
    return f"{shown_path(location.path)}:{location.line}"


def stale(book: Book, day: date) -> Iterator[str]:
    """A line for each fact that was to be reviewed before ``day``, the longest overdue first."""
    rows = [
        (_place(fact.location), fact.id, fact.label, f"to be reviewed since {_day(book, after)}")
        for after, fact in book.reader.facts.overdue(day)
    ]
    return _columns(rows)
