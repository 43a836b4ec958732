"""Finished SVG: small, the same every time, and fit for a page of any of the formats."""

import re
import subprocess
import sys
from xml.etree import ElementTree as ET

import pytest

from iomdocs.charts import paths, svg
from tests.charts.conftest import DRAWINGS, SVG, colours_of

ATTRIBUTES = {
    *("d", "cx", "cy", "r", "x", "y", "dy", "transform", "viewBox", "role", "aria-label", "id"),
    *("width", "height", "patternUnits", "font-family", "font-size", "font-weight", "text-anchor"),
    *("fill", "fill-opacity", "stroke", "stroke-opacity", "stroke-width", "stroke-dasharray"),
    *("stroke-linejoin", "stroke-linecap", "opacity"),
}
ELEMENTS = {"svg", "g", "path", "circle", "text", "tspan", "defs", "pattern"}


def test_the_same_data_give_the_same_bytes(drawing):
    name, first = drawing
    assert DRAWINGS[name]() == first


def test_a_drawing_is_small(drawing):
    name, drawn = drawing
    assert len(drawn.encode()) < (150_000 if name == "map" else 20_000)


def test_only_what_svg_has_and_a_page_needs_is_left(drawing):
    _, drawn = drawing
    root = ET.fromstring(drawn)
    assert {element.tag.removeprefix(SVG) for element in root.iter()} <= ELEMENTS
    assert {name for element in root.iter() for name in element.attrib} <= ATTRIBUTES
    assert [group for group in root.iter(f"{SVG}g") if not len(group) or not group.attrib] == []
    named = [element for element in root.iter() if "aria-label" in element.attrib]
    assert named == [root]
    assert (root.get("role"), root.get("aria-label")) == ("img", "alt")


def test_ink_is_that_of_the_page_and_there_is_no_ground(drawing):
    name, drawn = drawing
    root = ET.fromstring(drawn)
    assert root.get("fill") == "currentColor"
    assert "currentColor" in {element.get("stroke") for element in root.iter()}
    assert "white" not in colours_of(drawn)
    assert drawn.count("<rect") == 0
    fills = {text.get("fill") for text in root.iter(f"{SVG}text")}
    on_colour = {"#000000", "#ffffff"} if name == "bars of parts" else set()
    assert None in fills
    assert fills <= {None, *on_colour}


def test_everything_lies_within_the_view(drawing):
    name, drawn = drawing
    root = ET.fromstring(drawn)
    _, _, width, height = map(float, root.get("viewBox").split())
    for text in root.iter(f"{SVG}text"):
        assert 0 <= float(text.get("x")) <= width, (name, text.text)
        assert 0 <= float(text.get("y")) <= height, (name, text.text)
    for circle in root.iter(f"{SVG}circle"):
        assert 0 <= float(circle.get("cx")) * svg.NET <= width
        assert 0 <= float(circle.get("cy")) * svg.NET <= height


def test_the_alternative_text_may_hold_any_letters():
    from iomdocs.charts import plots
    from tests.charts.conftest import ONE, plot

    drawn = plots.draw(plot("line", ONE), 'A "line" & <more>', name="a")
    assert ET.fromstring(drawn).get("aria-label") == 'A "line" & <more>'


def test_a_pattern_has_the_name_that_it_was_given():
    drawn = DRAWINGS["map"]()
    assert re.findall(r'id="([^"]*)"', drawn) == ["hatch-a"]
    assert 'fill="url(#hatch-a)"' in drawn


@pytest.mark.parametrize(
    ("written", "short"),
    [
        ("M0,0L10,0L20,0L20,10Z", "M0 0l20 0 0 10z"),
        ("M0,0L0.2,0.1L10,10", "M0 0l10 10"),
        ("M1,1h5v5h-5Z", "M1 1l5 0 0 5-5 0z"),
        ("M0,0L0.1,0.1Z", ""),
        ("M0,0L10,0M5,5L5,9", "M0 0l10 0M5 5l0 4"),
    ],
)
def test_a_path_loses_what_says_nothing(written, short):
    assert paths.data(paths.outlines(written, 0, 0), 1) == short


def test_a_path_with_curves_is_refused():
    with pytest.raises(ValueError, match="curves"):
        paths.outlines("M0,0C1,1,2,2,3,3", 0, 0)


@pytest.mark.parametrize("command", [["--help"], ["check", "--help"]])
def test_the_program_starts_without_the_renderer(command):
    code = (
        "import sys; from iomdocs.cli import main\n"
        "try: main(sys.argv[1:])\nexcept SystemExit: pass\n"
        "import iomdocs.charts.maps, iomdocs.charts.plots\n"
        "sys.exit(bool({'altair', 'vl_convert'} & sys.modules.keys()))"
    )
    run = subprocess.run([sys.executable, "-c", code, *command], capture_output=True, check=False)
    assert run.returncode == 0
