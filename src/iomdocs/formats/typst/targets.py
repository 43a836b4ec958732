"""Where links lead: the label of every target of the assembled book.

Ids are unique within a page only. A target's label is ``page#id``; pages keep their names, so
that a destination of the PDF says what it is. The entry of a fact in the register is ``fact:id``.
"""

from __future__ import annotations

from collections.abc import Sequence

from docutils import nodes
from sphinx import addnodes

from iomdocs.formats.typst.index import BookIndex, addresses
from iomdocs.formats.typst.packing import FACT_SCHEME, entry_of
from iomdocs.nodes import fact_anchor

PAGE = "%"
"""Begins the address of a page of the book, as the builder gives it to references."""

_LEADING = frozenset({"refid", "refuri", "backrefs"})
"""The attributes of what leads somewhere."""


class Targets:
    """The labels of a book, by page and id, and which of them something leads to."""

    def __init__(self, root: str) -> None:
        self._labels: dict[tuple[str, str], str] = {}
        self._pages: dict[str, str] = {root: ""}
        self.wanted: set[str] = set()
        self._printed: set[str] = set()
        self.printed: list[str] = []
        """The labels that were printed, in order; more than once what was printed again."""
        self._facts: set[str] = set()

    def add_all(self, elements: Sequence[tuple[str, nodes.Element]]) -> None:
        """Read what leads where in all elements of the book in order, each with its page."""
        for page, element in elements:
            if element.attributes.get("ids") or isinstance(element, addnodes.start_of_file):
                self._record(page, element)
        for page, element in elements:
            if isinstance(element, BookIndex) or not _LEADING.isdisjoint(element.attributes):
                self._want(page, element)

    def label(self, page: str, node_id: str) -> str:
        """The label of a target, or nothing where the book has no such target."""
        return self._labels.get((page, node_id), "")

    def of_address(self, address: str) -> str:
        """The label for ``%page#id`` or ``%page``; the start of the page for an unknown id."""
        page, _, node_id = address.removeprefix(PAGE).partition("#")
        return self.label(page, node_id) or self._pages.get(page, "")

    def of_reference(self, page: str, node: nodes.Element) -> str:
        """The label a reference leads to, or nothing: it leads out of the book, or nowhere."""
        if "refid" in node:
            return self.label(page, str(node["refid"]))
        address = str(node.get("refuri", ""))
        return self.of_address(address) if address.startswith(PAGE) else ""

    def of_fact(self, fact: str) -> str:
        """The label of a fact's row in the register, or nothing in a book without it."""
        label = f"{FACT_SCHEME}{entry_of(fact)}"
        return label if label in self._facts else ""

    def to_print(self, page: str, node: nodes.Element, *, always: bool = False) -> list[str]:
        """The label a node has to carry: once in the book, and only where something needs it."""
        label = self.label(page, str(node["ids"][0])) if node.get("ids") else ""
        needed = label and (always or label in self.wanted) and label not in self._printed
        if not needed:
            return []
        return [self.add_printed(label)]

    def print_again(self, page: str, node: nodes.Element) -> None:
        """Let a node and what is in it carry their labels anew: what was printed is taken back."""
        for element in node.findall(nodes.Element):
            ids: list[str] = element.get("ids", [])
            self._printed.difference_update(self.label(page, node_id) for node_id in ids)

    def add(self, label: str) -> str:
        """A label of the PDF's own, which who asks for it prints."""
        self.wanted.add(label)
        return self.add_printed(label)

    def add_printed(self, label: str) -> str:
        """Note that a label is printed; gives the label."""
        self._printed.add(label)
        self.printed.append(label)
        return label

    def left(self) -> list[str]:
        """The labels that something leads to and that were not printed, in order.

        They belong to content that a visitor left out.
        """
        return sorted(self.wanted - self._printed)

    def start_of_page(self, page: str) -> list[str]:
        """The label for the start of a page that has no heading to carry it."""
        label = self._pages.get(page, "")
        if label != page or label not in self.wanted or label in self._printed:
            return []
        return [self.add_printed(label)]

    def _record(self, page: str, element: nodes.Element) -> None:
        if isinstance(element, addnodes.start_of_file):
            self._pages.setdefault(page, page)
        ids: list[str] = element.attributes.get("ids", [])
        if not ids:
            return
        label = f"{page}#{ids[0]}"
        if isinstance(element, fact_anchor):
            label = f"{FACT_SCHEME}{element['fact']}"
            self._facts.add(label)
        for node_id in ids:
            self._labels.setdefault((page, str(node_id)), label)
        if isinstance(element, nodes.section) and self._pages.get(page) in {"", page}:
            self._pages[page] = label

    def _want(self, page: str, element: nodes.Element) -> None:
        if label := self.of_reference(page, element):
            self.wanted.add(label)
        if isinstance(element, BookIndex):
            self.wanted.update(filter(None, map(self.of_address, addresses(element))))
        backrefs: list[str] = element.get("backrefs", [])
        for backref in backrefs:
            if label := self.label(page, str(backref)):
                self.wanted.add(label)
