"""Descriptions of programs: what autodoc and the domains of languages make, and grammars."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes
from sphinx import addnodes

from iomdocs.formats.typst.escape import text
from iomdocs.formats.typst.inline import wrap
from iomdocs.formats.typst.output import Markup, call
from iomdocs.formats.typst.structure import nothing

if TYPE_CHECKING:
    from docutils.nodes import Element

    from iomdocs.formats.typst.translator import TypstTranslator, Visitors


def visit_desc(self: TypstTranslator, node: Element) -> None:
    """Signatures of an object and what is said of it."""
    signatures = [part for part in node.children if isinstance(part, addnodes.desc_signature)]
    rendered = [call("signature", self.render(signature)) for signature in signatures]
    for signature in signatures:
        node.remove(signature)
    self.add_block(node, call("object", Markup("".join(rendered)), self.render(node)))


def visit_parameters(self: TypstTranslator, node: Element) -> None:
    """Parameters between brackets, with commas."""
    opening, closing = ("\\[", "\\]") if "type" in type(node).__name__ else ("(", ")")
    self.output.add(f"{opening}{_joined(self, node)}{closing}")
    raise nodes.SkipNode


def visit_optional(self: TypstTranslator, node: Element) -> None:
    """Parameters that may be left out."""
    self.output.add(f"\\[{_joined(self, node)}\\]")
    raise nodes.SkipNode


def visit_productionlist(self: TypstTranslator, node: Element) -> None:
    """A grammar, one rule a line."""
    end = "#linebreak();"
    self.verbatim = True
    rules = [self.render(rule).source for rule in node.findall(addnodes.production)]
    self.verbatim = False
    lines = Markup(end.join(rule.removesuffix(end) for rule in rules))
    self.add_block(node, call("parsed", lines))


def depart_signature_line(self: TypstTranslator, _node: Element) -> None:
    """Go on in a new line."""
    self.output.add("#linebreak();")


def _joined(self: TypstTranslator, node: Element) -> str:
    parts = [self.render(part).source for part in node.children if isinstance(part, nodes.Element)]
    return text(", ").join(parts)


VISITORS: Visitors = {
    "desc": (visit_desc, None),
    "desc_content": (nothing, None),
    "desc_signature_line": (nothing, depart_signature_line),
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
