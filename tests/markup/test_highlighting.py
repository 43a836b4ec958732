"""The language of each listing, as Sphinx has it, in less time."""

from types import SimpleNamespace

from docutils import nodes
from docutils.utils import new_document
from sphinx import addnodes
from sphinx.transforms.post_transforms.code import (
    HighlightLanguageTransform,
    HighlightLanguageVisitor,
)

from iomdocs.extension import highlighting


def listing(**own) -> nodes.literal_block:
    return nodes.literal_block("a\nb\nc", "a\nb\nc", **own)


def language(name: str, lines: int) -> addnodes.highlightlang:
    return addnodes.highlightlang(lang=name, force=name == "c", linenothreshold=lines)


def book() -> nodes.document:
    """Pages within each other, as a book in print has them."""
    inner = addnodes.start_of_file("", listing(), language("c", 2), listing())
    page = addnodes.start_of_file("", language("rust", 9), nodes.note("", listing()), inner)
    page += [listing(), listing(language="ada"), listing(linenos=True)]
    document = new_document("")
    document += [listing(), language("lua", 3), page, listing()]
    return document


def found(document: nodes.document) -> list[dict]:
    names = ("language", "force", "linenos")
    blocks = document.findall(nodes.literal_block)
    return [{name: block.get(name) for name in names} for block in blocks]


def test_each_listing_has_the_language_that_sphinx_gives_it():
    of_sphinx, ours = book(), book()
    of_sphinx.walkabout(HighlightLanguageVisitor(of_sphinx, "python"))
    highlighting.register()
    config = SimpleNamespace(highlight_language="python")
    ours.settings.env = SimpleNamespace(config=config)
    HighlightLanguageTransform(ours).apply()
    assert found(ours) == found(of_sphinx)
    assert not list(ours.findall(addnodes.highlightlang))
    assert {block["language"] for block in found(ours)} == {"python", "lua", "rust", "c", "ada"}
