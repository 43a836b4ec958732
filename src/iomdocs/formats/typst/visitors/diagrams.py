"""Diagrams that Graphviz draws: sphinx.ext.graphviz and sphinx.ext.inheritance_diagram."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, cast

from docutils import nodes
from sphinx.ext.graphviz import GraphvizError, render_dot
from sphinx.util import logging

from iomdocs.formats.typst.output import Code, call, expression
from iomdocs.formats.typst.sources import located
from iomdocs.formats.typst.visitors.foreign import visit_diagram_source

if TYPE_CHECKING:
    from docutils.nodes import Element

    from iomdocs.formats.typst.builder import TypstPdfBuilder
    from iomdocs.formats.typst.translator import TypstTranslator, Visitors

logger = logging.getLogger(__name__)

WIDEST = 380
"""Points up to which a drawing keeps its own width; a wider one is as wide as the text."""
TYPE = "font-family=\"'Source Sans 3',sans-serif\""
"""The type of all drawings: only the fonts of the PDF are there."""

_WIDTH = re.compile(r'<svg width="([\d.]+)pt"')
_HEAD = re.compile(r"\A.*?(?=<svg )", re.DOTALL)
_TYPE = re.compile(r'font-family="[^"]*"')


def visit_graphviz(self: TypstTranslator, node: Element) -> None:
    """A graph as a drawing; its source is its description where it has no other."""
    source = str(node["code"])
    _draw(self, node, source, node.get("options", {}), str(node.get("alt", source)))


def visit_inheritance_diagram(self: TypstTranslator, node: Element) -> None:
    """Which class stands on which."""
    graph = node["graph"]
    source = graph._generate_dot("inheritance", config=self.config)  # noqa: SLF001
    _draw(self, node, source, {}, f"Inheritance diagram of {node['content']}")


def _draw(
    self: TypstTranslator, node: Element, source: str, options: dict[str, str], description: str
) -> None:
    drawing = _svg(self, node, source, options)
    if not drawing:
        visit_diagram_source(self, node, source)
    builder = cast("TypstPdfBuilder", self.builder)
    width = _WIDTH.search(drawing)
    fits = width is not None and float(width[1]) <= WIDEST
    drawn = expression(
        "image",
        builder.add_drawing(drawing),
        alt=" ".join(description.split()),
        width=Code(f"{width[1]}pt" if width and fits else "100%"),
    )
    in_line = isinstance(node.parent, nodes.TextElement)
    markup = call("picture", drawn, align=str(node.get("align", "")), in_line=in_line)
    if in_line:
        self.output.add(markup)
        raise nodes.SkipNode
    self.add_block(node, markup)


def _svg(self: TypstTranslator, node: Element, source: str, options: dict[str, str]) -> str:
    """The drawing, or nothing where Graphviz cannot make it: Sphinx says why."""
    try:
        _, file = render_dot(self, source, options, "svg", "graphviz")  # type: ignore[arg-type]
    except GraphvizError as error:
        logger.warning("%s", error, location=located(node), type="iomdocs", subtype="P001")
        return ""
    if file is None:
        return ""
    drawing = _HEAD.sub("", file.read_text("utf-8"))
    file.unlink()
    return _TYPE.sub(TYPE, drawing)


VISITORS: Visitors = {
    "graphviz": (visit_graphviz, None),
    "inheritance_diagram": (visit_inheritance_diagram, None),
}
