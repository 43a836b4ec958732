"""Language codes of a book, and what Babel and the web make of them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeVar

from babel.core import Locale, UnknownLocaleError

_Said = TypeVar("_Said")

_INTERNATIONAL_ENGLISH = Locale("en", "001")
"""English as the Unicode CLDR has it for the world: 24 November 2026, percent as per cent."""


def locale_of(language: str) -> Locale:
    """Babel's locale for a language code of Sphinx; international English for ``en``.

    A code that Babel does not know is treated as English.
    """
    if language in {"en", ""}:
        return _INTERNATIONAL_ENGLISH
    try:
        return Locale.parse(language.replace("-", "_"))
    except (UnknownLocaleError, ValueError):
        return _INTERNATIONAL_ENGLISH


def language_tag(language: str) -> str:
    """A language code of Sphinx as BCP 47 has it: ``zh_CN`` is ``zh-CN``."""
    return language.replace("_", "-") or "en"


def primary_language(language: str) -> str:
    """The first part of a language code in small letters: ``zh`` of ``zh_CN`` (RFC 5646, 2.2.1)."""
    return language_tag(language).partition("-")[0].lower()


def in_language(table: Mapping[str, _Said], language: str) -> _Said:
    """What a table by language has for a language code; what it has for English if nothing."""
    return table.get(primary_language(language), table["en"])


def is_right_to_left(language: str) -> bool:
    """Whether the language is written from right to left (Unicode CLDR)."""
    return locale_of(language).character_order == "right-to-left"
