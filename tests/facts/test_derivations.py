"""Derived facts beside what they derive from, and rows that exclude each other."""

from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from iomdocs.facts import (
    Column,
    CountOf,
    Day,
    Fact,
    Items,
    Money,
    Number,
    Row,
    Share,
    Statement,
    SumOf,
    Table,
    derivations,
    text,
)
from iomdocs.languages import locale_of
from tests.facts.strategies import CALENDAR, days

ENGLISH = locale_of("en")


def statement(value, when="2000", rank="normal"):
    return (
        f'Statement(value={value}, at=Day("{when}"), sources=["a"], rank="{rank}", '
        'confidence="two-sources")'
    )


def fact(id_, *statements, derived=""):
    more = f", derived_from={derived}" if derived else ""
    lines = ",\n".join(statements)
    return f'Fact(id="town.{id_}", label="X"{more}, statements=[\n{lines}])'


def module(*facts):
    return "FACTS = [\n" + ",\n".join(facts) + "\n]"


def table(options="", when="2000"):
    columns = (
        'Column(name="kind", label="Kind"), Column(name="size", label="Size", type="number"), '
        'Column(name="since", label="Since", type="day"), '
        'Column(name="until", label="Until", type="day"), '
        'Column(name="before", label="Before", type="periods")'
    )
    record = f'Table(file="t.csv", key="id", columns=[{columns}]{options})'
    return fact("clubs", statement(record, when))


DATED = ', start="since", end="until", earlier="before"'


def rows(*lines):
    return "\n".join(["id,kind,size,since,until,before,sources", *lines]) + "\n"


CLUBS = rows("a,sport,10,1950,,,a", "b,song,20,1960-05-01,1980,,a", "c,sport,30,,,,a")


def outcomes(loaded):
    return [(comparison.outcome, text.compared(comparison, ENGLISH)) for comparison in loaded]


def findings(loaded):
    return [(p.code, p.location.line, p.message) for p in loaded.problems]


def test_a_count_that_does_not_agree_with_its_table_is_an_error_in_its_line(load):
    count = fact("count", statement("Number(4)"), derived='CountOf("town.clubs")')
    loaded = load(module(table(), count), t=CLUBS)
    (problem,) = loaded.problems
    assert problem.code == "F015"
    assert problem.message == "'town.count' is 4, but the table gives 3"
    lines = Path(problem.location.path).read_text("utf-8").splitlines()
    assert "Number(4)" in lines[problem.location.line - 1]


@pytest.mark.parametrize(
    ("derived", "amount"),
    [
        ('CountOf("town.clubs")', 3),
        ('CountOf("town.clubs", where="kind = sport")', 2),
        ('CountOf("town.clubs", where="since =")', 1),
        ('CountOf("town.clubs", where="since.precision = day")', 1),
        ('CountOf("town.clubs", where="since.precision != day, since != ")', 1),
        ('TotalOf("town.clubs", "size")', 60),
        ('TotalOf("town.clubs", "size", where="kind = song")', 20),
    ],
)
def test_what_a_table_gives_is_the_count_or_total_of_its_rows(load, derived, amount):
    right = fact("right", statement(f"Number({amount})"), derived=derived)
    wrong = fact("wrong", statement(f"Number({amount + 1})"), derived=derived)
    loaded = load(module(table(), right, wrong), t=CLUBS)
    assert [comparison.outcome for comparison in loaded.comparisons] == ["equal", "wrong"]
    assert [code for code, _, _ in findings(loaded)] == ["F015"]


@pytest.mark.parametrize(
    ("when", "amount", "outcome", "words"),
    [
        ("1955-01-01", 1, "possible", "the table gives 1 to 2"),
        ("1955-01-01", 3, "gap", "the table gives 1 to 2"),
        ("1960", 3, "possible", "the table gives 1 to 3"),
        ("1949-12-31", 0, "not comparable", "nothing to compare it with is known for that time"),
        ("2000-06-30", 2, "equal", "the table gives 2"),
        ("2001", 5, "gap", "the table gives 2"),
    ],
)
def test_a_table_with_dates_is_compared_on_the_day(load, when, amount, outcome, words):
    count = fact("count", statement(f"Number({amount})", when), derived='CountOf("town.clubs")')
    loaded = load(module(table(DATED, "2000-06-30"), count), t=CLUBS)
    assert not loaded.problems
    assert outcomes(loaded.comparisons) == [(outcome, words)]


