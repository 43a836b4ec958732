"""A written page as a tree of XHTML, whatever HTML other people's markup has put into it.

A page that is well-formed is read as XML. One that is not is read as a browser reads HTML (HTML
Standard, 13.2): there every text has exactly one tree. ``<br>``, ``&nbsp;``, a paragraph that is
never closed or a ``<b>`` that ends in another one become what readers of the website see.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, cast
from urllib.parse import quote, unquote
from xml.etree import ElementTree as ET

from iomdocs.formats.epub.tree import MATHML, OPS, SVG, XHTML, XLINK, XML, Item, fill

DEEPEST = 150
"""Elements within each other that a page has at most; of what is deeper only the text is kept."""

_PLACE = "iomdocs-place"
_NAMESPACES = {"html": XHTML, "svg": SVG, "math": MATHML}
_PREFIXES = {"xml": XML, "epub": OPS, "xlink": XLINK}
_ATTRIBUTE_NAME = re.compile(r"[A-Za-z_][A-Za-z0-9_.-]*")
_NOT_XML = re.compile(r"[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""Characters that no XML may hold (XML 1.0, 2.2)."""


def mark(place: str) -> str:
    """A mark in a page: what follows comes from this place in the sources; none ends that."""
    return f"<?{_PLACE} {quote(place, safe='/: .')}?>"


def place_of(element: ET.Element) -> str | None:
    """The place that a mark in the tree of a page names; ``None`` if it is no mark."""
    target, _, place = (element.text or "").partition(" ")
    return unquote(place.strip()) if target == _PLACE else None


def read_xhtml(text: str) -> ET.Element:
    """The root element of a page; marks are in the tree as processing instructions."""
    try:
        root = _as_xml(text.lstrip())
    except (ET.ParseError, UnicodeEncodeError):
        plain = _NOT_XML.sub("", text).lstrip()
        return _as_html(plain) if plain == text.lstrip() else read_xhtml(plain)
    # HTML gives drawings and formulas their namespace by name; XML does not.
    if any(next(root.iter(f"{XHTML}{name}"), None) is not None for name in ("svg", "math")):
        return _as_html(text.lstrip())
    _flatten(root)
    return root


def _as_xml(text: str) -> ET.Element:
    parser = ET.XMLParser(target=ET.TreeBuilder(insert_pis=True))  # noqa: S314  # own pages
    parser.feed(text)
    root: ET.Element = parser.close()
    return root


def _as_html(text: str) -> ET.Element:
    from justhtml import JustHTML  # noqa: PLC0415  # which only the writer of the ePub needs

    document = JustHTML(text, sanitize=False, scripting_enabled=False)
    root = next(node for node in document.root.children or [] if node.name == "html")
    return _element(root, 1)


def _element(node: Any, depth: int) -> ET.Element:
    space = _NAMESPACES.get(node.namespace or "html", XHTML)
    element = ET.Element(space + node.name, dict(_attributes(node.attrs or {})))
    if depth < DEEPEST:
        fill(element, _content(node, depth + 1))
    else:
        element.text = node.to_text()
    return element


def _content(node: Any, depth: int) -> Iterator[Item]:
    inside = getattr(node, "template_content", None) or node
    for child in inside.children or []:
        if child.name == "#text":
            yield child.data or ""
        elif child.name == "#processing-instruction":
            yield _processing_instruction(str(child.data))
        elif not child.name.startswith(("#", "!")) and _ATTRIBUTE_NAME.fullmatch(child.name):
            yield _element(child, depth)


def _processing_instruction(data: str) -> ET.Element:
    target, _, rest = data.partition(" ")
    return cast("ET.Element", ET.ProcessingInstruction(target, rest))


def _attributes(found: dict[str, str | None]) -> Iterator[tuple[str, str]]:
    for name, value in found.items():
        prefix, colon, local = name.rpartition(":")
        space = _PREFIXES.get(prefix, "") if colon else ""
        if (space or not colon) and local != "xmlns" and _ATTRIBUTE_NAME.fullmatch(local):
            yield space + local, value or ""


def _flatten(root: ET.Element) -> None:
    """Keep only the text of what is nested too deep."""
    level = [root]
    for _ in range(DEEPEST):
        level = [child for element in level for child in element]
    for element in level:
        fill(element, ["".join(element.itertext())])
