"""Read record modules without running them.

A record module is Python, but only literal constructor calls of the model: ``FACTS = [Fact(...)]``.
It is parsed with :mod:`ast` and evaluated here, so that a mistake is reported with its line, all
mistakes are found in one run, and a record file from a stranger cannot run code.
"""

from __future__ import annotations

import ast
import csv
import io
import re
import types
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import MISSING, Field, dataclass, field, fields, replace
from functools import cache
from pathlib import Path
from typing import Any, Literal, Union, cast, get_args, get_origin, get_type_hints

from iomdocs.diagnostics import Diagnostic, Location, nearest, not_utf8
from iomdocs.facts.derivation import CountOf, DifferenceOf, SumOf, TotalOf
from iomdocs.facts.model import Fact, Statement, Topic
from iomdocs.facts.tables import Cell, Column, Row, Table
from iomdocs.facts.values import (
    Confidence,
    Country,
    Day,
    Items,
    Money,
    Number,
    Period,
    Periods,
    Person,
    Place,
    Share,
)

_KINDS = (
    *(Fact, Statement, Topic, Table, Column, CountOf, DifferenceOf, SumOf, TotalOf),
    *(Country, Day, Items, Money, Number, Period, Periods, Person, Place, Share),
)

MODEL: Mapping[str, type] = {kind.__name__: kind for kind in _KINDS}
"""The constructors that a record module may call."""

_FREE_COLUMNS = {"sources", "note", "confidence"}


@dataclass(frozen=True, slots=True)
class Records:
    """What was read: facts and topics in the order of the files, and what was wrong.

    ``is_complete`` is false where a whole file could not be read, so that facts may be missing
    that are there.
    """

    facts: Sequence[Fact]
    topics: Sequence[Topic]
    problems: Sequence[Diagnostic]
    is_complete: bool


class _Broken:
    """Stands for an expression that was reported already."""


_BROKEN = _Broken()


def read(paths: Sequence[Path]) -> Records:
    """The records of all ``paths``; a file or record that cannot be used becomes a problem."""
    facts: list[Fact] = []
    topics: list[Topic] = []
    problems: list[Diagnostic] = []
    is_complete = True
    for path in paths:
        reader = _Reader(path)
        for record in reader.records():
            if isinstance(record, Fact):
                facts.append(record)
            else:
                topics.append(record)
        problems += reader.problems
        is_complete &= reader.is_readable
    return Records(tuple(facts), tuple(topics), tuple(problems), is_complete)


