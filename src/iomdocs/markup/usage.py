"""The links between values and the register: from each value, and to the pages that show a fact.

A page has one of them for each value and the register one for each showing of a fact; Sphinx would
look each up for itself, as it does with a link that can lead anywhere.
"""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from functools import cached_property
from typing import Any

from docutils import nodes
from sphinx import addnodes
from sphinx.errors import NoUri
from sphinx.transforms.post_transforms import SphinxPostTransform
from sphinx.util.nodes import clean_astext

from iomdocs.markup.domain import FactDomain, fact_domain
from iomdocs.nodes import fact_places, fact_usage

PRINT = "typst"
"""The format of a builder whose pages have numbers."""


class EntryLinks(SphinxPostTransform):
    """Leads the values of a page to the register, just before Sphinx resolves all other links."""

    default_priority = 9

    def run(self, **kwargs: Any) -> None:
        domain, builder = fact_domain(self.env), self.app.builder
        entries = [x for x in self.document.findall(addnodes.pending_xref) if _is_entry(x)]
        with suppress(NoUri):  # of a format in which no page has an address
            for xref in entries:
                docname, target, value = xref["refdoc"], xref["reftarget"], xref.children[0]
                assert isinstance(value, nodes.Element)
                link = domain.resolve_xref(
                    self.env, docname, builder, xref["reftype"], target, xref, value
                )
                if link is not None:
                    xref.parent.replace(xref, link)


def _is_entry(xref: addnodes.pending_xref) -> bool:
    return bool(xref.get("refdomain") == FactDomain.name)


class UsageTransform(SphinxPostTransform):
    """Puts the links to the pages that show a fact in the place of :class:`fact_usage`.

    An ePub, which has no search that reads the nodes of a page, writes the links from the node.
    """

    default_priority = 5

    def is_supported(self) -> bool:
        """Everywhere but in print, where :class:`PlacesTransform` has been."""
        return self.app.builder.format != PRINT

    def run(self, **kwargs: Any) -> None:
        is_book = self.app.builder.name == "epub"
        for placeholder in list(self.document.findall(fact_usage)):
            fact = str(placeholder["fact"])
            pages = fact_domain(self.env).used_on.get(fact, ())
            if is_book:
                placeholder["links"] = [self._pages[page] for page in pages]
                continue
            parts = [part for page in pages for part in (nodes.Text(", "), *self.links(page, fact))]
            placeholder.replace_self(parts[1:])

    def links(self, page: str, fact: str) -> list[nodes.Node]:
        """The link to a page, and what else stands with it; the name where there are no links.

        It is what Sphinx makes of the role ``doc``.
        """
        address, title = self._pages[page]
        if address is None:
            return [nodes.inline(page, page)]
        content = nodes.inline(title, title, classes=["doc"])
        return [nodes.reference("", "", content, internal=True, refuri=address)]

    @cached_property
    def _pages(self) -> Mapping[str, tuple[str | None, str]]:
        """Address and title of each page that shows a fact; no address in a format without any."""
        titles = {page: self.env.titles[page] for page in fact_domain(self.env).shown}
        return {page: (self._address(page), clean_astext(titles[page])) for page in titles}

    def _address(self, page: str) -> str | None:
        docname = self.env.current_document.docname
        try:
            return self.app.builder.get_relative_uri(docname, page)
        except NoUri:
            return None


class PlacesTransform(UsageTransform):
    """The same for a book in print, where pages have numbers: :class:`fact_places` behind each."""

    default_priority = 4

    def is_supported(self) -> bool:
        """In print only."""
        return self.app.builder.format == PRINT

    def links(self, page: str, fact: str) -> list[nodes.Node]:
        return [*super().links(page, fact), fact_places(fact=fact, page=page)]
