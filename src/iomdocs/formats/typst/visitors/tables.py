"""Tables: cells with their spans, and columns as wide as what is in them asks for."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence

from docutils import nodes
from sphinx import addnodes
from sphinx.util import logging

from iomdocs.formats.typst.output import Code, Markup, Value, call
from iomdocs.formats.typst.sources import located
from iomdocs.formats.typst.tree import GENERATED, holds
from iomdocs.formats.typst.visitors.columns import (
    GUTTER,
    LONG_LINE,
    Column,
    has_table,
    measure_column,
    page_of,
)
from iomdocs.formats.typst.visitors.grid import Cell, Grid, grid_of, table_parts
from iomdocs.nodes import fact_value

logger = logging.getLogger(__name__)
Render = Callable[[nodes.Element], Markup]
MEASURE = 88
"""Characters of the table's type in a line as wide as the text."""
WIDE_MEASURE = 104
"""The same for a table that reaches out into the margin."""
MANY_COLUMNS = 3
"""Columns up to which a table stays within the text."""
LONG_CELL, TALL_CELL, TALL_SPAN = 700, 30, 8
"""Characters, lines and rows from which on a cell may break over pages."""
LONGEST_HEADER = 12
"""Rows up to which a header stands again on each page."""
ROWS_TO_PART, PARTS = 10, 3
"""Rows from which on a narrow table stands in parts side by side, and how many at most."""
_BLOCKS = nodes.Sequential | nodes.literal_block | nodes.table | nodes.image | nodes.Admonition
_FLOW = (nodes.section, nodes.document, addnodes.start_of_file)
"""What a table stands in that may have a page of its own."""
_AROUND = (
    nodes.section,
    nodes.document,
    nodes.container,
    nodes.compound,
    addnodes.start_of_file,
)


def table_call(
    table: nodes.table,
    caption: Markup | None,
    render: Render,
    *,
    paper: str,
    small: bool = False,
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
    header = _header_of(grid)
    head = [cell for cell in grid.cells if cell.row < header]
    # Typst cannot count tables that it prints once more on each page.
    is_plain = not any(map(has_table, head))
    repeated = bool(grid.header) and 0 < header <= LONGEST_HEADER and is_plain
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


def _header_of(grid: Grid) -> int:
    """The rows that are printed as a header: one where there is none, none that fills a page."""
    header = grid.header or 1
    is_tall = any(_is_tall(cell, grid) for cell in grid.cells if cell.row < header)
    return 0 if is_tall else header


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
    groups = table_parts(table, nodes.tbody)
    rows = groups[0].children if len(groups) == 1 else []
    widest = [max(len(c.text) for c in grid.cells if c.column == n) for n in range(grid.columns)]
    beside = min(WIDE_MEASURE // (sum(width + GUTTER for width in widest) or 1), PARTS)
    if beside < 2 or len(rows) < ROWS_TO_PART:
        return [table]
    each = -(-len(rows) // beside)
    parts = []
    for start in range(0, len(rows), each):
        part = table.deepcopy()
        if start:
            _mark_head(part)
        body = table_parts(part, nodes.tbody)[0]
        body.children = body.children[start : start + each]
        parts.append(part)
    return parts


def _mark_head(table: nodes.table) -> None:
    """Tell programs that a header is said again: the author has it once."""
    for head in table_parts(table, nodes.thead):
        for words in list(head.findall(nodes.TextElement)):
            if not isinstance(words, nodes.Inline):
                words.children = [nodes.inline("", "", *words.children, classes=[GENERATED])]


def _has_link(cell: Cell) -> bool:
    """Whether something stands in a cell that must not stand in it again on the next page.

    A repeated header is an artifact: a link has no place in it, nor has what a link leads to.
    """
    kinds = nodes.reference | nodes.footnote_reference | nodes.target | fact_value
    return any(
        isinstance(node, kinds) or node.get("ids") for node in cell.entry.findall(nodes.Element)
    )


def _again(cell: Cell, render: Render) -> Markup:
    """A cell of a header as it is repeated: without links, marks of notes and places to lead to.

    A fact becomes plain words: without the link around it, it would get one of its own.
    """
    entry = cell.entry.deepcopy()
    for node in list(entry.findall(nodes.Element)):
        node["ids"] = []
        if isinstance(node, nodes.footnote_reference):
            node.parent.remove(node)
        elif isinstance(node, nodes.reference | fact_value):
            node.replace_self(nodes.inline("", "", *node.children))
    return render(entry)


def _cell(grid: Grid, cell: Cell, render: Render) -> Value:
    content = render(cell.entry)
    if cell.column < grid.stubs and cell.row >= grid.header and content.source:
        content = Markup(f"#strong[{content.source}];")
    if cell.columns == cell.rows == 1:
        return content
    return {"colspan": cell.columns, "rowspan": cell.rows, "body": content}


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
    if holds(cell.entry, _BLOCKS):
        return True
    across = sum(column.least for column in columns[cell.column : cell.column + cell.columns])
    return len(cell.text) / max(across, 1) > TALL_CELL


def _is_in(table: nodes.table, around: tuple[type[nodes.Element], ...]) -> bool:
    """Whether a table stands in nothing but elements of these kinds."""
    parent = table.parent
    while isinstance(parent, around):
        parent = parent.parent
    return parent is None
