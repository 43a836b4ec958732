"""Which pages show which facts, found in their sources without building the book."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from iomdocs.diagnostics import Diagnostic, not_utf8
from iomdocs.lint import markdown, restructuredtext
from iomdocs.lint.mentions import Mention
from iomdocs.lint.page import Page
from iomdocs.lint.source import Source

_PAGES = (".md", ".rst")
"""Endings of the files of pages."""


@dataclass(frozen=True, slots=True)
class Reference:
    """A place in a file at which a fact is shown."""

    file: Path
    line: int
    fact: str


def pages(folder: Path, excluded: Collection[str]) -> list[Path]:
    """The files below ``folder`` that are pages.

    :param excluded: patterns of files and folders as Sphinx has them in ``exclude_patterns``:
        ``*`` and ``?`` stay within a folder, ``**`` does not.
    """
    patterns = [re.compile(_expression(pattern)) for pattern in excluded]

    def is_page(file: Path) -> bool:
        path = file.relative_to(folder)
        names = [path.as_posix(), *(parent.as_posix() for parent in path.parents)]
        return not any(pattern.fullmatch(name) for pattern in patterns for name in names)

    files = (file for suffix in _PAGES for file in folder.rglob(f"*{suffix}"))
    return sorted(file for file in files if file.is_file() and is_page(file))


def _expression(pattern: str) -> str:
    parts = {"**": ".*", "*": "[^/]*", "?": "[^/]"}
    pieces = re.split(r"(\*\*|\*|\?)", pattern.rstrip("/"))
    return "".join(parts.get(piece) or re.escape(piece) for piece in pieces)


def references(page: Source, known: Collection[str]) -> Iterator[Reference]:
    """All places of a page that show one of the facts ``known``, also through included files.

    :raises UnicodeDecodeError: a file is not UTF-8 text.
    """
    for file, mention in mentions(page):
        ids = [_fact_of(word) for word in mention.words]
        if all(id_ in known for id_ in ids):
            yield from (Reference(file, mention.line, id_) for id_ in ids)


def mentions(page: Source) -> Iterator[tuple[Path, Mention]]:
    """All places of a page and of the files it includes that can name facts, with their files.

    :raises UnicodeDecodeError: a file is not UTF-8 text.
    """
    yield from _in_file(page, ())


def _in_file(source: Source, open_: Sequence[Path]) -> Iterator[tuple[Path, Mention]]:
    source.data.decode("utf-8-sig")
    file = source.path
    syntax = source.syntax if isinstance(source, Page) else frozenset()
    found = (
        markdown.mentions(source)
        if isinstance(source, Page)
        else restructuredtext.mentions(source.text)
    )
    for each in found:
        if isinstance(each, Mention):
            yield file, each
            continue
        inner = file.parent / each.file
        if inner.is_file() and inner not in (file, *open_):
            yield from _in_file(source_of(inner, syntax), (*open_, file))


def source_of(file: Path, syntax: frozenset[str]) -> Source:
    """A page to be looked at: in Markdown, if its ending does not say reStructuredText."""
    return Source(file) if file.suffix == ".rst" else Page(file, syntax)


def _fact_of(written: str) -> str:
    """The id of the fact in ``membership.states@2016`` or ``governance.heads[pope].start``."""
    return re.split(r"[\[@]", written, maxsplit=1)[0].strip()


def used_on(
    folder: Path, files: Iterable[Path], known: Collection[str], syntax: frozenset[str]
) -> tuple[Mapping[str, list[str]], list[Diagnostic]]:
    """The names of the pages that show each fact, in order, and what could not be read.

    :param syntax: the names of the extensions of MyST that are switched on.
    """
    names: dict[str, set[str]] = {}
    problems = []
    for file in files:
        page = file.relative_to(folder).with_suffix("").as_posix()
        try:
            for reference in references(source_of(file, syntax), known):
                names.setdefault(reference.fact, set()).add(page)
        except UnicodeDecodeError as error:
            problems.append(not_utf8(file, error))
    return {fact: sorted(names[fact]) for fact in sorted(names)}, problems