def test_what_a_list_keeps_after_its_end_counts_on(load):
    count = fact("count", statement("Number(3)", "2000-06-30"), derived='CountOf("town.clubs")')
    options = ', start="since", end="until", keeps_ended=True'
    loaded = load(module(table(options, "2000-06-30"), count), t=CLUBS)
    assert not loaded.problems
    assert [comparison.outcome for comparison in loaded.comparisons] == ["equal"]


@pytest.mark.parametrize(
    ("derived", "value", "outcome"),
    [
        ('SumOf(["town.boys", "town.girls"])', "Number(70)", "equal"),
        ('SumOf(["town.boys", "town.girls"])', "Number(71)", "wrong"),
        ('SumOf(["town.boys", "town.girls"], within=1)', "Number(71)", "equal"),
        ('SumOf(["town.boys", "town.girls"])', 'Number(75, "about")', "gap"),
        ('SumOf(["town.boys", "town.girls"])', 'Number(60, "more than")', "possible"),
        ('SumOf(["town.boys", "town.girls"])', 'Number(80, "more than")', "gap"),
        ('SumOf(["town.boys", "town.later"])', "Number(99)", "not comparable"),
        ('SumOf(["town.boys", "town.within"])', "Number(99)", "gap"),
        ('DifferenceOf("town.boys", "town.girls")', "Number(10)", "equal"),
        ('DifferenceOf("town.boys", "town.names")', "Number(38)", "equal"),
        ('DifferenceOf("town.boys", "town.names")', "Number(37)", "wrong"),
        ('CountOf("town.names")', "Number(2)", "equal"),
        ('CountOf("town.names")', "Number(3)", "wrong"),
    ],
)
def test_sums_and_differences_are_of_the_same_time(load, derived, value, outcome):
    facts = [
        fact("boys", statement("Number(40)")),
        fact("girls", statement("Number(30)")),
        fact("later", statement("Number(30)", "2001")),
        fact("within", statement("Number(30)", "2000-05")),
        fact("names", statement('Items(["Mill", "Church"])')),
    ]
    loaded = load(module(*facts, fact("all", statement(value), derived=derived)))
    assert [comparison.outcome for comparison in loaded.comparisons] == [outcome]
    assert [code for code, _, _ in findings(loaded)] == (["F015"] if outcome == "wrong" else [])


def test_a_figure_in_dispute_is_a_gap_and_the_one_that_is_shown_must_follow(load):
    parts = fact("part", statement("Number(5)"))
    whole = fact(
        "whole",
        statement("Number(6)"),
        statement("Number(5)", rank="preferred"),
        statement("Number(7)", rank="deprecated"),
        derived='SumOf(["town.part"])',
    )
    loaded = load(module(parts, whole))
    assert not loaded.problems
    assert [comparison.outcome for comparison in loaded.comparisons] == ["gap", "equal"]


