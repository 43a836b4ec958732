"""A page's content stream, taken apart as far as text is concerned (ISO 32000-1, 7.8 and 9).

A page has thousands of operators and most of them draw. One regular expression finds those that
show text, choose a font, mark content or keep the state, many times faster than a parser that
makes an object of every operand.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator, Sequence

_STRING = rb"\((?:[^()\\]|\\.|\((?:[^()\\]|\\.|\((?:[^()\\]|\\.)*\))*\))*\)"
_HEX = rb"<[0-9A-Fa-f\s]*>"
_NUMBER = rb"[-+]?[\d.]+"
_INSIDE = rb"(?:" + _STRING + rb"|" + _HEX + rb"|[^()<>]|<<[^<>]*>>)*"
_SIX = rb"(?:" + _NUMBER + rb" ){6}"
_RUN = (
    rb"\bq (?P<own>" + _SIX + rb")cm\s*/\w+ cs [-+.\d ]+ scn\s+BT 0 Tr\s*/(?P<face>\w+) "
    rb"(?P<points>" + _NUMBER + rb") Tf 1 0 0 -1 0 0 Tm\s*(?:"
    rb"\[(?P<glyphs>(?:" + _STRING + rb"|[-+.\d\s])*)\]TJ|(?P<glyph>" + _STRING + rb")Tj)"
    rb"\s+ET\s+Q(?P<run>\s)"
)
"""Text in one colour and one font at a place of its own, as Typst writes nearly all of it."""
_STEP = re.compile(
    _RUN + rb"|\[(?P<array>(?:" + _STRING + rb"|" + _HEX + rb"|[^\]\[()<>])*)\]\s*TJ"
    rb"|(?P<string>" + _STRING + rb"|" + _HEX + rb")(?:\s*(?P<show>Tj|'|\"))?"
    rb"|/(?P<tag>[^\s/<>\[\]()]+)\s*(?P<properties><<" + _INSIDE + rb">>|/[^\s/<>\[\]()]+)?"
    rb"\s*(?P<begin>BDC|BMC)\b"
    rb"|/(?P<font>[^\s/<>\[\]()]+)\s+(?P<size>" + _NUMBER + rb")\s+Tf\b"
    rb"|(?P<mode>\d)\s+Tr\b"
    rb"|\b(?P<place>cm|Tm|Td|TD|Tz|BT)\b"
    rb"|\b(?P<state>EMC|[qQ])(?=[\s/(\[<]|$)"
    rb"|%[^\r\n]*"
    rb"|\bID\s.*?\sEI\b",
    re.DOTALL,
)
_PIECE = re.compile(_STRING + rb"|" + _HEX)
_SHORT_OR_HEX = re.compile(rb"\\[0-7]{1,2}(?![0-7])|<")
_LONGEST_MATRIX = 160
"""Bytes in front of an operator in which its six numbers stand."""
_ESCAPE = re.compile(rb"\\([0-7]{1,3}|\r\n|.)", re.DOTALL)
_OTHER_ESCAPE = re.compile(rb"\\[^0-7nrtbf()]")
_ESCAPED = {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b"\b", b"f": b"\f"}
_LINE_ENDS = {b"\n", b"\r", b"\r\n"}

MARK = re.compile(rb"/MCID\s+(\d+)")
KIND = re.compile(rb"/Subtype\s*/(\w+)")
_ACTUAL = re.compile(rb"/ActualText\s*(" + _STRING + rb"|" + _HEX + rb")", re.DOTALL)


def steps(content: bytes) -> Iterator[re.Match[bytes]]:
    """The operators that concern text, in order; the name of the group says which it is."""
    return _STEP.finditer(content)


def matrix(content: bytes, end: int) -> tuple[float, float, float, float, float, float]:
    """The six numbers before the operator at ``end``; without any those of no change."""
    found = numbers(content, end, 6)
    if len(found) != 6:
        return (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
    a, b, c, d, e, f = found
    return (a, b, c, d, e, f)


def numbers(content: bytes, end: int, count: int) -> Sequence[float]:
    """So many numbers before the operator at ``end``; nothing where other things stand there."""
    try:
        return [*map(float, content[max(end - _LONGEST_MATRIX, 0) : end].split()[-count:])]
    except ValueError:
        return ()


def strings(array: bytes) -> bytes:
    """The codes in the array of ``TJ``."""
    pieces = _PIECE.findall(array)
    if _SHORT_OR_HEX.search(array):
        return b"".join(map(codes, pieces))
    return _unescape(b"".join([piece[1:-1] for piece in pieces]))


def codes(string: bytes) -> bytes:
    """The bytes that a string object stands for (7.3.4)."""
    if string[:1] == b"<":
        digits = bytes(string[1:-1].translate(None, b" \t\r\n\f\0"))
        return bytes.fromhex((digits + b"0" * (len(digits) % 2)).decode("ascii"))
    return _unescape(string[1:-1])


def _unescape(inside: bytes) -> bytes:
    """The bytes of a literal string; most escapes are those of Python, which is faster."""
    if b"\\" not in inside:
        return inside
    if _OTHER_ESCAPE.search(inside):
        return _ESCAPE.sub(_unescaped, inside)
    plain = inside.replace(b"\\(", b"\\050").replace(b"\\)", b"\\051")
    return codecs.escape_decode(plain)[0]


def actual_text(properties: bytes) -> str | None:
    """The text that stands for marked content (14.9.4), if its properties name one."""
    found = _ACTUAL.search(properties)
    return text_of(codes(found[1])) if found else None


def text_of(string: bytes) -> str:
    """A text string (7.9.2.2), or one of UTF-8; of PDFDocEncoding what is Latin-1."""
    if string[:2] == b"\xfe\xff":
        return string[2:].decode("utf-16-be", "replace")
    try:
        return string.removeprefix(b"\xef\xbb\xbf").decode("utf-8")
    except UnicodeDecodeError:
        return string.decode("latin-1")


def _unescaped(found: re.Match[bytes]) -> bytes:
    sign = found[1]
    if sign[:1] in b"01234567":
        return bytes([int(sign, 8) & 255])
    return b"" if sign in _LINE_ENDS else _ESCAPED.get(sign, sign)
