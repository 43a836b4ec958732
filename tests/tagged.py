"""The structure of a tagged PDF, and what a checker of files does not look at.

Nothing of the program is used: the rules are those of ISO 32000-1, 14.6 to 14.8, and of PDF/UA-1
(ISO 14289-1).
"""

import re
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

import pikepdf

OWN_SCHEMES = ("fact:", "to:")
"""What begins an address that the builder has to turn into the way to a place."""

Mark = tuple[int, int]
"""A piece of marked content: its page, counted from 0, and its number."""


class Element(NamedTuple):
    """An element of the structure tree."""

    kind: str
    node: pikepdf.Object
    children: "list[Element | Mark | Annotation]"

    def walk(self) -> "Iterator[Element]":
        """The element and all below it in reading order."""
        yield self
        for child in self.children:
            if isinstance(child, Element):
                yield from child.walk()

    def marks(self) -> Iterator[Mark]:
        """All marked content in reading order."""
        for child in self.children:
            if isinstance(child, Element):
                yield from child.marks()
            elif not isinstance(child, Annotation):
                yield child


class Annotation(NamedTuple):
    """A reference to an annotation."""

    node: pikepdf.Object


class Tagged:
    """A tagged PDF, read whole."""

    def __init__(self, path: Path) -> None:
        self.pdf = pikepdf.open(path)
        self.pages = {page.objgen: number for number, page in enumerate(self.pdf.pages)}
        self.root = self._element(self.pdf.Root.StructTreeRoot, None)
        self.elements = list(self.root.walk())
        self.owners = {
            mark: element
            for element in self.elements
            for mark in element.children
            if not isinstance(mark, Element | Annotation)
        }

    def of_kind(self, pattern: str) -> list[Element]:
        return [each for each in self.elements if re.fullmatch(pattern, each.kind)]

    def _element(self, node: pikepdf.Object, page: pikepdf.Object | None) -> Element:
        page = node.get("/Pg", page)
        inside = node.get("/K", [])
        children = []
        for child in inside if isinstance(inside, pikepdf.Array) else [inside]:
            if not isinstance(child, pikepdf.Dictionary):
                children.append((self.pages[page.objgen], int(child)))
            elif "/Obj" in child:
                children.append(Annotation(child.Obj))
            elif "/MCID" in child:
                children.append((self.pages[child.get("/Pg", page).objgen], int(child.MCID)))
            else:
                children.append(self._element(child, page))
        return Element(str(node.get("/S", "")).removeprefix("/"), node, children)


def kinds_of(path: Path) -> list[str]:
    """The kinds of all structure elements of a PDF in reading order: ``/H1``."""
    _root, *elements = Tagged(path).elements
    return [f"/{each.kind}" for each in elements]


def faults(path: Path) -> list[str]:
    """Everything that is wrong with the structure of a PDF, in words."""
    tagged = Tagged(path)
    checks = (headings, parents, links, contents, tables, alternatives, languages)
    return [fault for check in checks for fault in check(tagged)]


def headings(tagged: Tagged) -> Iterator[str]:
    """Headings are there, are not flattened, begin at level 1 and skip no level (7.4.2)."""
    levels = [int(each.kind[1:]) for each in tagged.of_kind(r"H\d+")]
    if levels[:1] != [1] or len(set(levels)) < 3:
        yield f"headings of the levels {sorted(set(levels))}, the first of {levels[:1]}"
    for number, (before, after) in enumerate(pairwise(levels)):
        if after > before + 1:
            yield f"heading {number + 2} is of level {after} below {before}"


def parents(tagged: Tagged) -> Iterator[str]:
    """The parent tree leads from each piece of content and annotation to its element (14.7.4.4)."""
    tree = dict(_numbers(tagged.pdf.Root.StructTreeRoot.ParentTree))
    for number, page in enumerate(tagged.pdf.pages):
        of_page = tree.get(int(page.get("/StructParents", -1)), [])
        for mark, element in tagged.owners.items():
            if mark[0] == number and of_page[mark[1]].objgen != element.node.objgen:
                yield f"page {number + 1}: the parent of content {mark[1]} is another"
    for element in tagged.elements:
        for child in element.children:
            if isinstance(child, Annotation):
                parent = tree.get(int(child.node.get("/StructParent", -1)))
                if parent is None or parent.objgen != element.node.objgen:
                    yield f"an annotation has no parent or another: {child.node.get('/Contents')}"


def _numbers(tree: pikepdf.Object) -> Iterator[tuple[int, pikepdf.Object]]:
    for kid in tree.get("/Kids", []):
        yield from _numbers(kid)
    flat = list(tree.get("/Nums", []))
    yield from ((int(key), value) for key, value in zip(flat[::2], flat[1::2], strict=True))