@pytest.mark.parametrize(
    ("derived", "code", "words"),
    [
        ('CountOf("town.club")', "F001", "there is no fact 'town.club'"),
        ('CountOf("town.clubs", where="sort = sport")', "F013", "there is no column 'sort'"),
        ('CountOf("town.clubs", where="kind.precision = day")', "F013", "no column 'kind.prec"),
        ('CountOf("town.clubs", where="kind")', "F011", "'kind' is not a condition"),
        ('TotalOf("town.clubs", "kind")', "F013", "'kind' holds no numbers"),
        ('CountOf("town.motto")', "F011", "'town.motto' is not a table"),
        ('SumOf(["town.motto"])', "F006", "'town.motto' is in words"),
        ('SumOf(["town.cost"])', "F006", "'town.cost' is in CHF, and not in numbers"),
    ],
)
def test_what_cannot_be_derived_is_named_at_the_fact(load, derived, code, words):
    facts = [
        table(),
        fact("motto", statement('"Up"')),
        fact("cost", statement('Money(3, "CHF")')),
        fact("count", statement("Number(3)"), derived=derived),
    ]
    (problem,) = load(module(*facts), t=CLUBS).problems
    assert (problem.code, words in problem.message) == (code, True), problem
    lines = Path(problem.location.path).read_text("utf-8").splitlines()
    assert "town.count" in lines[problem.location.line - 1]


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (Money(5_000_000, "USD"), "the parts give 5 million US dollars"),
        (Share(5_000_000), "the parts give 5,000,000 per cent"),
        (Number(5_000_000), "the parts give 5 million"),
    ],
)
def test_what_follows_is_told_in_the_words_of_the_figure(value, words):
    made = [_fact("town.part", value, "2000"), _fact("town.whole", value, "2000", "town.part")]
    (comparison,) = derivations.compare({fact.id: fact for fact in made})
    assert text.compared(comparison, ENGLISH) == words


def _fact(id_, value, when, *parts):
    made = Statement(value=value, at=Day(when), sources=("a",), confidence="two-sources")
    derivation = SumOf(parts) if parts else None
    return Fact(id=id_, label="X", statements=(made,), derived_from=derivation)


SUMMED = (
    'Table(file="t.csv", key="id", columns=[Column(name="boys", label="B", type="number"), '
    'Column(name="girls", label="G", type="number"), '
    'Column(name="all", label="A", type="number", sum_of=["boys", "girls"])])'
)


@pytest.mark.parametrize(
    ("cells", "words"),
    [
        ("2,3,5", ""),
        ("2,,2", ""),
        ("2,3,", ""),
        ("0.1,0.2,0.3", ""),
        ("2,3,6", "row 'x': 'all' is 6, but its parts give 5"),
    ],
)
def test_a_column_that_adds_up_others_holds_their_sum(load, cells, words):
    lines = f"id,boys,girls,all,sources\nx,{cells},a\n"
    loaded = load(module(fact("clubs", statement(SUMMED))), t=lines)
    assert findings(loaded) == ([("F015", 2, words)] if words else [])


def test_only_numbers_are_added_up(load):
    record = SUMMED.replace('label="G", type="number"', 'label="G"')
    loaded = load(module(fact("clubs", statement(record))), t="id,boys,girls,all,sources\n")
    assert "sum_of is for columns of type number; 'girls' is none" in findings(loaded)[0][2]


TERMS = ', start="since", end="until", one_at_a_time=True, keeps_ended=True'


@pytest.mark.parametrize(
    ("first", "second", "overlap"),
    [
        ("1950,1958", "1958,1961", False),
        ("1950,1958-03-01", "1958-03-01,", False),
        ("1950,1958-03-02", "1958-03-01,", True),
        ("1950,1958", "1957,1961", True),
        ("1950,1958", "1957~,1961", False),
        ("1950,1958-06", "1958,1961", False),
        ("1950,", "1958,1961", True),
        ("1950,1955", "1958,1961", False),
    ],
)
def test_terms_that_overlap_are_named_in_the_row_of_the_later(load, first, second, overlap):
    lines = rows(*(f"{key},,,{second if key == 'b' else first},,a" for key in "ba"))
    loaded = load(module(table(TERMS)), t=lines)
    expected = [("F016", 2)] if overlap else []
    assert [(code, line) for code, line, _ in findings(loaded)] == expected


def test_rows_may_share_days_where_nobody_says_otherwise(load):
    lines = rows("a,,,1950,1970,,a", "b,,,1960,1980,,a")
    assert not load(module(table(DATED)), t=lines).problems


