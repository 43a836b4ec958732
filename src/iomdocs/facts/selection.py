"""Rows of a table, chosen by conditions and put in order."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass

from babel.core import Locale

from iomdocs.diagnostics import Problem, nearest
from iomdocs.facts import text
from iomdocs.facts.tables import Cell, Column, Row, Table
from iomdocs.facts.values import Country, Day, Number

_CONDITION = re.compile(
    r"(?P<column>[\w-]+(?:\.\w+)?)\s*(?P<operator>=|!=|<=|>=|<|>)\s*(?P<value>.*)"
)


@dataclass(frozen=True, slots=True)
class Query:
    """Which rows to take, and in which order.

    Attributes:
        where: conditions with commas between them, ``status = member, since >= 2000``; nothing
            behind ``=`` asks for an empty cell. A country is met by its code or its name. Behind
            a column of dates, ``.precision`` asks how precise they are: ``since.precision = day``,
            ``month``, ``year``, or ``about`` for an approximate date.
        sort: a column, with ``-`` before it for the last first; empty cells come last.
        limit: how many rows at the most.
    """

    where: str = ""
    sort: str = ""
    limit: int | None = None


def column_of(table: Table, name: str) -> Column:
    """The column of that name.

    :raises Problem: the table has no such column (F013).
    """
    columns: Mapping[str, Column] = {column.name: column for column in table.columns}
    if name in columns:
        return columns[name]
    hint = f"columns: {', '.join(columns)}"
    raise Problem("F013", f"there is no column '{name}'", hint)


def row_of(table: Table, key: str, name: str) -> Row:
    """The row of a table with that key.

    :param name: what the table is called in a message: the id of its fact.
    :raises Problem: the table has no such row (F009).
    """
    rows = {row.key: row for row in table.rows}
    if key in rows:
        return rows[key]
    raise Problem("F009", f"'{name}' has no row '{key}'", nearest(key, rows))


def select(table: Table, query: Query, locale: Locale) -> Sequence[Row]:
    """The rows of a table that a query asks for.

    :raises Problem: a condition or column that the table does not know (F011, F013).
    """
    written = filter(None, (part.strip() for part in query.where.split(",")))
    conditions = [_condition(table, words, locale) for words in written]
    rows = [row for row in table.rows if all(c.is_met_by(row, locale) for c in conditions)]
    if query.sort:
        rows = _sorted(table, rows, query.sort, locale)
    return rows[: query.limit] if query.limit else rows


def _sorted(table: Table, rows: Sequence[Row], sort: str, locale: Locale) -> list[Row]:
    column = column_of(table, sort.removeprefix("-").strip()).name
    filled = [(cell, row) for row in rows if (cell := row.cells[column]) is not None]
    filled.sort(key=lambda pair: _key(pair[0], locale), reverse=sort.startswith("-"))
    return [*(row for _, row in filled), *(row for row in rows if row.cells[column] is None)]


Key = tuple[float, str]
"""What rows are put in order by."""


@dataclass(frozen=True, slots=True)
class _Condition:
    """A condition on the cells of a column, or on how precise the dates in it are.

    ``least`` and ``most`` bound what an order is asked for against: a bound to the month or year
    is the whole of it, so that 2000 is not after 2000, whatever the day.
    """

    column: Column
    of_precision: bool
    operator: str
    wanted: str
    least: Key
    most: Key

    def is_met_by(self, row: Row, locale: Locale) -> bool:
        cell = row.cells[self.column.name]
        if self.of_precision and isinstance(cell, Day):
            cell = "about" if cell.approximate else cell.precision
        if self.operator in {"=", "!="}:
            same = not self.wanted if cell is None else _is_written(cell, self.wanted, locale)
            return same == (self.operator == "=")
        return cell is not None and _ORDERS[self.operator](_key(cell, locale), self)


_ORDERS: Mapping[str, Callable[[Key, _Condition], bool]] = {
    "<": lambda key, condition: key < condition.least,
    "<=": lambda key, condition: key <= condition.most,
    ">": lambda key, condition: key > condition.most,
    ">=": lambda key, condition: key >= condition.least,
}

_BEHIND_EVERY_DATE = "~"
"""Comes after all that can be written of a day, in the order of letters."""


def _condition(table: Table, words: str, locale: Locale) -> _Condition:
    match = _CONDITION.fullmatch(words)
    if not match:
        hint = "write column = value; other signs are != < <= > >="
        raise Problem("F011", f"'{words}' is not a condition", hint)
    base, _, aspect = match["column"].partition(".")
    column, wanted = column_of(table, base), match["value"].strip()
    if aspect and (aspect != "precision" or column.type != "day"):
        hint = f"only dates have more to ask for, and only their precision: {base}.precision"
        raise Problem("F013", f"there is no column '{match['column']}'", hint)
    operator = match["operator"]
    is_order = operator not in {"=", "!="} and not aspect
    least, most = _bounds(column, wanted, locale) if is_order else ((0, wanted), (0, wanted))
    return _Condition(column, bool(aspect), operator, wanted, least, most)


def _bounds(column: Column, written: str, locale: Locale) -> tuple[Key, Key]:
    try:
        if column.type == "day":
            day = Day(written)
            first, last = day.first.toordinal(), day.last.toordinal()
            return (first, ""), (last, _BEHIND_EVERY_DATE)
        key = _key(Number(float(written)) if column.type == "number" else written, locale)
    except ValueError:
        hint = "write a number such as 12.5, or a date such as 2004-06"
        raise Problem("F011", f"'{written}' cannot be compared with the column", hint) from None
    return key, key


def _is_written(cell: Cell, wanted: str, locale: Locale) -> bool:
    """Whether a condition names what is in a cell."""
    match cell:
        case Number(amount=amount):
            with suppress(ValueError):
                return float(wanted) == amount
        case Country(code=code):
            return wanted in {code, text.value_text(cell, locale)}
        case Day(iso=iso):
            return wanted in {iso, cell.plain}
    return wanted == (text.machine(cell) or str(cell))


def _key(cell: Cell, locale: Locale) -> Key:
    match cell:
        case Number(amount=amount):
            return amount, ""
        case Day():
            return cell.first.toordinal(), cell.iso
        case _:
            return 0, text.without_accents(text.value_text(cell, locale)).casefold()
