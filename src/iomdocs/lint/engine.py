"""Run every rule over the files of a book."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from iomdocs.diagnostics import Diagnostic, Severity
from iomdocs.lint.book import Book
from iomdocs.lint.catalogue import rules
from iomdocs.lint.rule import Edit, Finding, Rule
from iomdocs.lint.silencing import allowances, needless
from iomdocs.lint.source import Source


@dataclass(slots=True)
class Report:
    """What was found, what can be changed safely, and what was silenced, also counted by code."""

    diagnostics: list[Diagnostic] = field(default_factory=list)
    edits: dict[Path, list[Edit]] = field(default_factory=dict)
    silenced: Counter[str] = field(default_factory=Counter)
    allowed: list[Diagnostic] = field(default_factory=list)

    @property
    def errors(self) -> Sequence[Diagnostic]:
        """What stops a build."""
        return [each for each in self.diagnostics if each.severity == "error"]


def check(book: Book, *, warnings: bool = True) -> Report:
    """What the rules find in a book, in order of file and line.

    :param warnings: whether to look also for what does not stop a build.
    """
    chosen = [rule for rule in rules().values() if _applies(rule, book, warnings=warnings)]
    found = list(_findings(chosen, book))
    told = Report(silenced=Counter())
    for rule, source, finding in _not_silenced(found, book, told, warnings=warnings):
        told.diagnostics.append(rule.diagnostic(finding, source, _severity(rule, book)))
        if finding.edit:
            told.edits.setdefault(source.path, []).append(finding.edit)
    told.diagnostics.sort()
    return told


def source_files(folder: Path, out: Path) -> Iterator[Path]:
    """All files below ``folder`` but hidden ones, those Python makes, and those below ``out``."""
    for file in folder.rglob("*"):
        parts = file.relative_to(folder).parts
        skipped = any(part.startswith(".") or part == "__pycache__" for part in parts)
        if not skipped and not _is_below(file, out) and file.is_file():
            yield file


def _is_below(file: Path, folder: Path) -> bool:
    return folder in Path(os.path.realpath(file)).parents


_Found = tuple[Rule, Source, Finding]


def _applies(rule: Rule, book: Book, *, warnings: bool) -> bool:
    if rule.code.startswith("X"):
        return book.wishes.untrusted
    return warnings or _severity(rule, book) == "error"


def _severity(rule: Rule, book: Book) -> Severity:
    """An editorial warning is an error in a book that asks for it."""
    return (
        "error" if rule.severity == "warning" and book.wishes.asks_for(rule.code) else rule.severity
    )


def _findings(chosen: Iterable[Rule], book: Book) -> Iterator[_Found]:
    """First what is wrong with files as such: what is not readable is not parsed."""
    by_kind: Mapping[str, list[Rule]] = {"Source": [], "Page": [], "Book": []}
    for rule in chosen:
        by_kind[rule.takes].append(rule)
    for source in book.sources:
        yield from _of_source(source, by_kind["Source"], book)
    for page in book.pages:
        for rule in by_kind["Page"]:
            yield from ((rule, page, finding) for finding in rule.run(page, book))
    for rule in by_kind["Book"] if book.is_whole else ():
        for finding in rule.run(book):
            assert finding.source, f"{rule.code} does not say in which file"
            yield rule, finding.source, finding


def _of_source(source: Source, chosen: Sequence[Rule], book: Book) -> Iterator[_Found]:
    for stage in ("file", "bytes", "text"):
        rules_of_stage = [rule for rule in chosen if rule.stage == stage]
        found = [(rule, source, f) for rule in rules_of_stage for f in rule.run(source, book)]
        yield from found
        if found and stage != "text":
            book.refused.add(source.path)
            return


def _not_silenced(
    found: Sequence[_Found], book: Book, told: Report, *, warnings: bool
) -> Iterator[_Found]:
    """The findings that no page silences, and the comments that silence nothing."""
    speaking = [*book.pages, *(book.data_files if book.is_whole else ())]
    allowed = {source.path: list(allowances(source)) for source in speaking}
    used = set()
    for rule, source, finding in found:
        said = allowed.get(source.path, ()) if rule.is_editorial else ()
        silencing = next((a for a in said if a.covers(rule.code, finding.line)), None)
        if silencing:
            used.add((source.path, silencing))
            told.silenced[rule.code] += 1
            told.allowed.append(rule.diagnostic(finding, source, rule.severity))
        else:
            yield rule, source, finding
    unused = rules()["W000"]
    if warnings and _applies(unused, book, warnings=warnings):
        for source in speaking:
            for each in allowed[source.path]:
                if (source.path, each) not in used:
                    yield unused, source, needless(each)


def fixed(text: str, edits: Iterable[Edit]) -> str:
    """The text with those of the edits that do not overlap, the first ones first."""
    parts = []
    done = 0
    for edit in sorted(set(edits), key=lambda edit: (edit.start, edit.end)):
        if edit.start >= done:
            parts += [text[done : edit.start], edit.text]
            done = edit.end
    return "".join((*parts, text[done:]))
