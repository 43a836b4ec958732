"""Where addresses in raw HTML lead: out of the book, to a page of it, to a file beside it."""

from __future__ import annotations

import posixpath
import re
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import unquote

from sphinx.errors import NoUri
from sphinx.util import logging

from iomdocs.formats.typst.targets import PAGE

if TYPE_CHECKING:
    from sphinx.builders import Builder

logger = logging.getLogger(__name__)

ENDINGS = (".html", ".htm", ".md", ".rst", ".txt", ".ipynb")
"""How an address may end that leads to a page of the book."""

_ELSEWHERE = re.compile(r"[a-z][a-z0-9+.-]*:|//", re.IGNORECASE)


def is_elsewhere(address: str) -> bool:
    """Whether an address leads out of the book (RFC 3986, 4.2)."""
    return bool(_ELSEWHERE.match(address))


def location_of(source: str, page: str, line: int) -> str | tuple[str, int | None]:
    """Where something stands, for a warning: a page may show lines of other files."""
    return f"{source}:{line}" if source and line else (page, line or None)


def _is_file(path: str) -> bool:
    """Whether there is a file; no system takes every name."""
    try:
        return Path(path).is_file()
    except OSError:
        return False


class Addresses:
    """Addresses as they are written on one page."""

    def __init__(self, builder: Builder, page: str, source: str) -> None:
        self._builder = builder
        self._page = page
        self._source = source

    def of_link(self, written: str) -> str:
        """The address a link leads to, or nothing: what it names is not in the book."""
        if is_elsewhere(written):
            return f"https:{written}" if written.startswith("//") else written
        path, sign, anchor = written.partition("#")
        docname = self._docname(unquote(path.partition("?")[0])) if path else self._page
        return f"{PAGE}{docname}{sign}{unquote(anchor)}" if docname and written else ""

    def of_file(self, written: str, line: int) -> str | None:
        """A file of the sources, from their folder, noted so that the builder copies it.

        An address counts from the page or from the folder; one that names no file is warned of.
        """
        env = self._builder.env
        path = unquote(written.partition("?")[0].partition("#")[0])
        for each in (path, f"/{path.lstrip('./')}"):
            relative, absolute = env.relfn2path(each, self._page)
            if _is_file(absolute):
                env.images.add_file(self._page, relative)
                return str(relative)
        logger.warning(
            "the picture '%s' cannot be found",
            written,
            location=location_of(self._source, self._page, line),
            type="iomdocs",
            subtype="L003",
        )
        return None

    def _docname(self, path: str) -> str:
        """The page of the book that a path leads to."""
        base = "" if path.startswith("/") else posixpath.dirname(self._page)
        name = posixpath.normpath(posixpath.join(base, path.lstrip("/")))
        ending = next((ending for ending in ENDINGS if name.endswith(ending)), "")
        for docname in (name.removesuffix(ending), f"{name}/index"):
            try:
                self._builder.get_target_uri(docname)
            except NoUri:
                continue
            return docname
        return ""
