"""What stands behind the values of a page, as HTML: kept in the page, shown by a script.

A ``template`` is no part of the page that is read: browsers neither render it nor tell assistive
technology of it, and without a script a value stays the link to the register that it is. It comes
with the page, so that it is there on a disk and without a connection, too.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NoReturn

from docutils import nodes
from sphinx.writers.html5 import HTML5Translator

from iomdocs.formats.html.handlers import Visitors
from iomdocs.formats.html.pages import writes_site
from iomdocs.formats.notes import shortened_links, written_notes
from iomdocs.nodes import fact_provenances

if TYPE_CHECKING:
    from sphinx.application import Sphinx


def shorten_register(app: Sphinx, doctree: nodes.document, _docname: str) -> None:
    """Shorten the links to sources in the register, a third of what a long one would weigh."""
    if not writes_site(app):
        return
    for table in doctree.findall(nodes.table):
        if "fact-register" in table["classes"]:
            shortened_links(table)


def visit_fact_provenances(self: HTML5Translator, node: fact_provenances) -> NoReturn:
    """Write the store."""
    register, dismiss = self.attval(node["register"]), self.attval(node["dismiss"])
    self.body.append(
        f'<template id="fact-notes" data-register="{register}" data-dismiss="{dismiss}"'
        " data-pagefind-ignore>\n"
    )
    self.body += [f"<div>{note}</div>\n" for note in written_notes(self, node)]
    self.body.append("</template>\n")
    raise nodes.SkipNode


VISITORS: dict[type[nodes.Element], Visitors] = {fact_provenances: (visit_fact_provenances, None)}
"""The visitors by node, as ``html=`` of ``add_node`` takes them."""
