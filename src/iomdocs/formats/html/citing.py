"""How to cite a page: the words that all formats have, its address, and an entry for BibTeX."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from iomdocs.formats.edition import (
    Line,
    book_slug,
    citation,
    edition_day,
    edition_line,
    facts_line,
    setting,
)
from iomdocs.formats.html.words import words

if TYPE_CHECKING:
    from sphinx.config import Config


class Citation(NamedTuple):
    """What the foot of a page offers to those who cite it."""

    summary: str
    """What the closed box is called: ``Cite this page``."""
    line: Line
    address: str
    """The address of the page; empty for a book that does not know where it is published."""
    bibtex: str
    copy: str
    """The word on the button that copies."""
    copied: str
    """The word on it afterwards."""


def cite(config: Config, docname: str, title: str, address: str) -> Citation | None:
    """How to cite a page, or the book without a ``title``; ``None`` without an edition."""
    line = citation(config, title)
    if not line.words:
        return None
    known = words(config["language"])
    summary = known["cite-page" if title else "cite-book"]
    entry = bibtex(config, docname, title, address)
    return Citation(summary, line, address, entry, known["copy"], known["copied"])


def bibtex(config: Config, docname: str, title: str, address: str) -> str:
    """The entry of a page for BibTeX and biblatex, which read ``@misc`` alike.

    A page is a work within the book, which ``howpublished`` names. Titles and the author are in two
    braces: styles must not change their letters, nor take an office for a person with two names.
    """
    book, day = str(config["project"]), edition_day(config)
    page = title if title != book else ""
    slug = book_slug(config)
    days = (edition_line(config), facts_line(config))
    fields = {
        "author": _kept(setting(config, "author")),
        "title": _kept(page or book),
        "howpublished": _kept(book) if page else "",
        "year": str(day.year) if day else "",
        "month": _MONTHS[day.month - 1] if day else "",
        "note": _braced("; ".join(str(line) for line in days if line.words)),
        "url": f"{{{address}}}" if address else "",
    }
    lines = [f"  {name} = {value}" for name, value in fields.items() if value]
    key = f"{slug}:{docname}" if page else slug
    return f"@misc{{{key},\n" + ",\n".join(lines) + "\n}"


_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
"""The names that every style of BibTeX defines."""

_SPECIAL = str.maketrans(
    {
        **{character: f"\\{character}" for character in "&%$#_{}"},
        "\\": r"\textbackslash{}",
        "~": r"\textasciitilde{}",
        "^": r"\textasciicircum{}",
    }
)
"""What TeX would not print as it stands."""


def _braced(text: str) -> str:
    return f"{{{text.translate(_SPECIAL)}}}" if text else ""


def _kept(text: str) -> str:
    return f"{{{_braced(text)}}}" if text else ""
