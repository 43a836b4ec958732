"""Make ``countries.json`` and ``places.csv`` from the files of the npm package ``world-atlas``.

Run by hand when the shapes are to be renewed: ``python -m iomdocs.charts.world.reduce FOLDER``,
with the folder that has ``countries-50m.json`` and ``countries-10m.json``.
"""

from __future__ import annotations

import csv
import hashlib
import json
import math
import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from babel.core import get_global

from iomdocs.charts.world import RADIUS, equal_earth

ORIGIN = {
    "countries-50m.json": "04342cdc1e3016bcd7db1630de95684d67b79fe3c8c460321e87aef469502394",
    "countries-10m.json": "3bc6f1d367a9bcec479841bae0e76092f512838411d0cef124e92eec4db45f79",
}
"""The files of world-atlas 2.0.2 by their SHA-256."""

TOLERANCE = 10.0
"""How far off a line may become, in kilometres on the map."""
LEAST_LEFT = 0.5
"""The part of its area that a ring keeps at the least."""
SMALLEST = 900.0
"""Islands of less, in square kilometres, are left out where the country has a larger one."""
SMALL = 30_000.0
"""The area, in square kilometres, up to which a country's position is listed."""
LEFT_OUT = {"AQ"}
"""Antarctica: no State has its land, and a map without it has room for the others."""

Point = tuple[float, float]
Ring = list[Point]


