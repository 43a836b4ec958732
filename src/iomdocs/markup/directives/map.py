"""``fact:map``: the countries of a table on a map of the world."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, ClassVar

from docutils import nodes
from docutils.parsers.rst import directives

from iomdocs.charts import maps, words
from iomdocs.diagnostics import Problem
from iomdocs.facts import text
from iomdocs.facts.model import Fact, Statement
from iomdocs.facts.reading import Reading
from iomdocs.facts.selection import Query, column_of, select
from iomdocs.facts.tables import Column, Row, Table
from iomdocs.facts.values import Country, Day, Number
from iomdocs.markup import elements
from iomdocs.markup.directives.drawing import DrawingDirective

if TYPE_CHECKING:
    from docutils.nodes import Node

_DECADE = "decade"
_MOST = 9
"""Groups that can be told apart on a map."""


@dataclass(frozen=True, slots=True)
class _Entry:
    """A country as the map has it: what marks it on the page, its code, where it belongs."""

    reading: Reading
    code: str
    group: str


@dataclass(frozen=True, slots=True)
class _Members:
    """The rows of one table that the map shows, with the name that it has there."""

    fact: Fact
    statement: Statement
    table: Table
    name: Column
    rows: Sequence[Row]
    label: str


class MapDirective(DrawingDirective):
    """``fact:map``: countries of one table by decade or by a column, or of several tables.

    ``by`` is the column that divides the rows into groups, ``None`` where each table is a group;
    a column of days divides them by decade.
    """

    option_spec: ClassVar[dict[str, Any]] = {
        **DrawingDirective.option_spec,
        "by": directives.unchanged_required,
        "where": directives.unchanged_required,
    }

    def show(self) -> list[Node]:
        tables = self._tables()
        by = self._dividing_column([each.table for each in tables])
        entries = list({(e.code, e.group): e for e in self._entries(tables, by)}.values())
        if not entries:
            self.blame("where")
            raise self.empty("no country is left for the map", "look at the option where")
        self.needle = self.arguments[0]
        _check(entries)
        groups = self._groups(entries, by)
        alt = words.of_map(groups, self.reader.locale)
        others = self.phrase("not-listed")
        in_order = _is_by_decade(by)
        kept = self.domain.drawings
        svg = maps.draw(
            groups, others, alt, name=self.drawing_name(), in_order=in_order, cache=kept
        )
        labels = [each.fact.label for each in tables]
        dated = [(each.label, self.reader.reading(each.fact, each.statement)) for each in tables]
        notes = self.remarks(
            self.phrase("note-boundaries"),
            self.phrase("note-circles") if maps.has_circles(groups) else "",
            self._note_on_decades(tables, by),
        )
        figure = self.figure(svg, alt, self.caption(labels, dated), notes)
        where = self.given("where")
        gaps = [gap for t in tables for gap in self.gap(t.fact, t.statement, t.name, where)]
        return [figure, self._data(entries, groups, by), *gaps]

    def _tables(self) -> Sequence[_Members]:
        found = [self._table(id_) for id_ in self.arguments[0].split()]
        labels = self.names([fact.label for fact, *_ in found])
        query, locale = Query(self.option("where")), self.reader.locale
        return [
            _Members(fact, statement, table, name, select(table, query, locale), label)
            for (fact, statement, table, name), label in zip(found, labels, strict=True)
        ]

    def _table(self, id_: str) -> tuple[Fact, Statement, Table, Column]:
        """A table of the day with its column of countries."""
        self.needle = id_
        fact, statement, table = self.reader.table(id_)
        name = next((column for column in table.columns if column.type == "country"), None)
        if name is None:
            hint = 'give a column of the table type="country", and code= the column with its codes'
            raise Problem("C002", f"the rows of '{id_}' have no countries", hint)
        return fact, statement, table, name

    def _dividing_column(self, tables: Sequence[Table]) -> Column | None:
        by = self.option("by")
        if not by:
            return None
        if len(tables) > 1:
            hint = "show one table, or leave the option out: then each table has a colour"
            raise Problem("C004", "'by' divides one table, and here are several", hint)
        table = tables[0]
        if by == _DECADE:
            if table.start:
                return column_of(table, table.start)
            hint = "start= of the table names the column with the day on which a row begins"
            raise Problem("C004", "the table does not say when its rows begin", hint)
        column = column_of(table, by)
        if column.type == "text":
            return column
        hint = "name a column of text, or write decade"
        raise Problem("C004", f"a map cannot be divided by the column '{by}'", hint)

    def _entries(self, tables: Sequence[_Members], by: Column | None) -> Iterator[_Entry]:
        for each in tables:
            for row in each.rows:
                reading = self.reader.cell(each.fact, each.statement, row, each.name)
                if reading and isinstance(reading.value, Country):
                    group = self._group_of(row, by) if by else each.label
                    yield _Entry(reading, reading.value.code, group)

    def _group_of(self, row: Row, column: Column) -> str:
        """The name of the group that a row belongs to; empty where it is not known."""
        match row.cells[column.name]:
            case None:
                return ""
            case Day() as day:
                decade = Day(f"{day.first.year // 10 * 10:04}")
                return self.phrase("decade", text.value_text(decade, self.reader.locale))
            case value:
                return text.value_text(value, self.reader.locale)

    def _groups(self, entries: Sequence[_Entry], by: Column | None) -> list[maps.Group]:
        """Decades in their order, other groups in that of their first country."""
        names = list(dict.fromkeys(entry.group for entry in entries))
        if _is_by_decade(by):
            names.sort()
        names = [*filter(None, names), *(name for name in names if not name)]
        if len(names) > _MOST:
            self.blame("by")
            hint = f"up to {_MOST} can be told apart; take another column, or use where"
            raise Problem("C004", f"the map would have {len(names)} groups of countries", hint)
        unknown = self.phrase("date-not-known" if _is_by_decade(by) else "not-given")
        return [self._group(name, entries, unknown) for name in names]

    def _group(self, name: str, entries: Sequence[_Entry], unknown: str) -> maps.Group:
        codes = [entry.code for entry in entries if entry.group == name]
        shown = name or unknown
        label = self.phrase("with-count", shown, self._count(codes))
        return maps.Group(shown, codes, label, is_unknown=not name)

    def _count(self, codes: Sequence[str]) -> str:
        return text.value_text(Number(len(codes)), self.reader.locale)

    def _note_on_decades(self, tables: Sequence[_Members], by: Column | None) -> str:
        if by is None or not _is_by_decade(by):
            return ""
        days = [row.cells[by.name] for each in tables for row in each.rows]
        about = sum(isinstance(day, Day) and day.approximate for day in days)
        return self.phrase("note-decades", str(about)) if about else ""

    def _data(
        self, entries: Sequence[_Entry], groups: Sequence[maps.Group], by: Column | None
    ) -> Node:
        """One row a group, with the names of its countries."""
        first = by.label if by else self.phrase("column-group")
        headings = [first, self.phrase("column-number"), self.phrase("column-countries")]
        rows = []
        for group in groups:
            codes = set(group.codes)
            members = [entry.reading for entry in entries if entry.code in codes]
            members.sort(key=lambda reading: text.without_accents(reading.text).casefold())
            names = self._names(members)
            cells = (nodes.Text(group.name), nodes.Text(self._count(group.codes)))
            rows.append([*map(elements.paragraph, cells), elements.paragraph(*names)])
        return self.data("data-of-map", headings, rows)

    def _names(self, readings: Sequence[Reading]) -> list[Node]:
        names: list[Node] = []
        for reading in readings:
            names += [nodes.Text(", ")] if names else []
            names += [self.value(reading), *elements.doubts(reading.doubt)]
        return names


def _is_by_decade(by: Column | None) -> bool:
    return by is not None and by.type == "day"


def _check(entries: Sequence[_Entry]) -> None:
    """Each country is on the map, and once.

    :raises Problem: it is not (C003), or belongs to several groups (C004).
    """
    missing = maps.unmapped([entry.code for entry in entries])
    if missing:
        names = [
            f"'{entry.code}' ({entry.reading.text})" for entry in entries if entry.code in missing
        ]
        hint = (
            "the shapes are those of Natural Earth, by the codes of ISO 3166-1 alpha-2; use where"
        )
        raise Problem("C003", f"the map does not have {', '.join(names)}", hint)
    groups: dict[str, str] = {}
    for entry in entries:
        other = groups.setdefault(entry.code, entry.group)
        if other != entry.group:
            hint = "each country can have one colour; choose rows with where"
            message = f"{entry.reading.text} belongs to '{other}' and to '{entry.group}'"
            raise Problem("C004", message, hint)
