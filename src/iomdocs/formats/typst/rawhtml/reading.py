"""Raw HTML of an assembled book, read as what it means.

Parsers of Sphinx hand HTML through in pieces: a node for an opening tag, then text, then a node for
the closing tag; or whole blocks with parsed text between them. All pieces below one parent are read
as one stream, in which nodes of the book stand like words. Tags that are not closed, or closed in a
wrong order, end where what holds them ends, as in a browser.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from html.parser import HTMLParser
from operator import itemgetter
from typing import TYPE_CHECKING

from docutils import nodes
from sphinx import addnodes
from sphinx.util import logging

from iomdocs.formats.typst.rawhtml.links import location_of
from iomdocs.formats.typst.rawhtml.meaning import Meaning
from iomdocs.formats.typst.rawhtml.tags import IMPLIED_ENDS, OF_TABLES, VOID, Item, Tag
from iomdocs.formats.typst.tree import ancestors, with_pages

if TYPE_CHECKING:
    from sphinx.builders import Builder

logger = logging.getLogger(__name__)

DEEPEST = 60
"""Elements that may be open at the same time; the last of these holds what is in deeper ones."""


def read_raw_html(book: nodes.document, builder: Builder) -> None:
    """Put nodes in place of all raw HTML of a book.

    Elements that have no form in print keep their text and are warned of, once for each page.
    """
    unknown: dict[str, list[tuple[int, str, str]]] = {}
    for page, parent in list(_parents(book, str(book["docname"]))):
        reader = _Reader()
        for child in parent.children:
            if _is_html(child):
                reader.read(child.astext(), _line_of(child))
            else:
                reader.insert(child)
        source = _source_of(parent)
        meaning = Meaning(builder, page, source)
        in_line = isinstance(parent, nodes.TextElement)
        parent.children = []
        parent.extend((meaning.inline if in_line else meaning.blocks)(reader.content))
        if meaning.unknown:
            found = [(line, name, source) for line, name in meaning.unknown]
            unknown.setdefault(page, []).extend(found)
    for page, found in unknown.items():
        found.sort(key=itemgetter(0))
        line, _, source = found[0]
        names = list(dict.fromkeys(name for _, name, _ in found))
        logger.warning(
            "the PDF prints only the text of the HTML %s %s",
            "element" if len(names) == 1 else "elements",
            ", ".join(f"<{name}>" for name in names),
            location=location_of(source, page, line),
            type="iomdocs",
            subtype="P001",
        )


class _Reader(HTMLParser):
    """Tags and nodes as a tree of :class:`Tag`."""

    def __init__(self) -> None:
        super().__init__()
        self._open = [Tag("")]
        self._line = 0

    @property
    def content(self) -> list[Item]:
        """What was read."""
        return self._open[0].children

    def read(self, source: str, line: int) -> None:
        """Read a piece of HTML that stands in a line of the source."""
        self.reset()
        self._line = line
        # Some markup between <! and > is no declaration that the parser knows: nothing to print.
        with suppress(AssertionError):
            self.feed(source)
            self.close()

    def insert(self, node: nodes.Node) -> None:
        """Take a node of the book as it is; no tag reaches over a heading of the contents."""
        if isinstance(node, nodes.section | addnodes.start_of_file):
            del self._open[1:]
        self._open[-1].children.append(node)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        opened = self._begin(tag, attrs)
        if tag not in VOID and len(self._open) < DEEPEST:
            self._open.append(opened)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._begin(tag, attrs)

    def handle_endtag(self, tag: str) -> None:
        if tag == "br":
            self._begin(tag, [])
        for place in range(len(self._open) - 1, 0, -1):
            if self._open[place].name == tag:
                del self._open[place:]
                return
            if self._open[place].name in {"td", "th"} and tag not in OF_TABLES:
                return

    def handle_data(self, data: str) -> None:
        self._open[-1].children.append(data)

    def _begin(self, name: str, attrs: list[tuple[str, str | None]]) -> Tag:
        self._end_implied(name)
        line = self._line + self.getpos()[0] - 1 if self._line else 0
        tag = Tag(name, {key: value or "" for key, value in attrs}, line)
        self._open[-1].children.append(tag)
        return tag

    def _end_implied(self, name: str) -> None:
        """End the element before, where a tag needs no end: an item of a list by the next one."""
        ended, holders = IMPLIED_ENDS.get(name, (frozenset(), frozenset()))
        for place in range(len(self._open) - 1, 0, -1):
            if self._open[place].name in holders:
                return
            if self._open[place].name in ended:
                del self._open[place:]
                return


def _parents(book: nodes.Element, page: str) -> Iterator[tuple[str, nodes.Element]]:
    """Every element that holds raw HTML, with its page."""
    for found, node in with_pages(book, page):
        if any(isinstance(child, nodes.raw) and _is_html(child) for child in node.children):
            yield found, node


def _is_html(node: nodes.Node) -> bool:
    formats = str(node.get("format", "")).split() if isinstance(node, nodes.raw) else ()
    return "html" in formats and "typst" not in formats


def _line_of(node: nodes.Node) -> int:
    """The line of a node, or of what it stands in."""
    known = (each.line for each in (node, *ancestors(node)) if each.line is not None)
    return next(known, 0)


def _source_of(node: nodes.Node) -> str:
    known = (each.source for each in (node, *ancestors(node)) if each.source is not None)
    return next(known, "")
