"""The data that pages offer: files beside the pages, links to them, and linked data in the head.

What the data says comes finished from a provider; it is only put in place here.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple, Protocol

from iomdocs.formats.html.pages import root_of, writes_site

if TYPE_CHECKING:
    from sphinx.application import Sphinx

FOLDER = "_data"
"""The folder of the website that holds the files."""


class DataLink(NamedTuple):
    """A file that a page offers: its path in :data:`FOLDER`, what it is called, its media type."""

    path: str
    name: str
    media_type: str


class PageData(NamedTuple):
    """What a page offers: words before the links, the files, and linked data about them."""

    lead: str
    files: Sequence[DataLink]
    linked: Sequence[Mapping[str, Any]]


class DataProvider(Protocol):
    """Knows the data of the book that is being written."""

    def page(self, app: Sphinx, docname: str, root: str) -> PageData | None:
        """What a page offers, or ``None``; ``root`` leads from it to :data:`FOLDER`."""

    def files(self, app: Sphinx) -> Iterable[tuple[str, bytes]]:
        """All files of the book by their path in :data:`FOLDER`."""


def register(app: Sphinx, provider: DataProvider) -> None:
    """Make the pages of a website offer what the provider has, and write its files."""

    def add_data(
        app: Sphinx, pagename: str, _template: str, context: dict[str, Any], _tree: Any
    ) -> None:
        if pagename not in app.env.found_docs or not writes_site(app):
            return
        root = f"{root_of(context)}{FOLDER}/"
        data = provider.page(app, pagename, root)
        if data is None:
            return
        context["page_data"] = {
            "lead": data.lead,
            "files": [{"href": root + file.path, **file._asdict()} for file in data.files],
        }
        context["metatags"] = context.get("metatags", "") + _script(data.linked)

    def write_files(app: Sphinx, exception: Exception | None) -> None:
        if exception or not writes_site(app):
            return
        folders: set[Path] = set()
        for path, content in provider.files(app):
            file = Path(app.outdir, FOLDER, path)
            if file.parent not in folders:
                file.parent.mkdir(parents=True, exist_ok=True)
                folders.add(file.parent)
            file.write_bytes(content)

    app.connect("html-page-context", add_data, priority=300)
    app.connect("build-finished", write_files)


_UNSAFE = {ord(character): f"\\u{ord(character):04x}" for character in "<>&\u2028\u2029"}
"""What could end a script or begin a comment in HTML; JSON has another way to write it."""


def _script(linked: Sequence[Mapping[str, Any]]) -> str:
    """Linked data as the head of a page holds it (JSON-LD 1.1, 7. Embedding in HTML)."""
    if not linked:
        return ""
    data = {"@context": "https://schema.org", "@graph": list(linked)}
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":")).translate(_UNSAFE)
    return f'\n<script type="application/ld+json">{text}</script>'
