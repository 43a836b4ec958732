"""The only place that turns a value into words.

Numbers, currencies and dates are formatted by Babel from the Unicode CLDR for the language of the
book (:mod:`iomdocs.languages`).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from contextlib import suppress
from decimal import Decimal
from functools import singledispatch

from babel.core import Locale
from babel.dates import format_date, format_skeleton
from babel.lists import format_list
from babel.numbers import (
    format_compact_decimal,
    format_decimal,
    format_percent,
    get_currency_name,
)
from babel.units import format_unit, get_unit_name

from iomdocs.facts.derivation import (
    Comparison,
    CountOf,
    Derivation,
    DifferenceOf,
    SumOf,
    TotalOf,
)
from iomdocs.facts.model import Statement, Value
from iomdocs.facts.phrases import PHRASES, SLOT, SMALL_NUMBERS
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
    Qualifier,
    Share,
)
from iomdocs.languages import in_language

_MILLION = 1_000_000

_TYPED_APOSTROPHE = re.compile(r"(?P<quoted>(?<!\w)'\w[^']*'(?!\w))|(?<=\w)'(?=\w)|(?<=s)'(?=\s)")
"""The apostrophe of the keyboard, which in print is the right single quotation mark; what stands
between two single marks is a quotation, and no apostrophe ends it."""


@singledispatch
def value_text(value: Value, _locale: Locale) -> str:
    """The value as the reader sees it: ``about 850,000``, ``29 April 2024``."""
    msg = f"no words for {type(value).__name__}"
    raise TypeError(msg)


@value_text.register
def _(value: str, _locale: Locale) -> str:
    return _TYPED_APOSTROPHE.sub(lambda match: match["quoted"] or "\u2019", value)


@value_text.register
def _(value: Number, locale: Locale) -> str:
    return _qualified(value.qualifier, _amount(value.amount, locale), locale)


@value_text.register
def _(value: Money, locale: Locale) -> str:
    name = get_currency_name(value.currency, count=value.amount, locale=locale)
    if value.year:
        name = phrase("currency-year", locale).format(name, value.year)
    text = phrase("money", locale).format(_amount(value.amount, locale), name)
    return _qualified(value.qualifier, text, locale)


@value_text.register
def _(value: Share, locale: Locale) -> str:
    part = Decimal(str(value.percent)) / 100
    text = format_percent(part, locale=locale, decimal_quantization=False)
    if locale.language == "en":
        number = format_decimal(value.percent, locale=locale, decimal_quantization=False)
        text = format_unit(number, "concentr-percent", length="long", locale=locale)
    return _qualified(value.qualifier, text, locale)


@value_text.register
def _(value: Day, locale: Locale) -> str:
    day = {
        "day": lambda: format_date(value.first, "long", locale=locale),
        "month": lambda: format_skeleton("yMMMM", value.first, locale=locale),
        "year": lambda: str(value.first.year),
    }[value.precision]()
    return _qualified("about" if value.approximate else "", day, locale)


@value_text.register
def _(value: Period, locale: Locale) -> str:
    start, end = value.start, value.end
    if start == end:
        return value_text(start, locale)
    exact = start.precision == end.precision == "day"
    first = value_text(start, locale)
    if exact and start.first.year == end.first.year:
        first = format_skeleton("MMMMd", start.first, locale=locale)
        if start.first.month == end.first.month:
            first = str(start.first.day)
    return phrase("period", locale).format(first, value_text(end, locale))


@value_text.register
def _(value: Periods, locale: Locale) -> str:
    return format_list([value_text(period, locale) for period in value.periods], locale=locale)


@value_text.register
def _(value: Country, locale: Locale) -> str:
    if value.spelling and locale.language == "en":
        return value_text(value.spelling, locale)
    return str(locale.territories.get(value.code, value.code))


@value_text.register
def _(value: Person, locale: Locale) -> str:
    return value_text(value.name, locale)


@value_text.register
def _(value: Place, locale: Locale) -> str:
    return value_text(value.name, locale)


@value_text.register
def _(value: Items, locale: Locale) -> str:
    items = [value_text(item, locale) for item in value.items]
    if any("," in item for item in items):
        return "; ".join(items)
    return format_list(items, locale=locale)


def year_of(day: Day, locale: Locale) -> str:
    """Only the year of a date: ``1951``, ``about 1957``."""
    return value_text(Day(day.iso[:4] + ("~" if day.approximate else "")), locale)


def as_of(statement: Statement, locale: Locale) -> str:
    """When the statement holds: ``as of April 2024``, ``since 1989``, ``from 1955 to 1958``.

    Empty for an event, whose value is its date.
    """
    if statement.at and isinstance(statement.value, Day) and _within(statement.value, statement.at):
        return ""
    if statement.at:
        return phrase("at", locale).format(value_text(statement.at, locale))
    start = value_text(statement.start, locale) if statement.start else ""
    if statement.end is None:
        return phrase("from", locale).format(start)
    return phrase("from-to", locale).format(start, value_text(statement.end, locale))


def _within(part: Day, whole: Day) -> bool:
    return whole.first <= part.first and part.last <= whole.last


def in_words(value: Value, locale: Locale) -> str:
    """A number to twelve as a word, everything else as :func:`value_text` has it."""
    words = SMALL_NUMBERS.get(locale.language, ())
    if isinstance(value, Number) and value.amount in range(len(words)):
        return _qualified(value.qualifier, words[int(value.amount)], locale)
    return value_text(value, locale)


def quantity(value: Value, unit: str, unit_one: str, locale: Locale) -> str:
    """A value with what it counts: ``1 Member State``, ``175 Member States``.

    :param unit: what is counted, in the plural; with nothing here the value stands alone.
    :param unit_one: the same for one, where the language has another form for that (CLDR plural
        rules); ``unit`` if empty.
    """
    words, what = value_text(value, locale), counted(value, unit, unit_one, locale)
    return f"{words} {what}" if what else words


def counted(value: Value, unit: str, unit_one: str, locale: Locale) -> str:
    """What a value counts, in the form that its number asks for; parameters as in `quantity`."""
    if not unit or not isinstance(value, Number):
        return ""
    is_one = unit_one and locale.plural_form(value.amount) == "one"
    return value_text(unit_one if is_one else unit, locale)


def rows(number: int, locale: Locale) -> str:
    """What stands for a whole table: how many rows it has."""
    one, many = phrase("row", locale), phrase("rows", locale)
    return phrase("table", locale).format(quantity(Number(number), many, one, locale))


def derivation(derived: Derivation, locale: Locale) -> tuple[str, Sequence[str]]:
    """What a derived value follows from, in words.

    :returns: a sentence with :data:`SLOT` in the place of each fact, and the ids of these facts.
    """
    match derived:
        case CountOf(table=table, where=where):
            name, given, facts = "count-of", [], [table]
        case TotalOf(table=table, column=column, where=where):
            name, given, facts = "total-of", [column], [table]
        case SumOf(facts=facts):
            slots = format_list([SLOT] * len(facts), locale=locale)
            return phrase("sum-of", locale).format(slots), facts
        case DifferenceOf(whole=whole, part=part):
            return phrase("difference-of", locale).format(SLOT, SLOT), [whole, part]
    if where:
        name, given = f"{name}-where", [*given, where]
    return phrase(name, locale).format(SLOT, *given), facts


def compared(comparison: Comparison, locale: Locale) -> str:
    """What a derived figure stands beside: ``the table gives 152 to 171``."""
    bounds = [
        value_text(_like(comparison.statement.value, amount), locale)
        for amount in dict.fromkeys((comparison.least, comparison.most))
        if amount is not None
    ]
    if not bounds:
        return phrase("derived-nothing", locale)
    figure = bounds[0]
    if len(bounds) > 1:
        figure = phrase("period", locale).format(*bounds)
    elif comparison.most is None:
        figure = phrase("at least", locale).format(figure)
    elif comparison.least is None:
        figure = phrase("at most", locale).format(figure)
    return phrase(f"derived-{comparison.basis}", locale).format(figure)


def _like(value: Value, amount: float) -> Value:
    """A figure of the kind of another."""
    match value:
        case Money(currency=currency):
            return Money(amount, currency)
        case Share():
            return Share(amount)
        case _:
            return Number(amount)


def without_accents(text: str) -> str:
    """Letters without their marks, for putting names in order: ``Türkiye`` as ``Turkiye``."""
    return "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))


def bare(value: Value, locale: Locale) -> str:
    """A number, share or amount of money without what it counts: ``about 1.4 billion``, ``3.7``.

    For the labels of a chart, whose axis says what is counted (:func:`measure`).
    """
    match value:
        case Number(amount=amount) | Money(amount=amount) | Share(percent=amount):
            return _qualified(value.qualifier, _amount(amount, locale), locale)
        case _:
            return value_text(value, locale)


def measure(value: Value, unit: str, locale: Locale) -> str:
    """What an axis of such values counts: ``Member States``, ``US dollars``, ``per cent``.

    :param unit: what a number counts, in the plural.
    """
    match value:
        case Money(currency=currency, year=year):
            name = str(get_currency_name(currency, count=2, locale=locale))
            return phrase("currency-year", locale).format(name, year) if year else name
        case Share():
            return str(get_unit_name("concentr-percent", length="long", locale=locale))
        case _:
            return value_text(unit, locale)


def kind(value: Value) -> str:
    """The type of a value by its lower-case name; plain text is ``text``."""
    return "text" if isinstance(value, str) else type(value).__name__.lower()


def machine(value: Value) -> str:
    """The value for programs: a decimal number, an ISO 8601 date or interval, or nothing."""
    match value:
        case Number(amount=amount) | Money(amount=amount) | Share(percent=amount):
            return str(amount)
        case Day():
            return value.plain
        case Period():
            return f"{value.start.plain}/{value.end.plain}"
        case Country():
            return value.code
        case _:
            return ""


def phrase(name: str, locale: Locale) -> str:
    """A word or two around a value, with ``{}`` where the value goes."""
    return in_language(PHRASES, locale.language)[name]


def _amount(amount: float, locale: Locale) -> str:
    """Millions and more in words where three decimals lose nothing, all digits otherwise."""
    scale = next((s for s in (10**9, _MILLION) if abs(amount) >= s), None)
    if scale and (amount * 1000) % scale == 0:
        with suppress(KeyError):  # Babel has no words for millions in some languages
            return format_compact_decimal(
                amount, format_type="long", locale=locale, fraction_digits=3
            )
    return format_decimal(amount, locale=locale, decimal_quantization=False)


def _qualified(qualifier: Qualifier, text: str, locale: Locale) -> str:
    return phrase(qualifier, locale).format(text) if qualifier else text
