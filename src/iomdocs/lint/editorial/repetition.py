"""A rule about words that stand twice."""

from __future__ import annotations

import re
from collections.abc import Iterator

from iomdocs.lint.book import Book
from iomdocs.lint.editorial.prose import finding, is_plain, prose
from iomdocs.lint.page import Page
from iomdocs.lint.rule import Finding, rule

_TWICE = re.compile(r"(?<![\w’'.-])([^\W\d_]+)(\s+)(\1)(?![\w’'-])", re.IGNORECASE)

_SOMETIMES_RIGHT = frozenset(("that", "had", "is", "do", "so", "very", "blah", "bye", "no", "yes"))


@rule("W012", "warning")
def no_word_twice(page: Page, book: Book) -> Iterator[Finding]:
    """A word does not stand twice.

    Why: it is left over from a change of the sentence, and readers stumble over it. Names of two
    equal words, and what is sometimes right (*that that*), are not meant. For books in English.

    Bad:
        The members of the the Council meet once a year.

    Good:
        The members of the Council meet once a year.
    """
    if not book.wishes.language.startswith("en"):
        return
    for passage in prose(page):
        if "glossary" in passage.within:
            continue
        for match in _TWICE.finditer(passage.text):
            first, second = match[1], match[3]
            if first.lower() in _SOMETIMES_RIGHT or (first.istitle() and second.istitle()):
                continue
            if first.islower() != second.islower() and not first.istitle():
                continue
            if not is_plain(page, passage, match.span()):
                continue  # one of them is set apart: it is spoken about
            hint = f"write it once: '{first}'"
            yield finding(page, passage, match.span(), f"'{first}' stands twice", hint, first)
