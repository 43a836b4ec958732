"""Characters that no reader sees but that change what is read: nothing is hidden on a page."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from iomdocs.diagnostics import Problem

_HIDDEN = re.compile(
    "["
    "\x00-\x08\x0b-\x1f\x7f-\x9f"  # controls but for tab and line feed
    "\u200b\u2060-\u206f"  # no space, and signs that are never seen
    "\u200e\u200f\u061c\u202a-\u202e"  # direction of writing
    "\u2028\u2029"  # ends of lines that no editor shows
    "\u115f\u1160\u17b4\u17b5\u180e\u3164\uffa0"  # letters without a shape
    "\ufdd0-\ufdef\ufeff\ufff0-\ufffb\ufffe\uffff"  # no characters, or marks for programs
    "\U000e0000-\U000e0fff"  # tags, and variants that carry hidden text
    "\ud800-\udfff"  # halves of characters
    "\U0001fffe\U0001ffff\U0002fffe\U0002ffff\U000ffffe\U0010ffff"
    "]"
    "|[\u00ad\u034f\u180b-\u180d\u200c\u200d\ufe00-\ufe0f]{3,}"  # each is of use, a row is not
)


def problems(text: str) -> Iterator[tuple[int, Problem]]:
    """Each hidden character of a text, with its place from 0; one finding for each line."""
    last = -2
    for match in _HIDDEN.finditer(text):
        line = text.rfind("\n", 0, match.start())
        if line == last:
            continue
        last = line
        yield match.start(), _problem(match[0][0])


def problem(text: str) -> Problem | None:
    """The first hidden character of a text."""
    return next((found for _, found in problems(text)), None)


def _problem(character: str) -> Problem:
    name = unicodedata.name(character, "")
    words = f" ({name.lower()})" if name else ""
    message = f"the character U+{ord(character):04X}{words} cannot be seen"
    return Problem("X011", message, "delete it; the place is where the line says")
