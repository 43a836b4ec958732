"""The tree of the sidebar as one page shows it."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Iterator, Sequence
from dataclasses import dataclass

from iomdocs.formats.html.navigation.excerpt import Entries, Excerpt, Run
from iomdocs.formats.html.navigation.template import Fold, Item, Link, Listing, Template


@dataclass(frozen=True, slots=True)
class Filling:
    """What a page fills in."""

    page: str
    current: Container[Item | Listing]
    """The items of the page, and the lists and items around them."""
    address: Callable[[str], str]
    """The address of a page, as an attribute of HTML has it."""
    open_pages: Container[str] | None
    """The pages whose items show what is below them, if they are current; ``None`` for all."""
    excerpt: Excerpt | None = None

    def html(self, template: Template) -> str:
        """The tree filled in."""
        return "".join(self._content(template.content, near=False))

    def count(self, content: Sequence[str | Listing]) -> int:
        """How many items the page shows."""
        listings = [part for part in content if isinstance(part, Listing)]
        items = [item for listing in listings for item, _after in listing.items]
        folds = [fold for item in items if (fold := self._shown(item)) is not None]
        return len(items) + sum(self.count(fold.content) for fold in folds)

    def _shown(self, item: Item) -> Fold | None:
        """What is below an item, if the page shows it."""
        if item.fold is None or self.open_pages is None or item.link is None:
            return item.fold
        shown = item in self.current and item.link.page in self.open_pages
        return item.fold if shown else None

    def _content(self, content: Sequence[str | Listing], *, near: bool) -> Iterator[str]:
        """``near`` tells that it stands below an item of the page or one that holds it."""
        for part in content:
            if isinstance(part, Listing):
                yield from self._listing(part, near=near)
            else:
                yield part

    def _listing(self, listing: Listing, *, near: bool) -> Iterator[str]:
        places = [place for place, (item, _) in enumerate(listing.items) if item in self.current]
        yield listing.start[listing in self.current]
        yield listing.lead
        for run in self._runs(listing.items, places, near=near):
            if isinstance(run, Run):
                yield run.html(self.address)
                continue
            for item, after in run:
                yield from self._item(item)
                yield after
        yield "</ul>"

    def _runs(
        self, items: Entries, places: Sequence[int], *, near: bool
    ) -> Iterable[Run | Entries]:
        if self.excerpt is None:
            return (items,)
        return self.excerpt.runs(items, places[0] if places else 0, near=near or bool(places))

    def _item(self, item: Item) -> Iterator[str]:
        current = item in self.current
        fold = self._shown(item)
        yield (item.leaf if fold is None else item.branch)[current]
        if item.link:
            yield self._link(item.link)
        yield item.rest
        if fold:
            yield fold.start[current]
            yield from self._content(fold.content, near=current)
            yield "</details>"
        yield "</li>"

    def _link(self, link: Link) -> str:
        if link.page is None:
            return link.plain[0]
        before, after = link.current if link.page == self.page else link.plain
        return f"{before}{self.address(link.page)}{after}"
