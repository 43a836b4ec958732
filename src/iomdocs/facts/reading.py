"""Reading facts on a day, in a language: what a page, the register and the export show."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from babel.core import Locale

from iomdocs.diagnostics import Problem, nearest
from iomdocs.facts import text
from iomdocs.facts.model import Fact, Statement, Value
from iomdocs.facts.registry import Registry
from iomdocs.facts.selection import column_of, row_of
from iomdocs.facts.tables import Column, Row, Table
from iomdocs.facts.values import Confidence, Day, Period

_REFERENCE = re.compile(
    r"(?P<fact>[^\[\]@\s]+)(?:\[(?P<row>[^\[\]]+)\]\.(?P<column>[\w-]+))?(?:@(?P<day>\S+))?"
)


class NotYetKnown(Problem):
    """A fact that did not exist yet on the day for which a book of the past is made: no mistake."""


@dataclass(frozen=True, slots=True)
class Reading:
    """A fact, or a cell of a table fact, as it is shown: every text is finished.

    ``id`` is what marks it on the page, ``fact`` the fact it belongs to. ``value`` is ``None``
    where nothing was known on the day; ``text`` and ``as_of`` say so. The text of a whole table
    is how many rows it has. ``unit`` is what a number counts; ``doubt`` what a reader should know
    before trusting the value. Both may be empty. ``statement`` is what was read, if anything.
    """

    id: str
    fact: str
    label: str
    value: Value | None
    text: str
    as_of: str
    sources: Sequence[str] = ()
    unit: str = ""
    doubt: str = ""
    statement: Statement | None = field(default=None, compare=False, repr=False)

    @property
    def kind(self) -> str:
        """The type of the value, lower-case; ``unknown`` where there is none."""
        return "unknown" if self.value is None else text.kind(self.value)

    @property
    def machine(self) -> str:
        """The value for programs, or empty text."""
        return "" if self.value is None else text.machine(self.value)


@dataclass(frozen=True, slots=True)
class Claim:
    """A statement among others of its fact, as it is shown: every text is finished.

    ``reading`` has the value and when it holds; ``standing`` and ``confidence`` say in words what
    to think of it.
    """

    reading: Reading
    standing: str
    confidence: str
    note: str


@dataclass(frozen=True, slots=True)
class Reader:
    """Reads facts of a book on a day, in the language of the build.

    The day is that of the edition, or ``as_of`` for a book with the facts of another day. In such
    a book a fact that did not exist yet is no mistake; without ``as_of`` it is one.
    """

    facts: Registry
    edition: date
    locale: Locale
    as_of: date | None = None

    @property
    def day(self) -> date:
        """The day on which facts are read that are not pinned to another."""
        return self.as_of or self.edition

    def read(self, reference: str, *, tables: bool = False) -> Reading:
        """The fact that ``membership.states``, ``...@2016-06-30`` or a cell reference names.

        :param tables: whether it may be a whole table, which has no value for a sentence.
        :raises Problem: the fact, row, column or day is unknown (F001, F009, F010, F012).
        """
        match = _match(reference)
        fact = self.facts.find(match["fact"])
        pin = _pinned(match["day"])
        try:
            statement = self.statement(fact, pin)
            if match["row"]:
                return self._cell(fact, statement, match["row"], match["column"], pin)
        except NotYetKnown:
            return self.unknown(fact, reference.strip())
        if isinstance(statement.value, Table) and not tables:
            hint = f"name a cell, {fact.id}[row].column, or show it with fact:table"
            raise Problem("F009", f"'{fact.id}' is a table", hint)
        return self.reading(fact, statement)

    def reading(self, fact: Fact, statement: Statement) -> Reading:
        """One statement of a fact as it is shown."""
        value = statement.value
        return Reading(
            id=fact.id,
            fact=fact.id,
            label=fact.label,
            value=value,
            text=self._rows(statement, value)
            if isinstance(value, Table)
            else text.value_text(value, self.locale),
            unit=text.counted(value, fact.unit, fact.unit_one, self.locale),
            as_of=self._as_of(statement),
            sources=statement.sources,
            doubt=self._doubt(statement.confidence),
            statement=statement,
        )

    def claims(self, reference: str, *, every: bool = False) -> Sequence[Claim]:
        """What sources say of one fact, ``finance.budget`` or, at another time, ``...@2020``.

        :param every: all statements over time, the latest first, instead of those that speak of
            the same time as the one shown.
        :raises NotYetKnown: nothing was known on the day of a book of the past.
        :raises Problem: the fact is unknown or a table, or its sources agree (F001, F009 to F012,
            F017).
        """
        match = _match(reference)
        if match["row"]:
            raise Problem("F009", f"'{reference}' is a cell", f"write {{fact}}`{reference}`")
        fact, pin = self.facts.find(match["fact"]), _pinned(match["day"])
        shown, day = self.statement(fact, pin), pin or self.day
        if isinstance(shown.value, Table):
            raise Problem("F011", f"'{fact.id}' is a table", "show it with fact:table")
        statements = fact.history(day) if every else fact.claims(day)
        if self.as_of is None and not _differ(statements):
            hint = f"write {{fact}}`{reference}`"
            if not every and _differ(fact.statements):
                hint += ", or add :all: for its statements over time"
            raise Problem("F017", f"'{fact.id}' has no claims that differ", hint)
        return [self.claim(fact, statement, day) for statement in statements]

    def claim(self, fact: Fact, statement: Statement, day: date) -> Claim:
        """One statement with how it stands to the one that is shown on ``day``."""
        time = f"@{statement.time.iso}" if statement.time else ""
        return Claim(
            reading=replace(self.reading(fact, statement), id=f"{fact.id}{time}"),
            standing=text.phrase(fact.standing(statement, day), self.locale),
            confidence=text.phrase(statement.confidence, self.locale),
            note=text.value_text(statement.note, self.locale),
        )

    def disputes(self, fact: Fact, statement: Statement) -> str:
        """That others contradict a statement which is shown, now or at its time; or nothing."""
        days = (self.day, min(statement.span[1], self.day))
        day = next((day for day in days if fact.on(day) is statement), None)
        if day is None:
            return ""
        others = dict.fromkeys(self.reading(fact, other).text for other in fact.disputed(day))
        return text.phrase("disputed", self.locale).format("; ".join(others)) if others else ""

    def statement(self, fact: Fact, day: date | None = None) -> Statement:
        """The statement of ``fact`` on a pinned ``day``, or else on the day of the book.

        :raises NotYetKnown: nothing was known on the day of a book of the past.
        :raises Problem: nothing was known on the pinned day or that of the edition (F010).
        """
        if not fact.statements:
            raise Problem.reported()
        statement = fact.on(day or self.day)
        if statement:
            return statement
        shown = text.value_text(Day((day or self.day).isoformat()), self.locale)
        message = f"nothing is known of '{fact.id}' on {shown}"
        if self.as_of and day is None:
            raise NotYetKnown("F010", message)
        raise Problem("F010", message, self._nearest_time(fact, day or self.day))

    def _nearest_time(self, fact: Fact, day: date) -> str:
        """A hint: when the first statement of a fact begins, or when the last one ended."""
        shown = [s for s in fact.statements if s.time and s.rank != "deprecated"]
        ends = [s.end for s in shown if s.end and s.end.last < day]
        if ends:
            last = text.value_text(max(ends, key=lambda end: end.last), self.locale)
            return f"its last statement ended on {last}"
        starts = [s.time for s in shown if s.time]
        if starts:
            first = text.value_text(min(starts, key=lambda time: time.first), self.locale)
            return f"its first statement is of {first}"
        return "it has no statement that may be shown"

    def series(self, fact: Fact) -> Sequence[tuple[Day, Reading]]:
        """The values of a fact over time up to the day of the book, each with its date.

        One for each time: the statement that :meth:`Fact.on` prefers, so that none is disputed or
        out of date. What marks a value on the page is the fact pinned to its date,
        ``membership.states@2016-06-30``.
        """
        points = []
        for statement in fact.statements:
            time = statement.time
            if time and time.first <= self.day and fact.on(min(time.last, self.day)) is statement:
                reading = self.reading(fact, statement)
                points.append((time, replace(reading, id=f"{fact.id}@{time.plain}")))
        return sorted(points, key=lambda point: point[0].first)

    def table(self, id_: str) -> tuple[Fact, Statement, Table]:
        """A table fact on the day of the book, with the rows of that day.

        :raises NotYetKnown: nothing was known on the day of a book of the past.
        :raises Problem: the fact is unknown or is not a table (F001, F011).
        """
        fact = self.facts.find(id_)
        statement = self.statement(fact)
        if isinstance(statement.value, Table):
            return fact, statement, self._of_the_day(statement, statement.value)
        tables = [
            other.id
            for other in self.facts.values()
            if any(isinstance(s.value, Table) for s in other.statements)
        ]
        hint = nearest(id_, tables, f"use {{fact}}`{id_}`")
        raise Problem("F011", f"'{id_}' is not a table", hint)

    def undated(self, statement: Statement) -> Sequence[Row]:
        """The rows of a table that are left out because nobody knows if they held on the day."""
        table = statement.value
        if not isinstance(table, Table):
            return ()
        return table.undated(self.day, _listed(statement))

    def cell(self, fact: Fact, statement: Statement, row: Row, column: Column) -> Reading | None:
        """A cell of a table as it is shown, or ``None`` where it is empty."""
        value = row.cells[column.name]
        if value is None:
            return None
        return Reading(
            id=f"{fact.id}[{row.key}].{column.name}",
            fact=fact.id,
            label=column.label,
            value=value,
            text=text.value_text(value, self.locale),
            as_of=self._as_of(statement),
            sources=row.sources,
            doubt=self._doubt(row.confidence or statement.confidence),
            statement=statement,
        )

    def _cell(
        self, fact: Fact, statement: Statement, key: str, column: str, pin: date | None
    ) -> Reading:
        table = statement.value
        if not isinstance(table, Table):
            raise Problem("F009", f"'{fact.id}' is not a table", f"write {{fact}}`{fact.id}`")
        row, named = row_of(table, key, fact.id), column_of(table, column)
        if row.cells[named.name] is None:
            raise Problem("F009", f"the cell '{fact.id}[{key}].{column}' is empty")
        day = pin or self.day
        has_begun = table.has_begun(row, day, _listed(statement))
        known = table.known_on(row, day) if pin or self.as_of else row
        found = self.cell(fact, statement, known, named) if has_begun else None
        if found is None:
            shown = text.value_text(Day(day.isoformat()), self.locale)
            message = f"nothing is known of '{fact.id}[{key}].{column}' on {shown}"
            raise (NotYetKnown if self.as_of and not pin else Problem)("F010", message)
        return found

    def _of_the_day(self, statement: Statement, table: Table) -> Table:
        """The table with the rows of the day."""
        rows = table.on(self.day, _listed(statement))
        return replace(table, rows=tuple(self._without_future(table, row) for row in rows))

    def _without_future(self, table: Table, row: Row) -> Row:
        """A row of a book of the past, without what lay ahead."""
        return table.known_on(row, self.as_of) if self.as_of else row

    def _as_of(self, statement: Statement) -> str:
        """When a statement holds; a list that is cut to a day in the past holds on that day."""
        table = statement.value
        if (
            isinstance(table, Table)
            and table.start
            and self.as_of
            and self.as_of < _listed(statement)
        ):
            day = text.value_text(Day(self.as_of.isoformat()), self.locale)
            return text.phrase("at", self.locale).format(day)
        return text.as_of(self.as_known(statement), self.locale)

    def as_known(self, statement: Statement) -> Statement:
        """The statement as it was known on the day: in a book of the past, without an end ahead."""
        end = statement.end
        if self.as_of and end and end.first > self.as_of:
            return replace(statement, end=None)
        return statement

    def _rows(self, statement: Statement, table: Table) -> str:
        return text.rows(len(self._of_the_day(statement, table).rows), self.locale)

    def _doubt(self, confidence: Confidence) -> str:
        is_recalled = confidence == "recalled-unverified"
        return text.phrase(confidence, self.locale) if is_recalled else ""

    def unknown(self, fact: Fact, id_: str = "") -> Reading:
        """That a fact did not exist yet, or that no source tells of it at that time.

        :param id_: what marks it on the page, where that is more than the fact.
        """
        begins = any(_begins(statement) for statement in fact.statements)
        what = "not-yet" if begins else "no-record"
        day = text.value_text(Day(self.day.isoformat()), self.locale)
        return Reading(
            id=id_ or fact.id,
            fact=fact.id,
            label=fact.label,
            value=None,
            text=text.phrase(what, self.locale),
            as_of=text.phrase(f"{what}-at", self.locale).format(day),
        )


def _begins(statement: Statement) -> bool:
    """Whether a statement is of an event, or of what has a beginning, and not a measurement."""
    dated_rows = isinstance(statement.value, Table) and bool(statement.value.start)
    return dated_rows or statement.start is not None or isinstance(statement.value, Day | Period)


def _listed(statement: Statement) -> date:
    """The day for which a list as a whole is known."""
    return statement.time.first if statement.time else date.min


def _match(reference: str) -> re.Match[str]:
    match = _REFERENCE.fullmatch(reference.strip())
    if not match:
        hint = "write topic.name, topic.name@2016-06-30 or topic.table[row].column"
        raise Problem("F009", f"'{reference}' does not name a fact", hint)
    return match


def _differ(statements: Sequence[Statement]) -> bool:
    return any(statement.value != statements[0].value for statement in statements)


def _pinned(written: str | None) -> date | None:
    if written is None:
        return None
    try:
        return Day(written).last
    except ValueError as error:
        hint = "write the day behind @ as in membership.states@2016-06-30"
        raise Problem("F012", str(error), hint) from None
