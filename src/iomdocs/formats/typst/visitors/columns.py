"""How much room the columns of a table ask for, and how much a page has, in characters."""

from __future__ import annotations

import math
import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

from docutils import nodes

from iomdocs.formats.typst.options import PAPERS, geometry_of
from iomdocs.formats.typst.tree import holds
from iomdocs.formats.typst.visitors.grid import Cell, Grid, grid_of

GUTTER = 3
"""Characters that the space between two columns takes."""
LONG_LINE = 60
"""Characters from which on more text asks for no more width."""
LONG_WORD = 24
"""Characters from which on a word may be broken to fit its column."""
BOLD_WIDTH = 1.1
"""How much wider bold type is."""
CODE_WIDTH = 1.15
"""How much wider a character of code is than one of text."""
DENSEST = 0.83
"""Characters of the smallest type on a millimetre."""
ALIGNMENTS = {"text-left": "left", "text-center": "center", "text-right": "right"}
"""The classes of MyST for the alignment of a cell."""
_SIGNS = r"\d\s.,'/%()+~<>\u2212\u2013\u2248$\u20ac\u00a3-"
_NUMERIC = re.compile(rf"[{_SIGNS}]*\d[{_SIGNS}]*")
_WORD = re.compile(r"[^\s/-]+[/-]?")
_UNBROKEN = re.compile(r"\S+")
_PIECE = re.compile(r"[^\s/._:(,-]+[/._:(,-]?")
"""The same for code, which may break behind its signs."""


@dataclass(frozen=True, slots=True)
class Column:
    """How much room the text of a column asks for, in characters, and how it is aligned."""

    natural: int
    least: int
    longest: int
    align: str


def measure_column(grid: Grid, number: int) -> Column:
    """The room for a column: its longest line, and its longest piece that does not break."""
    cells = [cell for cell in grid.cells if cell.column == number and cell.columns == 1]
    body = [cell for cell in cells if cell.row >= grid.header and cell.text]
    rooms = [_room(cell.entry) for cell in cells if cell.row >= grid.header]
    heads = (_room(cell.entry) for cell in cells if cell.row < grid.header)
    rooms += [(math.ceil(line * BOLD_WIDTH), math.ceil(word * BOLD_WIDTH)) for line, word in heads]
    longest = max((longest for _natural, longest in rooms), default=1)
    return Column(
        natural=max((natural for natural, _longest in rooms), default=1),
        least=min(longest, LONG_WORD) if not any(map(has_table, cells)) else longest,
        longest=longest,
        align=_alignment(body),
    )


def has_table(cell: Cell) -> bool:
    """Whether a table stands in a cell."""
    return holds(cell.entry, nodes.table)


def _alignment(body: Sequence[Cell]) -> str:
    """What the source asks for (MyST gives each cell a class); figures stand to the right."""
    for cell in body[:1]:
        classes: list[str] = cell.entry.get("classes", [])
        for name in classes:
            if name in ALIGNMENTS:
                return ALIGNMENTS[name]
    numeric = bool(body) and all(_NUMERIC.fullmatch(cell.text) for cell in body)
    return "right" if numeric else "start"


def _room(node: nodes.Element) -> tuple[int, int]:
    """The longest line in a node, and what of it does not break."""
    natural = least = 1
    for child in node.children:
        if isinstance(child, nodes.table):
            grid = grid_of(child)
            columns = [measure_column(grid, number) for number in range(grid.columns)]
            found = (
                sum(column.natural + GUTTER for column in columns),
                sum(column.least + GUTTER for column in columns),
            )
        elif isinstance(child, nodes.image):
            found = (LONG_LINE, len("a picture"))
        elif not isinstance(child, nodes.Element):
            continue
        elif isinstance(child, nodes.TextElement) or not isinstance(child, nodes.Body):
            found = _words(child)
        else:
            inner = _room(child)
            found = (inner[0] + GUTTER, inner[1] + GUTTER)
        natural, least = max(natural, found[0]), max(least, found[1])
    return natural, least


def _words(node: nodes.Element) -> tuple[int, int]:
    """The same for text; code is wider, and breaks behind its signs."""
    if any(isinstance(child, nodes.Body) for child in node.children):
        return _room(node)
    line = round(sum(map(_width, node.astext().split("\n")))) if node.astext() else 1
    words = [0.0]
    for text in node.findall(nodes.Text):
        pattern, factor = _WORD, 1.0
        if isinstance(node, nodes.FixedTextElement):
            pattern, factor = _UNBROKEN, CODE_WIDTH
        elif isinstance(text.parent, nodes.literal):
            pattern, factor = _PIECE, CODE_WIDTH
        words += [_width(word) * factor for word in pattern.findall(text)]
    if isinstance(node, nodes.FixedTextElement):
        line = round(max(map(_width, node.astext().split("\n"))) * CODE_WIDTH) + 2 * GUTTER
    return line, math.ceil(max(words))


def _width(text: str) -> float:
    """The width of a text in characters of the usual mixture."""
    if text.isascii():
        return len(text) if text == text.lower() else len(text) + sum(map(str.isupper, text)) / 4
    return sum(
        2.1 if unicodedata.east_asian_width(sign) in "WF" else 1.25 if sign.isupper() else 1.0
        for sign in text
    )


@dataclass(frozen=True, slots=True)
class Page:
    """Characters of the smallest type across a page, and across one turned sideways."""

    upright: float
    turned: float


def page_of(paper: str) -> Page:
    """The room on a paper, with what wide tables have of the margin."""
    width, height = PAPERS[paper]
    geometry = geometry_of(paper)
    across = width - geometry.start - geometry.end + geometry.hang
    return Page(across * DENSEST, (height - geometry.top - geometry.bottom) * DENSEST)
