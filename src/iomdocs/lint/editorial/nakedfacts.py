"""A rule about facts that are written by hand."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping

from iomdocs.lint.book import Book
from iomdocs.lint.editorial.knownvalues import TOKEN, Forms, Known, known_values, stems
from iomdocs.lint.editorial.prose import finding, own_words, sentences, shown
from iomdocs.lint.page import Page
from iomdocs.lint.rule import Finding, rule

_GENERIC_UNITS = frozenset(("years", "months", "days", "weeks", "people", "countries", "states"))
"""Units that so many facts have that they do not tell which is meant."""

_LONGER = re.compile(r"\w|[.,:]\d|-\w|\s(?:million|billion|thousand|hundred)\b|\s?%|/\w")
_INSIDE = re.compile(r"[\w$€£]$|\d[.,:/-]$|[/-]$|\w['’]$")
_IN_A_DATE = re.compile(
    r"(?:\d|January|February|March|April|May|June|July|August|September|October|November|December)"
    r",?\s$"
)


@rule("W001", "notice")
def facts_are_not_written_by_hand(page: Page, book: Book) -> Iterator[Finding]:
    """A figure, date or name that the records have is shown with its role.

    Why: what is written by hand stays when the record changes, and has no date and no source. A
    finding is a guess, from how exact a value is and from the words in the sentence, so it never
    stops anything. Headings, captions, links, quotations and code are left alone.

    Bad:
        IOM has 175 Member States.

    Good:
        IOM has {fact}`membership.states` Member States.
    """
    known = known_values(book)
    if not known:
        return
    for passage, text in own_words(page):
        if passage.kind == "term":
            continue
        for begin, end in sentences(text):
            for span, found in _found(text, passage.text, (begin, end), known):
                yield finding(page, passage, span, *_told(text[slice(*span)], found))


def _told(written: str, known: Known) -> tuple[str, str]:
    hint = f"write {known.markup}"
    if known.value.casefold() != written.casefold() and known.kind != "number":
        hint += f", which reads '{known.value}'"
    return f"'{shown(written)}' may be a fact that is known", hint


def _found(
    text: str, said: str, sentence: tuple[int, int], known: Mapping[str, Forms]
) -> Iterator[tuple[tuple[int, int], Known]]:
    """Where a sentence has values of facts, and which ones are the likeliest.

    :param text: what is looked at.
    :param said: the same with the words of links and quotations, which tell what it is about.
    """
    about: frozenset[str] | None = None
    done, end = sentence
    for token in TOKEN.finditer(text, done, end):
        forms = known.get(token[0])
        begin = token.start()
        if forms is None or begin < done:
            continue
        ways = [each for each in forms if _stands(text, begin, each[0])]
        if not ways:
            continue
        if about is None:
            about = stems(said[slice(*sentence)])
        longest = len(ways[0][0])
        span = begin, begin + longest
        alike = [each for form, each in ways if len(form) == longest]
        likely = [each for each in alike if _is_meant(each, text, span, about)]
        if likely:
            done = span[1]
            yield span, max(likely, key=lambda each: _likelihood(each, about))


def _likelihood(known: Known, about: frozenset[str]) -> tuple[float, float]:
    """What is compared between facts of one value; a fact comes before a cell of a table.

    For people it does not: who somebody is stands in the table of those who held an office.
    """
    overlap = _overlap(known, about)
    return (overlap, 0) if known.kind == "person" else (not known.is_cell, overlap)


def _stands(text: str, begin: int, form: str) -> bool:
    """Whether a form stands there as a whole, and not as part of a longer one."""
    end = begin + len(form)
    if not text.startswith(form, begin) or _LONGER.match(text, end):
        return False
    before = text[max(begin - 12, 0) : begin]
    return not _INSIDE.search(before) and not (form[0].isalnum() and _IN_A_DATE.search(before))


def _overlap(known: Known, about: frozenset[str]) -> float:
    """Which part of the words of a fact stand in the sentence."""
    return len(known.about & about) / len(known.about) if known.about else 0.0


def _is_meant(known: Known, text: str, span: tuple[int, int], about: frozenset[str]) -> bool:
    return _LIKELY[known.kind](known, text[span[1] : span[1] + 60], about)


def _number(known: Known, behind: str, about: frozenset[str]) -> bool:
    """A long number alone; a shorter one with what it counts, a small one with its name, too."""
    counts = _counts(known, behind)
    if known.digits >= 5:
        return True
    if known.digits == 4 and known.value[:1].isdigit() and "," in known.value:
        return counts or bool(known.about & about)
    if known.digits >= 3:
        return counts or (bool(known.counted) is False and _overlap(known, about) >= 0.5)
    counts = counts and _counts(known, behind, whole=True)
    rest = known.about - stems(" ".join(known.counted))
    names = len(rest & about) / len(rest) if rest else 1.0
    is_told = len(known.counted) > 1 or (bool(known.counted) and _is_telling(known.counted[0]))
    return counts and (names > 0.6 if rest else is_told)


def _is_telling(unit: str) -> bool:
    return unit.lower() not in _GENERIC_UNITS


def _counts(known: Known, behind: str, *, whole: bool = False) -> bool:
    """Whether what the value counts stands behind it, or the last word of that, or near to it."""
    if not known.counted:
        return False
    words = [word.lower() for word in re.findall(r"[^\W\d_]+", behind.partition(",")[0])][:4]
    wanted = known.counted if whole else known.counted[-1:]
    return all(word.lower() in words[: len(known.counted) + 1] for word in wanted)


def _money(known: Known, _: str, about: frozenset[str]) -> bool:
    return known.digits >= 3 or _overlap(known, about) >= (0.3 if known.digits == 2 else 0.5)


def _share(known: Known, _: str, about: frozenset[str]) -> bool:
    return _overlap(known, about) >= (0.3 if known.digits >= 3 else 0.6)


def _day(known: Known, _: str, about: frozenset[str]) -> bool:
    return bool(known.about & about)


def _part_of_day(known: Known, _: str, about: frozenset[str]) -> bool:
    return len(known.about & about) > 1 and _overlap(known, about) > 0.6


def _always(_known: Known, _: str, _about: frozenset[str]) -> bool:
    return True


_LIKELY: Mapping[str, Callable[[Known, str, frozenset[str]], bool]] = {
    "number": _number,
    "money": _money,
    "share": _share,
    "day": _day,
    "month": _part_of_day,
    "year": _part_of_day,
    "period": _always,
    "person": _always,
    "text": _always,
}
"""Whether a value is likely to be meant, by the kind of its form: what it is known for, the words
behind it, and what the sentence is about."""
