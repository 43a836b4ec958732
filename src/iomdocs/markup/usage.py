"""The links from the register to the pages that show a fact."""

from __future__ import annotations

from typing import Any

from docutils import nodes
from sphinx import addnodes
from sphinx.transforms.post_transforms import SphinxPostTransform

from iomdocs.markup.domain import fact_domain
from iomdocs.nodes import fact_places, fact_usage

PRINT = "typst"
"""The format of a builder whose pages have numbers."""


class UsageTransform(SphinxPostTransform):
    """Puts the links to the pages that show a fact in the place of :class:`fact_usage`."""

    default_priority = 5

    def is_supported(self) -> bool:
        """Everywhere but in print, where :class:`PlacesTransform` has been."""
        return self.app.builder.format != PRINT

    def run(self, **kwargs: Any) -> None:
        for placeholder in list(self.document.findall(fact_usage)):
            fact = str(placeholder["fact"])
            pages = fact_domain(self.env).used_on.get(fact, ())
            parts = [part for page in pages for part in (nodes.Text(", "), *self.links(page, fact))]
            placeholder.replace_self(parts[1:])

    def links(self, page: str, fact: str) -> list[nodes.Node]:
        """The link to a page, and what else stands with it."""
        return [self._link(page)]

    def _link(self, page: str) -> nodes.Element:
        xref = addnodes.pending_xref(
            refdomain="std",
            reftype="doc",
            reftarget=f"/{page}",
            refdoc=self.env.current_document.docname,
            refexplicit=False,
            refwarn=True,
        )
        xref += nodes.inline(page, page)
        return xref


class PlacesTransform(UsageTransform):
    """The same for a book in print, where pages have numbers: :class:`fact_places` behind each."""

    default_priority = 4

    def is_supported(self) -> bool:
        """In print only."""
        return self.app.builder.format == PRINT

    def links(self, page: str, fact: str) -> list[nodes.Node]:
        return [*super().links(page, fact), fact_places(fact=fact, page=page)]
