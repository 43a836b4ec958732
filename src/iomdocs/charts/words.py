"""What a drawing shows, in words: its alternative for readers who do not see it.

Written from the same data as the drawing, so that it cannot say anything else.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from babel.core import Locale

from iomdocs.charts.maps import Group
from iomdocs.charts.plot import Mark, Plot, Series
from iomdocs.facts import text
from iomdocs.facts.values import Number

_ALL = 8
"""Values side by side up to which each is said."""
_LARGEST = 3


def of_plot(plot: Plot) -> str:
    """Kind, measure, the course of each series or its values, and the events that are marked."""
    kind = text.phrase(f"drawn-{plot.kind}", plot.locale).format(plot.measure)
    sentences = [f"{_of_series(plot, series)}." for series in plot.series]
    if plot.events:
        events = "; ".join(f"{number} {each.words}" for number, each in enumerate(plot.events, 1))
        sentences.append(text.phrase("marked", plot.locale).format(events))
    return " ".join([kind, *sentences])


def of_map(groups: Sequence[Group], locale: Locale) -> str:
    """How many countries belong to each group."""
    counts = [
        f"{group.name} {text.value_text(Number(len(group.codes)), locale)}" for group in groups
    ]
    return text.phrase("drawn-map", locale).format("; ".join(counts))


def _of_series(plot: Plot, series: Series) -> str:
    if plot.categories or plot.kind == "bar":
        return _of_bars(plot, series)
    return _course(plot, series)


def _of_bars(plot: Plot, series: Series) -> str:
    values = [f"{mark.where} {mark.words}" for mark in series.marks]
    if len(values) <= _ALL:
        return text.phrase("bars", plot.locale).format(series.name, "; ".join(values))
    ranked = sorted(series.marks, key=lambda mark: -mark.amount)
    largest = "; ".join(f"{mark.where} {mark.words}" for mark in ranked[:_LARGEST])
    smallest = f"{ranked[-1].where} {ranked[-1].words}"
    count = text.value_text(Number(len(values)), plot.locale)
    return text.phrase("bars-ends", plot.locale).format(series.name, largest, smallest, count)


def _course(plot: Plot, series: Series) -> str:
    first, last = series.marks[0], series.marks[-1]
    ends = text.phrase("course", plot.locale).format(series.name, *_said(first, last))
    lowest = min(series.marks, key=lambda mark: mark.amount)
    highest = max(series.marks, key=lambda mark: mark.amount)
    if {lowest.amount, highest.amount} <= {first.amount, last.amount}:
        return ends
    return ends + text.phrase("extremes", plot.locale).format(*_said(lowest, highest))


def _said(*marks: Mark) -> Iterator[str]:
    for mark in marks:
        yield from (mark.words, mark.where)
