"""``fact:claims``: what each source says of one disputed fact."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, ClassVar

from docutils import nodes
from docutils.parsers.rst import directives

from iomdocs.facts.reading import Claim
from iomdocs.markup import elements
from iomdocs.markup.directives.base import FactDirective
from iomdocs.markup.directives.table import column_widths

if TYPE_CHECKING:
    from docutils.nodes import Node

COLUMNS = ("value", "time", "sources", "standing", "confidence", "note")


class ClaimsDirective(FactDirective):
    """``fact:claims``: a table with a row for each statement about the time of the one shown.

    A day behind the id, ``finance.budget@2020``, asks for those of another time, ``:all:`` for
    those of all times. A column in which nothing stands is left out.
    """

    required_arguments = 1
    option_spec: ClassVar[dict[str, Any]] = {
        "all": directives.flag,
        "caption": directives.unchanged_required,
    }

    def show(self) -> list[Node]:
        claims = self.reader.claims(self.arguments[0], every="all" in self.options)
        rows = [self._cells(claim) for claim in claims]
        kept = [n for n in range(len(COLUMNS)) if any(row[n].astext() for row in rows)]
        headings = [self.phrase(f"claim-{COLUMNS[n]}") for n in kept]
        cells = [[row[n] for n in kept] for row in rows]
        caption = self.phrase("claims").format(claims[0].reading.label)
        node = elements.table(
            headings,
            cells,
            column_widths(headings, cells),
            ["fact-table", "fact-claims"],
            self.options.get("caption", caption),
        )
        self.set_source_info(node)
        return [node]

    def _cells(self, claim: Claim) -> Sequence[Node]:
        reading = claim.reading
        return [
            elements.paragraph(self.value(reading), *elements.unit(reading)),
            elements.paragraph(nodes.Text(reading.as_of)),
            elements.paragraph(elements.citation(reading.sources, self.env.docname)),
            *(
                elements.paragraph(nodes.Text(words))
                for words in (claim.standing, claim.confidence, claim.note)
            ),
        ]
