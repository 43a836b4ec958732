"""``fact:timeline``: dated events in order."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from docutils import nodes
from docutils.parsers.rst import directives

from iomdocs.facts.reading import Reading
from iomdocs.facts.selection import Query, column_of, select
from iomdocs.facts.tables import Row, Table
from iomdocs.facts.values import Day
from iomdocs.markup import elements
from iomdocs.markup.directives.base import FactDirective

if TYPE_CHECKING:
    from docutils.nodes import Node


class TimelineDirective(FactDirective):
    """``fact:timeline``: dated events in order, from a table with date, title and description."""

    required_arguments = 1
    option_spec: ClassVar[dict[str, Any]] = {
        "from": directives.unchanged_required,
        "to": directives.unchanged_required,
        "category": directives.unchanged_required,
    }

    def show(self) -> list[Node]:
        fact, statement, table = self.reader.table(self.arguments[0])
        self.domain.note_fact(fact.id)
        columns = [column_of(table, name) for name in ("date", "title", "description")]
        items = nodes.definition_list(classes=["fact-timeline"])
        for row in self._rows(table):
            cells = [self.reader.cell(fact, statement, row, column) for column in columns]
            items += self._event(*cells)
        if not len(items):
            hint = "look at the options from, to and category"
            raise self.empty("no event is left for the timeline", hint)
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

    def _rows(self, table: Table) -> list[Row]:
        first, last = self.bound("from"), self.bound("to")
        categories = {part.strip() for part in self.option("category").split(",")} - {""}
        if categories:
            column_of(table, "category")
        return [
            row
            for row in select(table, Query(sort="date"), self.reader.locale)
            if isinstance(day := row.cells["date"], Day)
            and (first is None or day.last >= first.first)
            and (last is None or day.first <= last.last)
            and (not categories or row.cells["category"] in categories)
        ]
