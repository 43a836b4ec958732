"""Rows of a table, chosen by conditions and put in order."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from babel.core import Locale

from iomdocs.diagnostics import Problem
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


def select(table: Table, query: Query, locale: Locale) -> Sequence[Row]:
    """The rows of a table that a query asks for.

    :raises Problem: a condition or column that the table does not know (F011, F013).
    """
    rows = list(table.rows)
    for condition in filter(None, (part.strip() for part in query.where.split(","))):
        rows = [row for row in rows if _meets(table, row, condition, locale)]
    if query.sort:
        rows = _sorted(table, rows, query.sort, locale)
    return rows[: query.limit] if query.limit else rows


def _sorted(table: Table, rows: Sequence[Row], sort: str, locale: Locale) -> list[Row]:
    column = column_of(table, sort.removeprefix("-").strip()).name
    filled = [(cell, row) for row in rows if (cell := row.cells[column]) is not None]
    filled.sort(key=lambda pair: _order(pair[0], locale), reverse=sort.startswith("-"))
    return [*(row for _, row in filled), *(row for row in rows if row.cells[column] is None)]


def _meets(table: Table, row: Row, condition: str, locale: Locale) -> bool:
    match = _CONDITION.fullmatch(condition)
    if not match:
        hint = "write column = value; other signs are != < <= > >="
        raise Problem("F011", f"'{condition}' is not a condition", hint)
    cell, wanted = _cell(table, row, match["column"]), match["value"].strip()
    if match["operator"] in {"=", "!="}:
        same = (wanted in _spellings(cell, locale)) if cell is not None else not wanted
        return same == (match["operator"] == "=")
    if cell is None:
        return False
    left, right = _order(cell, locale), _order(_typed(cell, wanted), locale)
    return {
        "<": left < right,
        "<=": left <= right,
        ">": left > right,
        ">=": left >= right,
    }[match["operator"]]


def _cell(table: Table, row: Row, name: str) -> Cell | None:
    """What a condition asks of a row: a cell, or how precise the date in it is."""
    base, _, aspect = name.partition(".")
    column = column_of(table, base)
    cell = row.cells[column.name]
    if not aspect:
        return cell
    if aspect != "precision" or column.type != "day":
        hint = f"only dates have more to ask for, and only their precision: {base}.precision"
        raise Problem("F013", f"there is no column '{name}'", hint)
    if not isinstance(cell, Day):
        return None
    return "about" if cell.approximate else cell.precision


def _typed(like: Cell, written: str) -> Cell:
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


def _spellings(cell: Cell, locale: Locale) -> set[str]:
    """The ways in which a condition may name what is in a cell."""
    plain = text.machine(cell) or str(cell)
    return {plain, text.value_text(cell, locale)} if isinstance(cell, Country) else {plain}


def _order(cell: Cell, locale: Locale) -> tuple[float, str]:
    match cell:
        case Number(amount=amount):
            return amount, ""
        case Day():
            return cell.first.toordinal(), cell.iso
        case _:
            return 0, text.without_accents(text.value_text(cell, locale)).casefold()
