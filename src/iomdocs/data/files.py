"""The files in which facts are given away: JSON, CSV and linked data."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from iomdocs.data import linked
from iomdocs.data.book import Book
from iomdocs.data.document import document_text, to_text
from iomdocs.data.spreadsheet import ENCODING, to_csv

MEDIA_TYPES: Mapping[str, tuple[str, str]] = {
    "json": ("JSON", "application/json"),
    "csv": ("CSV", "text/csv"),
    "jsonld": ("JSON-LD", "application/ld+json"),
}
"""The kinds of file by ending: what readers call them, and their media types."""

OF_PAGES = ("json", "csv")
"""The kinds of file that there are of a part of the facts, too."""


@dataclass(frozen=True, slots=True)
class DataFile:
    """A file with facts: the ending of its name, and its text."""

    ending: str
    text: str
    encoding: str = "utf-8"

    @property
    def content(self) -> bytes:
        """What stands in the file."""
        return self.text.encode(self.encoding)


def of_facts(book: Book, ids: Collection[str] | None = None) -> Mapping[str, DataFile]:
    """JSON and CSV by ending, of all facts or those with one of ``ids``."""
    files = (
        DataFile("json", document_text(book, ids)),
        DataFile("csv", to_csv(book, ids), ENCODING),
    )
    return {file.ending: file for file in files}


def whole(book: Book, name: str = "facts") -> Mapping[str, DataFile]:
    """All facts of a book as JSON, CSV and JSON-LD, by ending.

    :param name: the name that the files will have, without ending.
    """
    files = of_facts(book)
    addresses = [linked.Distribution(f"{name}.{end}", MEDIA_TYPES[end][1]) for end in OF_PAGES]
    return {**files, "jsonld": DataFile("jsonld", to_text(linked.dataset(book, addresses)))}
