"""Pieces of Typst's math as text: what is put between them, and what keeps them apart."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Sequence

from docutils.utils.math import tex2unichar

from iomdocs.formats.typst.escape import string

ALIGN = "&"
NEW_ROW = "\\ "
"""A line break of Typst: the blank behind it belongs to it."""
STRUT = "#box(height: 0.9em, baseline: 0.25em)"
"""As high as a line: without it, rows of low letters would stand closer than others."""
TAG = "\ue000"
"""Begins the number that an author gives a row: it stands at the margin, not in the formula."""
EMPTY = '""'
"""What prints nothing and can carry a raised sign."""

_MEANING = frozenset("()[]{},;:/#$\"_^&~|'\\`@")
"""Signs with a meaning in Typst's math, or that could begin one with their neighbour."""
_BRACKETS = frozenset({*tex2unichar.mathopen.values(), *tex2unichar.mathclose.values()})
"""Signs that Typst would look for a partner of, and make as high as what is between them."""
_PLAIN = {"-": "−", "*": "∗", "'": "′", "`": "‘", "~": "∼"}
_TIGHT = ('"', "\\|", "‖", "∥")
"""What Typst keeps blanks around."""
_KEEPING_SPACE = frozenset(",;:=<>+−∗") | {
    *tex2unichar.mathbin.values(),
    *tex2unichar.mathrel.values(),
}
"""Signs that keep space to their neighbours, unless braces are around them."""


def sign(character: str) -> str:
    """A sign that means only itself, also to Typst; several are text."""
    if len(character) > 1:
        return words(character)
    if character in _PLAIN:
        return _PLAIN[character]
    return f"\\{character}" if character in _MEANING or character in _BRACKETS else character


def words(text: str) -> str:
    """Upright text."""
    return string(text)


def joined(atoms: Iterable[str]) -> str:
    """Atoms in their order; blanks between them where Typst does not print these."""
    result = ""
    for each in filter(None, atoms):
        atom = words(each.removeprefix(TAG)) if each.startswith(TAG) else each
        tight = result.endswith(_TIGHT) or atom.startswith(_TIGHT) or result.endswith(" ")
        result += atom if tight or not result else f" {atom}"
    return result


def apply(function: str, *arguments: str, **named: str) -> str:
    """A call of a function; ``upright(bold`` stands for one in the other."""
    given = [f"{name.replace('_', '-')}: {value}" for name, value in named.items()]
    given = [*given, *(argument or EMPTY for argument in arguments)]
    return f"{function}({', '.join(given)}){')' * function.count('(')}"


def single(atoms: Sequence[str]) -> str:
    """One atom of TeX's kind *ord* for a group: signs in it keep no space to what stands around."""
    if not atoms:
        return EMPTY
    if len(atoms) == 1:
        return atoms[0]
    return apply("class", '"normal"', joined(atoms))


def is_spaced(atom: str) -> bool:
    """Whether a sign keeps space to its neighbours, as an operator does."""
    return atom.removeprefix("\\") in _KEEPING_SPACE


def negated(atom: str) -> str:
    """A sign crossed out: the one that Unicode has, else with a stroke."""
    plain = atom.removeprefix("\\")
    composed = unicodedata.normalize("NFC", f"{plain}\u0338")
    if len(plain) == 1 and len(composed) == 1:
        return composed
    return apply("class", '"relation"', apply("cancel", atom, angle="#15deg"))


def attached(base: str, below: str, above: str, primes: int, *, limits: bool) -> str:
    """A base with what stands at its lower and upper right, or below and above it."""
    if limits:
        base = apply("limits", base)
    result = base + "'" * primes
    if below:
        result += f"_({below})"
    if above:
        result += f"^({above})"
    return result
