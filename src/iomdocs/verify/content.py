"""The text of a page of a PDF by its pieces of marked content (ISO 32000-1, 14.6)."""

from __future__ import annotations

import re
from collections.abc import Mapping

import pikepdf

from iomdocs.verify.drawing import Box, Drawing
from iomdocs.verify.fonts import Font
from iomdocs.verify.readings import Reading, Readings, key_of

_UNPRINTED = re.compile("[\u00ad\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]")
"""Characters that a reader does not see: hyphens of line ends, marks of direction."""


class Shown:
    """What a page shows."""

    def __init__(self, reading: Reading) -> None:
        self.texts: Mapping[int, str] = {mark: words for mark, words, _y in reading["pieces"]}
        """The words of all pieces of marked content, by their numbers."""
        self.loose: str = reading["loose"]
        """Words that are drawn on the page and belong to no marked content."""
        self._heights: Mapping[int, float] = {
            mark: height for mark, _words, height in reading["pieces"]
        }
        self._artifacts: Mapping[str, str] = reading["artifacts"]

    def text(self, mark: int) -> str:
        """The words of a piece of marked content, without what nobody sees."""
        return _UNPRINTED.sub("", self.raw(mark))

    def raw(self, mark: int) -> str:
        """The words of a piece of marked content."""
        return self.texts.get(mark, "")

    def artifact(self, kind: str) -> str:
        """What stands on the page beside its content: of a kind such as ``/Header``."""
        text = self._artifacts.get(kind.removeprefix("/"), "")
        return " ".join(_UNPRINTED.sub("", text).split())

    def height(self, mark: int) -> float:
        """How far above the foot of the page a piece of marked content begins, in points."""
        return self._heights.get(mark, 0.0)


class Contents:
    """Reads pages of one PDF.

    :param readings: what was read of the same pages before; without it all are read.
    """

    def __init__(self, readings: Readings | None = None) -> None:
        self._readings = Readings() if readings is None else readings
        self._fonts: dict[tuple[int, int], Font] = {}

    def reading(self, page: pikepdf.Page) -> Reading:
        """What a page shows, as JSON can have it."""
        return self._readings.used[self.key_of(page)]

    def key_of(self, page: pikepdf.Page) -> str:
        """The key of the reading of a page, which is made if there is none."""
        left, bottom, right, top = (float(side) for side in list(page.cropbox)[:4])
        box, fonts, stream = Box(left, bottom, right, top), self._of(page), _stream(page)
        named = (part for name, font in sorted(fonts.items()) for part in (name, *font.parts))
        key = key_of("pdf", repr(box), stream, *named)

        def read() -> Reading:
            drawing = Drawing({name: font.decode for name, font in fonts.items()}, box)
            drawing.read(stream)
            return drawing.reading

        self._readings.of(key, read)
        return key

    def _of(self, page: pikepdf.Page) -> Mapping[str, Font]:
        """The fonts of a page by their names."""
        resources = page.get("/Resources")
        fonts = resources.get("/Font") if resources is not None else None
        if fonts is None:
            return {}
        return {name.removeprefix("/"): self._font(font) for name, font in fonts.items()}

    def _font(self, font: pikepdf.Object) -> Font:
        if not font.is_indirect:
            return Font(font)
        if font.objgen not in self._fonts:
            self._fonts[font.objgen] = Font(font)
        return self._fonts[font.objgen]


def shown(page: pikepdf.Page) -> Shown:
    """What a single page shows."""
    return Shown(Contents().reading(page))


def _stream(page: pikepdf.Page) -> bytes:
    """The content of a page; several streams are one, parted by a blank (7.8.2)."""
    content = page.get("/Contents")
    if content is None:
        return b""
    parts = content if isinstance(content, pikepdf.Array) else [content]
    return b"\n".join(part.read_bytes() for part in parts)
