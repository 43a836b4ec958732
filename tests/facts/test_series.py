"""The values of a fact over time: one for each time, none disputed, none of the future."""

from datetime import date

import pytest

from iomdocs.facts import Day, Fact, Number, Statement
from iomdocs.facts.reading import Reader
from iomdocs.facts.registry import Registry
from iomdocs.languages import locale_of


def said(amount, day, rank="normal"):
    return Statement(
        value=Number(amount), at=Day(day), sources=["a"], confidence="two-sources", rank=rank
    )


STATEMENTS = [
    said(5, "2010-06-30"),
    said(1, "1990"),
    said(2, "1990", "preferred"),
    said(3, "2000", "deprecated"),
    said(4, "2005~"),
    said(6, "2015-03"),
    said(7, "2022"),
]


@pytest.mark.parametrize(
    ("day", "amounts"),
    [
        (date(2021, 3, 4), [2, 4, 5, 6]),
        (date(2010, 6, 30), [2, 4, 5]),
        (date(2010, 6, 29), [2, 4]),
        (date(1989, 12, 31), []),
    ],
)
def test_the_series_is_what_the_fact_was_on_each_of_its_days(day, amounts):
    fact = Fact(id="a.b", label="B", statements=STATEMENTS)
    reader = Reader(
        Registry({"a.b": fact}, (), {}, (), is_complete=True, problems=()), day, locale_of("en")
    )
    series = reader.series(fact)
    assert [reading.value.amount for _, reading in series] == amounts
    assert [reading.id for _, reading in series] == [f"a.b@{time.plain}" for time, _ in series]
    for time, reading in series:
        assert fact.on(min(time.last, day)).value == reading.value
