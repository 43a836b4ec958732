"""Letters that readers type as others: one table for the search and for the filter of tables."""

from __future__ import annotations

from collections.abc import Mapping

LETTERS: Mapping[str, str] = {
    "ß": "ss",
    "æ": "ae",
    "ð": "d",
    "ø": "o",
    "þ": "th",
    "đ": "d",
    "ħ": "h",
    "ı": "i",
    "ł": "l",
    "ŋ": "n",
    "œ": "oe",
    "ŧ": "t",
    "ə": "a",
    "ʻ": "",
    "ʼ": "",
    "ʾ": "",
    "ʿ": "",
}
"""Lower-case letters that Unicode does not decompose (UAX 15), with what is typed for them."""
