"""A gathering as it is kept: a PDF with its own pages only, ready to be bound with others.

What leads to a page that is set elsewhere names the page by its number in the book, in place of the
page itself, as destinations in other files do (ISO 32000-1, 12.3.2.2); and the distance from the
head of the page, as those pages may be of other heights. Binding puts the page there.
"""

from __future__ import annotations

import io
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

import pikepdf

from iomdocs.formats.typst.gatherings.trees import (
    destinations,
    elements,
    kids,
    leading,
    name_tree,
    names,
    number_tree,
    numbers,
    structured,
)
from iomdocs.formats.typst.opened import opened

_ROOT_OF_STRUCTURE = frozenset(
    {"/IDTree", "/K", "/ParentTree", "/ParentTreeNextKey", "/RoleMap", "/Type"}
)
"""What is known to be in the root of a structure tree (ISO 32000-1, table 322)."""
_METADATA = b'<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"/>'
DIGITS = 5
"""Behind the point of lengths, as Typst writes them."""


class NotBindable(Exception):
    """A gathering is not as it is expected to be: the book has to be set as a whole."""


class Loose(NamedTuple):
    """The PDF of a gathering, and how many pages it has."""

    content: bytes
    pages: int


class _Elsewhere(NamedTuple):
    """A page that is set elsewhere: its number in the book, and the height of its stand-in."""

    number: int
    height: float


def loosened(pdf: bytes, before: Sequence[int], behind: Sequence[int], prefix: str) -> Loose:
    """The PDF of a gathering without the pages that are set elsewhere.

    :param before: the numbers of those in front of its own; ``behind`` likewise.
    :param prefix: begins the ids of its structure elements, which are unique in a document.
    :raises NotBindable: it has something that binding knows nothing of.
    """
    with opened(pdf) as document:
        pages = list(document.pages)
        end = len(pages) - len(behind)
        own = pages[len(before) : end]
        elsewhere = [
            *zip(range(len(before)), before, strict=True),
            *zip(range(end, len(pages)), behind, strict=True),
        ]
        gone = {
            pages[place].obj.objgen: _Elsewhere(number, float(pages[place].mediabox[3]))
            for place, number in elsewhere
        }
        _lead_elsewhere(document, own, gone)
        _keep_own_names(document, gone)
        _keep_own_structure(document, own, gone, prefix)
        for place, _number in reversed(elsewhere):
            del document.pages[place]
        loose = io.BytesIO()
        document.save(loose, compress_streams=True, deterministic_id=True)
        return Loose(loose.getvalue(), len(own))


def load() -> None:
    """Load what a PDF is read and written with, which is otherwise done with the first of them."""
    with pikepdf.new() as document:
        document.add_blank_page()
        document.Root.Metadata = document.make_stream(_METADATA)
        empty = io.BytesIO()
        document.save(empty)
    opened(empty.getvalue()).close()


Gone = Mapping[tuple[int, int], _Elsewhere]
"""Pages that are set elsewhere, by their objects."""


def _lead_elsewhere(document: pikepdf.Pdf, own: Sequence[pikepdf.Page], gone: Gone) -> None:
    """Name what links and bookmarks lead to: page, ``/XYZ``, from the left and the foot, zoom."""
    for holder in leading(document, own):
        place = holder.get("/Dest")
        if not isinstance(place, pikepdf.Array) or place[0].objgen not in gone:
            continue
        page = gone[place[0].objgen]
        top = round(page.height - float(place[3]), DIGITS)
        holder["/Dest"] = pikepdf.Array([page.number, place[1], place[2], top, place[4]])


def _keep_own_names(document: pikepdf.Pdf, gone: Gone) -> None:
    """Destinations on own pages."""
    named = names(destinations(document))
    own = [(name, place) for name, place in named if place[0].objgen not in gone]
    if own:
        document.Root.Names.Dests = name_tree(own)
    elif destinations(document) is not None:
        del document.Root.Names["/Dests"]


def _keep_own_structure(
    document: pikepdf.Pdf, own: Sequence[pikepdf.Page], gone: Gone, prefix: str
) -> None:
    """The structure tree of own pages, with keys that are counted from 0."""
    root = document.Root.get("/StructTreeRoot")
    if root is None or set(root.keys()) - _ROOT_OF_STRUCTURE or len(kids(root)) != 1:
        raise NotBindable("the structure tree is not as expected")
    (whole,) = kids(root)
    parents = dict(numbers(root.ParentTree))
    others = _gone_kids(document, whole, gone, parents)
    whole.K = pikepdf.Array([kid for kid in kids(whole) if kid.objgen not in others])
    ids = dict(_renamed(whole, prefix))
    if ids:
        root.IDTree = name_tree(ids.items())
    elif "/IDTree" in root:
        del root["/IDTree"]
    renumbered = []
    for key, (holder, name) in enumerate(structured(own)):
        renumbered.append((key, parents[int(holder[name])]))
        holder[name] = key
    root.ParentTree = number_tree(renumbered)
    root.ParentTreeNextKey = len(renumbered)


def _gone_kids(
    document: pikepdf.Pdf,
    whole: pikepdf.Object,
    gone: Gone,
    parents: Mapping[int, pikepdf.Object],
) -> set[tuple[int, int]]:
    """What stands directly below the document element and has content that is set elsewhere."""
    found = set()
    for holder, key in structured(page for page in document.pages if page.obj.objgen in gone):
        held = parents[int(holder[key])]
        for element in held if isinstance(held, pikepdf.Array) else (held,):
            if element is not None:
                found.add(_below(whole, element).objgen)
    return found


def _below(whole: pikepdf.Object, element: pikepdf.Object) -> pikepdf.Object:
    """The element, or the one above it, that stands directly below another."""
    while element.P.objgen != whole.objgen:
        element = element.P
    return element


def _renamed(whole: pikepdf.Object, prefix: str) -> Iterator[tuple[bytes, pikepdf.Object]]:
    """Elements with an id, which is the gathering's own from now on.

    Cells of tables name those of their headers (ISO 32000-1, table 349).
    """
    for element in elements(whole):
        for attributes in element.get("/A", ()):
            if isinstance(attributes, pikepdf.Dictionary) and "/Headers" in attributes:
                headers = [pikepdf.String(_own(each, prefix)) for each in attributes.Headers]
                attributes.Headers = pikepdf.Array(headers)
        if "/ID" in element:
            name = _own(element.ID, prefix)
            element.ID = pikepdf.String(name)
            yield name, element


def _own(name: pikepdf.Object, prefix: str) -> bytes:
    return prefix.encode() + bytes(name)
