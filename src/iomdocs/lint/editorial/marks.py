"""Rules about marks of the keyboard where a book is printed with typographic ones.

Sphinx makes curly quotation marks and ellipses of those of the keyboard, unless ``conf.py`` says
``smartquotes = False``; only then is anything found here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from iomdocs.lint.book import Book
from iomdocs.lint.editorial.once import once
from iomdocs.lint.editorial.prose import finding, prose
from iomdocs.lint.page import Page
from iomdocs.lint.rule import Finding, rule

_STRAIGHT = re.compile(r"(?<=\w)'(?=\w)|\"")
_CURLY = re.compile(r"[“”’]")
_DOTS = re.compile(r"(?<![.\w/])\.\.\.(?![./\w])|(?<=\w)\.\.\.(?![./\w])")


@rule("W014", "warning")
def one_kind_of_quotation_marks(page: Page, book: Book) -> Iterator[Finding]:
    """Quotation marks and apostrophes are straight in all of a book, or curly in all of it.

    Why: both kinds on one page look like a mistake. Nothing is found where Sphinx makes curly
    marks of all, as it does unless ``conf.py`` says ``smartquotes = False``. The kind that the
    book has more of is taken to be meant.

    Bad:
        The “Council” and the “Committee” are IOM's organs.

    Good:
        The “Council” and the “Committee” are IOM’s organs.
    """
    if book.wishes.smartquotes or not book.is_whole:
        return
    straight, curly = _counts(book)
    if not straight or not curly:
        return
    wrong, meant = (_STRAIGHT, "curly") if curly >= straight else (_CURLY, "straight")
    for passage in prose(page):
        for match in wrong.finditer(passage.text):
            message = f"the mark {match[0]} in a book with {meant} ones"
            hint = f"write a {meant} one" if meant == "straight" else "write “ ” around words, or ’"
            instead = "\u2019" if match[0] == "'" else None
            yield finding(page, passage, match.span(), message, hint, instead)


@rule("W016", "warning")
def an_ellipsis_is_one_sign(page: Page, book: Book) -> Iterator[Finding]:
    """What is left out is marked with the sign for it, not with three full stops.

    Why: three stops can be torn apart at the end of a line. Nothing is found where Sphinx makes
    the sign of them, as it does unless ``conf.py`` says ``smartquotes = False``.

    Bad:
        The committee was founded ... in Brussels.

    Good:
        The committee was founded … in Brussels.
    """
    if book.wishes.smartquotes:
        return
    for passage in prose(page):
        for match in _DOTS.finditer(passage.text):
            yield finding(page, passage, match.span(), "three dots", "write '…'", "…")


@once
def _counts(book: Book) -> tuple[int, int]:
    """How many straight and how many curly marks the pages of a book have."""
    texts = [passage.text for page in book.pages for passage in prose(page)]
    return (
        sum(len(_STRAIGHT.findall(text)) for text in texts),
        sum(len(_CURLY.findall(text)) for text in texts),
    )