@dataclass(slots=True)
class _Reader:
    path: Path
    problems: list[Diagnostic] = field(default_factory=list)
    is_readable: bool = True

    def records(self) -> Iterator[Fact | Topic]:
        """The facts and topics assigned at the top of the module."""
        for statement in self._body():
            if isinstance(statement, ast.ImportFrom | ast.Import) or _is_docstring(statement):
                continue
            if not isinstance(statement, ast.Assign | ast.AnnAssign) or statement.value is None:
                self._report(statement, "F005", "only records may stand here", _RECORDS_HINT)
                continue
            value = self._evaluate(statement.value)
            for record in value if isinstance(value, tuple) else (value,):
                if isinstance(record, Fact | Topic):
                    yield record
                elif record is not _BROKEN:
                    self._report(statement, "F005", "neither facts nor a topic", _RECORDS_HINT)

    def _body(self) -> list[ast.stmt]:
        try:
            return ast.parse(self.path.read_bytes().decode("utf-8-sig"), str(self.path)).body
        except UnicodeDecodeError as error:
            self.problems.append(not_utf8(self.path, error))
        except SyntaxError as error:
            message = f"this is not valid Python: {error.msg}"
            hint = "look for a missing comma, quotation mark or bracket here or on the line above"
            self._add(error.lineno or 1, "F005", message, hint)
        self.is_readable = False
        return []

    def _evaluate(self, node: ast.expr) -> Any:
        match node:
            case ast.Constant(value=value):
                return value
            case ast.UnaryOp(op=ast.USub(), operand=ast.Constant(value=int() | float() as number)):
                return -number
            case ast.List(elts=elements) | ast.Tuple(elts=elements):
                values = tuple(self._evaluate(element) for element in elements)
                return tuple(value for value in values if value is not _BROKEN)
            case ast.Call(func=ast.Name(id=name)) if name in MODEL:
                return self._construct(MODEL[name], node)
            case ast.Call(func=ast.Name(id=name)):
                hint = nearest(name, MODEL, f"use {', '.join(sorted(MODEL))}")
                self._report(node, "F005", f"'{name}' is not a kind of record", hint)
            case _:
                self._report(node, "F005", "only literal values may stand here", _RECORDS_HINT)
        return _BROKEN

    def _construct(self, kind: type, call: ast.Call) -> Any:
        names = [f.name for f in fields(kind) if f.name not in {"location", "rows"}]
        arguments: dict[str, Any] = {}
        for name, node in _arguments(names, call):
            if name in arguments:
                self._report(node, "F006", f"{kind.__name__}: {name} is given twice")
            if name not in names:
                hint = nearest(name, names, f"{kind.__name__} takes {', '.join(names)}")
                self._report(node, "F006", f"{kind.__name__} has no field '{name}'", hint)
                arguments[name] = _BROKEN
                continue
            arguments[name] = self._field(kind, name, node)
        required = [f.name for f in fields(kind) if _is_required(f)]
        missing = [name for name in required if name not in arguments]
        if missing:
            what = ", ".join(missing)
            code = "F002" if missing == ["sources"] else "F006"
            self._report(call, code, f"{kind.__name__} lacks {what}", f"add {missing[0]}=...")
        if missing or any(value is _BROKEN for value in arguments.values()):
            self.is_readable &= kind not in {Fact, Topic}
            return _BROKEN
        if "location" in {f.name for f in fields(kind)}:
            arguments["location"] = Location(str(self.path), call.lineno)
        return self._create(kind, arguments, call)

    def _create(self, kind: type, arguments: dict[str, Any], call: ast.Call) -> Any:
        try:
            record = kind(**arguments)
        except ValueError as error:
            self._report(call, "F006", str(error))
            return _BROKEN
        return self._filled(record, call) if isinstance(record, Table) else record

    def _field(self, kind: type, name: str, node: ast.expr) -> Any:
        value = self._evaluate(node)
        if value is _BROKEN:
            return _BROKEN
        if kind is Fact and name == "statements" and not getattr(node, "elts", True):
            hint = "add a Statement with value, date and source"
            self._report(node, "F006", "a fact without any statement", hint)
        hint = _hints(kind)[name]
        if fits(value, hint):
            return value
        allowed = wording(hint)
        shown = repr(value) if isinstance(value, str | int | float) else type(value).__name__
        message = f"{kind.__name__}: {name} cannot be {shown}"
        self._report(node, "F006", message, f"allowed: {allowed}")
        return _BROKEN

    def _filled(self, table: Table, call: ast.Call) -> Table | _Broken:
        path = self.path.parent / table.file
        if Path(table.file).name != table.file or not path.is_file():
            hint = "a table file stands in the folder of its record module"
            self._report(call, "F008", f"there is no table file '{table.file}'", hint)
            return _BROKEN
        try:
            text = path.read_bytes().decode("utf-8-sig")
        except UnicodeDecodeError as error:
            self.problems.append(not_utf8(path, error))
            return _BROKEN
        rows = _TableFile(path, table, self.problems)
        return replace(table, rows=tuple(rows.read(text)))

    def _report(self, node: ast.AST, code: str, message: str, hint: str = "") -> None:
        self._add(getattr(node, "lineno", 1), code, message, hint)

    def _add(self, line: int, code: str, message: str, hint: str) -> None:
        self.problems.append(Diagnostic(Location(str(self.path), line), code, message, hint))


_RECORDS_HINT = "a record module holds imports, TOPIC = Topic(...) and FACTS = [Fact(...), ...]"


