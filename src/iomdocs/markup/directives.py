"""Directives: cards, tables, timelines and the register of facts."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, ClassVar, cast

from docutils import nodes
from docutils.parsers.rst import directives
from sphinx.util.docutils import SphinxDirective

from iomdocs.diagnostics import Problem
from iomdocs.facts import text
from iomdocs.facts.model import Column, Day, Fact, Row, Statement, Table
from iomdocs.facts.reading import Reading, column_of, select
from iomdocs.markup import elements
from iomdocs.markup.reporting import report
from iomdocs.nodes import fact_anchor, fact_usage

if TYPE_CHECKING:
    from docutils.nodes import Node
    from docutils.parsers.rst import Directive

    from iomdocs.facts.reading import Reader
    from iomdocs.markup.domain import FactDomain


class FactDirective(SphinxDirective):
    """A directive about facts; a mistake becomes a warning in its line and shows nothing."""

    needle = ""
    """The words of the page that a mistake is about, to find its line."""

    def run(self) -> list[Node]:
        """The nodes of the directive."""
        self.needle = self.arguments[0] if self.arguments else ""
        try:
            return self.show()
        except Problem as problem:
            report(problem, self.env, self.lineno, self.needle)
            return []

    def show(self) -> list[Node]:
        """The nodes of the directive where nothing is wrong."""
        raise NotImplementedError

    @property
    def domain(self) -> FactDomain:
        """The facts of the book."""
        return cast("FactDomain", self.env.domains["fact"])

    @property
    def reader(self) -> Reader:
        """Reads facts for the page."""
        return self.domain.reader

    def value(self, reading: Reading) -> Node:
        """A value that stands on the page, and is recorded as such."""
        self.domain.note_fact(reading.fact)
        return elements.linked_value(reading, self.env.docname)

    def recalled(self, reading: Reading) -> list[str]:
        """The remark on a value that nobody has checked, or nothing."""
        if reading.confidence != "recalled-unverified":
            return []
        return [text.phrase("recalled", self.reader.locale)]

    def option(self, name: str, default: str = "") -> str:
        """An option, which a mistake in it is then about."""
        text = self.options.get(name)
        if text is None:
            return default
        self.needle = f":{name}:"
        return str(text)


class CardDirective(FactDirective):
    """``fact:card``: a box with a title and a list of facts, each with its date.

    The body has one fact a line, ``membership.states`` or ``membership.states: Members``.
    """

    required_arguments = 1
    final_argument_whitespace = True
    has_content = True
    option_spec: ClassVar[dict[str, Any]] = {"name": directives.unchanged_required}

    def show(self) -> list[Node]:
        fields = nodes.field_list()
        lines = [line.strip() for line in self.content if line.strip()]
        for line in lines:
            self.needle = line
            try:
                fields += self._field(line)
            except Problem as problem:
                report(problem, self.env, self.lineno, line)
        if not lines:
            hint = "write one fact a line between the lines with colons"
            raise Problem("F011", "the card has no facts", hint)
        if not len(fields):
            return []
        title = nodes.title(self.arguments[0], self.arguments[0])
        card = nodes.topic("", title, fields, classes=["fact-card"])
        self.add_name(card)
        return [card]

    def _field(self, line: str) -> nodes.field:
        reference, _, own_label = line.partition(":")
        reading = self.reader.read(reference.strip())
        label = own_label.strip() or reading.label
        body = elements.paragraph(self.value(reading), *elements.as_of(reading))
        return nodes.field("", nodes.field_name(label, label), nodes.field_body("", body))


class TableDirective(FactDirective):
    """``fact:table``: rows of a table fact, chosen and put in order by options."""

    required_arguments = 1
    option_spec: ClassVar[dict[str, Any]] = {
        "columns": directives.unchanged_required,
        "where": directives.unchanged_required,
        "sort": directives.unchanged_required,
        "limit": directives.positive_int,
        "caption": directives.unchanged_required,
    }

    def show(self) -> list[Node]:
        fact, statement, table = self.reader.table(self.arguments[0])
        self.domain.note_fact(fact.id)
        columns = self._columns(table)
        rows = select(table, self.option("where"), self.option("sort"), self.options.get("limit"))
        if not rows:
            hint = "look at the options where and limit"
            raise Problem("F011", f"no row of '{fact.id}' is left", hint)
        cells = [
            [
                self._cell(fact, statement, row, column, is_first=column is columns[0])
                for column in columns
            ]
            for row in rows
        ]
        headings = [column.label for column in columns]
        widths = column_widths(headings, cells)
        classes = ["fact-table"]
        node = elements.table(headings, cells, widths, classes, self.options.get("caption", ""))
        self.set_source_info(node)
        return [node]

    def _columns(self, table: Table) -> Sequence[Column]:
        names = self.option("columns")
        if not names:
            return table.columns
        return [column_of(table, name.strip()) for name in names.split(",")]

    def _cell(
        self, fact: Fact, statement: Statement, row: Row, column: Column, *, is_first: bool
    ) -> Node:
        reading = self.reader.cell(fact, statement, row, column)
        if reading is None:
            return elements.paragraph()
        remarks = self.recalled(reading) if is_first else []
        return elements.paragraph(self.value(reading), *elements.doubts(*remarks))


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
            raise Problem("F011", "no event is left for the timeline", hint)
        return [items]

    def _event(
        self, day: Reading | None, title: Reading | None, description: Reading | None
    ) -> nodes.definition_list_item:
        term = nodes.term("", "", *([self.value(day)] if day else []))
        body = nodes.definition()
        if title:
            remarks = elements.doubts(*self.recalled(title))
            body += elements.paragraph(nodes.strong("", "", self.value(title)), *remarks)
        if description:
            body += elements.paragraph(self.value(description))
        return nodes.definition_list_item("", term, body)

    def _rows(self, table: Table) -> list[Row]:
        first, last = self._bound("from"), self._bound("to")
        categories = {part.strip() for part in self.option("category").split(",")} - {""}
        if categories:
            column_of(table, "category")
        return [
            row
            for row in select(table, "", "date", None)
            if isinstance(day := row.cells["date"], Day)
            and (first is None or day.last >= first.first)
            and (last is None or day.first <= last.last)
            and (not categories or row.cells["category"] in categories)
        ]

    def _bound(self, name: str) -> Day | None:
        written = self.option(name)
        try:
            return Day(written) if written else None
        except ValueError as error:
            raise Problem("F009", str(error)) from None


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
            return name, elements.paragraph(nodes.Text(problem.message)), _empty(), usage
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


DIRECTIVES: dict[str, type[Directive]] = {
    "card": CardDirective,
    "register": RegisterDirective,
    "table": TableDirective,
    "timeline": TimelineDirective,
}
"""The directives of the domain."""


_NARROWEST, _WIDEST = 8, 32
"""Bounds of the width of a column, in letters."""


def column_widths(headings: Sequence[str], rows: Sequence[Sequence[Node]]) -> Sequence[int]:
    """Parts of the width for each column, by the length of what is in it, none too narrow.

    Long texts can take more lines, so a column counts for at most ``_WIDEST`` letters.
    """
    return [
        max(_NARROWEST, len(heading), *(min(len(row[number].astext()), _WIDEST) for row in rows))
        for number, heading in enumerate(headings)
    ]


def _empty() -> nodes.paragraph:
    return elements.paragraph()
