"""The terms of a book, and a rule about how they are spelled."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import product
from typing import NamedTuple

from iomdocs.lint.book import Book
from iomdocs.lint.editorial.once import once
from iomdocs.lint.editorial.prose import finding, own_words
from iomdocs.lint.page import Directive, Page
from iomdocs.lint.rule import Finding, rule

_PREFIXES = ("re", "non", "co", "pre", "anti", "over", "under", "multi", "inter", "intra", "sub")
_SPELLINGS = (
    *(("our", "or"), ("isation", "ization"), ("ise", "ize"), ("ising", "izing")),
    *(("centre", "center"), ("programme", "program"), ("defence", "defense")),
)
"""Parts of words that are spelled in two ways."""

_OWN_CAPITALS = re.compile(r"\w[^\W\d_a-z]")
"""A capital within a word, which belongs to it wherever it stands: ``ePub``, ``PDF``."""

_BETWEEN = re.compile(r"([ -])")


class _Spelling(NamedTuple):
    """A way to write a term; ``pattern`` meets also its plural and the right way."""

    term: str
    pattern: re.Pattern[str]


@once
def terms(book: Book) -> Sequence[str]:
    """The terms of the glossaries of a book, in order."""
    directives = (each for page in book.pages for each in page.content.directives)
    return [term for each in directives if each.name == "glossary" for term in _terms_of(each)]


def _terms_of(glossary: Directive) -> Iterator[str]:
    for line in glossary.body:
        if line.strip() and not line[0].isspace() and not line.startswith(".."):
            yield line.partition(" : ")[0].strip()


@rule("W011", "warning")
def terms_are_spelled_as_in_the_glossary(page: Page, book: Book) -> Iterator[Finding]:
    """A term is spelled as in the glossary of the book: its hyphens, spaces and letters.

    Why: two spellings look like two things, and a search for one does not find the other. Names
    and quotations keep their spelling. With *Asylum seeker* and *Labour migration* in a glossary:

    Bad:
        For asylum-seekers there are no programmes of labor migration.

    Good:
        For asylum seekers there are no programmes of labour migration.
    """
    spellings = _spellings(book)
    if not spellings:
        return
    for passage, text in own_words(page):
        for word in re.finditer(r"(?<![\w.-])[^\W\d_]+", text):
            for term, pattern in spellings.get(word[0].casefold(), ()):
                match = pattern.match(text, word.start())
                if match is None or _is_right(match, term):
                    continue
                instead = _in_place_of(match["term"], term)
                message = f"'{match['term']}' is spelled otherwise in the glossary"
                hint = f"write '{instead}{match['end']}'"
                yield finding(page, passage, match.span("term"), message, hint, instead)


def _is_right(match: re.Match[str], term: str) -> bool:
    """Whether a term is spelled right; capitals at the beginning of words come and go."""
    written, meant = re.split(_BETWEEN, match["term"]), re.split(_BETWEEN, term)
    if not _OWN_CAPITALS.search(term) and _is_name(written):
        return True
    return len(written) == len(meant) and all(map(_is_same, written, meant))


def _is_same(written: str, meant: str) -> bool:
    if _OWN_CAPITALS.search(meant):
        return written == meant
    return written.casefold() == meant.casefold()


def _is_name(written: Sequence[str]) -> bool:
    """Whether every word has a capital: part of the name of something."""
    words = [word for word in written if word.strip(" -")]
    return len(words) > 1 and all(word[0].isupper() for word in words)


def _in_place_of(written: str, term: str) -> str:
    if _OWN_CAPITALS.search(term):
        return term
    return term[0].upper() + term[1:] if written[0].isupper() else term[0].lower() + term[1:]


@once
def _spellings(book: Book) -> Mapping[str, Sequence[_Spelling]]:
    """Ways to write each term but the right one, by the first word of them, in small letters."""
    found: dict[str, list[_Spelling]] = {}
    for term in terms(book):
        if not re.fullmatch(r"[\w’'-]+(?: [\w’'-]+)*", term) or len(term) < 4:
            continue
        ways = list(product(*(_ways(word) for word in re.split(r"[ -]", term))))
        for words in ways:
            pattern = re.compile(
                rf"(?P<term>{'[ -]?'.join(map(re.escape, words))})(?P<end>s?)(?![\w-])",
                re.IGNORECASE,
            )
            firsts = {words[0], "".join(words)}
            if len(words) == 1:
                if _OWN_CAPITALS.search(term) or len(ways) > 1:
                    found.setdefault(words[0].casefold(), []).append(_Spelling(term, pattern))
                continue
            for first in firsts:
                found.setdefault(first.casefold(), []).append(_Spelling(term, pattern))
        found_prefix = next((p for p in _PREFIXES if _is_prefix(p, term)), None)
        if found_prefix:
            rest = re.escape(term[len(found_prefix) :])
            pattern = re.compile(
                rf"(?P<term>{found_prefix}-{rest})(?P<end>s?)(?![\w-])", re.IGNORECASE
            )
            found.setdefault(found_prefix, []).append(_Spelling(term, pattern))
    return found


def _is_prefix(prefix: str, term: str) -> bool:
    return bool(re.fullmatch(rf"{prefix}[^\W\d_]{{4,}}", term, re.IGNORECASE))


def _ways(word: str) -> Sequence[str]:
    """A word, and how it is spelled elsewhere."""
    for here, there in (*_SPELLINGS, *((b, a) for a, b in _SPELLINGS)):
        if here in word and len(word) > len(here) + 1 and there not in word:
            return word, word.replace(here, there)
    return (word,)
