"""Maps of the world in which countries are shown by the class they belong to."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from iomdocs.cache import Cache
from iomdocs.charts import colours, svg, world
from iomdocs.charts.canvas import WIDTH, Canvas, Margins, Span, width_of

_NORTH, _SOUTH = 83.7, -56.2
"""Degrees of latitude between which there is land, Antarctica left out."""
_SCALE = WIDTH / world.WIDTH
"""Units of the map in a radius of the Earth."""
_TOP = world.equal_earth(0, _NORTH)[1] * _SCALE
_HEIGHT = _TOP - world.equal_earth(0, _SOUTH)[1] * _SCALE

_PALE = 0.1
"""How much ink there is on the countries that belong to no group."""
_VISIBLE = 5.0
"""The area of a shape, in square units of the map, below which a circle marks the country."""
_DOT = 2.2
"""Radius of such a circle."""
_APART = 2 * _DOT + 0.5
_ROUNDS = 60
"""Rounds at the most in which circles make room for each other."""

_SWATCH, _LINE, _GAP = 13.0, 21.0, 28.0


@dataclass(frozen=True, slots=True)
class Group:
    """Countries that are shown alike.

    Attributes:
        name: what they have in common, in words.
        codes: the countries, by their codes of ISO 3166-1 alpha-2.
        label: what the key says of them.
        is_unknown: whether it is not known to which group they belong; they are hatched.
    """

    name: str
    codes: Sequence[str]
    label: str
    is_unknown: bool = False


def unmapped(codes: Sequence[str]) -> Sequence[str]:
    """The codes of countries that have neither a shape nor a position."""
    return [c for c in codes if c not in world.shapes() and c not in world.positions()]


def has_circles(groups: Sequence[Group]) -> bool:
    """Whether the map marks a country with a circle, as it is too small to be seen."""
    return any(_small_country(code) for group in groups for code in group.codes)


def draw(
    groups: Sequence[Group],
    others: str,
    alt_text: str,
    *,
    name: str,
    in_order: bool,
    cache: Cache | None = None,
) -> str:
    """A world map with a key, as SVG.

    :param groups: in the order of the key.
    :param others: what the key says of the countries that belong to no group.
    :param name: an identifier that is unique on the page.
    :param in_order: whether the groups are steps, each darker than the one before; without, the
        first stands out most.
    :param cache: has maps that were drawn before.
    """
    fills = _fills(groups, in_order=in_order)
    key = _key([(group.label, fill) for group, fill in zip(groups, fills, strict=True)], others)
    bottom = math.ceil(key[-1]["y2"] + 2)
    canvas = Canvas(Span(0, WIDTH), Span(bottom, 0), bottom, Margins(top=2))
    canvas.layers.append(_Land(tuple(groups), tuple(fills)))
    edge = {"stroke": colours.INK, "strokeWidth": 0.6, "opacity": 1}
    canvas.add("point", _dots(groups, fills), size=(2 * _DOT) ** 2, **edge)
    canvas.add("rect", key[:-1], **edge)
    canvas.add("rect", [{**key[-1], "fill": colours.INK}], fillOpacity=_PALE, **edge)
    words = [{"x": entry["x"], "y": entry["y"], "text": entry["text"]} for entry in key]
    canvas.text(words, align="left", dx=_SWATCH + 5, dy=_SWATCH - 2)
    return canvas.finish(alt_text, name, cache)


@dataclass(frozen=True, slots=True)
class _Land:
    """The shapes of the countries, each with the fill of its group."""

    groups: Sequence[Group]
    fills: Sequence[str]

    def chart(self, x: Span, y: Span) -> Any:
        import altair as alt

        shapes = alt.TopoDataFormat(feature="countries", type="topojson")
        return (
            alt.Chart(alt.NamedData("world", format=shapes))
            .mark_geoshape(stroke=colours.INK, strokeWidth=0.35, strokeJoin="round")
            .encode(
                alt.Fill("properties.fill:N", scale=None, legend=None),
                alt.FillOpacity("properties.opacity:Q", scale=None, legend=None),
            )
            .project("equalEarth", scale=_SCALE, translate=[WIDTH / 2, _TOP])
        )

    def datasets(self) -> Mapping[str, Any]:
        return {"world": _world(self.groups, self.fills)}


def _fills(groups: Sequence[Group], *, in_order: bool) -> Sequence[str]:
    steps = colours.scale(sum(not group.is_unknown for group in groups))
    scale = iter(steps if in_order else reversed(steps))
    return [svg.HATCH if group.is_unknown else next(scale) for group in groups]


def _world(groups: Sequence[Group], fills: Sequence[str]) -> dict[str, Any]:
    """The shapes, those that look alike together."""
    look = {
        code: (number, fill)
        for number, (group, fill) in enumerate(zip(groups, fills, strict=True))
        for code in group.codes
    }
    geometries = []
    for geometry in world.topology()["objects"]["countries"]["geometries"]:
        number, fill = look.get(geometry["id"], (-1, colours.INK))
        opacity = 1 if number >= 0 else _PALE
        geometries.append(
            {**geometry, "properties": {"fill": fill, "opacity": opacity, "n": number}}
        )
    geometries.sort(key=lambda geometry: int(geometry["properties"]["n"]))
    collection = {"type": "GeometryCollection", "geometries": geometries}
    return {**world.topology(), "objects": {"countries": collection}}


def _dots(groups: Sequence[Group], fills: Sequence[str]) -> list[dict[str, Any]]:
    """A circle for each country that is too small to be seen, none on top of another."""
    small = [
        (position, fill)
        for group, fill in zip(groups, fills, strict=True)
        for code in sorted(group.codes)
        if (position := _small_country(code))
    ]
    places = _apart([_place(position) for position, _ in small])
    return [
        {"x": round(x, 1), "y": round(y, 1), "fill": fill}
        for (x, y), (_, fill) in zip(places, small, strict=True)
    ]


def _small_country(code: str) -> world.Position | None:
    """Where a country lies that is too small to be seen, or that has no shape."""
    position = world.positions().get(code)
    if position is None or (code in world.shapes() and _area(position) >= _VISIBLE):
        return None
    return position


def _area(position: world.Position) -> float:
    return position.area / world.RADIUS**2 * _SCALE**2


def _place(position: world.Position) -> tuple[float, float]:
    x, y = world.equal_earth(position.longitude, position.latitude)
    return WIDTH / 2 + x * _SCALE, _TOP - y * _SCALE


def _apart(places: Sequence[tuple[float, float]]) -> Sequence[tuple[float, float]]:
    """Places moved until no two are nearer than circles need, each as little as may be."""
    moved = [complex(*place) for place in places]
    for _ in range(_ROUNDS):
        before = list(moved)
        for one in range(len(moved)):
            for other in range(one):
                between = moved[one] - moved[other]
                if abs(between) < _APART:
                    away = between / abs(between) if between else 1
                    push = (_APART - abs(between)) / 2 * away
                    moved[one] += push
                    moved[other] -= push
        if moved == before:
            break
    return [(place.real, place.imag) for place in moved]


def _key(entries: Sequence[tuple[str, str]], others: str) -> list[dict[str, Any]]:
    """The squares of the key in rows below the map; the last one is for all other countries."""
    entries = [*entries, (others, "")]
    column = max(width_of(label) for label, _ in entries) + _SWATCH + _GAP
    columns = max(int((WIDTH + _GAP) // column), 1)
    squares = []
    for number, (label, fill) in enumerate(entries):
        x, y = number % columns * column + 1, _HEIGHT + 12 + number // columns * _LINE
        square = {"x": x, "x2": x + _SWATCH, "y": y, "y2": y + _SWATCH}
        squares.append({**square, "fill": fill, "text": label})
    return squares
