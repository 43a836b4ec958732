"""Commands that put something over, under or at the corners of something else."""

from __future__ import annotations

from iomdocs.formats.typst.formula import symbols
from iomdocs.formats.typst.formula.parser import Handler, Parser
from iomdocs.formats.typst.formula.writing import EMPTY, apply, attached, joined


def stacked(parser: Parser, name: str) -> str:
    """Something above or below something else."""
    first, second = parser.argument(), parser.argument()
    below, above = (first, "") if name == "underset" else ("", first)
    return attached(second or EMPTY, below, above, 0, limits=True)


def overunderset(parser: Parser, _: str) -> str:
    """Something between two others."""
    above, below, base = (parser.argument() for _ in range(3))
    return attached(base or EMPTY, below, above, 0, limits=True)


def arrow(parser: Parser, name: str) -> str:
    """An arrow as long as what it carries."""
    option = parser.reader.option()
    below = joined(parser.inner(option)) if option else ""
    above = parser.argument()
    stretched = f"stretch({symbols.ARROWS[name]}, size: #(100% + 0.8em))"
    return attached(stretched, below, above, 0, limits=True)


def prescript(parser: Parser, _: str) -> str:
    """Something raised and lowered before a sign."""
    above, below, base = (parser.argument() for _ in range(3))
    return apply("attach", base, tl=above or EMPTY, bl=below or EMPTY)


def sideset(parser: Parser, _: str) -> str:
    """Signs at the four corners of a large sign."""
    left_corners, right_corners = (_corners(parser) for _ in range(2))
    base = joined(parser.part())
    named = {
        **{f"{key}l": value for key, value in left_corners.items()},
        **{f"{key}r": value for key, value in right_corners.items()},
    }
    return apply("attach", base, **named)


def _corners(parser: Parser) -> dict[str, str]:
    inner = Parser(parser.reader.group(), parser.reader.macros)
    found = {}
    while token := inner.reader.take("^", "_", "'"):
        key = "b" if token == "_" else "t"
        found[key] = "′" if token == "'" else joined(inner.primary())
    return found


COMMANDS: dict[str, Handler] = {
    **dict.fromkeys(("overset", "underset", "stackrel", "buildrel"), stacked),
    "overunderset": overunderset,
    "prescript": prescript,
    "sideset": sideset,
    **dict.fromkeys(symbols.ARROWS, arrow),
}
