"""Checks of all facts together. Each finds everything wrong of its kind and says where."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import combinations, pairwise, product
from pathlib import Path

from iomdocs.diagnostics import Diagnostic, Location, Problem, nearest
from iomdocs.facts import derivations, text
from iomdocs.facts.model import Fact, Statement, Topic
from iomdocs.facts.sources import Source
from iomdocs.facts.tables import Cell, Row, Table, reach
from iomdocs.facts.values import Day, Number
from iomdocs.languages import locale_of

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


def derived_figures_follow(collection: Collection) -> Iterator[Diagnostic]:
    """A figure equals what it derives from, where both are known precisely."""
    facts: dict[str, Fact] = {}
    for fact in collection.facts:
        facts.setdefault(fact.id, fact)
    for fact in collection.facts:
        try:
            compared = derivations.compare_fact(fact, facts)
        except Problem as problem:
            if problem.code != "F001" or collection.is_complete:
                problem.message = f"'{fact.id}' cannot be derived: {problem.message}"
                yield problem.at(fact.location)
            continue
        for comparison in compared:
            if comparison.outcome == "wrong":
                shown = text.value_text(comparison.statement.value, _ENGLISH)
                message = f"'{fact.id}' is {shown}, but {text.compared(comparison, _ENGLISH)}"
                hint = "correct the figure, or what it derives from"
                yield Diagnostic(comparison.statement.location, "F015", message, hint)


def sums_in_tables_follow(collection: Collection) -> Iterator[Diagnostic]:
    """In a row of a table, a column that adds up others holds their sum."""
    for table in _tables(collection):
        for column, row in product((c for c in table.columns if c.sum_of), table.rows):
            cells = [row.cells[name] for name in (column.name, *column.sum_of)]
            total, *parts = [_amount(cell) for cell in cells]
            added = sum(part or 0 for part in parts)
            if total is not None and total != added:
                message = f"row '{row.key}': '{column.name}' is {total}, but its parts give {added}"
                hint = f"the parts are {', '.join(column.sum_of)}"
                yield Diagnostic(row.location, "F015", message, hint)


def _amount(cell: Cell | None) -> Decimal | None:
    return Decimal(str(cell.amount)) if isinstance(cell, Number) else None


def periods_are_in_order(collection: Collection) -> Iterator[Diagnostic]:
    """In a row of a table, no period ends before it starts or starts before the last one ends."""
    for table in _tables(collection):
        for row in table.rows:
            days = [day for period in table.periods(row) for day in period if day]
            for earlier, later in pairwise(days):
                if later.last < earlier.first:
                    message = f"row '{row.key}': {later.iso} stands after {earlier.iso}"
                    hint = "earlier periods come first, and each ends before the next one starts"
                    yield Diagnostic(row.location, "F004", message, hint)


def terms_do_not_overlap(collection: Collection) -> Iterator[Diagnostic]:
    """Where rows hold one at a time, each has ended when another one starts.

    The day on which one ends and the next one starts may be the same: so handovers are written.
    Dates that are known to the month or year may mean any of their days.
    """
    for table in _tables(collection):
        if not table.one_at_a_time:
            continue
        for (_, end, row), (start, _, later) in combinations(table.terms(), 2):
            if end is None or reach(start)[1] < reach(end)[0]:
                yield _overlap(row, end, later, start)


def _overlap(row: Row, end: Day | None, later: Row, start: Day) -> Diagnostic:
    until = f"ends in {end.iso}" if end else "has no end"
    message = f"'{later.key}' starts in {start.iso}, but '{row.key}' {until}"
    hint = "only one row may hold on a day: correct one of the two dates"
    return Diagnostic(later.location, "F016", message, hint)


_ENGLISH = locale_of("en")
"""Findings are told in English."""

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
    derived_figures_follow,
    sums_in_tables_follow,
    periods_are_in_order,
    terms_do_not_overlap,
)


def _statements(collection: Collection) -> Iterator[tuple[Fact, Statement]]:
    for fact in collection.facts:
        for statement in fact.statements:
            yield fact, statement


def _tables(collection: Collection) -> Iterator[Table]:
    for _, statement in _statements(collection):
        if isinstance(statement.value, Table):
            yield statement.value


def _citations(collection: Collection) -> Iterator[tuple[str, Location, Sequence[str]]]:
    for fact, statement in _statements(collection):
        yield f"a statement of '{fact.id}'", statement.location, statement.sources
        if isinstance(statement.value, Table):
            for row in statement.value.rows:
                yield f"row '{row.key}'", row.location, row.sources
