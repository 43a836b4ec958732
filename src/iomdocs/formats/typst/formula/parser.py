"""A formula of LaTeX as one of Typst.

A parser for the language of formulas as TeX, amsmath and MathJax have it, after The TeXbook
(chapters 16 to 18) and the manual of amsmath. Whatever it does not know it names; it leaves
nothing out. What it gives is checked by Typst before a book uses it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence

from iomdocs.formats.typst.formula import symbols
from iomdocs.formats.typst.formula.tokens import FormulaError, Macro, Reader
from iomdocs.formats.typst.formula.writing import (
    ALIGN,
    EMPTY,
    NEW_ROW,
    apply,
    attached,
    is_spaced,
    joined,
    sign,
    single,
)

FRACTIONS = {
    r"\over": ("frac", ""),
    r"\choose": ("binom", ""),
    r"\atop": ("mat", "#none"),
    r"\brack": ("mat", '"["'),
    r"\brace": ("mat", '"{"'),
}
"""Commands of TeX between two parts: a function of Typst, and brackets for a matrix."""
_SINGLE = {"&": ALIGN, "~": symbols.SPACES["space"]}
_NUMBER = re.compile(r"\d")
_PART = re.compile(r"\d+\.?\d*|\.\d+")

Handler = Callable[["Parser", str], Sequence[str] | str]


class Parser:
    """Reads one formula; :meth:`sequence` gives its parts up to a sign that ends it."""

    def __init__(self, tokens: Sequence[str], macros: Mapping[str, Macro]) -> None:
        self.reader = Reader(list(tokens), dict(macros))
        self.ends: tuple[str, ...] = ()

    def inner(self, tokens: Sequence[str]) -> list[str]:
        """The parts of a piece of the formula, read for itself."""
        return Parser(tokens, self.reader.macros).sequence()

    def sequence(self, *ends: str) -> list[str]:
        """All parts up to one of ``ends``, which is left, or up to the end of the formula."""
        around, self.ends = self.ends, ends
        atoms: list[str] = []
        while (token := self.reader.peek()) and token not in ends:
            if token in FRACTIONS:
                self.reader.raw()
                atoms = [fraction_of_all(token, atoms, self.sequence(*ends))]
            elif token in {"}", r"\right", r"\end"}:
                raise FormulaError(f"there is a {token} too many")
            else:
                atoms += self.part()
        self.ends = around
        return atoms

    def rest(self) -> list[str]:
        """What is left of the sequence that is being read."""
        return self.sequence(*self.ends)

    def part(self) -> list[str]:
        """The next part, with what is attached to it."""
        base = [EMPTY] if self.reader.peek() in {"^", "_", "'"} else self.primary()
        return self.scripts(base)

    def argument(self) -> str:
        """An argument of a command as one piece."""
        return joined(self.inner(self.reader.group()))

    def primary(self) -> list[str]:
        """The next part without what is attached to it."""
        token = self.reader.next()
        if token == "{":
            return self._group()
        if token in {r"\\", r"\cr", r"\newline"}:
            self.reader.take("*")
            self.reader.option()
            return [NEW_ROW]
        if token.startswith("\\"):
            return self._command(token)
        if _NUMBER.match(token):
            return [self._number(token)]
        return [_SINGLE.get(token) or sign(token)]

    def scripts(self, base: list[str]) -> list[str]:
        """A part with its primes and what stands raised and lowered behind it."""
        limits = False
        while token := self.reader.take(r"\limits", r"\nolimits", r"\displaylimits"):
            limits = token == r"\limits"
            if token == r"\nolimits":
                base = [apply("scripts", single(base))]
        above: list[str] = []
        below: list[str] = []
        primes = 0
        while token := self.reader.take("^", "_", "'"):
            if token == "'":
                primes += 1
            else:
                (above if token == "^" else below).append(joined(self._script()))
        if not (above or below or primes or limits):
            return base
        return [attached(single(base), joined(below), joined(above), primes, limits=limits)]

    def delimiter(self) -> str:
        r"""The bracket after ``\left`` and the like; nothing for a point."""
        token = self.reader.next()
        if token == ".":
            return ""
        if token in {"<", ">"}:
            return sign("⟨" if token == "<" else "⟩")
        if token == "{":  # a bracket in braces
            self.reader.push(["{"])
            token = (self.reader.group() or ["."])[0]
        name = token.removeprefix("\\")
        if token.startswith("\\"):
            name = symbols.SIGNS.get(name, name)
        if len(name) != 1 or name.isalnum():
            raise FormulaError(f"{token} is no bracket")
        return sign(name)

    def _script(self) -> list[str]:
        token = self.reader.peek()
        if not token:
            raise FormulaError("there is nothing raised or lowered")
        return self.primary()

    def _group(self) -> list[str]:
        atoms = self.sequence("}")
        self.reader.raw()
        if len(atoms) == 1 and is_spaced(atoms[0]):
            return [apply("class", '"normal"', atoms[0])]
        return [single(atoms)] if self.reader.peek() in {"^", "_", "'"} else atoms

    def _number(self, first: str) -> str:
        digits = first
        tokens = self.reader.tokens
        while tokens and (
            _NUMBER.match(tokens[-1])
            or (tokens[-1] == "." and _NUMBER.match("".join(tokens[-2:-1])))
        ):
            digits += tokens.pop()
        return digits

    def _command(self, token: str) -> list[str]:
        name = token.removeprefix("\\")
        if name in COMMANDS:
            found = COMMANDS[name](self, name)
            return [found] if isinstance(found, str) else list(found)
        if name in symbols.SIGNS:
            return [sign(symbols.SIGNS[name])]
        if len(name) == 1 and not name.isalpha():
            return [sign(name)]
        raise FormulaError(f"the command {token} is not known")


def fraction_of_all(command: str, above: Sequence[str], below: Sequence[str]) -> str:
    r"""What ``\over`` and its kin make of all that stands before and behind them in a group."""
    function, delimiter = FRACTIONS[command]
    if not delimiter:
        return apply(function, joined(above), joined(below))
    return apply(function, f"{joined(above)}; {joined(below)}", delim=delimiter)


def colour_of(reader: Reader) -> str:
    """Typst for the colour that follows.

    :raises FormulaError: for a colour without a known name.
    """
    model = "".join(reader.option() or []).strip().lower()
    name = reader.word()
    if model == "rgb":
        return _mixed(name)
    number = re.fullmatch(r"#?([0-9A-Fa-f]{6}|[0-9A-Fa-f]{3})", name)
    if number and (name.startswith("#") or model == "html"):
        return f'rgb("#{number[1].lower()}")'
    if name.lower() not in symbols.COLOURS:
        raise FormulaError(f"the colour '{name}' is not known")
    return symbols.COLOURS[name.lower()]


def _mixed(written: str) -> str:
    """A colour of red, green and blue: parts of one, or of 255.

    :raises FormulaError: for anything but three numbers.
    """
    numbers = [part.strip() for part in written.split(",")]
    if len(numbers) != 3 or not all(map(_PART.fullmatch, numbers)):
        raise FormulaError(f"the colour '{written}' is not known")
    parts = [float(number) for number in numbers]
    scale = 255 if max(parts) > 1 else 1
    return f"rgb({', '.join(f'{min(part / scale, 1):.1%}' for part in parts)})"


COMMANDS: dict[str, Handler] = {}
"""By name of a command: what makes Typst of it. The modules of this package add theirs."""
