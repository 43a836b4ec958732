"""Licences that a book can name, and their addresses."""

from __future__ import annotations

import re

_CREATIVE_COMMONS = re.compile(
    r"CC[ -](BY(?:-(?:SA|NC|ND|NC-SA|NC-ND))?)[ -](\d\.\d)", re.IGNORECASE
)
_CC0 = re.compile(r"CC0(?:[ -](1\.0))?", re.IGNORECASE)


def licence_url(licence: str) -> str:
    """The address of a Creative Commons licence that the words name exactly, or nothing."""
    if match := _CREATIVE_COMMONS.fullmatch(licence.strip()):
        return f"https://creativecommons.org/licenses/{match[1].lower()}/{match[2]}/"
    if _CC0.fullmatch(licence.strip()):
        return "https://creativecommons.org/publicdomain/zero/1.0/"
    return ""
