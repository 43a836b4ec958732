"""Bars: values side by side, each written at its end."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from iomdocs.charts import axes, colours
from iomdocs.charts.canvas import LINE, WIDTH, Canvas, Margins, Span, width_of, wrapped
from iomdocs.charts.plot import Mark, Plot, Series

_ROW = 25.0
"""Height of a row with one bar."""
_BAR = 0.64
"""The part of its row that a bar takes."""
_HEIGHT = 230.0
_NAME = 28
"""Letters in a line of the name of a row."""
_SWATCH = 12.0


def lay_out(plot: Plot) -> Canvas:
    """A chart of bars: upright for a few years, else in rows under each other."""
    return _upright(plot) if _fits_upright(plot) else _in_rows(plot)


def _fits_upright(plot: Plot) -> bool:
    """Whether the values of one series over years have room side by side."""
    if plot.categories or len(plot.series) > 1:
        return False
    marks = plot.series[0].marks
    widest = max(width_of(words) for mark in marks for words in (mark.words, mark.where))
    return len(marks) * (widest + 6) <= WIDTH


def _upright(plot: Plot) -> Canvas:
    marks = plot.series[0].marks
    ticks = axes.amount_ticks(*_ends(marks), plot.locale)
    x, y = Span(-0.5, len(marks) - 0.5), Span(ticks[0][0], max(mark.amount for mark in marks))
    canvas = Canvas(x, Span(y.first, max(y.last, 0)), _HEIGHT, Margins(1, 1, 2.6 * LINE, 24))
    bars = [
        {"x": n - _BAR / 2, "x2": n + _BAR / 2, "y": 0, "y2": mark.amount}
        for n, mark in enumerate(marks)
    ]
    _draw_bars(canvas, bars, marks, colours.SIGNS[0].colour)
    canvas.rules([{"x": x.first, "x2": x.last, "y": 0}])
    values = [{"x": n, "y": max(m.amount, 0), "text": m.words} for n, m in enumerate(marks)]
    canvas.text(values, align="center", dy=-6)
    dates = [{"x": n, "y": y.first, "text": mark.where} for n, mark in enumerate(marks)]
    canvas.text(dates, align="center", baseline="top", dy=7)
    canvas.title(plot.measure, canvas.y.last)
    return canvas


def _in_rows(plot: Plot) -> Canvas:
    """Rows from above to below, in each the bars of all series, or one bar of their parts."""
    stacked = plot.kind == "stacked"
    names = plot.categories or [mark.where for mark in plot.series[0].marks]
    beside = 1 if stacked else len(plot.series)
    fills = colours.scale(len(plot.series)) if len(plot.series) > 1 else [colours.SIGNS[0].colour]
    least, most = _totals(plot) if stacked else _ends(plot.marks)
    key_rows, key = _key(plot, fills)
    lines = [wrapped(words, _NAME) for words in names]
    left = max(width_of(line) for each in lines for line in each) + 10
    taller = (max(map(len, lines)) - 1) * LINE
    right = max(width_of(mark.words) for mark in plot.marks) + 10
    height = len(names) * max(_ROW + (beside - 1) * _ROW * _BAR * 1.05, _ROW + taller)
    margins = Margins(left, right, 1.7 * LINE + key_rows * 20, 2)
    canvas = Canvas(
        Span(min(least, 0), max(most, 0) or 1), Span(len(names) - 0.5, -0.5), height, margins
    )
    grounds = [0.0] * len(names)
    for number, (series, fill) in enumerate(zip(plot.series, fills, strict=True)):
        _draw_series(canvas, plot, series, fill, (number, beside, grounds))
    canvas.rules([{"x": 0, "y": -0.5, "y2": len(names) - 0.5}])
    for n, words in enumerate(lines):
        row = {"x": canvas.x.first, "y": n, "text": words}
        canvas.text([row], align="right", dx=-6, dy=4.5 - (len(words) - 1) * LINE / 2)
    canvas.title(plot.measure, -0.5)
    _draw_key(canvas, key)
    return canvas


def _draw_series(
    canvas: Canvas, plot: Plot, series: Series, fill: str, slot: tuple[int, int, list[float]]
) -> None:
    number, beside, grounds = slot
    thick = _BAR if beside == 1 else _BAR * 1.2 / beside
    shift = (number - (beside - 1) / 2) * thick if beside > 1 else 0.0
    bars, values = [], []
    for at, mark in enumerate(series.marks):
        row = int(mark.place) if plot.categories else at
        low = grounds[row] if plot.kind == "stacked" else 0.0
        high = low + mark.amount
        grounds[row] = high
        top = row + shift - thick / 2
        bars.append({"x": low, "x2": high, "y": top, "y2": top + thick})
        inside = plot.kind == "stacked"
        if not inside or width_of(mark.words) + 6 < mark.amount * canvas.across:
            place = (low + high) / 2 if inside else max(high, 0)
            values.append({"x": place, "y": row + shift, "text": mark.words})
    _draw_bars(canvas, bars, series.marks, fill, outlined=len(plot.series) > 1)
    if plot.kind == "stacked":
        ink = colours.on(fill)
        canvas.text(values, align="center", baseline="middle", fill=ink)
    else:
        canvas.text(values, align="left", baseline="middle", dx=5)


def _draw_bars(
    canvas: Canvas,
    bars: Sequence[dict[str, float]],
    marks: Sequence[Mark],
    fill: str,
    *,
    outlined: bool = False,
) -> None:
    """Bars; those of approximate values are pale with a dashed outline."""
    exact = [bar for bar, mark in zip(bars, marks, strict=True) if mark.exact]
    about = [bar for bar, mark in zip(bars, marks, strict=True) if not mark.exact]
    edge: dict[str, Any] = {"stroke": colours.INK, "strokeWidth": 0.8} if outlined else {}
    canvas.add("rect", exact, fill=fill, opacity=1, **edge)
    line = colours.INK if outlined else fill
    canvas.add(
        "rect", about, fill=fill, fillOpacity=0.3, opacity=1, stroke=line, strokeDash=[4, 2.5],
        strokeWidth=1.4,
    )  # fmt: skip


def _ends(marks: Sequence[Mark]) -> tuple[float, float]:
    amounts = [mark.amount for mark in marks]
    return min(amounts), max(amounts)


def _totals(plot: Plot) -> tuple[float, float]:
    totals: dict[float, float] = {}
    for mark in plot.marks:
        totals[mark.place] = totals.get(mark.place, 0.0) + mark.amount
    return min(totals.values()), max(totals.values())


def _key(plot: Plot, fills: Sequence[str]) -> tuple[int, list[dict[str, Any]]]:
    """The rows of a key above the bars, and its entries from left to right as the bars are."""
    entries: list[dict[str, Any]] = []
    x, row = 0.0, 0
    if len(plot.series) == 1:
        return 0, entries
    for series, fill in zip(plot.series, fills, strict=True):
        width = _SWATCH + 5 + width_of(series.name) + 16
        if x and x + width > WIDTH:
            x, row = 0.0, row + 1
        entries.append({"left": x + 1, "row": row, "fill": fill, "text": series.name})
        x += width
    return row + 1, entries


def _draw_key(canvas: Canvas, entries: Sequence[dict[str, Any]]) -> None:
    """Squares and names over the rows, placed from the upper left corner of the drawing."""
    for entry in entries:
        left = (entry["left"] - canvas.margins.left) / canvas.across + canvas.x.first
        above = 1.6 * LINE + entry["row"] * 20 - canvas.margins.top
        top = -0.5 + above / -canvas.up
        low = top + _SWATCH / -canvas.up
        square = {"x": left, "x2": left + _SWATCH / canvas.across, "y": top, "y2": low}
        canvas.add(
            "rect", [square], fill=entry["fill"], stroke=colours.INK, strokeWidth=0.8, opacity=1
        )
        word = {"x": left, "y": (top + low) / 2, "text": entry["text"]}
        canvas.text([word], align="left", baseline="middle", dx=_SWATCH + 5, dy=0.5)
