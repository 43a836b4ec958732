"""Rows of tables as they stood on another day."""

from datetime import date

import pytest

from iomdocs.facts import Column, Day, Period, Periods, Row, Table

COLUMNS = (
    Column(name="since", label="Since", type="day"),
    Column(name="until", label="Until", type="day"),
    Column(name="before", label="Before", type="periods"),
    Column(name="basis", label="Basis", about="since"),
)


def table(**options):
    return Table(file="t.csv", key="since", columns=COLUMNS, start="since", **options)


def periods(*texts):
    spans = [Period(*(Day(part) for part in text.split("/"))) for text in texts]
    return Periods(tuple(spans)) if spans else None


def shown(row):
    cells = [row.cells[column.name] for column in COLUMNS]
    return [
        cell.iso if isinstance(cell, Day) else tuple(cell.periods) if cell and n == 2 else cell
        for n, cell in enumerate(cells)
    ]


@pytest.mark.parametrize(
    ("day", "since", "until", "before", "basis"),
    [
        (date(1953, 1, 1), "1951~", None, None, None),
        (date(1975, 1, 1), "1951~", "1973", None, None),
        (date(1982, 1, 1), "1980", None, periods("1951~/1973"), None),
        (date(1999, 1, 1), "1990", None, periods("1951~/1973", "1980/1984"), "law"),
        (date(2020, 1, 1), "1990", "2001", periods("1951~/1973", "1980/1984"), "law"),
    ],
)
def test_a_row_of_the_past_has_its_period_then_and_no_end_that_lay_ahead(
    day, since, until, before, basis
):
    row = Row(
        "x",
        {
            "since": Day("1990"),
            "until": Day("2001"),
            "before": periods("1951~/1973", "1980/1984"),
            "basis": "law",
        },
        ("a",),
    )
    made = table(end="until", earlier="before").known_on(row, day)
    assert shown(made) == [since, until, before and tuple(before.periods), basis]


def test_between_two_periods_nothing_holds_where_ends_have_no_column():
    row = Row(
        "x",
        {"since": Day("1990"), "until": None, "before": periods("1951/1973"), "basis": "law"},
        ("a",),
    )
    made = table(earlier="before").known_on(row, date(1980, 1, 1))
    assert shown(made) == [None, None, tuple(periods("1951/1973").periods), None]


@pytest.mark.parametrize("since", [None, Day("1990")])
def test_a_row_that_has_not_begun_or_has_no_date_stays_as_it_is(since):
    row = Row("x", {"since": since, "until": None, "before": None, "basis": "law"}, ("a",))
    assert table().known_on(row, date(1980, 1, 1)) == row


def test_only_dates_have_more_to_say():
    with pytest.raises(ValueError, match="about names a column of type day; 'name' is none"):
        Table(
            file="t.csv",
            key="name",
            columns=(
                Column(name="name", label="Name"),
                Column(name="basis", label="B", about="name"),
            ),
        )


@pytest.mark.parametrize(
    ("until", "since", "vacant"),
    [
        ("1961", "1962", False),
        ("1961", "1963", True),
        ("1961~", "1963", False),
        ("1979-12-31", "1980-01-01", False),
        ("1979-12-31", "1980-01-02", True),
        ("1979-12", "1979-12-15", False),
    ],
)
def test_a_vacancy_is_told_only_where_the_dates_are_precise_enough(until, since, vacant):
    spans = [(Day("1950"), Day(until)), (Day(since), None)]
    rows = tuple(
        Row(str(n), {"since": start, "until": end, "before": None, "basis": None}, ("a",))
        for n, (start, end) in enumerate(reversed(spans))
    )
    office = table(end="until", one_at_a_time=True, rows=rows)
    assert office.vacancies() == ([(Day(until), Day(since))] if vacant else [])
    assert table(end="until", rows=rows).vacancies() == ()
