"""How the custom nodes of a book are written as Typst: what ``add_node`` takes as ``typst=``."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, cast

from docutils import nodes

from iomdocs.formats.typst.output import HARDLY_MOVED, Code, Markup, call, expression
from iomdocs.formats.typst.translator import TypstTranslator
from iomdocs.formats.typst.tree import ancestors
from iomdocs.formats.typst.visitors.references import fact_link, place_of_fact
from iomdocs.formats.typst.visitors.structure import DEEPEST
from iomdocs.formats.typst.visitors.tables import side_by_side, table_call
from iomdocs.nodes import fact_anchor, fact_data, fact_drawing, fact_places, fact_value

if TYPE_CHECKING:
    from iomdocs.formats.typst.builder import TypstPdfBuilder

Visitors = tuple[Callable[..., Any], Callable[..., Any] | None]


def visit_fact_value(self: TypstTranslator, node: fact_value) -> None:
    """Open a fact: its text is what the reader sees; the link around it names the fact.

    In its own row of the register a fact has no link; it gets one, to be found by programs. Where
    there is none, in a link to another place and in a book without a register, an element says
    that the words are a fact.
    """
    around = next((each for each in ancestors(node) if isinstance(each, nodes.reference)), None)
    if around is not None and "fact-link" in around["classes"]:
        is_linked = bool(self.targets.of_reference(self.page, around))
        opening = "" if is_linked else f"#{HARDLY_MOVED}["
    else:
        has_row = around is None and self.targets.of_fact(str(node["fact"]))
        opening = fact_link(self, node) if has_row else f"#{HARDLY_MOVED}["
    self.output.add(f"{opening}#fact[")
    self.closings.append("];];" if opening else "];")


def depart_fact_value(self: TypstTranslator, _node: fact_value) -> None:
    """Close what :func:`visit_fact_value` opened."""
    self.output.add(self.closings.pop())


def visit_fact_places(self: TypstTranslator, node: fact_places) -> None:
    """The pages in print on which a page of the sources shows a fact."""
    place = place_of_fact(node, str(node["page"]))
    self.asked.append(place)
    self.output.add(call("fact-pages", place))


def visit_fact_anchor(self: TypstTranslator, node: fact_anchor) -> None:
    """Print the name of a fact as a heading outside the contents.

    Only a label on a heading becomes a destination with a name in the PDF.
    """
    labels = self.targets.to_print(self.page, node, always=True)
    level = min(self.level + 1, DEEPEST)
    name = self.render(node)
    self.output.add(call("fact-anchor", name, id=labels[0] if labels else None, level=level))
    raise nodes.SkipNode


def visit_fact_drawing(self: TypstTranslator, node: fact_drawing) -> None:
    """A drawing as a picture whose description is its text."""
    builder = cast("TypstPdfBuilder", self.builder)
    name = builder.add_drawing(node["svg"])
    drawn = expression("image", name, alt=node.astext(), width=Code("100%"))
    self.add_block(node, call("picture", drawn))


def visit_fact_data(self: TypstTranslator, node: fact_data) -> None:
    """The table of a drawing in small type; a long and narrow one stands in parts side by side."""
    tables = [table for table in node.children if isinstance(table, nodes.table)]
    parts = [part for table in tables for part in side_by_side(table)]
    paper = str(self.config.typst_paper)
    calls = [Markup(table_call(part, None, self.render, paper=paper, small=True)) for part in parts]
    self.add_block(node, call("drawing-data", str(node["summary"]), *calls))


VISITORS: dict[type[nodes.Element], Visitors] = {
    fact_value: (visit_fact_value, depart_fact_value),
    fact_anchor: (visit_fact_anchor, None),
    fact_places: (visit_fact_places, None),
    fact_drawing: (visit_fact_drawing, None),
    fact_data: (visit_fact_data, None),
}
"""The custom nodes with their visitors."""
