"""How many pixels a picture has: a file of a few bytes can declare more than any memory holds."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from iomdocs.diagnostics import Problem

MOST = 50_000_000
"""The most pixels of a picture, about those of the best cameras."""

_SIZE_IN_JPEG = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
_WITHOUT_LENGTH = frozenset((0x01, *range(0xD0, 0xD9)))


def problem(suffix: str, data: bytes) -> Problem | None:
    """What is wrong with the size that a picture declares.

    :param suffix: the ending of its name, in lower case.
    """
    measure = _MEASURES.get(suffix)
    if measure is None:
        return None
    size = measure(data)
    if size is None or 0 in size:
        return Problem("X017", "the file does not say how large its picture is", "save it anew")
    if size[0] * size[1] <= MOST:
        return None
    message = f"the picture has {size[0]:,} x {size[1]:,} pixels; the limit is {MOST:,} in all"
    return Problem("X012", message, "make the picture smaller")


_Size = tuple[int, int]


def _of_png(data: bytes) -> _Size | None:
    """As https://www.w3.org/TR/png-3/#11IHDR has it."""
    if data[12:16] != b"IHDR" or len(data) < 24:
        return None
    return int.from_bytes(data[16:20], "big"), int.from_bytes(data[20:24], "big")


def _of_gif(data: bytes) -> _Size | None:
    if len(data) < 10:
        return None
    return int.from_bytes(data[6:8], "little"), int.from_bytes(data[8:10], "little")


def _of_jpeg(data: bytes) -> _Size | None:
    """The size in the first frame header, as ITU T.81 B.2.2 has it."""
    place = 2
    while place + 9 <= len(data) and data[place] == 0xFF:
        marker = data[place + 1]
        if marker in _SIZE_IN_JPEG:
            height, width = data[place + 5 : place + 7], data[place + 7 : place + 9]
            return int.from_bytes(width, "big"), int.from_bytes(height, "big")
        if marker == 0xFF:
            place += 1
        elif marker in _WITHOUT_LENGTH:
            place += 2
        else:
            place += 2 + max(2, int.from_bytes(data[place + 2 : place + 4], "big"))
    return None


def _of_webp(data: bytes) -> _Size | None:
    """As RFC 9649 has it; an animation counts by its canvas."""
    kind, body = data[12:16], data[20:]
    if len(body) < 10 or data[8:12] != b"WEBP":
        return None
    if kind == b"VP8X":
        return _three(body[4:7]) + 1, _three(body[7:10]) + 1
    if kind == b"VP8L":
        bits = int.from_bytes(body[1:5], "little")
        return (bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1
    if kind == b"VP8 ":
        width, height = body[6:8], body[8:10]
        return int.from_bytes(width, "little") & 0x3FFF, int.from_bytes(height, "little") & 0x3FFF
    return None


def _three(data: bytes) -> int:
    return int.from_bytes(data, "little")


_MEASURES: Mapping[str, Callable[[bytes], _Size | None]] = {
    ".png": _of_png,
    ".gif": _of_gif,
    ".jpg": _of_jpeg,
    ".jpeg": _of_jpeg,
    ".webp": _of_webp,
}
