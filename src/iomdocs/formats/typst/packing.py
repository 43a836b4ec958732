"""The last touch to a finished PDF: links of facts, and a smaller file.

Typst writes every object of a PDF on its own; in object streams (ISO 32000-1, 7.5.7) they take a
third of the room. What programs look for first, the metadata, stays as plain text (PDF/A-3,
ISO 19005-3, 6.6.2.1 asks for that).
"""

from __future__ import annotations

import io
import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

import pikepdf

from iomdocs.formats.typst.opened import opened

FACT_SCHEME = "fact:"
"""Begins the address of a link that stands for a fact, and the name of the fact's register row."""
PLACE_SCHEME = "to:"
"""Begins the address of a link to another place in the book."""
ABOVE = 10
"""Points above a place at which a reader's program begins to show the page."""


def entry_of(fact: str) -> str:
    """The id of the fact itself, without the cell of a table or the date that are asked of it."""
    return re.split(r"[\[@]", fact, maxsplit=1)[0]


class Place(NamedTuple):
    """Where a label is: its sheet, counted from 1, and points from the left and the top of it.

    A label may be at several places; links lead to the first, or with ``#`` and the number of a
    page behind the label to the first on that page.
    """

    label: str
    page: int
    x: float
    y: float
    printed: str
    """The number that stands on the page."""


class Packed(NamedTuple):
    """A finished PDF, and how many pages it has."""

    content: bytes
    pages: int


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file that goes with the PDF (ISO 32000-2, 7.11.4, and PDF/A-3, annex E).

    Attributes:
        relationship: what it is to the document: ``data``, ``source``, ``alternative`` or
            ``supplement``.
    """

    name: str
    content: bytes
    media_type: str
    description: str
    relationship: str = "data"


def pack(pdf: bytes, places: Sequence[Place] = (), page_word: str = "page") -> Packed:
    """The same PDF in fewer bytes; the same bytes for the same PDF.

    Links inside the book get the way to their place. One that stands for a fact leads to the row
    of the fact in the register; what describes it keeps the whole id, also of one cell of a table:
    ``fact:governance.heads[pope].start``.

    :param places: where the labels are that links lead to.
    :param page_word: the word that describes such a link, before the number of the page.
    """
    with opened(pdf) as document:
        return packed(document, places, page_word)


def packed(document: pikepdf.Pdf, places: Sequence[Place], page_word: str) -> Packed:
    """The same for a document that is open."""
    links = _Links(document, places, page_word)
    for page in document.pages:
        for annotation in page.get("/Annots", ()):
            links.lead(annotation)
    content = io.BytesIO()
    document.save(
        content,
        object_stream_mode=pikepdf.ObjectStreamMode.generate,
        compress_streams=True,
        deterministic_id=True,
    )
    return Packed(content.getvalue(), len(document.pages))


class _Links:
    """Knows every place of a PDF that a link inside it can lead to."""

    def __init__(self, document: pikepdf.Pdf, places: Sequence[Place], page_word: str) -> None:
        self._pages = list(document.pages)
        self._places: dict[str, Place] = {}
        for place in places:
            self._places.setdefault(place.label, place)
            self._places.setdefault(f"{place.label}#{place.printed}", place)
        self._page_word = page_word
        names = document.Root.get("/Names")
        tree = names.get("/Dests") if names is not None else None
        self._names = set(map(str, pikepdf.NameTree(tree))) if tree is not None else set()

    def lead(self, annotation: pikepdf.Object) -> None:
        """Turn the address of a link inside the book into the way to its place."""
        action = annotation.get("/A")
        address = str(action.get("/URI", "")) if action is not None else ""
        if address.startswith(FACT_SCHEME):
            del annotation["/A"]
            annotation["/Dest"] = pikepdf.String(entry_of(address))
        elif address.startswith(PLACE_SCHEME):
            place = self._places.get(address.removeprefix(PLACE_SCHEME))
            if place is not None:
                del annotation["/A"]
                annotation["/Dest"] = self._destination(place)
                annotation["/Contents"] = pikepdf.String(f"{self._page_word} {place.printed}")

    def _destination(self, place: Place) -> pikepdf.Object:
        if place.label in self._names:
            return pikepdf.String(place.label)
        page = self._pages[place.page - 1]
        top = float(page.mediabox[3]) - max(place.y - ABOVE, 0)
        return pikepdf.Array([page.obj, pikepdf.Name("/XYZ"), place.x, round(top, 3), 0])
