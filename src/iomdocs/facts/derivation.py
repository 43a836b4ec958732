"""What a derived fact follows from, and how it compares with that."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from iomdocs.facts.model import Fact, Statement


@dataclass(frozen=True, slots=True)
class CountOf:
    """As many as there are rows in a table that meet the conditions ``where``.

    Rows that have periods count on the days on which they hold. In place of a table, ``table``
    can name a fact whose value is a list: then its items count.
    """

    table: str
    where: str = ""


@dataclass(frozen=True, slots=True)
class TotalOf:
    """The sum of a column of numbers over the rows of a table that meet the conditions."""

    table: str
    column: str
    where: str = ""


@dataclass(frozen=True, slots=True)
class SumOf:
    """The sum of the values that other facts have at the same time.

    A fact whose value is a list stands for the number of its items.

    ``within`` is how far the sum may be off because its parts are rounded, in the unit of the fact.
    """

    facts: Sequence[str]
    within: int | float = 0


@dataclass(frozen=True, slots=True)
class DifferenceOf:
    """The value of one fact less that of another, at the same time; ``within`` as for a sum."""

    whole: str
    part: str
    within: int | float = 0


Derivation = CountOf | TotalOf | SumOf | DifferenceOf

Outcome = Literal["equal", "possible", "gap", "wrong", "not comparable"]
"""How a figure compares with what it derives from: ``equal`` and ``wrong`` where both are known
precisely, ``possible`` where it lies within what is known, ``gap`` where it does not and a date or
word such as *about* leaves doubt, ``not comparable`` where nothing is known for the same time."""


Basis = Literal["table", "list", "parts"]
"""What a figure derives from: the rows of a table, the items of a list, or other figures."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """One statement of a derived fact beside what the fact derives from.

    ``least`` and ``most`` bound what follows, in the unit of the statement; ``None`` where there
    is no bound.
    """

    fact: Fact
    statement: Statement
    least: int | float | None
    most: int | float | None
    basis: Basis
    outcome: Outcome
