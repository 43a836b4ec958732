"""Bound pages, kept from one build to the next: a page that is as it was is not bound again."""

from __future__ import annotations

import hashlib
import pickle
from collections.abc import Callable, Collection, Mapping
from functools import cache
from importlib.metadata import version
from pathlib import Path

from iomdocs import languages
from iomdocs.cache import Cache
from iomdocs.formats.epub.bound import BoundPage, bind
from iomdocs.formats.epub.resources import Found

ROOM = "epub"
"""The folder of these among the caches of a book."""
LIMIT = 100 * 2**20
"""Bytes of all that is kept."""


class KeptPages:
    """The bound pages of the last build, and those of this one.

    :param caches: the folder of the caches of the book.
    :param styles: names of the style sheets that pages may load.
    """

    def __init__(self, caches: Path, styles: Collection[str]) -> None:
        self._cache = Cache(caches / ROOM, LIMIT)
        self._styles = sorted(styles)
        self._key = repr((_program(), self._styles))
        kept = self._cache.get(self._key)
        self._last: Mapping[str, tuple[str, BoundPage]] = pickle.loads(kept) if kept else {}  # noqa: S301  # as doctrees are
        self._now: dict[str, tuple[str, BoundPage]] = {}

    def bound(self, href: str, text: str, find: Callable[[str], Found]) -> BoundPage:
        """A page as it goes into the book, as :func:`iomdocs.formats.epub.bound.bind` has it."""
        digest = hashlib.sha256(text.encode()).hexdigest()
        last, page = self._last.get(href, ("", None))
        if page is None or last != digest or not _finds_the_same(page, find):
            page = bind(href, text, self._styles, find)
        self._now[href] = (digest, page)
        return page

    def put(self) -> None:
        """Keep the pages of this build for the next, unless they are those of the last."""
        if self._now != self._last:
            self._cache.put(self._key, pickle.dumps(self._now, pickle.HIGHEST_PROTOCOL))


def _finds_the_same(page: BoundPage, find: Callable[[str], Found]) -> bool:
    """Whether all that the page asks for is as it was; all is looked up, to be in the book."""
    return {address: find(address) for address in page.found} == page.found


@cache
def _program() -> str:
    """A digest of what decides how a page is bound."""
    digest = hashlib.sha256(repr([version(name) for name in ("iomdocs", "justhtml")]).encode())
    for module in (*sorted(Path(__file__).parent.glob("*.py")), Path(languages.__file__)):
        digest.update(module.read_bytes())
    return digest.hexdigest()
