"""What Sphinx does to the listings of a document before it is written, done to these alone.

To tell which language each is in, Sphinx takes a visitor to every node of every document, also to
each piece of text; that is the time of half a dozen searches for nodes of a class. For the flags of
doctest it goes through the document twice more.
"""

from __future__ import annotations

from typing import Any

from docutils import nodes
from sphinx import addnodes
from sphinx.transforms.post_transforms import code

from iomdocs.extension import traversal

_LISTINGS: Any = (nodes.literal_block, addnodes.highlightlang)
_CODE: Any = (nodes.literal_block, nodes.doctest_block)


def register() -> None:
    """Have it done this way in every document of the process."""
    languages: Any = code.HighlightLanguageTransform
    languages.apply = _name_languages
    flags: Any = code.TrimDoctestFlagsTransform
    flags.apply = _trim_flags


def _name_languages(self: code.HighlightLanguageTransform, **_kwargs: Any) -> None:
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


def _trim_flags(self: code.TrimDoctestFlagsTransform, **_kwargs: Any) -> None:
    """As the method of Sphinx, in one search."""
    for listing in list(traversal.of_class(self.document, _CODE)):
        if isinstance(listing, nodes.doctest_block) or self.is_pyconsole(listing):
            self.strip_doctest_flags(listing)


def _file_of(node: nodes.Node) -> nodes.Node:
    """The page of the sources that has a node, in a document of several; a language holds there."""
    while node.parent is not None and not isinstance(node, addnodes.start_of_file):
        node = node.parent
    return node
