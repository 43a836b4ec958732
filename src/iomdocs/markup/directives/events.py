"""Events that are marked on a chart: which they are, and the notes that tell of them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from docutils import nodes

from iomdocs.charts import axes
from iomdocs.diagnostics import Problem, nearest
from iomdocs.facts.reading import NotYetKnown, Reading
from iomdocs.facts.selection import Query, column_of, select
from iomdocs.facts.tables import Row, Table
from iomdocs.facts.values import Day
from iomdocs.markup import elements
from iomdocs.markup.directives.base import FactDirective

if TYPE_CHECKING:
    from docutils.nodes import Node

_MOST = 12
"""Events on one chart."""
_WRITTEN = re.compile(r"(?P<table>[^\[\],\s]+)(?:\[(?P<row>[^\[\]]+)\])?")


@dataclass(frozen=True, slots=True)
class MarkedEvent:
    """An event with its place on the axis of time, and what tells of it on the page."""

    place: float
    date: Reading
    title: Reading

    @property
    def words(self) -> str:
        """The event in a few words: ``IOM joins the United Nations (19 September 2016)``."""
        return f"{self.title.text} ({self.date.text})"


class EventNotes(FactDirective):
    """The options ``events`` and ``category`` of a chart."""

    def events(self, days: Sequence[Day]) -> Sequence[MarkedEvent]:
        """The events that the page asks for and that lie within the time of the chart, in order.

        :raises Problem: an event that does not exist, none or too many left (F009, C004, F014).
        """
        written = self.option("events")
        if not written:
            if self.option("category"):
                hint = "write :events: and the id of a table of events"
                raise Problem("C004", "'category' chooses from events, and there are none", hint)
            return []
        try:
            return self._within(written, [axes.place(day) for day in days])
        except NotYetKnown:
            return []  # a chart of the past goes without events that had not happened

    def _within(self, written: str, places: Sequence[float]) -> Sequence[MarkedEvent]:
        found = [event for part in written.split(",") for event in self._named(part.strip())]
        within = [e for e in found if not places or min(places) <= e.place <= max(places)]
        if len(within) > _MOST:
            hint = f"up to {_MOST} can be told apart; name them one by one, or use category"
            raise Problem("C004", f"the chart would have {len(within)} events", hint)
        if not within:
            hint = "look at the options events, category, from and to"
            raise self.empty("no event is left for the chart", hint)
        return sorted(within, key=lambda event: event.place)

    def notes_of(self, events: Sequence[MarkedEvent]) -> list[Node]:
        """What the numbers on a chart stand for."""
        if not events:
            return []
        items = [
            nodes.list_item(
                "",
                elements.paragraph(self.value(each.date), nodes.Text(": "), self.value(each.title)),
            )
            for each in events
        ]
        return [nodes.enumerated_list("", *items, enumtype="arabic", prefix="", suffix=".")]

    def _named(self, written: str) -> Iterator[MarkedEvent]:
        match = _WRITTEN.fullmatch(written)
        if not match:
            hint = "write a table of events, or rows of it: history.events[row]"
            raise Problem("F009", f"'{written}' does not name events", hint)
        fact, statement, table = self.reader.table(match["table"])
        self.domain.note_fact(fact.id)
        columns = [column_of(table, name) for name in ("date", "title")]
        for row in self._rows(table, match["row"], fact.id):
            readings = [self.reader.cell(fact, statement, row, column) for column in columns]
            date, title = readings
            if date and title and isinstance(date.value, Day):
                yield MarkedEvent(axes.place(date.value), date, title)

    def _rows(self, table: Table, key: str | None, fact: str) -> Sequence[Row]:
        if key:
            rows = {row.key: row for row in table.rows}
            if key not in rows:
                if self.reader.as_of:
                    return []
                raise Problem("F009", f"'{fact}' has no row '{key}'", nearest(key, rows))
            return [rows[key]]
        categories = {part.strip() for part in self.option("category").split(",")} - {""}
        if categories:
            column_of(table, "category")
        chosen = select(table, Query(sort="date"), self.reader.locale)
        return [row for row in chosen if not categories or row.cells["category"] in categories]
