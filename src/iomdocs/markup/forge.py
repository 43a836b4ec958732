"""Where a record can be seen and changed: links into the repository of a book."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple
from urllib.parse import quote, urlencode, urlsplit

from iomdocs.diagnostics import Location


class Style(NamedTuple):
    """How a kind of forge writes its addresses, behind that of the repository."""

    edit: str
    issue: str
    title: str
    body: str


GITHUB = Style("edit", "issues/new", "title", "body")
FORGEJO = Style("_edit", "issues/new", "title", "body")
GITLAB = Style("-/edit", "-/issues/new", "issue[title]", "issue[description]")

STYLES: Mapping[str, Style] = {
    "gitlab": GITLAB,
    "forgejo": FORGEJO,
    "gitea": FORGEJO,
    "codeberg": FORGEJO,
}
"""Styles by a word in the name of the host; every other host is taken to be like GitHub."""


@dataclass(frozen=True, slots=True)
class Forge:
    """The website of a repository; without an ``address`` there is a place and no links.

    ``folder`` is the root of the repository for files of which no folder holds ``.git``.
    """

    address: str
    branch: str
    folder: Path

    def place(self, location: Location) -> str:
        """File and line as the repository has them, ``facts/town.py:12``; a page has no line."""
        return f"{self._path(location)}{f':{location.line}' if location.line else ''}"

    def edit(self, location: Location) -> str:
        """The address at which a file can be changed, at its line if the place has one.

        Empty without a repository.
        """
        if not self.address:
            return ""
        path = quote(f"{self.branch}/{self._path(location)}")
        line = f"#L{location.line}" if location.line else ""
        return f"{self._start}/{self._style.edit}/{path}{line}"

    def report(self, title: str, body: str) -> str:
        """The address of a form for a new issue, filled in; empty without a repository."""
        if not self.address:
            return ""
        style = self._style
        query = urlencode({style.title: title, style.body: body}, safe="/:,?")
        return f"{self._start}/{style.issue}?{query}"

    @property
    def _start(self) -> str:
        return self.address.rstrip("/")

    @property
    def _style(self) -> Style:
        host = urlsplit(self.address).hostname or ""
        return next((style for word, style in STYLES.items() if word in host), GITHUB)

    def _path(self, location: Location) -> str:
        path = _resolved(Path(location.path).absolute())
        root = _root_of(path.parent) or self.folder.resolve()
        return path.relative_to(root).as_posix() if path.is_relative_to(root) else path.name


@lru_cache
def _resolved(path: Path) -> Path:
    return path.resolve()


@lru_cache
def _root_of(folder: Path) -> Path | None:
    """The nearest folder from ``folder`` upwards that is the root of a repository."""
    return next((root for root in (folder, *folder.parents) if (root / ".git").exists()), None)
