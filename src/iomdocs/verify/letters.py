"""What counts as the same text in two formats.

A format breaks lines, hyphenates, joins letters to ligatures, turns quotes and draws signs of its
own before items of a list. None of that is a difference. So two texts are compared by their
letters, digits and signs of money and mathematics; blanks and punctuation are left out, but for
what stands between two digits, or as a minus before them: ``4.5`` is not ``45``.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_UNSEEN = re.compile(
    "[\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202c\u2060-\u206f\ufe00-\ufe0f\ufeff]"
)
"""Characters that nobody sees: hyphens of line ends, marks of direction, joiners, selectors.

The two that turn letters round whatever they are (U+202D, U+202E) are none of them.
"""

_SEPARATOR = re.compile(r"[.,:/'’·٫٬⁄-](?=\d)(?:(?<=\d.)|(?<=-)(?<!\w.))")
_DASH = re.compile(r"[‐‑‒–—―−⁃﹣－]")
_LONG_DASH = re.compile(r"[—―](?:(?<!\d.)|(?!\d))")
"""Dashes that are no minus: they stand before a name, or between words."""
_KEPT = "\ue000"
"""Stands for a sign between digits while the others are left out."""

_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
_LEFT_OUT = re.compile(r"""[\s!"#&'()*,\-./:;?@\[\\\]^_`{|}~‘’“”…–]+""")
"""The most frequent of what is left out."""
_OTHERS = re.compile(r"[\s\W_]")
_SIGNS = frozenset("%‰$€£¥+<=>±×÷√∞≈≠≤≥\u202d\u202e")


def seen(text: str) -> str:
    """A text as a reader sees it: composed (NFKC), without unseen characters and line breaks."""
    if text.isascii():
        return " ".join(text.split())
    return " ".join(_UNSEEN.sub("", unicodedata.normalize("NFKC", text)).split())


def exact(text: str) -> str:
    """What two prints of one fact must share: everything but blanks."""
    return _DASH.sub("-", seen(text)).replace(" ", "")


@lru_cache(maxsize=4096)  # what one format says, the next one says too
def letters(text: str) -> str:
    """What two prints of a text must share.

    A line with words from right to left stands in a PDF in the order in which it is seen, in which
    words and lines cannot be told apart. So of such a text the letters are compared, not their
    order.
    """
    found = _letters(text)
    return "".join(sorted(found)) if _RIGHT_TO_LEFT.search(found) else found


def _letters(text: str) -> str:
    text = seen(text)
    if not text.isascii():
        text = _DASH.sub("-", _LONG_DASH.sub(" ", text))
    kept = _SEPARATOR.findall(text)
    text = _SEPARATOR.sub(_KEPT, text) if kept else text
    text = _OTHERS.sub(_of_sign, _LEFT_OUT.sub("", text))
    for sign in kept:
        text = text.replace(_KEPT, sign, 1)
    return text


def _of_sign(found: re.Match[str]) -> str:
    sign = found[0]
    return sign if sign == _KEPT or sign in _SIGNS or unicodedata.category(sign)[0] == "M" else ""
