"""Environments: rows of formulas, matrices, cases (amsmath, chapters 3 and 4)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from iomdocs.formats.typst.formula.parser import Parser
from iomdocs.formats.typst.formula.tokens import FormulaError
from iomdocs.formats.typst.formula.writing import ALIGN, EMPTY, NEW_ROW, apply, joined, words

MATRICES = {
    "matrix": "#none",
    "smallmatrix": "#none",
    "pmatrix": '"("',
    "bmatrix": '"["',
    "Bmatrix": '"{"',
    "vmatrix": '"|"',
    "Vmatrix": '"‖"',
    "psmallmatrix": '"("',
    "bsmallmatrix": '"["',
}
CASES = {
    "cases": '#("{", none)',
    "dcases": '#("{", none)',
    "rcases": '#(none, "}")',
    "drcases": '#(none, "}")',
    "numcases": '#("{", none)',
}
ALIGNED = frozenset(
    {"align", "aligned", "alignat", "alignedat", "flalign", "split", "eqnarray", "IEEEeqnarray",
     "gather", "gathered", "multline", "multlined", "xalignat"}
)  # fmt: skip
PLAIN = frozenset({"equation", "displaymath", "math", "subequations", "dmath"})
"""Environments that hold one formula as a whole."""
ARRAYS = frozenset({"array", "subarray", "tabular", "darray"})
_WITH_ARGUMENT = frozenset({"alignat", "alignedat", "xalignat", "IEEEeqnarray"})
_FAR = frozenset({"align", "flalign", "xalignat", "IEEEeqnarray"})
"""Environments with room between their pairs of columns."""


@dataclass
class Grid:
    """Rows of cells, and above which rows a line is drawn."""

    rows: list[list[list[str]]] = field(default_factory=list)
    lines: list[int] = field(default_factory=list)


def environment(parser: Parser, _: str) -> list[str]:
    """An environment inside a formula."""
    name = parser.reader.word()
    plain = name.rstrip("*")
    if plain in PLAIN:
        atoms = parser.sequence(r"\end")
        _end(parser, name)
        return atoms
    if plain in MATRICES:
        side = _side(parser)
        grid = _grid(parser, name)
        matrix = _matrix(grid, MATRICES[plain], side)
        return [apply("inline", matrix) if "small" in plain else matrix]
    if plain in CASES:
        return [_cases(_grid(parser, name), CASES[plain], display=plain.startswith("d"))]
    if plain in ARRAYS:
        parser.reader.option()
        columns = "".join(parser.reader.group())
        return [_array(_grid(parser, name), columns)]
    if plain in ALIGNED:
        rows = rows_of(parser, name)
        return [apply("mat", "; ".join(_display(row) for row in rows), delim="#none")]
    raise FormulaError(f"the environment '{name}' is not known")


def rows_of(parser: Parser, name: str) -> list[list[str]]:
    """The rows of an environment such as ``align``, each with its points of alignment."""
    plain = name.rstrip("*")
    parser.reader.option()
    if plain in _WITH_ARGUMENT:
        parser.reader.group()
    grid = _grid(parser, name)
    return [aligned(row, far=plain in _FAR, single=plain == "eqnarray") for row in grid.rows]


def aligned(cells: Sequence[Sequence[str]], *, far: bool, single: bool = False) -> list[str]:
    """A row of cells in pairs, right and left of a point, as Typst aligns them too.

    :param far: whether there is room between pairs.
    :param single: whether only the first point counts, as in ``eqnarray``.
    """
    row: list[str] = []
    for number, cell in enumerate(cells):
        if number and not (single and number > 1):
            row += ["wide", ALIGN] if far and number % 2 == 0 else [ALIGN]
        row += cell
    return row


def loose_rows(parser: Parser) -> list[list[str]]:
    """The rows of a formula without an environment around it, as in Sphinx's ``split``."""
    return [aligned(row, far=False) for row in _rows(parser).rows]


def substack(parser: Parser, _: str) -> str:
    """Rows under or over a large sign."""
    grid = _rows(Parser(parser.reader.group(), parser.reader.macros))
    return f" {NEW_ROW}".join(joined(cell for part in row for cell in part) for row in grid.rows)


def intertext(parser: Parser, _: str) -> list[str]:
    """Words between two rows."""
    text = "".join(parser.reader.group())
    return [words(text), NEW_ROW]


def braces_with_rows(parser: Parser, name: str) -> str:
    r"""``\cases`` and ``\matrix`` of plain TeX, with their rows between braces."""
    grid = _rows(Parser(parser.reader.group(), parser.reader.macros))
    if name == "cases":
        return _cases(grid, CASES["cases"], display=False)
    return _matrix(grid, MATRICES[name], "")


