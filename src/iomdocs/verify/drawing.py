"""What the operators of a content stream draw, by pieces of marked content (ISO 32000-1, 14.6).

Text that a reader cannot see is none: drawn without ink (text rendering mode 3, or 7), in no size
to be read, outside of the page, or in a layer that can be switched off.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import NamedTuple, TypeVar

from iomdocs.verify.fonts import Decode, nothing
from iomdocs.verify.letters import letters
from iomdocs.verify.operators import (
    KIND,
    MARK,
    actual_text,
    codes,
    matrix,
    numbers,
    plain,
    steps,
    strings,
    unescaped,
)
from iomdocs.verify.readings import Reading

_DIGITS = re.compile(r"\d")

_INVISIBLE = frozenset({b"3", b"7"})
"""Modes in which text is drawn without ink (9.3.6)."""
_LAYER = "OC"
_SMALLEST = 1.0
"""Square points that a letter takes at least, in which it can be told from a speck."""
_REVERSED = "ReversedChars"
_OF_RUN = ("mark", "own", "face", "points", "glyphs", "close")


class Box(NamedTuple):
    """The part of a page that is seen, in points."""

    left: float
    bottom: float
    right: float
    top: float

    def holds(self, x: float, y: float) -> bool:
        """Whether a point is in it."""
        return self.left <= x <= self.right and self.bottom <= y <= self.top


class _Open(NamedTuple):
    """Marked content that is not closed yet, what is shown in it, and how far up it begins."""

    kind: str
    properties: bytes
    shown: list[str]
    heights: list[float]


Matrix = tuple[float, float, float, float, float, float]
_IDENTITY: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
_UPSIDE_DOWN: Matrix = (1.0, 0.0, 0.0, -1.0, 0.0, 0.0)


class Drawing:
    """The state between two operators of a page, and what was shown so far."""

    def __init__(self, fonts: Mapping[str, Decode], box: Box) -> None:
        self.texts: dict[int, str] = {}
        self.artifacts: dict[str, str] = {}
        self.heights: dict[int, float] = {}
        self.loose: list[str] = []
        self._fonts = fonts
        self._box = box
        self._decode: Decode = nothing
        self._is_inked = True
        self._size = 0.0
        self._matrix = _IDENTITY
        self._states: list[tuple[Decode, bool, float, Matrix]] = []
        self._text_matrix = _IDENTITY
        self._open = [_Open("", b"", [], [])]
        self._layers = 0

    @property
    def reading(self) -> Reading:
        """What was shown, as JSON can have it."""
        return {
            "pieces": [(mark, words, self.heights[mark]) for mark, words in self.texts.items()],
            "artifacts": self.artifacts,
            "loose": "".join(self.loose),
        }

    def read(self, content: bytes) -> None:
        """Go through all operators of a page."""
        content = plain(content)
        for step in steps(content):
            kind = step.lastgroup
            if kind == "run":
                self._show_run(step)
            elif kind == "state":
                self._keep(step["state"])
            elif kind == "array":
                self._show(strings(step["array"]))
            elif kind == "show":
                self._show(codes(step["string"]))
            elif kind == "begin":
                self._begin(step["tag"].decode("latin-1"), step["properties"] or b"")
            elif kind == "size":
                self._decode = self._fonts.get(step["font"].decode("latin-1"), nothing)
                self._size = float(step["size"])
            elif kind == "mode":
                self._is_inked = step["mode"] not in _INVISIBLE
            elif kind == "place":
                self._move(step["place"], content, step.start())

    def _keep(self, operator: bytes) -> None:
        if operator == b"q":
            state = (self._decode, self._is_inked, self._size, self._matrix)
            self._states.append(state)
        elif operator == b"EMC":
            if len(self._open) > 1:
                self._end(self._open.pop())
        elif self._states:
            self._decode, self._is_inked, self._size, self._matrix = self._states.pop()

    def _move(self, operator: bytes, content: bytes, end: int) -> None:
        if operator == b"cm":
            self._matrix = _product(matrix(content, end), self._matrix)
        elif operator == b"Tm":
            self._text_matrix = matrix(content, end)
        elif operator == b"BT":
            self._text_matrix = _IDENTITY
        elif operator == b"Tz":
            self._size *= any(numbers(content, end, 1))
        else:
            x, y = numbers(content, end, 2) or (0.0, 0.0)
            self._text_matrix = _product((1.0, 0.0, 0.0, 1.0, x, y), self._text_matrix)

    def _show(self, shown: bytes) -> None:
        y = self._height(self._text_matrix, self._matrix, self._size)
        if y is not None and self._is_inked:
            self._take(self._decode(shown), y)

    def _height(self, text: Matrix, around: Matrix, size: float) -> float | None:
        """How far up on the page a text begins; nothing where nobody can see it."""
        a, b, c, d, e, f = around
        g, h, i, j, left, top = text
        x, y = left * a + top * c + e, left * b + top * d + f
        area = size * size * abs((a * d - b * c) * (g * j - h * i))
        return y if area > _SMALLEST and not self._layers and self._box.holds(x, y) else None

    def _take(self, words: str, height: float) -> None:
        """Add words to the marked content in which they stand."""
        around = self._open[-1]
        around.shown.append(words)
        if len(self._open) == 1:
            self.loose.append(words)
        if not around.heights:
            around.heights.append(height)

    def _show_run(self, run: re.Match[bytes]) -> None:
        """Show text that brings its own state, and leaves that as it was.

        Most often it is all that is in a piece of marked content, which is not opened then.
        """
        mark, own, face, points, glyphs, close = run.group(*_OF_RUN)
        if mark and not close:
            self._begin("Span", b"/MCID " + mark)
        a, b, c, d, e, f = map(float, own.split())
        matrix = _product((a, b, c, d, e, f), self._matrix)
        height = self._height(_UPSIDE_DOWN, matrix, float(points))
        self._text_matrix = _UPSIDE_DOWN
        words = ""
        if height is not None:
            words = self._fonts.get(face.decode("latin-1"), nothing)(unescaped(glyphs))
        if mark and close:
            self._close(int(mark), words, [] if height is None else [height])
            return
        if height is not None:
            self._take(words, height)
        if close:
            self._keep(b"EMC")

    def _begin(self, kind: str, properties: bytes) -> None:
        self._open.append(_Open(kind, properties, [], []))
        self._layers += kind == _LAYER

    def _end(self, piece: _Open) -> None:
        words = "".join(piece.shown)
        self._layers -= piece.kind == _LAYER
        if piece.kind == _REVERSED:  # 14.8.2.3.3: glyphs from left to right, words from the right
            words = words[::-1]
        if (instead := actual_text(piece.properties)) is not None:
            words = _seen_or_said(words, instead)
        mark = MARK.search(piece.properties)
        if mark is None and (kind := KIND.search(piece.properties)):
            _add(self.artifacts, kind[1].decode("ascii"), words)
        self._close(int(mark[1]) if mark else None, words, piece.heights)

    def _close(self, mark: int | None, words: str, heights: list[float]) -> None:
        """Note the words of a piece of marked content, also for the one around it."""
        if mark is not None:
            self.heights.setdefault(mark, heights[0] if heights else 0.0)
            _add(self.texts, mark, words)
        around = self._open[-1]
        around.shown.append(words)
        around.heights.extend(heights[: not around.heights])


_Key = TypeVar("_Key")


def _add(texts: dict[_Key, str], key: _Key, words: str) -> None:
    known = texts.get(key)
    texts[key] = words if known is None else f"{known} {words}"


def _seen_or_said(drawn: str, said: str) -> str:
    """What marked content says: its replacement text, but what is drawn if that is another thing.

    A replacement is there for what the glyphs do not tell: that a hyphen is one of a line end, or
    the letters of a ligature. One that changes a figure, or has words for what is not drawn at all,
    says what no reader of the page sees.
    """
    if not drawn or _DIGITS.findall(drawn) != _DIGITS.findall(said):
        return drawn
    if "\ufffd" not in drawn and letters(said) and sorted(letters(said)) != sorted(letters(drawn)):
        return drawn
    return said


def _product(one: Matrix, other: Matrix) -> Matrix:
    """The matrix that does what one does and then what the other does (8.3.4)."""
    if other == _IDENTITY:
        return one
    a, b, c, d, e, f = one
    g, h, i, j, k, m = other
    return (
        a * g + b * i,
        a * h + b * j,
        c * g + d * i,
        c * h + d * j,
        e * g + f * i + k,
        e * h + f * j + m,
    )
