"""Bounds of time, and events that are chosen by them and by their kind."""

import pytest

from iomdocs.diagnostics import Problem
from iomdocs.facts import Column, Day, Table
from iomdocs.facts.events import TimeSpan, select_events
from iomdocs.facts.tables import Row
from iomdocs.languages import locale_of


@pytest.mark.parametrize(
    ("first", "last", "day", "meets"),
    [
        (None, None, "1990", True),
        ("1990-06", None, "1990", True),  # the year can mean a day in June
        ("1990-06", None, "1990-05-31", False),
        ("1990", None, "1990-01-01", True),
        (None, "1990", "1990-12-31", True),
        (None, "1990-06-30", "1990-07", False),
        (None, "1990-06", "1990", True),
        ("1980", "1989", "1989-12-31", True),
        ("1980", "1989", "1979~", False),
        ("1980", "1989", "1990-01-01", False),
    ],
)
def test_a_time_has_the_days_that_a_date_can_mean(first, last, day, meets):
    span = TimeSpan(Day(first) if first else None, Day(last) if last else None)
    assert span.meets(Day(day)) is meets


def events(*columns):
    rows = [("c", "1999", "feast"), ("a", "1951", "law"), ("b", "1998-04-29", "feast")]
    return Table(
        file="events.csv",
        key="id",
        columns=[Column(name="date", label="Date", type="day"), *columns],
        rows=[
            Row(key, {"date": Day(day), "category": kind}, ["survey"]) for key, day, kind in rows
        ],
    )


@pytest.mark.parametrize(
    ("categories", "span", "keys"),
    [
        ((), TimeSpan(), "abc"),
        (("feast",), TimeSpan(), "bc"),
        (("feast", "law"), TimeSpan(last=Day("1998")), "ab"),
        (("war",), TimeSpan(), ""),
    ],
)
def test_events_are_chosen_by_time_and_kind_in_the_order_of_their_dates(categories, span, keys):
    table = events(Column(name="category", label="Kind"))
    rows = select_events(table, frozenset(categories), span, locale_of("en"))
    assert "".join(row.key for row in rows) == keys


def test_a_kind_needs_a_column_of_kinds():
    with pytest.raises(Problem, match="there is no column 'category'"):
        select_events(events(), {"feast"}, TimeSpan(), locale_of("en"))
