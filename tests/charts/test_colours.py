"""Colours on light and dark ground, and what tells things apart without any."""

import re
from itertools import pairwise
from xml.etree import ElementTree as ET

import pytest

from iomdocs.charts import colours, maps
from tests.charts.conftest import DRAWINGS, SVG, colours_of, members

GROUNDS = ("#ffffff", "#121212", "#14181e", "#10161d", "#18202a")
"""Paper, and the dark grounds of the theme and of our own styles."""


def luminance(colour):
    """Relative luminance as WCAG 2.2 defines it."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return sum(weight * p for weight, p in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


def contrast(one, other):
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def lightness(colour):
    """L* of CIELAB."""
    y = luminance(colour)
    return 116 * y ** (1 / 3) - 16 if y > 0.008856 else 903.3 * y


@pytest.mark.parametrize("ground", GROUNDS)
@pytest.mark.parametrize("sign", colours.SIGNS)
def test_a_series_stands_out_from_every_ground(sign, ground):
    assert contrast(sign.colour, ground) >= 3


def test_no_two_series_differ_by_colour_alone():
    for what in ("colour", "dashes", "shape"):
        assert len({tuple(getattr(sign, what)) for sign in colours.SIGNS}) == len(colours.SIGNS)


@pytest.mark.parametrize("steps", range(2, 10))
def test_steps_of_a_scale_grow_darker_and_can_be_told_apart_in_grey(steps):
    steps_of_grey = [lightness(colour) for colour in colours.scale(steps)]
    assert all(one - other >= 5 for one, other in pairwise(steps_of_grey))


@pytest.mark.parametrize("fill", [c for steps in range(1, 10) for c in colours.scale(steps)])
def test_words_on_a_fill_can_be_read(fill):
    assert contrast(colours.on(fill), fill) >= 4.5


def test_lines_differ_in_dashes_and_points_and_have_their_names_beside_them():
    root = ET.fromstring(DRAWINGS["two lines"]())
    one, other = (sign.colour for sign in colours.SIGNS[:2])
    dashes = {
        element.get("stroke"): element.get("stroke-dasharray")
        for element in root.iter(f"{SVG}path")
        if element.get("stroke") in {one, other} and element.get("fill") == "none"
    }
    assert dashes[one] is None
    assert dashes[other]
    words = ["".join(text.itertext()) for text in root.iter(f"{SVG}text")]
    assert {"Planted", "Felled"} <= set(words)


def test_layers_have_separating_lines_and_names_in_the_order_of_stacking():
    root = ET.fromstring(DRAWINGS["layers"]())
    fills = colours.scale(2)
    areas = [path for path in root.iter(f"{SVG}path") if path.get("fill") in fills]
    assert [area.get("stroke") for area in areas] == ["currentColor"] * 2
    heights = {"".join(text.itertext()): float(text.get("y")) for text in root.iter(f"{SVG}text")}
    assert heights["Planted"] > heights["Felled"]  # the first series lies below


@pytest.mark.parametrize("kind", ["upright bars", "bars in rows", "bars beside each other"])
def test_each_bar_carries_its_value(kind):
    words = {
        "".join(text.itertext()) for text in ET.fromstring(DRAWINGS[kind]()).iter(f"{SVG}text")
    }
    values = {"12", "30", "25", "60"} if kind == "upright bars" else {"10", "13"}
    assert values <= words


def test_groups_of_a_map_differ_in_lightness_and_the_unknown_is_hatched():
    groups = members(6)
    drawn = maps.draw(groups, "others", "alt", name="a", in_order=True)
    used = colours_of(drawn)
    assert set(colours.scale(5)) <= used
    assert "url(#hatch-a)" in used
    assert re.search(r'fill-opacity="0.1"', drawn)


def test_the_first_of_groups_without_an_order_stands_out_most():
    groups = [maps.Group("a", ["FR"], "a"), maps.Group("b", ["DE"], "b")]
    drawn = maps.draw(groups, "others", "alt", name="a", in_order=False)
    pale, deep = colours.scale(2)
    assert drawn.index(f'fill="{deep}"') < drawn.index(f'fill="{pale}"')
