"""SVG in a page or in a file of its own, without what a book may not hold."""

from __future__ import annotations

import re
from xml.etree import ElementTree as ET

from iomdocs.formats.epub.tree import MATHML, SVG, XHTML, XLINK, XLINK_HREF, XML
from iomdocs.formats.epub.writing import written

_SCRIPTS = frozenset({f"{SVG}script", f"{SVG}metadata", f"{SVG}foreignObject", f"{XHTML}script"})
_OUT_OF_DATE = frozenset({"version", "content", "host"})
"""Attributes of the root that SVG 2 has not, or that drawing programs put there for themselves."""

_FAR = re.compile(r"\s*(?:[a-z][a-z0-9+.-]*:|//)", re.IGNORECASE)
_IMPORT = re.compile(r"@import[^;]*;|@font-face\s*\{[^}]*\}", re.DOTALL)


def clean_drawing(svg: ET.Element) -> bool:
    """Take out scripts, and all that comes from elsewhere or belongs to the editor of a drawing.

    :returns: whether anything to see is left.
    """
    _clean(svg)
    return len(svg) > 0


def _clean(element: ET.Element) -> None:
    for key in list(element.attrib):
        if _is_out_of_place(key):
            del element.attrib[key]
    last: ET.Element | None = None
    for child in list(element):
        if _stays(child):
            _clean(child)
            last = child
            continue
        rest = child.tail or ""
        element.remove(child)
        if last is None:
            element.text = (element.text or "") + rest
        else:
            last.tail = (last.tail or "") + rest
    if element.tag == f"{SVG}style" and element.text:
        element.text = _IMPORT.sub("", element.text)


def _stays(child: ET.Element) -> bool:
    tag = child.tag
    if not isinstance(tag, str) or tag in _SCRIPTS:
        return False
    if tag in {f"{SVG}image", f"{SVG}use", f"{SVG}feImage"}:
        address = child.get("href") or child.get(XLINK_HREF) or ""
        return address.startswith("data:image/") or not _FAR.match(address)
    return tag.startswith((SVG, MATHML)) or not tag.startswith("{")


def _is_out_of_place(key: str) -> bool:
    """Whether an attribute runs a program, is one of an editor's own, or says nothing any more."""
    if key.startswith("{"):
        return not key.startswith((XLINK, XML))
    return key in _OUT_OF_DATE or key.lower().startswith("on")


def cleaned_file(data: bytes) -> bytes | None:
    """A drawing in a file of its own; ``None`` if it is none."""
    try:
        root = ET.fromstring(data)  # noqa: S314  # entities are those of the file itself
    except ET.ParseError:
        return None
    for element in root.iter():
        if isinstance(element.tag, str) and not element.tag.startswith("{"):
            element.tag = SVG + element.tag
    if root.tag != f"{SVG}svg":
        return None
    clean_drawing(root)
    return written(root, doctype="").encode()
