"""The table of contents of a book, and with it the order in which it is read."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from docutils import nodes
from sphinx import addnodes
from sphinx.environment import BuildEnvironment
from sphinx.util.tags import Tags


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of the contents; without ``href`` it is the heading of the lines below it."""

    text: str
    href: str = ""
    docname: str = ""
    """The page, for the line of a whole page; empty for a section or a heading."""
    children: Sequence[Entry] = ()


@dataclass(slots=True)
class Contents:
    """Reads the contents from the toctrees of a book, hidden ones too.

    Sections of a page come before the pages that its toctrees name, wherever on the page these
    stand: the lines are then in the order of the pages, as EPUB 3.3, 7.4.2 wants it. The captions
    of toctrees are the parts of the book.
    """

    env: BuildEnvironment
    tags: Tags
    uri: Callable[[str], str]
    """From the name of a page to its file."""
    depth: int
    number_suffix: str = ". "
    _seen: set[str] = field(default_factory=set)

    def entries(self) -> list[Entry]:
        """The lines of the first level: the front page, then the parts or pages."""
        root = self.env.config["root_doc"]
        self._seen = {root}
        front = Entry(self._title(root, ""), self.uri(root), root, self._sections(root, 1))
        return [front, *self._pages(root, 1)]

    def _pages(self, docname: str, level: int) -> list[Entry]:
        """What the toctrees of a page name, in order; no page twice."""
        found: list[Entry] = []
        for toctree in self._toctrees(self.env.tocs[docname]):
            pages = list(self._named_by(toctree, level))
            caption = str(toctree.get("caption") or "")
            found += [Entry(caption, children=pages)] if caption and pages else pages
        return found

    def _named_by(self, toctree: addnodes.toctree, level: int) -> Iterator[Entry]:
        for title, name in toctree["entries"]:
            if name not in self.env.tocs or name in self._seen:
                continue
            self._seen.add(name)
            sections = [] if toctree.get("titlesonly") else self._sections(name, level)
            below = [*sections, *self._pages(name, level + 1)]
            yield Entry(self._title(name, title or ""), self.uri(name), name, below)

    def _title(self, docname: str, given: str) -> str:
        """The title of a page with its number; one without a title is called by its name."""
        title = given or self.env.titles[docname].astext() or docname
        return self._number(docname, "") + _one_line(title)

    def _number(self, docname: str, anchor: str) -> str:
        number = self.env.toc_secnumbers.get(docname, {}).get(anchor)
        return ".".join(map(str, number)) + self.number_suffix if number else ""

    def _sections(self, docname: str, level: int) -> list[Entry]:
        """The sections of a page down to the depth wanted; not the title of the page itself."""
        items = list(self._items(self.env.tocs[docname]))
        below = [part for item in items[:1] for part in self._items_in(item)]
        return self._lines(docname, [*below, *items[1:]], level + 1)

    def _lines(self, docname: str, items: Iterable[nodes.list_item], level: int) -> list[Entry]:
        if level > self.depth:
            return []
        return [self._line(docname, item, level) for item in items]

    def _line(self, docname: str, item: nodes.list_item, level: int) -> Entry:
        link = next(iter(item.findall(nodes.reference)))
        anchor = str(link["anchorname"])
        text = self._number(docname, anchor) + _one_line(link.astext())
        below = self._lines(docname, self._items_in(item), level + 1)
        return Entry(text, self.uri(docname) + anchor.replace(":", "-"), children=below)

    def _items_in(self, item: nodes.list_item) -> list[nodes.list_item]:
        lists = [child for child in item.children if isinstance(child, nodes.bullet_list)]
        return [found for part in lists for found in self._items(part)]

    def _items(self, node: nodes.Element) -> Iterator[nodes.list_item]:
        """The list items of a contents list, with those of ``only`` blocks that hold here."""
        for child in node.children:
            if isinstance(child, nodes.list_item):
                yield child
            elif isinstance(child, addnodes.only) and self._holds(child):
                yield from self._items(child)

    def _toctrees(self, node: nodes.Element) -> Iterator[addnodes.toctree]:
        for child in node.children:
            if isinstance(child, addnodes.toctree):
                yield child
            elif isinstance(child, nodes.Element) and self._holds(child):
                yield from self._toctrees(child)

    def _holds(self, node: nodes.Element) -> bool:
        return not isinstance(node, addnodes.only) or self.tags.eval_condition(node["expr"])


def pages_of(entries: Iterable[Entry]) -> Iterator[str]:
    """The names of the pages in the order of the contents."""
    for entry in entries:
        if entry.docname:
            yield entry.docname
        yield from pages_of(entry.children)


def _one_line(text: str) -> str:
    return " ".join(text.split())
