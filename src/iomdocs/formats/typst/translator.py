"""From the nodes of a whole book to Typst markup that calls the functions of the template.

What a kind of node becomes stands in tables of visitors, one module for each group of nodes
(:data:`VISITORS` joins them). A method ``visit_NAME`` goes before them, so that ``app.add_node(...,
typst=...)`` and subclasses work as with every translator of Sphinx.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import Any, NamedTuple, NoReturn

from docutils import nodes
from docutils.nodes import Element, Node
from sphinx.builders import Builder
from sphinx.errors import SphinxError
from sphinx.util import logging
from sphinx.util.docutils import SphinxTranslator

from iomdocs.formats.typst import index
from iomdocs.formats.typst.compiler import fonts
from iomdocs.formats.typst.escape import clean, text
from iomdocs.formats.typst.formula.book import Formulas
from iomdocs.formats.typst.guarded import warn_of
from iomdocs.formats.typst.options import font_paths
from iomdocs.formats.typst.output import LED_TO, Heading, Markup, Output, Value, argument, call
from iomdocs.formats.typst.sources import located
from iomdocs.formats.typst.targets import Targets
from iomdocs.formats.typst.visitors import (
    blocks,
    diagrams,
    equations,
    foreign,
    inline,
    lists,
    objects,
    references,
    structure,
)
from iomdocs.formats.typst.visitors.listings import Highlighter
from iomdocs.nodes import fact_anchor

logger = logging.getLogger(__name__)

Visit = Callable[[Any, Any], None]
Visitors = Mapping[str, tuple[Visit, Visit | None]]

VISITORS: Visitors = {
    **structure.VISITORS,
    **blocks.VISITORS,
    **lists.VISITORS,
    **inline.VISITORS,
    **equations.VISITORS,
    **references.VISITORS,
    **objects.VISITORS,
    **foreign.VISITORS,
    **diagrams.VISITORS,
    **index.VISITORS,
}
"""By name of the node's class: what begins it in print, and what ends it if anything does."""


_LABELLED_BY_VISITORS = (
    nodes.section,
    nodes.footnote,
    nodes.footnote_reference,
    nodes.citation,
    fact_anchor,
)
"""What puts its label where only its visitor knows."""


class Printed(NamedTuple):
    """How much of each is printed: pieces of markup, labels, labels of facts, labels asked for."""

    output: int
    labels: int
    fact_places: int
    asked: int
    headings: int


class _Mark(NamedTuple):
    """What was printed, left open and told before a node."""

    output: tuple[int, int]
    closings: int
    told: int


class _OfKind(NamedTuple):
    """What begins and ends a kind of node in print, and whether an extension says so."""

    visit: Callable[[Any], None]
    depart: Callable[[Any], None]
    is_foreign: bool = False


