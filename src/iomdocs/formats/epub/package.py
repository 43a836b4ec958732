"""The files that tell a reading system what a book is: package, navigation, container."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from iomdocs.formats.epub.contents import Entry
from iomdocs.formats.epub.pages import Page

CONTAINER = "META-INF/container.xml"
PACKAGE = "content.opf"
NAVIGATION = "epub-nav.xhtml"
OLD_NAVIGATION = "toc.ncx"


@dataclass(frozen=True, slots=True, kw_only=True)
class Metadata:
    """What is said of the book as a whole (EPUB 3.3, 5.5); what is empty is left out."""

    title: str
    identifier: str
    language: str
    modified: str
    """When it was last changed, as ``2026-11-24T00:00:00Z``."""
    date: str = ""
    creator: str = ""
    contributor: str = ""
    publisher: str = ""
    description: str = ""
    rights: str = ""
    right_to_left: bool = False
    vertical: bool = False


@dataclass(frozen=True, slots=True)
class Accessibility:
    """What the book offers to readers, as found in its pages (EPUB Accessibility 1.1)."""

    modes: Sequence[str]
    sufficient: Sequence[str]
    features: Sequence[str]
    hazard: str
    summary: str


@dataclass(frozen=True, slots=True)
class Item:
    """A file of the book as the manifest lists it."""

    id: str
    href: str
    media_type: str
    properties: str = ""


@dataclass(frozen=True, slots=True)
class Landmark:
    """A place that a reading system may offer by name (EPUB 3.3, 7.4.4)."""

    type: str
    text: str
    href: str


@dataclass(frozen=True, slots=True)
class Package:
    """All that goes into the package files."""

    metadata: Metadata
    accessibility: Accessibility
    items: Sequence[Item]
    spine: Sequence[str]
    """The ids of the pages in the order of reading."""
    contents: Sequence[Entry]
    contents_title: str
    landmarks: Sequence[Landmark]
    styles: Sequence[str] = field(default=())

    def files(self) -> Mapping[str, str]:
        """The text of each package file by its name in the book."""
        context = {"package": self, "points": list(_points(self.contents, count(1)))}
        return {
            name: _TEMPLATES.get_template(f"{Path(name).name}.jinja").render(context)
            for name in (CONTAINER, PACKAGE, NAVIGATION, OLD_NAVIGATION)
        }


def accessibility_of(pages: Sequence[Page], *, has_index: bool) -> Accessibility:
    """Look at the pages and say only what holds for all of them."""
    images = sum(page.images for page in pages)
    unnamed = sum(page.images_without_text for page in pages)
    moving = any(page.moving or "scripted" in page.properties for page in pages)
    features = {"displayTransformability", "readingOrder", "structuralNavigation"}
    features |= {"tableOfContents", "unlocked"}
    features |= {"alternativeText"} if images and not unnamed else set()
    features |= {"index"} if has_index else set()
    features |= {"MathML"} if any("mathml" in page.properties for page in pages) else set()
    return Accessibility(
        modes=["textual", "visual"] if images else ["textual"],
        sufficient=["textual,visual"] if unnamed else ["textual"],
        features=sorted(features),
        hazard="unknown" if moving else "none",
        summary=_summary(images, unnamed, moving=moving),
    )


def _summary(images: int, unnamed: int, *, moving: bool) -> str:
    parts = ["Flowing text with headings, a table of contents and landmarks."]
    if not images:
        parts.append("There are no images.")
    elif unnamed:
        parts.append(f"{unnamed} of {images} images have no text alternative.")
    else:
        parts.append("Every image has a text alternative.")
    if not moving:
        parts.append("There is no sound, motion or flashing.")
    return " ".join(parts)


def _points(entries: Iterable[Entry], numbers: Iterator[int]) -> Iterator[dict[str, Any]]:
    """The contents for the old navigation file, where a heading leads to the first line below."""
    for entry in entries:
        number = next(numbers)
        below = list(_points(entry.children, numbers))
        href = entry.href or below[0]["href"]
        yield {"number": number, "text": entry.text, "href": href, "below": below}


_TEMPLATES = Environment(
    loader=FileSystemLoader(Path(__file__).parent / "templates"),
    autoescape=True,
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
    keep_trailing_newline=True,
)
