"""Colours and other signs that tell things apart, on light and dark ground and without colour."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import NamedTuple

INK = "currentColor"
"""The colour of the text around a drawing."""

PAPER = "none"
"""The inside of what is hollow: whatever the page is."""


class Sign(NamedTuple):
    """How one series looks: its colour, the dashes of its line, the shape of its points."""

    colour: str
    dashes: Sequence[float]
    shape: str


SIGNS = (
    Sign("#2f7ec7", (), "circle"),
    Sign("#c4640f", (7, 3), "square"),
    Sign("#1f8a6d", (2, 2.5), "triangle-up"),
    Sign("#b8549f", (9, 3, 2, 3), "diamond"),
    Sign("#8a7620", (4, 2), "triangle-down"),
    Sign("#7f70d6", (12, 4), "cross"),
)
"""Series in their order. Each colour has a contrast of more than 3:1 against white and against the
dark ground of the website (WCAG 2.2, 1.4.11); no two series differ by colour alone."""

_LIGHTEST, _DARKEST = 0.92, 0.36
"""Lightness of the ends of a scale of colours, in Oklab."""
_FIRST_HUE, _LAST_HUE = 118.0, 262.0
_CHROMA = 0.105
_MIDDLE = 0.6
"""Where on the scale a single colour stands; a few stand around it."""


def scale(steps: int) -> Sequence[str]:
    """Colours in order, each darker than the one before by the same amount.

    They run from a pale green to a deep blue, so that neighbours differ in hue as well.
    """
    if steps == 1:
        return [_step(_MIDDLE)]
    reach = min(1.0, (steps + 1) / 6)
    first, last = _MIDDLE * (1 - reach), _MIDDLE + (1 - _MIDDLE) * reach
    return [_step(first + (last - first) * number / (steps - 1)) for number in range(steps)]


def on(fill: str) -> str:
    """Black or white, whichever can be read better on a colour."""
    channels = [int(fill[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (
        c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels
    )
    luminance = 0.2126 * red + 0.7152 * green + 0.0722 * blue
    return "#000000" if luminance > 0.179 else "#ffffff"


def _step(part: float) -> str:
    lightness = _LIGHTEST + (_DARKEST - _LIGHTEST) * part
    chroma = _CHROMA * (0.62 + 0.6 * math.sin(math.pi * min(part + 0.12, 1)))
    return _rgb(lightness, min(chroma, 0.13), _FIRST_HUE + (_LAST_HUE - _FIRST_HUE) * part)


def _rgb(lightness: float, chroma: float, hue: float) -> str:
    """An Oklch colour in sRGB, after the matrices of its author (Ottosson 2020)."""
    a, b = chroma * math.cos(math.radians(hue)), chroma * math.sin(math.radians(hue))
    long = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3
    medium = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3
    short = (lightness - 0.0894841775 * a - 1.2914855480 * b) ** 3
    linear = (
        4.0767416621 * long - 3.3077115913 * medium + 0.2309699292 * short,
        -1.2684380046 * long + 2.6097574011 * medium - 0.3413193965 * short,
        -0.0041960863 * long - 0.7034186147 * medium + 1.7076147010 * short,
    )
    return "#" + "".join(f"{round(255 * _gamma(min(max(part, 0), 1))):02x}" for part in linear)


def _gamma(part: float) -> float:
    return 12.92 * part if part <= 0.0031308 else 1.055 * part ** (1 / 2.4) - 0.055
