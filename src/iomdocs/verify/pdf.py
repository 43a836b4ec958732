"""The facts that a finished PDF prints, read back through its structure tree.

A fact is a link: its annotation is described by ``fact:`` and the id of what is printed, as
``fact:governance.heads[pope].start``, and leads to the destination ``fact:governance.heads``, the
row of the register. The structure tree (ISO 32000-1, 14.7) has the links in reading order, each
with the pieces of marked content that are its words.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pikepdf

from iomdocs.verify.editions import Unreadable
from iomdocs.verify.structure import Pages, children, elements, fact_of, opened

__all__ = ["Printed", "Unreadable", "printed_facts"]


class Printed(NamedTuple):
    """A fact in print: its id, the words that a reader sees, and the page, counted from 1."""

    fact: str
    text: str
    page: int


def printed_facts(path: Path) -> list[Printed]:
    """All facts of a PDF in reading order.

    :raises Unreadable: the file cannot be read, is no PDF, or has no structure or no facts.
    """
    with opened(path) as pdf:
        found = list(_facts(pdf))
    if not found:
        raise Unreadable(f"{path} prints no facts that can be found")
    return found


def _facts(pdf: pikepdf.Pdf) -> Iterator[Printed]:
    tree = pdf.Root.get("/StructTreeRoot")
    if tree is None:
        return
    pages = Pages(pdf)
    for link in elements(tree, "/Link"):
        fact = fact_of(children(link))
        if not fact:
            continue
        found = [
            (number, pages[number].text(mark))
            for page, mark in _marks(link, None)
            if (number := pages.number(page)) is not None
        ]
        if found:
            words = "".join(text for _number, text in found)
            yield Printed(fact, " ".join(words.split()), found[0][0] + 1)


def _marks(
    element: pikepdf.Object, page: pikepdf.Object | None
) -> Iterator[tuple[pikepdf.Object | None, int]]:
    """The pieces of marked content in an element in order, each as page and number.

    :param page: the page around it, which the element need not name again.
    """
    page = element.get("/Pg", page)
    for child in children(element):
        if isinstance(child, int):
            yield page, child
        elif "/MCID" in child:
            yield child.get("/Pg", page), int(child.MCID)
        elif "/S" in child:
            yield from _marks(child, page)
