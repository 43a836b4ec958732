"""A rule about spaces."""

from __future__ import annotations

import re
from collections.abc import Iterator

from iomdocs.lint.book import Book
from iomdocs.lint.editorial.prose import finding, is_plain, prose, shown
from iomdocs.lint.page import HIDDEN, Page, Passage
from iomdocs.lint.rule import Finding, rule

_BEFORE = re.compile(
    rf"(?<=[\w)”’\"%{HIDDEN}])[ \t]+(?P<sign>[,;.!?]|(?<!{HIDDEN} ):)(?=\s+\w|\s*$)"
)
_DOUBLE = re.compile(r"(?<=[\w,;])[ \t]{2,}(?=\w)")

_BEFORE_SIGNS = frozenset(("fr",))
"""Languages that put a space before some signs."""


@rule("W013", "warning")
def no_space_too_many(page: Page, book: Book) -> Iterator[Finding]:
    """Between two words of a sentence stands one space, and none before a comma or full stop.

    Why: a line can begin with the lonely sign, and a second space is mostly what is left of a word
    that was taken out. French puts a space before some signs, so that only the second part holds.

    Bad:
        The Council meets  in November , as a rule.

    Good:
        The Council meets in November, as a rule.
    """
    for passage in prose(page):
        text = passage.text
        if book.wishes.language[:2] not in _BEFORE_SIGNS:
            for match in _BEFORE.finditer(text):
                if not _is_typed(page, passage, match):
                    continue
                sign = match["sign"]
                message = f"a space before '{sign}'"
                hint = f"write '{shown(_word_before(text, match.start()))}{sign}'"
                yield finding(page, passage, match.span(), message, hint, sign)
        if passage.kind == "cell":
            continue
        for match in _DOUBLE.finditer(text):
            if not _is_typed(page, passage, match):
                continue
            before = shown(_word_before(text, match.start()))
            message = f"{len(match[0])} spaces behind '{before}'"
            yield finding(page, passage, match.span(), message, "write one space", " ")


def _is_typed(page: Page, passage: Passage, match: re.Match[str]) -> bool:
    """Whether the spaces stand in the source as they are; a link may have words put in later."""
    begin, end = match.span()
    later = any(first == last and begin <= first <= end for first, last in passage.linked)
    return not later and is_plain(page, passage, (begin, end))


def _word_before(text: str, end: int) -> str:
    return text[:end].rsplit(None, 1)[-1]
