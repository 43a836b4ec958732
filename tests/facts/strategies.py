"""Random days, values and statements for property-based tests."""

from datetime import date

from babel.core import get_global
from hypothesis import strategies as st

from iomdocs.facts import (
    Country,
    Day,
    Items,
    Money,
    Number,
    Period,
    Person,
    Place,
    Share,
    Statement,
)

CALENDAR = st.dates(min_value=date(1000, 1, 1), max_value=date(2999, 12, 31))

QUALIFIERS = st.sampled_from(["", "about", "more than", "less than"])

AMOUNTS = st.integers(-(10**12), 10**12) | st.decimals(
    -(10**9), 10**9, allow_nan=False, places=3
).map(float)

WORDS = st.text(
    st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Cn", "Zl", "Zp"]), min_size=1
).filter(str.strip)


@st.composite
def days(draw):
    """A day written to the day, month or year, some of them approximate."""
    written = draw(CALENDAR).isoformat()[: draw(st.sampled_from([4, 7, 10]))]
    return Day(written + draw(st.sampled_from(["", "~"])))


@st.composite
def periods(draw):
    first, second = sorted([draw(CALENDAR), draw(CALENDAR)])
    return Period(Day(first.isoformat()), Day(second.isoformat()))


VALUES = st.one_of(
    WORDS,
    st.builds(Number, AMOUNTS, QUALIFIERS),
    st.builds(
        Money,
        AMOUNTS,
        st.sampled_from(sorted(get_global("all_currencies"))),
        QUALIFIERS,
        st.none() | st.integers(1900, 2100),
    ),
    st.builds(Share, st.decimals(0, 100, places=2).map(float), QUALIFIERS),
    days(),
    periods(),
    st.builds(Person, WORDS),
    st.builds(Place, WORDS),
    st.builds(Items, st.lists(WORDS, min_size=1, max_size=5).map(tuple)),
    st.builds(Country, st.sampled_from(["IE", "BO", "CI", "TR", "VA", "LA"])),
)


@st.composite
def statements(draw, values=VALUES):
    """A statement at a time, or from a start to perhaps an end."""
    if draw(st.booleans()):
        when = {"at": draw(days())}
    else:
        start, end = sorted([draw(days()), draw(days())], key=lambda day: day.first)
        when = {"start": start}
        if draw(st.booleans()) and end.last >= start.first:
            when["end"] = end
    return Statement(
        value=draw(values),
        sources=("a",),
        confidence=draw(
            st.sampled_from(["confirmed-by-source", "two-sources", "recalled-unverified"])
        ),
        rank=draw(st.sampled_from(["preferred", "normal", "deprecated"])),
        **when,
    )
