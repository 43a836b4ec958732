"""What a chart is to show: series of marks, in finished words; how it looks is not told here."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Literal

from babel.core import Locale

Kind = Literal["line", "bar", "area", "stacked"]


@dataclass(frozen=True, slots=True)
class Mark:
    """One value.

    Attributes:
        place: where it stands: a date as :func:`iomdocs.charts.axes.place` has it, or the number
            of a category, counted from 0.
        where: the date or category in words.
        amount: the value.
        words: the value in words, without what it counts.
        exact: whether neither the value nor its date is approximate.
    """

    place: float
    where: str
    amount: float
    words: str
    exact: bool = True


@dataclass(frozen=True, slots=True)
class Series:
    """Values that belong together, in the order of their places."""

    name: str
    marks: Sequence[Mark]


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happened, shown as a line across the chart with the number of its note."""

    place: float
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Plot:
    """A chart.

    ``measure`` says what all its values count. ``categories`` are the names of what is compared;
    without them the marks stand in time.
    """

    kind: Kind
    series: Sequence[Series]
    measure: str
    locale: Locale
    categories: Sequence[str] = ()
    events: Sequence[Event] = field(default=())
    has_months: bool = False
    """Whether all dates are known to the month at least."""

    @property
    def marks(self) -> Sequence[Mark]:
        """The values of all series."""
        return [mark for series in self.series for mark in series.marks]

    @property
    def has_approximate(self) -> bool:
        """Whether any value or its date is approximate."""
        return not all(mark.exact for mark in self.marks)
