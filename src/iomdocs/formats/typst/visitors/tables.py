"""Tables: cells with their spans, and columns as wide as what is in them asks for."""

from __future__ import annotations

import math
import re
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from docutils import nodes
from sphinx import addnodes
from sphinx.util import logging

from iomdocs.formats.typst.output import Code, Markup, Value, call
from iomdocs.formats.typst.sources import located

logger = logging.getLogger(__name__)

Render = Callable[[nodes.Element], Markup]

MEASURE = 88
"""Characters of the table's type in a line as wide as the text."""
WIDE_MEASURE = 104
"""The same for a table that reaches out into the margin."""
GUTTER = 3
"""Characters that the space between two columns takes."""
MANY_COLUMNS = 3
"""Columns up to which a table stays within the text."""
LONG_LINE = 60
"""Characters from which on more text asks for no more width."""
LONG_CELL, TALL_CELL, TALL_SPAN = 700, 30, 8
"""Characters, lines and rows from which on a cell may break over pages."""
LONG_WORD = 24
"""Characters from which on a word may be broken to fit its column."""

LONGEST_HEADER = 12
"""Rows up to which a header stands again on each page."""
BOLD_WIDTH = 1.1
"""How much wider bold type is."""
CODE_WIDTH = 1.15
"""How much wider a character of code is than one of text."""
DENSEST = 0.83
"""Characters of the smallest type on a millimetre."""
PAPERS = {
    "a3": (297, 420),
    "a4": (210, 297),
    "a5": (148, 210),
    "iso-b5": (176, 250),
    "us-legal": (216, 356),
    "us-letter": (216, 279),
}
"""Width and height of papers, in millimetres."""
HUNG = ("a3", "a4", "iso-b5", "us-letter")
"""Papers on which wide tables reach out into the margin."""
ALIGNMENTS = {"text-left": "left", "text-center": "center", "text-right": "right"}
"""The classes of MyST for the alignment of a cell."""

ROWS_TO_PART, PARTS = 10, 3
"""Rows from which on a narrow table stands in parts side by side, and how many at most."""

_SIGNS = r"\d\s.,'/%()+~<>\u2212\u2013\u2248$\u20ac\u00a3-"
_NUMERIC = re.compile(rf"[{_SIGNS}]*\d[{_SIGNS}]*")
_WORD = re.compile(r"[^\s/-]+[/-]?")
_UNBROKEN = re.compile(r"\S+")
_PIECE = re.compile(r"[^\s/._:(,-]+[/._:(,-]?")
"""The same for code, which may break behind its signs."""
_BLOCKS = (nodes.Sequential, nodes.literal_block, nodes.table, nodes.image, nodes.Admonition)
_FLOW = (nodes.section, nodes.document, addnodes.start_of_file)
"""What a table stands in that may have a page of its own."""
_AROUND = (
    nodes.section,
    nodes.document,
    nodes.container,
    nodes.compound,
    addnodes.start_of_file,
)


@dataclass(frozen=True, slots=True)
class Cell:
    """An entry of a table with its place, both counted from 0, and how far it reaches."""

    entry: nodes.entry
    row: int
    column: int
    columns: int
    rows: int

    @property
    def text(self) -> str:
        """What is in the cell, one line for each block."""
        return self.entry.astext().strip()


@dataclass(frozen=True, slots=True)
class Grid:
    """A docutils table: its cells, and how many rows and columns of them are headers."""

    cells: Sequence[Cell]
    columns: int
    header: int
    stubs: int
    given: Sequence[int]
    """The parts of the width that the source asks for; empty where it does not."""


def grid_of(table: nodes.table) -> Grid:
    """What a table is made of; several groups are taken as one."""
    specs = _parts(table, nodes.colspec)
    head = [row for part in _parts(table, nodes.thead) for row in _parts(part, nodes.row)]
    body = [row for part in _parts(table, nodes.tbody) for row in _parts(part, nodes.row)]
    given = "colwidths-given" in table.get("classes", ())
    cells = list(_placed([*head, *body]))
    return Grid(
        cells=cells,
        columns=max([len(specs), *(cell.column + cell.columns for cell in cells)]),
        header=len(head),
        stubs=sum(1 for spec in specs if spec.get("stub")),
        given=[max(int(spec.get("colwidth") or 1), 1) for spec in specs] if given else [],
    )


def table_call(
    table: nodes.table,
    caption: Markup | None,
    render: Render,
    *,
    small: bool = False,
    paper: str = "a4",
) -> str:
    """The call of the template for a table, which fits it into the room that it has there.

    A table without a header row gets its first row as one, for programs that read the table
    aloud (PDF/UA-1, 7.5); it looks like the other rows. No header is taller than a page. A table
    that no type that can be read would fit into the width of a page is printed on a page turned
    sideways; one that does not even fit there is told to the author (P004), and its words are
    broken.
    """
    grid = grid_of(table)
    columns = [measure_column(grid, number) for number in range(grid.columns)]
    room = sum(min(column.natural, LONG_LINE) + GUTTER for column in columns)
    least = sum(column.least + GUTTER for column in columns)
    outermost = _is_in(table, _AROUND)
    is_long = grid.columns > MANY_COLUMNS and room > MEASURE
    wide = not small and outermost and (is_long or least > MEASURE)
    page = page_of(paper)
    turned = not small and _is_in(table, _FLOW) and least > page.upright
    if least > (page.turned if _is_in(table, _FLOW) else page.upright):
        _tell(table)
    header = grid.header or 1
    if any(_is_tall(cell, grid) for cell in grid.cells if cell.row < header):
        header = 0
    head = [cell for cell in grid.cells if cell.row < header]
    repeated = bool(grid.header) and 0 < header <= LONGEST_HEADER
    with_links = repeated and any(map(_has_link, head))
    return call(
        "data-table",
        natural=[column.natural for column in columns],
        least=[column.least for column in columns],
        longest=[column.longest for column in columns],
        given=list(grid.given),
        align=[Code(column.align) for column in columns],
        rows=header,
        head=[_cell(grid, cell, render) for cell in head],
        again=[_again(cell, render) for cell in head] if with_links else [],
        body=[_cell(grid, cell, render) for cell in grid.cells if cell.row >= header],
        headless=not grid.header,
        repeated=repeated,
        breakable=any(_is_long(cell, columns) for cell in grid.cells),
        wide=wide and not turned,
        turned=turned,
        small=small,
        side=str(table.get("align", "")),
        caption=caption,
    )


