"""The facts that a finished PDF prints, read back through its structure tree.

A fact is a link: its annotation is described by ``fact:`` and the id of what is printed, as
``fact:governance.heads[pope].start``, and leads to the destination ``fact:governance.heads``, the
row of the register. The structure tree (ISO 32000-1, 14.7) has the links in reading order, each
with the pieces of marked content that are its words.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

import pikepdf

from iomdocs.verify.content import Content

SCHEME = "fact:"


class Printed(NamedTuple):
    """A fact in print: its id, the words that a reader sees, and the page, counted from 1."""

    fact: str
    text: str
    page: int


class Unreadable(Exception):
    """A file that is no PDF, or a PDF in which no fact can be found."""


def printed_facts(path: Path) -> list[Printed]:
    """All facts of a PDF in reading order.

    :raises Unreadable: the file cannot be read, is no PDF, or has no structure or no facts.
    """
    try:
        with pikepdf.open(path) as pdf:
            found = list(_facts(pdf))
    except pikepdf.PdfError as error:
        raise Unreadable(f"{path} is no PDF that can be read") from error
    except OSError as error:
        raise Unreadable(f"{path} cannot be read: {error.strerror}") from error
    except RecursionError as error:
        raise Unreadable(f"{path} has a structure that does not come to an end") from error
    if not found:
        raise Unreadable(f"{path} prints no facts that can be found")
    return found


def _facts(pdf: pikepdf.Pdf) -> Iterator[Printed]:
    tree = pdf.Root.get("/StructTreeRoot")
    if tree is None:
        return
    numbers = {page.obj.objgen: number for number, page in enumerate(pdf.pages)}
    contents: dict[int, Content] = {}
    for link in _elements(tree, "/Link"):
        fact = _fact_of(link)
        if not fact:
            continue
        words: list[str] = []
        pages: list[int] = []
        for page, mark in _marks(link, None):
            number = numbers.get(page.objgen) if page is not None else None
            if number is None:
                continue
            if number not in contents:
                contents[number] = Content(pdf.pages[number])
            words.append(contents[number].text(mark))
            pages.append(number)
        if pages:
            yield Printed(fact, " ".join("".join(words).split()), pages[0] + 1)


def _children(element: pikepdf.Object) -> Sequence[pikepdf.Object | int]:
    """What is in an element: other elements, references to objects, numbers of marked content."""
    inside = element.get("/K")
    if inside is None:
        return ()
    children = list(inside) if isinstance(inside, pikepdf.Array) else [inside]
    return [each for each in children if isinstance(each, pikepdf.Dictionary | int)]


def _elements(root: pikepdf.Object, kind: str) -> Iterator[pikepdf.Object]:
    """All elements of a kind below ``root`` in reading order; what is in them is not looked at."""
    waiting = [root]
    seen: set[tuple[int, int]] = set()
    while waiting:
        element = waiting.pop()
        if element.is_indirect and element.objgen in seen:
            continue
        seen.add(element.objgen)
        if element.get("/S") == kind:
            yield element
            continue
        inside = [each for each in _children(element) if not isinstance(each, int)]
        waiting.extend(reversed(inside))


def _fact_of(link: pikepdf.Object) -> str:
    """The id of the fact that a link stands for; empty for any other link."""
    for child in _children(link):
        if isinstance(child, int) or "/Obj" not in child:
            continue
        annotation = child.Obj
        described, target = str(annotation.get("/Contents", "")), annotation.get("/Dest")
        leads_there = isinstance(target, pikepdf.String) and str(target).startswith(SCHEME)
        if described.startswith(SCHEME) and leads_there:
            return described.removeprefix(SCHEME)
    return ""


def _marks(
    element: pikepdf.Object, page: pikepdf.Object | None
) -> Iterator[tuple[pikepdf.Object | None, int]]:
    """The pieces of marked content in an element in order, each as page and number.

    :param page: the page around it, which the element need not name again.
    """
    page = element.get("/Pg", page)
    for child in _children(element):
        if isinstance(child, int):
            yield page, child
        elif "/MCID" in child:
            yield child.get("/Pg", page), int(child.MCID)
        elif "/S" in child:
            yield from _marks(child, page)