class TypstTranslator(SphinxTranslator):
    """Writes one assembled book; the text of every node is printed, known or not.

    Visitors print through :attr:`output`. What needs its content in pieces takes them from
    :meth:`render` and raises ``SkipNode``.
    """

    def __init__(self, document: nodes.document, builder: Builder) -> None:
        super().__init__(document, builder)
        root = str(document.get("docname", builder.config.root_doc))
        self.output = Output()
        self.targets = Targets(root)
        self.page = root
        self.level = 0
        self.chapter_level = 1
        self.verbatim = False
        self.closings: list[str] = []
        """What ends the elements that are open, where that depends on how they began."""
        self._kinds: dict[type[Element], _OfKind] = {}
        self.marks: dict[int, _Mark] = {}
        """Where the nodes began that extensions print, by their identity."""
        paths = font_paths(builder.config, Path(builder.confdir))
        self.formulas = Formulas(builder.config, fonts(paths))
        self.highlighter = Highlighter()
        self.headings: list[Heading] = []
        """What may stand in the contents, in order."""
        self.sources: dict[str, str] = {}
        """The names of files from the folder of the sources, by those that nodes have."""
        self.openings: list[Printed] = []
        """What was printed before each title that begins a page, of a part or a whole file."""
        self.end = Printed(0, 0, 0, 0, 0)
        """What was printed of the book as a whole."""
        self.start_of_file: tuple[int, int] | None = None
        """Where the output stood when the last page of the source began that is in no other."""
        self.fact_places: list[str] = []
        """The labels of facts, in the order of print; some stand at several places."""
        self.asked: list[str] = []
        """The labels whose pages are printed."""
        self.has_own_markup = False
        """Whether the sources bring Typst of their own."""
        self.told: dict[tuple[str, str], None] = {}
        """What is told once on a page, in order: what short forms stand for, notes of addresses."""

    def prepare(self, elements: Sequence[tuple[str, Element]]) -> None:
        """Learn what is in the book that is to be printed: targets, links, formulas.

        :param elements: all elements in order, each with its page.
        """
        self.targets.add_all(elements)
        self.formulas.add_all(element for _page, element in elements)

    def astext(self) -> str:
        """The markup of the book, the call of the template left out."""
        self.output.labels(self.targets.left())
        self.output.flush()
        self.end = self.printed()
        headings = filter(None, (heading.label for heading in self.headings))
        if led_to := {*self.targets.wanted, *self.asked, *headings}:
            labels: list[Value] = [*sorted(led_to)]
            self.output.add(f"#metadata({argument(labels)})#label({argument(LED_TO)});")
        return self.output.result()

    def printed(self) -> Printed:
        """How much is printed by now."""
        return Printed(
            self.output.length,
            len(self.targets.printed),
            len(self.fact_places),
            len(self.asked),
            len(self.headings),
        )

    def render(self, node: Element) -> Markup:
        """The content of a node as a piece of its own, led by the node's label."""
        self.output.push()
        self.output.labels(self.targets.to_print(self.page, node))
        for child in node.children:
            child.walkabout(self)
        return self.output.pop()

    def take(self, node: Element, kind: type[Element]) -> Markup | None:
        """The content of the first child of a kind, which is then no child any more."""
        child = next((part for part in node.children if isinstance(part, kind)), None)
        if child is None:
            return None
        content = self.render(child)
        node.remove(child)
        return content

    def number_of(self, node: Element, kind: str) -> str:
        """The number that Sphinx gives a figure, table, box or formula: ``2.1``; empty without."""
        numbers = self.builder.env.toc_fignumbers.get(self.page, {}).get(kind, {})
        ids: list[str] = node.get("ids", [])
        number = next((numbers[name] for name in ids if name in numbers), ())
        return ".".join(map(str, number))

    def begin_block(self, node: Element) -> None:
        """Begin a block of its own in print, and name its source line."""
        self.output.block(self.origin(node))

    def add_block(self, node: Element, markup: str) -> NoReturn:
        """Print a node whole as a block of its own; its children are not visited any more."""
        self.begin_block(node)
        self.output.add(markup)
        self.output.block()
        raise nodes.SkipNode

    def origin(self, node: Element) -> str:
        """``page.md:12``, from the folder of the sources; nothing where the line is not known."""
        if not node.line or not node.source:
            return ""
        if node.source not in self.sources:
            source = Path(node.source.partition(":docstring of")[0])
            if source.is_relative_to(self.builder.srcdir):
                source = source.relative_to(self.builder.srcdir)
            self.sources[node.source] = clean(source.as_posix())
        return f"{self.sources[node.source]}:{node.line}"

    def unknown_visit(self, node: Node) -> None:
        """Say which line has content of an unknown kind; its text is printed all the same."""
        logger.warning(
            "the PDF does not know how to print '%s'; only its text is there",
            type(node).__name__,
            location=located(node),
            type="iomdocs",
            subtype="P001",
        )
        if not isinstance(node, nodes.Inline):
            self.output.block()

    def unknown_departure(self, node: Node) -> None:
        """End what is unknown; a block ends with a blank line."""
        if not isinstance(node, nodes.Inline):
            self.output.block()

    def dispatch_visit(self, node: Node) -> None:
        """Begin a node: a method of its own, one of :data:`VISITORS`, or what is said of unknown.

        A kind that is derived from another is printed like that one.
        """
        if isinstance(node, nodes.Text):
            self.visit_text(node)
            return
        assert isinstance(node, Element)
        if node.attributes.get("ids") and not isinstance(node, _LABELLED_BY_VISITORS):
            self.output.labels(self.targets.to_print(self.page, node))
        visitors = self._visitors_of(type(node))
        if visitors.is_foreign:
            self._visit_foreign(node, visitors.visit)
        else:
            visitors.visit(node)

    def dispatch_departure(self, node: Node) -> None:
        """End what :meth:`dispatch_visit` began."""
        if isinstance(node, nodes.Text):
            return
        assert isinstance(node, Element)
        visitors = self._visitors_of(type(node))
        if visitors.is_foreign:
            self._depart_foreign(node, visitors.depart)
        else:
            visitors.depart(node)

    def _visitors_of(self, kind: type[Element]) -> _OfKind:
        """What begins and ends a kind of node in print."""
        if kind not in self._kinds:
            self._kinds[kind] = self._found_visitors(kind)
        return self._kinds[kind]

    def _found_visitors(self, kind: type[Element]) -> _OfKind:
        for name in _names(kind):
            if method := getattr(self, f"visit_{name}", None):
                return _OfKind(method, getattr(self, f"depart_{name}", _nothing), is_foreign=True)
            if name in VISITORS:
                visit, depart = VISITORS[name]
                return _OfKind(partial(visit, self), partial(depart, self) if depart else _nothing)
        return _OfKind(self.unknown_visit, self.unknown_departure)

    def _visit_foreign(self, node: Element, method: Callable[[Element], None]) -> None:
        """Begin a node as an extension says; where that fails, only its text is printed."""
        self.marks[id(node)] = _Mark(self.output.mark(), len(self.closings), len(self.told))
        try:
            method(node)
        except (nodes.TreePruningException, nodes.StopTraversal, SphinxError):
            raise
        except Exception as error:
            self._print_text(node, f"visit_{type(node).__name__}", error)

    def _depart_foreign(self, node: Element, method: Callable[[Element], None]) -> None:
        """End a node as an extension says."""
        try:
            method(node)
        except SphinxError:
            raise
        except Exception as error:
            with suppress(nodes.SkipNode):
                self._print_text(node, f"depart_{type(node).__name__}", error)

    def _print_text(self, node: Element, failing: str, error: Exception) -> NoReturn:
        """Print what is in a node, in place of what an extension began."""
        warn_of(failing, error, node)
        mark = self.marks[id(node)]
        self.output.back_to(mark.output)
        del self.closings[mark.closings :]
        self.openings = [each for each in self.openings if each.output <= self.output.length]
        while len(self.told) > mark.told:
            self.told.popitem()
        self.targets.print_again(self.page, node)
        content = self.render(node)
        if isinstance(node, nodes.Inline):
            self.output.add(content.source)
            raise nodes.SkipNode
        self.add_block(node, content.source)

    def visit_text(self, node: nodes.Text) -> None:
        """Print words; where the source's line ends count, they are kept."""
        words = node.astext() if "\0" in node else str(node)
        if not self.verbatim:
            written = text(words)
            if len(written) >= LONGEST_WORD <= max(map(len, written.split()), default=0):
                written = _LONG_WORD.sub(_with_breaks, written)
            self.output.add(written)
            return
        for number, line in enumerate(words.split("\n")):
            self.output.add("#linebreak();" if number else "")
            self.output.add(text(line.replace(" ", "\u00a0")))


def _names(kind: type[Element]) -> Iterator[str]:
    """The names by which a kind of node may be known: of its class and those that stands on."""
    for each in kind.__mro__:
        if each is Element or each is nodes.TextElement:
            return
        yield each.__name__


LONGEST_WORD = 45
"""Letters from which on a word may break anywhere."""
_LONG_WORD = re.compile(rf"[^\W_]{{{LONGEST_WORD},}}")
"""What no line may hold, such as a checksum or a made-up word."""


def _with_breaks(word: re.Match[str]) -> str:
    """A word that may break anywhere; words of scripts without blanks may already."""
    return word[0] if not word[0][0] < "\u0e00" else call("long-word", word[0])


def _nothing(_node: Element) -> None:
    """End a node that nothing ends."""
