"""Read the rows of a table from its CSV file (RFC 4180), every mistake with its line."""

from __future__ import annotations

import csv
import io
import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import cast

from iomdocs.diagnostics import Diagnostic, Location
from iomdocs.facts.characters import HINT, unusable
from iomdocs.facts.fields import fits, wording
from iomdocs.facts.tables import Cell, Column, Row, Table
from iomdocs.facts.values import Confidence, Country, Day, Number, Period, Periods

_QUOTATION_HINT = "close each quotation mark; write two of them for one inside a text"

_FREE_COLUMNS = {"sources", "note", "confidence"}


@dataclass(frozen=True, slots=True)
class TableFile:
    """The rows of one CSV file, read by the columns that its record declares."""

    path: Path
    table: Table
    problems: list[Diagnostic]

    def read(self, text: str) -> Sequence[Row] | None:
        """The rows of the file that can be used; ``None`` if none can, as its form is wrong."""
        lines = self._lines(csv.reader(io.StringIO(text, newline=""), strict=True))
        names = next(lines, (1, []))[1]
        if not self._has_columns(names):
            return None
        rows: dict[str, Row] = {}
        for line, cells in lines:
            row = None if self._swallows_rows(names, cells, line) else self._row(names, cells, line)
            if row is None:
                continue
            if row.key in rows:
                message = f"row '{row.key}' stands in line {rows[row.key].location.line} already"
                self._report(line, message, "every row needs a key of its own")
            rows.setdefault(row.key, row)
        return list(rows.values())

    def _lines(self, reader: Iterator[list[str]]) -> Iterator[tuple[int, list[str]]]:
        """The filled lines of the file, each with its number."""
        while True:
            line = getattr(reader, "line_num", 0) + 1
            try:
                cells = next(reader)
            except StopIteration:
                return
            except csv.Error as error:
                self._report(line, f"the line cannot be read: {error}", _QUOTATION_HINT)
                return
            if cells:
                yield line, cells

    def _swallows_rows(self, names: Sequence[str], cells: Sequence[str], line: int) -> bool:
        """Whether a text of several lines looks as if it had the next rows in it."""
        more = (part for cell in cells for part in cell.split("\n")[1:])
        if not any(part.count(",") >= len(names) - 1 for part in more):
            return False
        message = f"row '{cells[0]}' runs on over the rows below it"
        self._report(line, message, _QUOTATION_HINT)
        return True

    def _has_columns(self, names: list[str]) -> bool:
        columns = self.table.columns
        codes = {column.code for column in columns if column.code}
        declared = {column.name for column in columns} | codes | {self.table.key, "sources"}
        missing = sorted(declared - set(names))
        if missing:
            hint = f"the first line of the file has {', '.join(names)}"
            self._report(1, f"column '{missing[0]}' is missing", hint)
        for name, times in Counter(names).items():
            if times > 1:
                self._report(1, f"column '{name}' stands there twice", "leave one of them out")
            if name not in declared | _FREE_COLUMNS:
                self._report(1, f"column '{name}' is not declared", "declare it as Column(...)")
        return not missing

    def _row(self, names: Sequence[str], cells: Sequence[str], line: int) -> Row | None:
        if len(cells) != len(names):
            message = f"row '{cells[0]}' has {len(cells)} cells, and the first line {len(names)}"
            self._report(line, message, "put text with commas into double quotation marks")
            return None
        if wrong := next(filter(None, map(unusable, cells)), ""):
            self._report(line, f"row '{cells[0]}': {wrong}", HINT)
            return None
        texts = {name: cell.strip() for name, cell in zip(names, cells, strict=True)}
        key = texts[self.table.key]
        if not key:
            self._report(line, f"column '{self.table.key}' is empty", "give the row a key")
            return None
        sources = tuple(texts["sources"].split())
        if not sources:
            hint = "put a source key into the column 'sources'"
            self.problems.append(
                Diagnostic(self._at(line), "F002", f"row '{key}' has no source", hint)
            )
        values = {c.name: self._cell(c, texts, line) for c in self.table.columns}
        note = texts.get("note", "")
        return Row(key, values, sources, self._confidence(texts, line), note, self._at(line))

    def _confidence(self, texts: Mapping[str, str], line: int) -> Confidence | None:
        written = texts.get("confidence") or None
        if written is None or fits(written, Confidence):
            return cast("Confidence | None", written)
        message = f"row '{texts[self.table.key]}', column 'confidence': '{written}' is not allowed"
        self._report(line, message, f"allowed: {wording(Confidence)}, or nothing")
        return None

    def _cell(self, column: Column, texts: Mapping[str, str], line: int) -> Cell | None:
        text = texts[column.code or column.name]
        if not text:
            return None
        try:
            if column.code:
                return Country(text, texts[column.name])
            return _CELL[column.type](text)
        except ValueError as error:
            message = f"row '{texts[self.table.key]}', column '{column.name}': {error}"
            self._report(line, message, f"the column holds values of type {column.type}")
            return None

    def _report(self, line: int, message: str, hint: str) -> None:
        self.problems.append(Diagnostic(self._at(line), "F008", message, hint))

    def _at(self, line: int) -> Location:
        return Location(str(self.path), line)


_NUMBER = re.compile(r"[+-]?\d+(\.\d+)?", re.ASCII)


def _number(text: str) -> Number:
    if not _NUMBER.fullmatch(text):
        msg = f"'{text}' is not a number; write 1234 or 12.5"
        raise ValueError(msg)
    return Number(float(text) if "." in text else int(text))


def _periods(text: str) -> Periods:
    """Intervals as ISO 8601-2 writes them, with semicolons between."""
    periods = []
    for part in text.split(";"):
        start, slash, end = part.strip().partition("/")
        if not slash:
            msg = f"'{part.strip()}' is not a period; write 1951/1973 or 1980-05/1984"
            raise ValueError(msg)
        periods.append(Period(Day(start), Day(end)))
    return Periods(tuple(periods))


_CELL: Mapping[str, Callable[[str], Cell]] = {
    "text": str,
    "number": _number,
    "day": Day,
    "periods": _periods,
}
