"""What a book is about, in the words of schema.org, with every value taken from a fact."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from iomdocs.diagnostics import Problem
from iomdocs.facts.reading import Reader, Reading
from iomdocs.facts.values import (
    Country,
    Day,
    Items,
    Money,
    Number,
    Period,
    Person,
    Place,
    Qualifier,
)

_HINT = 'write "property of schema.org": "id.of.a-fact", a list of ids, or a mapping of both'


Wrong = tuple[str, Problem]
"""What is written in the setting, and what is wrong with it."""


def describe(subject: Mapping[str, Any], reader: Reader) -> tuple[dict[str, Any], list[Wrong]]:
    """The subject with the values of its facts on the day of the book, and what is wrong.

    :param subject: the setting ``iomdocs_subject``: what begins with ``@`` is taken as it stands,
        every other value is the id of a fact, a list of ids, or such a mapping again.
    :returns: properties and values for schema.org; a fact that was not yet known is left out. A
        wrong id is a problem B002, whose place is the line with what is written.
    """
    problems: list[Wrong] = []
    return _described(subject, reader, problems), problems


def _described(subject: Mapping[Any, Any], reader: Reader, problems: list[Wrong]) -> dict[str, Any]:
    found = {}
    for name, wanted in subject.items():
        value = wanted if str(name).startswith("@") else _value(wanted, reader, problems)
        if value not in (None, [], {}):
            found[str(name)] = value
    return found


def _value(wanted: Any, reader: Reader, problems: list[Wrong]) -> Any:
    match wanted:
        case Mapping():
            return _described(wanted, reader, problems)
        case list() | tuple():
            values = [_value(part, reader, problems) for part in wanted]
            return [value for value in values if value is not None]
        case str():
            return _of_fact(wanted, reader, problems)
    problem = Problem("B002", f"iomdocs_subject cannot have {wanted!r}", _HINT)
    problems.append((repr(wanted), problem))
    return None


def _of_fact(id_: str, reader: Reader, problems: list[Wrong]) -> Any:
    try:
        reading = reader.read(id_)
    except Problem as problem:
        if problem.code:
            message = f"iomdocs_subject: {problem.message}"
            problems.append((id_, Problem("B002", message, problem.hint)))
        return None
    return as_property(reading)


def as_property(reading: Reading) -> Any:
    """A value as schema.org expects it; ``None`` where nothing is known."""
    found: Any = reading.text
    match reading.value:
        case None:
            found = None
        case Number(amount=amount, qualifier=qualifier):
            found = {"@type": "QuantitativeValue", "value": amount, **_bound(qualifier, reading)}
        case Money(amount=amount, currency=currency, qualifier=qualifier):
            found = {"@type": "MonetaryAmount", "value": amount, "currency": currency}
            found |= _bound(qualifier, reading)
        case Day() | Period():
            found = reading.machine
        case Person() | Place() | Country():
            found = {"@type": type(reading.value).__name__, "name": reading.text}
        case Items(items=items):
            found = list(items)
    return found


def _bound(qualifier: Qualifier, reading: Reading) -> dict[str, str]:
    """The amount in words, where the number alone would say more than is known."""
    return {"description": reading.text} if qualifier else {}
