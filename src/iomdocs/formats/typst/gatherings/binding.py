"""One PDF from the gatherings of a book, as if it were set in one go.

The first gathering has what belongs to the book: its metadata and claims, attached files,
bookmarks. The others bring their pages, and what is known of these: the structure tree (ISO
32000-1, 14.7), names of destinations (12.3.2.3), labels of pages (12.4.2).
"""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Sequence

import pikepdf

from iomdocs.formats.typst.gatherings.loosening import DIGITS, NotBindable
from iomdocs.formats.typst.gatherings.repeated import unite
from iomdocs.formats.typst.gatherings.setting import SetBook
from iomdocs.formats.typst.gatherings.trees import (
    destinations,
    kids,
    leading,
    name_tree,
    names,
    number_tree,
    numbers,
    structured,
)
from iomdocs.formats.typst.packing import Packed, Place, packed

_INSTANCE = re.compile(rb"<xmpMM:InstanceID>([^<]+)<")
_PAGES = re.compile(rb"(?<=<xmpTPg:NPages>)\d+(?=<)")
_SIZE_OF_ID = 16


def bound(book: SetBook, page_word: str) -> Packed:
    """The finished PDF of a book that is divided; the gatherings are changed by that.

    :raises NotBindable: the book has to be set as a whole.
    """
    document, *others = (each.document for each in book.gatherings)
    opening = len(document.pages)
    _bind(document, others)
    _describe(document, [each.digest for each in book.gatherings])
    return packed(document, _places(book, opening), page_word)


def _places(book: SetBook, opening: int) -> list[Place]:
    """Where the labels stand, by the sheets of the bound book."""
    return [
        Place(label, opening + spot.sheet, spot.x, spot.y, str(spot.sheet))
        for label, spot in book.spots
    ]


def _bind(document: pikepdf.Pdf, others: Sequence[pikepdf.Pdf]) -> None:
    """Add all other gatherings to the document of the first one."""
    opening = len(document.pages)
    structure = _Structure(document)
    named = list(names(destinations(document)))
    for source in others:
        start = len(document.pages)
        document.pages.extend(source.pages)
        structure.add(source, list(document.pages)[start:])
        if (places := destinations(source)) is not None:
            copied = document.copy_foreign(source.make_indirect(places))
            named += names(copied)
    structure.finish()
    if named:
        if "/Names" not in document.Root:
            document.Root.Names = pikepdf.Dictionary()
        document.Root.Names.Dests = name_tree(named)
    _number_pages(document, opening)
    _lead(document, opening)
    unite(document)


class _Structure:
    """The structure tree of a document, to which pages come with their own."""

    def __init__(self, document: pikepdf.Pdf) -> None:
        self._document = document
        self._root = document.Root.StructTreeRoot
        (self._whole,) = kids(self._root)
        self._kids = list(kids(self._whole))
        self._ids = list(names(self._root.get("/IDTree")))
        self._parents = list(numbers(self._root.ParentTree))
        self._roles = dict(self._root.get("/RoleMap", pikepdf.Dictionary()))

    def add(self, source: pikepdf.Pdf, pages: Sequence[pikepdf.Page]) -> None:
        """Add the tree of a document whose pages stand in this one already.

        :raises NotBindable: a role has two meanings.
        """
        base = len(self._parents)
        for holder, key in structured(pages):
            holder[key] = base + int(holder[key])
        root = self._document.copy_foreign(source.Root.StructTreeRoot)
        (whole,) = kids(root)
        for kid in kids(whole):
            kid.P = self._whole
            self._kids.append(kid)
        self._ids += names(root.get("/IDTree"))
        self._parents += [(base + key, held) for key, held in numbers(root.ParentTree)]
        for name, role in dict(root.get("/RoleMap", pikepdf.Dictionary())).items():
            if self._roles.setdefault(name, role) != role:
                raise NotBindable(f"{name} has two meanings")

    def finish(self) -> None:
        """Tie the trees together below one document element."""
        self._whole.K = pikepdf.Array(self._kids)
        if self._ids:
            self._root.IDTree = name_tree(self._ids)
        self._root.ParentTree = number_tree(self._parents)
        self._root.ParentTreeNextKey = len(self._parents)
        if self._roles:
            self._root.RoleMap = pikepdf.Dictionary(self._roles)


def _number_pages(document: pikepdf.Pdf, opening: int) -> None:
    """Labels of pages: those of the first gathering, then numbers from 1 on."""
    labels = [pair for pair in numbers(document.Root.get("/PageLabels")) if pair[0] < opening]
    from_one = pikepdf.Dictionary(Type=pikepdf.Name.PageLabel, S=pikepdf.Name.D, St=1)
    document.Root.PageLabels = number_tree([*labels, (opening, from_one)])


def _lead(document: pikepdf.Pdf, opening: int) -> None:
    """Put the page itself where a destination has its number in the book."""
    pages = list(document.pages)
    for holder in leading(document, pages):
        place = holder.get("/Dest")
        if isinstance(place, pikepdf.Array) and isinstance(place[0], int):
            page = pages[opening + place[0] - 1]
            foot = round(float(page.mediabox[3]) - float(place[3]), DIGITS)
            holder["/Dest"] = pikepdf.Array([page.obj, place[1], place[2], foot, place[4]])


def _describe(document: pikepdf.Pdf, digests: Sequence[bytes]) -> None:
    """Metadata of the whole (XMP, ISO 16684-1): how many pages, and an id of these contents.

    :param digests: those of the gatherings.
    """
    metadata = document.Root.get("/Metadata")
    if metadata is None:
        return
    digest = hashlib.sha256(b"".join(digests))
    told = _PAGES.sub(str(len(document.pages)).encode(), metadata.read_bytes())
    if instance := _INSTANCE.search(told):
        told = told.replace(instance[1], base64.b64encode(digest.digest()[:_SIZE_OF_ID]))
    metadata.write(told)
