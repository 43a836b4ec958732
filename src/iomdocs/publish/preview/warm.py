"""Sphinx with the whole book in memory: reads what was saved and writes what shows it, at once.

It does what :meth:`sphinx.builders.Builder.build` does with the pages concerned, and leaves out
what a single page does not show: the search, the index, the files of themes. Sphinx keeps what
templates and sidebars need from one save to the next as long as nothing has changed that pages show
of each other.
"""

from __future__ import annotations

import gc
import shutil
from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from contextlib import AbstractContextManager, ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self

from docutils import nodes
from sphinx.environment import CONFIG_OK
from sphinx.util import logging
from sphinx.util.build_phase import BuildPhase
from sphinx.util.docutils import docutils_namespace, patch_docutils
from sphinx.util.parallel import SerialTasks

from iomdocs.diagnostics import Diagnostic
from iomdocs.extension import checks, digests, fact_domain
from iomdocs.publish import checking, inputs
from iomdocs.publish.complaints import Complaints
from iomdocs.publish.phases import FEW, files_of, keep_pages, mark_outdated
from iomdocs.publish.tasks import Task
from iomdocs.publish.worker import application, vocabulary

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment

_THEMES = "_static"
"""The folder in a website with the files of themes, which pages name with their checksums."""


_RECORDS = (".py", ".csv")
"""Endings of files with facts."""


class NeedsBuild(Exception):
    """Only a build of the whole book can show this change."""


@dataclass(frozen=True, slots=True)
class Shown:
    """What came of a save: files by their names in the website, and what is wrong."""

    files: Mapping[str, bytes]
    findings: Sequence[Diagnostic]


