"""What every format says about the book as a whole: its edition, its licence, its file names."""

from __future__ import annotations

import re
import unicodedata
from datetime import date

from babel.dates import format_date
from sphinx.config import Config

from iomdocs.languages import locale_of

_CREATIVE_COMMONS = re.compile(
    r"CC[ -](BY(?:-(?:SA|NC|ND|NC-SA|NC-ND))?)[ -](\d\.\d)", re.IGNORECASE
)
_CC0 = re.compile(r"CC0(?:[ -](1\.0))?", re.IGNORECASE)


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
