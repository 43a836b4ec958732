"""A tree of XHTML as text, for XML parsers and for the HTML parsers of old reading systems."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache
from xml.etree import ElementTree as ET

from iomdocs.formats.epub.tree import MATHML, OPS, SVG, XHTML, XLINK, XML

VOID = frozenset({
    *("area", "base", "br", "col", "embed", "hr", "img", "input"),
    *("link", "meta", "source", "track", "wbr"),
})  # fmt: skip
"""Elements without content (HTML Standard, 13.1.2); all others get an end tag."""

_PREFIXES = {XML: "xml:", OPS: "epub:", XLINK: "xlink:"}
_IN_TEXT = (("&", "&amp;"), ("<", "&lt;"), (">", "&gt;"))
_IN_VALUE = (("&", "&amp;"), ("<", "&lt;"), ('"', "&quot;"), ("\n", "&#10;"), ("\t", "&#9;"))


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
    start, end = _tags(tag, outer, tuple(element.attrib.items()))
    pieces.append(start)
    if not end:
        return
    if element.text:
        pieces.append(_escaped(element.text, _IN_TEXT))
    space = _parts(tag)[0]
    for child in element:
        _write(child, space, pieces)
        if child.tail:
            pieces.append(_escaped(child.tail, _IN_TEXT))
    pieces.append(end)


@lru_cache(maxsize=4096)
def _tags(tag: str, outer: str, attributes: Sequence[tuple[str, str]]) -> tuple[str, str]:
    """The tags of an element; one without content has no end tag. Many elements have the same."""
    space, name = _parts(tag)
    written = "".join(
        f' {_prefixed(key)}="{_escaped(value, _IN_VALUE)}"' for key, value in attributes
    )
    keys = [key for key, _ in attributes]
    start = f"<{name}{_namespaces(keys, space, outer)}{written}"
    return (f"{start}/>", "") if space == XHTML and name in VOID else (f"{start}>", f"</{name}>")


def _escaped(text: str, signs: Iterable[tuple[str, str]]) -> str:
    """The text with references in place of signs, ``&`` first."""
    for sign, reference in signs:
        if sign in text:
            text = text.replace(sign, reference)
    return text


@lru_cache(maxsize=1024)
def _parts(tag: str) -> tuple[str, str]:
    """Namespace in braces and name of an element or attribute; few have to be taken apart."""
    brace = tag.rfind("}") + 1
    return tag[:brace], tag[brace:]


@lru_cache(maxsize=1024)
def _prefixed(key: str) -> str:
    space, name = _parts(key)
    return _PREFIXES.get(space, "") + name


def _namespaces(keys: Iterable[str], space: str, outer: str) -> str:
    if space == outer == XHTML:
        return ""
    declared = ""
    if space and space != outer:
        declared += f' xmlns="{space[1:-1]}"'
        if space == XHTML:
            declared += f' xmlns:epub="{OPS[1:-1]}"'
    if space in {SVG, MATHML} and any(key.startswith(XLINK) for key in keys):
        declared += f' xmlns:xlink="{XLINK[1:-1]}"'
    return declared