class WarmBook(AbstractContextManager["WarmBook"]):
    """The book in ``source`` as it was last built, in memory until the block ends.

    :param folder: a folder that holds the doctrees of that build, and for own files.
    :raises NeedsBuild: the doctrees are of no use.
    """

    _app: Sphinx
    _builder: Any

    def __init__(self, source: Path, folder: Path, settings: Mapping[str, Any]) -> None:
        self._source = source
        self._task = Task("html", "HTML", source, folder / "html", folder / "doctrees", settings)
        self._complaints = Complaints(source)
        self._again: set[str] = set()
        """Files whose pages have to be read once more: something was wrong with them."""
        self._ends = ExitStack()

    def __enter__(self) -> Self:
        self._ends.enter_context(patch_docutils(str(self._source)))
        self._ends.enter_context(docutils_namespace())
        self._app = application(self._task, self._complaints)
        self._builder = self._app.builder
        if self._env.config_status != CONFIG_OK:
            raise NeedsBuild
        self._made_from = {name: set(files_of(self._env, name)) for name in self._env.found_docs}
        outdir = Path(self._app.outdir)
        self._addresses = {
            Path(self._builder.get_output_path(name)).relative_to(outdir).as_posix(): name
            for name in self._env.found_docs
        }
        keep_pages(self._app)
        self._builder.load_indexer = lambda _docnames: None
        self._builder.index_page = lambda *_: None
        self._builder.finish_tasks = SerialTasks()
        self._app.events.emit("write-started", self._builder)
        self._builder.prepare_writing(set())
        self._assets = [(files, list(files)) for files in _assets(self._app)]
        self._builder.copy_assets()
        self._builder.write_documents({self._app.config.root_doc})  # loads templates and sidebars
        self._shared = digests.of_book(self._app)
        gc.collect()
        gc.freeze()
        return self

    def __exit__(self, *_: object) -> None:
        self._ends.close()

    @property
    def elsewhere(self) -> Sequence[Path]:
        """Files that pages are made from and that lie outside of the sources."""
        files = map(Path, sorted(set().union(*self._made_from.values())))
        return [file for file in files if not file.is_relative_to(self._source.resolve())]

    def show(self, saved: AbstractSet[str], addresses: Sequence[str]) -> Shown:
        """Read what was saved, and write the pages that are open and those that were read.

        :param saved: the full paths of the files that were saved.
        :param addresses: those of the pages that are open, below the website.
        :raises NeedsBuild: the change is one of those that the whole book has to be built for.
        """
        files = self._concerned(saved) | self._again
        if not files:
            return Shown({}, ())
        self._again = files
        self._complaints.records.clear()
        if findings := checking.stopping_in(self._source, map(Path, files)):
            return Shown({}, findings)
        read = self._read(files)
        written = self._write(self._pages(read, addresses))
        findings = self._complaints.diagnostics(vocabulary(self._app))
        if findings:
            return Shown({}, findings)
        self._again = set()
        return Shown(written, ())

    @property
    def _env(self) -> BuildEnvironment:
        return self._app.env

    def _concerned(self, saved: AbstractSet[str]) -> set[str]:
        """The saved files that pages are made from, and records.

        :raises NeedsBuild: one is new, gone, or shown by more than pages.
        """
        facts = {file.resolve() for file in fact_domain(self._env).facts.files}
        folders = {file.parent for file in facts}
        known = {file.as_posix() for file in facts}.union(*self._made_from.values())
        concerned = set()
        for path in {Path(path).resolve() for path in saved}:
            name = path.as_posix()
            is_known = name in known or (path.suffix == ".csv" and path.parent in folders)
            if path.is_dir() or not (is_known or path.exists()):
                continue  # nothing, or written and taken away again by an editor
            if not (is_known and path.is_file()) or inputs.decides_all(name, [*facts]):
                raise NeedsBuild
            concerned.add(name)
        return concerned

    def _read(self, files: AbstractSet[str]) -> Sequence[str]:
        """Read the pages that are made from files; returns what has to be written."""
        if any(file.endswith(_RECORDS) for file in files):
            fact_domain(self._env).forget_facts()
            checks.report_problems(self._app)
        changed = {name for name, made in self._made_from.items() if not made.isdisjoint(files)}
        numbered = {name: self._numbered(name) for name in sorted(changed)[:FEW]}
        mark_outdated(self._env, changed)
        self._builder.phase = BuildPhase.READING
        with logging.pending_warnings():
            read = set(self._builder.read())
        self._made_from |= {name: set(files_of(self._env, name)) for name in read}
        if any(numbered.get(name) != self._numbered(name) for name in sorted(read)[: FEW + 1]):
            read |= set(self._env.check_dependents(self._app, read))
        return sorted(read)

    def _numbered(self, docname: str) -> Sequence[str]:
        """What a page has that is numbered through the book: its headings, figures and the like.

        To count them takes the doctrees of all pages, which is longer than all else together.
        """
        domains = list(self._env.domains.sorted())
        found = [
            repr(node["ids"])
            for node in self._env.get_doctree(docname).findall(nodes.Element)
            if any(domain.get_enumerable_node_type(node) for domain in domains)
        ]
        return [self._env.tocs[docname].pformat(), *found]

    def _pages(self, read: Sequence[str], addresses: Iterable[str]) -> set[str]:
        """The pages to write at once: those that are open, and of those read not too many."""
        opened = [self._addresses[each] for each in addresses if each in self._addresses]
        return set(dict.fromkeys([*opened[:FEW], *read][: max(FEW, len(opened))]))

    def _write(self, docnames: set[str]) -> Mapping[str, bytes]:
        """Write pages; returns the files by their names in the website."""
        shared = digests.of_book(self._app)
        if shared != self._shared:
            self._app.events.emit("write-started", self._builder)
        self._shared = shared
        self._builder.images = {}
        for files, of_all_pages in self._assets:
            files[:] = of_all_pages
        self._builder.prepare_writing(docnames)
        self._builder.write_documents(docnames)
        self._builder.copy_image_files()
        return _taken_from(Path(self._app.outdir))


def _assets(app: Sphinx) -> Sequence[list[Any]]:
    """The lists to which extensions add the styles and scripts of the page being written."""
    builder: Any = app.builder
    registry = app.registry
    return [registry.css_files, registry.js_files, builder._css_files, builder._js_files]  # noqa: SLF001


def _taken_from(folder: Path) -> Mapping[str, bytes]:
    """The files of a folder by their names, which are then gone; but not those of themes."""
    files: dict[str, bytes] = {}
    for place in folder.iterdir():
        if place.name == _THEMES:
            continue
        found = place.rglob("*") if place.is_dir() else [place]
        files |= {
            file.relative_to(folder).as_posix(): file.read_bytes()
            for file in found
            if file.is_file()
        }
        shutil.rmtree(place) if place.is_dir() else place.unlink()
    return files
