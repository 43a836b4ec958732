"""A page in MyST Markdown, parsed once, and everything in it with its line and column.

A directive whose body is markup is parsed with its page; what stands in it is found with the
things of the page. All lines and columns are those of the file and count from 1.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import NamedTuple

from markdown_it.token import Token

from iomdocs.lint.source import Source
from iomdocs.safety.entries import FrontMatter


class Place(NamedTuple):
    """A place in a file."""

    line: int
    column: int


@dataclass(frozen=True, slots=True)
class Option:
    """An option of a directive."""

    name: str
    value: str
    place: Place


@dataclass(frozen=True, slots=True)
class Directive:
    """A directive; ``body`` has its lines without options, and ``last`` is its last line.

    ``within`` names the directives around it, the outermost first.
    """

    name: str
    argument: str
    options: Sequence[Option]
    body: Sequence[str]
    place: Place
    body_line: int
    last: int
    within: Sequence[str] = ()

    def option(self, name: str) -> str | None:
        """The value of an option, or ``None`` without it."""
        return next((each.value for each in self.options if each.name == name), None)


@dataclass(frozen=True, slots=True)
class Role:
    """A role with what stands between its backticks.

    ``kind`` and ``within`` are those of the passage in which it stands.
    """

    name: str
    text: str
    place: Place
    kind: str = "paragraph"
    within: Sequence[str] = ()


@dataclass(frozen=True, slots=True)
class Link:
    """A link, or the definition of one (``kind`` is ``link``, ``autolink`` or ``definition``).

    ``target`` is the address as it is meant: with entities and escapes read.
    """

    target: str
    text: str
    place: Place
    kind: str = "link"


@dataclass(frozen=True, slots=True)
class Image:
    """A picture in Markdown; those of directives are directives."""

    target: str
    alt: str
    place: Place


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading."""

    level: int
    text: str
    place: Place


@dataclass(frozen=True, slots=True)
class Passage:
    """Words of one paragraph, heading or cell as readers see them.

    Code, roles, formulas and pictures are one ``HIDDEN`` each.
    ``kind`` is ``paragraph``, ``heading``, ``cell``, ``term``, or ``argument`` and ``option`` for
    what stands behind and below the name of a directive. ``linked`` has the ranges of ``text`` that
    are the words of links, ``within`` the names of the directives around it. ``pieces`` has the
    number of characters and the place of each piece that stands in the page as it is read; the
    number is negative where it does not, as with an entity.
    """

    text: str
    pieces: Sequence[tuple[int, int]]
    kind: str
    within: Sequence[str] = ()
    linked: Sequence[tuple[int, int]] = ()

    @property
    def offsets(self) -> Sequence[int]:
        """Where each character stands in the text of the page, for places and edits."""
        return [
            place
            for length, begin in self.pieces
            for place in (range(begin, begin + length) if length > 0 else [begin] * -length)
        ]


HIDDEN = "\ufffc"
"""What stands in a passage for something that is no text of its own."""


@dataclass(frozen=True, slots=True)
class Raw:
    """Something given by its text alone: raw HTML, a comment, code, a formula, a substitution."""

    kind: str
    text: str
    place: Place
    info: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """A table in Markdown, from its first to its last line."""

    first: int
    last: int
    cells: int


@dataclass(frozen=True, slots=True)
class Block:
    """The first and last line of a paragraph, list, table, directive or the like."""

    kind: str
    first: int
    last: int
    depth: int


@dataclass(slots=True)
class Content:
    """Everything that was found on a page, each in the order of the page.

    ``tokens`` are those of the parser for the page itself, without those of directives;
    ``classes`` those that attributes in braces give.
    """

    tokens: Sequence[Token] = ()
    front_matter: FrontMatter = field(default_factory=FrontMatter)
    directives: list[Directive] = field(default_factory=list)
    roles: list[Role] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)
    images: list[Image] = field(default_factory=list)
    headings: list[Heading] = field(default_factory=list)
    passages: list[Passage] = field(default_factory=list)
    raw: list[Raw] = field(default_factory=list)
    blocks: list[Block] = field(default_factory=list)
    tables: list[Table] = field(default_factory=list)
    classes: list[tuple[Place, Sequence[str]]] = field(default_factory=list)


class Page(Source):
    """A page in Markdown."""

    def __init__(self, path: Path, syntax: frozenset[str] = frozenset()) -> None:
        """Look at a page.

        :param syntax: the names of the extensions of MyST that are switched on.
        """
        super().__init__(path)
        self.syntax = syntax

    @cached_property
    def content(self) -> Content:
        """What is on the page."""
        from iomdocs.lint.walk import content  # noqa: PLC0415  which makes what is declared here

        return content(self.text, self.syntax, self.lines)
