"""What is in the pages of a book: ids, links, and what reading systems must be told."""

from __future__ import annotations

import posixpath
from dataclasses import dataclass, field
from functools import lru_cache
from urllib.parse import unquote, urlsplit
from xml.etree import ElementTree as ET

from iomdocs.formats.epub.tree import MATHML, SVG, XHTML

_LINKS = frozenset({f"{XHTML}a", f"{XHTML}area"})
_SOUNDS = frozenset({"audio", "video"})
_MOVING = _SOUNDS | {"animate", "animateTransform", "animateMotion"}
_NOTED = _MOVING | {"svg", "math", "img"}


@dataclass(slots=True)
class Page:
    """What one XHTML file has and needs; names are relative to the root of the book."""

    href: str
    ids: set[str] = field(default_factory=set)
    links: dict[str, tuple[str, str]] = field(default_factory=dict)
    """File and fragment of each link that stays in the book, by its address."""
    properties: set[str] = field(default_factory=set)
    """What the manifest must say of the page (EPUB 3.3, manifest properties vocabulary)."""
    images: int = 0
    images_without_text: int = 0
    moving: bool = False
    """Whether there is sound, video or an animation."""
    sounds: bool = False
    """Whether something is said or shown only in a sound or film."""


def read_page(href: str, root: ET.Element) -> Page:
    """What the tree of a page has and needs."""
    page = Page(href)
    for element in root.iter():
        tag = element.tag
        if not isinstance(tag, str):
            continue
        if "id" in element.attrib:
            page.ids.add(element.attrib["id"])
        if tag in _LINKS:
            _read_link(page, element.get("href", ""))
        elif name := _noted(tag):
            _note_kind(page, element, name)
    return page


def resolve(base: str, address: str) -> tuple[str, str]:
    """File and fragment of an address in the book; the file is empty if it is outside."""
    parts = urlsplit(address)
    if parts.scheme or parts.netloc:
        return "", ""
    if not parts.path:
        return base, unquote(parts.fragment)
    joined = posixpath.normpath(posixpath.join(posixpath.dirname(base), unquote(parts.path)))
    return joined, unquote(parts.fragment)


def _read_link(page: Page, address: str) -> None:
    path, fragment = resolve(page.href, address)
    if path and address:
        page.links[address] = (path, fragment)


@lru_cache(maxsize=1024)
def _noted(tag: str) -> str:
    """The name of an element that the book must tell of; empty for most."""
    name = tag.rpartition("}")[2]
    return name if name in _NOTED else ""


def _note_kind(page: Page, element: ET.Element, name: str) -> None:
    if element.tag == f"{SVG}svg":
        page.properties.add("svg")
        page.images += 1
        page.images_without_text += not _is_named_drawing(element)
    elif element.tag == f"{MATHML}math":
        page.properties.add("mathml")
    elif element.tag == f"{XHTML}img":
        page.images += 1
        page.images_without_text += not _has_text(element)
        page.moving |= element.get("src", "").lower().endswith(".gif")
    page.sounds |= name in _SOUNDS
    page.moving |= name in _MOVING


def _has_text(img: ET.Element) -> bool:
    """Whether an image has a text; Sphinx writes the name of the file where the author has none."""
    text = img.get("alt")
    return text is not None and posixpath.basename(text) != posixpath.basename(img.get("src", ""))


def _is_named_drawing(svg: ET.Element) -> bool:
    """Whether an SVG says in words what it shows, or that it is decoration."""
    named = svg.get("aria-label") or svg.get("aria-labelledby") or svg.get("aria-hidden")
    return bool(named) or svg.find(f"{SVG}title") is not None
