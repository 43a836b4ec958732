"""The finished files of a build, by format, and what tells one build of them from another."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

RECEIPT = "receipt.json"
PAGE = "receipt.html"
"""What is said of a build after it was checked, for programs and for people."""

SUMS, MANIFEST = "SHA256SUMS", "manifest.json"
"""What lists all files of a build."""

_ABOUT_OTHERS = frozenset({SUMS, MANIFEST, RECEIPT, PAGE})
"""Files that tell of the others, and are told of by none."""
_COPIES = "_downloads"
"""The folder of a website with the other files once more."""


@dataclass(frozen=True, slots=True)
class Finished:
    """A folder with finished files.

    Attributes:
        files: by format, ``html`` a folder, ``pdf`` and ``epub`` a file; those that are there.
    """

    folder: Path
    files: Mapping[str, Path]

    @property
    def facts(self) -> Path:
        """The facts as data; the file need not be there."""
        return self.folder / "facts.json"

    def copies(self) -> Iterator[tuple[Path, Path]]:
        """Each file that the website offers, with the one that it should be a copy of."""
        if "html" in self.files:
            for name, file in self.files.items():
                copy = self.files["html"] / _COPIES / file.name
                if name != "html" and copy.parent.is_dir():
                    yield copy, file

    def digests(self) -> Mapping[str, str]:
        """SHA-256 of each format and of the facts.

        Of a format of many files it is that of the lines that ``sha256sum`` prints of them, sorted
        by path.
        """
        found = {name: _of_format(path) for name, path in sorted(self.files.items())}
        if self.facts.is_file():
            found["facts"] = digest_of(self.facts)
        return found


def finished(folder: Path) -> Finished:
    """What of the formats stands in a folder."""
    candidates = {
        "epub": next(iter(sorted(folder.glob("*.epub"))), None),
        "html": folder / "html" if (folder / "html").is_dir() else None,
        "pdf": next(iter(sorted(folder.glob("*.pdf"))), None),
    }
    return Finished(folder, {name: path for name, path in candidates.items() if path})


def _of_format(path: Path) -> str:
    if path.is_file():
        return digest_of(path)
    files = {file.relative_to(path).as_posix(): file for file in path.rglob("*")}
    lines = [
        f"{digest_of(file)}  {name}\n"
        for name, file in sorted(files.items())
        if file.name not in _ABOUT_OTHERS and not name.startswith(f"{_COPIES}/") and file.is_file()
    ]
    return hashlib.sha256("".join(lines).encode()).hexdigest()


def digest_of(path: Path) -> str:
    """The SHA-256 of a file in hexadecimal digits."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
