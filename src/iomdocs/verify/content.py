"""The text of a page by its pieces of marked content (ISO 32000-1, 14.6)."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from functools import cached_property
from typing import Any

import pikepdf

_OPERATORS = "BDC BMC EMC Tf Tj TJ ' \""
_BLOCK = re.compile(rb"begin(bfchar|bfrange)(.*?)endbf", re.DOTALL)
_CHAR = re.compile(rb"<([0-9a-fA-F]+)>\s*<([0-9a-fA-F]*)>")
_RANGE = re.compile(rb"<([0-9a-fA-F]+)>\s*<([0-9a-fA-F]+)>\s*(<[0-9a-fA-F]*>|\[[^\]]*\])")
_HEX = re.compile(rb"<([0-9a-fA-F]*)>")

_UNPRINTED = re.compile("[\u00ad\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]")
"""Characters that a reader does not see: hyphens of line ends, marks of direction."""


class Content:
    """What a page shows."""

    def __init__(self, page: pikepdf.Page) -> None:
        self._page = page

    def text(self, mark: int) -> str:
        """The words of a piece of marked content, without what nobody sees."""
        return _UNPRINTED.sub("", self._texts.get(mark, ""))

    def artifact(self, kind: str) -> str:
        """What stands on the page beside its content: of a kind such as ``/Header``."""
        return " ".join(_UNPRINTED.sub("", self._texts.get(kind, "")).split())

    @cached_property
    def _texts(self) -> Mapping[int | str, str]:
        reading = _Reading(self._fonts)
        for step in pikepdf.parse_content_stream(self._page, _OPERATORS):
            reading.step(str(step.operator), list(step.operands))
        return reading.texts

    @cached_property
    def _fonts(self) -> Mapping[str, Callable[[bytes], str]]:
        resources = self._page.get("/Resources")
        fonts = resources.get("/Font") if resources is not None else None
        return {name: _decoder(font) for name, font in fonts.items()} if fonts is not None else {}


class _Reading:
    """The state between two steps through a page."""

    def __init__(self, fonts: Mapping[str, Callable[[bytes], str]]) -> None:
        self.texts: dict[int | str, str] = {}
        """By the number of the marked content, or by the kind of an artifact."""
        self._fonts = fonts
        self._decode: Callable[[bytes], str] = _nothing
        self._open: list[tuple[str, Any]] = []
        """The marked content around what is shown: its kind, and what is known of it."""
        self._shown: list[list[str]] = [[]]

    def step(self, operator: str, operands: list[Any]) -> None:
        """Go one operator on."""
        if operator in {"BDC", "BMC"}:
            properties = operands[1] if len(operands) > 1 else {}
            self._open.append((str(operands[0]), properties))
            self._shown.append([])
        elif operator == "EMC":
            self._end(*self._open.pop())
        elif operator == "Tf":
            self._decode = self._fonts.get(str(operands[0]), _nothing)
        else:
            self._shown[-1].append("".join(map(self._decode, _strings(operands[-1]))))

    def _end(self, kind: str, properties: Any) -> None:
        words = "".join(self._shown.pop())
        if kind == "/ReversedChars":  # 14.8.2.3.3: glyphs from left to right, words from the right
            words = words[::-1]
        if isinstance(properties, pikepdf.Dictionary):
            if "/ActualText" in properties:
                words = str(properties.ActualText)
            name = int(properties.MCID) if "/MCID" in properties else properties.get("/Subtype")
            if name is not None:
                key = name if isinstance(name, int) else str(name)
                self.texts[key] = (
                    f"{self.texts.get(key, '')} {words}" if key in self.texts else words
                )
        self._shown[-1].append(words)


def _strings(operand: Any) -> Iterator[bytes]:
    parts = operand if isinstance(operand, pikepdf.Array) else [operand]
    return (bytes(part) for part in parts if isinstance(part, pikepdf.String))


def _nothing(_codes: bytes) -> str:
    return ""


def _decoder(font: pikepdf.Object) -> Callable[[bytes], str]:
    """What turns the codes of a font into text (9.10.3); nothing where the font does not say."""
    if "/ToUnicode" not in font:
        return _nothing
    width = 2 if font.get("/Subtype") == "/Type0" else 1
    names = _to_unicode(font.ToUnicode.read_bytes())

    def decode(codes: bytes) -> str:
        return "".join(
            names.get(int.from_bytes(codes[start : start + width], "big"), "\ufffd")
            for start in range(0, len(codes), width)
        )

    return decode


def _to_unicode(table: bytes) -> Mapping[int, str]:
    names: dict[int, str] = {}
    for kind, block in _BLOCK.findall(table):
        if kind == b"bfchar":
            names.update((int(code, 16), _utf16(text)) for code, text in _CHAR.findall(block))
            continue
        for first, last, target in _RANGE.findall(block):
            texts = [_utf16(text) for text in _HEX.findall(target)]
            for offset, code in enumerate(range(int(first, 16), int(last, 16) + 1)):
                if target.startswith(b"["):
                    names[code] = texts[offset]
                else:
                    names[code] = texts[0][:-1] + chr(ord(texts[0][-1]) + offset)
    return names


def _utf16(digits: bytes) -> str:
    return bytes.fromhex(digits.decode()).decode("utf-16-be", errors="replace")
