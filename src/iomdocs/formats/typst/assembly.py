"""One tree from all pages of a book: the opening chapter, parts, chapters, indices."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from docutils import nodes
from docutils.utils import new_document
from sphinx import addnodes
from sphinx.util.nodes import process_only_nodes

from iomdocs.formats.typst.index import index_page, wanted_indices
from iomdocs.formats.typst.rawhtml.reading import read_raw_html
from iomdocs.formats.typst.tree import generated, kinds_in, with_pages

if TYPE_CHECKING:
    from sphinx.builders import Builder

_Kind = TypeVar("_Kind", bound=nodes.Element)

VIRTUAL = frozenset({"genindex", "modindex", "search"})
"""Pages that Sphinx writes itself and that a toctree may name."""


class Book(NamedTuple):
    """The tree of a book, and what is known of it.

    Attributes:
        elements: all elements in order, each with its page.
        pages: the documents that it was made of.
    """

    tree: nodes.document
    elements: Sequence[tuple[str, nodes.Element]]
    pages: Sequence[nodes.document]

    def of_kind(self, kind: type[_Kind]) -> Iterator[_Kind]:
        """The elements of a kind, in order."""
        return (element for _page, element in self.elements if isinstance(element, kind))

    def take_apart(self) -> None:
        """Let the nodes of the book, which nobody needs any more, forget what they stand in.

        What an extension keeps of them, and what a document knows of its nodes, would keep the
        whole book otherwise.
        """
        left: list[nodes.Node] = [self.tree]
        for node in left:
            left.extend(node.children)
            vars(node).update(parent=None, _document=None)
        self.tree.children = []
        for page in self.pages:
            vars(page).clear()


def assemble(builder: Builder, root: str, pages: set[str]) -> Book:
    """The whole book below ``root`` as one tree with its references resolved.

    The content of the root page comes first, as a chapter without a part. A toctree of the root
    page that has a caption becomes a part; the pages of any other stand beside the parts. The
    pages that are in the book are added to ``pages`` before references ask for them.
    """
    assembly = _Assembly(builder, pages)
    document = assembly.read(root)
    book = new_document(str(document.get("source", "")), document.settings)
    book["docname"] = root
    toctrees = [(toctree, assembly.take_out(toctree)) for toctree in _toctrees(document)]
    book += addnodes.start_of_file("", *document.children, docname=root)
    for toctree, children in toctrees:
        book += _part(toctree, children) if toctree.get("caption") and children else children
    indices = list(wanted_indices(builder, pages))
    pages.update(name for name, _title in indices)
    _adopt(book)
    if any(issubclass(kind, nodes.raw) for kind in assembly.kinds):
        read_raw_html(book, builder)
    builder.env.resolve_references(book, root, builder)
    book += [index_page(builder, name, title, pages) for name, title in indices]
    # Extensions that look for references make some more.
    return Book(book, _read_raw_html(book, builder), assembly.documents)


def _read_raw_html(book: nodes.document, builder: Builder) -> Sequence[tuple[str, nodes.Element]]:
    """All elements of a book in order, each with its page, once its raw HTML is read."""
    root = str(book["docname"])
    elements = list(with_pages(book, root))
    if not any(isinstance(element, nodes.raw) for _page, element in elements):
        return elements
    read_raw_html(book, builder)
    return list(with_pages(book, root))


def parts_of(book: nodes.document) -> Iterator[str]:
    """The titles of the parts of an assembled book."""
    for section in book.children:
        if isinstance(section, nodes.section) and "part" in section.get("classes", ()):
            yield section[0].astext()


class _Assembly:
    """Puts pages where toctrees name them, each once."""

    def __init__(self, builder: Builder, pages: set[str]) -> None:
        self.builder = builder
        self.pages = pages
        self.documents: list[nodes.document] = []
        self.kinds: set[type[nodes.Node]] = set()

    def read(self, name: str) -> nodes.document:
        """A page without what is not for print; now a page of the book."""
        self.pages.add(name)
        env = self.builder.env
        document = env.get_doctree(name)
        # Nobody asks for it again; another version of Sphinx may keep none.
        vars(env).get("_pickled_doctree_cache", {}).pop(name, None)
        self.documents.append(document)
        process_only_nodes(document, self.builder.tags)
        self.kinds |= kinds_in(document)
        return document

    def take_out(self, toctree: addnodes.toctree) -> Sequence[nodes.Element]:
        """The pages that a toctree names, which goes; links out of the book stay in its place."""
        links = [] if toctree.get("hidden") else list(_links_out(toctree))
        _replace(toctree, links)
        return [self.page(name) for name in toctree["includefiles"] if self.is_new(str(name))]

    def is_new(self, name: str) -> bool:
        """Whether a page has to be put into the book; one of Sphinx's own has not."""
        if name in VIRTUAL and (name not in self.builder.env.found_docs or self.is_empty(name)):
            return False
        return name not in self.pages

    def is_empty(self, name: str) -> bool:
        """Whether a page only gives a name to an index."""
        content = self.builder.env.get_doctree(name).findall(nodes.Text)
        return all(isinstance(text.parent, nodes.title) for text in content)

    def page(self, name: str) -> addnodes.start_of_file:
        """A page with the pages below it.

        They begin behind the text of the section that names them: text behind a toctree would
        otherwise seem to belong to the last of them.
        """
        document = self.read(name)
        for toctree in _toctrees(document):
            section, number = _place(toctree)
            below = list(self.take_out(toctree))
            if below and toctree.get("caption") and not toctree.get("hidden"):
                below.insert(0, _caption(toctree))
            while number < len(section) and not isinstance(section[number], _HEADED):
                number += 1
            section[number:number] = below
        for heading in document.findall(nodes.section):
            heading.setdefault("docname", name)
        return addnodes.start_of_file("", *document.children, docname=name)


