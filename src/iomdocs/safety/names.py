"""Names of files, which become addresses, and lines in lists and reports."""

from __future__ import annotations

import re
import unicodedata
from pathlib import PurePosixPath

from iomdocs.diagnostics import Problem

LONGEST = 200
"""The most bytes of a name: what is made of it has a longer ending, and may have 255."""

_SIGNS = re.compile(r"""[<>"`|*?:{}%#\\]|^[-~]|[ .]$""")
"""Signs that mean something in addresses, patterns, templates or commands."""

_UNSEEN = frozenset(("Cc", "Cf", "Cs", "Cn", "Co", "Zl", "Zp"))

_OF_THE_WEBSITE = frozenset(("_static", "_images", "_downloads", "_sources", "_modules"))
"""Folders of the website whose files come from elsewhere."""

_FILE = re.compile(r"\.[A-Za-z][A-Za-z0-9]{1,7}")

_HINT = "name it with letters, digits, '-', '_' and '.'"


def problem(path: PurePosixPath) -> Problem | None:
    """What is wrong with the name of a file, or with that of a folder in which it is.

    :param path: the path from the folder of the book on.
    """
    for name in path.parts:
        shown = name[:60]
        if len(name.encode("utf-8", "surrogateescape")) > LONGEST:
            return Problem("X017", f"the name '{shown}' has more than {LONGEST} bytes", _HINT)
        unseen = (sign for sign in name if unicodedata.category(sign) in _UNSEEN)
        found = _SIGNS.search(name)
        if sign := next(unseen, found[0] if found else ""):
            seen = sign if sign.isprintable() else f"U+{ord(sign):04X}"
            return Problem("X017", f"the name of a file may not hold '{seen}' there", _HINT)
    return _page_problem(path) if path.suffix == ".md" else None


def _page_problem(path: PurePosixPath) -> Problem | None:
    """A page becomes a folder or file of the website, and may not take the place of another."""
    folders = path.parts[:-1]
    if folders and folders[0] in _OF_THE_WEBSITE:
        message = f"the folder '{folders[0]}' is for other files than pages"
        return Problem("X017", message, "put the page into another folder")
    wrong = next((name for name in folders if _FILE.fullmatch(PurePosixPath(name).suffix)), None)
    if wrong is None:
        return None
    message = f"the folder '{wrong[:60]}' has the name of a file"
    return Problem("X017", message, "name the folder without an ending")
