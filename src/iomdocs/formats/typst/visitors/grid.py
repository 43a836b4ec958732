"""A table of docutils as a grid: its cells with their places, spans taken into account."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from docutils import nodes

from iomdocs.formats.typst.tree import elements


@dataclass(frozen=True, slots=True)
class Cell:
    """An entry of a table with its place, both counted from 0, and how far it reaches."""

    entry: nodes.entry
    row: int
    column: int
    columns: int
    rows: int
    text: str
    """What is in the cell, one line for each block."""


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
    specs = table_parts(table, nodes.colspec)
    head = [row for part in table_parts(table, nodes.thead) for row in table_parts(part, nodes.row)]
    body = [row for part in table_parts(table, nodes.tbody) for row in table_parts(part, nodes.row)]
    given = "colwidths-given" in table.get("classes", ())
    cells = list(_placed([*head, *body], len(specs)))
    return Grid(
        cells=cells,
        columns=max([len(specs), *(cell.column + cell.columns for cell in cells)]),
        header=len(head),
        stubs=sum(1 for spec in specs if spec.get("stub")),
        given=[max(int(spec.get("colwidth") or 1), 1) for spec in specs] if given else [],
    )


def _placed(rows: Sequence[nodes.Element], columns: int) -> Iterator[Cell]:
    """The entries of a table with their places, row after row, spans taken into account.

    A row that ends early gets empty cells: those of the next row would move into its place.
    """
    taken: set[tuple[int, int]] = set()
    for number, row in enumerate(rows):
        column = 0
        for entry in table_parts(row, nodes.entry):
            while (number, column) in taken:
                column += 1
            across, down = int(entry.get("morecols", 0)) + 1, int(entry.get("morerows", 0)) + 1
            if across == down == 1:
                taken.add((number, column))
            else:
                taken |= {(number + y, column + x) for y in range(down) for x in range(across)}
            assert isinstance(entry, nodes.entry)
            yield Cell(entry, number, column, across, down, entry.astext().strip())
        for column in range(columns):
            if (number, column) not in taken:
                yield Cell(nodes.entry(), number, column, 1, 1, "")


def table_parts(node: nodes.Element, kind: type[nodes.Element]) -> list[nodes.Element]:
    """The parts of a kind that a table has, those of tables inside its cells left out."""
    children = elements(node)
    found = [child for child in children if isinstance(child, kind)]
    for group in children:
        if isinstance(group, nodes.tgroup):
            found += table_parts(group, kind)
    return found
