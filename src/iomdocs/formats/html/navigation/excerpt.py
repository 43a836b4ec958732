"""What a page carries of lists that would make it grow with the book."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from html import escape

from iomdocs.formats.html.navigation.template import Item, Listing, Template

RUNS = 8
"""Into how many runs what is left out on either side of the page is put at most."""
LISTS = 8
"""What part of all items a single list may show at most."""
LEAST = 5
"""How many items a list near the page always shows."""

Entries = Sequence[tuple[Item, str]]


@dataclass(frozen=True, slots=True)
class Run:
    """Items of a list of which a page shows only the first and last title, as one link."""

    start: str
    """The start tag of the item."""
    page: str
    """One in the middle, which in turn shows those around it."""
    title: str

    def html(self, address: Callable[[str], str]) -> str:
        """The item with the link."""
        link = f'<a class="reference internal" href="{address(self.page)}">{self.title}</a>'
        return f"{self.start}{link}</li>\n"


@dataclass(frozen=True, slots=True)
class Excerpt:
    """How many items a page shows of a list before it puts the rest together."""

    near: int
    """In a list that holds the page or stands below it."""
    elsewhere: int

    def runs(self, items: Entries, middle: int, *, near: bool) -> Iterator[Run | Entries]:
        """The list in its order: items around the middle, and runs in place of the others."""
        most = self.near if near else self.elsewhere
        if len(items) <= most + 1:
            yield items
            return
        begin = max(0, min(middle - most // 2, len(items) - most))
        yield from _shortened(items[:begin])
        yield items[begin : begin + most]
        yield from _shortened(items[begin + most :])


def excerpt(template: Template, limit: int) -> Excerpt:
    """Share out the number of items that a page shows among the lists of the tree."""
    listings = [part for part in template.content if isinstance(part, Listing)]
    parts = sum(item.link is None for listing in listings for item, _after in listing.items)
    near = max(limit // LISTS, LEAST)
    return Excerpt(near, max(1, min(near, limit // max(1, parts or len(listings)))))


def _shortened(items: Entries) -> Iterator[Run | Entries]:
    """Items in runs of about the same length."""
    length = max(2, -(-len(items) // RUNS))
    for begin in range(0, len(items), length):
        part = items[begin : begin + length]
        links = [item.link for item, _after in part if item.link]
        pages = [link.page for link in links if link.page is not None]
        if len(part) == 1 or not pages:
            yield part
        else:
            title = escape(f"{links[0].title} \N{EN DASH} {links[-1].title}", quote=False)
            yield Run(part[0][0].leaf[0], pages[len(pages) // 2], title)
