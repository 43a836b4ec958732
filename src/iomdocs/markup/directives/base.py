"""What all directives about facts share: the facts, and what becomes of a mistake."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, cast

from docutils import nodes
from sphinx.util.docutils import SphinxDirective

from iomdocs.diagnostics import Problem
from iomdocs.facts import text
from iomdocs.facts.reading import NotYetKnown, Reading
from iomdocs.facts.selection import Query, select
from iomdocs.facts.tables import Table
from iomdocs.facts.values import Day
from iomdocs.markup import elements
from iomdocs.markup.provenance import provenance_of
from iomdocs.markup.reporting import report

if TYPE_CHECKING:
    from docutils.nodes import Node

    from iomdocs.facts.model import Fact, Statement
    from iomdocs.facts.reading import Reader
    from iomdocs.facts.tables import Column, Row
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
            return [self.nothing_yet()]
        except Problem as problem:
            report(problem, self.env, self.lineno, self.needle)
        except Exception as error:  # noqa: BLE001  # one block must not hide what is wrong elsewhere
            what = f"{type(error).__name__}: {error}"
            hint = "this is a fault of the program; please report it with the block"
            report(Problem("B005", what, hint), self.env, self.lineno, self.needle)
        return []

    def nothing_yet(self) -> Node:
        """What stands in a book of the past for what did not exist yet.

        It keeps name and caption, so that links to it still lead there.
        """
        remark: nodes.Element = self.remark("nothing-yet")
        if caption := self.options.get("caption"):
            remark = nodes.figure("", remark, nodes.caption(caption, caption))
            self.set_source_info(remark)
        self.add_name(remark)
        return remark

    def show(self) -> list[Node]:
        """The nodes of the directive where nothing is wrong."""
        raise NotImplementedError

    @property
    def domain(self) -> FactDomain:
        """The facts of the book."""
        return cast("FactDomain", self.env.domains["fact"])

    @property
    def reader(self) -> Reader:
        """Reads facts for the page, which is recorded."""
        return self.domain.page_reader

    def value(self, reading: Reading, words: str | None = None) -> Node:
        """A value that stands on the page."""
        provenance = provenance_of(reading, self.reader, names_column=False)
        return elements.linked_value(reading, self.env.docname, provenance, words)

    def phrase(self, name: str, *words: str) -> str:
        """Words around values in the language of the book, with the values where they go."""
        found = text.phrase(name, self.reader.locale)
        return found.format(*words) if words else found

    def cell(
        self, fact: Fact, statement: Statement, row: Row, column: Column, *, is_first: bool = False
    ) -> Node:
        """A cell of a table as a paragraph; the first of its row says if nobody has checked it."""
        reading = self.reader.cell(fact, statement, row, column)
        if reading is None:
            return elements.paragraph()
        doubt = reading.doubt if is_first else ""
        return elements.paragraph(self.value(reading), *elements.doubts(doubt))

    def gap(self, fact: Fact, statement: Statement, name: Column, where: str) -> list[Node]:
        """What the list of a day in the past leaves out because a date is missing.

        :param where: the conditions that the rows of the list meet.
        """
        table = statement.value
        if not isinstance(table, Table):
            return []
        undated = replace(table, rows=self.reader.undated(statement))
        rows = select(undated, Query(where), self.reader.locale)
        readings = [self.reader.cell(fact, statement, row, name) for row in rows]
        names = [reading.text if reading else "" for reading in readings]
        return [self.remark("undated", "; ".join(filter(None, names)))] if names else []

    def bound(self, name: str) -> Day | None:
        """An option that is a date.

        :raises Problem: it is none (F012).
        """
        written = self.option(name)
        try:
            return Day(written) if written else None
        except ValueError as error:
            raise Problem("F012", str(error)) from None

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
        self.blame(name)
        return self.given(name, default)

    def given(self, name: str, default: str = "") -> str:
        """An option, or what holds without it."""
        return str(self.options.get(name, default))

    def blame(self, *names: str) -> None:
        """Take a mistake to be about the first of these options that the page gives."""
        self.needle = next((f":{name}:" for name in names if name in self.options), self.needle)
