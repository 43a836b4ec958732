"""``fact:register``: every fact of the book."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from docutils import nodes

from iomdocs.diagnostics import Problem
from iomdocs.facts import text
from iomdocs.facts.model import Fact, Statement
from iomdocs.facts.tables import Table
from iomdocs.markup import elements
from iomdocs.markup.directives.base import FactDirective
from iomdocs.nodes import fact_anchor, fact_usage

if TYPE_CHECKING:
    from docutils.nodes import Node


class RegisterDirective(FactDirective):
    """``fact:register``: every fact of the book by topic, with its date, sources and pages."""

    def show(self) -> list[Node]:
        others = sorted(self.domain.registers)
        if others:
            hint = f"the first stands on the page {others[0]}; link there instead"
            raise Problem("F011", "the book has a register already", hint)
        self.domain.note_register()
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

    def _table(self, rows: Sequence[Sequence[Node]]) -> nodes.table:
        headings = ("Fact", "Value", "Sources", "Shown on")
        return elements.table(headings, rows, (27, 29, 22, 22), ["fact-register"])

    def _row(self, fact: Fact) -> Sequence[Node]:
        docname = self.env.docname
        anchor = fact_anchor(fact.label, fact.label, fact=fact.id, ids=[f"fact-{fact.id}"])
        name = elements.paragraph(anchor, nodes.Text(" "), nodes.literal(fact.id, fact.id))
        usage = elements.paragraph(fact_usage(fact=fact.id))
        try:
            statement = self.reader.statement(fact)
        except Problem as problem:
            return (
                name,
                elements.paragraph(nodes.Text(problem.message)),
                elements.paragraph(),
                usage,
            )
        sources = elements.paragraph(elements.citation(statement.sources, docname))
        return name, self._value(fact, statement), sources, usage

    def _value(self, fact: Fact, statement: Statement) -> Node:
        reading = self.reader.reading(fact, statement)
        as_of = elements.as_of(reading)
        if isinstance(statement.value, Table):
            phrase = text.phrase("rows", self.reader.locale)
            count = phrase.format(len(statement.value.rows))
            return elements.paragraph(nodes.Text(count), *as_of)
        parts: list[Node] = [elements.value(reading)]
        if fact.unit:
            parts.append(nodes.Text(f" {fact.unit}"))
        doubts = elements.doubts(*self.recalled(reading), *self._disputes(fact))
        return elements.paragraph(*parts, *as_of, *doubts)

    def _disputes(self, fact: Fact) -> list[str]:
        disputed = fact.disputed(self.reader.edition)
        others = dict.fromkeys(self.reader.reading(fact, other).text for other in disputed)
        phrase = text.phrase("disputed", self.reader.locale)
        return [phrase.format("; ".join(others))] if others else []
