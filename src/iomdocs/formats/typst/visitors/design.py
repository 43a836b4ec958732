"""Components of sphinx-design in print: all laid open, side by side where they fit.

The extension makes containers with the name of a component (``design_component``); only its
builder for websites knows more. Card, grid, tab and dropdown are told by these names.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from docutils import nodes

from iomdocs.formats.typst.output import Value, call
from iomdocs.formats.typst.tree import elements

if TYPE_CHECKING:
    from docutils.nodes import Element

    from iomdocs.formats.typst.translator import TypstTranslator, Visit, Visitors

MOST_COLUMNS = 3
"""Columns of a grid that a page has room for."""
ROOM = 900
"""Characters that all columns of a grid together may have, each as long as the longest."""

AVATAR = "12mm"
"""Width of the picture of an author."""

_COLUMNS = re.compile(r"sd-row-cols-(?:md-)?(\d+)")
_TWELFTHS = re.compile(r"sd-col-(?:md-)?(\d+)")
_WIDE = (nodes.literal_block, nodes.table, nodes.figure)


def visit_titled(function: str) -> tuple[Visit, None]:
    """A visitor for what has a title, if any, as a rubric."""

    def visit(self: TypstTranslator, node: Element) -> None:
        title = self.take(node, nodes.rubric)
        self.add_block(node, call(function, title, self.render(node)))

    return visit, None


def visit_row(self: TypstTranslator, node: Element) -> None:
    """Items side by side, as many as the source asks for and the page has room for."""
    items = elements(node)
    cells = [item for item in items if item.children]
    loose = [item for item in items if not item.children]
    for image in node.findall(nodes.image):
        classes: list[str] = image.get("classes", [])
        if any(name.startswith("sd-avatar") for name in classes):
            image["width"] = AVATAR
    for target in loose:
        target.walkabout(self)
    columns = _columns(node, cells)
    self.add_block(node, call("side-by-side", columns, *map(self.render, cells)))


def visit_cards(self: TypstTranslator, node: Element) -> None:
    """A row of cards that a website moves along."""
    cells: list[Element] = [nodes.container("", card) for card in elements(node)]
    self.add_block(node, call("side-by-side", _columns(node, cells), *map(self.render, cells)))


def visit_card(self: TypstTranslator, node: Element) -> None:
    """A box with a title that is a link, header, footer and pictures."""
    for overlay in _components(node, "card-overlay"):
        overlay.parent.replace(overlay, overlay.children)
    title, link = _title_and_link(node)
    slots: dict[str, Value] = {}
    for slot in ("header", "footer"):
        for part in _components(node, f"card-{slot}"):
            part.parent.remove(part)
            slots[slot] = self.render(part)
    if link is not None and (title is None or title.astext().strip() != link.astext().strip()):
        slots["link"] = self.render(nodes.inline("", "", link.deepcopy()))
    heading = None if title is None else self.render(_linked(title, link))
    self.add_block(node, call("panel", heading, self.render(node), **slots))


def _title_and_link(card: Element) -> tuple[Element | None, Element | None]:
    """The title of a card and the reference that all of it stands for, taken out of it."""
    title = next(_components(card, "card-title"), None)
    if title is not None:
        title.parent.remove(title)
    last = card.children[-1] if card.children else None
    if not isinstance(last, nodes.TextElement) or isinstance(last, nodes.paragraph):
        return title, None
    card.remove(last)
    references = list(last.findall(nodes.reference))
    return title, references[0] if references else last


def _linked(title: Element, link: Element | None) -> Element:
    """The title inside the link of its card, unless it has a link of its own."""
    if not isinstance(link, nodes.reference) or list(title.findall(nodes.reference)):
        return title
    around = link.copy()
    around += [part for child in title.children for part in child.children]
    return nodes.inline("", "", around)


def _components(node: Element, name: str) -> Iterator[Element]:
    """The components of a name in a card; those of cards inside it belong to these."""
    for child in list(node.children):
        if isinstance(child, nodes.container):
            if child.get("design_component") == name:
                yield child
            elif child.get("design_component") in {"card-body", "card-overlay"}:
                yield from _components(child, name)


def _columns(row: Element, cells: list[Element]) -> int:
    """How many items stand side by side."""
    given = _COLUMNS.findall(" ".join(row.get("classes", ())))
    widths = _TWELFTHS.findall(" ".join(" ".join(cell.get("classes", ())) for cell in cells))
    if any(cell.next_node(_is_wide) for cell in cells):
        return 1
    asked = int(given[-1]) if given else 12 // max(1, int(widths[-1])) if widths else len(cells)
    longest = max((len(cell.astext()) for cell in cells), default=0)
    return max(1, min(asked, MOST_COLUMNS, len(cells), ROOM // (longest or 1)))


def _is_wide(node: nodes.Node) -> bool:
    """Whether a node needs the whole width: code, tables, a grid in a grid."""
    is_grid = isinstance(node, nodes.container) and node.get("design_component") == "grid-row"
    return isinstance(node, _WIDE) or is_grid


COMPONENTS: Visitors = {
    "aside": visit_titled("topic"),
    "dropdown": visit_titled("disclosed"),
    "tab-item": visit_titled("tab"),
    "grid-row": (visit_row, None),
    "card-carousel": (visit_cards, None),
    "card": (visit_card, None),
}
"""By name of a component; any other only holds what is in it."""
