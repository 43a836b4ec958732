"""Blocks of text: paragraphs, quotations, boxes, code, pictures, tables."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from docutils import nodes
from sphinx.locale import admonitionlabels
from sphinx.util import logging

from iomdocs.formats.typst.escape import text
from iomdocs.formats.typst.output import Markup, call
from iomdocs.formats.typst.tree import ancestors
from iomdocs.formats.typst.visitors.figures import measure, picture, stands_alone
from iomdocs.formats.typst.visitors.grid import grid_of
from iomdocs.formats.typst.visitors.listings import listing
from iomdocs.formats.typst.visitors.tables import table_call

if TYPE_CHECKING:
    from docutils.nodes import Element

    from iomdocs.formats.typst.translator import TypstTranslator, Visit, Visitors


logger = logging.getLogger(__name__)

MOST_RULES = 50
"""Rules of the template that work on one place at most; Typst 0.15 gives up at 64."""
_COSTS: Mapping[type[nodes.Element], int] = {nodes.block_quote: 5, nodes.table: 7}
"""How many of them each takes."""


def visit_paragraph(self: TypstTranslator, node: Element) -> None:
    """Begin a paragraph."""
    self.begin_block(node)


def depart_paragraph(self: TypstTranslator, _node: Element) -> None:
    """End a paragraph."""
    self.output.block()


def box(function: str) -> tuple[Visit, None]:
    """A visitor that hands the content of a node to a function of the template."""

    def visit(self: TypstTranslator, node: Element) -> None:
        self.add_block(node, call(function, self.render(node)))

    return visit, None


def visit_block_quote(self: TypstTranslator, node: Element) -> None:
    """A quotation, and who is quoted."""
    if _is_too_deep(node):
        self.add_block(node, self.render(node).source)
    attribution = self.take(node, nodes.attribution)
    self.add_block(node, call("quotation", self.render(node), attribution=attribution))


def visit_admonition(self: TypstTranslator, node: Element) -> None:
    """A box with a title: its own, or the word for its kind in the language of the book."""
    kind = type(node).__name__
    title = self.take(node, nodes.title)
    if title is None:
        title = Markup(_label(kind))
    self.add_block(node, call("admonition", kind, title, self.render(node)))


def visit_topic(self: TypstTranslator, node: Element) -> None:
    """A card of facts, or another box with a title beside the flow of the text."""
    function = "card" if "fact-card" in node.get("classes", ()) else "topic"
    title = self.take(node, nodes.title)
    if title is not None and not title.source:
        title = None
    subtitle = self.take(node, nodes.subtitle)
    body = self.render(node)
    self.add_block(node, call(function, title, body, subtitle=subtitle))


def visit_literal_block(self: TypstTranslator, node: Element) -> None:
    """Code as it is; with marks inside it where the source has them."""
    if any(isinstance(part, nodes.Element) for part in node.children):
        self.verbatim = True
        content = self.render(node)
        self.verbatim = False
        self.add_block(node, call("parsed", content))
    self.add_block(node, listing(self, node, None))


def visit_container(self: TypstTranslator, node: Element) -> None:
    """Code with its caption; any other container only holds what is in it."""
    code = next((part for part in node.children if isinstance(part, nodes.literal_block)), None)
    if node.get("literal_block") and code is not None:
        caption = self.take(node, nodes.caption)
        self.add_block(node, listing(self, code, _numbered(self, node, "code-block", caption)))


def visit_figure(self: TypstTranslator, node: Element) -> None:
    """A picture with its caption and legend."""
    caption = self.take(node, nodes.caption)
    caption = _numbered(self, node, "figure", caption)
    legend = self.take(node, nodes.legend)
    width = measure(str(node.get("width", "")))
    align = str(node.get("align", ""))
    pictures = [str(image["uri"]) for image in node.findall(nodes.image)]
    body = self.render(node)
    self.add_block(
        node,
        call(
            "illustration",
            body,
            caption=caption,
            legend=legend,
            width=width,
            align=align,
            has_picture=any(address in self.builder.images for address in pictures),
        ),
    )


def visit_image(self: TypstTranslator, node: Element) -> None:
    """A picture in a line, or as a block of its own."""
    if stands_alone(node):
        self.add_block(node, picture(self, node))
    self.output.add(picture(self, node))
    raise nodes.SkipNode


def visit_table(self: TypstTranslator, node: Element) -> None:
    """A table with its caption."""
    assert isinstance(node, nodes.table)
    if _is_too_deep(node):
        cells = [self.render(cell.entry).source for cell in grid_of(node).cells]
        title = self.take(node, nodes.title)
        self.add_block(node, "\n\n".join([title.source, *cells] if title else cells))
    caption = _numbered(self, node, "table", self.take(node, nodes.title))
    self.output.flush()  # a label inside a header would stand on every page that repeats it
    paper = str(self.config.typst_paper)
    self.add_block(node, table_call(node, caption, self.render, paper=paper))


def visit_transition(self: TypstTranslator, node: Element) -> None:
    """A pause between two parts of a text."""
    self.add_block(node, call("transition"))


def _is_too_deep(node: Element) -> bool:
    """Whether a quotation or a table stands inside more others than Typst sets.

    The outermost that does is told to the author.
    """
    around = sum(_COSTS.get(type(each), 0) for each in ancestors(node))
    if around + _COSTS.get(type(node), 0) <= MOST_RULES:
        return False
    if not any(each.get("too-deep") for each in ancestors(node)):
        logger.warning(
            "this stands too deep inside quotations or tables; the PDF prints only its text",
            location=node,
            type="iomdocs",
            subtype="P001",
        )
    node["too-deep"] = True
    return True


def _label(kind: str) -> str:
    return text(str(admonitionlabels.get(kind, kind.capitalize())))


def _numbered(
    self: TypstTranslator, node: Element, kind: str, caption: Markup | None
) -> Markup | None:
    """The caption behind its number, where the book counts figures, tables and listings."""
    if caption is None or not self.config.numfig:
        return caption
    number = self.number_of(node, kind)
    if not number:
        return caption
    prefix = str(self.config.numfig_format.get(kind, "%s")).replace("%s", number)
    return Markup(f"{call('caption-number', prefix)} {caption.source}")


_ADMONITIONS = (
    "admonition",
    "attention",
    "caution",
    "danger",
    "error",
    "hint",
    "important",
    "note",
    "seealso",
    "tip",
    "warning",
)
_PARAGRAPHS = (
    "paragraph",
    "compact_paragraph",
    "attribution",
    "caption",
    "author",
    "organization",
    "contact",
    "version",
    "revision",
    "status",
    "date",
    "copyright",
    "authors",
    "line",
)

VISITORS: Visitors = {
    **dict.fromkeys(_PARAGRAPHS, (visit_paragraph, depart_paragraph)),
    **dict.fromkeys(_ADMONITIONS, (visit_admonition, None)),
    "block_quote": (visit_block_quote, None),
    "topic": (visit_topic, None),
    "sidebar": (visit_topic, None),
    "centered": box("centered"),
    "versionmodified": box("version-note"),
    "legend": box("legend"),
    "literal_block": (visit_literal_block, None),
    "doctest_block": (visit_literal_block, None),
    "address": (visit_literal_block, None),
    "container": (visit_container, None),
    "figure": (visit_figure, None),
    "image": (visit_image, None),
    "table": (visit_table, None),
    "transition": (visit_transition, None),
}
