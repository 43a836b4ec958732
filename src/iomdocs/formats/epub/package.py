"""The files that tell a reading system what a book is: package, navigation, container."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from iomdocs.formats.epub.contents import Entry
from iomdocs.formats.epub.metadata import CONFORMANCE, Accessibility, Metadata

CONTAINER = "META-INF/container.xml"
PACKAGE = "content.opf"
NAVIGATION = "epub-nav.xhtml"
OLD_NAVIGATION = "toc.ncx"


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
        context = {
            "package": self,
            "points": list(_points(self.contents, count(1))),
            "conformance": CONFORMANCE,
        }
        return {
            name: _TEMPLATES.get_template(f"{Path(name).name}.jinja").render(context)
            for name in (CONTAINER, PACKAGE, NAVIGATION, OLD_NAVIGATION)
        }


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
