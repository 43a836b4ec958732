"""Trees of a PDF: names and numbers (ISO 32000-1, 7.9.6 and 7.9.7), structure (14.7), bookmarks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

import pikepdf


def names(tree: pikepdf.Object | None) -> Iterator[tuple[bytes, pikepdf.Object]]:
    """The pairs of a name tree."""
    for name, value in _pairs(tree, "/Names"):
        yield bytes(name), value


def numbers(tree: pikepdf.Object | None) -> Iterator[tuple[int, pikepdf.Object]]:
    """The pairs of a number tree."""
    for number, value in _pairs(tree, "/Nums"):
        yield int(number), value


def name_tree(pairs: Iterable[tuple[bytes, pikepdf.Object]]) -> pikepdf.Dictionary:
    """A name tree in one leaf, in its order."""
    ordered = sorted(pairs, key=lambda pair: pair[0])
    flat = [part for name, value in ordered for part in (pikepdf.String(name), value)]
    return pikepdf.Dictionary(Names=pikepdf.Array(flat))


def number_tree(pairs: Iterable[tuple[int, pikepdf.Object]]) -> pikepdf.Dictionary:
    """A number tree in one leaf, from pairs in order."""
    return pikepdf.Dictionary(Nums=pikepdf.Array([part for pair in pairs for part in pair]))


def destinations(document: pikepdf.Pdf) -> pikepdf.Object | None:
    """The name tree of places in a document (12.3.2.3), if it has one."""
    named = document.Root.get("/Names")
    return named.get("/Dests") if named is not None else None


def elements(element: pikepdf.Object) -> Iterator[pikepdf.Object]:
    """A structure element and all below it, in no order."""
    waiting = [element]
    while waiting:
        each = waiting.pop()
        yield each
        below = each.get("/K")
        many = below if isinstance(below, pikepdf.Array) else (below,)
        waiting.extend(kid for kid in many if isinstance(kid, pikepdf.Dictionary) and "/S" in kid)


def kids(element: pikepdf.Object) -> Sequence[pikepdf.Object]:
    """What stands directly below a structure element."""
    below = element.get("/K")
    if isinstance(below, pikepdf.Array):
        return list(below)
    return [] if below is None else [below]


def structured(pages: Iterable[pikepdf.Page]) -> Iterator[tuple[pikepdf.Object, str]]:
    """What has a key in the parent tree (14.7.4.4), with the name of the key."""
    for page in pages:
        for annotation in page.get("/Annots", ()):
            if "/StructParent" in annotation:
                yield annotation, "/StructParent"
        if "/StructParents" in page:
            yield page.obj, "/StructParents"


def leading(document: pikepdf.Pdf, pages: Iterable[pikepdf.Page]) -> Iterator[pikepdf.Object]:
    """What leads to places in the document: links of pages (12.5.6.5), all bookmarks (12.3.3)."""
    for page in pages:
        yield from page.get("/Annots", ())
    outlines = document.Root.get("/Outlines")
    waiting = [outlines.First] if outlines is not None and "/First" in outlines else []
    while waiting:
        item = waiting.pop()
        yield item
        waiting.extend(item[key] for key in ("/Next", "/First") if key in item)


def _pairs(
    tree: pikepdf.Object | None, key: str
) -> Iterator[tuple[pikepdf.Object, pikepdf.Object]]:
    if tree is None:
        return
    for kid in tree.get("/Kids", ()):
        yield from _pairs(kid, key)
    items = list(tree.get(key, ()))
    yield from zip(items[::2], items[1::2], strict=True)
