"""What HTML shows in a frame of its own: films, sounds, pages of others."""

from __future__ import annotations

from collections.abc import Callable
from xml.etree import ElementTree as ET

from iomdocs.formats.epub.attributes import clean_address, clean_attributes
from iomdocs.formats.epub.resources import Found
from iomdocs.formats.epub.tree import fill, name_of, new, text_of

_PICTURES = (".gif", ".jpeg", ".jpg", ".png", ".svg", ".webp")


def address_of(element: ET.Element) -> str:
    """The address of what is shown; that of the first source for a film or a sound."""
    own = element.get("src") or element.get("data") or ""
    if not own:
        sources = (part.get("src", "") for part in element if name_of(part) == "source")
        own = next(filter(None, sources), "")
    return own.strip()


def is_picture(element: ET.Element) -> bool:
    """Whether an ``object`` shows a picture."""
    kind = element.get("type", "")
    return kind.startswith("image/") or address_of(element).lower().endswith(_PICTURES)


def link_to(element: ET.Element) -> ET.Element | None:
    """A link in place of a frame, called as its title has it, or by its address.

    ``None`` if what is shown is not on a website.
    """
    address = clean_address(address_of(element))
    if not address.startswith(("http:", "https:")):
        return None
    title = element.get("title") or element.get("aria-label") or text_of(element)
    link = new("a", [title.strip() or address], href=address)
    return new("span", [link], class_="frame-link")


def keep(element: ET.Element, find: Callable[[str], Found]) -> list[ET.Element]:
    """Point a film or sound and its poster to files of the book.

    :returns: its sources and subtitles that are in the book.
    """
    element.set("controls", "controls")
    for key in ("src", "poster"):
        if key in element.attrib:
            _point(element, key, find)
    parts = [part for part in element if name_of(part) in {"source", "track"}]
    kept = [part for part in parts if _point(part, "src", find)]
    for part in kept:
        fill(part, [])
        clean_attributes(part, name_of(part))
    return kept


def _point(element: ET.Element, key: str, find: Callable[[str], Found]) -> bool:
    found = find(element.attrib.pop(key, "").strip())
    if not found.reason:
        element.set(key, found.address)
    return not found.reason
