"""One tree from all pages of a book: the opening chapter, parts, chapters."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from docutils import nodes
from docutils.utils import new_document
from sphinx import addnodes
from sphinx.util.nodes import inline_all_toctrees

from iomdocs.formats.typst.rawhtml import read_raw_html

if TYPE_CHECKING:
    from sphinx.builders import Builder


def assemble(builder: Builder, root: str, pages: set[str]) -> nodes.document:
    """The whole book below ``root`` as one tree with its references resolved.

    The content of the root page comes first, as a chapter without a part. A toctree of the root
    page that has a caption becomes a part; the pages of any other stand beside the parts. The
    pages that are in the book are added to ``pages`` before references ask for them.
    """
    document = _without_toctrees(builder, root)
    book = new_document(str(document.get("source", "")), document.settings)
    book["docname"] = root
    book += addnodes.start_of_file("", *document.children, docname=root)
    pages.add(root)
    included = [root]
    for toctree in builder.env.get_doctree(root).findall(addnodes.toctree):
        holder = new_document(book["source"], document.settings)
        holder += toctree.deepcopy()
        tree = inline_all_toctrees(builder, pages, root, holder, str, included)
        book += _part(toctree, tree.children) if toctree.get("caption") else tree.children
    _adopt(book)
    read_raw_html(book, builder)
    builder.env.resolve_references(book, root, builder)
    read_raw_html(book, builder)  # extensions that look for references make some more
    return book


def _without_toctrees(builder: Builder, root: str) -> nodes.document:
    """The root page itself; what its toctrees list comes after it."""
    document = builder.env.get_doctree(root)
    for toctree in list(document.findall(addnodes.toctree)):
        _remove(toctree)
    return document


def _part(toctree: addnodes.toctree, children: list[nodes.Node]) -> nodes.section:
    """A section for a part, with the caption of its toctree as the title."""
    caption = str(toctree["caption"])
    name = nodes.make_id(caption)
    section = nodes.section("", ids=[f"part-{name}"], classes=["part"])
    section.source, section.line = toctree.source, toctree.line
    title = nodes.title(caption, caption)
    title.source, title.line = toctree.source, toctree.line
    section += [title, *children]
    return section


def parts_of(book: nodes.document) -> Iterator[str]:
    """The titles of the parts of an assembled book."""
    for section in book.children:
        if isinstance(section, nodes.section) and "part" in section.get("classes", ()):
            yield section[0].astext()


def _adopt(book: nodes.document) -> None:
    """Let every node know its parent; those of an inlined page still know the page's own tree."""
    for node in book.findall(nodes.Element):
        for child in node.children:
            child.parent = node


def _remove(toctree: addnodes.toctree) -> None:
    """Take a toctree out, with the element that holds nothing else."""
    holder = toctree.parent
    holder.remove(toctree)
    if "toctree-wrapper" in holder.get("classes", ()) and not holder.children:
        holder.parent.remove(holder)
