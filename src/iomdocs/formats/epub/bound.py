"""A page as it goes into a book, worked out from the page as it was written."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass

from iomdocs.formats.epub.cleaning import Cleaner, Loss
from iomdocs.formats.epub.headings import close_ranks
from iomdocs.formats.epub.identifiers import make_ids_unique
from iomdocs.formats.epub.nesting import nest
from iomdocs.formats.epub.pages import Page, read_page, resolve
from iomdocs.formats.epub.reading import read_xhtml
from iomdocs.formats.epub.resources import Found
from iomdocs.formats.epub.tables import label_wide_tables
from iomdocs.formats.epub.tree import name_of
from iomdocs.formats.epub.writing import written


@dataclass(frozen=True, slots=True)
class BoundPage:
    """A page that a book may hold."""

    text: str
    """The page as a file."""
    page: Page
    losses: Sequence[Loss]
    places: Mapping[str, str]
    """Where the addresses of links stand in the sources."""
    found: Mapping[str, Found]
    """What became of each file that the page asks for, by its address there."""


def bind(href: str, text: str, styles: Collection[str], find: Callable[[str], Found]) -> BoundPage:
    """Make a page one that a book may hold.

    Nothing else than what is given decides the result: the same text, with the same answers to
    what it asks for, is the same page of a book.

    :param href: the name of the page.
    :param text: the page as it was written.
    :param styles: names of the style sheets that pages may load.
    :param find: looks up a file by the address that the page has for it.
    """
    found: dict[str, Found] = {}

    def look_up(address: str) -> Found:
        return found.setdefault(address, find(address))

    def is_style(address: str) -> bool:
        return resolve(href, address)[0] in styles

    root = read_xhtml(text)
    cleaner = Cleaner(look_up, is_style)
    cleaner.clean(root)
    for part in root:
        if name_of(part) == "body":
            nest(part)
            close_ranks(part)
            label_wide_tables(part)
    make_ids_unique(root)
    return BoundPage(written(root), read_page(href, root), cleaner.losses, cleaner.places, found)
