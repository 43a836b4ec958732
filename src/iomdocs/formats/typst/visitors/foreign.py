"""Nodes of other extensions, known by the names of their classes, and of raw HTML.

No extension is imported for them: a book may have any release of it, or none.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes
from sphinx.util import logging

from iomdocs.formats.typst.escape import text
from iomdocs.formats.typst.output import Markup, call
from iomdocs.formats.typst.sources import located
from iomdocs.formats.typst.tree import elements
from iomdocs.formats.typst.visitors import blocks
from iomdocs.formats.typst.visitors.design import COMPONENTS
from iomdocs.formats.typst.visitors.listings import raw
from iomdocs.formats.typst.visitors.structure import nothing, visit_silent

if TYPE_CHECKING:
    from docutils.nodes import Element

    from iomdocs.formats.typst.translator import TypstTranslator, Visit, Visitors

logger = logging.getLogger(__name__)

FILMS = {
    "youtube": "https://www.youtube.com/watch?v={}",
    "vimeo": "https://vimeo.com/{}",
    "peertube": "{}",
}
"""Addresses of films by the class of their node (sphinxcontrib-youtube)."""


def visit_disclosure(self: TypstTranslator, node: Element) -> None:
    """What a website lets its readers open, laid open."""
    title = self.take(node, nodes.title)
    self.add_block(node, call("disclosed", title, self.render(node)))


def visit_aligned(self: TypstTranslator, node: Element) -> None:
    """Blocks at a side."""
    self.add_block(node, call("at-side", str(node["align"]), self.render(node)))


def visit_container(self: TypstTranslator, node: Element) -> None:
    """A component of sphinx-design, tabs of sphinx-tabs, or any other container."""
    component = str(node.get("design_component", ""))
    if component in COMPONENTS:
        COMPONENTS[component][0](self, node)
    elif "sphinx-tabs" in node.get("classes", ()):
        _tabs(self, node)
    else:
        blocks.visit_container(self, node)


def visit_inline_tab(self: TypstTranslator, node: Element) -> None:
    """A tab of sphinx-inline-tabs."""
    label = self.take(node, nodes.label)
    self.add_block(node, call("tab", label, self.render(node)))


def visit_film(self: TypstTranslator, node: Element) -> None:
    """The address of a film, behind what it is called."""
    name = type(node).__name__
    given: list[tuple[str, str, bool]] = node.get("sources", [])
    sources = [address for address, *_ in given]
    if name in FILMS and node.get("id"):
        sources = [FILMS[name].format(node["id"])]
    title = next(filter(None, (str(node.get(key, "")) for key in ("caption", "alt", "title"))), "")
    line = nodes.paragraph("", f"{title}: " if title else "")
    for number, address in enumerate(sources):
        line += [nodes.Text(", " if number else ""), nodes.reference("", address, refuri=address)]
    self.add_block(node, self.render(line).source)


def source_of(attribute: str) -> tuple[Visit, None]:
    """A visitor that prints the source of a diagram, which is said to the author."""

    def visit(self: TypstTranslator, node: Element) -> None:
        visit_diagram_source(self, node, str(node.get(attribute, "")))

    return visit, None


def visit_diagram_source(self: TypstTranslator, node: Element, source: str) -> None:
    """A diagram as its source: the PDF has no program to draw it."""
    logger.warning(
        "the PDF prints this diagram as its source",
        location=located(node),
        type="iomdocs",
        subtype="P001",
    )
    self.add_block(node, call("listing", raw(source.rstrip(), block=True)))


def visit_foreign_admonition(self: TypstTranslator, node: Element) -> None:
    """A box of an extension: a theorem, a proof, an exercise, with its number if it has one."""
    title = next((child for child in node.children if isinstance(child, nodes.title)), None)
    words = _title_words(self, node, title)
    for holder in [child for child in node.children if _only_holds(child)]:
        node.replace(holder, holder.children)
    if not node.children:
        raise nodes.SkipNode
    if not words:
        self.add_block(node, self.render(node).source)
    if title is not None:
        node.remove(title)
    kind = next(filter(None, (str(node.get(key, "")) for key in _KINDS)), "admonition")
    self.add_block(node, call("admonition", kind, Markup(words), self.render(node)))


_KINDS = ("realtype", "type")
"""Where sphinx-proof and sphinx-exercise say what kind of box a node is."""


def _title_words(self: TypstTranslator, node: Element, title: Element | None) -> str:
    """What stands above a box: its kind and number, which a website adds too, and its title."""
    standard = self.builder.env.domains.standard_domain
    kind = standard.get_enumerable_node_type(node) or ""
    number = self.number_of(node, kind)
    name = str(node.get("realtype", kind)).capitalize()
    label = name if "realtype" in node else ""
    if number:
        given = str(title.get("title", "")) if title is not None else ""
        pattern = given if "%s" in given else f"{name} %s"
        label = pattern.replace("%s", number)
    rest = self.render(title).source if title is not None else ""
    return " ".join(filter(None, (text(label) if label else "", rest)))


def _only_holds(node: nodes.Node) -> bool:
    """Whether something without a title only holds the content of the box around it."""
    kinds = nodes.section | nodes.admonition
    return isinstance(node, kinds) and not any(isinstance(c, nodes.title) for c in node.children)


def _tabs(self: TypstTranslator, node: Element) -> None:
    """Tabs of sphinx-tabs: for a website labels and panels apart, for others label by panel."""
    children = elements(node)
    if children and type(children[0]).__name__ == "SphinxTabsTablist":
        labels = [self.render(label) for label in elements(children[0])]
        panels = children[1:]
    else:
        panels = [child for child in children if elements(child)]
        labels = [Markup(_label(self, elements(panel)[0])) for panel in panels]
        for panel in panels:
            panel.remove(panel.children[0])
    pairs = zip(labels, map(self.render, panels), strict=False)
    self.add_block(node, "".join(call("tab", label, panel) for label, panel in pairs))


def _label(self: TypstTranslator, node: Element) -> str:
    """The words of a label, which the extension makes of blocks."""
    paragraph = next(iter(node.findall(nodes.paragraph)), None)
    return text(node.astext()) if paragraph is None else self.render(paragraph).source


VISITORS: Visitors = {
    "disclosure": (visit_disclosure, None),
    "aligned": (visit_aligned, None),
    "container": (visit_container, None),
    # sphinx-design
    "PassthroughTextElement": (blocks.visit_paragraph, blocks.depart_paragraph),
    "sd_icon": (visit_silent, None),
    "fontawesome": (visit_silent, None),
    # sphinx.ext: autosummary puts tables and whole pages into what it calls comments
    "autosummary_table": (nothing, None),
    "autosummary_toc": (nothing, None),
    "todo_node": (blocks.visit_admonition, None),
    "todolist": (visit_silent, None),
    "viewcode_anchor": (visit_silent, None),
    # sphinx-inline-tabs, sphinx-togglebutton, nbsphinx
    "TabContainer": (visit_inline_tab, None),
    "ToggleAllInGroupNode": (visit_silent, None),
    "CodeAreaNode": (nothing, None),
    "FancyOutputNode": (nothing, None),
    # sphinx-proof, sphinx-exercise, and others that make boxes of their own
    "Admonition": (visit_foreign_admonition, None),
    # films and diagrams
    "video_node": (visit_film, None),
    **dict.fromkeys(FILMS, (visit_film, None)),
    "mermaid": source_of("code"),
    "plantuml": source_of("uml"),
}
