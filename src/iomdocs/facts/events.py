"""Events: rows of a table that have a date and perhaps a category; and bounds of time."""

from __future__ import annotations

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from babel.core import Locale

from iomdocs.facts.selection import Query, column_of, select
from iomdocs.facts.tables import Row, Table
from iomdocs.facts.values import Day


@dataclass(frozen=True, slots=True)
class TimeSpan:
    """The time from ``first`` to ``last``, both included; open where one is ``None``.

    A bound to the month or year is the whole of it.
    """

    first: Day | None = None
    last: Day | None = None

    def meets(self, day: Day) -> bool:
        """Whether any of the days that ``day`` can mean lies in the time."""
        has_come = self.first is None or day.last >= self.first.first
        return has_come and (self.last is None or day.first <= self.last.last)


def select_events(
    table: Table, categories: AbstractSet[str], span: TimeSpan, locale: Locale
) -> Sequence[Row]:
    """The rows of a table that have a date in a time, in the order of their dates.

    :param categories: the kinds of event to take; all if empty.
    :raises Problem: the table has no column ``date``, or no ``category`` to choose by (F013).
    """
    if categories:
        column_of(table, "category")
    return [
        row
        for row in select(table, Query(sort="date"), locale)
        if isinstance(day := row.cells["date"], Day)
        and span.meets(day)
        and (not categories or row.cells["category"] in categories)
    ]
