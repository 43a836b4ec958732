"""How docutils goes through a document and gives its text, in less time.

Reading and writing a page asks for some class about sixty times, a sixth of all the time they take.
Docutils 0.22 has a generator for each node, also for text; here is one for all. It goes the same
way and sees each change of the tree at the same moment.

A writer is led from node to node. Docutils makes a sentence of each step, for those who look for
faults in docutils, and only then asks whether anybody wants to read it; here it asks first.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from docutils import nodes

from iomdocs.extension.replaced import replace

_FIND = {"_fast_findall", "children", "isinstance"}
_TEXT = {"str", "unescape"}
_WALK = {
    *("document", "reporter", "debug", "__class__", "__name__", "children", "walkabout"),
    *("dispatch_visit", "dispatch_departure", "StopTraversal"),
    *("SkipNode", "SkipDeparture", "SkipSiblings", "SkipChildren"),
}
"""All that the methods of docutils 0.22 name in whose place ours stand."""

_told = nodes.Node.walkabout
"""The way of docutils, which tells each step."""


def register() -> None:
    """Have every document of the process gone through this way."""
    replace(nodes.Node, "_fast_findall", of_class, _FIND)
    replace(nodes.Text, "astext", text_of, _TEXT)
    replace(nodes.Node, "walkabout", walkabout, _WALK)


def text_of(text: nodes.Text) -> str:
    """The words of a text; only what a backslash stands before in a source has to be made plain."""
    return str(nodes.unescape(text)) if "\0" in text else str(text)


def of_class(root: nodes.Node, cls: type | tuple[type, ...]) -> Iterator[Any]:
    """The nodes of a class, or of one of several, in and below ``root``, in their order."""
    if isinstance(root, cls):
        yield root
    siblings = iter(root.children)
    above: list[Iterator[nodes.Node]] = []
    while True:
        for node in siblings:
            if isinstance(node, cls):
                yield node
            if node.children:
                above.append(siblings)
                siblings = iter(node.children)
                break
        else:
            if not above:
                return
            siblings = above.pop()


def walkabout(node: nodes.Node, visitor: nodes.NodeVisitor) -> bool:
    """Lead a visitor through a node and what is in it; tells whether it wants to stop."""
    if visitor.document.reporter.debug_flag:
        return _told(node, visitor)
    departs, stops = True, False
    try:
        try:
            visitor.dispatch_visit(node)
        except nodes.SkipNode:
            return stops
        except nodes.SkipDeparture:
            departs = False
        try:
            for child in node.children[:]:
                if child.walkabout(visitor):
                    stops = True
                    break
        except nodes.SkipSiblings:
            pass
    except nodes.SkipChildren:
        pass
    except nodes.StopTraversal:
        stops = True
    if departs:
        visitor.dispatch_departure(node)
    return stops
