"""What the codes of a font in a PDF mean (ISO 32000-1, 9.7 and 9.10)."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cached_property

import pikepdf

_BLOCK = re.compile(rb"begin(bfchar|bfrange)(.*?)endbf", re.DOTALL)
_CHAR = re.compile(rb"<([0-9a-fA-F]+)>\s*<([0-9a-fA-F]*)>")
_RANGE = re.compile(rb"<([0-9a-fA-F]+)>\s*<([0-9a-fA-F]+)>\s*(<[0-9a-fA-F]*>|\[[^\]]*\])")
_HEX = re.compile(rb"<([0-9a-fA-F]*)>")

Decode = Callable[[bytes], str]


class Font:
    """A font of a PDF, as far as text is concerned."""

    def __init__(self, font: pikepdf.Object) -> None:
        self._encoding = "utf-16-be" if font.get("/Subtype") == "/Type0" else "latin-1"
        says = "/ToUnicode" in font and _draws_what_it_says(font)
        self._table = font.ToUnicode.read_bytes() if says else None

    @property
    def parts(self) -> tuple[str, bytes]:
        """All that :attr:`decode` depends on."""
        return self._encoding, b"" if self._table is None else b"=" + self._table

    @cached_property
    def decode(self) -> Decode:
        """What turns the codes of the font into text (9.10.3).

        Nothing where the font does not say, or has another sign drawn than the one with the code.
        """
        if self._table is None:
            return nothing
        encoding, names = self._encoding, _Names(_to_unicode(self._table))

        def decode(codes: bytes) -> str:
            return codes.decode(encoding, "replace").translate(names)

        return decode


def nothing(_codes: bytes) -> str:
    """What a font says that does not tell."""
    return ""


class _Names(dict[int, str]):
    """The text of each code; a code without text is one that nobody can read."""

    def __missing__(self, _code: int) -> str:
        return "\ufffd"


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
