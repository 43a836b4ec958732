"""Which language each listing is in, told to the listings of a page alone.

Sphinx takes a visitor to every node of every document for it, also to each piece of text; that is
the time of half a dozen searches for nodes of a class.
"""

from __future__ import annotations

from typing import Any

from docutils import nodes
from sphinx import addnodes
from sphinx.transforms.post_transforms import code

from iomdocs.extension import traversal

_LISTINGS: Any = (nodes.literal_block, addnodes.highlightlang)


def register() -> None:
    """Have it told this way in every document of the process."""
    transform: Any = code.HighlightLanguageTransform
    transform.apply = _apply


def _apply(self: code.HighlightLanguageTransform, **_kwargs: Any) -> None:
    """As the method of Sphinx, whose visitor says what becomes of a node."""
    visitor = code.HighlightLanguageVisitor(self.document, self.config.highlight_language)
    languages: dict[int, code.HighlightSetting] = {}
    found = list(traversal.of_class(self.document, _LISTINGS))
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
