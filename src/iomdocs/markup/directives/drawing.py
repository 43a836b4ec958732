"""What charts and maps share: a figure, what is to be known about it, and its data as a table."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any, ClassVar

from docutils import nodes
from docutils.parsers.rst import directives
from sphinx import addnodes

from iomdocs.diagnostics import Problem
from iomdocs.facts import text
from iomdocs.facts.phrases import SLOT
from iomdocs.facts.reading import Reading
from iomdocs.markup import elements
from iomdocs.markup.directives.base import FactDirective
from iomdocs.markup.directives.table import column_widths
from iomdocs.nodes import fact_data, fact_drawing

if TYPE_CHECKING:
    from docutils.nodes import Node

_NO_IDENTIFIER = re.compile(r"[^A-Za-z0-9-]")
"""What is written as its number, so that no two pages have drawings of one name."""


class DrawingDirective(FactDirective):
    """A directive that draws facts."""

    required_arguments = 1
    final_argument_whitespace = True
    option_spec: ClassVar[dict[str, Any]] = {
        "caption": directives.unchanged_required,
        "name": directives.unchanged_required,
        "data": directives.unchanged_required,
        "names": directives.unchanged_required,
    }

    def drawing_name(self) -> str:
        """An identifier for what is in a drawing, unique in the book."""
        number = self.env.new_serialno("fact-drawing") + 1
        page = _NO_IDENTIFIER.sub(lambda sign: f"_{ord(sign[0]):x}_", self.env.docname)
        return f"{page}-{number}"

    def names(self, labels: Sequence[str]) -> Sequence[str]:
        """What the parts of a drawing are called: by the option ``names``, or as the facts are.

        :raises Problem: there are more or fewer names than facts (C004).
        """
        given = [name.strip() for name in self.option("names").split(",") if name.strip()]
        if given and len(given) != len(labels):
            hint = "write one name for each, with commas between them"
            raise Problem("C004", f"{len(given)} names stand for {len(labels)} facts", hint)
        return [text.value_text(name, self.reader.locale) for name in given or labels]

    def figure(self, svg: str, alt: str, caption: Sequence[Node], legend: Sequence[Node]) -> Node:
        """The drawing with its caption, and with what is to be known about it below."""
        drawing = fact_drawing(alt, alt, svg=svg, support_smartquotes=False)
        figure = nodes.figure("", drawing, classes=["fact-figure"])
        if caption:
            figure += nodes.caption("", "", *caption)
        if legend:
            figure += nodes.legend("", *legend)
        for node in figure.findall(nodes.Element):
            self.set_source_info(node)
        self.add_name(figure)
        return figure

    def caption(
        self, labels: Sequence[str], dated: Sequence[tuple[str, Reading]] = ()
    ) -> Sequence[Node]:
        """The caption that the page gives, or the labels of the facts; and when they hold.

        :param dated: what has one date as a whole, with its name: a date that all share is told
            once, others behind the name of each.
        """
        given = self.given("caption")
        if len({reading.as_of for _, reading in dated}) > 1:
            each = list(_each_with_date(dated))
            return [nodes.Text(f"{given} "), _in_brackets(each)] if given else each
        words = given or text.value_text("; ".join(labels), self.reader.locale)
        when = elements.as_of(dated[0][1]) if dated else []
        return [nodes.Text(words), *([nodes.Text(","), *when] if when else [])]

    def remarks(self, *phrases: str) -> list[Node]:
        """A line of small type under a drawing."""
        words = " ".join(phrase for phrase in phrases if phrase)
        return [nodes.paragraph(words, words, classes=["fact-remark"])] if words else []

    def data(self, summary: str, headings: Sequence[str], rows: Sequence[Sequence[Node]]) -> Node:
        """The data of the drawing, or where the option ``data`` says that they are."""
        if page := self.option("data"):
            return self._page_with_data(page)
        widths = column_widths(headings, rows)
        table = elements.table(headings, rows, widths, ["fact-table"])
        node = fact_data("", table, summary=self.phrase(summary))
        for part in (node, table):
            self.set_source_info(part)
        return node

    def _page_with_data(self, page: str) -> nodes.paragraph:
        xref = addnodes.pending_xref(
            refdomain="std",
            reftype="doc",
            reftarget=page,
            refdoc=self.env.docname,
            refexplicit=False,
            refwarn=True,
        )
        xref += nodes.inline(page, page)
        self.set_source_info(xref)
        parts = elements.sentence(self.phrase("data-elsewhere").format(SLOT), [xref])
        return nodes.paragraph("", "", *parts, classes=["fact-data-elsewhere"])


def _in_brackets(dates: Sequence[Node]) -> nodes.inline:
    return nodes.inline("", "", nodes.Text("("), *dates, nodes.Text(")"), classes=["fact-dates"])


def _each_with_date(dated: Sequence[tuple[str, Reading]]) -> Iterator[Node]:
    """``Member States as of 29 April 2024; observer States as of 2024``."""
    for number, (name, reading) in enumerate(dated):
        yield nodes.Text(f"; {name}" if number else name)
        yield from elements.as_of(reading)
