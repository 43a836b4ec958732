"""A tree of XHTML as text, for XML parsers and for the HTML parsers of old reading systems."""

from __future__ import annotations

from xml.etree import ElementTree as ET

from iomdocs.formats.epub.tree import MATHML, OPS, SVG, XHTML, XLINK, XML

VOID = frozenset({
    *("area", "base", "br", "col", "embed", "hr", "img", "input"),
    *("link", "meta", "source", "track", "wbr"),
})  # fmt: skip
"""Elements without content (HTML Standard, 13.1.2); all others get an end tag."""

_PREFIXES = {XML: "xml:", OPS: "epub:", XLINK: "xlink:"}
_TEXT = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;"})
_VALUE = str.maketrans({"&": "&amp;", "<": "&lt;", '"': "&quot;", "\n": "&#10;", "\t": "&#9;"})


def written(root: ET.Element, doctype: str = "<!DOCTYPE html>\n") -> str:
    """The tree as a file: declaration, doctype, elements.

    Comments and processing instructions are left out.
    """
    pieces = [f'<?xml version="1.0" encoding="UTF-8"?>\n{doctype}']
    _write(root, "", pieces)
    return f"{''.join(pieces)}\n"


def _write(element: ET.Element, outer: str, pieces: list[str]) -> None:
    tag = element.tag
    if not isinstance(tag, str):
        return
    brace = tag.rfind("}") + 1
    space, name = tag[:brace], tag[brace:]
    pieces.append(f"<{name}{_namespaces(element, space, outer)}")
    for key, value in element.attrib.items():
        end = key.rfind("}") + 1
        prefix = _PREFIXES.get(key[:end], "")
        pieces.append(f' {prefix}{key[end:]}="{value.translate(_VALUE)}"')
    if space == XHTML and name in VOID:
        pieces.append("/>")
        return
    pieces.append(">")
    if element.text:
        pieces.append(element.text.translate(_TEXT))
    for child in element:
        _write(child, space, pieces)
        if child.tail:
            pieces.append(child.tail.translate(_TEXT))
    pieces.append(f"</{name}>")


def _namespaces(element: ET.Element, space: str, outer: str) -> str:
    declared = ""
    if space and space != outer:
        declared += f' xmlns="{space[1:-1]}"'
        if space == XHTML:
            declared += f' xmlns:epub="{OPS[1:-1]}"'
    if space in {SVG, MATHML} and any(key.startswith(XLINK) for key in element.attrib):
        declared += f' xmlns:xlink="{XLINK[1:-1]}"'
    return declared
