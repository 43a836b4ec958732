"""Facts and what they are made of: typed values, statements, tables.

The vocabulary is Wikidata's: a fact has statements; a statement has a value, a time, sources and a
rank. All records are frozen and hold data only; :mod:`iomdocs.facts.registry` checks them together
and :mod:`iomdocs.facts.text` turns them into words.
"""

from __future__ import annotations

import calendar
import math
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from babel.core import get_global

from iomdocs.diagnostics import Location

Rank = Literal["preferred", "normal", "deprecated"]
Confidence = Literal["confirmed-by-source", "two-sources", "recalled-unverified"]
Precision = Literal["day", "month", "year"]
Qualifier = Literal["", "about", "more than", "less than"]
ColumnType = Literal["text", "number", "day"]

_PRECISION: Mapping[int, Precision] = {4: "year", 7: "month", 10: "day"}
"""Precision by the length of the written date."""

_DAY = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?(~?)")


@dataclass(frozen=True, slots=True)
class Day:
    """A date that knows how precisely it is known.

    Written as in Extended Date/Time Format (ISO 8601-2, level 1): ``2024-04-29``, ``2024-04``,
    ``2024``, and ``1957~`` for an approximate date.

    :raises ValueError: the text has another form or names a day that does not exist.
    """

    iso: str

    def __post_init__(self) -> None:
        match = _DAY.fullmatch(self.iso)
        if not match:
            msg = f"'{self.iso}' is not a date; write 2024-04-29, 2024-04, 2024 or 2024~ (about)"
            raise ValueError(msg)
        year, month, day = match[1], match[2] or "01", match[3] or "01"
        try:
            date(int(year), int(month), int(day))
        except ValueError:
            msg = f"'{self.iso}' is not a day of the calendar"
            raise ValueError(msg) from None

    @property
    def approximate(self) -> bool:
        """Whether the date is only about right."""
        return self.iso.endswith("~")

    @property
    def plain(self) -> str:
        """The date as ISO 8601 text without the mark for approximation."""
        return self.iso.removesuffix("~")

    @property
    def precision(self) -> Precision:
        """What is known: the day, the month or only the year."""
        return _PRECISION[len(self.plain)]

    @property
    def first(self) -> date:
        """The first calendar day that the date can mean."""
        parts = [int(part) for part in self.plain.split("-")]
        return date(*[*parts, 1, 1][:3])

    @property
    def last(self) -> date:
        """The last calendar day that the date can mean."""
        first = self.first
        if self.precision == "day":
            return first
        month = first.month if self.precision == "month" else 12
        return date(first.year, month, calendar.monthrange(first.year, month)[1])


@dataclass(frozen=True, slots=True)
class Number:
    """A count or measure; ``qualifier`` says how it bounds the true one."""

    amount: int | float
    qualifier: Qualifier = ""

    def __post_init__(self) -> None:
        if not math.isfinite(self.amount):
            msg = f"{self.amount} is not a number that can be printed"
            raise ValueError(msg)


@dataclass(frozen=True, slots=True)
class Money:
    """An amount in a currency (ISO 4217), in whole units of it: dollars, not millions."""

    amount: int | float
    currency: str
    qualifier: Qualifier = ""

    def __post_init__(self) -> None:
        if self.currency not in get_global("all_currencies"):
            msg = f"'{self.currency}' is not a currency; write its code of ISO 4217, such as USD"
            raise ValueError(msg)


@dataclass(frozen=True, slots=True)
class Share:
    """A part of a whole in per cent: ``Share(3.7)`` is 3.7 per cent."""

    percent: int | float
    qualifier: Qualifier = ""


@dataclass(frozen=True, slots=True)
class Period:
    """A stretch of time, both ends included."""

    start: Day
    end: Day

    def __post_init__(self) -> None:
        if self.end.last < self.start.first:
            msg = f"the period ends on {self.end.iso}, before it starts on {self.start.iso}"
            raise ValueError(msg)


@dataclass(frozen=True, slots=True)
class Person:
    """A person by name; ``country`` as the source names it, for the data."""

    name: str
    country: str = ""


