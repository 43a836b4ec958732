"""A finished PDF read back through its structure tree, topic by topic.

The heading of every section has a destination that is called ``page#section`` by the page of the
sources: what follows belongs to that page. Generated text stands in an element whose text is moved
by nothing at all (``BaselineShift`` 0), which no reader notices. A fact is a link that names it;
where no link can stand, its text is moved by almost nothing, and has no name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import pikepdf

from iomdocs.diagnostics import Diagnostic, Location
from iomdocs.verify.comparison import WORDS
from iomdocs.verify.editions import Edition, Occurrence, Topic
from iomdocs.verify.operators import text_of
from iomdocs.verify.readings import Readings
from iomdocs.verify.sheets import Identity, faults
from iomdocs.verify.structure import SCHEME, Pages, Sheets, children, fact_of, opened

_EXCLUDED = {
    "/TOC": "contents",
    "/Formula": "formulas",
    "/Figure": "pictures",
    "/Note": "addresses",
}
_SAID = ("/ActualText", "/Alt", "/E")
"""What is read out in the place of an element's words; only formulas and pictures have it."""
_HEADING = re.compile(r"/H\d")
_INLINE = frozenset(
    {"/Span", "/Link", "/Em", "/Strong", "/Code", "/Quote", "/Datetime", "/Reference"}
)
_HOLDERS = frozenset({"/Document", "/Div", "/Part", "/Sect", "/Figure", "/Caption", "/BlockQuote"})
_UNORDERED = frozenset({"/None", "/Disc", "/Circle", "/Square", "/Unordered"})
_MISSING = re.compile(r"\[[^\]]+\]")
"""What the PDF has in the place of signs that none of its fonts can show: what they are."""
_HARDLY = 0.1
"""Points by which the text of a fact without a link is moved, at most."""
_FARTHEST = 90
"""Points between a destination and the foot of the first line of its heading, at most."""


def printed(path: Path, readings: Readings | None = None, sheets: Sheets = lambda: None) -> Edition:
    """All topics of a PDF.

    :param readings: what was read of the same sheets before; without it all are read.
    :param sheets: waits for another process that reads the sheets.
    :raises Unreadable: the file is no PDF, or its structure does not come to an end.
    """
    edition = Edition("PDF", has_contents=True)
    with opened(path) as pdf:
        edition.facts = _attached(pdf)
        if (tree := pdf.Root.get("/StructTreeRoot")) is not None:
            reading = _Reading(Pages(pdf, readings, sheets), pdf, edition, path.name)
            reading.children(tree, "/Document", None)
            reading.flush()
            edition.faults += faults(pdf, reading.pages, reading.marks, path.name)
    edition.topics = {name: each for name, each in edition.topics.items() if each.blocks}
    return edition


def _attached(pdf: pikepdf.Pdf) -> bytes | None:
    found = pdf.attachments.get("facts.json")
    return found.get_file().read_bytes() if found is not None else None


class _Destinations:
    """The named places of a PDF, by page and height."""

    def __init__(self, pdf: pikepdf.Pdf, pages: Pages) -> None:
        self._places: dict[int, list[tuple[float, str]]] = {}
        names = pdf.Root.get("/Names")
        tree = names.get("/Dests") if names is not None else None
        for name, place in _named(tree) if tree is not None else ():
            target: Any = place.get("/D") if isinstance(place, pikepdf.Dictionary) else place
            number = pages.number(target[0])
            if number is not None:
                self._places.setdefault(number, []).append((float(target[3]), name))

    def take(self, page: int, height: float) -> str:
        """The name of the place just above a heading; each is given once."""
        near = [
            (top, name)
            for top, name in self._places.get(page, ())
            if 0 <= top - height + 1 <= _FARTHEST
        ]
        if not near:
            return ""
        found = min(near)
        self._places[page].remove(found)
        return found[1]


