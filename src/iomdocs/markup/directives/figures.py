"""``fact:figures``: a few figures in large type."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes

from iomdocs.markup import elements
from iomdocs.markup.directives.listed import ListedFacts

if TYPE_CHECKING:
    from docutils.nodes import Node

    from iomdocs.facts.reading import Reading


class FiguresDirective(ListedFacts):
    """``fact:figures``: the latest figures, each with its name and its date.

    A definition list: the name of a figure, then the value, then a line with its date.
    """

    kind = "list of figures"

    def show(self) -> list[Node]:
        items = [self._item(label, reading) for label, reading in self.listed()]
        if not items:
            return []
        figures = nodes.definition_list("", *items, classes=["fact-figures"])
        self.add_name(figures)
        return [figures]

    def _item(self, label: str, reading: Reading) -> nodes.definition_list_item:
        body = nodes.definition("", elements.paragraph(self.value(reading)))
        date = elements.as_of(reading)[1:]  # without the space before it
        if remarks := [*date, *elements.doubts(reading.doubt)]:
            body += elements.paragraph(*remarks)
        return nodes.definition_list_item("", nodes.term(label, label), body)
