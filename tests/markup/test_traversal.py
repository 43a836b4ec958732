"""Nodes found in a document as docutils finds them, in less time."""

from collections.abc import Iterator
from types import SimpleNamespace

import pytest
from docutils import nodes
from docutils.core import publish_doctree
from sphinx import addnodes
from sphinx.transforms.post_transforms.code import (
    HighlightLanguageVisitor,
    TrimDoctestFlagsTransform,
)

from iomdocs.extension.traversal import (
    name_languages,
    of_class,
    text_of,
    trim_flags,
    walkabout,
)

TEXT = """
Title
=====

One *two* three.

- a `b <c>`_

  - d **e**
- f

+---+---+
| g | h |
+---+---+
"""


def as_docutils(node: nodes.Node, cls: type) -> Iterator[nodes.Node]:
    """What docutils 0.22 does."""
    if isinstance(node, cls):
        yield node
    for child in node.children:
        yield from as_docutils(child, cls)


def removed(node: nodes.Node) -> None:
    node.parent.remove(node)


def replaced_by_two(node: nodes.Node) -> None:
    node.parent.replace(node, [nodes.emphasis("", "new"), nodes.Text("old")])


def filled(node: nodes.Node) -> None:
    if isinstance(node, nodes.Element) and len(node.children) < 3:
        node += nodes.strong("", "more")


def emptied(node: nodes.Node) -> None:
    if isinstance(node, nodes.Element):
        node.children.clear()


@pytest.mark.parametrize("change", [None, removed, replaced_by_two, filled, emptied])
@pytest.mark.parametrize(
    "cls", [nodes.Node, nodes.Text, nodes.Inline, nodes.list_item, nodes.table]
)
def test_the_same_nodes_are_found_also_while_the_tree_changes(cls, change):
    def found(find):
        document = publish_doctree(TEXT)
        seen = []
        for node in find(document, cls):
            seen.append((type(node).__name__, node.astext()))
            if change and node is not document and len(seen) < 50:
                change(node)
        return seen, document.pformat()

    assert found(of_class) == found(as_docutils)
    assert found(as_docutils)[0]


@pytest.mark.parametrize("words", ["plain", "a\0 b", "a\0\n b\0*", "\0\0\0 "])
def test_a_text_has_the_words_that_docutils_finds_in_it(words):
    assert text_of(nodes.Text(words)) == str(nodes.unescape(nodes.Text(words)))


FLAGGED = ">>> print(1)  # doctest: +SKIP\n1"


def book_of_code(*, has_directive: bool) -> nodes.document:
    """Code with and without a language, on two pages, one of which may set another."""
    document = publish_doctree("")
    first, second = addnodes.start_of_file(docname="a"), addnodes.start_of_file(docname="b")
    document += [nodes.literal_block("", "x"), first, second, nodes.doctest_block(FLAGGED, FLAGGED)]
    if has_directive:
        first += addnodes.highlightlang(lang="r", force=False, linenothreshold=2)
    first += [nodes.literal_block("", "x\ny\nz"), nodes.literal_block("", "x", language="go")]
    second += [nodes.literal_block(FLAGGED, FLAGGED), nodes.literal_block("", FLAGGED)]
    return document


@pytest.mark.parametrize("has_directive", [False, True])
def test_code_has_the_language_and_flags_that_sphinx_gives_it(has_directive):
    def with_languages(document):
        config = SimpleNamespace(highlight_language="default", trim_doctest_flags=True)
        return SimpleNamespace(
            document=document,
            config=config,
            is_pyconsole=TrimDoctestFlagsTransform.is_pyconsole,
            strip_doctest_flags=lambda code: TrimDoctestFlagsTransform.strip_doctest_flags(
                SimpleNamespace(config=config), code
            ),
        )

    ours = book_of_code(has_directive=has_directive)
    name_languages(with_languages(ours))
    trim_flags(with_languages(ours))

    theirs = book_of_code(has_directive=has_directive)
    theirs.walkabout(HighlightLanguageVisitor(theirs, "default"))
    for node in list(theirs.findall(addnodes.highlightlang)):
        node.parent.remove(node)
    for code in theirs.findall(nodes.FixedTextElement):
        if isinstance(code, nodes.doctest_block) or TrimDoctestFlagsTransform.is_pyconsole(code):
            TrimDoctestFlagsTransform.strip_doctest_flags(
                SimpleNamespace(config=SimpleNamespace(trim_doctest_flags=True)), code
            )

    assert ours.pformat() == theirs.pformat()
    assert ours.pformat().count("doctest") < book_of_code(has_directive=False).pformat().count(
        "doctest"
    )


def walkabout_of_docutils(node: nodes.Node, visitor: nodes.NodeVisitor) -> bool:
    """What docutils does, which tells each step if somebody wants to read it."""
    visitor.document.reporter.debug_flag = True
    visitor.document.reporter.report_level = visitor.document.reporter.halt_level = 5
    return walkabout(node, visitor)


@pytest.mark.parametrize(
    "word",
    [
        *(None, nodes.SkipNode, nodes.SkipDeparture, nodes.SkipChildren),
        *(nodes.SkipSiblings, nodes.StopTraversal),
    ],
)
@pytest.mark.parametrize("kind", [nodes.list_item, nodes.strong, nodes.Text, nodes.row])
def test_a_visitor_is_led_the_same_way_whatever_it_asks_for(kind, word):
    def steps(lead):
        document = publish_doctree(TEXT)
        seen = []

        class Visitor(nodes.NodeVisitor):
            def dispatch_visit(self, node: nodes.Node) -> None:
                seen.append(("visit", type(node).__name__))
                if word and isinstance(node, kind):
                    raise word

            def dispatch_departure(self, node: nodes.Node) -> None:
                seen.append(("depart", type(node).__name__))

        return lead(document, Visitor(document)), seen

    assert steps(walkabout) == steps(walkabout_of_docutils)
    assert steps(walkabout)[1]
