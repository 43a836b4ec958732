"""What a derived fact follows from: other facts, or rows of a table."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class CountOf:
    """As many as there are rows in a table that meet the conditions ``where``.

    Rows that have periods count on the days on which they hold.
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
