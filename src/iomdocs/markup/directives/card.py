"""``fact:card``: a few facts at a glance."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from docutils import nodes
from docutils.parsers.rst import directives

from iomdocs.diagnostics import Problem
from iomdocs.markup import elements
from iomdocs.markup.directives.base import FactDirective
from iomdocs.markup.reporting import report

if TYPE_CHECKING:
    from docutils.nodes import Node


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
        body = elements.paragraph(
            self.value(reading), *elements.as_of(reading), *elements.doubts(reading.doubt)
        )
        return nodes.field("", nodes.field_name(label, label), nodes.field_body("", body))