def links(tagged: Tagged) -> Iterator[str]:
    """Each link is in the structure as a link, says what it is, and leads somewhere (7.18.5)."""
    owned = {
        child.node.objgen
        for element in tagged.of_kind("Link")
        for child in element.children
        if isinstance(child, Annotation)
    }
    names = {str(name) for name, _ in _destinations(tagged.pdf)}
    for number, page in enumerate(tagged.pdf.pages):
        if page.get("/Annots") and page.get("/Tabs") != "/S":
            yield f"page {number + 1}: the tab order is not that of the structure"
        for annotation in page.get("/Annots", []):
            where = f"page {number + 1}: a link"
            if annotation.objgen not in owned:
                yield f"{where} is not in the structure"
            if not str(annotation.get("/Contents", "")):
                yield f"{where} does not say what it is"
            target = annotation.get("/Dest")
            address = str(annotation.get("/A", {}).get("/URI", ""))
            if target is None and ("/A" not in annotation or address.startswith(OWN_SCHEMES)):
                yield f"{where} leads nowhere: {address}"
            if isinstance(target, pikepdf.String) and str(target) not in names:
                yield f"{where} leads to {target}, which is nowhere"
    for element in tagged.of_kind("Link"):
        if not list(element.marks()):
            yield f"a link has no words: {element.node.get('/K')}"


def _destinations(pdf: pikepdf.Pdf) -> Iterator[tuple[object, object]]:
    return pikepdf.NameTree(pdf.Root.Names.Dests).items() if "/Names" in pdf.Root else iter(())


def contents(tagged: Tagged) -> Iterator[str]:
    """All that is shown is in the structure once, or is an artifact (7.1)."""
    counts = Counter(mark for element in tagged.elements for mark in _own_marks(element))
    for mark, count in counts.items():
        if count > 1:
            yield f"page {mark[0] + 1}: content {mark[1]} is in {count} elements"
    for number, page in enumerate(tagged.pdf.pages):
        marked = set()
        depth: list[str] = []
        for operands, operator in pikepdf.parse_content_stream(page):
            name = str(operator)
            if name in {"BDC", "BMC"}:
                kind = str(operands[0])
                if len(operands) > 1 and "/MCID" in operands[1]:
                    marked.add((number, int(operands[1].MCID)))
                    kind = "marked"
                depth.append(kind)
            elif name == "EMC":
                depth.pop()
            elif name in SHOWING and not {"marked", "/Artifact"} & set(depth):
                yield f"page {number + 1}: something is shown that is neither content nor artifact"
        if lost := marked - counts.keys():
            yield f"page {number + 1}: content {sorted(lost)} is not in the structure"


SHOWING = {"Tj", "TJ", "'", '"', "f", "f*", "F", "S", "s", "B", "B*", "b", "b*", "Do", "sh", "BI"}


def _own_marks(element: Element) -> Iterator[Mark]:
    return (mark for mark in element.children if not isinstance(mark, Element | Annotation))


def tables(tagged: Tagged) -> Iterator[str]:
    """Each table has header cells, each with what it is the header of (7.5)."""
    for number, table in enumerate(tagged.of_kind("Table")):
        cells = [each for each in table.walk() if each.kind == "TH"]
        if not cells:
            yield f"table {number + 1} has no header cells"
        for cell in cells:
            if _attribute(cell, "/Scope") is None:
                yield f"table {number + 1}: a header cell does not say of what"
        if len(widths := set(row_widths(table))) > 1:
            yield f"table {number + 1} has rows of {sorted(widths)} cells"


def row_widths(table: Element) -> list[int]:
    """How many columns each row fills, with the cells that reach into it from above."""
    widths, open_cells = [], []
    for row in (each for each in table.walk() if each.kind == "TR"):
        width = sum(columns for columns, _ in open_cells)
        open_cells = [(columns, rows - 1) for columns, rows in open_cells if rows > 1]
        for cell in row.children:
            columns = int(_attribute(cell, "/ColSpan") or 1)
            rows = int(_attribute(cell, "/RowSpan") or 1)
            width += columns
            if rows > 1:
                open_cells.append((columns, rows - 1))
        widths.append(width)
    return widths


def _attribute(element: Element, name: str) -> object:
    found = element.node.get("/A", [])
    for attributes in found if isinstance(found, pikepdf.Array) else [found]:
        if isinstance(attributes, pikepdf.Dictionary) and name in attributes:
            return attributes[name]
    return None


def alternatives(tagged: Tagged) -> Iterator[str]:
    """Each picture and formula says what it shows (7.3, 7.7)."""
    for element in tagged.of_kind("Figure|Formula"):
        if not str(element.node.get("/Alt", "")) and not element.node.get("/ActualText"):
            yield f"a {element.kind.lower()} has no description"


def languages(tagged: Tagged) -> Iterator[str]:
    """The document has a language, and so has its metadata (7.2)."""
    if not re.fullmatch(r"[a-z]{2,3}(-\w+)*", str(tagged.pdf.Root.get("/Lang", ""))):
        yield "the document has no language"
    if not tagged.pdf.Root.MarkInfo.Marked or not tagged.pdf.Root.ViewerPreferences.DisplayDocTitle:
        yield "the document is not marked as tagged, or does not show its title"
