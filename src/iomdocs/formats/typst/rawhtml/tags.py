"""What is known of the elements of HTML (the Living Standard), as tables."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from docutils import nodes

MOST_DIGITS = 9
"""Digits of a number up to which all programs take it."""


@dataclass(slots=True, eq=False)
class Tag:
    """An element of HTML with what is in it: text, further elements, nodes of the book."""

    name: str
    attributes: dict[str, str] = field(default_factory=dict)
    line: int = 0
    children: list[Item] = field(default_factory=list)

    def text(self) -> str:
        """All words in it."""
        return "".join(map(text_of, self.children))

    def number(self, name: str, default: int) -> int:
        """The number that an attribute gives; the default for anything else, or too many digits."""
        given = self.attributes.get(name, "").strip()
        return int(given) if given.isdecimal() and len(given) <= MOST_DIGITS else default


Item = Tag | str | nodes.Node


def text_of(item: Item) -> str:
    """The words of an item."""
    if isinstance(item, str):
        return item
    return item.text() if isinstance(item, Tag) else item.astext()


def tags(items: Sequence[Item], *names: str) -> list[Tag]:
    """The elements of some names among items, also those in elements that only group."""
    found: list[Tag] = []
    for item in items:
        if isinstance(item, Tag) and item.name in names:
            found.append(item)
        elif isinstance(item, Tag) and item.name in GROUPS:
            found += tags(item.children, *names)
    return found


GROUPS = frozenset({"div", "form", "tbody", "tfoot", "thead"})
"""Elements that may stand between a table and its rows, or a list of terms and the terms."""

VOID = frozenset(
    {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param"}
    | {"source", "track", "wbr"}
)
"""Elements without content and without an end (HTML, 13.1.2)."""

HIDDEN = frozenset(
    {"area", "base", "col", "colgroup", "head", "link", "map", "meta", "noscript", "param", "rp"}
    | {"script", "source", "style", "template", "title", "track", "wbr"}
)
"""Elements that have nothing for a reader."""

EMBEDDED = {"audio": "src", "embed": "src", "iframe": "src", "object": "data", "video": "src"}
"""Elements that show another file, and the attribute with its address."""

TRANSPARENT = frozenset(
    {"", "address", "article", "aside", "bdi", "bdo", "big", "blink", "body", "center", "data"}
    | {"dd", "div", "dl", "dt", "fieldset", "figcaption", "font", "footer", "form", "header"}
    | {"hgroup", "html", "label", "legend", "li", "main", "nav", "nobr", "p", "picture", "rb"}
    | {"ruby", "search", "section", "span", "tbody", "td", "tfoot", "th", "thead", "time", "tr"}
)
"""Elements of which only the content is printed."""

BLOCKS = frozenset(
    {"address", "article", "aside", "blockquote", "center", "dd", "details", "div", "dl", "dt"}
    | {"fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6"}
    | {"header", "hgroup", "hr", "li", "main", "nav", "ol", "p", "pre", "search", "section"}
    | {"summary", "table", "textarea", "ul"}
)
"""Elements that stand apart from the text around them."""

OF_TABLES = frozenset({"table", "tbody", "td", "tfoot", "th", "thead", "tr"})
"""Elements whose end also ends the cell of a table; the end of another one stays inside."""

_CELL = (frozenset({"td", "th"}), frozenset({"tr", "table"}))
_ROW = (frozenset({"tr"}), frozenset({"table"}))
_ROWS = (frozenset({"thead", "tbody", "tfoot"}), frozenset({"table"}))
_TERM = (frozenset({"dt", "dd"}), frozenset({"dl"}))
_PARAGRAPH = (frozenset({"p"}), frozenset({"td", "th", "li", "div", "blockquote", "dd", "details"}))

IMPLIED_ENDS: dict[str, tuple[frozenset[str], frozenset[str]]] = {
    **dict.fromkeys(BLOCKS, _PARAGRAPH),
    "a": (frozenset({"a"}), frozenset({"td", "th", "table"})),
    "li": (frozenset({"li"}), frozenset({"ul", "ol"})),
    "dt": _TERM,
    "dd": _TERM,
    "td": _CELL,
    "th": _CELL,
    "tr": _ROW,
    "thead": _ROWS,
    "tbody": _ROWS,
    "tfoot": _ROWS,
    "option": (frozenset({"option"}), frozenset({"select"})),
}
"""Which open elements a tag ends, and in which it looks for none (HTML, 13.1.2.4)."""
