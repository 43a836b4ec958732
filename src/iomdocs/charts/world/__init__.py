"""The shapes of the world's countries, and where the small ones lie; README.md tells the origin."""

from __future__ import annotations

import csv
import json
import math
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

_HERE = Path(__file__).parent

_A = (1.340264, -0.081106, 0.000893, 0.003796)
"""The coefficients of the Equal Earth projection (Šavrič, Patterson and Jenny 2018)."""

RADIUS = 6371.0088
"""Mean radius of the Earth in kilometres (IUGG)."""

WIDTH = 2 * 2.70663
"""The equator on that projection, in radii of the Earth."""


@dataclass(frozen=True, slots=True)
class Position:
    """Where a country lies, in degrees, and its area in square kilometres."""

    longitude: float
    latitude: float
    area: float


@cache
def topology() -> dict[str, Any]:
    """The shapes as TopoJSON, one geometry a country; not to be changed."""
    read: dict[str, Any] = json.loads((_HERE / "countries.json").read_text("utf-8"))
    return read


@cache
def positions() -> Mapping[str, Position]:
    """The small countries by their codes of ISO 3166-1 alpha-2."""
    with (_HERE / "places.csv").open(encoding="utf-8", newline="") as file:
        return {
            row["code"]: Position(*(float(row[name]) for name in ("longitude", "latitude", "area")))
            for row in csv.DictReader(file)
        }


@cache
def shapes() -> frozenset[str]:
    """The codes of the countries that have a shape."""
    geometries = topology()["objects"]["countries"]["geometries"]
    return frozenset(geometry["id"] for geometry in geometries if geometry["id"])


def equal_earth(longitude: float, latitude: float) -> tuple[float, float]:
    """A place in degrees on the Equal Earth projection, in radii of the Earth; north is up."""
    angle = math.asin(math.sqrt(3) / 2 * math.sin(math.radians(latitude)))
    square = angle * angle
    sixth = square * square * square
    slope = _A[0] + 3 * _A[1] * square + sixth * (7 * _A[2] + 9 * _A[3] * square)
    x = 2 * math.sqrt(3) / 3 * math.radians(longitude) * math.cos(angle) / slope
    return x, angle * (_A[0] + _A[1] * square + sixth * (_A[2] + _A[3] * square))
