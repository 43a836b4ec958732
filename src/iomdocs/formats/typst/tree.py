"""Ways through a tree of nodes."""

from __future__ import annotations

from collections.abc import Iterator

from docutils import nodes


def elements(node: nodes.Element) -> list[nodes.Element]:
    """What stands directly in an element, loose text left out."""
    return [child for child in node.children if isinstance(child, nodes.Element)]


def ancestors(node: nodes.Node) -> Iterator[nodes.Element]:
    """What a node stands in, from the nearest element to the whole tree."""
    parent = node.parent
    while parent is not None:
        yield parent
        parent = parent.parent
