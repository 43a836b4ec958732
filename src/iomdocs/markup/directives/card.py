"""``fact:card``: a few facts at a glance."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes

from iomdocs.markup import elements
from iomdocs.markup.directives.listed import ListedFacts

if TYPE_CHECKING:
    from docutils.nodes import Node

    from iomdocs.facts.reading import Reading


class CardDirective(ListedFacts):
    """``fact:card``: a box with a title and a list of facts, each with its date."""

    kind = "card"
    required_arguments = 1
    final_argument_whitespace = True

    def show(self) -> list[Node]:
        fields = nodes.field_list("", *(self._field(*fact) for fact in self.listed()))
        if not len(fields):
            return []
        title = nodes.title(self.arguments[0], self.arguments[0])
        card = nodes.topic("", title, fields, classes=["fact-card"])
        self.add_name(card)
        return [card]

    def _field(self, label: str, reading: Reading) -> nodes.field:
        body = elements.paragraph(
            self.value(reading), *elements.as_of(reading), *elements.doubts(reading.doubt)
        )
        return nodes.field("", nodes.field_name(label, label), nodes.field_body("", body))
