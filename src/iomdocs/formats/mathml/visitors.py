"""How a formula stands on a page: in its line, or displayed with its number."""

from __future__ import annotations

from typing import TYPE_CHECKING, NoReturn
from weakref import WeakKeyDictionary

from docutils import nodes
from sphinx.locale import _
from sphinx.util import logging
from sphinx.util.math import get_node_equation_number

from iomdocs.formats.mathml.formulas import Formulas
from iomdocs.formats.typst.sources import located

if TYPE_CHECKING:
    from sphinx.writers.html5 import HTML5Translator

    from iomdocs.formats.mathml.formulas import Formula

logger = logging.getLogger(__name__)

CLASSES = "math notranslate nohighlight"
"""The classes by which themes and extensions know a formula of Sphinx."""

_pages: WeakKeyDictionary[nodes.document, Formulas] = WeakKeyDictionary()


def visit_math(self: HTML5Translator, node: nodes.math) -> NoReturn:
    """A formula in a line."""
    formula = _formula(self, node)
    if formula.problem:
        self.body.append(self.starttag(node, "code", "", CLASS=f"{CLASSES} math-source"))
        self.body.append(f"{self.encode(node.astext())}</code>")
    else:
        self.body.append(self.starttag(node, "span", "", CLASS=CLASSES))
        self.body.append(f"{formula.mathml}</span>")
    raise nodes.SkipNode


def visit_math_block(self: HTML5Translator, node: nodes.math_block) -> NoReturn:
    """A displayed formula in a region that scrolls, behind its number.

    A part of a page that scrolls must be reachable with the keyboard (WCAG 2.2, 2.1.1).
    """
    formula = _formula(self, node)
    self.body.append(self.starttag(node, "div", CLASS=CLASSES))
    _write_number(self, node, formula)
    if formula.problem:
        self.body.append(
            f'<pre class="math-source"><code>{self.encode(node.astext())}</code></pre>'
        )
    else:
        label = self.attval(formula.source)
        self.body.append(
            f'<div class="math-region" role="group" tabindex="0" aria-label="{label}">'
            f"{formula.mathml}</div>"
        )
    self.body.append("</div>\n")
    raise nodes.SkipNode


def _write_number(self: HTML5Translator, node: nodes.math_block, formula: Formula) -> None:
    """The number that Sphinx counts, with a link to it, or that of the author."""
    if node.get("number"):
        self.body.append(f'<span class="eqno">({get_node_equation_number(self, node)})')
        self.add_permalink_ref(node, _("Link to this equation"))
        self.body.append("</span>")
    elif formula.number:
        self.body.append(f'<span class="eqno">{self.encode(formula.number)}</span>')


def _formula(self: HTML5Translator, node: nodes.math | nodes.math_block) -> Formula:
    """The formula of a node; all of a page are set together with the first one asked for."""
    if self.document not in _pages:
        _pages[self.document] = Formulas(self.document, self.config)
    formula = _pages[self.document].of(node)
    if formula.problem:
        logger.warning(
            "this formula cannot be set and is shown as its LaTeX source: %s"
            "\nhint: write it with commands of amsmath, or define a macro in mathjax3_config",
            formula.problem,
            location=located(node),
            type="iomdocs",
            subtype="H001",
        )
    return formula
