"""The one place where a drawing becomes SVG: layers of marks, Vega's renderer, our clean-up.

Nothing is laid out by the fonts of the machine: what is drawn is the same everywhere.
"""

from __future__ import annotations

import textwrap
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple, Protocol

from iomdocs.cache import Cache
from iomdocs.charts import colours, keeping, svg
from iomdocs.charts.svg import FONT_SIZE

WIDTH = 560.0
"""Width of a drawing, in its own units."""
LINE = 15.0
"""Height of a line of text."""
_LETTER = 0.6
"""Width of a letter as part of the size of its type, on the safe side for most sans serifs."""

Rows = Sequence[dict[str, Any]]


class Margins(NamedTuple):
    """Room around the part where the data are."""

    left: float = 0
    right: float = 0
    top: float = 0
    bottom: float = 0


class Span(NamedTuple):
    """The values between which an axis runs."""

    first: float
    last: float

    @property
    def length(self) -> float:
        return self.last - self.first


def width_of(text: str, size: float = FONT_SIZE) -> float:
    """About how wide a text is, in units of the drawing."""
    return len(text) * size * _LETTER


def wrapped(text: str, letters: int = 20) -> list[str]:
    """A text in lines of about so many letters, broken between words."""
    return textwrap.wrap(text, letters, break_long_words=False, break_on_hyphens=False)


class Layer(Protocol):
    """A part of a drawing; its ``repr`` says all that is drawn.

    Nothing of Altair is in it, which is loaded only for what has to be drawn.
    """

    def chart(self, x: Span, y: Span) -> Any:
        """The layer as a chart of Altair."""

    def datasets(self) -> Mapping[str, Any]:
        """Data that the chart has by name, as Altair would look at every part of them."""


@dataclass(frozen=True, slots=True)
class Marks:
    """Rows as marks of a kind of Vega-Lite, with the looks that it has for it."""

    mark: str
    rows: Rows
    look: Mapping[str, Any]

    def chart(self, x: Span, y: Span) -> Any:
        import altair as alt

        chart = getattr(alt.Chart(alt.InlineData(list(self.rows))), f"mark_{self.mark}")
        has = self.rows[0].keys()
        channels: dict[str, Any] = {
            "x": alt.X("x:Q", axis=None, scale=alt.Scale(domain=list(x), nice=False)),
            "y": alt.Y("y:Q", axis=None, scale=alt.Scale(domain=list(y), nice=False)),
        }
        channels |= {name: f"{name}:Q" for name in ("x2", "y2") if name in has}
        channels |= {"text": "text:N"} if self.mark == "text" else {}
        channels |= {"detail": "run:N"} if self.mark in {"line", "area"} else {}
        channels |= {"order": "order:Q"} if self.mark == "line" else {}
        if "fill" in has:
            channels["fill"] = alt.Fill("fill:N", scale=None, legend=None)
        return chart(**self.look).encode(**channels)

    def datasets(self) -> Mapping[str, Any]:
        return {}


class Canvas:
    """A drawing that is made of layers, each a kind of mark with its rows of data.

    Rows have ``x`` and ``y`` in units of the data, and what else their marks need: ``x2`` and
    ``y2``, ``text``, ``fill``.

    :param height: height of the part where the data are, without margins.
    """

    def __init__(self, x: Span, y: Span, height: float, margins: Margins) -> None:
        self.x, self.y, self.margins = x, y, margins
        self.width = WIDTH - margins.left - margins.right
        self.height = height
        self.layers: list[Layer] = []

    @property
    def across(self) -> float:
        """How many units of the drawing one unit of the data takes, from left to right."""
        return self.width / self.x.length

    @property
    def up(self) -> float:
        """The same from below to above."""
        return self.height / self.y.length

    def add(self, mark: str, rows: Rows, **look: Any) -> None:
        """Draw rows as marks of a kind of Vega-Lite, with the looks that it has for it.

        ``line`` and ``area`` draw one shape for all rows with the same ``run``, in their order.
        """
        if rows:
            self.layers.append(Marks(mark, rows, look))

    def text(self, rows: Rows, **look: Any) -> None:
        """Words; ``align``, ``baseline``, ``dx`` and ``dy`` say how they stand to their place."""
        usual = {"fontSize": FONT_SIZE, "fill": colours.INK, "limit": 0, "lineHeight": LINE}
        usual["baseline"] = "alphabetic"
        self.add("text", rows, **{**usual, **look})

    def title(self, words: str, y: float) -> None:
        """What all values count, in the upper left corner; ``y`` is where the data end."""
        row = {"x": self.x.first, "y": y, "text": words[:1].upper() + words[1:]}
        rise = self.margins.top - FONT_SIZE
        self.text([row], align="left", dx=1 - self.margins.left, dy=-rise, fontWeight=600)

    def rules(self, rows: Rows, opacity: float = 1, **look: Any) -> None:
        """Straight lines of ink from ``x`` and ``y`` to ``x2`` and ``y2``."""
        self.add("rule", rows, stroke=colours.INK, strokeOpacity=opacity, **look)

    def finish(self, alt_text: str, name: str, cache: Cache | None = None) -> str:
        """The finished SVG.

        :param name: an identifier that is unique on the page.
        :param cache: has what was drawn before, and gets what is drawn now.
        """
        asked = (self.width, self.height, self.margins, self.x, self.y, self.layers)
        return keeping.drawn((*asked, alt_text, name), lambda: self._draw(alt_text, name), cache)

    def _draw(self, alt_text: str, name: str) -> str:
        import altair as alt
        import vl_convert

        chart = (
            alt.layer(*(layer.chart(self.x, self.y) for layer in self.layers))
            .properties(
                width=self.width,
                height=self.height,
                padding=self.margins._asdict(),
                autosize={"type": "none"},
            )
            .configure_view(stroke=None)
        )
        specification = chart.to_dict(validate=False)
        for layer in self.layers:
            if datasets := layer.datasets():
                specification.setdefault("datasets", {}).update(datasets)
        return svg.finish(vl_convert.vegalite_to_svg(specification), alt_text, f"hatch-{name}")
