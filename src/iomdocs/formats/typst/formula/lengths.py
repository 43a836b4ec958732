"""Widths that an author gives: spaces and rectangles."""

from __future__ import annotations

from iomdocs.formats.typst.formula.parser import Parser
from iomdocs.formats.typst.formula.tokens import FormulaError

_LENGTHS = {"mu": ("em", 1 / 18), "ex": ("em", 0.43), "pt": ("pt", 1), "em": ("em", 1)}


def measured_space(parser: Parser, name: str) -> str:
    """A space of a width that the author gives."""
    written = parser.reader.word() if name.startswith("hspace") else _unit(parser)
    return f"#h({_length(written)})"


def rule(parser: Parser, _: str) -> str:
    """A black rectangle."""
    parser.reader.option()
    width, height = _length(parser.reader.word()), _length(parser.reader.word())
    return f"#box(width: {width}, height: {height}, fill: black)"


def _unit(parser: Parser) -> str:
    written = ""
    while (token := parser.reader.peek()) and (token in "-+." or token.isalnum()):
        written += parser.reader.raw()
        if written[-2:] in {*_LENGTHS, "cm", "mm", "in"}:
            break
    return written


def _length(written: str) -> str:
    plain = written.replace(" ", "").removeprefix("+")
    for unit, (known, factor) in _LENGTHS.items():
        if plain.endswith(unit):
            try:
                return f"{float(plain.removesuffix(unit)) * factor:.4g}{known}"
            except ValueError:
                break
    if plain.endswith(("cm", "mm", "in")) and plain[:-2].lstrip("-").replace(".", "", 1).isdigit():
        return plain
    raise FormulaError(f"'{written}' is no width")
