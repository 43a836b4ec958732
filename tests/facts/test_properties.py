"""What holds for every value, date and rank, whatever they are."""

import re
from datetime import timedelta

import pytest
from babel.numbers import parse_decimal
from hypothesis import given
from hypothesis import strategies as st

from iomdocs.diagnostics import Problem
from iomdocs.facts import Column, Country, Day, Fact, Number, Row, Table, registry, text
from iomdocs.facts.reading import NotYetKnown, Reader
from iomdocs.facts.selection import Query, select
from iomdocs.languages import locale_of
from tests.facts.strategies import CALENDAR, QUALIFIERS, VALUES, WORDS, days, statements

ENGLISH = locale_of("en")
LOCALES = st.sampled_from(["en", "fr", "es", "de", "ar", "zh_CN", "ru"]).map(locale_of)
MONTHS = re.compile("|".join(ENGLISH.months["format"]["wide"].values()))


def fact_of(made):
    return Fact(id="town.thing", label="Thing", statements=tuple(made))


def reader(fact, **days_):
    facts = registry.Registry({fact.id: fact}, (), {}, (), is_complete=True, problems=())
    return Reader(facts, locale=ENGLISH, **days_)


@given(VALUES, LOCALES)
def test_every_value_has_one_text_in_every_language(value, locale):
    words = text.value_text(value, locale)
    assert words.strip()
    assert words == text.value_text(value, locale)
    if "{" not in str(value):
        assert "{" not in words


@given(st.integers(-999_999, 999_999), QUALIFIERS)
def test_the_digits_of_a_number_are_those_of_the_record(amount, qualifier):
    words = text.value_text(Number(amount, qualifier), ENGLISH)
    printed = re.search(r"-?[\d,.]+", words)[0]
    assert parse_decimal(printed, locale=ENGLISH) == amount
    assert words.removesuffix(printed).strip() == qualifier


@given(days())
def test_a_date_is_never_printed_more_precisely_than_it_is_known(day):
    words = text.value_text(day, ENGLISH)
    assert str(day.first.year) in words
    assert words.startswith("about ") == day.approximate
    assert bool(MONTHS.search(words)) == (day.precision != "year")
    numbers = [int(number) for number in re.findall(r"\d+", words)]
    assert len(numbers) == (2 if day.precision == "day" else 1)


@given(st.integers(0, 10**6), WORDS, WORDS)
def test_a_unit_is_singular_for_one_alone(amount, many, one):
    words = text.quantity(Number(amount), many, one, ENGLISH)
    unit = one if amount == 1 else many
    assert words == f"{text.value_text(Number(amount), ENGLISH)} {text.value_text(unit, ENGLISH)}"


@given(st.lists(statements(), max_size=8), CALENDAR)
def test_what_is_shown_is_in_force_or_last_known_and_not_deprecated(made, day):
    shown = fact_of(made).on(day)
    if shown is None:
        assert not [s for s in made if s.rank != "deprecated" and s.known_on(day)]
        return
    assert shown.rank != "deprecated"
    assert shown.known_on(day)
    assert shown.time.first <= day
    rivals = [s for s in made if s.rank != "deprecated" and s.known_on(day) and s.overlaps(shown)]
    if shown.rank != "preferred":
        assert all(s.rank != "preferred" or s.time.first < shown.time.first for s in rivals)


@given(st.lists(statements(), max_size=8), CALENDAR)
def test_a_dispute_is_never_lost_nor_with_itself_nor_with_what_is_wrong(made, day):
    fact = fact_of(made)
    shown, disputed = fact.on(day), fact.disputed(day)
    assert shown not in disputed
    for statement in made:
        contradicts = bool(
            shown
            and statement.rank != "deprecated"
            and statement.begun_by(day)
            and statement.value != shown.value
            and (statement.span == shown.span or shown.rank == "preferred")
            and statement.overlaps(shown)
        )
        assert (statement in disputed) == contradicts


@given(st.lists(statements(), min_size=1, max_size=6), CALENDAR, CALENDAR)
def test_a_book_of_a_day_reads_what_a_pin_of_that_day_reads(made, day, edition):
    fact = fact_of(made)
    then = reader(fact, edition=edition, as_of=day).read(fact.id)
    if fact.on(day) is None:
        assert then.value is None
        assert then.text in {"[not yet]", "[no record]"}
        return
    pinned = reader(fact, edition=edition).read(f"{fact.id}@{day.isoformat()}")
    assert (then.value, then.text, then.sources) == (pinned.value, pinned.text, pinned.sources)