@pytest.mark.parametrize(
    ("cells", "words"),
    [
        ("1980,,1951~/1973~", ""),
        ("1973,,1951~/1973~", ""),
        ("1972,,1951~/1973~", "1972 stands after 1973~"),
        ("1990,,1960/1970;1951/1955", "1951 stands after 1970"),
        ("1990,1989,", "1989 stands after 1990"),
        (",,1951/1973", ""),
    ],
)
def test_periods_of_a_row_are_in_order(load, cells, words):
    loaded = load(module(table(DATED)), t=rows(f"a,,,{cells},a"))
    assert [(code, line) for code, line, _ in findings(loaded)] == ([("F004", 2)] if words else [])
    assert all(words in message for _, _, message in findings(loaded))


COLUMNS = (
    Column(name="since", label="Since", type="day"),
    Column(name="until", label="Until", type="day"),
)


def club_table(cells, **options):
    made = tuple(
        Row(str(n), {"since": since, "until": until}, ("a",))
        for n, (since, until) in enumerate(cells)
    )
    return Table(
        file="t.csv", key="since", columns=COLUMNS, start="since", end="until", rows=made, **options
    )


CELLS = st.lists(st.tuples(st.none() | days(), st.none() | days()), max_size=8)


@given(CELLS, CALENDAR, CALENDAR, st.booleans())
def test_what_the_list_has_on_a_day_may_be_there_and_what_is_sure_is_there(
    cells, day, listed, keeps
):
    table_ = club_table(cells, keeps_ended=keeps)
    has = table_.on(day, listed)
    for row in table_.rows:
        answer = table_.surely_holds(row, day, listed)
        assert answer is not (row not in has) or answer is None


@given(st.lists(st.tuples(CALENDAR, st.none() | st.integers(0, 4000)), min_size=1), st.data())
def test_a_precise_table_gives_the_naive_count_on_every_day(spells, data):
    ends = [None if length is None else start + timedelta(length) for start, length in spells]
    cells = [
        (Day(start.isoformat()), end and Day(end.isoformat()))
        for (start, _), end in zip(spells, ends, strict=True)
    ]
    day = data.draw(st.sampled_from([start for start, _ in spells]) | CALENDAR)
    naive = sum(
        start <= day and (end is None or day <= end)
        for (start, _), end in zip(spells, ends, strict=True)
    )
    table_ = club_table(cells)
    answers = [table_.surely_holds(row, day, date.max) for row in table_.rows]
    assert (answers.count(True), answers.count(None)) == (naive, 0)

    listed = Statement(value=table_, at=Day("2999"), sources=("a",), confidence="two-sources")
    stated = Statement(
        value=Number(naive), at=Day(day.isoformat()), sources=("a",), confidence="two-sources"
    )
    facts = [
        Fact(id="town.clubs", label="Clubs", statements=(listed,)),
        Fact(id="town.count", label="X", statements=(stated,), derived_from=CountOf("town.clubs")),
    ]
    (comparison,) = derivations.compare({fact.id: fact for fact in facts})
    if table_.began_by(day):
        assert (comparison.least, comparison.most, comparison.outcome) == (naive, naive, "equal")
    else:
        assert comparison.outcome == "not comparable"


@given(st.lists(st.integers(0, 10**12), min_size=1, max_size=6), st.integers(-3, 3))
def test_a_sum_is_equal_wrong_or_within_its_tolerance(amounts, off):
    parts = [_fact(f"town.part-{n}", Number(amount), "2000") for n, amount in enumerate(amounts)]
    whole = _fact("town.whole", Number(sum(amounts) + off), "2000", *(part.id for part in parts))
    facts = {fact.id: fact for fact in [*parts, whole]}
    (comparison,) = derivations.compare(facts)
    assert comparison.outcome == ("equal" if off == 0 else "wrong")
    assert comparison.least == comparison.most == sum(amounts)


def test_items_count_in_a_sum_of_lists():
    made = [
        _fact("town.a", Items(("x", "y")), "2000"),
        _fact("town.b", Items(("z",)), "2000"),
        _fact("town.all", Number(3), "2000", "town.a", "town.b"),
    ]
    (comparison,) = derivations.compare({fact.id: fact for fact in made})
    assert comparison.outcome == "equal"
