"""The text of a page by its pieces of marked content (ISO 32000-1, 14.6).

Text that a reader cannot see is none: drawn without ink (text rendering mode 3, or 7), in no size
to be read, outside of the page, or in a layer that can be switched off.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from functools import cached_property
from typing import NamedTuple, TypeVar

import pikepdf

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

_BLOCK = re.compile(rb"begin(bfchar|bfrange)(.*?)endbf", re.DOTALL)
_CHAR = re.compile(rb"<([0-9a-fA-F]+)>\s*<([0-9a-fA-F]*)>")
_RANGE = re.compile(rb"<([0-9a-fA-F]+)>\s*<([0-9a-fA-F]+)>\s*(<[0-9a-fA-F]*>|\[[^\]]*\])")
_HEX = re.compile(rb"<([0-9a-fA-F]*)>")

_UNPRINTED = re.compile("[\u00ad\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]")
"""Characters that a reader does not see: hyphens of line ends, marks of direction."""
_DIGITS = re.compile(r"\d")

_INVISIBLE = frozenset({b"3", b"7"})
"""Modes in which text is drawn without ink (9.3.6)."""
_LAYER = "OC"
_SMALLEST = 1.0
"""Square points that a letter takes at least, in which it can be told from a speck."""
_REVERSED = "ReversedChars"
_OF_RUN = ("mark", "own", "face", "points", "glyphs", "close")

Decode = Callable[[bytes], str]


class Content:
    """What a page shows.

    :param fonts: what is known of the fonts of other pages, by their objects; added to.
    """

    def __init__(
        self, page: pikepdf.Page, fonts: dict[tuple[int, int], Decode] | None = None
    ) -> None:
        self._page = page
        self._known = fonts if fonts is not None else {}

    def text(self, mark: int) -> str:
        """The words of a piece of marked content, without what nobody sees."""
        return _UNPRINTED.sub("", self.raw(mark))

    def raw(self, mark: int) -> str:
        """The words of a piece of marked content."""
        return self._reading.texts.get(mark, "")

    def artifact(self, kind: str) -> str:
        """What stands on the page beside its content: of a kind such as ``/Header``."""
        text = self._reading.artifacts.get(kind.removeprefix("/"), "")
        return " ".join(_UNPRINTED.sub("", text).split())

    def height(self, mark: int) -> float:
        """How far above the foot of the page a piece of marked content begins, in points."""
        return self._reading.heights.get(mark, 0.0)

    @property
    def texts(self) -> Mapping[int, str]:
        """The words of all pieces of marked content, by their numbers."""
        return self._reading.texts

    @property
    def loose(self) -> str:
        """Words that are drawn on the page and belong to no marked content."""
        return "".join(self._reading.loose)

    @property
    def hidden(self) -> int:
        """How many pieces of text there are that nobody can see."""
        return self._reading.hidden

    @cached_property
    def _reading(self) -> _Reading:
        box = [float(side) for side in self._page.cropbox]
        reading = _Reading(self._fonts, _Box(box[0], box[1], box[2], box[3]))
        reading.read(_stream(self._page))
        return reading

    @cached_property
    def _fonts(self) -> Mapping[str, Decode]:
        resources = self._page.get("/Resources")
        fonts = resources.get("/Font") if resources is not None else None
        if fonts is None:
            return {}
        return {name.removeprefix("/"): self._decoder(font) for name, font in fonts.items()}

    def _decoder(self, font: pikepdf.Object) -> Decode:
        if font.objgen not in self._known:
            self._known[font.objgen] = _decoder(font)
        return self._known[font.objgen]


class _Box(NamedTuple):
    left: float
    bottom: float
    right: float
    top: float

    def holds(self, x: float, y: float) -> bool:
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


class _Reading:
    """The state between two operators of a page."""

    def __init__(self, fonts: Mapping[str, Decode], box: _Box) -> None:
        self.texts: dict[int, str] = {}
        self.artifacts: dict[str, str] = {}
        self.heights: dict[int, float] = {}
        self.hidden = 0
        self.loose: list[str] = []
        self._fonts = fonts
        self._box = box
        self._decode: Decode = _nothing
        self._is_inked = True
        self._size = 0.0
        self._matrix = _IDENTITY
        self._states: list[tuple[Decode, bool, float, Matrix]] = []
        self._text_matrix = _IDENTITY
        self._open = [_Open("", b"", [], [])]
        self._layers = 0

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
                self._decode = self._fonts.get(step["font"].decode("latin-1"), _nothing)
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
        if y is None or not self._is_inked:
            self.hidden += 1
        else:
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
        if height is None:
            self.hidden += 1
        else:
            words = self._fonts.get(face.decode("latin-1"), _nothing)(unescaped(glyphs))
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


def _stream(page: pikepdf.Page) -> bytes:
    """The content of a page; several streams are one, parted by a blank (7.8.2)."""
    content = page.get("/Contents")
    if content is None:
        return b""
    parts = content if isinstance(content, pikepdf.Array) else [content]
    return b"\n".join(part.read_bytes() for part in parts)


def _nothing(_codes: bytes) -> str:
    return ""


class _Names(dict[int, str]):
    """The text of each code; a code without text is one that nobody can read."""

    def __missing__(self, _code: int) -> str:
        return "\ufffd"


def _decoder(font: pikepdf.Object) -> Decode:
    """What turns the codes of a font into text (9.10.3).

    Nothing where the font does not say, or has another sign drawn than the one with the code.
    """
    if "/ToUnicode" not in font or not _draws_what_it_says(font):
        return _nothing
    encoding = "utf-16-be" if font.get("/Subtype") == "/Type0" else "latin-1"
    names = _Names(_to_unicode(font.ToUnicode.read_bytes()))

    def decode(codes: bytes) -> str:
        return codes.decode(encoding, "replace").translate(names)

    return decode


def _draws_what_it_says(font: pikepdf.Object) -> bool:
    """Whether a composite font takes its codes as the numbers of its glyphs (9.7.4, 9.7.5)."""
    if font.get("/Subtype") != "/Type0":
        return True
    glyphs = [each.get("/CIDToGIDMap", "/Identity") for each in font.get("/DescendantFonts", ())]
    return font.get("/Encoding") == "/Identity-H" and all(each == "/Identity" for each in glyphs)


def _to_unicode(table: bytes) -> Iterator[tuple[int, str]]:
    for kind, block in _BLOCK.findall(table):
        if kind == b"bfchar":
            yield from ((int(code, 16), _utf16(text)) for code, text in _CHAR.findall(block))
            continue
        for first, last, target in _RANGE.findall(block):
            texts = [_utf16(text) for text in _HEX.findall(target)]
            for offset, code in enumerate(range(int(first, 16), int(last, 16) + 1)):
                if target.startswith(b"["):
                    yield code, texts[offset]
                else:
                    yield code, texts[0][:-1] + chr(ord(texts[0][-1]) + offset)


def _utf16(digits: bytes) -> str:
    return bytes.fromhex(digits.decode()).decode("utf-16-be", errors="replace")
