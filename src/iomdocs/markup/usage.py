"""The links from the register to the pages that show a fact."""

from __future__ import annotations

from typing import Any

from docutils import nodes
from sphinx import addnodes
from sphinx.transforms.post_transforms import SphinxPostTransform

from iomdocs.markup.domain import fact_domain
from iomdocs.nodes import fact_usage


class UsageTransform(SphinxPostTransform):
    """Puts the links to the pages that show a fact in the place of :class:`fact_usage`."""

    default_priority = 5

    def run(self, **kwargs: Any) -> None:
        placeholders = list(self.document.findall(fact_usage))
        for placeholder in placeholders:
            pages = fact_domain(self.env).used_on.get(placeholder["fact"], ())
            links = [self._link(page) for page in pages]
            placeholder.replace_self(_separated(links))

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


def _separated(links: list[nodes.Element]) -> list[nodes.Node]:
    if not links:
        return []
    parts: list[nodes.Node] = [links[0]]
    for link in links[1:]:
        parts += [nodes.Text(", "), link]
    return parts