class _Reading:
    """The state between two elements of the structure."""

    def __init__(self, pages: Pages, pdf: pikepdf.Pdf, edition: Edition, name: str) -> None:
        self.pages = pages
        self.marks: dict[tuple[int, int], Identity] = {}
        self._destinations = _Destinations(pdf, self.pages)
        self._edition = edition
        self._name = name
        self._topic: Topic | None = None
        self._page = 0
        self._block: list[str] = []
        self._facts: list[list[str]] = []

    def children(self, element: pikepdf.Object, kind: str, page: pikepdf.Object | None) -> None:
        """Read what is in an element, in order."""
        self._go_through(element, children(element), kind, element.get("/Pg", page))

    def _go_through(
        self,
        element: pikepdf.Object,
        inside: Sequence[pikepdf.Object | int],
        kind: str,
        page: pikepdf.Object | None,
    ) -> None:
        for child in inside:
            if isinstance(child, int):
                self._words(element, page, child)
            elif "/S" in child:
                self._element(child, str(child.S), kind, page)
            elif "/MCID" in child:
                self._words(element, child.get("/Pg", page), int(child.MCID))

    def _words(self, element: pikepdf.Object, page: pikepdf.Object | None, mark: int) -> None:
        number = self.pages.number(page)
        if number is None:
            return
        self.marks[number, mark] = element.objgen
        words = self.pages[number].raw(mark)
        if not self._block:
            self._page = number
        self._block.append(words)
        for fact in self._facts:
            fact.append(words)

    def _element(
        self, element: pikepdf.Object, kind: str, around: str, page: pikepdf.Object | None
    ) -> None:
        if kind in _EXCLUDED:
            self._edition.excluded[_EXCLUDED[kind]] += 1
            self._leave_out(element, page)
            return
        for key in _SAID:
            if key in element:
                message = f"what is read out is not what is drawn: “{str(element[key])[:60]}”"
                self._edition.faults.append(Diagnostic(Location(self._place()), WORDS, message))
        if kind == "/Span" and self._is_generated(element, around, page):
            return
        if kind in {"/Link", "/Span"} or (kind in _INLINE and around not in _HOLDERS):
            self._inline(element, kind, page)
            return
        self.flush()
        generated = self._edition.excluded["generated"]
        is_heading = _HEADING.fullmatch(kind) is not None
        if is_heading:
            self._open_topic(element, page)
        if kind == "/Lbl" and _is_mark(element):
            self._leave_out(element, page)
        else:
            self.children(element, kind, page)
        if is_heading and not self._block and self._edition.excluded["generated"] > generated:
            self._topic = None  # a heading that is generated opens what is generated, as an index
        self.flush()

    def _is_generated(self, span: pikepdf.Object, around: str, page: pikepdf.Object | None) -> bool:
        """Whether a piece of a line is no text of the author: a number, or the mark of a note."""
        shift = _shift(span)
        if shift is None or 0 < abs(shift) < _HARDLY or (shift != 0 and around != "/Link"):
            return False
        kind = "generated" if shift == 0 else "marks of notes"
        if shift == 0 and self._topic is not None and _MISSING.fullmatch(self._text(span, page)):
            self.flush()
            self._topic.gap(self._place())
            kind = "signs that no font has"
        self._edition.excluded[kind] += 1
        self._leave_out(span, page)
        return True

    def _leave_out(self, element: pikepdf.Object, page: pikepdf.Object | None) -> None:
        """Note the pieces of an element whose words are not taken."""
        for each, mark, owner in _marks(element, page):
            if (number := self.pages.number(each)) is not None:
                self.marks[number, mark] = owner.objgen

    def _text(self, element: pikepdf.Object, page: pikepdf.Object | None) -> str:
        """The words in an element, which are not taken."""
        found = ((self.pages.number(each), mark) for each, mark, _owner in _marks(element, page))
        return "".join(
            self.pages[number].text(mark) for number, mark in found if number is not None
        )

    def _inline(self, element: pikepdf.Object, kind: str, page: pikepdf.Object | None) -> None:
        inside = children(element)
        fact = fact_of(inside) if kind == "/Link" else ""
        if not fact and not (kind == "/Span" and 0 < abs(_shift(element) or 0) < _HARDLY):
            self._go_through(element, inside, kind, element.get("/Pg", page))
            return
        words: list[str] = []
        self._facts.append(words)
        self._go_through(element, inside, kind, element.get("/Pg", page))
        self._facts.pop()
        text = " ".join("".join(words).split())
        if text and self._topic is not None:
            self._topic.occurrences.append(Occurrence(fact, text, self._place()))

    def _open_topic(self, element: pikepdf.Object, page: pikepdf.Object | None) -> None:
        """Go on with the topic that a heading belongs to."""
        first = next(_marks(element, page), None)
        number = self.pages.number(first[0]) if first else None
        if first is None or number is None:
            return
        target = self._destinations.take(number, self.pages[number].height(first[1]))
        if not target or target.startswith(SCHEME):
            return
        name, self._page = target.partition("#")[0], number
        self._topic = self._edition.topics.setdefault(name, Topic(name, self._place()))

    def _place(self) -> str:
        return f"{self._name}, sheet {self._page + 1}"

    def flush(self) -> None:
        """End a block of text; what stands before the first topic is the front of the book."""
        if not self._block:
            return
        words = "".join(self._block)
        if self._topic is None:
            self._edition.excluded["front"] += 1
        elif not words.isspace():
            self._topic.blocks.append((self._place(), words))
        self._block = []


def _marks(element: pikepdf.Object, page: pikepdf.Object | None) -> Any:
    page = element.get("/Pg", page)
    for child in children(element):
        if isinstance(child, int):
            yield page, child, element
        elif "/S" in child:
            yield from _marks(child, page)
        elif "/MCID" in child:
            yield child.get("/Pg", page), int(child.MCID), element


def _named(tree: pikepdf.Object) -> Iterator[tuple[str, pikepdf.Object]]:
    """The entries of a name tree (7.9.6). Typst writes names as UTF-8, without a mark of it."""
    for kid in tree.get("/Kids", ()):
        yield from _named(kid)
    entries = list(tree.get("/Names", ()))
    for name, entry in zip(entries[::2], entries[1::2], strict=False):
        yield text_of(bytes(name)), entry


def _attribute(element: pikepdf.Object, name: str) -> Any:
    """An attribute of an element (14.7.6), whatever owns it."""
    found = element.get("/A")
    for each in found if isinstance(found, pikepdf.Array) else [found]:
        if isinstance(each, pikepdf.Dictionary) and name in each:
            return each[name]
    return None


def _shift(element: pikepdf.Object) -> float | None:
    """How far the text of an element is raised, in points; nothing where it is not."""
    found = _attribute(element, "/BaselineShift")
    return None if found is None else float(found)


def _is_mark(label: pikepdf.Object) -> bool:
    """Whether a label is the number of an item or the mark of a note, and no term."""
    item = label.get("/P")
    if item is None or item.get("/S") != "/LI":
        return True
    around = item.get("/P")
    numbering = _attribute(around, "/ListNumbering") if around is not None else None
    return numbering is not None and str(numbering) not in _UNORDERED
