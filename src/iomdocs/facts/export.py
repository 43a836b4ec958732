"""The facts as open data: one JSON document with every statement and every source."""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from babel.core import Locale

from iomdocs.facts import text
from iomdocs.facts.model import Fact, Statement, Value
from iomdocs.facts.registry import Registry
from iomdocs.facts.tables import Row, Table
from iomdocs.facts.values import Day, Period, Periods


def to_json(
    facts: Registry, used_on: Mapping[str, Sequence[str]], edition: date, locale: Locale
) -> str:
    """All facts with their statements, the pages that show them, and all sources.

    :param used_on: names of pages by the id of the fact they show.
    :returns: a JSON document ``{"edition", "facts": [...], "sources": {...}}``, same bytes for
        the same facts.
    """
    document = {
        "edition": edition.isoformat(),
        "facts": [_fact(fact, used_on.get(fact.id, ()), locale) for fact in facts.values()],
        "sources": {key: _source(facts, key) for key in sorted(facts.sources)},
    }
    return json.dumps(document, ensure_ascii=False, indent=1) + "\n"


def _fact(fact: Fact, used_on: Sequence[str], locale: Locale) -> dict[str, Any]:
    return {
        "id": fact.id,
        "label": fact.label,
        "unit": fact.unit,
        "statements": [_statement(statement, locale) for statement in fact.statements],
        "review_after": fact.review_after.iso if fact.review_after else None,
        "note": fact.note,
        "used_on": sorted(used_on),
    }


def _statement(statement: Statement, locale: Locale) -> dict[str, Any]:
    table = isinstance(statement.value, Table)
    times = {name: getattr(statement, name) for name in ("at", "start", "end")}
    return {
        "value": _value(statement.value),
        "text": "" if table else text.value_text(statement.value, locale),
        **{name: time.iso for name, time in times.items() if time},
        "rank": statement.rank,
        "confidence": statement.confidence,
        "sources": list(statement.sources),
        "note": statement.note,
    }


def _value(value: Value | None) -> Any:
    """A value as JSON has it; its type goes with it where JSON has none of its own."""
    match value:
        case None | str():
            return value
        case Day():
            return {"type": "day", "day": value.iso}
        case Table():
            return {"type": "table", "key": value.key, "rows": [_row(row) for row in value.rows]}
        case Periods():
            return {"type": "periods", "periods": [_span(period) for period in value.periods]}
    fields = {f.name: getattr(value, f.name) for f in dataclasses.fields(value)}
    plain = {name: part.iso if isinstance(part, Day) else part for name, part in fields.items()}
    return {"type": text.kind(value), **plain}


def _span(period: Period) -> str:
    """A period as ISO 8601-2 writes an interval."""
    return f"{period.start.iso}/{period.end.iso}"


def _row(row: Row) -> dict[str, Any]:
    cells = {name: _value(cell) for name, cell in row.cells.items()}
    doubts = {"confidence": row.confidence, "note": row.note}
    return {
        "key": row.key,
        **cells,
        "sources": list(row.sources),
        **{name: text for name, text in doubts.items() if text},
    }


def _source(facts: Registry, key: str) -> dict[str, str]:
    fields = dataclasses.asdict(facts.sources[key])
    return {name: field for name, field in fields.items() if field and name != "key"}
