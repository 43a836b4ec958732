"""Roles: one fact, or something about it, in a sentence."""

from __future__ import annotations

from abc import abstractmethod
from typing import TYPE_CHECKING, Any, ClassVar, cast

from docutils import nodes
from docutils.parsers.rst import roles as docutils_roles
from docutils.parsers.rst.languages import en as english
from sphinx.util.docutils import SphinxRole

from iomdocs.diagnostics import Problem
from iomdocs.facts import text
from iomdocs.facts.reading import Reading
from iomdocs.facts.values import Day
from iomdocs.markup import elements
from iomdocs.markup.reporting import report

if TYPE_CHECKING:
    from docutils.nodes import Node, system_message
    from sphinx.roles import XRefRole
    from sphinx.util.typing import RoleFunction

    from iomdocs.markup.domain import FactDomain
    from iomdocs.nodes import Provenance

Nodes = list["Node"]


class FactRole(SphinxRole):
    """Looks a fact up and shows something of it; a mistake becomes a warning in its line."""

    of_tables: ClassVar = False
    """Whether there is something to show of a whole table."""
    provenance: Provenance | None = None
    """What stands behind the reading that is shown."""

    def run(self) -> tuple[list[Node], list[system_message]]:
        """The nodes of the role; the text as written where there is no such fact."""
        try:
            reading, self.provenance = self.domain.read(self.text, tables=self.of_tables)
            return self.show(reading), []
        except Problem as problem:
            report(problem, self.env, self.lineno, f"`{self.text}`")
            return [nodes.problematic(self.text, self.text)], []

    @property
    def domain(self) -> FactDomain:
        """The facts of the book."""
        return cast("FactDomain", self.env.domains["fact"])

    def value(self, reading: Reading, words: str | None = None) -> Nodes:
        """The value as it stands in a sentence, with the mark of one that nobody has checked."""
        return [
            elements.linked_value(reading, self.env.docname, self.provenance, words),
            *elements.doubts(reading.doubt),
        ]

    @abstractmethod
    def show(self, reading: Reading) -> Nodes:
        """The nodes for one reading."""


class ValueRole(FactRole):
    """``{fact}``: the value."""

    def show(self, reading: Reading) -> Nodes:
        return self.value(reading)


class WordsRole(FactRole):
    """``{fact:words}``: the value, with numbers to twelve as words."""

    def show(self, reading: Reading) -> Nodes:
        if reading.value is None:
            return self.value(reading)
        return self.value(reading, text.in_words(reading.value, self.domain.reader.locale))


class YearRole(FactRole):
    """``{fact:year}``: only the year of a date."""

    def show(self, reading: Reading) -> Nodes:
        if reading.value is None:
            return self.value(reading)
        if not isinstance(reading.value, Day):
            hint = f"write {{fact}}`{self.text}`"
            raise Problem("F009", f"'{self.text}' is not a date and has no year", hint)
        return self.value(reading, text.year_of(reading.value, self.domain.reader.locale))


class AsOfRole(FactRole):
    """``{fact:asof}``: when the statement holds, ``as of 29 April 2024``."""

    of_tables = True

    def show(self, reading: Reading) -> Nodes:
        return [nodes.inline("", reading.as_of, classes=["fact-as-of"])]


class LabelRole(FactRole):
    """``{fact:label}``: what the fact is called."""

    of_tables = True

    def show(self, reading: Reading) -> Nodes:
        return [nodes.inline("", reading.label, classes=["fact-label"])]


class SourceRole(FactRole):
    """``{fact:source}``: the sources of the statement as footnotes, like ``{footcite}``."""

    of_tables = True

    def show(self, reading: Reading) -> Nodes:
        if not reading.sources:
            return []
        reporter = self.inliner.document.reporter
        language: Any = english
        cite, _ = docutils_roles.role("footcite", language, self.lineno, reporter)
        if cite is None:
            hint = 'add "sphinxcontrib.bibtex" to the extensions in conf.py'
            raise Problem("S001", "footnotes for sources need the bibliography extension", hint)
        keys = ",".join(reading.sources)
        found, _ = cite("footcite", self.rawtext, keys, self.lineno, self.inliner, {}, [])
        return list(found)


ROLES: dict[str, RoleFunction | XRefRole] = {
    "asof": AsOfRole(),
    "label": LabelRole(),
    "source": SourceRole(),
    "value": ValueRole(),
    "words": WordsRole(),
    "year": YearRole(),
}
"""The roles of the domain; ``value`` is also there as plain ``{fact}``."""
