"""Tables that a reader of the website can sort and filter: long ones, and those a book marks."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, cast

from docutils import nodes
from sphinx.transforms.post_transforms import SphinxPostTransform

from iomdocs.facts import text
from iomdocs.nodes import table_controls

if TYPE_CHECKING:
    from iomdocs.markup.domain import FactDomain

SORTABLE = "sortable"
"""The class of a table that can be sorted; a book can give it to any of its tables."""

_REGISTER = "fact-register"

_FEW = 10
"""Up to so many rows are seen at a glance."""


def sortable(rows: Sequence[object]) -> list[str]:
    """The class of a table with these rows, if it is long."""
    return [SORTABLE] if len(rows) > _FEW else []


class SortableTables(SphinxPostTransform):
    """Puts :class:`table_controls` above each table that can be sorted, and above the register.

    The tables of the register are one list in parts, so they have one place for all.
    """

    default_priority = 900
    formats = ("html",)

    def run(self, **kwargs: Any) -> None:
        if self.app.builder.name == "epub":
            return
        tables = list(self.document.findall(nodes.table))
        of_register = [table for table in tables if _REGISTER in table["classes"]]
        if of_register:
            _put_before(_section_of(of_register[0]), self._controls(_REGISTER, ""))
        for table in tables:
            if SORTABLE in table["classes"] and table not in of_register:
                _put_before(table, self._controls("", _caption(table)))

    def _controls(self, tables: str, caption: str) -> table_controls:
        locale = cast("FactDomain", self.env.domains["fact"]).reader.locale
        phrases = {name: text.phrase(f"sort-{name}", locale) for name in _PHRASES}
        name = text.phrase("column-of", locale).format(phrases["filter"], caption)
        return table_controls("", tables=tables, name=name if caption else "", **phrases)


_PHRASES = ("filter", "rows", "ascending", "descending", "unsorted")


def _caption(table: nodes.table) -> str:
    title = next((child for child in table.children if isinstance(child, nodes.title)), None)
    return title.astext() if title is not None else ""


def _section_of(table: nodes.table) -> nodes.Element:
    parent = table.parent
    return parent if isinstance(parent, nodes.section) else table


def _put_before(node: nodes.Element, controls: table_controls) -> None:
    node.parent.insert(node.parent.index(node), controls)
