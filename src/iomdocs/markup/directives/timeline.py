"""``fact:timeline``: dated events in order."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any, ClassVar

from docutils import nodes
from docutils.parsers.rst import directives

from iomdocs.facts.events import TimeSpan, select_events
from iomdocs.facts.reading import Reading
from iomdocs.facts.selection import column_of, row_of
from iomdocs.facts.tables import Row, Table
from iomdocs.markup import elements
from iomdocs.markup.directives.events import EventDirective

if TYPE_CHECKING:
    from docutils.nodes import Node

    from iomdocs.facts.model import Statement


class TimelineDirective(EventDirective):
    """``fact:timeline``: dated events in order, from a table with date, title and description.

    The option ``rows`` has the keys of the events to show, with commas between them.
    """

    required_arguments = 1
    option_spec: ClassVar[dict[str, Any]] = {
        **EventDirective.option_spec,
        "rows": directives.unchanged_required,
    }

    def show(self) -> list[Node]:
        fact, statement, table = self.reader.table(self.arguments[0])
        table = self._named(statement, table, fact.id)
        columns = [column_of(table, name) for name in ("date", "title", "description")]
        items = nodes.definition_list(classes=["fact-timeline"])
        for row in self._rows(table):
            cells = [self.reader.cell(fact, statement, row, column) for column in columns]
            items += self._event(*cells)
        return [items]

    def _event(
        self, day: Reading | None, title: Reading | None, description: Reading | None
    ) -> nodes.definition_list_item:
        term = nodes.term("", "", *([self.value(day)] if day else []))
        body = nodes.definition()
        if title:
            doubts = elements.doubts(title.doubt)
            body += elements.paragraph(nodes.strong("", "", self.value(title)), *doubts)
        if description:
            body += elements.paragraph(self.value(description))
        return nodes.definition_list_item("", term, body)

    def _named(self, statement: Statement, table: Table, fact: str) -> Table:
        """The table with the rows of the option ``rows`` only; as it is without the option.

        :raises Problem: one of them does not exist (F009), on no day at all.
        """
        keys = [key.strip() for key in self.option("rows").split(",") if key.strip()]
        if not keys:
            return table
        if isinstance(statement.value, Table):
            for key in keys:
                row_of(statement.value, key, fact)
        return replace(table, rows=[row for row in table.rows if row.key in keys])

    def _rows(self, table: Table) -> Sequence[Row]:
        categories, span, locale = self.categories(), self.span(), self.reader.locale
        self.blame("category")
        if rows := select_events(table, categories, span, locale):
            return rows
        if select_events(table, categories, TimeSpan(), locale):
            self.blame("from", "to")
        hint = "look at the options from, to, category and rows"
        raise self.empty("no event is left for the timeline", hint)
