"""Tables of HTML as those of docutils."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from docutils import nodes

from iomdocs.formats.typst.rawhtml.tags import Tag, tags

Content = Callable[[Tag], list[nodes.Node]]

MOST = 100
"""Columns or rows that a cell reaches over at most."""


def table(tag: Tag, content: Content, caption: Sequence[nodes.Node]) -> nodes.table | None:
    """A table, every place in it taken once, or nothing where it has no cells.

    :param content: what makes the blocks of a cell
    """
    rows = [row for row in tags(tag.children, "tr") if tags(row.children, "td", "th")]
    if not rows:
        return None
    head = _header_rows(tag, rows)
    parts = [_Part(rows[:head]), _Part(rows[head:])]
    columns = max(part.columns for part in parts)
    group = nodes.tgroup("", cols=columns)
    stubs = bool(rows[head:]) and all(_cells(row)[0].name == "th" for row in rows[head:])
    for number in range(columns):
        group += nodes.colspec("", colwidth=1, **({"stub": 1} if stubs and not number else {}))
    for kind, part in zip((nodes.thead, nodes.tbody), parts, strict=True):
        if part.rows:
            group += kind("", *part.nodes(columns, content))
    if not parts[1].rows:
        group += nodes.tbody()
    found = nodes.table()
    if caption:
        found += nodes.title("", "", *caption)
    found += group
    return found


class _Part:
    """Rows of one kind: a cell reaches over no others."""

    def __init__(self, rows: Sequence[Tag]) -> None:
        self.rows = rows
        self._placed: list[list[tuple[int, int, int, Tag]]] = []
        self._taken: set[tuple[int, int]] = set()
        for number, row in enumerate(rows):
            self._placed.append([self._place(number, cell) for cell in _cells(row)])
        self.columns = max((column + 1 for _, column in self._taken), default=0)

    def nodes(self, columns: int, content: Content) -> list[nodes.row]:
        """The rows with their entries; empty ones where the source has none."""
        made = []
        for number, cells in enumerate(self._placed):
            entries = {column: _entry(cell, content) for column, _, _, cell in cells}
            for column, across, down, _ in cells:
                entries[column]["morecols"], entries[column]["morerows"] = across - 1, down - 1
            free = {column for column in range(columns) if (number, column) not in self._taken}
            entries |= {column: nodes.entry() for column in free}
            made.append(nodes.row("", *(entries[column] for column in sorted(entries))))
        return made

    def _place(self, row: int, cell: Tag) -> tuple[int, int, int, Tag]:
        """Column, columns and rows of a cell, in the first free place of its row."""
        column = 0
        while (row, column) in self._taken:
            column += 1
        across, down = _span(cell, "colspan"), _span(cell, "rowspan", everything=len(self.rows))
        while across > 1 and any((row, column + x) in self._taken for x in range(across)):
            across -= 1
        down = min(down, len(self.rows) - row)
        self._taken |= {(row + y, column + x) for y in range(down) for x in range(across)}
        return column, across, down, cell


def _entry(cell: Tag, content: Content) -> nodes.entry:
    entry = nodes.entry()
    entry += content(cell)
    return entry


def _header_rows(tag: Tag, rows: Sequence[Tag]) -> int:
    """How many rows are headers: those of ``thead``, or the first ones that have only headers."""
    heads = [
        row
        for part in tag.children
        if isinstance(part, Tag) and part.name == "thead"
        for row in tags(part.children, "tr")
    ]
    count = 0
    for row in rows:
        if row not in heads and (heads or any(cell.name != "th" for cell in _cells(row))):
            break
        count += 1
    return count


def _cells(row: Tag) -> list[Tag]:
    return tags(row.children, "td", "th")


def _span(cell: Tag, name: str, everything: int = 1) -> int:
    """How far a cell reaches; 0 stands for all that is left."""
    return min(cell.number(name, 1) or everything, MOST)
