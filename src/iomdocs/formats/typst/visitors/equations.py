"""Formulas in a line and displayed ones with their numbers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes
from sphinx.util import logging

from iomdocs.formats.typst.output import call
from iomdocs.formats.typst.sources import located
from iomdocs.formats.typst.visitors.listings import raw

if TYPE_CHECKING:
    from docutils.nodes import Element

    from iomdocs.formats.typst.translator import TypstTranslator, Visitors

logger = logging.getLogger(__name__)


def visit_math(self: TypstTranslator, node: Element) -> None:
    """A formula in a line."""
    formula = self.formulas.of(node)
    source = node.astext()
    if formula.problem:
        _warn(node, formula.problem)
        self.output.add(call("code", raw(source, lang="latex")))
    elif formula.typst:
        self.output.add(call("formula", formula.typst, " ".join(source.split())))
    raise nodes.SkipNode


def visit_math_block(self: TypstTranslator, node: Element) -> None:
    """A displayed formula, with its number at the margin."""
    formula = self.formulas.of(node)
    source = node.astext().strip()
    if formula.problem:
        _warn(node, formula.problem)
        number = _number(self, node)
        self.add_block(
            node,
            call("unset-formula", raw(source, block=True, lang="latex"), number=number or None),
        )
    if not formula.typst:
        raise nodes.SkipNode
    number = _number(self, node) or formula.number
    self.add_block(node, call("formula", formula.typst, source, block=True, number=number or None))


def _number(self: TypstTranslator, node: Element) -> str:
    """The number of a formula as Sphinx counts, in brackets as references say it by default.

    The rules are those of ``sphinx.util.math.get_node_equation_number``.
    """
    number = str(node.get("number") or "")
    if number and self.config.math_numfig and self.config.numfig:
        parts = self.number_of(node, "displaymath").rsplit(".", 1)
        number = str(self.config.math_numsep).join(parts)
    return f"({number})" if number else ""


def _warn(node: Element, problem: str) -> None:
    """Say that a formula is not set as one, and why."""
    logger.warning(
        "the PDF prints this formula as its LaTeX source: %s"
        "\nhint: write it with commands of amsmath, or define a macro in mathjax3_config",
        problem,
        location=located(node),
        type="iomdocs",
        subtype="P001",
    )


VISITORS: Visitors = {
    "math": (visit_math, None),
    "math_block": (visit_math_block, None),
}
