"""Where values and dates stand on an axis, and which of them are written there."""

from __future__ import annotations

import math
from collections.abc import Sequence
from datetime import date, timedelta

from babel.core import Locale

from iomdocs.facts import text
from iomdocs.facts.values import Day, Number

Tick = tuple[float, str]
"""A place on an axis and what is written there."""

_YEARS = (1, 2, 5, 10, 20, 25, 50, 100)
_MONTHS_SHOWN = 3.0
"""Years up to which an axis has months."""
_YEAR_TICKS, _AMOUNT_TICKS = 8, 6


def place(day: Day) -> float:
    """Where a date stands: the middle of the time that it can mean, in years.

    A whole number is the middle of a year, so that a year alone stands where its label does.
    """
    after = min(day.last, date.max - timedelta(days=1)) + timedelta(days=1)
    return (_year(day.first) + _year(after)) / 2 - 0.5


def _year(day: date) -> float:
    start, end = date(day.year, 1, 1), date(min(day.year + 1, date.max.year), 1, 1)
    return day.year + (day - start).days / max((end - start).days, 1)


def date_ticks(first: float, last: float, locale: Locale, *, months: bool) -> Sequence[Tick]:
    """Years between two places, or ``months`` where there are few years.

    Months are for dates that are all known to the month: a year alone has none.
    """
    if months and last - first <= _MONTHS_SHOWN:
        return _months(first, last, locale)
    step = next((s for s in _YEARS if (last - first) / s <= _YEAR_TICKS), _YEARS[-1])
    begin = math.ceil(first / step) * step
    years = range(max(begin, step), min(math.floor(last), date.max.year) + 1, step)
    return [(float(year), text.value_text(Day(f"{year:04}"), locale)) for year in years]


def _months(first: float, last: float, locale: Locale) -> Sequence[Tick]:
    step = 1 if last - first < 0.5 else 3 if last - first < 1.5 else 6
    days = [
        Day(f"{year:04}-{month:02}")
        for year in range(max(math.floor(first), 1), min(math.ceil(last) + 1, date.max.year) + 1)
        for month in range(1, 13, step)
    ]
    ticks = [(place(day), text.value_text(day, locale)) for day in days]
    return [tick for tick in ticks if first <= tick[0] <= last]


def amount_ticks(least: float, most: float, locale: Locale) -> Sequence[Tick]:
    """Round amounts from below ``least`` to above ``most``, nought among them."""
    least, most = min(least, 0.0), max(most, 0.0)
    step = _round_step((most - least or 1.0) / _AMOUNT_TICKS)
    lowest, highest = math.floor(least / step), math.ceil(most / step)
    numbers = range(lowest, max(highest, lowest + 1) + 1)
    amounts = [_exact(number * step) for number in numbers]
    return [(float(amount), text.bare(Number(amount), locale)) for amount in amounts]


def _round_step(rough: float) -> float:
    size = 10.0 ** math.floor(math.log10(rough))
    return next(factor * size for factor in (1, 2, 2.5, 5, 10) if factor * size >= rough * 0.999)


def _exact(amount: float) -> int | float:
    rounded = float(f"{amount:.12g}")
    return int(rounded) if rounded == int(rounded) else rounded
