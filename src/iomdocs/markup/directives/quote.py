"""``fact:quote``: the words of a source."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from docutils import nodes
from docutils.parsers.rst import directives

from iomdocs.diagnostics import Problem
from iomdocs.facts import text
from iomdocs.facts.reading import Reading
from iomdocs.markup import elements
from iomdocs.markup.directives.base import FactDirective

if TYPE_CHECKING:
    from docutils.nodes import Node


class QuoteDirective(FactDirective):
    """``fact:quote``: a fact that is text as a quotation, with the title of its source.

    The option ``by`` names who speaks, where that is not the author of the source.
    """

    required_arguments = 1
    option_spec: ClassVar[dict[str, Any]] = {"by": directives.unchanged_required}

    def show(self) -> list[Node]:
        reading = self.reader.read(self.arguments[0])
        if not isinstance(reading.value, str | None):
            hint = f"only text can be quoted; write {{fact}}`{self.arguments[0]}`"
            raise Problem("F011", f"'{self.arguments[0]}' is not text", hint)
        words = elements.paragraph(self.value(reading), *elements.doubts(reading.doubt))
        quote = nodes.block_quote("", words, classes=["fact-quote"])
        if reading.sources:
            quote += nodes.attribution("", "", *self._attribution(reading))
        return [quote]

    def _attribution(self, reading: Reading) -> list[Node]:
        """Who speaks, then of each source the title, and author and year as the link to it."""
        speaker = self.option("by")
        parts: list[Node] = [nodes.Text(f"{speaker}, ")] if speaker else []
        for number, key in enumerate(reading.sources):
            source = self.reader.facts.sources.get(key)
            title = text.value_text(source.title, self.reader.locale) if source else ""
            separator = "; " if number else ""
            parts += [nodes.Text(separator), nodes.emphasis(title, title), nodes.Text(" ")]
            parts.append(elements.citation([key], self.env.docname))
        return parts
