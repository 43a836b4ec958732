"""What every format says about the book as a whole: its edition, its licence, its file names."""

from __future__ import annotations

import os
import re
import unicodedata
from datetime import UTC, date, datetime, time
from typing import NamedTuple

from babel.dates import format_date
from sphinx.config import Config

from iomdocs.languages import language_tag, locale_of

_CREATIVE_COMMONS = re.compile(
    r"CC[ -](BY(?:-(?:SA|NC|ND|NC-SA|NC-ND))?)[ -](\d\.\d)", re.IGNORECASE
)
_CC0 = re.compile(r"CC0(?:[ -](1\.0))?", re.IGNORECASE)

_NOT_SET = {"", "unknown", "Author name not set", "Project name not set"}
"""What Sphinx has in the settings of a book that does not say who wrote it or what it is called."""

_LEADS = {
    "en": ("Edition of", "Text:"),
    "es": ("Edición del", "Texto:"),
    "fr": ("Édition du", "Texte\u00a0:"),
}
"""The words before edition and licence, by language; English where there are none."""


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
    return Line(_leads(config)[0], edition_words(config), day.isoformat() if day else "")


def licence_line(config: Config) -> Line:
    """The line with the licence: ``Text: CC BY 4.0``."""
    licence = str(config["iomdocs_licence"] or "")
    return Line(_leads(config)[1], licence, licence_url(licence))


def _leads(config: Config) -> tuple[str, str]:
    language = language_tag(str(config["language"] or "en")).partition("-")[0].lower()
    return _LEADS.get(language, _LEADS["en"])


def setting(config: Config, name: str) -> str:
    """A setting about the book as the author gave it; empty if only Sphinx's stand-in is there."""
    value = str(config[name] or "")
    return "" if value in _NOT_SET else value


def build_time(config: Config) -> int | None:
    """Seconds since 1970 that a file gives as its date; ``None`` is the time of the build.

    ``SOURCE_DATE_EPOCH`` as https://reproducible-builds.org/specs/source-date-epoch/ has it, else
    the start of the day of the edition. A value that is no number counts as none.
    """
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    if epoch.isdecimal():
        return int(epoch)
    day = edition_day(config)
    return int(datetime.combine(day, time(), UTC).timestamp()) if day else None


def edition_day(config: Config) -> date | None:
    """The day of the edition, or ``None`` for a book that names none or not a day."""
    try:
        return date.fromisoformat(str(config["iomdocs_edition"] or ""))
    except ValueError:
        return None


def edition_words(config: Config) -> str:
    """The day of the edition as readers of the book write it: ``24 November 2026``."""
    day = edition_day(config)
    if day is None:
        return str(config["iomdocs_edition"] or "")
    return format_date(day, "long", locale=locale_of(str(config["language"])))


def book_slug(config: Config) -> str:
    """Name of the PDF and ePub files without ending; from the project's name if none is set."""
    name = str(config["iomdocs_slug"] or config["project"])
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", plain.lower()).strip("-") or "book"


def licence_url(licence: str) -> str:
    """The address of a Creative Commons licence that the words name exactly, or nothing."""
    if match := _CREATIVE_COMMONS.fullmatch(licence.strip()):
        return f"https://creativecommons.org/licenses/{match[1].lower()}/{match[2]}/"
    if _CC0.fullmatch(licence.strip()):
        return "https://creativecommons.org/publicdomain/zero/1.0/"
    return ""