@given(st.lists(statements(), min_size=1, max_size=6), CALENDAR)
def test_nothing_known_is_a_mistake_only_in_the_present(made, day):
    fact = fact_of(made)
    if fact.on(day) is not None:
        return
    with pytest.raises(Problem) as present:
        reader(fact, edition=day).statement(fact)
    assert not isinstance(present.value, NotYetKnown)
    with pytest.raises(NotYetKnown):
        reader(fact, edition=day, as_of=day).statement(fact)


COLUMNS = (
    Column(name="name", label="Name"),
    Column(name="size", label="Size", type="number"),
    Column(name="since", label="Since", type="day"),
    Column(name="land", label="Land", type="country", code="land"),
)


@st.composite
def tables(draw):
    cells = st.fixed_dictionaries(
        {
            "name": st.none() | st.sampled_from(["Aa", "ab", "Äb", "b, c", "z"]),
            "size": st.none() | st.builds(Number, st.integers(-5, 5)),
            "since": st.none() | days(),
            "land": st.none() | st.sampled_from([Country("IE"), Country("BO", "Bolivia, P. S.")]),
        }
    )
    rows = [Row(str(n), cells, ("a",)) for n, cells in enumerate(draw(st.lists(cells, max_size=9)))]
    return Table(file="t.csv", key="name", columns=COLUMNS, rows=tuple(rows))


@given(tables(), st.sampled_from(["name", "size", "since", "land"]), st.booleans())
def test_sorting_loses_no_row_and_puts_empty_cells_last(table, column, backwards):
    rows = select(table, Query(sort=f"{'-' * backwards}{column}"), ENGLISH)
    assert sorted(row.key for row in rows) == sorted(row.key for row in table.rows)
    empty = [row.cells[column] is None for row in rows]
    assert empty == sorted(empty)


@given(
    tables(),
    st.sampled_from(
        ["name = ab", "size = 3", "since = 2000", "land = IE", "land = Ireland", "name ="]
    ),
)
def test_a_condition_and_its_contrary_share_the_rows_out(table, condition):
    meeting = select(table, Query(where=condition), ENGLISH)
    others = select(table, Query(where=condition.replace("=", "!=")), ENGLISH)
    assert sorted(row.key for row in (*meeting, *others)) == sorted(row.key for row in table.rows)


@given(tables(), st.integers(-5, 5))
def test_less_equal_and_more_are_each_their_own(table, size):
    counts = [
        len(select(table, Query(where=f"size {operator} {size}"), ENGLISH))
        for operator in ("<", "=", ">")
    ]
    assert sum(counts) == sum(row.cells["size"] is not None for row in table.rows)


@given(st.lists(st.tuples(CALENDAR, st.none() | st.integers(0, 4000)), max_size=9), CALENDAR)
def test_a_list_of_exact_dates_has_and_counts_who_belongs(spells, day):
    columns = (
        Column(name="since", label="Since", type="day"),
        Column(name="until", label="Until", type="day"),
    )
    ends = [start + timedelta(length) if length is not None else None for start, length in spells]
    rows = tuple(
        Row(
            str(n),
            {"since": Day(start.isoformat()), "until": end and Day(end.isoformat())},
            ("a",),
        )
        for n, ((start, _), end) in enumerate(zip(spells, ends, strict=True))
    )
    table = Table(file="t.csv", key="since", columns=columns, start="since", end="until", rows=rows)
    inside = [
        str(n)
        for n, ((start, _), end) in enumerate(zip(spells, ends, strict=True))
        if start <= day and (end is None or day <= end)
    ]
    assert [row.key for row in table.on(day, day)] == inside
    surely = [row.key for row in rows if table.surely_holds(row, day, day)]
    assert surely == inside


@pytest.mark.parametrize(
    ("condition", "years"),
    [
        ("since < 2000", ["1999-12-31"]),
        ("since <= 2000", ["1999-12-31", "2000", "2000-06-07", "2000~"]),
        ("since > 2000", ["2001"]),
        ("since >= 2000", ["2000", "2000-06-07", "2000~", "2001"]),
        ("since > 2000-06-07", ["2001"]),
        ("since >= 2000-06-07", ["2000-06-07", "2001"]),
    ],
)
def test_a_bound_to_the_year_is_the_whole_year(condition, years):
    days_ = ["1999-12-31", "2000", "2000-06-07", "2000~", "2001"]
    cells = {"name": None, "size": None, "land": None}
    rows = tuple(Row(day, {**cells, "since": Day(day)}, ("a",)) for day in days_)
    table = Table(file="t.csv", key="name", columns=COLUMNS, rows=rows)
    assert [row.key for row in select(table, Query(where=condition), ENGLISH)] == years


@pytest.mark.parametrize("where", ["size = 9999, nonsense = 3", "size = 9999, size < many", "oops"])
@given(tables())
def test_a_wrong_condition_is_named_however_few_rows_there_are(where, table):
    with pytest.raises(Problem):
        select(table, Query(where=where), ENGLISH)
