"""Roles that write the nodes of facts without an engine, and a node with visitors for ePub."""

from docutils import nodes

from iomdocs.nodes import fact_anchor, fact_value


class Gadget(nodes.Inline, nodes.TextElement):
    """A node of an extension that has visitors for ePub alone."""


def value_role(name, rawtext, text, lineno, inliner, options=None, content=()):
    """``{value}`kind, machine: what the reader sees```."""
    kind_and_machine, _, shown = text.partition(": ")
    kind, _, machine = kind_and_machine.partition(", ")
    return [fact_value("", shown, fact=f"test.{kind}", kind=kind, machine=machine)], []


def anchor_role(name, rawtext, text, lineno, inliner, options=None, content=()):
    """``{anchor}`test.id```."""
    return [fact_anchor("", f"The fact {text}", fact=text, ids=[f"fact-{text}"])], []


def gadget_role(name, rawtext, text, lineno, inliner, options=None, content=()):
    """``{gadget}`text```."""
    return [Gadget("", text)], []


def visit_gadget(self, node):
    """Open."""
    self.body.append("<b>")


def depart_gadget(self, node):
    """Close."""
    self.body.append("</b>")


def setup(app):
    """Add the roles that the pages use."""
    app.add_role("value", value_role)
    app.add_role("anchor", anchor_role)
    app.add_role("gadget", gadget_role)
    app.add_node(Gadget, html=(visit_gadget, depart_gadget), epub=(visit_gadget, depart_gadget))
