"""Finished pages of the last build, which stand for those that need not be written again.

Everything else of a website, and of an ePub, is made anew each time: files of themes, pictures,
indices, search. So nothing of an earlier state can be left over. But three things that are made at
the end come from what Sphinx saw while it wrote each page: the words for its search, the pictures
to copy, and the addresses for the extension sphinx-sitemap. These are kept with the pages.

An extension that Sphinx may not write with in parallel can gather anything while pages are written,
and one that writes files of its own for a page can only do so as the page is written. With such an
extension all pages are written each time. So is the front page, which tells of all others.
"""

from __future__ import annotations

import os
import pickle
import shutil
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, fields
from pathlib import Path
from typing import TYPE_CHECKING, Any

from docutils import nodes
from sphinx.builders.html import StandaloneHTMLBuilder

from iomdocs.formats.html.search.sphinx_index import Words, feed, words_of_pages

if TYPE_CHECKING:
    from sphinx.application import Sphinx

_RECORD = "pages.pickle"
"""The file in the folder of kept pages that says what they are."""

_PAGES = "pages"
"""The folder in it that holds them, as they stand in the website."""


@dataclass(frozen=True, slots=True)
class Page:
    """A finished page: the digest of what it shows, and what Sphinx saw as it wrote it."""

    digest: str
    words: Words | None
    pictures: Mapping[str, str]
    """The name in the website of each picture, by its path in the sources."""


class KeptPages:
    """The pages of one build, made from those of the last one and from what has to be written.

    :param app: the application that is about to write.
    :param folder: where an earlier build has put its pages; there may be nothing.
    :param digests: the digest of what each page of the book shows now.
    """

    def __init__(self, app: Sphinx, folder: Path, digests: Mapping[str, str]) -> None:
        assert isinstance(app.builder, StandaloneHTMLBuilder)
        self._app = app
        self._builder = app.builder
        self._digests = digests
        self._folder = folder
        self._kept = {
            docname: page
            for docname, page in _read(folder).items()
            if page.digest == digests.get(docname)
            and docname != app.config.root_doc
            and self._has_known_pictures(page)
        }
        self._words: Mapping[str, Words] = {}
        self._pictures: dict[str, Mapping[str, str]] = {}
        self._written: set[str] = set()
        self._known_paths: dict[str, Sequence[Path]] = {}

    def take(self) -> None:
        """Put the pages into the website that need not be written, and have the others written."""
        target = Path(self._app.outdir)
        _put_files(self._folder / _PAGES, target, self._files_of(self._kept), shutil.copyfile)
        missing = self._app.env.found_docs - self._kept.keys()
        builder: Any = self._builder
        builder.get_outdated_docs = lambda: missing
        builder.write_documents = self._write_documents
        builder.write_doc_serialized = self._write_doc_serialized
        builder.load_indexer = lambda _docnames: None
        builder.dump_search_index = self._dump_search_index

    def put(self, folder: Path) -> None:
        """Keep the pages of this build in ``folder``, which is not there yet.

        Those that were kept before are the same files by another name: nobody writes to them.
        """
        pages = self._pages() if self._may_keep() else {}
        target = folder / _PAGES
        kept, new = self._kept.keys() & pages, pages.keys() - self._kept
        _put_files(self._folder / _PAGES, target, self._files_of(kept), _link)
        _put_files(Path(self._app.outdir), target, self._files_of(new), shutil.copyfile)
        folder.mkdir(parents=True, exist_ok=True)
        content = pickle.dumps({docname: _entry(page) for docname, page in pages.items()})
        (folder / _RECORD).write_bytes(content)

    def _files_of(self, docnames: Iterable[str]) -> Iterator[Path]:
        return (path for docname in docnames for path in self._paths(docname))

    def _paths(self, docname: str) -> Sequence[Path]:
        """Each file of a page by its path in the website: the page, and its source for readers."""
        if docname not in self._known_paths:
            page = Path(self._builder.get_output_path(docname)).relative_to(self._app.outdir)
            ending = str(self._app.env.doc2path(docname, base=False)).removeprefix(docname)
            last = self._app.config.html_sourcelink_suffix
            source = Path("_sources", docname + ending + ("" if ending == last else last))
            self._known_paths[docname] = (page, source)
        return self._known_paths[docname]

    def _has_known_pictures(self, page: Page) -> bool:
        """Whether all pictures of a page come from the sources under the names they had.

        Those that an extension converts as a page is written do not.
        """
        images = self._app.env.images
        return all(
            path in images and images[path][1] == name for path, name in page.pictures.items()
        )

    def _write_documents(self, docnames: set[str]) -> None:
        for page in self._kept.values():
            self._builder.images.update(page.pictures)
        before = _files(Path(self._app.outdir))
        type(self._builder).write_documents(self._builder, docnames)
        self._written = _files(Path(self._app.outdir)) - before
        if "sphinx_sitemap" in self._app.extensions:
            self._tell_sitemap()

    def _tell_sitemap(self) -> None:
        """Have all pages in the list of sphinx-sitemap, which has those that were written now."""
        from sphinx_sitemap import add_html_link  # noqa: PLC0415  an extension of the book

        links: Any = self._app
        while not links.sitemap_links.empty():
            links.sitemap_links.get()
        for docname in sorted(self._app.env.found_docs):
            add_html_link(self._app, docname, "page.html", {}, None)

    def _write_doc_serialized(self, docname: str, tree: nodes.document) -> None:
        type(self._builder).write_doc_serialized(self._builder, docname, tree)
        known = self._builder.images
        used = sorted({str(node.get("uri", "")) for node in tree.findall(nodes.image)})
        self._pictures[docname] = {path: known[path] for path in used if path in known}
        # Nobody asks for its document again; another version of Sphinx may keep none.
        vars(self._app.env).get("_pickled_doctree_cache", {}).pop(docname, None)

    def _dump_search_index(self) -> None:
        if self._builder.indexer is not None:
            self._words = words_of_pages(self._builder.indexer)
            words = {docname: page.words for docname, page in self._kept.items()}
            feed(self._builder.indexer, {name: each for name, each in words.items() if each})
        type(self._builder).dump_search_index(self._builder)

    def _may_keep(self) -> bool:
        """Whether nothing but the pages themselves came of writing them."""
        ours = {
            os.path.join(self._app.outdir, path)  # noqa: PTH118  as ``_files`` names them
            for path in self._files_of(self._app.env.found_docs)
        }
        other = self._written - ours
        safe = all(each.parallel_write_safe for each in self._app.extensions.values())
        return safe and not other

    def _pages(self) -> Mapping[str, Page]:
        return {
            docname: self._kept.get(docname)
            or Page(digest, self._words.get(docname), self._pictures.get(docname, {}))
            for docname, digest in self._digests.items()
        }


