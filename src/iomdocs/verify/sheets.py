"""Whether all that the sheets of a PDF show stands in its structure, once, in the order of sheets.

A program that reads a PDF aloud goes through the structure; a person looks at the sheets. So each
must have what the other has.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

import pikepdf

from iomdocs.diagnostics import Diagnostic, Location
from iomdocs.verify.comparison import ORDER, WORDS
from iomdocs.verify.structure import Pages

Identity = tuple[int, int]
"""Of an object in a PDF: its number and its generation."""
Marks = Mapping[tuple[int, int], Identity]
"""Pieces of marked content in reading order, by sheet and number, and the element of each."""

_EXCERPT = 60
_REFERENCES = re.compile(rb"\[ (?:\d+ \d+ R |null )*\]")
_REFERENCE = re.compile(rb"(\d+) (\d+) R|null")


def faults(pdf: pikepdf.Pdf, pages: Pages, marks: Marks, name: str) -> Iterator[Diagnostic]:
    """What of the sheets is not as the structure has it.

    :param marks: the pieces that stand in the structure.
    :param name: of the file, for the places.
    """
    yield from _beside(pages, marks, name)
    yield from _out_of_order(marks, name)
    yield from _of_others(pdf, pages, marks, name)


def _beside(pages: Pages, marks: Marks, name: str) -> Iterator[Diagnostic]:
    """Words on a sheet that no element has."""
    for number in range(len(pages)):
        content = pages[number]
        words = [text for mark, text in content.texts.items() if (number, mark) not in marks]
        words.append(content.loose)
        if found := " ".join(" ".join(words).split()):
            message = f"the sheet shows words that its structure does not have: “{_short(found)}”"
            yield Diagnostic(Location(_place(name, number)), WORDS, message)


def _out_of_order(marks: Marks, name: str) -> Iterator[Diagnostic]:
    """Sheets that come up later in the structure than one behind them."""
    met = list(dict.fromkeys(number for number, _mark in marks))
    for before, number in pairwise(met):
        if number < before:
            message = f"the sheet is read after sheet {before + 1}, which stands behind it"
            yield Diagnostic(Location(_place(name, number)), ORDER, message)


def _of_others(pdf: pikepdf.Pdf, pages: Pages, marks: Marks, name: str) -> Iterator[Diagnostic]:
    """Sheets from whose words another element is found than the one that has them (14.7.4.4)."""
    parents = dict(_numbered(pdf.Root.StructTreeRoot.get("/ParentTree")))
    of_sheets: dict[int, Sequence[Identity | None]] = {}
    wrong: set[int] = set()
    for (number, mark), element in marks.items():
        if number in wrong:
            continue
        if number not in of_sheets:
            key = pages.page(number).get("/StructParents")
            of_sheets[number] = _identities(parents.get(int(key))) if key is not None else []
        known = of_sheets[number]
        if mark >= len(known) or known[mark] != element:
            wrong.add(number)
            message = "the words of the sheet are led back to other elements than have them"
            yield Diagnostic(Location(_place(name, number)), ORDER, message)


def _identities(array: pikepdf.Object | None) -> Sequence[Identity | None]:
    """The objects in an array, by a look at how it is written: no object is made of each."""
    if not isinstance(array, pikepdf.Array):
        return []
    written = array.unparse(resolved=True)
    if not _REFERENCES.fullmatch(written):
        return [each.objgen if isinstance(each, pikepdf.Object) else None for each in array]
    found = _REFERENCE.findall(written)
    return [(int(number), int(generation)) if number else None for number, generation in found]


def _numbered(tree: pikepdf.Object | None) -> Iterator[tuple[int, pikepdf.Object]]:
    """The entries of a number tree (7.9.7)."""
    if tree is None:
        return
    for kid in tree.get("/Kids", ()):
        yield from _numbered(kid)
    entries = list(tree.get("/Nums", ()))
    for number, entry in zip(entries[::2], entries[1::2], strict=False):
        yield int(number), entry


def _place(name: str, number: int) -> str:
    return f"{name}, sheet {number + 1}"


def _short(words: str) -> str:
    return words if len(words) <= _EXCERPT else f"{words[:_EXCERPT]} …"
