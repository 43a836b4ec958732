"""The formulas of a book: found, turned into Typst, checked together."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import typst
from docutils import nodes
from sphinx.config import Config

from iomdocs.formats.typst.formula import display, inline
from iomdocs.formats.typst.formula.checking import errors_of
from iomdocs.formats.typst.formula.tokens import FormulaError, Macro, macros_of, tokens_of

Key = tuple[str, bool]
"""The LaTeX source of a formula, and whether it is displayed."""


@dataclass(frozen=True, slots=True)
class Formula:
    r"""A formula ready for print.

    Attributes:
        typst: Typst's math; empty for a formula that cannot be set.
        number: what its author numbers it with (``\tag``).
        problem: why it cannot be set.
    """

    typst: str = ""
    number: str = ""
    problem: str = ""


_KINDS = (nodes.math, nodes.math_block)


class Formulas:
    """All formulas of a book by their LaTeX source."""

    def __init__(self, config: Config, fonts: typst.Fonts) -> None:
        self._macros = macros_of_book(config)
        self._fonts = fonts
        self._done: dict[Key, Formula] = {}

    def add_all(self, elements: Iterable[nodes.Element]) -> None:
        """Work out all formulas of a book together."""
        self._add([key_of(node) for node in elements if isinstance(node, _KINDS)])

    def of(self, node: nodes.Element) -> Formula:
        """The formula of a node."""
        key = key_of(node)
        if key not in self._done:
            self._add([key])
        return self._done[key]

    def _add(self, keys: Sequence[Key]) -> None:
        found = {key: converted(key, self._macros) for key in dict.fromkeys(keys)}
        errors = errors_of([each.typst for each in found.values() if each.typst], self._fonts)
        for key, formula in found.items():
            problem = errors.get(formula.typst, "")
            self._done[key] = Formula(problem=problem) if problem else formula


def macros_of_book(config: Config) -> Mapping[str, Macro]:
    """The macros of a book's settings: of MathJax, of LaTeX and of pictures of formulas."""
    latex: dict[str, Any] = getattr(config, "latex_elements", None) or {}
    macros = macros_of(str(latex.get("preamble", "")))
    macros |= macros_of(str(getattr(config, "imgmath_latex_preamble", "")))
    for setting, key in (("mathjax3_config", "tex"), ("mathjax4_config", "tex"),
                         ("mathjax_config", "TeX")):  # fmt: skip
        given = getattr(config, setting, None)
        tex = given.get(key, {}) if isinstance(given, dict) else {}
        defined = tex.get("macros") or tex.get("Macros") if isinstance(tex, dict) else None
        for name, value in defined.items() if isinstance(defined, dict) else ():
            if macro := _macro(value):
                macros[f"\\{name}"] = macro
    return macros


def _macro(value: Any) -> Macro | None:
    """A macro as MathJax has it: its text, or text, number of arguments and the first one.

    Nothing for anything else: a formula that uses it says that it is not known.
    """
    match value:
        case str(body):
            return Macro(tuple(tokens_of(body)))
        case [str(body), int(number)]:
            return Macro(tuple(tokens_of(body)), number)
        case [str(body), int(number), str(default), *_]:
            return Macro(tuple(tokens_of(body)), number, tuple(tokens_of(default)))
    return None


def key_of(node: nodes.Node) -> Key:
    """What a formula is known by: the same formula is worked out once."""
    return node.astext(), isinstance(node, nodes.math_block)


def converted(key: Key, macros: Mapping[str, Macro]) -> Formula:
    """A formula as Typst's math, or why there is none; Typst has not set it yet."""
    source, is_block = key
    try:
        if not is_block:
            return Formula(inline(source, macros))
        written, number = display(source, macros)
        return Formula(written, number)
    except (FormulaError, RecursionError) as error:
        return Formula(problem=str(error))
