"""What templates know of the book: its edition, its licence and its files."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, NamedTuple

from docutils import nodes

from iomdocs.formats import files
from iomdocs.formats.edition import book_slug, edition_line, facts_line, licence_line
from iomdocs.formats.past import NOTICE

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.config import Config


MADE_BESIDE = ("search", "genindex", "genindex-*", "404", "*-modindex")
"""Names of what is made beside the pages of the book, and is of no use to a search engine."""


class Download(NamedTuple):
    """A file to take away: the name readers know it by, its address from a page, its format."""

    name: str
    href: str
    format: str

    @property
    def file(self) -> str:
        """The name of the file."""
        return self.href.rpartition("/")[2]


_NAMES = {"pdf": "PDF", "epub": "ePub", "html": "HTML (zip)"}
"""The names that readers know formats by."""


def writes_site(app: Sphinx) -> bool:
    """Whether the builder writes a website: with a theme, and not the chapters of an ePub."""
    builder = app.builder
    return (
        builder.format == "html"
        and builder.name != "epub"
        and getattr(builder, "theme", None) is not None
    )


def book_context(config: Config, root: str) -> dict[str, Any]:
    """What templates know as ``iomdocs``.

    ``edition``, ``facts`` and ``licence`` are lines, ``downloads`` the files of this build,
    ``sums`` is the address of their checksums, and ``receipt`` that of the page that says that the
    files were checked, or nothing.

    ``root`` leads from the page to the folder of the front page: empty, or ``../`` once or more.
    """
    slug, folder = book_slug(config), f"{root}{files.FOLDER}"
    return {
        "edition": edition_line(config),
        "facts": facts_line(config),
        "licence": licence_line(config),
        "downloads": [
            Download(name, f"{folder}/{files.file_name(slug, format_)}", format_)
            for format_, name in _NAMES.items()
            if format_ in config["iomdocs_formats"]
        ],
        "sums": f"{folder}/{files.CHECKSUMS}",
        "receipt": f"{root}{files.RECEIPT_PAGE}" if config["iomdocs_verified"] else "",
    }


def root_of(context: Mapping[str, Any]) -> str:
    """What leads from a page to the folder of the front page: empty, or ``../`` once or more."""
    return str(context.get("content_root", "")).removeprefix("./")


def opening(section: nodes.section) -> nodes.paragraph | None:
    """The paragraph that opens a page, below the notice of a book of the past."""
    paragraphs = (child for child in section.children if isinstance(child, nodes.paragraph))
    return next((each for each in paragraphs if NOTICE not in each["classes"]), None)