def main(folder: Path) -> None:
    """Write both files beside this one."""
    here = Path(__file__).parent
    topology, detailed = (_read(folder / name) for name in ORIGIN)
    text = json.dumps(reduced(topology), separators=(",", ":"), ensure_ascii=False)
    (here / "countries.json").write_text(text + "\n", "utf-8")
    with (here / "places.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(["code", "longitude", "latitude", "area"])
        writer.writerows(places(detailed, _codes(topology)))


def reduced(topology: dict[str, Any]) -> dict[str, Any]:
    """The topology with fewer corners, each of them one of the original, and codes as ids."""
    points = _decoded(topology)
    geometries: list[dict[str, Any]] = []
    for geometry in topology["objects"]["countries"]["geometries"]:
        code = _code(geometry)
        polygons = _polygons(geometry)
        large = [part for part in polygons if abs(_area(_ring(points, part[0]))) >= SMALLEST]
        kept = large or [max(polygons, key=lambda part: abs(_area(_ring(points, part[0]))))]
        if code not in LEFT_OUT:
            geometries.append({"type": "MultiPolygon", "id": code, "arcs": kept})
    used = sorted(
        {i if i >= 0 else ~i for g in geometries for p in g["arcs"] for r in p for i in r}
    )
    number = {old: new for new, old in enumerate(used)}
    for geometry in geometries:
        geometry["arcs"] = [
            [[number[i] if i >= 0 else ~number[~i] for i in ring] for ring in polygon]
            for polygon in geometry["arcs"]
        ]
    arcs = _thinned(topology, points, used, geometries)
    return {
        "type": "Topology",
        "objects": {"countries": {"type": "GeometryCollection", "geometries": geometries}},
        "arcs": arcs,
        "transform": topology["transform"],
    }


def places(topology: dict[str, Any], drawn: set[str]) -> Iterator[tuple[str, str, str, str]]:
    """Code, longitude, latitude and area of the small countries, and of those without a shape.

    The position is the centre of the largest piece of land.
    """
    points = _decoded(topology)
    found: dict[str, tuple[float, Point]] = {}
    for geometry in topology["objects"]["countries"]["geometries"]:
        rings = [[_ring(points, ring) for ring in part] for part in _polygons(geometry)]
        area = sum(abs(_area(first)) - sum(abs(_area(r)) for r in holes) for first, *holes in rings)
        code = _code(geometry)
        if code and area >= found.get(code, (0.0,))[0]:
            largest = max((first for first, *_ in rings), key=lambda ring: abs(_area(ring)))
            found[code] = area, _centre(largest)
    for code, (area, (x, y)) in sorted(found.items()):
        if area < SMALL or code not in drawn | LEFT_OUT:
            yield code, f"{x:.2f}", f"{y:.2f}", f"{area:.0f}"


def _read(path: Path) -> dict[str, Any]:
    data = path.read_bytes()
    if hashlib.sha256(data).hexdigest() != ORIGIN[path.name]:
        sys.exit(f"{path} is not the file of world-atlas 2.0.2")
    topology: dict[str, Any] = json.loads(data)
    return topology


def _code(geometry: dict[str, Any]) -> str:
    """ISO 3166-1 alpha-2 for the numeric code; empty where there is none."""
    aliases = get_global("territory_aliases")
    return str(aliases[geometry["id"]][0]) if geometry.get("id") in aliases else ""


def _codes(topology: dict[str, Any]) -> set[str]:
    return {_code(geometry) for geometry in topology["objects"]["countries"]["geometries"]}


def _polygons(geometry: dict[str, Any]) -> list[list[list[int]]]:
    arcs: list[Any] = geometry["arcs"]
    return arcs if geometry["type"] == "MultiPolygon" else [arcs]


def _decoded(topology: dict[str, Any]) -> list[Ring]:
    """The arcs in degrees (TopoJSON, 2.1.2: quantized and delta-encoded)."""
    (scale_x, scale_y), (left, bottom) = topology["transform"].values()
    arcs = []
    for arc in topology["arcs"]:
        x = y = 0
        points = []
        for dx, dy in arc:
            x, y = x + dx, y + dy
            points.append((x * scale_x + left, y * scale_y + bottom))
        arcs.append(points)
    return arcs


def _ring(arcs: Sequence[Ring] | Mapping[int, Ring], numbers: Sequence[int]) -> Ring:
    ring: Ring = []
    for number in numbers:
        points = arcs[number] if number >= 0 else arcs[~number][::-1]
        ring += points[1:] if ring else points
    return ring


def _area(ring: Ring) -> float:
    """Square kilometres, by the cylinder that keeps areas; negative where turned the other way."""
    sines = [(x, math.sin(math.radians(y))) for x, y in ring]
    steps = zip(sines, [*sines[1:], sines[0]], strict=True)
    parts = (math.remainder(x2 - x1, 360) * (y1 + y2) for (x1, y1), (x2, y2) in steps)
    return math.radians(sum(parts)) / 2 * RADIUS**2


def _centre(ring: Ring) -> Point:
    """The middle between the outermost corners: right for what is small."""
    xs, ys = [x for x, _ in ring], [y for _, y in ring]
    return (min(xs) + max(xs)) / 2, (min(ys) + max(ys)) / 2


def _thinned(
    topology: dict[str, Any], points: Sequence[Ring], used: Sequence[int], geometries: Sequence[Any]
) -> list[list[list[int]]]:
    """The arcs with fewer corners; more of them are kept where a ring would lose its area.

    A ring without area, or turned the other way, is the rest of the world to those who draw it.
    """
    tolerance = dict.fromkeys(range(len(used)), TOLERANCE)
    kept = [_kept(points[old], TOLERANCE) for old in used]
    rings = [ring for geometry in geometries for polygon in geometry["arcs"] for ring in polygon]
    while flat := [ring for ring in rings if _is_lost(ring, points, used, kept)]:
        for number in {i if i >= 0 else ~i for ring in flat for i in ring}:
            tolerance[number] /= 2
            kept[number] = _kept(points[used[number]], tolerance[number])
    return [_steps(topology["arcs"][old], corners) for old, corners in zip(used, kept, strict=True)]


def _is_lost(
    ring: Sequence[int], points: Sequence[Ring], used: Sequence[int], kept: Sequence[list[int]]
) -> bool:
    whole = [points[old] for old in used]
    numbers = {i if i >= 0 else ~i for i in ring}
    fewer = {i: [whole[i][corner] for corner in kept[i]] for i in numbers}
    left = _area(_ring(fewer, ring)) / (_area(_ring(whole, ring)) or 1)
    return left < LEAST_LEFT and any(len(kept[i]) < len(whole[i]) for i in numbers)


def _kept(points: Ring, tolerance: float) -> list[int]:
    """The numbers of the corners of an arc that are kept; its ends always are."""
    on_map = [equal_earth(x, y) for x, y in points]
    return [0, *_corners(on_map, 0, len(points) - 1, tolerance / RADIUS), len(points) - 1]


def _steps(steps: list[list[int]], kept: Sequence[int]) -> list[list[int]]:
    """The steps of an arc between the corners that are kept."""
    spans = zip([-1, *kept], kept, strict=False)
    return [
        [sum(step[axis] for step in steps[start + 1 : end + 1]) for axis in (0, 1)]
        for start, end in spans
    ]


def _corners(points: Sequence[Point], first: int, last: int, tolerance: float) -> list[int]:
    """What Douglas and Peucker keep between two points of a line."""
    between = range(first + 1, last)
    if not between:
        return []
    start, end = points[first], points[last]
    far = max(between, key=lambda number: _distance(points[number], start, end))
    if _distance(points[far], start, end) < tolerance:
        return []
    before = _corners(points, first, far, tolerance)
    return [*before, far, *_corners(points, far, last, tolerance)]


def _distance(point: Point, start: Point, end: Point) -> float:
    """How far a point is from a line between two others, or from its one end."""
    dx, dy = end[0] - start[0], end[1] - start[1]
    length = dx * dx + dy * dy
    along = ((point[0] - start[0]) * dx + (point[1] - start[1]) * dy) / length if length else 0.0
    along = min(max(along, 0.0), 1.0)
    return math.dist(point, (start[0] + along * dx, start[1] + along * dy))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
