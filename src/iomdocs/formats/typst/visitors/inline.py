"""What stands in a line of text."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import takewhile
from typing import TYPE_CHECKING

from docutils import nodes
from sphinx import addnodes

from iomdocs.formats.typst.escape import text
from iomdocs.formats.typst.output import UNMOVED, argument, call, generated
from iomdocs.formats.typst.tree import GENERATED, ancestors
from iomdocs.formats.typst.visitors.listings import code, code_with_variables, raw
from iomdocs.formats.typst.visitors.structure import nothing
from iomdocs.languages import language_tag

if TYPE_CHECKING:
    from docutils.nodes import Element

    from iomdocs.formats.typst.translator import TypstTranslator, Visit, Visitors

_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]+)*(?![A-Za-z0-9])", re.ASCII)
"""The beginning of a tag that all programs read (BCP 47, 2.1)."""

CLASSES = {
    GENERATED: UNMOVED,
    "guilabel": "strong",
    "menuselection": "strong",
    "accelerator": "underline",
    "strike": "strike",
    "sd-badge": "badge",
    "html-code": "code-text",
    "html-mark": "marked",
    "html-quote": "quote",
    "html-small": "smaller",
    "html-underline": "underline",
    "versionmodified": "strong",
    "fact-as-of": "as-of",
}
"""What a class makes of ``inline``; other classes have no form of their own in print."""


DECORATIONS = frozenset({"strike", "underline"})
"""Functions that draw a line along the text."""


def wrap(opening: str, closing: str = "];") -> tuple[Visit, Visit]:
    """Visitors that print something before and after the text of a node."""

    def visit(self: TypstTranslator, _: Element) -> None:
        self.output.add(opening)

    def depart(self: TypstTranslator, _: Element) -> None:
        self.output.add(closing)

    return visit, depart


def visit_inline(self: TypstTranslator, node: Element) -> None:
    """Text that a class may single out, in a language of its own if it names one."""
    classes: list[str] = node.get("classes", [])
    functions = [CLASSES[name] for name in classes if name in CLASSES]
    if _is_decorated(node):
        functions = [function for function in functions if function not in DECORATIONS]
    opening = "".join(f"#{function}[" for function in functions)
    language = language_tag(str(node.get("lang", "")) or _language_of(classes))
    if tag := _LANGUAGE.match(language):
        opening += f"#in-language({argument(tag[0])})["
        functions.append("in-language")
    if opening:
        self.output.add(opening)
    self.closings.append("];" * len(functions))


def _language_of(classes: Sequence[str]) -> str:
    """The language that a class names, as docutils has it: ``language-pt-br``."""
    named = (name.removeprefix("language-") for name in classes if name.startswith("language-"))
    return next(named, "")


def depart_inline(self: TypstTranslator, _node: Element) -> None:
    """Close what :func:`visit_inline` opened."""
    if closing := self.closings.pop():
        self.output.add(closing)


def _is_decorated(node: Element) -> bool:
    """Whether a line goes along the text already: tagged PDF has room for one."""
    around = takewhile(lambda each: isinstance(each, nodes.TextElement), ancestors(node))
    return any(CLASSES.get(name) in DECORATIONS for each in around for name in each["classes"])


def visit_literal(self: TypstTranslator, node: Element) -> None:
    """Code in a line; a key to press looks like one."""
    if "kbd" in node.get("classes", ()):
        self.output.add(call("keyboard", raw(node.astext())))
    elif any(isinstance(part, nodes.Element) for part in node.children):
        self.output.add(code_with_variables(node))
    else:
        self.output.add(code(self, node))
    raise nodes.SkipNode


def depart_abbreviation(self: TypstTranslator, node: Element) -> None:
    """Tell what the short form stands for, once on a page, where the source has it."""
    explanation = str(node.get("explanation", ""))
    key = (self.page, explanation)
    if explanation and key not in self.told and not _is_in_signature(node):
        self.told[key] = None
        self.output.add(generated(text(f" ({explanation})")))


def _is_in_signature(node: Element) -> bool:
    """Whether a sign of a programming language is explained: nobody reads it there."""
    return isinstance(node.parent, addnodes.desc_sig_operator | addnodes.desc_parameter)


def visit_raw(self: TypstTranslator, node: Element) -> None:
    """Markup of the writer's own language as it is; nothing of others.

    HTML has become nodes before (:mod:`~iomdocs.formats.typst.rawhtml.reading`).
    """
    if not isinstance(node.parent, nodes.TextElement):
        self.begin_block(node)
    if "typst" in str(node.get("format", "")).split():
        self.has_own_markup = True
        self.output.add(node.astext())
    raise nodes.SkipNode


def visit_tick_box(self: TypstTranslator, node: Element) -> None:
    """A box to tick."""
    self.output.add(call("tick-box", bool(node["checked"])))


_PLAIN = ("acronym", "generated", "problematic", "substitution_reference", "target")

VISITORS: Visitors = {
    "emphasis": wrap("#emph["),
    "strong": wrap("#strong["),
    "title_reference": wrap("#emph["),
    "literal_emphasis": wrap("#emph["),
    "literal_strong": wrap("#strong["),
    "manpage": wrap("#emph["),
    "subscript": wrap("#sub["),
    "superscript": wrap("#super["),
    "inline": (visit_inline, depart_inline),
    "literal": (visit_literal, None),
    "abbreviation": (nothing, depart_abbreviation),
    "raw": (visit_raw, None),
    "line_break": wrap(call("linebreak"), ""),
    "tick_box": (visit_tick_box, None),
    **dict.fromkeys(_PLAIN, (nothing, None)),
}
