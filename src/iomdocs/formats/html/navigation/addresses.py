"""Addresses of pages, worked out once for all pages of a folder."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from functools import cache
from html import escape
from typing import TYPE_CHECKING

from sphinx.util.osutil import relative_uri

if TYPE_CHECKING:
    from sphinx.builders.html import StandaloneHTMLBuilder


class Addresses:
    """Addresses as attributes of HTML have them."""

    def __init__(self, builder: StandaloneHTMLBuilder) -> None:
        self._builder = builder
        self._target = cache(builder.get_target_uri)
        self._folders: defaultdict[str, dict[str, str]] = defaultdict(dict)

    def of(self, page: str) -> Callable[[str], str]:
        """The address of another page as seen from ``page``."""
        own = self._target(page)
        known = self._folders[own.rpartition("/")[0]]

        def address(other: str) -> str:
            target = self._target(other)
            if target == own:
                return "#"
            if target not in known:
                known[target] = escape(relative_uri(own, target), quote=False)
            return known[target]

        return address

    def images(self, page: str) -> str:
        """The way from a page to the folder of pictures."""
        return relative_uri(self._builder.get_target_uri(page), self._builder.imagedir)
