"""The files of a book, looked at before Sphinx opens any of them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from iomdocs.diagnostics import Diagnostic, Location, Problem
from iomdocs.extension.untrusted.refusals import Unsafe
from iomdocs.facts import registry, sources
from iomdocs.markup.reporting import report_diagnostic
from iomdocs.safety import bibliography, files, names, records, spreadsheets

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.config import Config


def check(app: Sphinx, config: Config) -> None:
    """Look at all files of the book, at its records and sources, and at its settings.

    :raises Unsafe: anything is not as it should be; each thing is told before.
    """
    found = sorted({*_settings(app, config), *_files(app), *_sources(app, config)})
    for diagnostic in found:
        report_diagnostic(diagnostic)
    if found:
        msg = "\n".join(
            [f"{len(found)} files are not safe; nothing is published", *map(str, found)]
        )
        raise Unsafe(msg)


def _settings(app: Sphinx, config: Config) -> Iterator[Diagnostic]:
    if "substitution" in getattr(config, "myst_enable_extensions", ()):
        hint = "take it out of myst_enable_extensions, or trust the pages"
        problem = Problem("X009", "substitutions run code from pages", hint)
        yield problem.at(Location(str(app.confdir / "conf.py")))


def _files(app: Sphinx) -> Iterator[Diagnostic]:
    finished = (Path(app.outdir), Path(app.doctreedir))
    for path, status in files.walk(Path(app.srcdir)):
        if any(folder in path.parents for folder in finished):
            continue
        name = PurePosixPath(path.relative_to(app.srcdir).as_posix())
        if problem := names.problem(name) or files.problem(path, status):
            yield problem.at(Location(str(path)))
        else:
            yield from _in_file(path)


def _in_file(path: Path) -> Iterator[Diagnostic]:
    suffix = path.suffix.lower()
    if suffix in files.LOOKED_AT and (found := files.picture_problem(path, path.read_bytes())):
        line, problem = found
        yield problem.at(Location(str(path), line))
    elif suffix == ".bib":
        text = path.read_bytes().decode("utf-8", errors="replace")
        wrong = list(bibliography.problems(text))
        yield from (problem.at(Location(str(path), line)) for line, problem in wrong)
        yield from () if wrong else sources.unsafe_addresses(path)


def _sources(app: Sphinx, config: Config) -> Iterator[Diagnostic]:
    """What is wrong with bibliographies, and with records and tables outside of the book."""
    folder = Path(app.srcdir)
    names = getattr(config, "bibtex_bibfiles", ())
    bibliographies = [folder / str(name) for name in names]
    modules = registry.record_files(config.iomdocs_facts, Path(app.confdir))
    tables = [table for each in {path.parent for path in modules} for table in each.glob("*.csv")]
    for path in (*bibliographies, *modules, *tables):
        if not path.exists() and not path.is_symlink():
            continue
        if problem := files.problem(path, path.lstat()):
            yield problem.at(Location(str(path)))
        elif path in bibliographies:
            yield from _in_file(path)
        else:
            text = path.read_bytes().decode("utf-8", errors="replace")
            found = _in_records(text) if path in modules else spreadsheets.in_table(text)
            yield from (each.at(Location(str(path), line)) for line, each in found)


def _in_records(text: str) -> Iterator[tuple[int, Problem]]:
    yield from spreadsheets.in_records(text)
    yield from records.hidden(text)
