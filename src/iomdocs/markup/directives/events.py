"""What chooses events by time and category; and events on a chart, with the notes on them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, ClassVar

from docutils import nodes
from docutils.parsers.rst import directives

from iomdocs.charts import axes
from iomdocs.diagnostics import Problem
from iomdocs.facts.events import TimeSpan, select_events
from iomdocs.facts.reading import NotYetKnown, Reading
from iomdocs.facts.selection import column_of, row_of
from iomdocs.facts.tables import Row, Table
from iomdocs.facts.values import Day
from iomdocs.markup import elements
from iomdocs.markup.directives.base import FactDirective

if TYPE_CHECKING:
    from docutils.nodes import Node

    from iomdocs.facts.model import Statement

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


class EventDirective(FactDirective):
    """A directive that chooses by time, and events by their kind."""

    option_spec: ClassVar[dict[str, Any]] = {
        "from": directives.unchanged_required,
        "to": directives.unchanged_required,
        "category": directives.unchanged_required,
    }

    def span(self) -> TimeSpan:
        """The time of the options ``from`` and ``to``; in a book of the past, no longer than that.

        :raises Problem: one of them is no date (F012).
        """
        first, last, past = self.bound("from"), self.bound("to"), self.reader.as_of
        if past and (last is None or last.last > past):
            last = Day(past.isoformat())
        return TimeSpan(first, last)

    def categories(self) -> frozenset[str]:
        """The kinds of event of the option ``category``, with commas between them."""
        return frozenset(part.strip() for part in self.option("category").split(",")) - {""}


class EventNotes(EventDirective):
    """The options ``events`` and ``category`` of a chart."""

    option_spec: ClassVar[dict[str, Any]] = {
        **EventDirective.option_spec,
        "events": directives.unchanged_required,
    }

    def events(self, days: Sequence[Day]) -> Sequence[MarkedEvent]:
        """The events that the page asks for and that lie within the time of the chart, in order.

        :raises Problem: an event that does not exist, none or too many left (F009, C004, F014).
        """
        written = self.option("events")
        if not written:
            if self.categories():
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
        self.blame("events")
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
        self.blame("events")
        match = _WRITTEN.fullmatch(written)
        if not match:
            hint = "write a table of events, or rows of it: history.events[row]"
            raise Problem("F009", f"'{written}' does not name events", hint)
        fact, statement, table = self.reader.table(match["table"])
        columns = [column_of(table, name) for name in ("date", "title")]
        for row in self._event_rows(statement, table, match["row"], fact.id):
            readings = [self.reader.cell(fact, statement, row, column) for column in columns]
            date, title = readings
            if date and title and isinstance(date.value, Day):
                yield MarkedEvent(axes.place(date.value), date, title)

    def _event_rows(
        self, statement: Statement, table: Table, key: str | None, fact: str
    ) -> Sequence[Row]:
        if not key:
            return select_events(table, self.categories(), TimeSpan(), self.reader.locale)
        if self.reader.as_of and isinstance(statement.value, Table):
            row_of(statement.value, key, fact)
            return [row for row in table.rows if row.key == key]
        return [row_of(table, key, fact)]
