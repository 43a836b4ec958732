"""How the custom nodes of a book are written as Typst: what ``add_node`` takes as ``typst=``."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from docutils import nodes

from iomdocs.formats.typst.output import call
from iomdocs.formats.typst.structure import DEEPEST
from iomdocs.formats.typst.translator import TypstTranslator
from iomdocs.nodes import fact_anchor, fact_value

Visitors = tuple[Callable[..., Any], Callable[..., Any] | None]


def visit_fact_value(self: TypstTranslator, _node: fact_value) -> None:
    """Open a fact: its text is what the reader sees; the link around it names the fact."""
    self.output.add("#fact[")


def depart_fact_value(self: TypstTranslator, _node: fact_value) -> None:
    """Close what :func:`visit_fact_value` opened."""
    self.output.add("];")


def visit_fact_anchor(self: TypstTranslator, node: fact_anchor) -> None:
    """Print the name of a fact as a heading outside the contents.

    Only a label on a heading becomes a destination with a name in the PDF.
    """
    labels = self.targets.to_print(self.page, node, always=True)
    level = min(self.level + 1, DEEPEST)
    name = self.render(node)
    self.output.add(call("fact-anchor", name, id=labels[0] if labels else None, level=level))
    raise nodes.SkipNode


VISITORS: dict[type[nodes.Element], Visitors] = {
    fact_value: (visit_fact_value, depart_fact_value),
    fact_anchor: (visit_fact_anchor, None),
}
"""The custom nodes with their visitors."""
