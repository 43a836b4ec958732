"""LaTeX formulas as Typst's: a parser with tables, and checks by Typst itself."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from iomdocs.formats.typst.formula import arrays, attachments, commands, notation
from iomdocs.formats.typst.formula.parser import COMMANDS, Parser
from iomdocs.formats.typst.formula.tokens import FormulaError, Macro, macros_of, tokens_of
from iomdocs.formats.typst.formula.writing import NEW_ROW, STRUT, TAG, joined, words

__all__ = ["FormulaError", "Macro", "display", "inline", "macros_of"]

Rows = list[list[str]]

_BLANK_LINES = re.compile(r"\n(?:[ \t]*\n)+")

COMMANDS.update(notation.COMMANDS)
COMMANDS.update(commands.COMMANDS)
COMMANDS.update(attachments.COMMANDS)
COMMANDS.update(
    {
        "begin": arrays.environment,
        "substack": arrays.substack,
        "intertext": arrays.intertext,
        "shortintertext": arrays.intertext,
        **dict.fromkeys(("cases", "matrix", "pmatrix"), arrays.braces_with_rows),
    }
)


def inline(source: str, macros: Mapping[str, Macro]) -> str:
    """Typst's math for a formula in a line.

    :raises FormulaError: for what cannot be set.
    """
    return joined(_with_tags(Parser(tokens_of(source), macros).sequence()))


def display(source: str, macros: Mapping[str, Macro]) -> tuple[str, str]:
    """Typst's math for a displayed formula, and the number that its author gives it.

    Blank lines part rows, as Sphinx has it (``sphinx.util.math.wrap_displaymath``).

    :raises FormulaError: for what cannot be set.
    """
    macros = {**macros, **macros_of(source)}
    try:
        rows = _equations(_parts(source), macros)
    except FormulaError:  # a blank line inside a group parts nothing either
        rows = _equations([_BLANK_LINES.sub("\n", source)], macros)
    tags = [atom for row in rows for atom in row if atom.startswith(TAG)]
    if len(tags) == 1:
        rows = [[atom for atom in row if atom != tags[0]] for row in rows]
    if len(rows) > 1:
        rows = [[*_with_tags(row), STRUT] for row in rows]
    number = tags[0].removeprefix(TAG) if len(tags) == 1 else ""
    return f" {NEW_ROW}".join(map(joined, rows)), number


def _equations(parts: Sequence[str], macros: Mapping[str, Macro]) -> Rows:
    """The rows of all equations."""
    return [row for part in parts for row in _rows(tokens_of(part), macros)]


def _parts(source: str) -> list[str]:
    """The equations of a source; a blank line inside an environment parts nothing."""
    parts = [part for part in _BLANK_LINES.split(source) if part.strip()]
    if any(part.count(r"\begin") != part.count(r"\end") for part in parts):
        return [_BLANK_LINES.sub("\n", source)]
    return parts


def _rows(tokens: Sequence[str], macros: Mapping[str, Macro]) -> Rows:
    """The rows of an equation: those of the environment that holds the whole of it, if one does."""
    name, inside = _environment_around(tokens)
    if name.rstrip("*") in arrays.PLAIN:
        return _rows(inside, macros)
    parser = Parser(tokens, macros)
    if name.rstrip("*") in arrays.ALIGNED:
        parser.reader.take(r"\begin")
        return arrays.rows_of(parser, parser.reader.word())
    return arrays.loose_rows(parser)


def _environment_around(tokens: Sequence[str]) -> tuple[str, Sequence[str]]:
    """The name of the environment that a formula consists of, and what is in it."""
    shown = [token for token in tokens if token != " "]
    if shown[:2] != [r"\begin", "{"] or "}" not in shown:
        return "", ()
    start = list(tokens).index("}") + 1
    depth = 1
    for number in range(start, len(tokens)):
        depth += (tokens[number] == r"\begin") - (tokens[number] == r"\end")
        if not depth:
            rest = "".join(tokens[number + 1 :]).partition("}")[2].strip()
            name = "".join(tokens[list(tokens).index("{") + 1 : start - 1]).strip()
            return ("", ()) if rest else (name, tokens[start:number])
    return "", ()


def _with_tags(atoms: Sequence[str]) -> list[str]:
    """A row with the numbers that its author gives it at its end."""
    tags = [words(atom.removeprefix(TAG)) for atom in atoms if atom.startswith(TAG)]
    row = [atom for atom in atoms if not atom.startswith(TAG)]
    return [*row, *(part for tag in tags for part in ("wide", tag))]
