"""Reading facts on a day, in a language: what a page, the register and the export show."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from babel.core import Locale

from iomdocs.diagnostics import Problem, nearest
from iomdocs.facts import text
from iomdocs.facts.model import Column, Day, Fact, Number, Row, Statement, Table, Value
from iomdocs.facts.registry import Registry

_REFERENCE = re.compile(
    r"(?P<fact>[^\[\]@\s]+)(?:\[(?P<row>[^\[\]]+)\]\.(?P<column>[\w-]+))?(?:@(?P<day>\S+))?"
)
_CONDITION = re.compile(r"(?P<column>[\w-]+)\s*(?P<operator>=|!=|<=|>=|<|>)\s*(?P<value>.*)")


@dataclass(frozen=True, slots=True)
class Reading:
    """A fact, or a cell of a table fact, as it is shown: every text is finished.

    ``id`` is what marks it on the page, ``fact`` the fact it belongs to.
    """

    id: str
    fact: str
    label: str
    value: Value
    text: str
    as_of: str
    sources: Sequence[str]
    confidence: str

    @property
    def kind(self) -> str:
        """The type of the value, lower-case."""
        return text.kind(self.value)

    @property
    def machine(self) -> str:
        """The value for programs, or empty text."""
        return text.machine(self.value)


@dataclass(frozen=True, slots=True)
class Reader:
    """Reads facts of a book on the day of its edition, in the language of the build."""

    facts: Registry
    edition: date
    locale: Locale

    def read(self, reference: str) -> Reading:
        """The fact that ``membership.states``, ``...@2016-06-30`` or a cell reference names.

        :raises Problem: the fact, row, column or day is unknown (F001, F009, F010).
        """
        match = _REFERENCE.fullmatch(reference.strip())
        if not match:
            hint = "write topic.name, topic.name@2016-06-30 or topic.table[row].column"
            raise Problem("F009", f"'{reference}' does not name a fact", hint)
        fact = self.facts.find(match["fact"])
        statement = self.statement(fact, self._day(match["day"]))
        if match["row"]:
            return self._cell(fact, statement, match["row"], match["column"])
        if isinstance(statement.value, Table):
            hint = f"name a cell, {fact.id}[row].column, or show it with fact:table"
            raise Problem("F009", f"'{fact.id}' is a table", hint)
        return self.reading(fact, statement)

    def reading(self, fact: Fact, statement: Statement) -> Reading:
        """One statement of a fact as it is shown."""
        whole = not isinstance(statement.value, Table)
        return Reading(
            id=fact.id,
            fact=fact.id,
            label=fact.label,
            value=statement.value,
            text=text.value_text(statement.value, self.locale) if whole else "",
            as_of=text.as_of(statement, self.locale),
            sources=statement.sources,
            confidence=statement.confidence,
        )

    def statement(self, fact: Fact, day: date | None = None) -> Statement:
        """The statement of ``fact`` on ``day``, or else on the day of the edition.

        :raises Problem: nothing was known by then (F010).
        """
        if not fact.statements:
            raise Problem.reported()
        day = day or self.edition
        statement = fact.on(day)
        if statement:
            return statement
        hint = "it has no statement that may be shown"
        times = [s.time for s in fact.statements if s.time and s.rank != "deprecated"]
        if times:
            first = text.value_text(min(times, key=lambda time: time.first), self.locale)
            hint = f"its first statement is of {first}"
        shown = text.value_text(Day(day.isoformat()), self.locale)
        raise Problem("F010", f"nothing is known of '{fact.id}' on {shown}", hint)

    def table(self, id_: str) -> tuple[Fact, Statement, Table]:
        """A table fact on the day of the edition.

        :raises Problem: the fact is unknown or is not a table (F001, F011).
        """
        fact = self.facts.find(id_)
        statement = self.statement(fact)
        if isinstance(statement.value, Table):
            return fact, statement, statement.value
        tables = [
            other.id
            for other in self.facts.values()
            if any(isinstance(s.value, Table) for s in other.statements)
        ]
        raise Problem(
            "F011", f"'{id_}' is not a table", nearest(id_, tables, f"use {{fact}}`{id_}`")
        )

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
            as_of=text.as_of(statement, self.locale),
            sources=row.sources,
            confidence=row.confidence or statement.confidence,
        )

    def _cell(self, fact: Fact, statement: Statement, key: str, column: str) -> Reading:
        table = statement.value
        if not isinstance(table, Table):
            raise Problem("F009", f"'{fact.id}' is not a table", f"write {{fact}}`{fact.id}`")
        rows = {row.key: row for row in table.rows}
        if key not in rows:
            raise Problem("F009", f"'{fact.id}' has no row '{key}'", nearest(key, rows))
        found = self.cell(fact, statement, rows[key], column_of(table, column))
        if found is None:
            raise Problem("F009", f"the cell '{fact.id}[{key}].{column}' is empty")
        return found

    def _day(self, written: str | None) -> date | None:
        if written is None:
            return None
        try:
            day = Day(written)
        except ValueError as error:
            raise Problem("F009", str(error)) from None
        return day.last


def column_of(table: Table, name: str) -> Column:
    """The column of that name.

    :raises Problem: the table has no such column (F009).
    """
    columns: Mapping[str, Column] = {column.name: column for column in table.columns}
    if name in columns:
        return columns[name]
    raise Problem("F009", f"there is no column '{name}'", f"columns: {', '.join(columns)}")


def select(table: Table, where: str, sort: str, limit: int | None) -> list[Row]:
    """The rows that meet all conditions of ``where``, in order.

    :param where: conditions with commas between them, ``status = member, since >= 2000``; nothing
        behind ``=`` asks for an empty cell.
    :param sort: a column, with ``-`` before it for the last first; empty cells come last.
    :raises Problem: a condition or column that the table does not know (F009, F011).
    """
    rows = list(table.rows)
    for condition in filter(None, (part.strip() for part in where.split(","))):
        rows = [row for row in rows if _meets(table, row, condition)]
    if sort:
        column = column_of(table, sort.removeprefix("-").strip()).name
        filled = [row for row in rows if row.cells[column] is not None]
        empty = [row for row in rows if row.cells[column] is None]
        filled.sort(key=lambda row: _order(row.cells[column]), reverse=sort.startswith("-"))
        rows = filled + empty
    return rows[:limit] if limit else rows


def _meets(table: Table, row: Row, condition: str) -> bool:
    match = _CONDITION.fullmatch(condition)
    if not match:
        hint = "write column = value; other signs are != < <= > >="
        raise Problem("F011", f"'{condition}' is not a condition", hint)
    column = column_of(table, match["column"])
    cell, wanted = row.cells[column.name], match["value"].strip()
    if match["operator"] in {"=", "!="}:
        same = (_plain(cell) == wanted) if cell is not None else not wanted
        return same == (match["operator"] == "=")
    if cell is None:
        return False
    left, right = _order(cell), _order(_typed(cell, wanted))
    return {
        "<": left < right,
        "<=": left <= right,
        ">": left > right,
        ">=": left >= right,
    }[match["operator"]]


def _typed(like: Value, written: str) -> Value:
    try:
        match like:
            case Number():
                return Number(float(written))
            case Day():
                return Day(written)
    except ValueError:
        hint = "write a number such as 12.5, or a date such as 2004-06"
        raise Problem("F011", f"'{written}' cannot be compared with the column", hint) from None
    return written


def _plain(value: Value) -> str:
    return text.machine(value) or str(value)


def _order(value: Value | None) -> tuple[float, str]:
    match value:
        case Number(amount=amount):
            return amount, ""
        case Day():
            return value.first.toordinal(), value.iso
        case _:
            return 0, str(value).casefold()
