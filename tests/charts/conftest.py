"""Drawings to look into: one of each kind, made of invented values."""

import random
from xml.etree import ElementTree as ET

import pytest

from iomdocs.charts import maps, plots
from iomdocs.charts.assembly import Point, assemble
from iomdocs.charts.plot import Event
from iomdocs.facts import Day, Number
from iomdocs.languages import locale_of

LOCALE = locale_of("en")
SVG = "{http://www.w3.org/2000/svg}"
COLOURS = ("fill", "stroke")


def points(series, amounts, first=1990):
    return [
        Point(series, str(first + 3 * n), Day(str(first + 3 * n)), Number(amount))
        for n, amount in enumerate(amounts)
    ]


def plot(kind, *series, events=()):
    return assemble(kind, [point for each in series for point in each], "trees", LOCALE, events)


def compared(kind, names=("Oak", "Birch"), places=("North", "South")):
    values = [
        Point(name, place, None, Number(10 + 7 * n + 3 * m))
        for n, name in enumerate(names)
        for m, place in enumerate(places)
    ]
    return assemble(kind, values, "trees", LOCALE)


def members(count=8):
    """Groups of some of the countries that the map has."""
    from iomdocs.charts import world

    codes = sorted(world.shapes() | world.positions().keys())
    random.Random(5).shuffle(codes)
    names = [f"group {number}" for number in range(count)]
    return [
        maps.Group(name, codes[number::count], f"{name} (20)", number == count - 1)
        for number, name in enumerate(names)
    ]


ONE = points("Planted", (12, 30, 25, 60))
OTHER = points("Felled", (5, 6, 4, 9))

DRAWINGS = {
    "line": lambda: plots.draw(plot("line", ONE), "alt", name="a"),
    "line with events": lambda: plots.draw(
        plot("line", ONE, events=[Event(1991.0, "one"), Event(1991.2, "two")]), "alt", name="a"
    ),
    "two lines": lambda: plots.draw(plot("line", ONE, OTHER), "alt", name="a"),
    "area": lambda: plots.draw(plot("area", ONE), "alt", name="a"),
    "layers": lambda: plots.draw(plot("stacked", ONE, OTHER), "alt", name="a"),
    "upright bars": lambda: plots.draw(plot("bar", ONE), "alt", name="a"),
    "bars in rows": lambda: plots.draw(compared("bar", ["Oak"], "ABCDEFGHIJ"), "alt", name="a"),
    "bars beside each other": lambda: plots.draw(compared("bar"), "alt", name="a"),
    "bars of parts": lambda: plots.draw(compared("stacked"), "alt", name="a"),
    "map": lambda: maps.draw(members(), "others", "alt", name="a", in_order=True),
}


@pytest.fixture(params=DRAWINGS)
def drawing(request):
    """Each kind of drawing, as its name and its SVG."""
    return request.param, DRAWINGS[request.param]()


def colours_of(svg):
    """Every colour in an SVG."""
    found = {element.get(name) for element in ET.fromstring(svg).iter() for name in COLOURS}
    return {colour for colour in found if colour}
