"""The pages of a book as they go into it: readable everywhere, with links that lead somewhere."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path
from xml.etree import ElementTree as ET

from iomdocs.formats.epub.bound import BoundPage
from iomdocs.formats.epub.cleaning import Loss
from iomdocs.formats.epub.contents import Entry
from iomdocs.formats.epub.kept import KeptPages
from iomdocs.formats.epub.pages import Page, resolve
from iomdocs.formats.epub.resources import Resources
from iomdocs.formats.epub.tree import XHTML
from iomdocs.formats.epub.writing import written


@dataclass(slots=True)
class Binding:
    """Takes pages as they were written, and gives them back as they go into the book."""

    folder: Path
    """Where the pages and what they load have been written to."""
    kept: KeptPages
    """Pages that need not be bound again."""
    resources: Resources = field(init=False)
    pages: dict[str, Page] = field(default_factory=dict)
    texts: dict[str, str] = field(default_factory=dict)
    """The pages as files, by name."""
    losses: list[tuple[str, Loss]] = field(default_factory=list)
    """What the ePub lacks, with the page that tells of it."""
    bound: dict[str, BoundPage] = field(default_factory=dict)
    """Each page for itself, before it is tied to the others."""

    def __post_init__(self) -> None:
        self.resources = Resources(self.folder)

    def add(self, href: str) -> None:
        """Read a page and make it one that the book may hold."""
        text = (self.folder / href).read_text("utf-8")
        bound = self.kept.bound(href, text, partial(self.resources.find, href))
        self.bound[href] = bound
        self.pages[href] = bound.page
        self.texts[href] = bound.text
        self.losses += [(href, loss) for loss in bound.losses]

    def tie(self) -> None:
        """Take the address from each link of a page that leads nowhere in the book."""
        for href, page in list(self.pages.items()):
            dead = {address for address, target in page.links.items() if not self._has(*target)}
            if dead:
                self._untie(href, dead)

    def existing(self, entries: Iterable[Entry]) -> list[Entry]:
        """Lines of the contents, those of sections that are not there leading to their page."""
        return [
            replace(entry, href=self._target(entry.href), children=self.existing(entry.children))
            for entry in entries
        ]

    def _target(self, href: str) -> str:
        path, fragment = resolve("", href)
        return href if self._has(path, fragment) else href.partition("#")[0]

    def _has(self, path: str, fragment: str) -> bool:
        page = self.pages.get(path)
        return page is not None and (not fragment or fragment in page.ids)

    def _untie(self, href: str, dead: Collection[str]) -> None:
        root = ET.fromstring(self.texts[href])  # noqa: S314  # written here
        for link in root.iter(f"{XHTML}a"):
            if link.get("href") in dead:
                del link.attrib["href"]
        self.texts[href] = written(root)
        page = self.pages[href]
        living = {key: target for key, target in page.links.items() if key not in dead}
        self.pages[href] = replace(page, links=living)
        for address in sorted(dead):
            path, fragment = page.links[address]
            where = f"{path}#{fragment}" if fragment else path
            message = f"a link in the ePub leads to '{where}', which is not there"
            hint = "link to a page or heading of the book in Markdown, not in raw HTML"
            place = self.bound[href].places.get(address, "")
            self.losses.append((href, Loss(place, "L001", message, hint)))
