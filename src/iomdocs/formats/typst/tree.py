"""Ways through a tree of nodes.

A book is one tree of many thousand nodes, so these do without a generator for each of its levels.
"""

from __future__ import annotations

from collections.abc import Iterator
from types import UnionType

from docutils import nodes
from sphinx import addnodes

GENERATED = "iomdocs-generated"
"""The class of what the builder adds to the words of a page."""


def elements(node: nodes.Element) -> list[nodes.Element]:
    """What stands directly in an element, loose text left out."""
    return [child for child in node.children if isinstance(child, nodes.Element)]


def ancestors(node: nodes.Node) -> Iterator[nodes.Element]:
    """What a node stands in, from the nearest element to the whole tree."""
    parent = node.parent
    while parent is not None:
        yield parent
        parent = parent.parent


def with_pages(book: nodes.Element, page: str) -> Iterator[tuple[str, nodes.Element]]:
    """Every element of a book in its order, with the page that it stands on.

    :param page: that of what stands on no page of its own.
    """
    left = [(page, book)]
    while left:
        page, node = left.pop()
        if isinstance(node, addnodes.start_of_file):
            page = str(node["docname"])
        yield page, node
        left += [(page, child) for child in reversed(node.children) if isinstance(child, _ELEMENT)]


def kinds_in(node: nodes.Element) -> set[type[nodes.Node]]:
    """The classes of all nodes in an element, text left out."""
    kinds: set[type[nodes.Node]] = set()
    left: list[nodes.Node] = [node]
    while left:
        for child in left.pop().children:
            kind = type(child)
            if kind is not nodes.Text:
                kinds.add(kind)
                left.append(child)
    return kinds


def holds(node: nodes.Element, kinds: type[nodes.Element] | UnionType) -> bool:
    """Whether an element of one of these kinds stands anywhere in an element."""
    left = [node]
    while left:
        found = [child for child in left.pop().children if isinstance(child, _ELEMENT)]
        if any(isinstance(child, kinds) for child in found):
            return True
        left += found
    return False


_ELEMENT = nodes.Element


def generated(words: str) -> nodes.inline:
    """Words that no author wrote: of contents and indices. The PDF tells programs so."""
    return nodes.inline(words, words, classes=[GENERATED])
