"""The language of each listing, told to these alone before a document is written.

Sphinx takes a visitor to every node of every document for it, also to each piece of text; that is
the time of half a dozen searches for nodes of a class. Without this only the time is lost.
"""

from __future__ import annotations

from typing import Any

from docutils import nodes
from sphinx import addnodes
from sphinx.transforms.post_transforms import code

from iomdocs.extension import traversal
from iomdocs.extension.replaced import replace

_KINDS = (nodes.literal_block, addnodes.highlightlang)
"""The nodes at which the visitor of Sphinx does something, but for the pages of a book."""

_NAMES = {
    *("HighlightLanguageVisitor", "document", "config", "highlight_language", "walkabout"),
    *("list", "findall", "addnodes", "highlightlang", "parent", "remove"),
}
"""All that the method of Sphinx 9.0 names in whose place ours stands."""


def register() -> None:
    """Have it done this way in every document of the process."""
    replace(code.HighlightLanguageTransform, "apply", _name_languages, _NAMES)


def _name_languages(self: code.HighlightLanguageTransform, **_kwargs: Any) -> None:
    """As the method of Sphinx, whose visitor says what becomes of a node."""
    visitor = code.HighlightLanguageVisitor(self.document, self.config.highlight_language)
    languages: dict[int, code.HighlightSetting] = {}
    found = list(traversal.of_class(self.document, _KINDS))
    for node in found:
        file = id(_file_of(node))
        visitor.settings = [languages.get(file, visitor.default_setting)]
        visitor.dispatch_visit(node)
        languages[file] = visitor.settings[-1]
    for node in found:
        if isinstance(node, addnodes.highlightlang):
            node.parent.remove(node)


def _file_of(node: nodes.Node) -> nodes.Node:
    """The page of the sources that has a node, in a document of several; a language holds there."""
    while node.parent is not None and not isinstance(node, addnodes.start_of_file):
        node = node.parent
    return node
