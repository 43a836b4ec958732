"""SVG as Vega writes it, made small, plain and fit to stand in a page.

What is left is one ``svg`` with its picture and nothing else: no groups that do nothing, no roles
of Vega's own, no colour for ink (``currentColor`` takes that of the page), no background, and no
identifier but that of a pattern. ``role`` and ``aria-label`` are those of the SVG Accessibility
API Mappings 1.0.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import NamedTuple
from xml.etree import ElementTree as ET
from xml.sax.saxutils import escape, quoteattr

from iomdocs.charts import paths

FONTS = "'Source Sans 3',sans-serif"
"""The family that the PDF has, or any without serifs; styles of a page may say more."""

FONT_SIZE = 13
"""Size of text where nothing else is said, in units of the drawing."""

HATCH = "url(#hatch)"
"""The fill with lines across; :func:`finish` brings the pattern for it."""

NET = 0.2
"""The width of the net on which all corners are put, in units of the drawing.

All numbers are then whole, and the common border of neighbours stays one line.
"""

_DEFAULTS = {
    "fill": "currentColor",
    "fill-opacity": "1",
    "stroke": "none",
    "stroke-opacity": "1",
    "stroke-width": "1",
    "stroke-dasharray": "none",
    "stroke-linejoin": "miter",
    "stroke-linecap": "butt",
    "opacity": "1",
    "text-anchor": "start",
    "font-size": str(FONT_SIZE),
    "font-weight": "normal",
}
"""The attributes that say how something looks, and what holds without them."""

_SVG = "{http://www.w3.org/2000/svg}"
_SHIFT = re.compile(r"translate\(([-\d.e]+),\s*([-\d.e]+)\)")
_LENGTHS = re.compile(r'(stroke-(?:width|dasharray)=")([\d., ]+)"')
_CIRCLE = re.compile(r"M([\d.]+),0A\1,\1,0,1,1,-\1,0A\1,\1,0,1,1,\1,0Z?")
_PATTERN = (
    '<defs><pattern id="{}" width="20" height="20" patternUnits="userSpaceOnUse">'
    '<path d="M-5 5 5-5M0 20 20 0M15 25 25 15" fill="none" stroke="currentColor" '
    'stroke-width="5"/></pattern></defs>'
)


class _Place(NamedTuple):
    """Where something stands, in units of the drawing."""

    x: float
    y: float


@dataclass(frozen=True, slots=True)
class _Shape:
    """An element that shows something: how it looks, and its markup without that.

    All but text is drawn in units of the net.
    """

    style: str
    tag: str
    geometry: str
    text: str


def finish(vega: str, alt: str, hatch: str = "hatch") -> str:
    """The finished SVG.

    :param vega: SVG as Vega's renderer writes it.
    :param alt: what the drawing shows, in words; its accessible name.
    :param hatch: the identifier of the pattern for :data:`HATCH`, unique on a page.
    """
    root = ET.fromstring(vega)  # noqa: S314  # written by our own renderer
    body = "".join(_layers(_shapes(root, _Place(0, 0), {})))
    defs = _PATTERN.format(hatch) if HATCH in body else ""
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {root.get("width")} '
        f'{root.get("height")}" role="img" aria-label={quoteattr(alt)} '
        f'font-family="{FONTS}" font-size="{FONT_SIZE}" fill="currentColor">'
        f"{defs}{body.replace(HATCH, f'url(#{hatch})')}</svg>"
    )


def _shapes(element: ET.Element, place: _Place, around: dict[str, str]) -> Iterator[_Shape]:
    """What an element and those in it show, with the shifts of all groups added up."""
    tag, kind = element.tag.removeprefix(_SVG), element.get("class", "")
    shift = _SHIFT.search(element.get("transform", ""))
    x, y = (float(shift[1]), float(shift[2])) if shift else (0.0, 0.0)
    place = _Place(place.x + x, place.y + y)
    own = {name: element.attrib[name] for name in _DEFAULTS if name in element.attrib}
    style = {**around, **own}
    if tag in {"svg", "g"}:
        for child in element:
            yield from _shapes(child, place, style)
    elif kind != "background" and _is_visible(style, tag) and tag in _GEOMETRY:
        new_tag, geometry = _GEOMETRY[tag](element, place)
        if geometry:
            look = _look(style) if tag == "text" else _on_net(_look(style))
            yield _Shape(look, new_tag, geometry, _words(element, place))


def _is_visible(style: dict[str, str], tag: str) -> bool:
    painted = style.get("fill", "") not in {"none", "transparent"} or tag == "line"
    stroked = style.get("stroke", "none") not in {"none", "transparent"}
    return (painted or stroked) and style.get("opacity") != "0"


def _look(style: dict[str, str]) -> str:
    """The attributes that matter, in the order of :data:`_DEFAULTS`."""
    if style.get("stroke", "none") in {"none", "transparent"}:
        style = {name: value for name, value in style.items() if not name.startswith("stroke")}
    given = {name: style[name].removesuffix("px").replace("transparent", "none") for name in style}
    return "".join(
        f' {name}="{given[name]}"'
        for name, usual in _DEFAULTS.items()
        if given.get(name, usual) != usual
    )


def _path(element: ET.Element, place: _Place) -> tuple[str, str]:
    written = element.get("d", "")
    if circle := _CIRCLE.fullmatch(written):
        x, y, r = (round(part / NET) for part in (*place, float(circle[1])))
        return "circle", f'cx="{x}" cy="{y}" r="{r}"'
    return "path", paths.data(paths.outlines(written, *place), NET)


def _line(element: ET.Element, place: _Place) -> tuple[str, str]:
    ends = f"M0,0L{element.get('x2', 0)},{element.get('y2', 0)}"
    return "path", paths.data(paths.outlines(ends, *place), NET)


def _text(element: ET.Element, place: _Place) -> tuple[str, str]:
    return "text", f'x="{_short(place.x)}" y="{_short(place.y)}"' if _content(element) else ""


_GEOMETRY = {"path": _path, "line": _line, "text": _text}


def _content(element: ET.Element) -> str:
    return "".join(element.itertext()).strip()


def _words(element: ET.Element, place: _Place) -> str:
    """What a text says; further lines of it start below its beginning."""
    lines = [line.text or "" for line in element]
    if not lines:
        return escape(_content(element))
    heights = [line.get("dy", "0") for line in element]
    return escape(lines[0]) + "".join(
        f'<tspan x="{_short(place.x)}" dy="{_short(height)}">{escape(line)}</tspan>'
        for line, height in zip(lines[1:], heights[1:], strict=True)
    )


def _layers(shapes: Iterable[_Shape]) -> Iterator[str]:
    """Markup of shapes in their order: text as it is, everything else in units of the net."""
    for is_text, run in groupby(shapes, key=lambda shape: shape.tag == "text"):
        markup = "".join(_groups(run))
        yield markup if is_text else f'<g transform="scale({_short(NET)})">{markup}</g>'


def _groups(shapes: Iterable[_Shape]) -> Iterator[str]:
    """Markup of shapes; neighbours that look the same share one element that says how."""
    for (style, tag), same in groupby(shapes, key=lambda shape: (shape.style, shape.tag)):
        members = list(same)
        if tag == "path":
            yield f'<path d="{"".join(member.geometry for member in members)}"{style}/>'
        elif len(members) == 1 or not style:
            yield "".join(_markup(member, style) for member in members)
        else:
            yield f"<g{style}>{''.join(_markup(member, '') for member in members)}</g>"


def _markup(shape: _Shape, style: str) -> str:
    start = f"<{shape.tag} {shape.geometry}{style}"
    return f"{start}>{shape.text}</{shape.tag}>" if shape.text else f"{start}/>"


def _on_net(style: str) -> str:
    """A style with the widths and lengths of lines in units of the net."""
    if ' stroke="' in style and "stroke-width" not in style:
        style += ' stroke-width="1"'
    return _LENGTHS.sub(
        lambda match: f'{match[1]}{" ".join(map(_grown, re.split(r"[, ]+", match[2])))}"', style
    )


def _grown(length: str) -> str:
    return _short(float(length) / NET)


def _short(number: str | float) -> str:
    """A number with one decimal at the most: ``12``, ``0.5``."""
    text = f"{float(number):.1f}".removesuffix(".0")
    return "0" if text == "-0" else text
