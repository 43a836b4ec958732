"""From single values to a chart, if they and what is asked for fit together."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from babel.core import Locale

from iomdocs.charts import axes, colours
from iomdocs.charts.plot import Event, Kind, Mark, Plot, Series
from iomdocs.diagnostics import Problem
from iomdocs.facts import text
from iomdocs.facts.model import Value
from iomdocs.facts.values import Day, Money, Number, Share

Amount = Number | Money | Share


@dataclass(frozen=True, slots=True)
class Point:
    """A value to be drawn.

    Attributes:
        series: the name of what it belongs to.
        where: its date or category in words.
        day: its date; ``None`` for a category.
        value: what is drawn.
    """

    series: str
    where: str
    day: Day | None
    value: Amount


class TooFewValues(Problem):
    """What is asked for makes sense, but there are not enough values for it."""


def is_amount(value: Value | None) -> bool:
    """Whether a value can be drawn: a number, money or a share."""
    return isinstance(value, Number | Money | Share)


def assemble(
    kind: Kind, points: Sequence[Point], measure: str, locale: Locale, events: Sequence[Event] = ()
) -> Plot:
    """The chart.

    :raises TooFewValues: a line of one value, a stack of one series or with holes (C004).
    :raises Problem: the kind does not fit the values in another way (C004).
    """
    _check_number_of_series(kind, points)
    in_time = all(point.day for point in points)
    if kind == "bar" or not in_time:
        return _compared(kind, points, measure, locale, events)
    names = dict.fromkeys(point.series for point in points)
    _check_places(points)
    series = [_in_time(name, points, locale) for name in names]
    _check_times(kind, series)
    return Plot(
        kind=kind,
        series=series,
        measure=measure,
        locale=locale,
        events=events,
        has_months=all(point.day and point.day.precision != "year" for point in points),
    )


def _in_time(name: str, points: Sequence[Point], locale: Locale) -> Series:
    marks = [
        _mark(axes.place(point.day), point, locale)
        for point in points
        if point.series == name and point.day
    ]
    return Series(name, sorted(marks, key=lambda mark: mark.place))


def _compared(
    kind: Kind, points: Sequence[Point], measure: str, locale: Locale, events: Sequence[Event]
) -> Plot:
    """Values side by side; those of one series over time may also stand upright."""
    if kind in {"line", "area"}:
        hint = "write :kind: bar, or name a column with dates in x"
        raise Problem("C004", f"a chart of kind '{kind}' needs dates", hint)
    if events:
        hint = "write :kind: line or area, or leave out events"
        raise Problem("C004", "events need an axis of time, which bars do not have", hint)
    names = list(dict.fromkeys(point.series for point in points))
    by_day = all(point.day for point in points)
    ordered = sorted(points, key=lambda p: axes.place(p.day) if p.day else 0) if by_day else points
    _check_places(points)
    many = len(names) > 1
    places = list(dict.fromkeys(point.where for point in ordered)) if many else []
    series = []
    for name in names:
        own = [point for point in ordered if point.series == name]
        at = [places.index(point.where) if many else n for n, point in enumerate(own)]
        marks = [_mark(place, point, locale) for place, point in zip(at, own, strict=True)]
        series.append(Series(name, marks))
    if not many and not by_day:
        places = [point.where for point in ordered]
    return Plot(kind=kind, series=series, measure=measure, locale=locale, categories=places)


def _check_places(points: Sequence[Point]) -> None:
    """Each series has one value for a place."""
    for (series, where), times in Counter((point.series, point.where) for point in points).items():
        if times > 1:
            hint = "choose rows with where, or tell them apart by a column in series"
            raise Problem("C004", f"'{series}' has {times} values for '{where}'", hint)


def _mark(place: float, point: Point, locale: Locale) -> Mark:
    value = point.value
    amount = value.percent if isinstance(value, Share) else value.amount
    exact = not value.qualifier and not (point.day and point.day.approximate)
    return Mark(place, point.where, amount, text.bare(value, locale), exact)


def _check_number_of_series(kind: Kind, points: Sequence[Point]) -> None:
    count = len({point.series for point in points})
    if count > len(colours.SIGNS):
        hint = f"up to {len(colours.SIGNS)} can be told apart; make two charts"
        raise Problem("C004", f"the chart has {count} series", hint)
    if kind == "area" and count > 1:
        hint = "write :kind: stacked for parts of a whole, or line"
        raise Problem("C004", "areas of several series would cover each other", hint)
    if kind == "stacked" and count == 1:
        hint = "write :kind: area or bar"
        raise TooFewValues("C004", "there is one series, and nothing to put on top of it", hint)
    least = min(value.percent if isinstance(value, Share) else value.amount
                for value in (point.value for point in points))  # fmt: skip
    if kind == "stacked" and least < 0:
        raise Problem("C004", "values below nought cannot be stacked", "write :kind: line or bar")


def _check_times(kind: Kind, series: Sequence[Series]) -> None:
    for each in series:
        if len(each.marks) == 1:
            hint = "write :kind: bar, or show the value with {fact}"
            raise TooFewValues("C004", f"'{each.name}' has one value, which makes no line", hint)
        if kind != "stacked":
            continue
        missing = {mark.where for one in series for mark in one.marks}
        missing -= {mark.where for mark in each.marks}
        if missing:
            hint = "bound the time with from and to, or write :kind: line"
            where = ", ".join(sorted(missing))
            raise TooFewValues("C004", f"'{each.name}' has no value for {where}", hint)
