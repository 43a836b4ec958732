"""What a book is made from, as digests of content: what has not changed need not be made again.

Times of files say nothing: a fresh checkout has new ones, and two edits can have the same.
"""

from __future__ import annotations

import hashlib
import os
import platform
import re
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import iomdocs
from iomdocs.lint.engine import source_files

_VARIABLES = ("SOURCE_DATE_EPOCH", "TZ", "LANG", "LC_ALL", "LC_TIME", "LANGUAGE")
"""Variables of the process that Sphinx looks at."""

_NAME_OF_VARIABLE = re.compile(rb"\b[A-Z][A-Z0-9_]{2,}\b")

_DAY_IN_SETTINGS = re.compile(rb"last_updated_fmt|today|%Y")
_DAY_IN_PAGES = re.compile(rb"\|today\||\{sub-ref\}`today`")
"""Where a book asks Sphinx for the day on which it is made."""

_PAGES = (".md", ".rst")
"""Endings of pages."""

_MADE_ONCE = (".py", ".bib", ".po", ".mo", ".toml")
"""Endings of sources that decide how all pages are read."""


@dataclass(frozen=True, slots=True)
class Inputs:
    """The digest of the program with its settings, and that of each file by its path."""

    program: str
    files: Mapping[str, str]

    def changed(self, other: Inputs) -> set[str]:
        """The files that are other ones there, or only here or there."""
        both = self.files.keys() | other.files.keys()
        return {path for path in both if self.files.get(path) != other.files.get(path)}

    def come_and_gone(self, other: Inputs) -> set[str]:
        """The files that are only here or only there."""
        return set(self.files.keys() ^ other.files.keys())


def inputs(
    source: Path,
    out: Path,
    folders: Iterable[Path],
    more: Iterable[Path],
    settings: Mapping[str, Any],
) -> Inputs:
    """What the book in ``source`` is made from.

    :param out: the folder of finished files, which is left out.
    :param folders: the folders with records, apart from ``source``.
    :param more: single files that pages depend on.
    :param settings: what the command sets in the place of ``conf.py``.
    """
    records = [folder.resolve() for folder in folders]
    found = {
        path.resolve()
        for folder in (source, *records)
        for path in source_files(folder, out.resolve())
    }
    found |= {path.resolve() for path in more if path.is_file()}
    contents = {path: path.read_bytes() for path in sorted(found)}
    today = date.today().isoformat() if _tells_today(contents) else ""  # noqa: DTZ011  as Sphinx
    files = {path.as_posix(): _digest(content) for path, content in contents.items()}
    return Inputs(_program(source, records, {**settings, "today": today}), files)


def decides_all(path: str, records: Sequence[Path]) -> bool:
    """Whether the whole book must be read again if this file changes; records do not decide so."""
    file = Path(path)
    return file.suffix in _MADE_ONCE and file not in records


def can_be_asked_for(path: str, records: Sequence[Path]) -> bool:
    """Whether pages may look whether this file is there, by name or by a pattern of pictures.

    Of pages and records Sphinx and the facts know themselves which are new and which are gone.
    """
    file = Path(path)
    return file.suffix not in _PAGES and file not in records


def _program(source: Path, records: Sequence[Path], settings: Mapping[str, Any]) -> str:
    """A digest of all that makes the book and is no part of it."""
    package = Path(iomdocs.__file__).parent
    code = [path for path in _code(package) if path.parent not in records]
    parts = [
        str(source.resolve()),
        sys.version,
        platform.platform(),
        *(f"{name}={value}" for name, value in sorted(settings.items())),
        *(f"{name}={os.environ.get(name)}" for name in _variables(source)),
        *sorted(_distributions()),
        *(f"{path.relative_to(package)} {_digest(path.read_bytes())}" for path in code),
    ]
    return _digest("\0".join(parts).encode())


def _code(package: Path) -> Iterator[Path]:
    """The files of the program, in one order; hidden ones and those that Python makes left out."""
    for folder, folders, names in os.walk(package):
        folders[:] = sorted(set(folders) - {"__pycache__"})
        yield from (Path(folder, name) for name in sorted(names) if not name.startswith("."))


def _variables(source: Path) -> Sequence[str]:
    """The variables of the process that can decide: those that ``conf.py`` names, and a few."""
    words = _NAME_OF_VARIABLE.findall((source / "conf.py").read_bytes())
    return sorted({*_VARIABLES, *(word.decode() for word in words)})


def _tells_today(contents: Mapping[Path, bytes]) -> bool:
    """Whether the book may show the day on which it is made."""
    return any(
        (_DAY_IN_SETTINGS if path.name == "conf.py" else _DAY_IN_PAGES).search(content)
        for path, content in contents.items()
    )


def _distributions() -> set[str]:
    """The packages that Python finds, with their versions."""
    places = {Path(place) for place in sys.path if Path(place).is_dir()}
    return {entry.name for place in places for entry in place.glob("*.dist-info")}


def _digest(content: bytes) -> str:
    return hashlib.blake2b(content, digest_size=16).hexdigest()
