"""What stands in the text of a paragraph, heading or cell, each with its place in the page."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from markdown_it.token import Token

from iomdocs.lint.page import HIDDEN, Content, Image, Link, Passage, Place, Raw, Role
from iomdocs.lint.syntax import PLACE

_BREAKS = {"softbreak", "hardbreak"}
RAW = {
    "html_block": "html",
    "html_inline": "html",
    "code_inline": "code",
    "code_block": "code",
    "math_inline": "math",
    "math_inline_double": "math",
    "math_block": "math",
    "math_block_label": "math",
    "amsmath": "math",
    "myst_line_comment": "comment",
    "substitution_inline": "substitution",
    "substitution_block": "substitution",
}
"""Tokens that are told by their text, with what they are called."""


class Origin:
    """Where each character of an inline token stands in the text of the page."""

    def __init__(
        self,
        token: Token,
        line_of: Callable[[int], int],
        lines: Sequence[str],
        starts: Sequence[int],
    ) -> None:
        """Look at an inline token.

        :param line_of: the number in the page, from 1, of a line of what was parsed.
        :param lines: the lines of the page; ``starts`` where each begins in its text.
        """
        first, last = token.map or (0, 1)
        self._columns = []
        self._numbers = []
        self._begins = []
        begin = 0
        for index, line in enumerate(token.content.split("\n")):
            number = line_of(min(first + index, max(last - 1, first))) - 1
            self._numbers.append(number)
            self._columns.append(_column(lines[number], line))
            self._begins.append(begin)
            begin += len(line) + 1
        self._starts = starts

    def offset(self, position: int) -> int:
        """The place in the page of a character of the inline token."""
        index = self._index(position)
        within = position - self._begins[index]
        return self._starts[self._numbers[index]] + self._columns[index] + within

    def place(self, position: int) -> Place:
        """Line and column of a character of the inline token."""
        index = self._index(position)
        column = self._columns[index] + position - self._begins[index]
        return Place(self._numbers[index] + 1, column + 1)

    def _index(self, position: int) -> int:
        index = len(self._begins) - 1
        while self._begins[index] > position:
            index -= 1
        return index


def _column(source: str, line: str) -> int:
    """Where in a line of the page the line of an inline token begins."""
    whole, part = source.rstrip(), line.rstrip()
    if whole.endswith(part):
        return len(whole) - len(part)
    return max(source.find(part), 0)


class Inline:
    """Collects what stands in an inline token."""

    def __init__(self, found: Content, origin: Origin, within: Sequence[str], kind: str) -> None:
        self._found = found
        self._origin = origin
        self._within = within
        self._kind = kind
        self._text: list[str] = []
        self._pieces: list[tuple[int, int]] = []
        self._length = 0
        self._links: list[tuple[Token, int]] = []
        self._linked: list[tuple[int, int]] = []

    def read(self, token: Token) -> None:
        """Collect links, roles, pictures and words."""
        self._read(token.children or (), token.content)
        text = "".join(self._text)
        passage = Passage(text, self._pieces, self._kind, self._within, self._linked)
        self._found.passages.append(passage)

    def _read(self, children: Sequence[Token], source: str) -> None:
        cursor = 0
        for child in children:
            begin = (child.meta or {}).get(PLACE, cursor)
            if child.type in {"text", "text_special"}:
                cursor = self._words(child, source, cursor)
            elif child.type in _BREAKS:
                cursor = source.find("\n", cursor) + 1 or cursor
                self._add(" ", cursor - 1)
            else:
                self._other(child, begin)
                cursor = max(cursor, begin + 1 if child.type != "link_close" else begin)

    def _words(self, child: Token, source: str, cursor: int) -> int:
        written = child.markup if child.type == "text_special" else child.content
        begin = source.find(written, cursor)
        begin = begin if begin >= 0 else cursor
        if child.type == "text_special":
            self._add(child.content, begin, is_written=False)
        else:
            self._add(child.content, begin)
        return begin + len(written)

    def _add(self, text: str, position: int, *, is_written: bool = True) -> None:
        if text:
            self._text.append(text)
            length = len(text) if is_written else -len(text)
            self._pieces.append((length, self._origin.offset(position)))
            self._length += len(text)

    def _other(self, child: Token, begin: int) -> None:
        place = self._origin.place(begin)
        if "class" in child.attrs:
            self._found.classes.append((place, str(child.attrs["class"]).split()))
        if child.type == "link_open":
            self._links.append((child, self._length))
        elif child.type == "link_close" and self._links:
            self._link(self._length)
        elif child.type == "myst_role":
            name = str(child.meta["name"])
            role = Role(name, child.content, place, self._kind, self._within)
            self._found.roles.append(role)
            self._add(HIDDEN, begin)
        elif child.type == "image":
            target = str(child.attrs.get("src", ""))
            self._found.images.append(Image(target, child.content, place))
            self._add(HIDDEN, begin)
        elif child.type in RAW:
            self._found.raw.append(Raw(RAW[child.type], child.content, place, child.info))
            self._add(HIDDEN, begin)

    def _link(self, end: int) -> None:
        opened, start = self._links.pop()
        words = "".join(self._text)[start:end]
        begin = opened.meta.get(PLACE, 0) if opened.meta else 0
        kind = "autolink" if opened.markup in {"autolink", "linkify"} else "link"
        target = str(opened.attrs.get("href", ""))
        self._found.links.append(Link(target, words, self._origin.place(begin), kind))
        self._linked.append((start, end))
