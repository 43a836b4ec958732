"""The last touch to a finished PDF: links of facts, and a smaller file.

Typst writes every object of a PDF on its own; in object streams (ISO 32000-1, 7.5.7) they take a
third of the room. What programs look for first, the metadata, stays as plain text (PDF/A-3,
ISO 19005-3, 6.6.2.1 asks for that).
"""

from __future__ import annotations

import io
import re
from dataclasses import dataclass
from typing import NamedTuple

import pikepdf

FACT_SCHEME = "fact:"
"""Begins the address of a link that stands for a fact, and the name of the fact's register row."""


def entry_of(fact: str) -> str:
    """The id of the fact itself, without the cell of a table or the date that are asked of it."""
    return re.split(r"[\[@]", fact, maxsplit=1)[0]


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


def pack(pdf: bytes) -> Packed:
    """The same PDF in fewer bytes; the same bytes for the same PDF.

    A link that stands for a fact leads to the row of the fact in the register. What describes it
    keeps the whole id, also of one cell of a table: ``fact:governance.heads[pope].start``.
    """
    with pikepdf.open(io.BytesIO(pdf)) as document:
        for page in document.pages:
            for annotation in page.get("/Annots", ()):
                _lead_to_register(annotation)
        packed = io.BytesIO()
        document.save(
            packed,
            object_stream_mode=pikepdf.ObjectStreamMode.generate,
            compress_streams=True,
            deterministic_id=True,
        )
        return Packed(packed.getvalue(), len(document.pages))


def _lead_to_register(annotation: pikepdf.Object) -> None:
    action = annotation.get("/A")
    address = str(action.get("/URI", "")) if action is not None else ""
    if not address.startswith(FACT_SCHEME):
        return
    del annotation["/A"]
    annotation["/Dest"] = pikepdf.String(entry_of(address))
