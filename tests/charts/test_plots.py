"""What a chart shows of its values, and what does not fit together."""

import re
from itertools import pairwise
from xml.etree import ElementTree as ET

import pytest

from iomdocs.charts import axes, plots, words
from iomdocs.charts.assembly import Point, assemble
from iomdocs.charts.plot import Event
from iomdocs.diagnostics import Problem
from iomdocs.facts import Day, Number
from tests.charts.conftest import LOCALE, ONE, OTHER, SVG, compared, plot, points


def texts(drawn):
    return ["".join(text.itertext()) for text in ET.fromstring(drawn).iter(f"{SVG}text")]


@pytest.mark.parametrize(
    ("date", "place"),
    [("1990", 1990.0), ("1990-01-01", 1989.501), ("1990-12-31", 1990.499), ("1990~", 1990.0)],
)
def test_a_date_stands_in_the_middle_of_what_it_can_mean(date, place):
    assert axes.place(Day(date)) == pytest.approx(place, abs=0.001)


def test_a_year_stands_where_its_label_does():
    assert (1990.0, "1990") in axes.date_ticks(1989.4, 1996.2, LOCALE, months=False)


def test_a_short_time_has_months_only_if_all_dates_have():
    with_months = axes.date_ticks(2018.0, 2019.4, LOCALE, months=True)
    assert "July 2018" in [label for _, label in with_months]
    without = axes.date_ticks(2018.0, 2019.4, LOCALE, months=False)
    assert [label for _, label in without] == ["2018", "2019"]


@pytest.mark.parametrize(
    ("least", "most", "labels"),
    [
        (0, 175, ["0", "50", "100", "150", "200"]),
        (2.3, 3.7, ["0", "1", "2", "3", "4"]),
        (0, 3_400_000_000, ["0", "1 billion", "2 billion", "3 billion", "4 billion"]),
        (-3, 4, ["-4", "-2", "0", "2", "4"]),
    ],
)
def test_an_axis_has_round_amounts_and_nought(least, most, labels):
    assert [label for _, label in axes.amount_ticks(least, most, LOCALE)] == labels


def test_an_approximate_point_is_hollow():
    series = [
        *points("Planted", (12, 30)),
        Point("Planted", "about 2001", Day("2001~"), Number(40)),
    ]
    drawn = plots.draw(plot("line", series), "alt", name="a")
    circles = [c for c in ET.fromstring(drawn).iter() if c.tag in {f"{SVG}circle", f"{SVG}g"}]
    hollow = [c for c in circles if c.get("fill") == "none" and c.get("stroke") == "#2f7ec7"]
    assert hollow
    assert plot("line", series).has_approximate


def test_a_long_time_without_values_is_dotted():
    series = [*points("Planted", (12, 30)), Point("Planted", "2020", Day("2020"), Number(40))]
    assert plots.has_gaps(plot("line", series))
    assert not plots.has_gaps(plot("line", ONE))


def test_numbers_of_events_that_are_near_stand_in_rows():
    events = [Event(1991.0, "one"), Event(1991.1, "two"), Event(1998.0, "three")]
    drawn = plots.draw(plot("line", ONE, events=events), "alt", name="a")
    heights = {
        text.text: text.get("y")
        for text in ET.fromstring(drawn).iter(f"{SVG}text")
        if text.text in {"1", "2", "3"}
    }
    assert heights["1"] == heights["3"] != heights["2"]


def test_names_beside_lines_do_not_cover_each_other():
    middles = plots.spread([100, 101, 102, 180], [18, 18, 18, 18])
    assert all(b - a >= 17.9 for a, b in pairwise(middles))


def test_the_alternative_text_is_written_from_the_data():
    assert words.of_plot(plot("line", ONE, OTHER, events=[Event(1991, "The storm (1991)")])) == (
        "Line chart, trees. Planted: from 12 (1990) to 60 (1999). "
        "Felled: from 5 (1990) to 9 (1999); lowest 4 (1996), highest 9 (1999). "
        "Marked on it: 1 The storm (1991)."
    )
    assert words.of_plot(compared("bar")) == (
        "Bar chart, trees. Oak: North 10; South 13. Birch: North 17; South 20."
    )
    many = compared("bar", ["Oak"], "ABCDEFGHIJ")
    assert words.of_plot(many) == (
        "Bar chart, trees. Oak: largest J 37; I 34; H 31; smallest A 10; 10 values in all."
    )


def test_the_values_that_a_reader_looks_for_are_written():
    shown = texts(plots.draw(plot("line", ONE), "alt", name="a"))
    assert {"12", "60", "Trees"} <= set(shown)


MISFITS = {
    "areas that cover each other": (lambda: plot("area", ONE, OTHER), "would cover each other"),
    "one layer": (lambda: plot("stacked", ONE), "there is one series"),
    "layers at different times": (
        lambda: plot("stacked", ONE, OTHER[:3]),
        "'Felled' has no value for 1999",
    ),
    "a line of one value": (lambda: plot("line", ONE[:1]), "'Planted' has one value"),
    "a line without dates": (lambda: compared("line"), "kind 'line' needs dates"),
    "events on bars": (lambda: plot("bar", ONE, events=[Event(1991, "x")]), "an axis of time"),
    "too many series": (
        lambda: plot("line", *(points(str(n), (1, 2)) for n in range(7))),
        "the chart has 7 series",
    ),
    "two values in one place": (
        lambda: assemble(
            "bar", [*(Point("a", "x", None, Number(n)) for n in (1, 2)),
                    Point("b", "x", None, Number(3))], "trees", LOCALE,
        ),
        "'a' has 2 values for 'x'",
    ),
    "less than nothing in a stack": (
        lambda: plot("stacked", ONE, points("Felled", (-1, 2, 3, 4))),
        "below nought",
    ),
}  # fmt: skip


@pytest.mark.parametrize("misfit", MISFITS)
def test_what_does_not_fit_together_is_refused_with_a_hint(misfit):
    make, message = MISFITS[misfit]
    with pytest.raises(Problem, match=re.escape(message)) as refused:
        make()
    assert refused.value.code == "C004"
    assert refused.value.hint


@pytest.mark.parametrize(
    "amounts",
    [(0, 0, 0), (1e-13, 2e-13), (0, 10**17), (-5, -3), (0.1, 0.2, 0.3)],
    ids=["nought", "tiny", "huge", "below nought", "tenths"],
)
@pytest.mark.parametrize("kind", ["line", "area", "bar"])
def test_every_amount_can_be_drawn(kind, amounts):
    drawn = plots.draw(plot(kind, points("Planted", amounts)), "alt", name="a")
    assert ET.fromstring(drawn).tag == f"{SVG}svg"


@pytest.mark.parametrize("days", [("0001", "2000"), ("0001-01", "0001-02"), ("9998", "9999-12-31")])
@pytest.mark.parametrize("kind", ["line", "bar"])
def test_every_time_can_be_drawn(kind, days):
    series = [Point("Planted", day, Day(day), Number(n)) for n, day in enumerate(days)]
    drawn = plots.draw(assemble(kind, series, "trees", LOCALE), "alt", name="a")
    assert ET.fromstring(drawn).tag == f"{SVG}svg"


@pytest.mark.parametrize("kind", ["line", "bar", "stacked"])
def test_two_values_for_one_date_are_refused(kind):
    twice = [*points("Planted", (1, 2)), *points("Planted", (3,))]
    with pytest.raises(Problem, match="'Planted' has 2 values for '1990'"):
        plot(kind, twice, points("Felled", (1, 2)))
