"""Checksums of published files."""

from __future__ import annotations

import hashlib
from pathlib import Path

from iomdocs.formats.files import CHECKSUMS


def write(folder: Path) -> None:
    """Write the checksums of all files in and below a folder."""
    (folder / CHECKSUMS).write_text(of(folder), "utf-8", newline="\n")


def of(folder: Path) -> str:
    """The checksums of all files in and below a folder, in the order of their paths.

    Each line is what ``sha256sum`` prints, so that ``sha256sum -c SHA256SUMS`` in the folder
    checks all of them. Files with a point before their name are notes of programs and left out.
    """
    files = {path.relative_to(folder).as_posix(): path for path in folder.rglob("*")}
    lines = [
        f"{_digest(path)}  {name}\n"
        for name, path in sorted(files.items())
        if path.is_file() and name != CHECKSUMS and not path.name.startswith(".")
    ]
    return "".join(lines)


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
