"""``fact:register``: every fact of the book."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from docutils import nodes

from iomdocs.diagnostics import Problem
from iomdocs.facts.model import Fact, Statement
from iomdocs.facts.tables import Table
from iomdocs.markup import elements, history
from iomdocs.markup.directives.base import FactDirective
from iomdocs.markup.elements import Cell
from iomdocs.markup.sorting import sortable
from iomdocs.nodes import fact_anchor, fact_usage

if TYPE_CHECKING:
    from docutils.nodes import Node

    from iomdocs.facts.reading import Reader

HEADINGS = ("register-fact", "register-value", "register-sources", "register-pages")


class RegisterDirective(FactDirective):
    """``fact:register``: every fact of the book by topic, with its date, sources and pages."""

    def show(self) -> list[Node]:
        self.domain.note_register(self.lineno)
        sections: list[Node] = []
        for topic in self.domain.facts.topics:
            facts = self.domain.facts.of_topic(topic.id)
            if not facts:
                continue
            title = nodes.title(topic.title, topic.title)
            section = nodes.section("", title, ids=[f"facts-{topic.id}"], names=[])
            section += self._table([self._row(fact) for fact in facts])
            sections.append(section)
        return sections

    @property
    def reader(self) -> Reader:
        """Reads facts without a record: the register has all of them and counts for none."""
        return self.domain.reader

    def _table(self, rows: Sequence[Sequence[Cell]]) -> nodes.table:
        headings = [self.phrase(name) for name in HEADINGS]
        classes = ["fact-register", *sortable(rows)]
        return elements.table(headings, rows, (27, 29, 22, 22), classes)

    def _row(self, fact: Fact) -> Sequence[Cell]:
        docname = self.env.docname
        anchor = fact_anchor(fact.label, fact.label, fact=fact.id, ids=[f"fact-{fact.id}"])
        name = elements.paragraph(anchor, nodes.Text(" "), nodes.literal(fact.id, fact.id))
        usage = elements.paragraph(fact_usage(fact=fact.id))
        more = history.history(fact, self.reader, self.domain.forge, docname)
        try:
            statement = self.reader.statement(fact)
        except Problem:
            unknown = self.reader.unknown(fact)
            value = elements.paragraph(elements.value(unknown), *elements.as_of(unknown))
            return name, value, elements.paragraph(), [usage, more]
        sources = elements.paragraph(elements.citation(statement.sources, docname))
        return name, self._value(fact, statement), sources, [usage, more]

    def _value(self, fact: Fact, statement: Statement) -> Node:
        reading = self.reader.reading(fact, statement)
        is_table = isinstance(statement.value, Table)
        return elements.paragraph(
            nodes.Text(reading.text) if is_table else elements.value(reading),
            *elements.unit(reading),
            *elements.as_of(reading),
            *elements.doubts(reading.doubt, self.reader.disputes(fact, statement)),
            *history.review(fact, self.reader),
        )
