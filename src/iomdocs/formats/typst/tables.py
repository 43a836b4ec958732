"""Tables: cells with their spans, and columns as wide as what is in them asks for."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from docutils import nodes
from sphinx import addnodes

from iomdocs.formats.typst.output import Code, Markup, Value, argument, call

Render = Callable[[nodes.Element], Markup]

MEASURE = 88
"""Characters of the table's type in a line as wide as the text."""
WIDE_MEASURE = 104
"""The same for a table that reaches out into the margin."""
GUTTER = 3
"""Characters that the space between two columns takes."""
NATURAL_SHARE = 0.72
"""Part of the measure up to which a table keeps its natural width."""
MANY_COLUMNS = 3
"""Columns up to which a table stays within the text."""
LONG_LINE = 60
"""Characters from which on more text asks for no more width."""
LONG_CELL = 700
"""Characters from which on a cell may break over pages."""
SHORT_LINE = 17
"""Characters up to which the text of a column stays in one line: dates, names, figures."""
LONG_WORD = 24
"""Characters from which on a word may be broken to fit its column."""

ROWS_TO_PART, PARTS = 10, 3
"""Rows from which on a narrow table stands in parts side by side, and how many at most."""

_SIGNS = r"\d\s.,'/%()+~<>\u2212\u2013\u2248$\u20ac\u00a3-"
_NUMERIC = re.compile(rf"[{_SIGNS}]*\d[{_SIGNS}]*")
_WORD = re.compile(r"[^\s/._-]+[/._-]?")
_BLOCKS = (nodes.Sequential, nodes.literal_block, nodes.table, nodes.image, nodes.Admonition)
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
    return Grid(
        cells=list(_placed([*head, *body])),
        columns=len(specs),
        header=len(head),
        stubs=sum(1 for spec in specs if spec.get("stub")),
        given=[int(spec.get("colwidth") or 1) for spec in specs] if given else [],
    )


def table_call(
    table: nodes.table, caption: Markup | None, render: Render, *, small: bool = False
) -> str:
    """The call of the template for a table.

    A table without a header row gets its first row as one, for programs that read the table
    aloud (PDF/UA-1, 7.5); it looks like the other rows.
    """
    grid = grid_of(table)
    columns = [_Column(grid, number) for number in range(grid.columns)]
    room = sum(min(column.natural, LONG_LINE) + GUTTER for column in columns)
    wide = not small and grid.columns > MANY_COLUMNS and room > MEASURE and _is_outermost(table)
    measure = WIDE_MEASURE if wide else MEASURE
    header = grid.header or 1
    head = [cell for cell in grid.cells if cell.row < header]
    return call(
        "data-table",
        columns=_widths(grid, columns, measure),
        align=[Code("right" if column.is_numeric else "start") for column in columns],
        head=[_cell(grid, cell, render) for cell in head],
        body=[_cell(grid, cell, render) for cell in grid.cells if cell.row >= header],
        headless=not grid.header,
        repeated=bool(grid.header) and not any(map(_has_link, head)),
        breakable=any(map(_is_long, grid.cells)),
        wide=wide,
        small=small,
        caption=caption,
    )


def side_by_side(table: nodes.table) -> Sequence[nodes.table]:
    """A long table of narrow columns as several shorter ones; any other as it is."""
    grid = grid_of(table)
    groups = _parts(table, nodes.tbody)
    rows = groups[0].children if len(groups) == 1 else []
    widest = [max(len(c.text) for c in grid.cells if c.column == n) for n in range(grid.columns)]
    beside = min(WIDE_MEASURE // sum(width + GUTTER for width in widest), PARTS)
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
    """Whether a link stands in a cell: a repeated header is an artifact and may have none."""
    links = nodes.reference | nodes.footnote_reference
    return any(isinstance(node, links) for node in cell.entry.findall())


def _cell(grid: Grid, cell: Cell, render: Render) -> Value:
    content = render(cell.entry)
    if cell.column < grid.stubs and cell.row >= grid.header and content.source:
        content = Markup(f"#strong[{content.source}];")
    if cell.columns == cell.rows == 1:
        return content
    spans = f"colspan: {cell.columns}, rowspan: {cell.rows}"
    return Code(f"table.cell({spans}){argument(content)}")


class _Column:
    """How much room the text of a column asks for, in characters."""

    def __init__(self, grid: Grid, number: int) -> None:
        cells = [cell for cell in grid.cells if cell.column == number and cell.columns == 1]
        lines = [line for cell in cells for line in cell.text.split("\n")]
        words = [word for line in lines for word in _WORD.findall(line)]
        body = [cell.text for cell in cells if cell.row >= grid.header and cell.text]
        self.natural = max(map(len, lines), default=1)
        self.word = min(max(map(len, words), default=1), LONG_WORD)
        self.is_short = self.natural <= SHORT_LINE
        self.is_numeric = bool(body) and all(map(_NUMERIC.fullmatch, body))

    @property
    def wish(self) -> float:
        """The width at which the column reads well: all of a short text, part of a long one."""
        return max(self.word, min(self.natural, 10 + 4 * math.sqrt(self.natural)))


def _widths(grid: Grid, columns: Sequence[_Column], measure: float) -> list[Value]:
    """Widths by hand where the source gives them, natural ones for a small table, else shares.

    Short columns keep their natural width where that leaves the others half of what they wish.
    """
    if grid.given:
        return [Code(f"{width}fr") for width in grid.given]
    measure -= GUTTER * len(columns)
    if sum(column.natural for column in columns) <= measure * NATURAL_SHARE:
        return [Code("auto") for _ in columns]
    short = sum(column.natural for column in columns if column.is_short)
    others = [column for column in columns if not column.is_short]
    if others and short + sum(max(column.word, column.wish / 2) for column in others) <= measure:
        shares = iter(_shares(others, measure - short))
        return [Code("auto") if column.is_short else next(shares) for column in columns]
    return _shares(columns, measure)


def _shares(columns: Sequence[_Column], measure: float) -> list[Value]:
    """To each column its longest word, and of what is left a part as large as it has a use for."""
    room = max(measure - sum(column.word for column in columns), 0)
    wishes = sum(column.wish - column.word for column in columns) or 1
    return [
        Code(f"{column.word + GUTTER + room * (column.wish - column.word) / wishes:.1f}fr")
        for column in columns
    ]


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


def _is_long(cell: Cell) -> bool:
    """Whether a cell must be able to break over pages."""
    return len(cell.text) > LONG_CELL or any(isinstance(part, _BLOCKS) for part in cell.entry)


def _parts(node: nodes.Element, kind: type[nodes.Element]) -> list[nodes.Element]:
    """The parts of a kind that a table has, those of tables inside its cells left out."""
    children = [child for child in node.children if isinstance(child, nodes.Element)]
    found = [child for child in children if isinstance(child, kind)]
    for group in children:
        if isinstance(group, nodes.tgroup):
            found += _parts(group, kind)
    return found


def _is_outermost(table: nodes.table) -> bool:
    """Whether the table stands in the text itself, not in a box, a list or a cell."""
    parent = table.parent
    while isinstance(parent, _AROUND):
        parent = parent.parent
    return parent is None
