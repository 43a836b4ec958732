"""Addresses that a page may lead to, and paths that stay within the book.

What a browser makes of an address decides, not how it is written: entities and percent signs are
read, blanks and controls left out and backslashes turned round before its scheme is looked at, as
https://url.spec.whatwg.org/ has it.
"""

from __future__ import annotations

import html
import re
from pathlib import PurePosixPath
from urllib.parse import unquote

from iomdocs.diagnostics import Problem

SCHEMES = frozenset(("https", "http", "mailto"))
"""The schemes of addresses that lead out of the book."""

OWN_SCHEMES = frozenset(("project", "path", "inv"))
"""The schemes of MyST, which name pages and files of the book, or another book of conf.py."""

FILES = frozenset(
    (
        *(".md", ".txt", ".csv", ".json", ".bib", ".pdf", ".epub", ".zip", ".ods", ".xlsx"),
        *(".gif", ".jpeg", ".jpg", ".png", ".svg", ".webp"),
    )
)
"""Endings of the files that a page may offer; a browser runs nothing in one of them."""

PICTURES = frozenset((".gif", ".jpeg", ".jpg", ".png", ".svg", ".webp"))
"""Endings of the files that a page may show."""

_SCHEME = re.compile(r"([a-zA-Z][a-zA-Z0-9+.-]*):")
_IGNORED = re.compile(r"[\x00-\x20\x7f-\xa0\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]")
_NO_PATH = re.compile(r"[\x00-\x1f\x7f\\<>|]")
_FILE = re.compile(r"\.[A-Za-z][A-Za-z0-9]{1,5}$")
_LONGEST = 2_000

_SCHEME_HINT = "link to https://, http:// or mailto:, or to a file of the book"
_PATH_HINT = "name a file in the folder of the book, as seen from this page"


def address_problem(written: str, *, own: bool = True) -> Problem | None:
    """What is wrong with the address of a link.

    :param own: whether it may have a scheme of MyST, which only a link in Markdown has.
    """
    if len(written) > _LONGEST:
        return Problem("X006", f"the address has more than {_LONGEST:,} characters", _SCHEME_HINT)
    allowed = SCHEMES | OWN_SCHEMES if own else SCHEMES
    wrong = (_scheme_problem(meant, allowed) for meant in sorted(_meanings(written)))
    message = next(filter(None, wrong), None)
    shown = f"the address '{written[:60]}' {message}"
    return Problem("X006", shown, _SCHEME_HINT) if message else None


def _scheme_problem(meant: str, allowed: frozenset[str]) -> str:
    match = _SCHEME.match(meant)
    scheme = match[1].lower() if match else ""
    if scheme and scheme not in allowed:
        return f"has the scheme '{scheme[:20]}:', which a link may not have"
    if meant.startswith("//") or (not scheme and ":" in re.split(r"[/#?]", meant, maxsplit=1)[0]):
        return "has no clear scheme"
    if match and scheme in {"http", "https"} and not _is_host(meant[match.end() :]):
        return "names no host"
    return ""


def is_remote(written: str) -> bool:
    """Whether an address leads out of the book, or has any scheme at all."""
    return any(_SCHEME.match(meant) or meant.startswith("//") for meant in _meanings(written))


def _is_host(rest: str) -> bool:
    """Whether ``//host/path`` names a host, without a name and password before it."""
    host = re.split(r"[/?#]", rest[2:], maxsplit=1)[0]
    return rest.startswith("//") and bool(host) and "@" not in host


def _meanings(written: str) -> set[str]:
    """The address as it may be understood, once it has gone through the programs on its way."""
    found = {written}
    for _ in range(3):
        found |= {unquote(each) for each in found} | {html.unescape(each) for each in found}
    return {_IGNORED.sub("", each).replace("\\", "/") for each in found}


def path_problem(
    written: str, folder: PurePosixPath, allowed: frozenset[str] = FILES
) -> Problem | None:
    """What is wrong with the path of a file that a page shows, offers or includes.

    :param folder: where the page lies, below the folder of the book; ``/`` begins there, too.
    :param allowed: the endings that the file may have.
    """
    if problem := place_problem(written, folder):
        return problem
    if PurePosixPath(unquote(written)).suffix.lower() in allowed:
        return None
    hint = f"it may be {', '.join(sorted(allowed))}"
    return Problem("X005", f"'{written[:80]}' is no file that a page may use here", hint)


def place_problem(written: str, folder: PurePosixPath) -> Problem | None:
    """Whether a path leads out of the book, or to a hidden file, in any way of reading it."""
    shown = written[:80]
    for meant in {written, unquote(written), unquote(unquote(written)), html.unescape(written)}:
        if _NO_PATH.search(meant) or _SCHEME.match(meant) or meant.startswith(("//", "~")):
            return Problem("X005", f"'{shown}' is no path of a file of the book", _PATH_HINT)
        parts = _parts(meant, folder)
        if parts is None:
            return Problem("X005", f"'{shown}' leads out of the book", _PATH_HINT)
        if any(part.startswith(".") for part in parts):
            return Problem("X005", f"'{shown}' is a hidden file", _PATH_HINT)
    return None


def _parts(path: str, folder: PurePosixPath) -> list[str] | None:
    """The parts of a path from the folder of the book on; ``None`` if it leads out of it."""
    parts = [] if path.startswith("/") else [part for part in folder.parts if part != "."]
    for part in path.split("/"):
        if part == "..":
            if not parts:
                return None
            parts.pop()
        elif part not in {"", "."}:
            parts.append(part)
    return parts


def link_problem(target: str, folder: PurePosixPath) -> Problem | None:
    """What is wrong with the target of a link in Markdown: an address, a page, a file, a label."""
    if problem := address_problem(target):
        return problem
    scheme = _SCHEME.match(target)
    kind = scheme[1].lower() if scheme else ""
    if kind not in {"", "path", "project"}:
        return None
    path = target[scheme.end() :] if scheme else target
    path = path.partition("#")[0].partition("?")[0]
    if not path:
        return None
    is_file = kind == "path" or _FILE.search(unquote(path))
    return path_problem(path, folder) if is_file else place_problem(path, folder)


def picture_problem(target: str, folder: PurePosixPath) -> Problem | None:
    """What is wrong with the address of a picture."""
    if is_remote(target):
        hint = "put the picture into the folder of the page and name the file"
        return Problem("X007", f"the picture '{target[:60]}' is not in the book", hint)
    return path_problem(target, folder, PICTURES | {".*"})
