"""Read record modules without running them.

A record module is Python, but only literal constructor calls of the model: ``FACTS = [Fact(...)]``.
It is parsed with :mod:`ast` and evaluated here, so that a mistake is reported with its line, all
mistakes are found in one run, and a record file from a stranger cannot run code.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import MISSING, Field, dataclass, field, fields, replace
from functools import cache
from pathlib import Path
from typing import Any, get_type_hints

from iomdocs.diagnostics import Diagnostic, Location, nearest, not_utf8
from iomdocs.facts.characters import HINT, unusable
from iomdocs.facts.derivation import CountOf, DifferenceOf, SumOf, TotalOf
from iomdocs.facts.fields import fits, wording
from iomdocs.facts.literals import parsed
from iomdocs.facts.model import Fact, Statement, Topic
from iomdocs.facts.tablefile import TableFile
from iomdocs.facts.tables import Column, Table
from iomdocs.facts.values import (
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

_LARGEST = 10**18
"""Numbers of this size and above are mistakes, and some are too long to be printed."""


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
            return parsed(self.path.read_bytes(), str(self.path)).body
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
            case ast.Constant(value=int() | float() as number) if not abs(number) < _LARGEST:
                self._report(node, "F006", "the number is too large", "write one below 10**18")
            case ast.Constant(value=str() as text) if wrong := unusable(text):
                self._report(node, "F006", wrong, HINT)
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
        rows = TableFile(path, table, self.problems).read(text)
        return _BROKEN if rows is None else replace(table, rows=tuple(rows))

    def _report(self, node: ast.AST, code: str, message: str, hint: str = "") -> None:
        self._add(getattr(node, "lineno", 1), code, message, hint)

    def _add(self, line: int, code: str, message: str, hint: str) -> None:
        self.problems.append(Diagnostic(Location(str(self.path), line), code, message, hint))


_RECORDS_HINT = "a record module holds imports, TOPIC = Topic(...) and FACTS = [Fact(...), ...]"


@cache
def _hints(kind: type) -> Mapping[str, Any]:
    """The types of the fields of a record, which are slow to find out."""
    return get_type_hints(kind)


def _arguments(names: Sequence[str], call: ast.Call) -> Iterator[tuple[str, ast.expr]]:
    for number, node in enumerate(call.args):
        yield (names[number] if number < len(names) else f"no. {number + 1}"), node
    for keyword in call.keywords:
        yield keyword.arg or "**", keyword.value


def _is_required(entry: Field[Any]) -> bool:
    return entry.default is MISSING and entry.default_factory is MISSING


def _is_docstring(statement: ast.stmt) -> bool:
    return isinstance(statement, ast.Expr) and isinstance(statement.value, ast.Constant)
