"""Charts of values over time and of values side by side."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Any

from iomdocs.cache import Cache
from iomdocs.charts import axes, bars, colours
from iomdocs.charts.canvas import LINE, WIDTH, Canvas, Margins, Span, width_of, wrapped
from iomdocs.charts.plot import Mark, Plot, Series

_HEIGHT = 260.0
_CORE = WIDTH * 0.72
"""About the width between the first and the last point."""
_RADIUS = 3.5
_LONG = 5.0
"""Years without a value from which on the line between two points is dotted."""
_EVENT = 8.0
"""Radius of the number of an event."""
_ROOM = 0.03
"""The part of the time that is left free before the first and after the last value."""
_BESIDE = 9.0
"""Between a point and the words beside it."""


def draw(plot: Plot, alt_text: str, *, name: str, cache: Cache | None = None) -> str:
    """A chart as SVG.

    :param alt_text: what it shows, in words (:mod:`iomdocs.charts.words`).
    :param name: an identifier that is unique on the page.
    :param cache: has charts that were drawn before.
    """
    in_bars = plot.categories or plot.kind == "bar"
    canvas = bars.lay_out(plot) if in_bars else _over_time(plot)
    return canvas.finish(alt_text, name, cache)


def has_gaps(plot: Plot) -> bool:
    """Whether any line of the chart is dotted, where no value is known for long."""
    return plot.kind in {"line", "area"} and any(
        _is_gap(*pair) for series in plot.series for pair in pairwise(series.marks)
    )


def _over_time(plot: Plot) -> Canvas:
    layers = _stacked(plot.series) if plot.kind == "stacked" else _from_nought(plot.series)
    places = [mark.place for mark in plot.marks]
    x = _span(plot, places)
    tops = [top for layer in layers for _, _, top in layer]
    ticks = axes.amount_ticks(min(tops), max(tops), plot.locale)
    y = Span(ticks[0][0], ticks[-1][0])
    events = _rows_of_events(plot, x)
    canvas = Canvas(x, y, _HEIGHT, _margins(plot, ticks, max(events, default=-1) + 1))
    _draw_grid(canvas, plot, ticks)
    _draw_events(canvas, plot, events)
    if plot.kind != "line":
        _draw_areas(canvas, plot, layers)
    if plot.kind != "stacked":
        for number, series in enumerate(plot.series):
            _draw_line(canvas, series, colours.SIGNS[number])
    _draw_names(canvas, plot, layers)
    return canvas


def _span(plot: Plot, places: Sequence[float]) -> Span:
    """The time of the chart, with room for the first value to be written beside its point."""
    first, last = min(places), max(places)
    room = max((last - first) * _ROOM, 0.2)
    words = width_of(plot.series[0].marks[0].words) + 2 * _BESIDE if len(plot.series) == 1 else 0
    return Span(first - max(room, (last - first) * words / _CORE), last + room)


Layer = Sequence[tuple[float, float, float]]
"""Place, lower and upper end of each value of a series."""


def _from_nought(series: Sequence[Series]) -> Sequence[Layer]:
    return [[(mark.place, 0.0, mark.amount) for mark in each.marks] for each in series]


def _stacked(series: Sequence[Series]) -> Sequence[Layer]:
    """Each series on top of those before it; all have the same places."""
    ground = [0.0] * len(series[0].marks)
    layers = []
    for each in series:
        top = [low + mark.amount for low, mark in zip(ground, each.marks, strict=True)]
        places = [mark.place for mark in each.marks]
        layers.append(list(zip(places, ground, top, strict=True)))
        ground = top
    return layers


def _margins(plot: Plot, ticks: Sequence[axes.Tick], event_rows: int) -> Margins:
    left = max(width_of(words) for _, words in ticks) + 8
    names = [line for series in plot.series for line in wrapped(series.name)]
    last = [series.marks[-1].words for series in plot.series]
    right = max(map(width_of, names if len(plot.series) > 1 else last)) + 14
    return Margins(left, right, 2 * LINE + event_rows * (2 * _EVENT + 2) + 4, 26)


def _draw_grid(canvas: Canvas, plot: Plot, ticks: Sequence[axes.Tick]) -> None:
    (first, last), (low, high) = canvas.x, canvas.y
    lines = [{"x": first, "x2": last, "y": amount} for amount, _ in ticks]
    canvas.rules([line for line in lines if line["y"] != 0], 0.18)
    canvas.rules([line for line in lines if line["y"] == 0])
    rows = [{"x": first, "y": amount, "text": words} for amount, words in ticks]
    canvas.text(rows, align="right", baseline="middle", dx=-6)
    dates = axes.date_ticks(first, last, plot.locale, months=plot.has_months)
    canvas.rules([{"x": where, "y": low, "y2": low + 5 / canvas.up} for where, _ in dates], 0.6)
    rows = [{"x": where, "y": low, "text": words} for where, words in dates]
    canvas.text(rows, align="center", baseline="top", dy=8)
    canvas.title(plot.measure, high)


def _rows_of_events(plot: Plot, x: Span) -> Sequence[int]:
    """In which row over the chart the number of each event stands, so that none is covered."""
    rows: list[int] = []
    taken: list[float] = []
    apart = (2 * _EVENT + 2) / WIDTH * x.length * 1.2
    for event in plot.events:
        row = next((r for r, end in enumerate(taken) if event.place - end >= apart), len(taken))
        taken[row : row + 1] = [event.place]
        rows.append(row)
    return rows


def _draw_events(canvas: Canvas, plot: Plot, rows: Sequence[int]) -> None:
    low, high = canvas.y
    places: list[dict[str, Any]] = [
        {
            "x": event.place,
            "y": high + (2 * _EVENT + 2) * (row + 0.6) / canvas.up,
            "y2": low,
            "text": str(number),
        }
        for number, (event, row) in enumerate(zip(plot.events, rows, strict=True), 1)
    ]
    below = _EVENT / canvas.up
    canvas.rules([{**each, "y": each["y"] - below} for each in places], 0.5, strokeDash=[3, 3])
    circles = [{"x": each["x"], "y": each["y"]} for each in places]
    size = (2 * _EVENT) ** 2
    canvas.add("point", circles, size=size, fill=None, stroke=colours.INK, strokeWidth=1, opacity=1)
    words = [{name: each[name] for name in ("x", "y", "text")} for each in places]
    canvas.text(words, align="center", baseline="middle", fontSize=11, dy=0.5)


def _draw_areas(canvas: Canvas, plot: Plot, layers: Sequence[Layer]) -> None:
    stacked = plot.kind == "stacked"
    fills = colours.scale(len(layers)) if stacked else [colours.SIGNS[0].colour]
    for layer, fill in zip(layers, fills, strict=True):
        rows = [
            {"x": x, "y": top, "y2": low, "run": 0, "order": number}
            for number, (x, low, top) in enumerate(layer)
        ]
        canvas.add(
            "area",
            rows,
            fill=fill,
            fillOpacity=1 if stacked else 0.25,
            stroke=colours.INK if stacked else "none",
            strokeWidth=0.8,
        )


def _draw_line(canvas: Canvas, series: Series, sign: colours.Sign) -> None:
    runs = _runs(canvas, series.marks)
    whole = [row for row in runs if not row["gap"]]
    gaps = [row for row in runs if row["gap"]]
    look = {"stroke": sign.colour, "strokeJoin": "round"}
    canvas.add("line", gaps, strokeWidth=1.4, strokeDash=[1.5, 4], strokeCap="butt", **look)
    dashes = {"strokeDash": list(sign.dashes)} if sign.dashes else {}
    canvas.add("line", whole, strokeWidth=2.2, strokeCap="butt", **dashes, **look)
    for exact in (True, False):
        points = [{"x": m.place, "y": m.amount} for m in series.marks if m.exact is exact]
        size = (2 * _RADIUS) ** 2 * (1 if exact else 1.25)
        canvas.add(
            "point",
            points,
            shape=sign.shape,
            size=size,
            opacity=1,
            fill=sign.colour if exact else colours.PAPER,
            stroke=sign.colour,
            strokeWidth=1.6,
        )


def _runs(canvas: Canvas, marks: Sequence[Mark]) -> list[dict[str, float]]:
    """The pieces of a line; it leaves out the inside of hollow points, and gaps are apart."""
    rows: list[dict[str, float]] = []
    run = 0
    for start, end in pairwise(marks):
        gap = _is_gap(start, end)
        begins, ends = _clear(canvas, start, end)
        joined = rows and not rows[-1]["gap"] and not gap and start.exact
        run += not joined
        look = {"run": run, "gap": gap}
        if not joined:
            rows.append({**look, "x": begins[0], "y": begins[1], "order": len(rows)})
        rows.append({**look, "x": ends[0], "y": ends[1], "order": len(rows)})
    return rows


def _is_gap(start: Mark, end: Mark) -> bool:
    return end.place - start.place > _LONG


def _clear(
    canvas: Canvas, start: Mark, end: Mark
) -> tuple[tuple[float, float], tuple[float, float]]:
    """The ends of the line between two points, outside of those that are hollow."""
    way = complex(
        (end.place - start.place) * canvas.across, (end.amount - start.amount) * canvas.up
    )
    part = min((_RADIUS + 0.8) / abs(way), 0.5) if way else 0.0

    def at(part: float) -> tuple[float, float]:
        x = start.place + (end.place - start.place) * part
        return x, start.amount + (end.amount - start.amount) * part

    return at(0 if start.exact else part), at(1 if end.exact else 1 - part)


def _draw_names(canvas: Canvas, plot: Plot, layers: Sequence[Layer]) -> None:
    """Names beside the ends of lines and layers; the one line of a chart has its values instead."""
    if len(plot.series) == 1:
        _draw_values(canvas, plot.series[0])
        return
    stacked = plot.kind == "stacked"
    ends = [
        ((low + top) / 2 if stacked else top) * canvas.up
        for layer in layers
        for _, low, top in [layer[-1]]
    ]
    lines = [wrapped(series.name) for series in plot.series]
    heights = [len(each) * LINE + 3 for each in lines]
    rows = [
        {"x": layer[-1][0], "y": middle / canvas.up, "text": words}
        for layer, middle, words in zip(layers, spread(ends, heights), lines, strict=True)
    ]
    for row, words in zip(rows, lines, strict=True):
        dy = 4.5 - (len(words) - 1) * LINE / 2
        canvas.text([row], align="left", dx=_BESIDE, dy=dy)


def spread(middles: Sequence[float], heights: Sequence[float]) -> Sequence[float]:
    """Middles of things of these heights, moved as little as keeps each off the next."""
    order = sorted(range(len(middles)), key=lambda number: middles[number])
    moved = list(middles)
    for _ in range(len(middles) * 20):
        for below, above in pairwise(order):
            short = (heights[below] + heights[above]) / 2 - (moved[above] - moved[below])
            if short > 0:
                moved[below] -= short / 2
                moved[above] += short / 2
    return moved


def _draw_values(canvas: Canvas, series: Series) -> None:
    """The first and last values, and the highest, which are what a reader looks for."""
    first, last = series.marks[0], series.marks[-1]
    canvas.text(
        [{"x": last.place, "y": last.amount, "text": last.words}],
        align="left", baseline="middle", dx=_BESIDE, fontWeight=600,
    )  # fmt: skip
    highest = max(series.marks, key=lambda mark: mark.amount)
    if first is not last:
        row = {"x": first.place, "y": first.amount, "text": first.words}
        canvas.text([row], align="right", baseline="middle", dx=-_BESIDE)
    far = (last.place - highest.place) * canvas.across > width_of(highest.words)
    if far and highest is not first and highest.words != last.words:
        row = {"x": highest.place, "y": highest.amount, "text": highest.words}
        canvas.text([row], align="center", dy=-_BESIDE)
