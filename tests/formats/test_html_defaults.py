"""What a book gets that sets nothing: code that can be read in light and dark."""

import re
from pathlib import Path

import pytest

from tests.formats.conftest import ROOTS, build

_RULE = re.compile(r"([^{}]+)\{([^{}]*)\}")
_COLOUR = re.compile(r"(?<![-\w])(color|background(?:-color)?):\s*#([0-9A-Fa-f]{6})")


def luminance(colour: str) -> float:
    """Relative luminance (WCAG 2.2)."""
    parts = [int(colour[start : start + 2], 16) / 255 for start in (0, 2, 4)]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """Contrast ratio (WCAG 2.2)."""
    low, high = sorted([luminance(one), luminance(other)])
    return (high + 0.05) / (low + 0.05)


def contrasts(style: str) -> dict[str, float]:
    """The contrast of each kind of code to what is behind it, by selector."""
    rules = [(selector.strip(), dict(_COLOUR.findall(body)))
             for selector, body in _RULE.findall(re.sub(r"/\*.*?\*/", "", style))]  # fmt: skip
    grounds = {
        selector: colours.get("background") or colours["background-color"]
        for selector, colours in rules
        if selector.endswith(".highlight") and len(colours.keys() - {"color"})
    }
    return {
        selector: contrast(colours["color"], colours.get("background-color", ground))
        for around, ground in grounds.items()
        for selector, colours in rules
        if selector.startswith(f"{around} ") and "color" in colours
    }


@pytest.mark.parametrize("theme", ["basic", "alabaster", "classic", "sphinx_book_theme"])
def test_code_can_be_read_in_every_theme(tmp_path: Path, theme: str) -> None:
    site = build("html", ROOTS / "plain", tmp_path, html_theme=theme)
    found = contrasts((site / "_static" / "pygments.css").read_text("utf-8"))
    assert len(found) > 20
    assert {selector: ratio for selector, ratio in found.items() if ratio < 4.5} == {}
    if theme == "sphinx_book_theme":
        assert {selector.split()[0] for selector in found} == {
            'html[data-theme="light"]',
            'html[data-theme="dark"]',
        }


def test_colours_that_a_book_chose_stay(tmp_path: Path) -> None:
    chosen = {"html_theme": "basic", "pygments_style": "monokai"}
    site = build("html", ROOTS / "plain", tmp_path, **chosen)
    assert "#272822" in (site / "_static" / "pygments.css").read_text("utf-8")


def test_a_header_that_a_book_chose_stays(tmp_path: Path) -> None:
    options = {"navbar_persistent": ["theme-switcher"]}
    site = build("html", ROOTS / "plain", tmp_path, html_theme="sphinx_book_theme",
                 html_theme_options=options)  # fmt: skip
    assert "bd-header__inner" in (site / "index.html").read_text("utf-8")
