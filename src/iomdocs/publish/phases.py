"""What tells Sphinx to read only what has changed, and to write only what shows it."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sphinx.environment import CONFIG_OK

from iomdocs.extension import numbering
from iomdocs.extension.digests import digest, of_settings
from iomdocs.formats import remembered
from iomdocs.formats.kept import KeptPages
from iomdocs.formats.processors import processors
from iomdocs.publish.tasks import Reading, Writing

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment


class OtherSettings(Exception):
    """Doctrees were read with other settings than those there are now."""


FEW = 8
"""Pages that are read sooner than processes are begun for them."""

_NOT_SHOWN: Mapping[str, Sequence[str]] = {
    "html": ("iomdocs_revision", "iomdocs_cache", "typst_", "latex_", "epub_"),
    "epub": ("iomdocs_revision", "iomdocs_cache", "typst_", "latex_"),
}
"""By the builders whose pages are kept: how settings begin that no page shows."""


@contextmanager
def prepared(app: Sphinx, reading: Reading | None, writing: Writing | None) -> Iterator[None]:
    """Prepare an application for its one build, and keep what came of it.

    :raises OtherSettings: the doctrees are of no use.
    """
    if reading:
        _prepare_reading(app, reading)
    if writing:
        _hold(app)
    if not writing or app.builder.name not in _NOT_SHOWN:
        yield
        return
    bases = _bases(app, writing)
    kept, keep = writing.kept / app.builder.name, writing.keep / app.builder.name
    digests = {name: digest([own, bases.pages]) for name, own in writing.digests.items()}
    pages = KeptPages(app, kept, digests)
    pages.take()
    remembered.take(app, kept, bases.program, bases.contents)
    yield
    pages.put(keep)
    remembered.put(app, keep, bases.program, bases.contents)


def _prepare_reading(app: Sphinx, reading: Reading) -> None:
    builder: Any = app.builder
    builder.get_asset_paths = lambda: app.config.html_static_path + app.config.html_extra_path
    if all(extension.parallel_read_safe for extension in app.extensions.values()):
        app.connect("env-before-read-docs", _share_work)
    app.connect("env-before-read-docs", _forget_all, priority=_LAST)
    if reading.changed is None:
        return
    if app.env.config_status != CONFIG_OK:
        raise OtherSettings
    _mark_changed(app.env, reading.changed)
    if reading.is_other_revision and hasattr(app.env, "git_last_updated"):
        app.env.git_last_updated = dict.fromkeys(app.env.git_last_updated)


def _share_work(app: Sphinx, _env: BuildEnvironment, docnames: list[str]) -> None:
    """Read many pages with all processors."""
    app.parallel = processors() if len(docnames) > FEW else 1


_LAST = 10_000
"""The priority of a listener behind all others, which may add pages to those that are read."""


def _forget_all(app: Sphinx, env: BuildEnvironment, docnames: list[str]) -> None:
    """Forget all pages that are read again before the first of them is read.

    Otherwise what was moved to a page that is read sooner is still known from where it was, and
    told to be there twice. So Sphinx does it itself where it reads in several processes.
    """
    for docname in docnames:
        app.events.emit("env-purge-doc", env, docname)
        env.clear_doc(docname)


def _mark_changed(env: BuildEnvironment, changed: AbstractSet[str]) -> None:
    """Have those pages read again whose files have another content, whatever their times say.

    With a page more or less, also those that list pages.
    """
    outdated = {
        docname for docname in env.all_docs if not changed.isdisjoint(files_of(env, docname))
    }
    pages = {file for docname in env.all_docs for file in files_of(env, docname)[:1]}
    endings = tuple(env.config.source_suffix)
    gone_or_new = {
        file
        for file in changed
        if file.endswith(endings) and (file not in pages or not Path(file).is_file())
    }
    if gone_or_new:
        outdated |= env.toctree_includes.keys()
    mark_outdated(env, outdated)


def mark_outdated(env: BuildEnvironment, docnames: AbstractSet[str]) -> None:
    """Have just these pages read again, whatever the times of their files say."""
    env.all_docs = {name: 0 if name in docnames else sys.maxsize for name in env.all_docs}


def files_of(env: BuildEnvironment, docname: str) -> list[str]:
    """The source of a page, and then what else it was made from."""
    files = [env.doc2path(docname), *env.dependencies.get(docname, ())]
    return [Path(env.srcdir, file).resolve().as_posix() for file in files]


def _hold(app: Sphinx) -> None:
    """Have a book written as it was read, even if somebody changes a source meanwhile."""
    env: Any = app.env
    env.all_docs = dict.fromkeys(env.all_docs, sys.maxsize)
    env.reread_always.clear()
    keep_pages(app)
    _keep_numbers(app)


def keep_pages(app: Sphinx) -> None:
    """Have the book keep the pages it has, whatever files come and go."""
    known = set(app.project.docnames)
    project: Any = app.project
    project.discover = lambda *_args, **_options: known


def _keep_numbers(app: Sphinx) -> None:
    """Have headings and figures keep the numbers that they were given at the end of reading.

    Sphinx counts them anew before each writing, for which it loads the doctrees of all pages.
    """
    for listener in numbering.listeners(app):
        app.disconnect(listener.id)


@dataclass(frozen=True, slots=True)
class _Bases:
    """Digests of what a website or an ePub is made from, beside the page that is written."""

    program: str
    """The program, the settings, and sources such as styles and templates."""
    pages: str
    """All this, and what pages show of each other."""
    contents: str
    """All this, and the page that begins the contents of the book."""


def _bases(app: Sphinx, writing: Writing) -> _Bases:
    program = digest([of_settings(app.config, _NOT_SHOWN[app.builder.name]), writing.others])
    pages = digest([program, writing.shared])
    contents = digest([pages, writing.digests.get(app.config.root_doc)])
    return _Bases(program, pages, contents)
