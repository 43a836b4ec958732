"""The kinds of value that a fact or a cell of a table can have; each knows its own limits."""

from __future__ import annotations

import calendar
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Literal

from babel.core import Locale, get_global

Precision = Literal["day", "month", "year"]
Qualifier = Literal["", "about", "more than", "less than"]
Confidence = Literal["confirmed-by-source", "two-sources", "recalled-unverified"]

_PRECISION: Mapping[int, Precision] = {4: "year", 7: "month", 10: "day"}
"""Precision by the length of the written date."""

_DAY = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?(~?)", re.ASCII)


@dataclass(frozen=True, slots=True)
class Day:
    """A date that knows how precisely it is known.

    Written as in Extended Date/Time Format (ISO 8601-2, level 1): ``2024-04-29``, ``2024-04``,
    ``2024``, and ``1957~`` for an approximate date.

    :raises ValueError: the text has another form or names a day that does not exist.
    """

    iso: str

    def __post_init__(self) -> None:
        match = _DAY.fullmatch(self.iso)
        if not match:
            msg = f"'{self.iso}' is not a date; write 2024-04-29, 2024-04, 2024 or 2024~ (about)"
            raise ValueError(msg)
        year, month, day = match[1], match[2] or "01", match[3] or "01"
        try:
            date(int(year), int(month), int(day))
        except ValueError:
            msg = f"'{self.iso}' is not a day of the calendar"
            raise ValueError(msg) from None

    @property
    def approximate(self) -> bool:
        """Whether the date is only about right."""
        return self.iso.endswith("~")

    @property
    def plain(self) -> str:
        """The date as ISO 8601 text without the mark for approximation."""
        return self.iso.removesuffix("~")

    @property
    def precision(self) -> Precision:
        """What is known: the day, the month or only the year."""
        return _PRECISION[len(self.plain)]

    @property
    def first(self) -> date:
        """The first calendar day that the date can mean."""
        return _first_of(self.plain)

    @property
    def last(self) -> date:
        """The last calendar day that the date can mean."""
        return _last_of(self.plain)


@lru_cache(maxsize=65536)
def _first_of(plain: str) -> date:
    parts = [int(part) for part in plain.split("-")]
    return date(*[*parts, 1, 1][:3])


@lru_cache(maxsize=65536)
def _last_of(plain: str) -> date:
    first, precision = _first_of(plain), _PRECISION[len(plain)]
    if precision == "day":
        return first
    month = first.month if precision == "month" else 12
    return date(first.year, month, calendar.monthrange(first.year, month)[1])


_NO_COUNTRIES = {"EU", "EZ", "QO", "UN", "XA", "XB", "ZZ"}
"""Codes of the Unicode CLDR that name groups, tests and the unknown."""

_LARGEST = 10**18
"""Beyond this nothing has a name that readers know."""


def _require_words(name: str) -> None:
    if not name.strip():
        msg = "the name is empty"
        raise ValueError(msg)


def _require_printable(figure: float) -> None:
    if not -_LARGEST <= figure <= _LARGEST:
        msg = f"this is no figure that can be printed; the largest is {_LARGEST:,}"
        raise ValueError(msg)


@dataclass(frozen=True, slots=True)
class Number:
    """A count or measure; ``qualifier`` says how it bounds the true one."""

    amount: int | float
    qualifier: Qualifier = ""

    def __post_init__(self) -> None:
        _require_printable(self.amount)


@dataclass(frozen=True, slots=True)
class Money:
    """An amount in a currency (ISO 4217), in whole units of it: dollars, not millions.

    ``year`` is printed behind the currency where an amount is told in the money of a year.
    """

    amount: int | float
    currency: str
    qualifier: Qualifier = ""
    year: int | None = None

    def __post_init__(self) -> None:
        _require_printable(self.amount)
        if self.currency not in get_global("all_currencies"):
            msg = f"'{self.currency}' is not a currency; write its code of ISO 4217, such as USD"
            raise ValueError(msg)


@dataclass(frozen=True, slots=True)
class Share:
    """A part of a whole in per cent: ``Share(3.7)`` is 3.7 per cent."""

    percent: int | float
    qualifier: Qualifier = ""

    def __post_init__(self) -> None:
        _require_printable(self.percent)


@dataclass(frozen=True, slots=True)
class Period:
    """A stretch of time, both ends included."""

    start: Day
    end: Day

    def __post_init__(self) -> None:
        if self.end.last < self.start.first:
            msg = f"the period ends on {self.end.iso}, before it starts on {self.start.iso}"
            raise ValueError(msg)


@dataclass(frozen=True, slots=True)
class Person:
    """A person by name; ``country`` as the source names it, for the data."""

    name: str
    country: str = ""

    def __post_init__(self) -> None:
        _require_words(self.name)


@dataclass(frozen=True, slots=True)
class Place:
    """A place by name, as a reader would write it."""

    name: str

    def __post_init__(self) -> None:
        _require_words(self.name)


@dataclass(frozen=True, slots=True)
class Items:
    """A list of short texts, in the order of the source."""

    items: Sequence[str]

    def __post_init__(self) -> None:
        if not self.items or not all(item.strip() for item in self.items):
            msg = "the list has no items, or one without words"
            raise ValueError(msg)


@dataclass(frozen=True, slots=True)
class Periods:
    """Several stretches of time, the earliest first.

    In a table file they are written as ISO 8601-2 has intervals, ``1951~/1973~; 1980/1984-05``.
    """

    periods: Sequence[Period]


@dataclass(frozen=True, slots=True)
class Country:
    """A country by its code of ISO 3166-1 alpha-2; Babel has its name in every language.

    ``spelling`` is the name in English where it is to be another than that of the Unicode CLDR.

    :raises ValueError: there is no country with that code.
    """

    code: str
    spelling: str = ""

    def __post_init__(self) -> None:
        known = self.code in Locale("en").territories and self.code not in _NO_COUNTRIES
        if len(self.code) != 2 or not known:
            msg = f"'{self.code}' is not a country; write its code of two letters, such as IE"
            raise ValueError(msg)
