"""What all directives about facts share: the facts, and what becomes of a mistake."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from docutils import nodes
from sphinx.util.docutils import SphinxDirective

from iomdocs.diagnostics import Problem
from iomdocs.facts import text
from iomdocs.facts.reading import NotYetKnown, Reading
from iomdocs.facts.values import Day
from iomdocs.markup import elements
from iomdocs.markup.reporting import report

if TYPE_CHECKING:
    from docutils.nodes import Node

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
        except NotYetKnown:
            return [self.remark("nothing-yet")]
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

    def value(self, reading: Reading, words: str | None = None) -> Node:
        """A value that stands on the page, and is recorded as such."""
        self.domain.note_fact(reading.fact)
        return elements.linked_value(reading, self.env.docname, words)

    def phrase(self, name: str) -> str:
        """Words around values in the language of the book."""
        return text.phrase(name, self.reader.locale)

    def empty(self, message: str, hint: str) -> Problem:
        """That nothing is left to show: a mistake, but not in a book of the past."""
        if self.reader.as_of:
            return NotYetKnown("F014", message)
        return Problem("F014", message, hint)

    def remark(self, phrase: str, *words: str) -> nodes.paragraph:
        """A sentence about the day of the book, in the place of facts that it does not have."""
        locale = self.reader.locale
        day = text.value_text(Day(self.reader.day.isoformat()), locale)
        sentence = text.phrase(phrase, locale).format(day, *words)
        return nodes.paragraph(sentence, sentence, classes=["fact-gap"])

    def option(self, name: str, default: str = "") -> str:
        """An option, which a mistake in it is then about."""
        text = self.options.get(name)
        if text is None:
            return default
        self.needle = f":{name}:"
        return str(text)
