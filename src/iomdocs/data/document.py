"""The facts as one JSON document, with every statement and every source.

Its form is told by ``facts.schema.json`` beside this module, which is published with the data.
"""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Collection, Iterator, Mapping
from pathlib import Path
from typing import Any

from babel.core import Locale

from iomdocs.data.book import Book, cited
from iomdocs.facts import text
from iomdocs.facts.derivation import Derivation
from iomdocs.facts.model import Fact, Statement, Value
from iomdocs.facts.tables import Cell, Column, Row, Table
from iomdocs.facts.values import Day, Period, Periods

Json = dict[str, Any]

SCHEMA = Path(__file__).parent / "facts.schema.json"
"""The JSON Schema (draft 2020-12) that every document meets."""


def document(book: Book, ids: Collection[str] | None = None) -> Json:
    """All facts with their statements, the pages that show them, and all sources.

    :param ids: take only these facts, and the sources that they name.
    :returns: what :data:`SCHEMA` describes; the same for the same facts.
    """
    facts, sources = book.facts(ids), book.reader.facts.sources
    keys = sources if ids is None else cited(facts) & sources.keys()
    return {
        "title": book.title,
        "language": book.language,
        "licence": book.licence,
        "edition": book.edition.isoformat(),
        "as_of": book.reader.day.isoformat(),
        "facts": [book.once("json", fact, _fact) for fact in facts],
        "sources": {key: _source(book, key) for key in sorted(keys)},
    }


def to_text(data: Json | list[Any]) -> str:
    """JSON as it is published: indented, with all letters as they are."""
    return json.dumps(data, ensure_ascii=False, indent=1) + "\n"


def document_text(book: Book, ids: Collection[str] | None = None) -> str:
    """What :func:`to_text` makes of :func:`document`; each fact is written once for all pages."""
    data = document(book, ids)
    facts = ",\n".join(book.once("json text", fact, _fact_text) for fact in book.facts(ids))
    whole = to_text({**data, "facts": []})
    return whole.replace(_NO_FACTS, f'\n "facts": [\n{facts}\n ],\n', 1) if facts else whole


_NO_FACTS = '\n "facts": [],\n'
"""Where facts go in a document; the end of a line stands in no text of JSON."""


def _fact_text(book: Book, fact: Fact) -> str:
    """A fact as it stands in a document, two steps deep."""
    written = json.dumps(book.once("json", fact, _fact), ensure_ascii=False, indent=1)
    return "  " + written.replace("\n", "\n  ")


def _fact(book: Book, fact: Fact) -> Json:
    shown = book.shown(fact)
    return {
        "id": fact.id,
        "label": fact.label,
        "unit": fact.unit,
        "unit_one": fact.unit_one,
        "statements": [_statement(book, fact, statement) for statement in fact.statements],
        "shown": next((n for n, s in enumerate(fact.statements) if s is shown), None),
        "derived_from": _derivation(fact.derived_from),
        "review_after": fact.review_after.iso if fact.review_after else None,
        "note": fact.note,
        "used_on": sorted(book.used_on.get(fact.id, ())),
    }


def _statement(book: Book, fact: Fact, statement: Statement) -> Json:
    times = {name: getattr(statement, name) for name in ("at", "start", "end")}
    reading = book.reader.reading(fact, statement)
    return {
        "value": value(statement.value, book.reader.locale),
        "text": reading.text,
        **{name: time.iso for name, time in times.items() if time},
        "when": reading.as_of,
        "rank": statement.rank,
        "confidence": statement.confidence,
        "sources": list(statement.sources),
        "note": statement.note,
    }


def value(value: Value, locale: Locale) -> Any:
    """A value as JSON has it; its type goes with it where JSON has none of its own."""
    match value:
        case str():
            return value
        case Day():
            return {"type": "day", "day": value.iso}
        case Periods():
            return {"type": "periods", "periods": [_span(period) for period in value.periods]}
        case Table():
            return {
                "type": "table",
                "key": value.key,
                "columns": [_column(column) for column in value.columns],
                "rows": [_row(row, locale) for row in value.rows],
            }
    fields = {f.name: getattr(value, f.name) for f in dataclasses.fields(value)}
    return {"type": text.kind(value), **{name: _plain(part) for name, part in fields.items()}}


def _plain(part: Any) -> Any:
    match part:
        case Day():
            return part.iso
        case tuple():
            return list(part)
    return part


def _span(period: Period) -> str:
    """A period as ISO 8601-2 writes an interval."""
    return f"{period.start.iso}/{period.end.iso}"


def _column(column: Column) -> Json:
    return {
        "name": column.name,
        "label": column.label,
        "type": column.type,
        "sum_of": list(column.sum_of),
    }


def _row(row: Row, locale: Locale) -> Json:
    return {
        "key": row.key,
        "cells": {name: _cell(cell, locale) for name, cell in _filled(row)},
        "confidence": row.confidence,
        "sources": list(row.sources),
        "note": row.note,
    }


def _filled(row: Row) -> Iterator[tuple[str, Cell]]:
    return ((name, cell) for name, cell in row.cells.items() if cell is not None)


def _cell(cell: Cell, locale: Locale) -> Json:
    return {"value": value(cell, locale), "text": text.value_text(cell, locale)}


def _derivation(derivation: Derivation | None) -> Json | None:
    """What a fact follows from; the type is the name of its class: ``count`` for ``CountOf``."""
    if derivation is None:
        return None
    kind = type(derivation).__name__.removesuffix("Of").lower()
    fields = dataclasses.asdict(derivation)
    return {"type": kind, **{name: _plain(part) for name, part in fields.items()}}


def _source(book: Book, key: str) -> Mapping[str, str]:
    fields = dataclasses.asdict(book.reader.facts.sources[key])
    return {name: field for name, field in fields.items() if field and name != "key"}