def _put_files(
    source: Path, target: Path, paths: Iterable[Path], put: Callable[[Path, Path], object]
) -> None:
    """Put the files that there are with these paths from one folder into another."""
    folders: set[Path] = set()
    for path in paths:
        if path.parent not in folders:
            (target / path.parent).mkdir(parents=True, exist_ok=True)
            folders.add(path.parent)
        with suppress(FileNotFoundError):  # a website may have no sources for readers
            put(source / path, target / path)


def _link(source: Path, target: Path) -> None:
    """Give a file another name; copy it where the system has one name for a file only."""
    try:
        target.hardlink_to(source)
    except FileNotFoundError:
        raise
    except OSError:
        shutil.copyfile(source, target)


def _files(folder: Path) -> set[str]:
    """All files in and below a folder."""
    return {
        os.path.join(above, name)  # noqa: PTH118  of thousands
        for above, _folders, names in os.walk(folder)
        for name in names
    }


def _read(folder: Path) -> Mapping[str, Page]:
    file = folder / _RECORD
    if not file.is_file():
        return {}
    entries = pickle.loads(file.read_bytes())  # noqa: S301  lies with doctrees, and is as safe
    return {docname: _page(entry) for docname, entry in entries.items()}


def _page(entry: Mapping[str, Any]) -> Page:
    words = Words(**entry["words"]) if entry["words"] else None
    return Page(entry["digest"], words, entry["pictures"])


def _entry(page: Page) -> Mapping[str, Any]:
    """What is kept of a page, in plain data: another program may be the next to read it."""
    words = page.words and {each.name: getattr(page.words, each.name) for each in fields(Words)}
    return {"digest": page.digest, "words": words, "pictures": page.pictures}
