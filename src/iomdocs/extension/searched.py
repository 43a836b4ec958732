"""The facts of a book as results of its search."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from iomdocs.diagnostics import Problem
from iomdocs.facts.reading import Reading
from iomdocs.formats.html.search.records import Record
from iomdocs.markup.domain import fact_domain

if TYPE_CHECKING:
    from sphinx.application import Sphinx


class SearchedFacts:
    """Each fact with its value and date.

    It leads to the register, or in a book without one to the first page that shows the fact.
    """

    def records(self, app: Sphinx) -> Iterator[Record]:
        """A record for each fact that a page shows or the register has."""
        domain = fact_domain(app.env)
        for fact in domain.facts.values():
            docname = domain.register or next(iter(domain.used_on.get(fact.id, ())), None)
            if docname is None:
                continue
            try:
                reading = domain.reader.read(fact.id, tables=True)
            except Problem:
                continue  # told already when the facts were checked
            anchor = f"fact-{fact.id}" if domain.register else ""
            yield Record("fact", fact.label, _words(reading), docname, anchor, fact.id)


def _words(reading: Reading) -> str:
    quantity = " ".join(filter(None, (reading.text, reading.unit)))
    return ", ".join(filter(None, (quantity, reading.as_of, reading.doubt)))
