"""Words as people type them: without the signs that a keyboard at hand does not have.

Pagefind takes accents off letters, of the text and of what is searched. It does not know letters
that are not written as a letter and a mark (ł, ø, ß), and takes ``d’Ivoire`` for one word. So words
with these get their plain forms beside them, in the index only; what is searched is made plain by
the same table.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from iomdocs.formats.html.letters import LETTERS

MARK = "\u2063"
"""Stands before and after the plain forms of a word: the script for readers leaves them out."""

_SHORTEST = 3
"""Letters that a part of a word after an apostrophe has to be found by itself; ``s`` has not."""
_PLAIN = str.maketrans(dict(LETTERS))
_APOSTROPHE = re.compile("['\u2019]")
_TAG = re.compile("(<[^>]*>)")
_WORD = re.compile("[^\\W_]+(?:['\u2019][^\\W_]+)*")


def with_plain_forms(markup: str) -> str:
    """Markup in which each word that needs it has its plain forms beside it."""
    parts = _TAG.split(unicodedata.normalize("NFC", markup))
    parts[::2] = [
        text if text.isascii() and "'" not in text else _WORD.sub(_with_plain_forms, text)
        for text in parts[::2]
    ]
    return "".join(parts)


def _with_plain_forms(match: re.Match[str]) -> str:
    found = match[0]
    if found.isascii() and "'" not in found:
        return found
    forms = "-".join(dict.fromkeys(_plain_forms(found)))
    return f"{found}{MARK}-{forms}{MARK}" if forms else found


def _plain_forms(word: str) -> Iterator[str]:
    parts = _APOSTROPHE.split(word.lower())
    plain = [part.translate(_PLAIN) for part in parts]
    if plain != parts:
        yield "".join(plain)
    yield from (part for part in plain[1:] if len(part) >= _SHORTEST)
