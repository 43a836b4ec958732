"""The facts of a book as data: the book for those who export it, and what its pages offer."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from iomdocs.data import files, linked
from iomdocs.data.book import Book
from iomdocs.data.document import SCHEMA, document_text
from iomdocs.facts import text
from iomdocs.formats import edition
from iomdocs.formats.html.data import DataLink, PageData
from iomdocs.languages import language_tag
from iomdocs.markup.domain import fact_domain

if TYPE_CHECKING:
    from sphinx.application import Sphinx


def book_of(app: Sphinx) -> Book:
    """The book as it is given away as data, once all pages are read."""
    domain, config = fact_domain(app.env), app.config
    return Book(
        reader=domain.reader,
        used_on=domain.used_on,
        title=edition.setting(config, "project"),
        language=language_tag(config.language),
        licence=config.iomdocs_licence,
        subject=config.iomdocs_subject,
    )


def facts_as_json(app: Sphinx) -> bytes | None:
    """The facts as the file ``facts.json``; ``None`` for a book without facts."""
    if not app.config.iomdocs_facts:
        return None
    return document_text(book_of(app)).encode()


class OfferedData:
    """What the pages of the website offer as data.

    A page with facts offers them, the register those of the whole book, and the front page says
    what the book is about.
    """

    def page(self, app: Sphinx, docname: str, root: str) -> PageData | None:
        """What a page offers, or ``None`` if it shows no fact; ``root`` leads to the files."""
        book = book_of(app)
        linked_data = [linked.described(book)] if docname == app.config.root_doc else []
        ids, name = self._ids(app, docname), self._name(app, docname)
        if ids == frozenset():
            about = [found for found in linked_data if found]
            return PageData("", (), about) if about else None
        endings = files.MEDIA_TYPES if ids is None else files.OF_PAGES
        links = [DataLink(f"{name}.{end}", *files.MEDIA_TYPES[end]) for end in endings]
        addresses = [linked.Distribution(root + link.path, link.media_type) for link in links]
        title = app.env.titles[docname].astext()
        linked_data.append(linked.page_dataset(book, title, ids, addresses))
        phrase = "data-of-book" if ids is None else "data-of-page"
        lead = text.phrase(phrase, book.reader.locale)
        return PageData(lead, links, [found for found in linked_data if found])

    def files(self, app: Sphinx) -> Iterator[tuple[str, bytes]]:
        """All files by their path: those of the book, and those of each page."""
        book = book_of(app)
        if not book.reader.facts:
            return
        yield SCHEMA.name, SCHEMA.read_bytes()
        for file in files.whole(book).values():
            yield f"facts.{file.ending}", file.content
        for docname in sorted(app.env.found_docs):
            if ids := self._ids(app, docname):
                for file in files.of_facts(book, ids).values():
                    yield f"{self._name(app, docname)}.{file.ending}", file.content

    @staticmethod
    def _ids(app: Sphinx, docname: str) -> frozenset[str] | None:
        """The facts that a page shows; ``None`` for all of them."""
        domain = fact_domain(app.env)
        if docname in domain.registers:
            return None
        return frozenset(id_ for id_ in domain.shown.get(docname, ()) if id_ in domain.facts)

    @staticmethod
    def _name(app: Sphinx, docname: str) -> str:
        """The files of a page by its name, apart from those of the book."""
        return "facts" if docname in fact_domain(app.env).registers else f"pages/{docname}"
