"""A page's content stream, taken apart as far as text is concerned (ISO 32000-1, 7.8 and 9).

A page has thousands of operators and most of them draw. One regular expression finds those that
show text, choose a font, mark content or keep the state, many times faster than a parser that
makes an object of every operand.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator, Sequence

_STRING = rb"\([^()]*\)"
"""A literal string, where no parenthesis stands in one."""
_HEX = rb"<[0-9A-Fa-f\s]*>"
_NUMBER = rb"[-+]?[\d.]+"
_INSIDE = rb"(?:" + _STRING + rb"|" + _HEX + rb"|[^()<>]|<<[^<>]*>>)*"
_SIX = rb"(?:" + _NUMBER + rb" ){6}"
_RUN = (
    rb"(?:/Span<</MCID (?P<mark>\d+)(?:/Lang\([\w-]*\))?>>BDC\s+)?"
    rb"\bq (?P<own>" + _SIX + rb")cm\s*/\w+ cs [-+.\d ]+ scn\s+BT 0 Tr\s*/(?P<face>\w+) "
    rb"(?P<points>" + _NUMBER + rb") Tf 1 0 0 -1 0 0 Tm\s*\[?[-+.\d\s]*\((?P<glyphs>[^()]*)\)"
    rb"[-+.\d\s]*\]?T[Jj]\s+ET\s+Q\s(?P<close>EMC(?=[\s/]))?(?P<run>)"
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
_LONGEST_MATRIX = 160
"""Bytes in front of an operator in which its six numbers stand."""

_NO_PARENTHESIS = bytes(set(range(256)) - set(b"()"))
_NESTED = re.compile(
    rb"\((?:[^()]|\((?:[^()]|\([^()]*\))*\))*\)|%[^\r\n]*|\bID\s.*?\sEI\b", re.DOTALL
)
"""A string with others in it; or what only looks like one, in a remark or a picture."""
_BETWEEN_STRINGS = re.compile(rb"\)[-+.\d\s]*\(")
_ESCAPE = re.compile(rb"\\([0-7]{1,3}|\r\n|.)", re.DOTALL)
_OTHER_ESCAPE = re.compile(rb"\\(?![0-7]{3}|[nrtbf])")
_ESCAPED = {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b"\b", b"f": b"\f"}
_LINE_ENDS = {b"\n", b"\r", b"\r\n"}

MARK = re.compile(rb"/MCID\s+(\d+)")
KIND = re.compile(rb"/Subtype\s*/(\w+)")
_ACTUAL = re.compile(rb"/ActualText\s*(" + _STRING + rb"|" + _HEX + rb")", re.DOTALL)


def steps(content: bytes) -> Iterator[re.Match[bytes]]:
    """The operators that concern text, in order; the name of the group says which it is.

    :param content: as :func:`plain` gives it.
    """
    return _STEP.finditer(content)


def plain(content: bytes) -> bytes:
    """The same stream in the few forms that :func:`steps` knows.

    A parenthesis begins or ends a string and nothing else, an escape has three octal digits or is
    one that Python has, too, and strings with nothing but kerning between them are one.
    """
    content = content.replace(rb"\\", rb"\134").replace(rb"\(", rb"\050").replace(rb"\)", rb"\051")
    content = content.replace(rb"\000", b"\0")  # every second sign of most strings
    if _OTHER_ESCAPE.search(content):
        content = _ESCAPE.sub(_in_octal, content)
    parentheses = content.translate(None, _NO_PARENTHESIS)
    if parentheses != b"()" * (len(parentheses) // 2):
        content = _NESTED.sub(_without_nested, content)
    return _BETWEEN_STRINGS.sub(b"", content)


def _in_octal(escape: re.Match[bytes]) -> bytes:
    sign = escape[1]
    if sign[:1] in b"01234567":
        return b"\\%03o" % (int(sign, 8) & 255)
    return b"" if sign in _LINE_ENDS else b"\\%03o" % ord(_ESCAPED.get(sign, sign))


def _without_nested(found: re.Match[bytes]) -> bytes:
    if not found[0].startswith(b"("):
        return b" "
    return b"(" + found[0][1:-1].replace(b"(", rb"\050").replace(b")", rb"\051") + b")"


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
    return b"".join(map(codes, _PIECE.findall(array)))


def codes(string: bytes) -> bytes:
    """The bytes that a string object stands for (7.3.4)."""
    if string[:1] == b"<":
        digits = bytes(string[1:-1].translate(None, b" \t\r\n\f\0"))
        return bytes.fromhex((digits + b"0" * (len(digits) % 2)).decode("ascii"))
    return unescaped(string[1:-1])


def unescaped(inside: bytes) -> bytes:
    """The bytes that stand for those between the parentheses of a string."""
    return codecs.escape_decode(inside)[0] if b"\\" in inside else inside


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
