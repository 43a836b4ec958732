"""The formulas of a page: read as LaTeX, set by Typst, all in one go."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from docutils import nodes
from sphinx.config import Config

from iomdocs.formats.mathml import typesetting
from iomdocs.formats.mathml.tidying import tidied, to_text
from iomdocs.formats.typst.formula.book import Key, converted, key_of, macros_of_book


@dataclass(frozen=True, slots=True)
class Formula:
    r"""A formula ready for a page.

    Attributes:
        source: its LaTeX source in one line.
        mathml: the element ``math``; empty for a formula without anything in it.
        number: what its author numbers it with (``\tag``), as it is printed.
        problem: why it cannot be set.
    """

    source: str
    mathml: str = ""
    number: str = ""
    problem: str = ""


class Formulas:
    """All formulas of a page by their LaTeX source."""

    def __init__(self, document: nodes.document, config: Config) -> None:
        self._macros = macros_of_book(config)
        self._done: dict[Key, Formula] = {}
        found = document.findall(lambda node: isinstance(node, nodes.math | nodes.math_block))
        self._add(map(key_of, found))

    def of(self, node: nodes.Node) -> Formula:
        """The formula of a node."""
        key = key_of(node)
        if key not in self._done:
            self._add([key])
        return self._done[key]

    def _add(self, keys: Iterable[Key]) -> None:
        read = {key: converted(key, self._macros) for key in dict.fromkeys(keys)}
        wanted = [(each.typst, key[1]) for key, each in read.items() if each.typst]
        done = _set_together(list(dict.fromkeys(wanted)))
        for key, each in read.items():
            source = " ".join(key[0].split())
            mathml, problem = done.get((each.typst, key[1]), ("", each.problem))
            if mathml:
                mathml = to_text(tidied(mathml, source))
            self._done[key] = Formula(source, mathml, each.number, problem)


def _set_together(formulas: Sequence[Key]) -> dict[Key, tuple[str, str]]:
    """MathML, or what is wrong, of formulas in Typst's math; each alone where one is wrong."""
    if not formulas:
        return {}
    try:
        return dict(
            zip(formulas, ((each, "") for each in typesetting.mathml_of(formulas)), strict=True)
        )
    except typesetting.NotSet as error:
        if len(formulas) == 1:
            return {formulas[0]: ("", str(error))}
    half = len(formulas) // 2
    return _set_together(formulas[:half]) | _set_together(formulas[half:])