def _tell(table: nodes.table) -> None:
    logger.warning(
        "a table is too wide for the page; its words are broken to fit"
        "\nhint: make two tables of it, or turn its rows into columns",
        location=located(table),
        type="iomdocs",
        subtype="P004",
    )


def side_by_side(table: nodes.table) -> Sequence[nodes.table]:
    """A long table of narrow columns as several shorter ones; any other as it is."""
    grid = grid_of(table)
    groups = _parts(table, nodes.tbody)
    rows = groups[0].children if len(groups) == 1 else []
    widest = [max(len(c.text) for c in grid.cells if c.column == n) for n in range(grid.columns)]
    beside = min(WIDE_MEASURE // (sum(width + GUTTER for width in widest) or 1), PARTS)
    if beside < 2 or len(rows) < ROWS_TO_PART:
        return [table]
    each = -(-len(rows) // beside)
    parts = []
    for start in range(0, len(rows), each):
        part = table.deepcopy()
        body = _parts(part, nodes.tbody)[0]
        body.children = body.children[start : start + each]
        parts.append(part)
    return parts


def _has_link(cell: Cell) -> bool:
    """Whether something stands in a cell that must not stand in it again on the next page.

    A repeated header is an artifact: a link has no place in it, nor has what a link leads to.
    """
    kinds = nodes.reference | nodes.footnote_reference | nodes.target
    return any(
        isinstance(node, kinds) or node.get("ids") for node in cell.entry.findall(nodes.Element)
    )


def _again(cell: Cell, render: Render) -> Markup:
    """A cell of a header as it is repeated: without links, marks of notes and places to lead to."""
    entry = cell.entry.deepcopy()
    for node in list(entry.findall(nodes.Element)):
        node["ids"] = []
        if isinstance(node, nodes.footnote_reference):
            node.parent.remove(node)
        elif isinstance(node, nodes.reference):
            node.replace_self(nodes.inline("", "", *node.children))
    return render(entry)


def _cell(grid: Grid, cell: Cell, render: Render) -> Value:
    content = render(cell.entry)
    if cell.column < grid.stubs and cell.row >= grid.header and content.source:
        content = Markup(f"#strong[{content.source}];")
    if cell.columns == cell.rows == 1:
        return content
    return {"colspan": cell.columns, "rowspan": cell.rows, "body": content}


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
        least=min(longest, LONG_WORD) if not any(map(_has_table, cells)) else longest,
        longest=longest,
        align=_alignment(body),
    )


def _has_table(cell: Cell) -> bool:
    return next(cell.entry.findall(nodes.table), None) is not None


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
    """The room on a paper; on one of an unknown name as on A5, so that nothing is promised."""
    width, height = PAPERS.get(paper, PAPERS["a5"])
    margins = 58 if paper in HUNG else 36
    return Page((width - margins) * DENSEST, (height - 56) * DENSEST)


def _placed(rows: Sequence[nodes.Element]) -> Iterator[Cell]:
    """The entries of a table with their places, row after row, spans taken into account."""
    taken: set[tuple[int, int]] = set()
    for number, row in enumerate(rows):
        column = 0
        for entry in _parts(row, nodes.entry):
            while (number, column) in taken:
                column += 1
            columns, down = int(entry.get("morecols", 0)) + 1, int(entry.get("morerows", 0)) + 1
            taken |= {(number + y, column + x) for y in range(down) for x in range(columns)}
            assert isinstance(entry, nodes.entry)
            yield Cell(entry, number, column, columns, down)


def _is_tall(cell: Cell, grid: Grid) -> bool:
    """Whether a cell of a header may be taller than a page, which no header can."""
    across = MEASURE / grid.columns * cell.columns
    lines = sum(math.ceil(len(line) / across) for line in cell.text.split("\n"))
    pictures = sum(1 for _picture in cell.entry.findall(nodes.image))
    return lines + pictures * TALL_CELL / 2 > TALL_CELL


def _is_long(cell: Cell, columns: Sequence[Column]) -> bool:
    """Whether a cell must be able to break over pages."""
    if len(cell.text) > LONG_CELL or cell.rows > TALL_SPAN:
        return True
    if any(isinstance(part, _BLOCKS) for part in cell.entry.findall(nodes.Element)):
        return True
    across = sum(column.least for column in columns[cell.column : cell.column + cell.columns])
    return len(cell.text) / max(across, 1) > TALL_CELL


def _parts(node: nodes.Element, kind: type[nodes.Element]) -> list[nodes.Element]:
    """The parts of a kind that a table has, those of tables inside its cells left out."""
    children = [child for child in node.children if isinstance(child, nodes.Element)]
    found = [child for child in children if isinstance(child, kind)]
    for group in children:
        if isinstance(group, nodes.tgroup):
            found += _parts(group, kind)
    return found


def _is_in(table: nodes.table, around: tuple[type[nodes.Element], ...]) -> bool:
    """Whether a table stands in nothing but elements of these kinds."""
    parent = table.parent
    while isinstance(parent, around):
        parent = parent.parent
    return parent is None
