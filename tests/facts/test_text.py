"""One value, one text."""

import pytest

from iomdocs.facts import (
    CountOf,
    Day,
    DifferenceOf,
    Items,
    Money,
    Number,
    Period,
    Person,
    Place,
    Share,
    Statement,
    SumOf,
    TotalOf,
    text,
)
from iomdocs.facts.phrases import SLOT
from iomdocs.languages import locale_of


@pytest.mark.parametrize(
    ("value", "words", "machine"),
    [
        (Number(175), "175", "175"),
        (Number(850000, "about"), "about 850,000", "850000"),
        (Number(1200000), "1.2 million", "1200000"),
        (Number(1.23456), "1.23456", "1.23456"),
        (Share(0.0004), "0.0004 per cent", "0.0004"),
        (Number(304021813), "304,021,813", "304021813"),
        (Money(3400000000, "USD"), "3.4 billion US dollars", "3400000000"),
        (Money(26114357, "USD"), "26,114,357 US dollars", "26114357"),
        (Money(38806000, "CHF", "less than"), "less than 38.806 million Swiss francs", "38806000"),
        (Money(1675000000, "USD", year=2010), "1.675 billion US dollars of 2010", "1675000000"),
        (Share(3.7), "3.7 per cent", "3.7"),
        (Day("2024-04-29"), "29 April 2024", "2024-04-29"),
        (Day("2024-04"), "April 2024", "2024-04"),
        (Day("2024"), "2024", "2024"),
        (Day("1957~"), "about 1957", "1957"),
        (
            Period(Day("1951-11-26"), Day("1951-12-05")),
            "26 November to 5 December 1951",
            "1951-11-26/1951-12-05",
        ),
        (
            Period(Day("1951-12-06"), Day("1951-12-08")),
            "6 to 8 December 1951",
            "1951-12-06/1951-12-08",
        ),
        (Period(Day("1996"), Day("1997")), "1996 to 1997", "1996/1997"),
        (Items(["English", "French", "Spanish"]), "English, French and Spanish", ""),
        (Items(["bread, white", "milk"]), "bread, white; milk", ""),
        (Person("Ada", "Chile"), "Ada", ""),
        (Place("Geneva, Switzerland"), "Geneva, Switzerland", ""),
        ("he said 'quotes' and left", "he said 'quotes' and left", ""),
        (Period(Day("1953-02-03"), Day("1953-02-03")), "3 February 1953", "1953-02-03/1953-02-03"),
        ("the migrants' rights, it's 'so'", "the migrants’ rights, it’s 'so'", ""),
    ],
)
def test_values_in_words_and_for_programs(value, words, machine):
    assert text.value_text(value, locale_of("en")) == words
    assert text.machine(value) == machine


def test_another_language_formats_its_own_way():
    assert text.value_text(Day("2024-04-29"), locale_of("fr")) == "29 avril 2024"
    assert text.value_text(Number(1234.5), locale_of("de")) == "1.234,5"


def statement(value="x", **when):
    days = {name: Day(day) for name, day in when.items()}
    return Statement(value=value, sources=["a"], confidence="two-sources", **days)


@pytest.mark.parametrize(
    ("made", "words"),
    [
        (statement(at="2024-04"), "as of April 2024"),
        (statement(start="1989-11-14"), "since 14 November 1989"),
        (statement(start="1955", end="1958"), "from 1955 to 1958"),
        (statement(Day("1951"), at="1951"), ""),
    ],
)
def test_when_a_statement_holds(made, words):
    assert text.as_of(made, locale_of("en")) == words


def test_small_numbers_as_words():
    english = locale_of("en")
    assert text.in_words(Number(4), english) == "four"
    assert text.in_words(Number(4, "about"), english) == "about four"
    assert text.in_words(Number(13), english) == "13"


@pytest.mark.parametrize(
    ("value", "unit", "bare", "measure"),
    [
        (Number(175), "Member States", "175", "Member States"),
        (Number(5000, "more than"), "staff", "more than 5,000", "staff"),
        (Money(3400000000, "USD"), "", "3.4 billion", "US dollars"),
        (Money(1500000, "CHF", "about"), "", "about 1.5 million", "Swiss francs"),
        (Share(3.7), "", "3.7", "per cent"),
    ],
)
def test_a_value_without_what_it_counts_and_what_an_axis_counts(value, unit, bare, measure):
    assert text.bare(value, locale_of("en")) == bare
    assert text.measure(value, unit, locale_of("en")) == measure


@pytest.mark.parametrize(
    ("derived", "words", "facts"),
    [
        (CountOf("a.t"), "Follows from {}: the number of its entries.", ["a.t"]),
        (
            CountOf("a.t", "kind = x"),
            "Follows from {}: the number of its entries with kind = x.",
            ["a.t"],
        ),
        (
            CountOf("a.t", "kind = {}"),
            "Follows from {}: the number of its entries with kind = {}.",
            ["a.t"],
        ),
        (TotalOf("a.t", "cost"), "Follows from {}: the sum of its column cost.", ["a.t"]),
        (
            TotalOf("a.t", "cost", "kind = x"),
            "Follows from {}: the sum of its column cost over the entries with kind = x.",
            ["a.t"],
        ),
        (
            SumOf(["a.a", "a.b", "a.c"]),
            "Follows from other facts: the sum of {}, {} and {}.",
            ["a.a", "a.b", "a.c"],
        ),
        (
            DifferenceOf("a.a", "a.b"),
            "Follows from other facts: {} less {}.",
            ["a.a", "a.b"],
        ),
    ],
)
def test_what_a_value_follows_from_in_words(derived, words, facts):
    told, found = text.derivation(derived, locale_of("en"))
    assert (told.replace(SLOT, "{}"), found) == (words, facts)


@pytest.mark.parametrize(
    ("value", "at", "words"),
    [
        ("1951-12-05", "1951-12-05", ""),
        ("1951-12-06", "1951-12", ""),
        ("1952", "1951", "as of 1951"),
    ],
)
def test_an_event_is_not_told_as_of_its_own_day(value, at, words):
    assert text.as_of(statement(Day(value), at=at), locale_of("en")) == words
