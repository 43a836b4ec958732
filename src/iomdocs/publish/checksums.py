"""Checksums of published files."""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Iterator
from pathlib import Path
from typing import NamedTuple

from iomdocs.formats.files import CHECKSUMS


class Sum(NamedTuple):
    """A file by its path in a folder, its size in bytes, and its SHA-256 in hexadecimal digits."""

    path: str
    size: int
    sha256: str


def of(folder: Path, without: Collection[str] = ()) -> list[Sum]:
    """The checksums of all files in and below a folder, in the order of their paths.

    :param without: the paths of those that are left out.
    """
    return [Sum(name, path.stat().st_size, _sha256(path)) for name, path in _files(folder, without)]


def write(folder: Path, sums: Collection[Sum]) -> None:
    """Write checksums of files in a folder beside them.

    Each line is what ``sha256sum`` prints, so that ``sha256sum -c SHA256SUMS`` in the folder
    checks all of them.
    """
    lines = "".join(f"{each.sha256}  {each.path}\n" for each in sums)
    (folder / CHECKSUMS).write_text(lines, "utf-8", newline="\n")


def _files(folder: Path, without: Collection[str]) -> Iterator[tuple[str, Path]]:
    files = {path.relative_to(folder).as_posix(): path for path in folder.rglob("*")}
    for name, path in sorted(files.items()):
        if path.is_file() and name not in without:
            yield name, path


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
