"""The facts as one table for spreadsheets: a line for each statement, and each cell of a table."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Collection, Iterator, Sequence

from iomdocs.data.book import Book
from iomdocs.facts import text
from iomdocs.facts.model import Fact, Statement, Value
from iomdocs.facts.tables import Table
from iomdocs.facts.values import Day, Money, Number, Share

COLUMNS = (
    *("fact", "label", "row", "column", "type", "value", "unit", "text", "qualifier"),
    *("at", "start", "end", "rank", "confidence", "sources", "note"),
)
"""The first line. ``row`` and ``column`` are filled where a line is a cell of a table."""

ENCODING = "utf-8-sig"
"""How a file is written: with the mark by which spreadsheets know that it is UTF-8."""

_FORMULA = re.compile(r"[=+\-@\t\r]")
_PLAIN_NUMBER = re.compile(r"[+-]?\d+(\.\d+)?(e[+-]?\d+)?", re.ASCII)


def to_csv(book: Book, ids: Collection[str] | None = None) -> str:
    """The facts as RFC 4180 writes a table, with CRLF at the end of each line.

    A text that a spreadsheet would take for a formula has an apostrophe before it.

    :param ids: take only these facts.
    """
    written = io.StringIO(newline="")
    writer = csv.writer(written, dialect="excel")
    writer.writerow(COLUMNS)
    for fact in book.facts(ids):
        writer.writerows(book.once("csv", fact, _safe_lines))
    return written.getvalue()


def _safe_lines(book: Book, fact: Fact) -> Sequence[Sequence[str]]:
    return [[_safe(cell) for cell in line] for line in _lines(book, fact)]


def _safe(cell: str) -> str:
    """A cell that no spreadsheet runs as a formula; numbers with a sign stay numbers."""
    if _FORMULA.match(cell) and not _PLAIN_NUMBER.fullmatch(cell):
        return f"'{cell}"
    return cell


def _lines(book: Book, fact: Fact) -> Iterator[Sequence[str]]:
    for statement in fact.statements:
        words = book.reader.reading(fact, statement).text
        value = _value(statement.value, fact.unit, words)
        yield (fact.id, fact.label, "", "", *value, *_tail(statement))
        if not isinstance(statement.value, Table):
            continue
        for row in statement.value.rows:
            own = (row.confidence or statement.confidence, row.sources, row.note)
            for name, cell in row.cells.items():
                if cell is not None:
                    head = (fact.id, fact.label, row.key, name)
                    words = text.value_text(cell, book.reader.locale)
                    yield (*head, *_value(cell, "", words), *_tail(statement, own))


def _value(value: Value, unit: str, words: str) -> Sequence[str]:
    """Type, value for programs, what is counted, the printed words, and the qualifier."""
    match value:
        case Money():
            unit = value.currency
        case Share():
            unit = "%"
    plain = "" if isinstance(value, Table) else text.machine(value) or words
    return text.kind(value), plain, unit, words, _qualifier(value)


def _qualifier(value: Value) -> str:
    match value:
        case Number() | Money() | Share():
            return value.qualifier
        case Day():
            return "about" if value.approximate else ""
    return ""


def _tail(statement: Statement, own: tuple[str, Sequence[str], str] | None = None) -> Sequence[str]:
    times = [time.iso if time else "" for time in (statement.at, statement.start, statement.end)]
    confidence, sources, note = own or (statement.confidence, statement.sources, statement.note)
    return (*times, statement.rank, confidence, " ".join(sources), note)
