"""What every format says about the book as a whole: its edition, its licence, its file names."""

from __future__ import annotations

import os
import re
import unicodedata
from collections.abc import Mapping
from datetime import UTC, date, datetime, time
from typing import NamedTuple

from babel.dates import format_date
from sphinx.config import Config

from iomdocs.languages import in_language, locale_of
from iomdocs.licences import licence_url

_NOT_SET = {"", "unknown", "Author name not set", "Project name not set"}
"""What Sphinx has in the settings of a book that does not say who wrote it or what it is called."""

_WORDS: Mapping[str, Mapping[str, str]] = {
    "ar": {
        "edition": "إصدار",
        "facts": "البيانات حتى",
        "licence": "النص:",
        "past": "البيانات حتى {facts}؛ النص هو نص إصدار {edition}.",
        "cite": "للاقتباس:",
        "quoted": "«{}»",
        "edition-of": "إصدار {}",
        "facts-of": "البيانات حتى {}",
        "start": "ابدأ القراءة",
    },
    "de": {
        "edition": "Ausgabe vom",
        "facts": "Daten vom",
        "licence": "Text:",
        "past": "Daten vom {facts}; der Text ist der der Ausgabe vom {edition}.",
        "cite": "Zitieren als:",
        "quoted": "„{}“",
        "edition-of": "Ausgabe vom {}",
        "facts-of": "Daten vom {}",
        "start": "Lesen",
    },
    "en": {
        "edition": "Edition of",
        "facts": "Facts as of",
        "licence": "Text:",
        "past": "Facts as of {facts}; the text is that of the edition of {edition}.",
        "cite": "Cite as:",
        "quoted": "“{}”",
        "edition-of": "edition of {}",
        "facts-of": "facts as of {}",
        "start": "Start reading",
    },
    "es": {
        "edition": "Edición del",
        "facts": "Datos a fecha de",
        "licence": "Texto:",
        "past": "Datos a fecha de {facts}; el texto es el de la edición del {edition}.",
        "cite": "Citar como:",
        "quoted": "«{}»",
        "edition-of": "edición del {}",
        "facts-of": "datos a fecha de {}",
        "start": "Empezar a leer",
    },
    "fr": {
        "edition": "Édition du",
        "facts": "Données au",
        "licence": "Texte\u00a0:",
        "past": "Données au {facts}\u00a0; le texte est celui de l’édition du {edition}.",
        "cite": "Citer ainsi\u00a0:",
        "quoted": "«\u00a0{}\u00a0»",
        "edition-of": "édition du {}",
        "facts-of": "données au {}",
        "start": "Commencer la lecture",
    },
    "zh": {
        "edition": "版次\uff1a",
        "facts": "数据截至",
        "licence": "文本\uff1a",
        "past": "数据截至 {facts}\uff1b文本为 {edition} 版。",
        "cite": "引用格式\uff1a",
        "quoted": "《{}》",
        "edition-of": "{} 版",
        "facts-of": "数据截至 {}",
        "start": "开始阅读",
    },
}
"""The words about edition, facts and licence, by language; English where there are none."""


class Line(NamedTuple):
    """A line about the book: ``str()`` gives it whole, or nothing if there is nothing to say."""

    lead: str
    words: str
    """The edition or the licence itself; empty for a book that names none."""
    target: str
    """What programs read: the day as ISO 8601 has it, or the address of the licence; or empty."""

    def __str__(self) -> str:
        return f"{self.lead} {self.words}" if self.words else ""


def edition_line(config: Config) -> Line:
    """The line with the edition: ``Edition of 24 November 2026``."""
    day = edition_day(config)
    return Line(_word(config, "edition"), edition_words(config), day.isoformat() if day else "")


def facts_line(config: Config) -> Line:
    """The line with the day of the facts: ``Facts as of 24 November 2026``; for a book with facts.

    It is the day of the edition, or that of ``iomdocs_as_of`` in a book of the past.
    """
    day = past_day(config) or edition_day(config)
    if not config["iomdocs_facts"] or day is None:
        return Line(_word(config, "facts"), "", "")
    return Line(_word(config, "facts"), day_words(config, day), day.isoformat())


def past_sentence(config: Config) -> str:
    """What every page of a book of the past says; nothing in one with the facts of its edition."""
    if past_day(config) is None:
        return ""
    facts = facts_line(config).words
    return _word(config, "past").format(facts=facts, edition=edition_words(config))


def citation(config: Config, page: str = "") -> Line:
    """How to cite the book, or one of its pages by its title; for a book with an edition.

    Author, page, book, and the days of edition and facts, so that the citation names what was read.
    """
    lead = _word(config, "cite")
    if not edition_words(config):
        return Line(lead, "", "")
    facts = facts_line(config).words
    book = str(config["project"])
    parts = [
        setting(config, "author"),
        _word(config, "quoted").format(page) if page and page != book else "",
        book,
        _word(config, "edition-of").format(edition_words(config)),
        _word(config, "facts-of").format(facts) if facts else "",
    ]
    return Line(lead, f"{', '.join(filter(None, parts))}.", "")


def start_words(config: Config) -> str:
    """What the way into the book is called: ``Start reading``."""
    return _word(config, "start")


def licence_line(config: Config) -> Line:
    """The line with the licence: ``Text: CC BY 4.0``."""
    licence = str(config["iomdocs_licence"] or "")
    return Line(_word(config, "licence"), licence, licence_url(licence))


def _word(config: Config, name: str) -> str:
    return in_language(_WORDS, str(config["language"] or "en"))[name]


def setting(config: Config, name: str) -> str:
    """A setting about the book as the author gave it; empty if only Sphinx's stand-in is there."""
    value = str(config[name] or "")
    return "" if value in _NOT_SET else value


def build_time(config: Config) -> int | None:
    """Seconds since 1970 that a file gives as its date; ``None`` is the time of the build.

    ``SOURCE_DATE_EPOCH`` as https://reproducible-builds.org/specs/source-date-epoch/ has it, else
    the start of the day of the edition, else the time of the commit that the book is made from. A
    value that is no number counts as none.
    """
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    if epoch.isdecimal():
        return int(epoch)
    day = edition_day(config)
    if day:
        return int(datetime.combine(day, time(), UTC).timestamp())
    return int(config["iomdocs_revision_time"]) or None


def edition_day(config: Config) -> date | None:
    """The day of the edition, or ``None`` for a book that names none or not a day."""
    return _day(config, "iomdocs_edition")


def past_day(config: Config) -> date | None:
    """The day of the facts of a book of the past, or ``None`` for one with those of its edition."""
    return _day(config, "iomdocs_as_of")


def _day(config: Config, name: str) -> date | None:
    try:
        return date.fromisoformat(str(config[name] or ""))
    except ValueError:
        return None


def edition_words(config: Config) -> str:
    """The day of the edition as readers of the book write it: ``24 November 2026``."""
    day = edition_day(config)
    if day is None:
        return str(config["iomdocs_edition"] or "")
    return day_words(config, day)


def day_words(config: Config, day: date) -> str:
    """A day as readers of the book write it."""
    return format_date(day, "long", locale=locale_of(str(config["language"])))


def book_slug(config: Config) -> str:
    """Name of the PDF and ePub files without ending; from the project's name if none is set."""
    name = str(config["iomdocs_slug"] or config["project"])
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", plain.lower()).strip("-") or "book"
