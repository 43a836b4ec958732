"""The drawing of the layers of the program, from the contract that import-linter checks."""

import tomllib
from collections.abc import Sequence
from pathlib import Path

PROJECT = Path(__file__).parent.parent
FILE = PROJECT / "docs" / "contributing" / "pictures" / "layers.svg"

WIDTH, SIDE, HEIGHT, GAP = 640, 56, 34, 10
"""Pixels of the drawing across, of the arrow at its side, of a layer, and between layers."""
INK, ACCENT, DEEP, PALE, PAPER = "#1a232e", "#0a5a9f", "#073f6f", "#e7eff5", "#ffffff"


def layers() -> list[list[str]]:
    """The packages of each layer, the highest first."""
    project = tomllib.loads((PROJECT / "pyproject.toml").read_text("utf-8"))
    contract = next(
        each for each in project["tool"]["importlinter"]["contracts"] if each["type"] == "layers"
    )
    return [
        [name.removeprefix("iomdocs.") for name in layer.split(" | ")]
        for layer in contract["layers"]
    ]


def svg() -> str:
    """The drawing as SVG, on a ground of its own for pages that are dark."""
    rows = layers()
    height = len(rows) * (HEIGHT + GAP) + GAP
    shapes = [part for number, row in enumerate(rows) for part in _row(row, _top(number))]
    shapes += _arrow(_top(0) + 4, height - GAP - 4)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{WIDTH}" height="{height}" '
        f'viewBox="0 0 {WIDTH} {height}" font-family="\'Source Sans 3\',sans-serif" '
        f'font-size="15">\n<rect width="{WIDTH}" height="{height}" fill="{PAPER}"/>\n'
        + "\n".join(shapes)
        + "\n</svg>\n"
    )


def _top(number: int) -> int:
    return GAP + number * (HEIGHT + GAP)


def _row(names: Sequence[str], top: int) -> list[str]:
    room = WIDTH - SIDE - GAP
    wide = (room - GAP * (len(names) - 1)) / len(names)
    shapes = []
    for place, name in enumerate(names):
        left = SIDE + place * (wide + GAP)
        shapes += [
            (
                f'<rect x="{left:g}" y="{top}" width="{wide:g}" height="{HEIGHT}" rx="3" '
                f'fill="{PALE}" stroke="{ACCENT}"/>'
            ),
            (
                f'<text x="{left + wide / 2:g}" y="{top + 22}" text-anchor="middle" '
                f'font-weight="600" fill="{DEEP}">{name}</text>'
            ),
        ]
    return shapes


def _arrow(top: int, bottom: int) -> list[str]:
    middle = (top + bottom) / 2
    return [
        (
            f'<path d="M38 {top}V{bottom}M32 {bottom - 8}L38 {bottom}L44 {bottom - 8}" fill="none" '
            f'stroke="{ACCENT}" stroke-width="1.5"/>'
        ),
        (
            f'<text transform="translate(24 {middle:g}) rotate(-90)" text-anchor="middle" '
            f'fill="{INK}">imports</text>'
        ),
    ]
