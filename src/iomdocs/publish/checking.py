"""What is wrong with the sources of a book, told by their text: nothing of the book is run."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from iomdocs.data.subject import describe
from iomdocs.diagnostics import Diagnostic, full_path, in_settings
from iomdocs.facts import registry, settings
from iomdocs.facts.reading import Reader
from iomdocs.facts.settings import Settings
from iomdocs.languages import locale_of
from iomdocs.lint import engine, lookups, references
from iomdocs.lint.book import Book, Wishes, wishes
from iomdocs.lint.rule import Edit
from iomdocs.lint.source import Source
from iomdocs.safety import files

_NEEDED = frozenset(
    ("iomdocs_facts", "iomdocs_edition", "iomdocs_as_of", "bibtex_bibfiles", "language")
)
"""The settings without which no fact can be checked."""


@dataclass(frozen=True, slots=True)
class Checked:
    """What was found, how many topics, facts and sources were looked at, and what can be changed.

    ``silenced`` says how often pages silence each warning, ``allowed`` which ones.
    """

    diagnostics: Sequence[Diagnostic]
    counts: Mapping[str, int]
    edits: Mapping[Path, Sequence[Edit]] = field(default_factory=dict)
    silenced: Mapping[str, int] = field(default_factory=dict)
    allowed: Sequence[Diagnostic] = ()


def check(
    source: Path, out: Path, as_of: date | None = None, paths: Collection[Path] = ()
) -> Checked:
    """What is wrong with settings, files and facts, and with the facts that pages name.

    What depends on a setting that only a run of ``conf.py`` could tell is left out.

    :param out: the folder of finished files, which is left out where it lies below ``source``.
    :param as_of: the day of the facts, in the place of the edition.
    :param paths: files and folders to which findings are limited; no limit if there are none.
    """
    conf, problems, computed = settings.examine(source / "conf.py")
    asked = wishes(conf.conf)
    found = [*problems]
    pages = references.pages(source, conf.excluded)
    reader = None
    if conf.facts and not problems and not computed.keys() & _NEEDED and _can_read(conf, asked):
        reader = _reader(conf, as_of)
        found += [*reader.facts.problems, *_of_subject(conf, reader)]
    book = _book(conf, asked, out, reader)
    report = engine.check(book)
    found += report.diagnostics
    if reader and "exclude_patterns" not in computed:
        found += lookups.problems(_of_pages(book, pages), reader)
    counts = {
        "topics": len(pages),
        "facts": len(reader.facts) if reader else 0,
        "sources": len(reader.facts.sources) if reader else 0,
    }
    told = [each for each in _without_consequences(found) if _is_below(each.location.path, paths)]
    edits = {file: each for file, each in report.edits.items() if _is_below(str(file), paths)}
    return Checked(sorted(set(told)), counts, edits, report.silenced, report.allowed)


def _of_pages(book: Book, pages: Iterable[Path]) -> Iterator[Source]:
    """Pages as they were parsed for the rules, without those that may not be read."""
    parsed = {each.path: each for each in book.sources}
    for page in pages:
        if page not in book.refused:
            yield parsed.get(page) or references.source_of(page, book.wishes.syntax)


def fix(
    source: Path, out: Path, as_of: date | None = None, paths: Collection[Path] = ()
) -> Sequence[Path]:
    """Change in the pages what can be changed safely; returns the files that are changed."""
    edits = check(source, out, as_of, paths).edits
    for path, each in edits.items():
        source_file = Source(path)
        path.write_bytes(source_file.written(engine.fixed(source_file.text, each)))
    return sorted(edits)


def within(paths: Collection[Path]) -> Callable[[Diagnostic], bool]:
    """Whether a finding is in one of the files and folders, if there are any."""
    return lambda found: _is_below(found.location.path, paths)


def code(source: Path, paths: Iterable[Path]) -> Sequence[Path]:
    """Which of the files can do more than a page, a picture, a table or a record can.

    The files need not be there any more: to take one away is a change, too.
    """
    conf, _, _ = settings.examine(source / "conf.py")
    modules = registry.record_files(conf.facts, source) if conf.facts else []
    records = {path.resolve() for path in modules}
    folders = {path.parent for path in records}
    book = source.resolve()

    def is_content(path: Path) -> bool:
        if path in records:
            return True
        is_data = path.suffix == ".csv" and path.parent in folders
        return is_data or (path.suffix in files.CONTENT and path.is_relative_to(book))

    return sorted(path for path in paths if not path.is_dir() and not is_content(path.resolve()))


def stopping(source: Path, out: Path) -> Sequence[Diagnostic]:
    """What the rules for text find that stops a build of the book in ``source``.

    :param out: the folder of finished files, which is left out where it lies below ``source``.
    """
    asked = wishes(source / "conf.py")
    conf, problems, computed = settings.examine(source / "conf.py")
    reader = None
    if asked.editorial and conf.facts and not problems and not computed.keys() & _NEEDED:
        reader = _reader(conf, None) if _can_read(conf, asked) else None
    return engine.check(_book(conf, asked, out, reader), warnings=False).errors


def stopping_in(source: Path, files: Iterable[Path]) -> Sequence[Diagnostic]:
    """What the rules for text find in single files that stops a build."""
    book = Book(source, wishes(source / "conf.py"), files, is_whole=False)
    return engine.check(book, warnings=False).errors


def _book(conf: Settings, asked: Wishes, out: Path, reader: Reader | None) -> Book:
    """The book with all its files: in one with pages of strangers also links and its records."""
    modules = registry.record_files(conf.facts, conf.folder) if conf.facts else []
    if not asked.untrusted:
        sources = list(engine.source_files(conf.folder, out.resolve()))
        return Book(conf.folder, asked, sources, reader, records=modules)
    finished = out.resolve()
    found = [path for path, _ in files.walk(conf.folder) if finished not in full_path(path).parents]
    return Book(conf.folder, asked, [*found, *_records(modules)], reader, records=modules)


def _records(modules: Sequence[Path]) -> Sequence[Path]:
    """The modules with records and the tables that may lie beside them."""
    return [*modules, *(table for each in _folders(modules) for table in each.glob("*.csv"))]


def _folders(modules: Sequence[Path]) -> Sequence[Path]:
    return sorted({path.parent for path in modules})


def _can_read(conf: Settings, asked: Wishes) -> bool:
    """Whether the files of records and sources can be opened without harm."""
    if not asked.untrusted:
        return True
    modules = registry.record_files(conf.facts, conf.folder)
    paths = [path for path in (*_records(modules), *conf.bibliographies) if path.exists()]
    return not any(files.problem(path, path.lstat()) for path in paths)


def _is_below(path: str, paths: Collection[Path]) -> bool:
    """Whether a file is one of those that were named, or lies in one of the folders."""
    if not paths:
        return True
    file = full_path(Path(path))
    return any(file.is_relative_to(named.resolve()) for named in paths)


def _reader(conf: Settings, as_of: date | None) -> Reader:
    known = registry.load(conf.facts, conf.folder, conf.bibliographies)
    return Reader(known, conf.edition, locale_of(conf.language), as_of or conf.as_of)


def _of_subject(conf: Settings, reader: Reader) -> list[Diagnostic]:
    _, wrong = describe(conf.subject, reader)
    return [in_settings(conf.conf, words, p.message, p.hint) for words, p in wrong]


def _without_consequences(found: Sequence[Diagnostic]) -> Sequence[Diagnostic]:
    """The findings but for sources that are missing because a bibliography cannot be read."""
    wrong = [each for each in found if each.severity == "error"]
    if any(each.code == "S002" or each.location.path.endswith(".bib") for each in wrong):
        return [each for each in found if each.code != "F007"]
    return found
