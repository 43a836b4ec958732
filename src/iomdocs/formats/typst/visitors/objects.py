"""Descriptions of programs: what autodoc and the domains of languages make, and grammars."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from docutils import nodes
from sphinx import addnodes

from iomdocs.formats.typst.escape import text
from iomdocs.formats.typst.output import Markup, call
from iomdocs.formats.typst.tree import elements
from iomdocs.formats.typst.visitors.inline import wrap
from iomdocs.formats.typst.visitors.structure import nothing

if TYPE_CHECKING:
    from docutils.nodes import Element

    from iomdocs.formats.typst.translator import TypstTranslator, Visitors


LONG_NAME = 50
"""Characters from which on a name in a signature may break after a point or an underscore."""


_NAME = re.compile(r"[\w.:]+")


def visit_desc(self: TypstTranslator, node: Element) -> None:
    """Signatures of an object and what is said of it."""
    signatures = [part for part in node.children if isinstance(part, addnodes.desc_signature)]
    rendered = [_signature(self, signature) for signature in signatures]
    for signature in signatures:
        node.remove(signature)
    self.add_block(node, call("object", Markup("".join(rendered)), self.render(node)))


def visit_signature(self: TypstTranslator, node: Element) -> None:
    """A signature that no description holds."""
    self.add_block(node, _signature(self, node))


def visit_parameters(self: TypstTranslator, node: Element) -> None:
    """Parameters between brackets: with commas, or each in a line where they are many."""
    is_type = isinstance(node, addnodes.desc_type_parameter_list)
    opening, closing = ("\\[", "\\]") if is_type else ("(", ")")
    if node.get("multi_line_parameter_list") and node.children:
        self.output.add(opening)
        self.output.add(_in_lines(self, node))
        self.output.add(f"{call('last-parameter')}{closing}")
    else:
        self.output.add(f"{opening}{_in_a_line(self, node, is_first=True)}{closing}")
    raise nodes.SkipNode


def visit_optional(self: TypstTranslator, node: Element) -> None:
    """Parameters that may be left out."""
    self.output.add(f"\\[{_in_a_line(self, node, is_first=True)}\\]")
    raise nodes.SkipNode


def visit_productionlist(self: TypstTranslator, node: Element) -> None:
    """A grammar, one rule a line."""
    end = "#linebreak();"
    self.verbatim = True
    rules = [self.render(rule).source for rule in node.findall(addnodes.production)]
    self.verbatim = False
    lines = Markup(end.join(rule.removesuffix(end) for rule in rules))
    self.add_block(node, call("parsed", lines))


def _signature(self: TypstTranslator, node: Element) -> str:
    """A signature, in the lines that the source gives it."""
    lines = [part for part in node.children if isinstance(part, addnodes.desc_signature_line)]
    self.output.labels(self.targets.to_print(self.page, node))
    rendered = [self.render(line) for line in lines] or [self.render(node)]
    is_long = any(len(name) > LONG_NAME for name in _NAME.findall(node.astext()))
    return call("signature", *rendered, breakable=is_long)


def _in_a_line(self: TypstTranslator, node: Element, *, is_first: bool) -> str:
    """Parameters with commas; one that may be left out has its comma inside its brackets."""
    joined = ""
    for part in node.children:
        assert isinstance(part, nodes.Element)
        if isinstance(part, addnodes.desc_optional):
            joined += f"\\[{_in_a_line(self, part, is_first=is_first)}\\]"
        else:
            joined += f"{'' if is_first else text(', ')}{self.render(part).source}"
        is_first = False
    return joined


def _in_lines(self: TypstTranslator, node: Element) -> str:
    """Parameters in a line each, with a comma behind the last one where the source asks for it."""
    lines = [
        f"\\[{_in_a_line(self, part, is_first=True)}\\]"
        if isinstance(part, addnodes.desc_optional)
        else self.render(part).source
        for part in elements(node)
    ]
    start = call("next-parameter")
    end = text(",") if node.get("multi_line_trailing_comma") else ""
    return f"{start}{(text(',') + start).join(lines)}{end}"


VISITORS: Visitors = {
    "desc": (visit_desc, None),
    "desc_content": (nothing, None),
    "desc_signature": (visit_signature, None),
    "desc_signature_line": (nothing, None),
    "desc_name": wrap("#strong["),
    "desc_addname": (nothing, None),
    "desc_type": (nothing, None),
    "desc_returns": wrap(" → ", ""),
    "desc_annotation": wrap("#emph["),
    "desc_parameterlist": (visit_parameters, None),
    "desc_type_parameter_list": (visit_parameters, None),
    "desc_parameter": (nothing, None),
    "desc_type_parameter": (nothing, None),
    "desc_optional": (visit_optional, None),
    "desc_inline": (nothing, None),
    "productionlist": (visit_productionlist, None),
}
