"""The facts of a book, opened without building it: from a folder, a revision, or published data."""

from __future__ import annotations

import json
import sys
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

from iomdocs.data.book import Book
from iomdocs.data.document import document
from iomdocs.data.subject import describe
from iomdocs.diagnostics import Diagnostic, Location, Problem, in_settings
from iomdocs.facts import registry, settings
from iomdocs.facts.reading import Reader
from iomdocs.languages import language_tag, locale_of
from iomdocs.lint import references
from iomdocs.lint.book import wishes
from iomdocs.publish import revisions


class Unreadable(Exception):
    """Facts that cannot be used, with everything that is wrong with them."""

    def __init__(self, diagnostics: Sequence[Diagnostic]) -> None:
        super().__init__(f"{len(diagnostics)} findings")
        self.diagnostics = diagnostics


def open_folder(source: Path, as_of: date | None = None, path: Sequence[str] | None = None) -> Book:
    """The book whose ``conf.py`` is in the folder ``source``.

    :param as_of: a day on which facts are read, in place of the one that ``conf.py`` has.
    :param path: where record modules are looked for beside ``source``; as Python would if ``None``.
    :raises Unreadable: something is wrong with the settings, the records or a page.
    """
    conf, problems = settings.read(source / "conf.py")
    if not problems and not conf.facts:
        hint = "iomdocs_facts is the dotted name of the module with the records"
        problems.append(in_settings(conf.conf, "", "the book has no facts", hint))
    if problems:
        raise Unreadable(problems)
    facts = registry.load(conf.facts, source, conf.bibliographies, path)
    files = references.pages(source, conf.excluded)
    used_on, problems = references.used_on(source, files, facts.keys(), wishes(conf.conf).syntax)
    reader = Reader(facts, conf.edition, locale_of(conf.language), as_of or conf.as_of)
    _, wrong = describe(conf.subject, reader)
    problems += [in_settings(conf.conf, words, p.message, p.hint) for words, p in wrong]
    if facts.problems or problems:
        raise Unreadable(sorted({*facts.problems, *problems}))
    return Book(
        reader=reader,
        used_on=used_on,
        title=conf.title,
        language=language_tag(conf.language),
        licence=conf.licence,
        subject=conf.subject,
    )


def open_document(name: str, source: Path) -> Mapping[str, Any]:
    """The facts that ``name`` stands for, as they would be published.

    :param name: a published ``facts.json``, the folder of a book, or a revision of the book in
        ``source``, such as a branch.
    :raises Unreadable: there is no such thing (B004), or something is wrong with its facts.
    """
    place = Path(name)
    try:
        if place.is_file():
            return _published(place)
        if (place / "conf.py").is_file():
            return document(open_folder(place))
        return _of_revision(name, source)
    except Problem as problem:
        raise Unreadable([problem.at(Location(str(place if place.exists() else source)))]) from None


def _of_revision(revision: str, source: Path) -> Mapping[str, Any]:
    top = revisions.repository(source)
    with tempfile.TemporaryDirectory(prefix="iomdocs-") as made:
        folder = Path(made).resolve()
        revisions.extract(source, revision, folder)
        below = source.resolve().relative_to(top)
        if not (folder / below / "conf.py").is_file():
            message = f"the revision '{revision}' has no {(below / 'conf.py').as_posix()}"
            raise Problem("B004", message, "name the folder of the book with --source")
        try:
            return document(open_folder(folder / below, path=_path(source, top, folder)))
        except Unreadable as unreadable:
            found = [_renamed(each, folder, revision) for each in unreadable.diagnostics]
            raise Unreadable(found) from None


def _path(source: Path, top: Path, folder: Path) -> Sequence[str] | None:
    """Where the record modules of a revision stand: where they do now, or as is usual.

    Records that are installed and no part of the repository are the same for every revision.
    """
    conf, _ = settings.read(source / "conf.py")
    files = registry.record_files(conf.facts, source) if conf.facts else []
    inside = [Path(place).resolve() for place in sys.path if place]
    moved = [str(folder / place.relative_to(top)) for place in inside if place.is_relative_to(top)]
    usual = [str(folder / "src"), str(folder)]
    found = registry.record_files(conf.facts, folder, [*moved, *usual]) if files else []
    is_installed = files and not any(file.resolve().is_relative_to(top) for file in files)
    return None if is_installed and not found else [*moved, *usual]


def _renamed(diagnostic: Diagnostic, folder: Path, revision: str) -> Diagnostic:
    """The finding with its file named as git does: ``main:docs/conf.py``."""
    place = diagnostic.location
    path = Path(place.path)
    if not path.is_relative_to(folder):
        return diagnostic
    named = f"{revision}:{path.relative_to(folder).as_posix()}"
    return replace(diagnostic, location=replace(place, path=named))


def _published(file: Path) -> Mapping[str, Any]:
    hint = "name the facts.json of a build of this version, a folder with conf.py, or a branch"
    problem = Problem("B004", "the file does not hold facts as they are published", hint)
    try:
        data = json.loads(file.read_bytes().decode("utf-8-sig"))
        if not _is_document(data):
            raise problem
    except (ValueError, LookupError, TypeError, AttributeError):
        raise problem from None
    return dict(data)


_FACT = {"id", "label", "unit", "unit_one", "derived_from", "review_after", "note", "used_on"}
_STATEMENT = {"value", "text", "when", "rank", "confidence", "sources", "note"}
_ROW = {"key", "cells", "confidence", "sources", "note"}


def _is_document(data: Any) -> bool:
    """Whether all is there that a comparison needs; the whole form is in the JSON Schema.

    :raises LookupError: something is missing; or another error where it has a wrong type.
    """
    statements = [statement for fact in data["facts"] for statement in fact["statements"]]
    values = [statement["value"] for statement in statements]
    rows = [row for value in values if isinstance(value, dict) for row in value.get("rows", ())]
    return (
        all({"shown", *_FACT} <= fact.keys() for fact in data["facts"])
        and all(statement.keys() >= _STATEMENT for statement in statements)
        and all(row.keys() >= _ROW for row in rows)
        and isinstance(data["sources"], dict)
    )
