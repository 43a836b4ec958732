"""A rule about the date that a sentence gives a fact."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date

from iomdocs.diagnostics import Problem
from iomdocs.facts.reading import Reader, Reading
from iomdocs.facts.values import Day, Money, Number, Share
from iomdocs.lint.book import Book
from iomdocs.lint.editorial.prose import finding, own_words, sentences
from iomdocs.lint.page import HIDDEN, Page, Passage, Role
from iomdocs.lint.rule import Finding, rule

_MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July", "August", "September"),
    *("October", "November", "December"),
)
_DATE = rf"(?P<date>(?:(?:\d{{1,2}} )?(?:{'|'.join(_MONTHS)}) )?[12]\d{{3}})(?![\w%-]|[.,]\d)"
_SAID = r"(?:(?P<asof>as of|as at)|in|at the end of)(?: the)?(?: year)?"

_BEHIND = re.compile(
    rf"(?P<gap>[^\d.,;:!?]{{0,60}}?)\b{_SAID} {_DATE}",
)
_BEFORE = re.compile(rf"\b{_SAID} {_DATE},?(?P<gap>[^\d.,;:!?{HIDDEN}]{{0,60}}) $", re.IGNORECASE)

_YEAR = re.compile(r"\b[12]\d{3}\b")

_SPEAKS_OF_ANOTHER = frozenset(
    ("than", "from", "before", "until", "till", "after", "to", "when", "which", "who", "and", "but")
)
_LONGEST_GAP = 5
"""Words between a value and its date; what is farther away is about something else."""

_VALUES = frozenset(("fact", "fact:value", "fact:words"))


@rule("W002", "warning")
def facts_keep_their_date(page: Page, book: Book) -> Iterator[Finding]:
    """The date that a sentence gives a fact is the date of its record.

    Why: the value is shown as of the day of the edition, or of the day behind ``@``. A year that
    is written by hand stays when the value changes, and then tells something untrue.

    Bad:
        IOM had {fact}`membership.states` Member States in 2011.

    Good:
        IOM had {fact}`membership.states@2011-12-31` Member States in 2011.
    """
    if book.reader is None or not book.wishes.language.startswith("en"):
        return
    for passage, text in own_words(page):
        if HIDDEN not in text or not _YEAR.search(text):
            continue
        roles = _roles_in(page, passage)
        for sentence in sentences(text):
            for at in (n for n in range(*sentence) if n in roles):
                if roles[at].name not in _VALUES:
                    continue
                match = _date_beside(text, sentence, at, roles)
                if match and (found := _disagrees(book.reader, roles[at], match)):
                    yield finding(page, passage, match.span("date"), *found)


def _roles_in(page: Page, passage: Passage) -> Mapping[int, Role]:
    """The roles of a passage by where they stand in its text."""
    by_offset = {page.offset(*role.place): role for role in page.content.roles}
    hidden = (n for n, letter in enumerate(passage.text) if letter == HIDDEN)
    offsets = passage.offsets
    return {n: by_offset[offsets[n]] for n in hidden if offsets[n] in by_offset}


def _date_beside(
    text: str, sentence: tuple[int, int], at: int, roles: Mapping[int, Role]
) -> re.Match[str] | None:
    """The date that a sentence gives the value of the role at a place of it."""
    behind = _BEHIND.match(text, at + 1, sentence[1])
    if behind and _is_near(behind["gap"]):
        between = (n for n in range(at + 1, behind.end()) if text[n] == HIDDEN)
        if all(n in roles and roles[n].name not in _VALUES for n in between):
            return behind
    before = _BEFORE.search(text, sentence[0], at)
    return before if before and _is_near(before["gap"]) else None


def _is_near(gap: str) -> bool:
    words = re.findall(r"\w+", gap.lower())
    return len(words) <= _LONGEST_GAP and _SPEAKS_OF_ANOTHER.isdisjoint(words)


def _disagrees(reader: Reader, role: Role, match: re.Match[str]) -> tuple[str, str] | None:
    """Message and hint where a value does not hold at the date that is written beside it."""
    try:
        reading = reader.read(role.text)
    except Problem:
        return None
    statement = reading.statement
    if statement is None or not _has_a_date(reading, said_as_of=bool(match["asof"])):
        return None
    first, last = _span(match["date"])
    known_first, known_last = statement.span
    if first <= known_last and known_first <= last:
        return None
    message = f"'{reading.text}' is {reading.as_of}, not of {match['date']}"
    name = role.text.partition("@")[0].strip()
    pinned = f"{{{role.name}}}`{name}@{last.isoformat()}`"
    return message, f"write {{fact:asof}}`{role.text}` in place of the date, or {pinned}"


def _has_a_date(reading: Reading, *, said_as_of: bool) -> bool:
    """Whether a date beside the value is that of the value, and not of what it tells."""
    return said_as_of or isinstance(reading.value, Number | Money | Share)


def _span(written: str) -> tuple[date, date]:
    """The first and the last day of a date in English."""
    parts = written.split()
    iso = parts[-1]
    if len(parts) > 1:
        iso += f"-{_MONTHS.index(parts[-2]) + 1:02}"
    if len(parts) > 2:
        iso += f"-{int(parts[0]):02}"
    try:
        day = Day(iso)
    except ValueError:
        return date.min, date.max
    return day.first, day.last
