"""Which characters a text of a record can have."""

from __future__ import annotations

import re

from iomdocs.facts.phrases import SLOT

_NO_TEXT = re.compile(
    f"[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff{SLOT}\u202d\u202e]"
)
"""Halves of a pair of surrogates, and what is no character, have no place in a file or in XML 1.0
(2.2), of which an ePub is made; controls mean nothing to a reader in any format. One character of
private use the program keeps for itself. Two signs turn all that stands behind them round, so that
readers see something else than what is written (Unicode Annex 9, 2.2): no language needs them."""

HINT = "write the character that is meant, or leave it out"


def unusable(text: str) -> str:
    """What is wrong with a text: a character that no format can show; or nothing."""
    found = _NO_TEXT.search(text)
    return f"the text has U+{ord(found[0]):04X}, which is no character to read" if found else ""
