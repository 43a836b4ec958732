"""``fact:table``: rows of a table fact."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, ClassVar

from docutils.parsers.rst import directives

from iomdocs.facts.selection import Query, column_of, select
from iomdocs.facts.tables import Column, Table
from iomdocs.markup import elements
from iomdocs.markup.directives.base import FactDirective
from iomdocs.markup.sorting import sortable

if TYPE_CHECKING:
    from docutils.nodes import Node


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
        columns = self._columns(table)
        query = Query(self.option("where"), self.option("sort"), self.options.get("limit"))
        rows = select(table, query, self.reader.locale)
        if not rows:
            raise self.empty(
                f"no row of '{fact.id}' is left", "look at the options where and limit"
            )
        cells = [
            [
                self.cell(fact, statement, row, column, is_first=column is columns[0])
                for column in columns
            ]
            for row in rows
        ]
        headings = [column.label for column in columns]
        widths = column_widths(headings, cells)
        classes = ["fact-table", *sortable(rows)]
        node = elements.table(headings, cells, widths, classes, self.options.get("caption", ""))
        self.set_source_info(node)
        return [node, *self.gap(fact, statement, columns[0], query.where)]

    def _columns(self, table: Table) -> Sequence[Column]:
        names = self.option("columns")
        if not names:
            return table.columns
        return [column_of(table, name.strip()) for name in names.split(",")]


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
