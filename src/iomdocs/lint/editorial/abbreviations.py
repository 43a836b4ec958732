"""A rule about abbreviations."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from iomdocs.facts.model import Value
from iomdocs.facts.reading import Reader
from iomdocs.facts.tables import Table
from iomdocs.facts.values import Items
from iomdocs.lint import references
from iomdocs.lint.book import Book
from iomdocs.lint.editorial.glossary import terms
from iomdocs.lint.editorial.once import once
from iomdocs.lint.editorial.prose import finding, own_words, prose
from iomdocs.lint.page import Page
from iomdocs.lint.rule import Finding, rule

_CAPITALS = re.compile(
    r"([A-Z](?<![\w./\\&@#$*-][A-Z])[A-Z]{1,5})(s?)(?!\w|[/\\&@*-]\w|\.\w|\s?\d)"
)
_ROMAN = re.compile(r"[IVXLC]+")

_COMMON = """
UN EU US USA UK UAE USSR AM PM BC AD BCE CE GMT UTC EST UNESCO UNICEF NATO NASA WHO
TV CD DVD DNA HIV AIDS GPS SMS PIN ID OK FAQ VIP SOS NGO GDP CEO PS NB
PDF HTML XHTML XML JSON CSV YAML TOML SVG PNG JPEG JPG GIF TIFF CSS URL HTTP HTTPS WWW FTP SSH
IQ IOU USD EUR GBP CHF RGB MRI UNIX LINUX MAC PATH LANG LINK
MB GB KB TB USB CPU GPU RAM ROM LED LCD PC IP DNS API CLI GUI SQL ASCII UTF ISO ISBN ISSN DOI
RFC PEP JS OSX IRC FORTRAN COBOL AI IT OS ZIP TLS SSL SSD MP DOCX ODT EPUB IDE SDK
BSD MIT GPL LGPL AGPL GNU CC BY SA LICENSE
README TODO FIXME NOTE AND OR NOT NO YES NEW ALL IF ON OFF TRUE FALSE NULL NONE WIP TBD
"""
"""Better known than the words they stand for: names of the world and of computing, licences; and
words that are no abbreviations."""

_SMALL = (
    *("of", "the", "for", "from", "and", "with", "in", "on", "to", "at", "by", "a", "an"),
    *("de", "des", "du", "la", "le", "les", "pour", "y", "et"),
)
_SMALL_WORDS = rf"(?:(?:{'|'.join(_SMALL)})[\s’'-]+)*"
"""Words that an abbreviation can leave out."""


@rule("W006", "warning")
def abbreviations_are_spelled_out(page: Page, book: Book) -> Iterator[Finding]:
    """An abbreviation is spelled out on the page, or stands in the glossary.

    Why: a page is read alone. Who does not know the letters cannot look them up. Common ones, such
    as UN or PDF, and those in the title of the book need nothing.

    Bad:
        The tasks of the committee went to UNRRA.

    Good:
        The tasks went to the United Nations Relief and Rehabilitation Administration (UNRRA).
    """
    if not book.is_whole:
        return  # the glossary and the facts can explain it
    known = _known(book)
    found: dict[str, Finding] = {}
    for passage, text in own_words(page):
        for match in _CAPITALS.finditer(text):
            word = match[1]
            if word in known or word in found or _ROMAN.fullmatch(word) or _is_no_word(text, match):
                continue
            hint = f"write 'the full name ({word})' where it first stands, or add it to a glossary"
            message = f"'{word}' is not spelled out on this page"
            found[word] = finding(page, passage, match.span(), message, hint)
    if found:
        own = "\n".join(passage.text for passage in prose(page))
        shown = "\n".join((own, *_words_of_roles(page, book.reader)))
        for word, each in found.items():
            if not _is_spelled_out(word, own, shown):
                yield each


@once
def _known(book: Book) -> frozenset[str]:
    """What needs no words in a book: what is common, or in its title or glossary."""
    written = (book.wishes.title, *terms(book))
    own = (word for text in written for word in re.findall(r"\b[A-Z]{2,7}\b", text))
    return frozenset((*_COMMON.split(), *own))


def _is_no_word(text: str, match: re.Match[str]) -> bool:
    """Whether a word beside it is in capitals, too, as in a title, or it is part of a formula."""
    if re.search(r"\w\($", text[: match.start()]):
        return True
    before = re.search(r"([^\W\d_]+)[ ,]*$", text[: match.start()])
    behind = re.match(r"[ ,]*([^\W\d_]+)", text[match.end() :])
    beside = [each[1] for each in (before, behind) if each]
    return any(len(word) > 3 and word.isupper() for word in beside)


def _words_of_roles(page: Page, reader: Reader | None) -> Iterator[str]:
    """What the facts of a page, at any time, and its roles for abbreviations and terms show."""
    yield from (role.text for role in page.content.roles if role.name in {"abbr", "term"})
    facts = reader.facts if reader else {}
    shown = (reference.fact for reference in references.references(page, facts))
    for fact in map(facts.__getitem__, dict.fromkeys(shown)):
        yield fact.label
        for statement in fact.statements:
            yield from _words_of(statement.value)


def _words_of(value: Value) -> Iterator[str]:
    match value:
        case str():
            yield value
        case Items(items=items):
            yield from items
        case Table(rows=rows):
            yield from (
                cell for row in rows for cell in row.cells.values() if isinstance(cell, str)
            )


def _is_spelled_out(word: str, own: str, words: str) -> bool:
    """Whether a page says what an abbreviation stands for.

    :param own: what its author wrote, where brackets behind words or before them are trusted.
    :param words: all that it shows, where words have to begin with the letters.
    """
    brackets = re.finditer(rf"\s\(\W?{word}s?\b", own)
    if any(_ends_with_a_word(own[: match.start()]) for match in brackets):
        return True
    if re.search(rf"\b{word}\s?\((?:[\w’'-]+[ ,)]){{2,}}", own):
        return True
    if word not in _initials(words):
        return False
    letters = _SMALL_WORDS.join(rf"{letter}[^\W\d]*[\s’'-]+" for letter in word[:-1])
    return bool(re.search(rf"\b{letters}{_SMALL_WORDS}{word[-1]}[^\W\d]*", words, re.IGNORECASE))


def _ends_with_a_word(text: str) -> bool:
    return text.rstrip('”"’*')[-1:].isalpha()


@lru_cache(maxsize=1)
def _initials(words: str) -> str:
    """The first letters of all words in capitals, then those of all but the small words."""
    every = re.findall(r"[^\W\d_]+", words)
    large = [each for each in every if each.lower() not in _SMALL]
    return "\n".join("".join(each[0] for each in part).upper() for part in (every, large))
