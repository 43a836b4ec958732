"""Style sheets: what they load, and the same without what is not there."""

from __future__ import annotations

import re
from collections.abc import Collection

_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_URL = re.compile(r"""url\(\s*(?:"([^"]*)"|'([^']*)'|([^"')]*))\s*\)|@import\s+["']([^"']+)["']""")


def loaded(text: str) -> list[str]:
    """The addresses that a style sheet loads, in order."""
    found = (next(filter(None, match.groups()), "") for match in _URL.finditer(_plain(text)))
    return [address.strip() for address in found if not address.startswith("data:")]


def without(text: str, lacking: Collection[str]) -> str:
    """The style sheet without the rules that load one of the addresses that are ``lacking``."""
    if not lacking:
        return text
    plain = _plain(text)
    for address in lacking:
        name = re.escape(address)
        plain = re.sub(rf"@import[^;]*{name}[^;]*;", "", plain)
        plain = re.sub(rf"@font-face\s*\{{[^}}]*{name}[^}}]*\}}", "", plain)
        plain = re.sub(rf"[^;{{}}]*{name}[^;{{}}]*;?", "", plain)
    return plain


def _plain(text: str) -> str:
    return _COMMENT.sub("", text)