_HEADED = (nodes.section, addnodes.start_of_file)
"""What begins with a heading of its own."""


def _toctrees(document: nodes.document) -> list[addnodes.toctree]:
    return list(document.findall(addnodes.toctree))


def _place(toctree: addnodes.toctree) -> tuple[nodes.Element, int]:
    """Where the pages of a toctree may begin: in the section around it, behind what holds it.

    What a condition of its own holds (``ifconfig``) stays there.
    """
    node: nodes.Element = toctree
    while not isinstance(node.parent, nodes.section | nodes.document):
        if type(node.parent).__name__ == "ifconfig":
            break
        node = node.parent
    return node.parent, node.parent.index(node)


def _links_out(toctree: addnodes.toctree) -> Iterator[nodes.Element]:
    """A list of what a toctree names outside the book."""
    items = [
        nodes.list_item("", nodes.paragraph("", "", _link(title or address, address)))
        for title, address in toctree["entries"]
        if "://" in address or address.startswith("mailto:")
    ]
    if items:
        yield nodes.bullet_list("", *items)


def _link(title: str, address: str) -> nodes.reference:
    return nodes.reference(title, "", generated(title), refuri=address, internal=False)


def _caption(toctree: addnodes.toctree) -> nodes.rubric:
    """The caption of a toctree inside a page, as a heading outside the contents."""
    caption = str(toctree["caption"])
    rubric = nodes.rubric(caption, "", generated(caption))
    rubric.source, rubric.line = toctree.source, toctree.line
    return rubric


def _part(toctree: addnodes.toctree, children: Sequence[nodes.Element]) -> nodes.section:
    """A section for a part, with the caption of its toctree as the title."""
    caption = str(toctree["caption"])
    name = nodes.make_id(caption)
    section = nodes.section("", ids=[f"part-{name}"], classes=["part"])
    section.source, section.line = toctree.source, toctree.line
    title = nodes.title(caption, caption)
    title.source, title.line = toctree.source, toctree.line
    section += [title, *children]
    return section


def _adopt(book: nodes.document) -> None:
    """Let every node know its parent; those of an inlined page still know the page's own tree."""
    for _page, node in with_pages(book, ""):
        for child in node.children:
            child.parent = node


def _replace(toctree: addnodes.toctree, others: Sequence[nodes.Element]) -> None:
    """Put something in the place of a toctree; an element that then holds nothing goes too."""
    holder = toctree.parent
    holder.replace(toctree, others)
    if "toctree-wrapper" in holder.get("classes", ()) and not holder.children:
        holder.parent.remove(holder)
