"""Checks of all facts together. Each finds everything wrong of its kind and says where."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

from iomdocs.diagnostics import Diagnostic, Location, nearest
from iomdocs.facts.model import Fact, Statement, Topic
from iomdocs.facts.sources import Source
from iomdocs.facts.tables import Table
from iomdocs.facts.values import Number

_ID = re.compile(r"[a-z][a-z0-9-]*(?:\.[a-z0-9][a-z0-9-]*)+")


@dataclass(frozen=True, slots=True)
class Collection:
    """What the checks look at: facts and topics as they were read, and the sources that exist."""

    facts: Sequence[Fact]
    topics: Sequence[Topic]
    sources: Mapping[str, Source]
    is_complete: bool


Check = Callable[[Collection], Iterator[Diagnostic]]


def run(collection: Collection) -> list[Diagnostic]:
    """Everything that is wrong with a collection of facts."""
    return [found for check in CHECKS for found in check(collection)]


def ids_have_the_right_form(collection: Collection) -> Iterator[Diagnostic]:
    """An id is dotted and lower-case, and begins with a topic."""
    topics = {topic.id for topic in collection.topics}
    for fact in collection.facts:
        if not _ID.fullmatch(fact.id):
            hint = "write topic.name in lower-case letters, digits and hyphens: membership.states"
            yield Diagnostic(fact.location, "F006", f"'{fact.id}' is not an id", hint)
        elif collection.is_complete and fact.id.split(".")[0] not in topics:
            topic = fact.id.split(".")[0]
            hint = nearest(topic, topics, f'add TOPIC = Topic(id="{topic}", title="...")')
            message = f"'{fact.id}' begins with no topic"
            yield Diagnostic(fact.location, "F006", message, hint)


def ids_are_unique(collection: Collection) -> Iterator[Diagnostic]:
    """No two facts share an id."""
    first: dict[str, Location] = {}
    for fact in collection.facts:
        if fact.id in first:
            place = first[fact.id]
            message = f"there are two facts '{fact.id}'"
            hint = f"the other is at line {place.line} of {Path(place.path).name}: give "
            hint += "one of them another id, or make them two statements of one fact"
            yield Diagnostic(fact.location, "F003", message, hint)
        first.setdefault(fact.id, fact.location)


def topics_are_unique(collection: Collection) -> Iterator[Diagnostic]:
    """No two topics share an id."""
    seen: set[str] = set()
    for topic in collection.topics:
        if topic.id in seen:
            hint = "leave one of them out: facts of one topic may stand in several files"
            yield Diagnostic(topic.location, "F003", f"there are two topics '{topic.id}'", hint)
        seen.add(topic.id)


def facts_have_labels(collection: Collection) -> Iterator[Diagnostic]:
    """A fact has a label."""
    for fact in collection.facts:
        if not fact.label.strip():
            hint = "say in a few words what the fact is"
            yield Diagnostic(fact.location, "F006", f"'{fact.id}' has no label", hint)


def statements_have_sources(collection: Collection) -> Iterator[Diagnostic]:
    """Every statement names at least one source."""
    for fact, statement in _statements(collection):
        if not statement.sources:
            message = f"a statement of '{fact.id}' has no source"
            hint = 'add sources=["key"] with a key of the bibliography'
            yield Diagnostic(statement.location, "F002", message, hint)


def sources_exist(collection: Collection) -> Iterator[Diagnostic]:
    """Every source key stands in the bibliography."""
    for where, location, keys in _citations(collection):
        for key in keys:
            if key not in collection.sources:
                hint = nearest(key, collection.sources, "add the source to the .bib file first")
                message = f"{where} names the source '{key}', which is not in the bibliography"
                yield Diagnostic(location, "F007", message, hint)


def values_say_something(collection: Collection) -> Iterator[Diagnostic]:
    """No value is empty text."""
    for fact, statement in _statements(collection):
        if isinstance(statement.value, str) and not statement.value.strip():
            hint = "write what the source says between the quotation marks"
            message = f"a statement of '{fact.id}' has an empty value"
            yield Diagnostic(statement.location, "F006", message, hint)


def statements_have_one_time(collection: Collection) -> Iterator[Diagnostic]:
    """A statement holds at a time, or from a start to an end, and not both."""
    for fact, statement in _statements(collection):
        hint = 'at=Day("2024-04-29") for one moment, start=... and end=... for a state of affairs'
        if statement.time is None and statement.end is None:
            message = f"a statement of '{fact.id}' has no date"
            yield Diagnostic(statement.location, "F006", message, hint)
        elif statement.at and (statement.start or statement.end):
            message = f"a statement of '{fact.id}' has both at and start or end"
            yield Diagnostic(statement.location, "F006", message, hint)
        elif not statement.at and statement.start is None:
            message = f"a statement of '{fact.id}' has an end and no start"
            yield Diagnostic(statement.location, "F006", message, hint)


def dates_are_in_order(collection: Collection) -> Iterator[Diagnostic]:
    """Statements stand oldest first, and no period ends before it starts."""
    for fact in collection.facts:
        for earlier, later in pairwise(fact.statements):
            if earlier.time and later.time and later.time.first < earlier.time.first:
                message = f"'{fact.id}': {later.time.iso} stands after {earlier.time.iso}"
                hint = "put the statements of a fact in order, the oldest first"
                yield Diagnostic(later.location, "F004", message, hint)
        for statement in fact.statements:
            start, end = statement.start, statement.end
            if start and end and end.last < start.first:
                message = f"'{fact.id}': the end {end.iso} is before the start {start.iso}"
                hint = "check which of the two dates is wrong"
                yield Diagnostic(statement.location, "F004", message, hint)


def values_agree_in_kind(collection: Collection) -> Iterator[Diagnostic]:
    """All statements of a fact have values of one kind, and only numbers have a unit."""
    for fact in collection.facts:
        for earlier, later in pairwise(fact.statements):
            if type(earlier.value) is not type(later.value):
                kinds = f"{type(earlier.value).__name__} and {type(later.value).__name__}"
                hint = "give all statements of a fact the same kind of value"
                message = f"'{fact.id}' mixes {kinds}"
                yield Diagnostic(later.location, "F006", message, hint)
        if fact.unit and not all(isinstance(s.value, Number) for s in fact.statements):
            hint = "a unit is what a Number counts; leave it out here"
            message = f"'{fact.id}' has a unit and a value that is no Number"
            yield Diagnostic(fact.location, "F006", message, hint)


CHECKS: Sequence[Check] = (
    ids_have_the_right_form,
    ids_are_unique,
    topics_are_unique,
    facts_have_labels,
    statements_have_sources,
    values_say_something,
    sources_exist,
    statements_have_one_time,
    dates_are_in_order,
    values_agree_in_kind,
)


def _statements(collection: Collection) -> Iterator[tuple[Fact, Statement]]:
    for fact in collection.facts:
        for statement in fact.statements:
            yield fact, statement


def _citations(collection: Collection) -> Iterator[tuple[str, Location, Sequence[str]]]:
    for fact, statement in _statements(collection):
        yield f"a statement of '{fact.id}'", statement.location, statement.sources
        if isinstance(statement.value, Table):
            for row in statement.value.rows:
                yield f"row '{row.key}'", row.location, row.sources
