"""Dates, and which statement of a fact holds on a day."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from iomdocs.facts import Day, Fact, Money, Number, Share, Statement


def statement(amount, *, rank="normal", **when):
    return Statement(
        value=Number(amount),
        sources=("a",),
        confidence="two-sources",
        rank=rank,
        **{name: Day(text) for name, text in when.items()},
    )


def fact(*statements):
    return Fact(id="town.people", label="People", statements=statements)


@pytest.mark.parametrize(
    ("written", "first", "last", "precision"),
    [
        ("2024-04-29", date(2024, 4, 29), date(2024, 4, 29), "day"),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29), "month"),
        ("1957~", date(1957, 1, 1), date(1957, 12, 31), "year"),
    ],
)
def test_a_day_spans_what_it_can_mean(written, first, last, precision):
    day = Day(written)
    assert (day.first, day.last, day.precision) == (first, last, precision)


@pytest.mark.parametrize("written", ["", "29.4.2024", "2024-13", "2023-02-29", "24", "2024-4-29"])
def test_what_is_not_a_date_is_refused(written):
    with pytest.raises(ValueError, match="is not a"):
        Day(written)


@pytest.mark.parametrize("figure", [float("inf"), float("-inf"), float("nan")])
@pytest.mark.parametrize("kind", [Number, Share, lambda figure: Money(figure, "USD")])
def test_a_figure_without_end_is_refused(kind, figure):
    with pytest.raises(ValueError, match="no figure that can be printed"):
        kind(figure)


@given(st.dates(min_value=date(1000, 1, 1)))
def test_every_calendar_day_can_be_written(day):
    assert Day(day.isoformat()).first == Day(day.isoformat()).last == day


def test_the_latest_statement_known_by_then_is_shown():
    people = fact(statement(10, at="1990"), statement(20, at="2000-05"), statement(30, at="2010"))
    assert people.on(date(1989, 12, 31)) is None
    assert people.on(date(2000, 4, 30)).value == Number(10)
    assert people.on(date(2000, 5, 1)).value == Number(20)
    assert people.on(date(2020, 1, 1)).value == Number(30)


def test_a_state_of_affairs_ends():
    mayor = fact(statement(1, start="1990", end="1995"))
    assert mayor.on(date(1995, 12, 31)).value == Number(1)
    assert mayor.on(date(1996, 1, 1)) is None


def test_of_disputed_statements_the_preferred_is_shown_and_the_other_kept():
    people = fact(
        statement(10, at="2000", rank="preferred"),
        statement(11, at="2000-05"),
        statement(12, at="2000", rank="deprecated"),
    )
    shown = people.on(date(2001, 1, 1))
    assert shown.value == Number(10)
    assert [s.value for s in people.disputed(date(2001, 1, 1))] == [Number(11)]
    assert [s.value for s in people.claims(date(2001, 1, 1))[1:]] == [Number(11), Number(12)]


def test_dates_of_other_precision_are_no_dispute_unless_the_record_prefers_one():
    appeal = fact(statement(10, at="2025"), statement(20, at="2025-12"))
    assert appeal.disputed(date(2026, 1, 1)) == ()
    same = fact(statement(10, at="2025"), statement(20, at="2025"))
    assert len(same.disputed(date(2026, 1, 1))) == 1


def test_a_dispute_with_what_begins_earlier_or_later_is_none():
    mayor = fact(statement(1, start="2000"), statement(2, start="2010"))
    assert mayor.disputed(date(2005, 1, 1)) == mayor.disputed(date(2015, 1, 1)) == ()
    rivals = fact(statement(1, start="2000"), statement(2, start="2000"))
    assert len(rivals.disputed(date(2005, 1, 1))) == 1


def test_claims_begin_with_the_one_shown_and_end_with_what_is_known_to_be_wrong():
    people = fact(
        statement(9, at="1990"),
        statement(12, at="2000", rank="deprecated"),
        statement(10, at="2000", rank="preferred"),
        statement(11, at="2000-05"),
        statement(30, at="2010"),
    )
    day = date(2001, 1, 1)
    assert [s.value.amount for s in people.claims(day)] == [10, 11, 12]
    assert [s.value.amount for s in people.history(day)] == [11, 12, 10, 9]
    standings = {s.value.amount: people.standing(s, day) for s in people.history(day)}
    assert standings == {9: "earlier", 10: "shown", 11: "also-stated", 12: "wrong"}
    assert people.standing(people.statements[2], date(2011, 1, 1)) == "earlier"


def test_a_fact_is_overdue_when_the_day_is_over():
    people = Fact(id="town.people", label="People", statements=(), review_after=Day("2027-05"))
    assert not people.is_overdue(date(2027, 5, 31))
    assert people.is_overdue(date(2027, 6, 1))
    assert not fact().is_overdue(date.max)


def test_a_preferred_statement_gives_way_to_a_later_one():
    people = fact(statement(10, at="2000", rank="preferred"), statement(20, at="2001"))
    assert people.on(date(2002, 1, 1)).value == Number(20)


@given(
    st.lists(
        st.tuples(st.dates(), st.sampled_from(["preferred", "normal", "deprecated"])), max_size=8
    ),
    st.dates(),
)
def test_what_is_shown_is_known_by_then_and_not_deprecated(statements, day):
    people = fact(
        *(
            statement(n, at=when.isoformat(), rank=rank)
            for n, (when, rank) in enumerate(statements)
            if when.year >= 1000
        )
    )
    shown = people.on(day)
    known = [s for s in people.statements if s.at.first <= day and s.rank != "deprecated"]
    if shown is None:
        assert not known
    else:
        assert shown in known
        assert shown.at.first == max(s.at.first for s in known)
