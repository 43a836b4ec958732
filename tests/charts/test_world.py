"""The shapes of the world: every country is there, none is too small to be seen."""

import math
from itertools import combinations
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from babel.core import get_global

from iomdocs.charts import maps, svg, world
from iomdocs.charts.world import reduce
from tests.charts.conftest import SVG

HERE = Path(world.__file__).parent

UNITED_NATIONS = Path(__file__).with_name("united-nations.txt").read_text("utf-8").split()
"""The codes of the members of the United Nations."""


def test_every_member_of_the_united_nations_and_its_observers_can_be_shown():
    assert len(UNITED_NATIONS) == 193
    assert maps.unmapped([*UNITED_NATIONS, "VA", "PS", "CK", "NU", "TW"]) == []


def test_a_country_without_shape_and_position_is_named():
    assert maps.unmapped(["FR", "AQ", "BV"]) == ["AQ", "BV"]


def test_ids_are_codes_of_countries():
    known = {
        codes[0] for number, codes in get_global("territory_aliases").items() if number.isdigit()
    }
    assert world.shapes() | world.positions().keys() <= known


def test_every_ring_of_a_shape_has_an_area():
    topology = world.topology()
    points = reduce._decoded(topology)
    for geometry in topology["objects"]["countries"]["geometries"]:
        for outer, *_ in geometry["arcs"]:
            ring = reduce._ring(points, outer)
            assert len({*ring}) >= 3
            assert reduce._area(ring) > 0, geometry["id"]


def test_the_readme_names_the_origin():
    readme = (HERE / "README.md").read_text("utf-8")
    for name, digest in reduce.ORIGIN.items():
        assert f"`{name}`" in readme
        assert digest in readme


def test_a_file_of_another_origin_is_refused(tmp_path):
    (tmp_path / "countries-50m.json").write_text("{}", "utf-8")
    with pytest.raises(SystemExit, match="not the file of world-atlas"):
        reduce.main(tmp_path)


def circles(codes):
    drawn = maps.draw([maps.Group("a", codes, "a")], "others", "alt", name="a", in_order=True)
    found = ET.fromstring(drawn).iter(f"{SVG}circle")
    return [tuple(float(c.get(name)) * svg.NET for name in ("cx", "cy", "r")) for c in found]


@pytest.mark.parametrize("code", ["TV", "MC", "VA", "MV", "MT", "KI", "SG", "BB", "CK"])
def test_a_small_country_has_a_circle(code):
    assert len(circles([code])) == 1


@pytest.mark.parametrize("code", ["FR", "CH", "BE", "SI", "LS"])
def test_a_country_that_can_be_seen_has_none(code):
    assert circles([code]) == []


def test_no_circle_covers_another():
    found = circles(UNITED_NATIONS)
    assert len(found) > 35
    for (x1, y1, r1), (x2, y2, r2) in combinations(found, 2):
        assert math.dist((x1, y1), (x2, y2)) >= r1 + r2 - 0.3


def test_areas_on_the_map_are_true():
    """A square degree at the equator and one in the north, on the projection and on the globe."""

    def area(south):
        corners = [(0, south), (1, south), (1, south + 1), (0, south + 1)]
        flat = [world.equal_earth(*corner) for corner in corners]
        pairs = zip(flat, [*flat[1:], flat[0]], strict=True)
        return sum(x1 * y2 - x2 * y1 for (x1, y1), (x2, y2) in pairs) / 2

    def on_globe(south):
        return math.radians(1) * (math.sin(math.radians(south + 1)) - math.sin(math.radians(south)))

    assert area(60) / area(0) == pytest.approx(on_globe(60) / on_globe(0), rel=1e-3)