@dataclass(frozen=True, slots=True)
class Place:
    """A place by name, as a reader would write it."""

    name: str


@dataclass(frozen=True, slots=True)
class Items:
    """A list of short texts, in the order of the source."""

    items: Sequence[str]

    def __post_init__(self) -> None:
        if not any(item.strip() for item in self.items):
            msg = "the list has no items"
            raise ValueError(msg)


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """A column of a table: its name in the file, its heading, and how its cells are read."""

    name: str
    label: str
    type: ColumnType = "text"


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table: its key, its cells by column (``None`` where empty), its sources.

    ``confidence`` is that of the whole table where the file does not say.
    """

    key: str
    cells: Mapping[str, Value | None]
    sources: Sequence[str]
    confidence: Confidence | None = None
    note: str = ""
    location: Location = field(default=Location(""), compare=False, repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """Rows kept in a CSV file beside the record module.

    ``key`` names the column that tells rows apart; a column ``sources`` with source keys is
    required in the file. ``rows`` is filled when the file is read.
    """

    file: str
    key: str
    columns: Sequence[Column]
    rows: Sequence[Row] = ()


Value = str | Number | Money | Share | Day | Period | Person | Place | Items | Table


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """One value that sources give for a fact, and when it holds.

    ``at`` is the point in time of a measurement or event; ``start`` and ``end`` bound a state of
    affairs. A statement has one or the other.
    """

    value: Value
    sources: Sequence[str]
    confidence: Confidence
    at: Day | None = None
    start: Day | None = None
    end: Day | None = None
    rank: Rank = "normal"
    note: str = ""
    location: Location = field(default=Location(""), compare=False, repr=False)

    @property
    def time(self) -> Day | None:
        """The day by which statements of one fact are put in order."""
        return self.at or self.start

    def known_on(self, day: date) -> bool:
        """Whether the statement is in force on ``day`` or was made before it."""
        if self.time is None or self.time.first > day:
            return False
        return self.end is None or day <= self.end.last

    def overlaps(self, other: Statement) -> bool:
        """Whether both can speak of the same day, as precisely as their dates are known."""
        mine, theirs = self._span(), other._span()
        return mine[0] <= theirs[1] and theirs[0] <= mine[1]

    def _span(self) -> tuple[date, date]:
        if self.at:
            return self.at.first, self.at.last
        first = self.start.first if self.start else date.min
        return first, self.end.last if self.end else date.max


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """Something that can be said of the subject, with all that sources say of it.

    ``id`` is dotted and lower-case, its first part the topic: ``membership.states``. ``unit`` is
    what a number counts, in the plural: ``Member States``.
    """

    id: str
    label: str
    statements: Sequence[Statement]
    unit: str = ""
    review_after: Day | None = None
    note: str = ""
    location: Location = field(default=Location(""), compare=False, repr=False)

    def on(self, day: date) -> Statement | None:
        """The statement to show on ``day``, or ``None`` if nothing was known by then.

        Among the statements in force or last known that day and not deprecated, the latest date
        wins; those whose dates overlap the latest are put in order by rank, then by date.
        """
        known = [s for s in self.statements if s.rank != "deprecated" and s.known_on(day)]
        if not known:
            return None
        latest = max(known, key=_by_time)
        return max(
            (s for s in known if s.overlaps(latest)),
            key=lambda s: (s.rank == "preferred", _by_time(s)),
        )

    def disputed(self, day: date) -> tuple[Statement, ...]:
        """The statements that speak of the same time as ``on(day)`` and give another value."""
        shown = self.on(day)
        if shown is None:
            return ()
        return tuple(s for s in self.statements if s.value != shown.value and s.overlaps(shown))


def _by_time(statement: Statement) -> date:
    return statement.time.first if statement.time else date.min


@dataclass(frozen=True, slots=True, kw_only=True)
class Topic:
    """A group of facts in one record module: the first part of their ids, and a title."""

    id: str
    title: str
    location: Location = field(default=Location(""), compare=False, repr=False)
