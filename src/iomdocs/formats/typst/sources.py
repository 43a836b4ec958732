"""The line of a source file that a piece of a book's text comes from."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from docutils import nodes

from iomdocs.formats.typst.tree import ancestors


class Sources:
    """The source files of a book, each read once."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._lines: dict[str, Sequence[str]] = {}

    def place(self, node: nodes.Text, offset: int, words: str) -> tuple[str, int]:
        """The file and the line in which ``words`` stand, ``offset`` characters into a text.

        What a program has written into the page, such as a fact, belongs to the line of its block;
        the line is 0 where that is not known.
        """
        holder = _around(node)
        if holder is None:
            return "", 0
        source = str(holder.source).partition(":docstring of")[0]
        path = Path(source)
        page = path.relative_to(self.folder) if path.is_relative_to(self.folder) else path
        first = int(holder.line or 0)
        from_here = first + _line_ends_before(node, offset, holder)
        lines = self._of(source)
        for start in (from_here, first):
            for number, line in enumerate(lines[max(start - 1, 0) :], start=max(start, 1)):
                if words in line:
                    return page.as_posix(), number
        return page.as_posix(), first

    def _of(self, source: str) -> Sequence[str]:
        if source not in self._lines:
            try:
                text = Path(source).read_text("utf-8", errors="replace")
            except OSError:
                text = ""
            self._lines[source] = text.splitlines()
        return self._lines[source]


def _line_ends_before(node: nodes.Text, offset: int, holder: nodes.Element) -> int:
    """How many lines of the element end before the place in the text."""
    count = 0
    for text in holder.findall(nodes.Text):
        if text is node:
            break
        count += text.count("\n")
    return count + node.count("\n", 0, offset)


def located(node: nodes.Node) -> nodes.Node:
    """The node of which the line is known that tells best where a node stands, else the node.

    Some directives (``csv-table``) do not give their node its line, but what is in it.
    """
    if node.line:
        return node
    inside = (child for child in node.findall(nodes.Element) if child.line and child.source)
    return next(inside, None) or _around(node) or node


def _around(node: nodes.Node) -> nodes.Element | None:
    """The nearest element around a node that knows its line."""
    return next((each for each in ancestors(node) if each.line and each.source), None)
