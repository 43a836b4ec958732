"""What is in the files of a book: ids, links, resources, and what reading systems must be told."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import unquote, urldefrag, urlsplit
from xml.etree import ElementTree as ET

XHTML = "{http://www.w3.org/1999/xhtml}"
SVG = "{http://www.w3.org/2000/svg}"
MATHML = "{http://www.w3.org/1998/Math/MathML}"
XLINK_HREF = "{http://www.w3.org/1999/xlink}href"

MEDIA_TYPES = {
    ".xhtml": "application/xhtml+xml",
    ".css": "text/css",
    ".js": "text/javascript",
    ".gif": "image/gif",
    ".jpg": "image/jpeg",
    ".jpeg": "image/jpeg",
    ".png": "image/png",
    ".svg": "image/svg+xml",
    ".webp": "image/webp",
    ".mp3": "audio/mpeg",
    ".m4a": "audio/mp4",
    ".opus": "audio/ogg; codecs=opus",
    ".mp4": "video/mp4",
    ".webm": "video/webm",
    ".otf": "font/otf",
    ".ttf": "font/ttf",
    ".woff": "font/woff",
    ".woff2": "font/woff2",
}
"""Media types by ending (EPUB 3.3, section 3.2: core media types, and the usual for video)."""

_CSS_URL = re.compile(r"""url\(\s*["']?([^"')]+)["']?\s*\)|@import\s+["']([^"']+)["']""")
_CSS_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)


@dataclass(slots=True)
class Page:
    """What one XHTML file has and needs; names are relative to the root of the book."""

    href: str
    ids: set[str] = field(default_factory=set)
    links: set[tuple[str, str]] = field(default_factory=set)
    """File and fragment of each link that stays in the book."""
    resources: set[str] = field(default_factory=set)
    """Files that the page shows or loads."""
    remote: set[str] = field(default_factory=set)
    """Addresses outside the book of what the page shows or loads."""
    properties: set[str] = field(default_factory=set)
    """What the manifest must say of the page (EPUB 3.3, manifest properties vocabulary)."""
    images: int = 0
    images_without_text: int = 0
    moving: bool = False
    """Whether there is sound, video or an animation."""


def read_page(folder: Path, href: str) -> Page:
    """Read an XHTML file.

    :raises xml.etree.ElementTree.ParseError: the file is not well-formed.
    """
    page = Page(href)
    tree = ET.fromstring((folder / href).read_bytes())  # noqa: S314  # written by this builder
    for element in tree.iter():
        if isinstance(element.tag, str):
            _read_element(page, element)
    return page


def style_resources(folder: Path, href: str) -> set[str]:
    """The files that a style sheet loads."""
    text = _CSS_COMMENT.sub("", (folder / href).read_text("utf-8"))
    targets = (match[1] or match[2] for match in _CSS_URL.finditer(text))
    return {path for path, _ in (resolve(href, url) for url in targets) if path}


def resolve(base: str, address: str) -> tuple[str, str]:
    """File and fragment of an address in the book; the file is empty if it is outside."""
    parts = urlsplit(address)
    if parts.scheme or parts.netloc:
        return "", ""
    path, fragment = urldefrag(address)
    if not path:
        return base, unquote(fragment)
    joined = posixpath.normpath(posixpath.join(posixpath.dirname(base), unquote(path)))
    return joined, unquote(fragment)


def _read_element(page: Page, element: ET.Element) -> None:
    name = element.tag
    if "id" in element.attrib:
        page.ids.add(element.attrib["id"])
    if name in {f"{XHTML}a", f"{XHTML}area"}:
        path, fragment = resolve(page.href, element.get("href", "#"))
        if path and element.get("href"):
            page.links.add((path, fragment))
    for address in _loaded(element):
        _add_resource(page, address)
    _note_kind(page, element)


def _loaded(element: ET.Element) -> Iterator[str]:
    """The addresses of what an element shows or loads."""
    name = element.tag.rpartition("}")[2]
    attributes = element.attrib
    if name in {"img", "audio", "video", "source", "track", "embed", "iframe", "script", "input"}:
        yield from filter(None, [attributes.get("src"), attributes.get("poster")])
    elif name == "object":
        yield from filter(None, [attributes.get("data")])
    elif name == "link" and "stylesheet" in attributes.get("rel", ""):
        yield from filter(None, [attributes.get("href")])
    elif element.tag.startswith(SVG) and name in {"image", "use"}:
        yield from filter(None, [attributes.get("href"), attributes.get(XLINK_HREF)])
    for part in attributes.get("srcset", "").split(","):
        yield from part.split()[:1]


def _add_resource(page: Page, address: str) -> None:
    path, _ = resolve(page.href, address)
    if path == page.href or address.startswith("data:"):
        return
    if path:
        page.resources.add(path)
    else:
        page.remote.add(address)
        page.properties.add("remote-resources")


def _note_kind(page: Page, element: ET.Element) -> None:
    name = element.tag.rpartition("}")[2]
    if element.tag == f"{SVG}svg":
        page.properties.add("svg")
        page.images += 1
        page.images_without_text += not _is_named_drawing(element)
    elif element.tag == f"{MATHML}math":
        page.properties.add("mathml")
    elif element.tag == f"{XHTML}script" or name in {"form", "input", "button", "select"}:
        page.properties.add("scripted")
    elif element.tag == f"{XHTML}img":
        page.images += 1
        page.images_without_text += not _has_text(element)
        page.moving |= element.get("src", "").lower().endswith(".gif")
    page.moving |= name in {"audio", "video", "animate", "animateTransform", "animateMotion"}


def _has_text(img: ET.Element) -> bool:
    """Whether an image has a text; Sphinx writes the name of the file where the author has none."""
    text = img.get("alt")
    return text is not None and posixpath.basename(text) != posixpath.basename(img.get("src", ""))


def _is_named_drawing(svg: ET.Element) -> bool:
    """Whether an SVG says in words what it shows, or that it is decoration."""
    named = svg.get("aria-label") or svg.get("aria-labelledby") or svg.get("aria-hidden")
    return bool(named) or svg.find(f"{SVG}title") is not None


def needed_files(folder: Path, pages: Iterable[Page]) -> tuple[list[str], list[tuple[str, str]]]:
    """The files that the pages need, sorted, and what is missing as pairs of user and file.

    Styles load further files; those are followed too.
    """
    wanted = [(page.href, name) for page in pages for name in sorted(page.resources)]
    found: set[str] = set()
    missing: list[tuple[str, str]] = []
    while wanted:
        user, name = wanted.pop()
        if name in found or (user, name) in missing:
            continue
        if not (folder / name).is_file():
            missing.append((user, name))
            continue
        found.add(name)
        if name.endswith(".css"):
            wanted += [(name, other) for other in style_resources(folder, name)]
    return sorted(found), sorted(missing)