def _grid(parser: Parser, name: str) -> Grid:
    grid = _rows(parser, r"\end")
    _end(parser, name)
    return grid


def _rows(parser: Parser, *ends: str) -> Grid:
    grid = Grid()
    row: list[list[str]] = []
    breaks = ("&", r"\\", r"\cr", *ends)
    while True:
        while line := parser.reader.take(r"\hline", r"\cline", r"\toprule", r"\midrule",
                                         r"\bottomrule", r"\hdashline"):  # fmt: skip
            if line == r"\cline":
                parser.reader.group()
            grid.lines.append(len(grid.rows))
        row.append(parser.sequence(*breaks))
        end = parser.reader.peek()
        if ends and not end:
            raise FormulaError(f"{ends[0]} is missing")
        if end == "&":
            parser.reader.raw()
            continue
        if row != [[]] or end in {r"\\", r"\cr"}:
            grid.rows.append(row)
        row = []
        if end not in {r"\\", r"\cr"}:
            return grid
        parser.reader.raw()
        parser.reader.take("*")
        _row_gap(parser)


def _row_gap(parser: Parser) -> None:
    r"""Leave out the room that ``\\[2ex]`` asks for; brackets with a formula in them stay."""
    tokens = parser.reader.tokens
    if tokens and tokens[-1] == "[":
        ahead = "".join(tokens[-12:][::-1])
        if re.match(r"\[\s*-?[\d.]+\s*(?:pt|em|ex|cm|mm|in|mu)\s*\]", ahead):
            parser.reader.option()


def _end(parser: Parser, name: str) -> None:
    parser.reader.take(r"\end")
    found = parser.reader.word()
    if found != name:
        raise FormulaError(f"'{name}' ends as '{found}'")


def _side(parser: Parser) -> str:
    option = parser.reader.option()
    return {"l": "left", "r": "right"}.get("".join(option or []).strip(), "")


def _matrix(grid: Grid, delim: str, side: str) -> str:
    rows = "; ".join(", ".join(joined(cell) for cell in row) for row in _even(grid))
    named = {"delim": delim, **({"align": f"#{side}"} if side else {}), **_augment(grid, [])}
    return apply("mat", rows, **named)


def _cases(grid: Grid, delim: str, *, display: bool) -> str:
    def written(cell: Sequence[str]) -> str:
        return apply("display", joined(cell)) if display and cell else joined(cell)

    rows = "; ".join(", ".join(written(cell) for cell in row) for row in _even(grid))
    return apply("mat", rows, delim=delim, align="#left")


def _array(grid: Grid, columns: str) -> str:
    columns = re.sub(r"[@!><]?\{[^{}]*\}", "", re.sub(r"\*\{?(\d+)\}?\{([^{}]*)\}",
                     lambda match: match[2] * int(match[1]), columns))  # fmt: skip
    sides = [side for side in columns if side in "lcrpm"]
    lines = [len(re.sub("[^lcrpm]", "", columns[: match.start()]))
             for match in re.finditer(r"\|", columns)]  # fmt: skip

    def written(number: int, cell: Sequence[str]) -> str:
        side = sides[number] if number < len(sides) else "c"
        if side == "r":
            return joined([*cell, ALIGN])
        return joined(cell) if side == "c" else joined([ALIGN, *cell])

    rows = "; ".join(
        ", ".join(written(number, cell) for number, cell in enumerate(row)) for row in _even(grid)
    )
    return apply("mat", rows, delim="#none", **_augment(grid, lines))


def _even(grid: Grid) -> list[list[list[str]]]:
    longest = max((len(row) for row in grid.rows), default=0)
    return [[*row, *([[]] * (longest - len(row)))] for row in grid.rows]


def _augment(grid: Grid, columns: Sequence[int]) -> dict[str, str]:
    """Lines inside a matrix; Typst draws none around it."""
    across = sorted({line for line in grid.lines if 0 < line < len(grid.rows)})
    widest = max((len(row) for row in grid.rows), default=0)
    down = sorted({line for line in columns if 0 < line < widest})
    parts = [
        f"{name}: ({', '.join(map(str, places))},)"
        for name, places in (("hline", across), ("vline", down))
        if places
    ]
    return {"augment": f"#({', '.join(parts)})"} if parts else {}


def _display(row: Sequence[str]) -> str:
    """A row in the size of displayed formulas; points of alignment stay outside."""
    pieces: list[list[str]] = [[]]
    for atom in row:
        if atom == ALIGN:
            pieces.append([])
        else:
            pieces[-1].append(atom)
    shown = [apply("display", joined(piece)) if piece else EMPTY for piece in pieces]
    return f" {ALIGN} ".join(shown)
