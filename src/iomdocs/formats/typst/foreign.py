"""Nodes of other extensions, known by the names of their classes, and of raw HTML."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes

from iomdocs.formats.typst.output import call

if TYPE_CHECKING:
    from docutils.nodes import Element

    from iomdocs.formats.typst.translator import TypstTranslator, Visitors


def visit_disclosure(self: TypstTranslator, node: Element) -> None:
    """What a website lets its readers open, laid open."""
    title = self.take(node, nodes.title)
    self.add_block(node, call("disclosed", title, self.render(node)))


def visit_aligned(self: TypstTranslator, node: Element) -> None:
    """Blocks at a side."""
    self.add_block(node, call("at-side", str(node["align"]), self.render(node)))


VISITORS: Visitors = {
    "disclosure": (visit_disclosure, None),
    "aligned": (visit_aligned, None),
}
