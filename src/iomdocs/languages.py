"""Language codes of a book, and what Babel and the web make of them."""

from __future__ import annotations

from babel.core import Locale, UnknownLocaleError

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


def is_right_to_left(language: str) -> bool:
    """Whether the language is written from right to left (Unicode CLDR)."""
    return locale_of(language).character_order == "right-to-left"
