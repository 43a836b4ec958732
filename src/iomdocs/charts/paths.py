"""Path data of SVG (SVG 1.1, 8.3): read, put on a net, written as short as it can be."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

Point = tuple[float, float]

_TOKEN = re.compile(r"[MLHVZmlhvz]|-?\d*\.?\d+(?:e-?\d+)?")
_ARGUMENTS = {"M": 2, "L": 2, "H": 1, "V": 1, "Z": 0}


class Outline:
    """One run of straight lines; ``closed`` where its end is joined to its start."""

    __slots__ = ("closed", "points")

    def __init__(self, points: list[Point]) -> None:
        self.points = points
        self.closed = False


def outlines(data: str, x: float, y: float) -> list[Outline]:
    """The runs of straight lines of path data, shifted by ``x`` and ``y``.

    :raises ValueError: the data has curves.
    """
    found: list[Outline] = []
    for command, arguments in _commands(data):
        name = command.upper()
        if name == "Z":
            found[-1].closed = True
            continue
        last = found[-1].points[-1] if found else (x, y)
        origin = last if command.islower() else (x, y)
        point = _reached(name, arguments, origin, last)
        if name == "M":
            found.append(Outline([point]))
        else:
            found[-1].points.append(point)
    return found


def _reached(name: str, arguments: Sequence[float], origin: Point, last: Point) -> Point:
    if name == "H":
        return origin[0] + arguments[0], last[1]
    if name == "V":
        return last[0], origin[1] + arguments[0]
    return origin[0] + arguments[0], origin[1] + arguments[1]


def _commands(data: str) -> Iterator[tuple[str, list[float]]]:
    tokens = _TOKEN.findall(data)
    if len("".join(tokens)) != len(re.sub(r"[\s,]", "", data)):
        msg = f"a path with curves cannot be read: {data[:40]}"
        raise ValueError(msg)
    command, at = "", 0
    while at < len(tokens):
        if tokens[at].isalpha():
            command, at = tokens[at], at + 1
        elif command in "Mm":
            command = "L" if command == "M" else "l"
        count = _ARGUMENTS[command.upper()]
        yield command, [float(token) for token in tokens[at : at + count]]
        at += count


def data(found: Sequence[Outline], net: float) -> str:
    """Path data of outlines whose corners are put on a net of squares ``net`` wide.

    In units of the net, so that all numbers are whole. What lies in one point of the net, and
    corners in the middle of a straight line, are left out.
    """
    written: list[str] = []
    for outline in found:
        corners = _corners([(round(x / net), round(y / net)) for x, y in outline.points])
        if outline.closed and corners[0] == corners[-1]:
            corners.pop()
        if len(corners) < (3 if outline.closed else 2):
            continue
        written.append(_run(corners) + ("z" if outline.closed else ""))
    return "".join(written)


def _corners(points: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    kept: list[tuple[int, int]] = []
    for point in points:
        if kept and point == kept[-1]:
            continue
        if len(kept) > 1 and _goes_on(kept[-2], kept[-1], point):
            kept.pop()
        kept.append(point)
    return kept


def _goes_on(a: tuple[int, int], b: tuple[int, int], c: tuple[int, int]) -> bool:
    """Whether the way from ``a`` over ``b`` to ``c`` is one straight line."""
    first, second = (b[0] - a[0], b[1] - a[1]), (c[0] - b[0], c[1] - b[1])
    ahead = first[0] * second[0] + first[1] * second[1] > 0
    return ahead and first[0] * second[1] == first[1] * second[0]


def _run(corners: Sequence[tuple[int, int]]) -> str:
    x, y = corners[0]
    parts = [f"M{x}{_joined(y)}"]
    lines: list[str] = []
    for to_x, to_y in corners[1:]:
        dx, dy = to_x - x, to_y - y
        x, y = to_x, to_y
        lines.append(f"{_joined(dx) if lines else dx}{_joined(dy)}")
    return f"{parts[0]}l{''.join(lines)}"


def _joined(number: int) -> str:
    """A number behind another one: the minus sign parts them as well as a space."""
    return str(number) if number < 0 else f" {number}"