@dataclass(frozen=True, slots=True)
class _TableFile:
    """The rows of one CSV file, read by the columns that its record declares."""

    path: Path
    table: Table
    problems: list[Diagnostic]

    def read(self, text: str) -> Iterator[Row]:
        reader = csv.DictReader(io.StringIO(text, newline=""))
        if not self._has_columns(list(reader.fieldnames or ())):
            return
        seen: dict[str, int] = {}
        for record in reader:
            row = self._row(record, reader.line_num)
            if row is None:
                continue
            if row.key in seen:
                message = f"row '{row.key}' stands in line {seen[row.key]} already"
                self._report(reader.line_num, message, "every row needs a key of its own")
            seen[row.key] = reader.line_num
            yield row

    def _has_columns(self, names: list[str]) -> bool:
        columns = self.table.columns
        codes = {column.code for column in columns if column.code}
        declared = {column.name for column in columns} | codes | {self.table.key, "sources"}
        missing = sorted(declared - set(names))
        if missing:
            hint = f"the first line of the file has {', '.join(names)}"
            self._report(1, f"column '{missing[0]}' is missing", hint)
        for name in names:
            if name not in declared | _FREE_COLUMNS:
                self._report(1, f"column '{name}' is not declared", "declare it as Column(...)")
        return not missing

    def _row(self, record: dict[str | None, Any], line: int) -> Row | None:
        if None in record or None in record.values():
            hint = "put text with commas into double quotation marks"
            self._report(line, "the row has more or fewer cells than the first line", hint)
            return None
        texts = {str(name): str(text).strip() for name, text in record.items()}
        if not texts[self.table.key]:
            self._report(line, f"column '{self.table.key}' is empty", "give the row a key")
            return None
        sources = tuple(texts["sources"].split())
        if not sources:
            message = f"row '{texts[self.table.key]}' has no source"
            hint = "put a source key into the column 'sources'"
            self.problems.append(Diagnostic(self._at(line), "F002", message, hint))
        cells = {c.name: self._cell(c, texts, line) for c in self.table.columns}
        confidence = texts.get("confidence") or None
        if confidence is not None and not fits(confidence, Confidence):
            hint = f"allowed: {wording(Confidence)}, or nothing"
            self._report(line, f"column 'confidence': '{confidence}' is not allowed", hint)
            confidence = None
        sure = cast("Confidence | None", confidence)
        note = texts.get("note", "")
        return Row(texts[self.table.key], cells, sources, sure, note, self._at(line))

    def _cell(self, column: Column, texts: Mapping[str, str], line: int) -> Cell | None:
        text = texts[column.code or column.name]
        if not text:
            return None
        try:
            if column.code:
                return Country(text, texts[column.name])
            return _CELL[column.type](text)
        except ValueError as error:
            message = f"column '{column.name}': {error}"
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


@cache
def _hints(kind: type) -> Mapping[str, Any]:
    """The types of the fields of a record, which are slow to find out."""
    return get_type_hints(kind)


def fits(value: Any, hint: Any) -> bool:
    """Whether a literal may stand where the model has a field of type ``hint``."""
    origin = get_origin(hint)
    if origin in {Union, types.UnionType}:
        return any(fits(value, part) for part in get_args(hint))
    if origin is Literal:
        return value in get_args(hint)
    if origin is Sequence:
        return isinstance(value, tuple) and all(fits(part, get_args(hint)[0]) for part in value)
    if hint is float:
        return isinstance(value, float)
    if hint is int:
        return isinstance(value, int) and not isinstance(value, bool)
    return isinstance(value, hint)


def wording(hint: Any) -> str:
    """What may stand in a field of type ``hint``, in words for a contributor."""
    origin = get_origin(hint)
    if origin in {Union, types.UnionType}:
        parts = (wording(part) for part in get_args(hint) if part is not type(None))
        return ", ".join(dict.fromkeys(parts))
    if origin is Literal:
        return ", ".join(f'"{value}"' for value in get_args(hint))
    if origin is Sequence:
        return f"a list of {wording(get_args(hint)[0])} in [ ]"
    plain = {str: 'text in "quotation marks"', int: "a number", float: "a number"}
    return plain.get(hint, f"{hint.__name__}(...)")


def _arguments(names: Sequence[str], call: ast.Call) -> Iterator[tuple[str, ast.expr]]:
    for number, node in enumerate(call.args):
        yield (names[number] if number < len(names) else f"no. {number + 1}"), node
    for keyword in call.keywords:
        yield keyword.arg or "**", keyword.value


def _is_required(entry: Field[Any]) -> bool:
    return entry.default is MISSING and entry.default_factory is MISSING


def _is_docstring(statement: ast.stmt) -> bool:
    return isinstance(statement, ast.Expr) and isinstance(statement.value, ast.Constant)
