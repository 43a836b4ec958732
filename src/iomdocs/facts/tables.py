"""Tables: facts that have rows, and the days on which a row holds."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from functools import cache
from itertools import pairwise
from typing import Literal

from iomdocs.diagnostics import Location
from iomdocs.facts.values import Confidence, Country, Day, Number, Period, Periods

ColumnType = Literal["text", "number", "day", "country", "periods"]

Cell = str | Number | Day | Country | Periods

_ABOUT = timedelta(days=5 * 366)
"""How far off an approximate date is taken to be, either way."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """A column of a table: its name in the file, its heading, and how its cells are read.

    A column of type ``country`` takes its codes (ISO 3166-1 alpha-2) from the column of the file
    that ``code`` names; its own cells hold the spelling in English, and nothing where the usual
    one serves. ``sum_of`` names the columns whose numbers a number of this one adds up; an empty
    cell adds nothing. ``about`` names a column of dates that this one says more about: nothing,
    where a book of the past shows an earlier date there.
    """

    name: str
    label: str
    type: ColumnType = "text"
    code: str = ""
    sum_of: Sequence[str] = ()
    about: str = ""

    def __post_init__(self) -> None:
        if (self.type == "country") != bool(self.code):
            msg = (
                "a column of type country, and no other, names the column with its codes: code=..."
            )
            raise ValueError(msg)


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table: its key, its cells by column (``None`` where empty), its sources.

    ``confidence`` is that of the whole table where the file does not say.
    """

    key: str
    cells: Mapping[str, Cell | None]
    sources: Sequence[str]
    confidence: Confidence | None = None
    note: str = ""
    location: Location = field(default=Location(""), compare=False, repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """Rows kept in a CSV file beside the record module.

    ``key`` names the column that tells rows apart; a column ``sources`` with source keys is
    required in the file. ``rows`` is filled when the file is read.

    A table of what begins, and perhaps ends, names the columns with the days: ``start`` and
    ``end`` of the latest period, ``earlier`` with the periods before it. ``one_at_a_time`` says
    that no two rows hold on one day, as with the terms of an office. ``keeps_ended`` says that a
    row stays in the list when it has ended, as in a list of all who held an office; without it
    the list is of what holds on the day.
    """

    file: str
    key: str
    columns: Sequence[Column]
    start: str = ""
    end: str = ""
    earlier: str = ""
    one_at_a_time: bool = False
    keeps_ended: bool = False
    rows: Sequence[Row] = ()

    def __post_init__(self) -> None:
        types = {column.name: column.type for column in self.columns}
        wanted = {"start": "day", "end": "day", "earlier": "periods"}
        for name, kind in wanted.items():
            column = getattr(self, name)
            if column and types.get(column) != kind:
                msg = f"{name} names a column of type {kind}; '{column}' is none"
                raise ValueError(msg)
        for column in self.columns:
            if column.about and types.get(column.about) != "day":
                msg = f"about names a column of type day; '{column.about}' is none"
                raise ValueError(msg)
            for part in (column.name, *column.sum_of) if column.sum_of else ():
                if types.get(part) != "number":
                    msg = f"sum_of is for columns of type number; '{part}' is none"
                    raise ValueError(msg)
        if not self.start and (self.end or self.earlier or self.one_at_a_time):
            msg = "a table whose rows end names the column in which they start: start=..."
            raise ValueError(msg)

    def began_by(self, day: date) -> bool:
        """Whether any row holds on ``day`` or did before; always so without a column ``start``."""
        return not self.start or any(
            start.first <= day for row in self.rows for start, _ in self.periods(row) if start
        )

    def on(self, day: date, listed: date) -> Sequence[Row]:
        """The rows that the list has on ``day``, by the days that are written, however precise.

        :param listed: the day for which the list as a whole is known; a row without a date holds
            from then on.
        """
        if not self.start:
            return self.rows
        return [row for row in self.rows if any(self._holds(row, day, listed))]

    def has_begun(self, row: Row, day: date, listed: date) -> bool:
        """Whether a row holds on ``day`` or did before, as :meth:`on` tells it."""
        return not self.start or any(
            (start.first if start else listed) <= day for start, _ in self.periods(row)
        )

    def known_on(self, row: Row, day: date) -> Row:
        """A row as it stood on ``day``: its latest period then, and no end that lay ahead.

        A row whose latest start has no date stays as it is.
        """
        if not self.start or row.cells[self.start] is None:
            return row
        begun = [span for span in self.periods(row) if span[0] and span[0].first <= day]
        if not begun:
            return row
        latest = begun[-1][1]
        if latest and latest.last < day and not self.end:
            begun.append((None, None))
        *past, (start, end) = begun
        cells = dict(row.cells)
        if start != cells[self.start]:
            cells |= {column.name: None for column in self.columns if column.about == self.start}
            cells[self.start] = start
        if self.end:
            cells[self.end] = end if end and end.first <= day else None
        if self.earlier:
            ended = tuple(Period(since, until) for since, until in past if since and until)
            cells[self.earlier] = Periods(ended) if ended else None
        return replace(row, cells=cells)

    def undated(self, day: date, listed: date) -> Sequence[Row]:
        """The rows of which nobody knows whether they hold on ``day``: they have no date."""
        if not self.start or day >= listed:
            return ()
        return [row for row in self.rows if row.cells[self.start] is None]

    def surely_holds(self, row: Row, day: date, listed: date) -> bool | None:
        """Whether the list has a row on ``day``; ``None`` where the dates do not tell.

        A date to the month or year can mean any of its days, and an approximate one is taken to
        be up to five years off. ``listed`` is as in :meth:`on`.
        """
        if not self.start:
            return True
        answers = [
            _covers(start, end, day) for start, end in self._listed_periods(row, day, listed)
        ]
        if True in answers:
            return True
        return None if None in answers else False

    def periods(self, row: Row) -> Sequence[tuple[Day | None, Day | None]]:
        """When a row holds, the earliest first: starts and ends, ``None`` where not known or open.

        Empty for a table without a column ``start``.
        """
        if not self.start:
            return ()
        earlier = row.cells[self.earlier] if self.earlier else None
        spans: list[tuple[Day | None, Day | None]] = []
        if isinstance(earlier, Periods):
            spans += [(period.start, period.end) for period in earlier.periods]
        start, end = row.cells[self.start], row.cells[self.end] if self.end else None
        return [
            *spans,
            (start if isinstance(start, Day) else None, end if isinstance(end, Day) else None),
        ]

    def terms(self) -> Sequence[tuple[Day, Day | None, Row]]:
        """All periods of all rows that have a start, with their ends and rows, the first first."""
        found = [
            (start, end, row) for row in self.rows for start, end in self.periods(row) if start
        ]
        return sorted(found, key=lambda term: term[0].first)

    def vacancies(self) -> Sequence[tuple[Day, Day]]:
        """Where rows hold one at a time: an end, and the next start, with a day between at least.

        Only what the dates are precise enough to tell: of an end in 1961 and a start in 1962 it
        may be that one followed on the other.
        """
        if not self.one_at_a_time:
            return ()
        return [
            (end, start)
            for (_, end, _), (start, _, _) in pairwise(self.terms())
            if end and reach(end)[1] + timedelta(days=1) < reach(start)[0]
        ]

    def _holds(self, row: Row, day: date, listed: date) -> list[bool]:
        return [
            (start.first if start else listed) <= day
            and (self.keeps_ended or end is None or day <= end.last)
            for start, end in self.periods(row)
        ]

    def _listed_periods(
        self, row: Row, day: date, listed: date
    ) -> Sequence[tuple[Day | None, Day | None]]:
        """The periods of a row as far as they matter for the list on a day.

        What the list has holds by the day for which it is known, whatever the doubts about its
        start; ends do not count where the list keeps what has ended.
        """
        known = Day(listed.isoformat()) if day >= listed else None
        return [
            (
                start if start and (known is None or start.first > listed) else known,
                None if self.keeps_ended else end,
            )
            for start, end in self.periods(row)
        ]


@cache
def reach(moment: Day) -> tuple[date, date]:
    """The first and last day that a date can mean; an approximate one can be five years off."""
    if not moment.approximate:
        return moment.first, moment.last
    first = max(moment.first.toordinal() - _ABOUT.days, date.min.toordinal())
    last = min(moment.last.toordinal() + _ABOUT.days, date.max.toordinal())
    return date.fromordinal(first), date.fromordinal(last)


def _covers(start: Day | None, end: Day | None, day: date) -> bool | None:
    """Whether a period covers a day; ``None`` where the dates do not tell."""
    begun = None if start is None else _has_come(start, day)
    over = False if end is None else _has_passed(end, day)
    if begun is False or over is True:
        return False
    return True if begun and over is False else None


def _has_come(moment: Day, day: date) -> bool | None:
    """Whether ``moment`` is on or before ``day``; ``None`` where it is not known well enough."""
    first, last = reach(moment)
    return True if last <= day else None if first <= day else False


def _has_passed(moment: Day, day: date) -> bool | None:
    """Whether ``moment`` is before ``day``; ``None`` where it is not known well enough."""
    first, last = reach(moment)
    return True if last < day else None if first < day else False
