"""Rules about the records: what nothing shows, what nothing uses, what is due."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from iomdocs.diagnostics import Location
from iomdocs.facts import settings
from iomdocs.facts.derivation import DifferenceOf, SumOf
from iomdocs.facts.model import Fact
from iomdocs.facts.registry import Registry
from iomdocs.facts.tables import Table
from iomdocs.facts.text import value_text
from iomdocs.lint import references
from iomdocs.lint.book import Book
from iomdocs.lint.page import Page
from iomdocs.lint.rule import Finding, rule
from iomdocs.lint.source import Source

_CITATION_IN_RST = re.compile(r":[\w:]*cite[\w:]*:`([^`]+)`")
_READS_ANOTHER_FILE = frozenset(("include", "eval-rst"))


@rule("W003", "warning")
def facts_are_shown(book: Book) -> Iterator[Finding]:
    """A fact is shown on a page, not only in the register.

    Why: a fact that no reader meets is looked after in vain. One from which another follows, and
    one that ``iomdocs_subject`` names, is used. Take the fact out, or show it where it belongs.

    Bad:
        The Council meets once a year, in November.

    Good:
        The Council, of {fact}`membership.states` States, meets once a year, in November.
    """
    if book.reader is None:
        return
    facts = book.reader.facts
    used = {*_shown(book, facts), *_followed(facts), *_of_subject(book)}
    for fact in facts.values():
        if fact.id not in used:
            hint = f"write {_how_to_show(fact)} where it belongs, or take the fact out"
            yield _at(fact.location, f"no page shows '{fact.id}'", hint)


@rule("W004", "warning")
def sources_are_used(book: Book) -> Iterator[Finding]:
    """A source in the bibliography is that of a fact, or is cited on a page.

    Why: readers take a list of sources for what stands behind the text. A source that does not
    makes the text seem better founded than it is.

    Bad:
        Most members joined after the end of the Cold War.

    Good:
        Most members joined after the end of the Cold War.{footcite}`census_2020`
    """
    if book.reader is None:
        return
    used = {*_cited(book), *_behind(book.reader.facts)}
    bibliographies = [source for source in book.data_files if source.path.suffix == ".bib"]
    for key in book.reader.facts.sources:
        if key in used:
            continue
        entry = re.compile(rf"@\w+\s*\{{\s*{re.escape(key)}\s*,")
        for source in bibliographies:
            if match := entry.search(source.text):
                hint = f"cite it, {{footcite}}`{key}`, or take the entry out"
                place = source.place(match.start())
                yield Finding(*place, f"nothing uses the source '{key}'", hint, source=source)


@rule("W005", "warning")
def facts_are_reviewed(book: Book) -> Iterator[Finding]:
    """A fact is looked at again by the day that its record names.

    Why: who wrote ``review_after`` expected the value to change by then. The day of the edition
    counts, so that an old edition stays as it is; ``iomdocs facts stale`` asks for today.

    Bad:
        review_after=Day("2024-06"),

    Good:
        review_after=Day("2027-06"),
    """
    if book.reader is None:
        return
    reader = book.reader
    for after, fact in reader.facts.overdue(reader.edition):
        since = value_text(after, reader.locale)
        hint = "look for a newer value and add a statement, or set a later review_after"
        yield _at(fact.location, f"'{fact.id}' was to be looked at again after {since}", hint)


def _at(location: Location, message: str, hint: str) -> Finding:
    source = Source(Path(location.path))
    return Finding(location.line, location.column, message, hint, source=source)


def _how_to_show(fact: Fact) -> str:
    is_table = any(isinstance(statement.value, Table) for statement in fact.statements)
    return f":::{{fact:table}} {fact.id}" if is_table else f"{{fact}}`{fact.id}`"


def _shown(book: Book, facts: Registry) -> Iterator[str]:
    """The ids of the facts that pages show."""
    for source in book.sources:
        if source.path.suffix in {".md", ".rst"} and source.path not in book.refused:
            yield from (reference.fact for reference in references.references(source, facts))


def _reads_another_file(page: Page) -> bool:
    return any(each.name in _READS_ANOTHER_FILE for each in page.content.directives)


def _followed(facts: Registry) -> Iterator[str]:
    """The ids of the facts from which others follow."""
    for fact in facts.values():
        match fact.derived_from:
            case None:
                continue
            case SumOf(facts=parts):
                yield from parts
            case DifferenceOf(whole=whole, part=part):
                yield from (whole, part)
            case derived:
                yield derived.table


def _of_subject(book: Book) -> Iterator[str]:
    conf, _, _ = settings.examine(book.folder / "conf.py")
    waiting: list[object] = [conf.subject]
    while waiting:
        match waiting.pop():
            case dict() as mapping:
                waiting += mapping.values()
            case list() | tuple() as several:
                waiting += several
            case str() as word:
                yield word


def _cited(book: Book) -> Iterator[str]:
    for source in book.sources:
        if isinstance(source, Page):
            written = [r.text for r in source.content.roles if "cite" in r.name]
            if _reads_another_file(source):
                written += _CITATION_IN_RST.findall(source.text)
        else:
            is_text = source.path.suffix == ".rst"
            written = _CITATION_IN_RST.findall(source.text) if is_text else []
        for keys in written:
            yield from (key.strip() for key in re.sub(r"\{[^}]*\}", "", keys).split(","))


def _behind(facts: Registry) -> Iterator[str]:
    for fact in facts.values():
        for statement in fact.statements:
            yield from statement.sources
            if isinstance(statement.value, Table):
                for row in statement.value.rows:
                    yield from row.sources
