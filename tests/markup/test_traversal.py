"""Nodes found in a document as docutils finds them, in less time."""

from collections.abc import Iterator

import pytest
from docutils import nodes
from docutils.core import publish_doctree

from iomdocs.extension.traversal import of_class, text_of, walkabout

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
