"""Files and links of a book, as the file system has them."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from pathlib import Path

from iomdocs.diagnostics import Problem
from iomdocs.safety import limits, pixels, svg
from iomdocs.safety.addresses import PICTURES

CONTENT = frozenset((".md", ".bib", ".csv", *PICTURES))
"""Endings of what pages are made from. Style sheets, scripts and templates are code."""

MOST = 20_000
"""The most files of a book."""

_HEADS: dict[str, tuple[bytes, ...]] = {
    ".png": (b"\x89PNG\r\n\x1a\n",),
    ".jpg": (b"\xff\xd8\xff",),
    ".jpeg": (b"\xff\xd8\xff",),
    ".gif": (b"GIF87a", b"GIF89a"),
    ".webp": (b"RIFF",),
}
"""How a picture begins, by its ending."""


_PROGRAMS = frozenset(
    (".svgz", ".html", ".htm", ".xhtml", ".xht", ".shtml", ".mht", ".mhtml", ".swf", ".hta")
)
"""Endings of files in which a browser runs what it finds."""

LOOKED_AT = frozenset((".svg", *_HEADS, *_PROGRAMS))
"""Endings of the files whose content, or being there, is looked at."""


def walk(folder: Path) -> Iterator[tuple[Path, os.stat_result]]:
    """Everything below a folder in order, also what is hidden; no link is followed."""
    for path in sorted(folder.iterdir()):
        if path.name in {".git", "__pycache__"}:
            continue
        found = path.lstat()
        if stat.S_ISDIR(found.st_mode):
            yield from walk(path)
        else:
            yield path, found


def problem(path: Path, found: os.stat_result) -> Problem | None:
    """What is wrong with a file as such, before it is opened."""
    if stat.S_ISLNK(found.st_mode):
        hint = "put the file itself here"
        return Problem("X013", f"the file is a link to '{str(path.readlink())[:80]}'", hint)
    if not stat.S_ISREG(found.st_mode):
        return Problem("X013", "this is no file but something that a program has made", "delete it")
    return limits.size_problem(path.suffix.lower(), found.st_size)


def picture_problem(path: Path, data: bytes) -> tuple[int, Problem] | None:
    """What is wrong with the content of a picture, with the line."""
    suffix = path.suffix.lower()
    if suffix == ".svg":
        return svg.problem(data)
    heads = _HEADS.get(suffix, ())
    if heads and not data.startswith(heads):
        message = f"the file is no picture of the kind '{suffix}'"
        return 0, Problem("X017", message, "save the picture anew")
    if wrong := pixels.problem(suffix, data):
        return 0, wrong
    if suffix in _PROGRAMS:
        hint = "save pictures as SVG, PNG, JPEG or WebP, and text as a page"
        return 0, Problem("X017", f"a file of the kind '{suffix}' can run programs", hint)
    return None
