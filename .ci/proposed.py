"""Lay what a pull request changes over the main branch, as far as it is no code.

``python -I .ci/proposed.py COMMIT``, in a checkout of the main branch in which ``COMMIT`` is known,
and by the Python in which its program is installed.
Pages, pictures, tables, the bibliography and the record modules are data: the program of the main
branch reads them and runs nothing of them. All other changes are code. They are named and left out,
and ``code=true`` goes to the file that GITHUB_OUTPUT names.
"""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from typing import NamedTuple

from iomdocs.safety.files import CONTENT

_RECORDS = PurePosixPath("src/iomdocs/iom")
"""The folder of record modules, which are read and never run, and of their tables."""

_PLAIN_FILE = "100644"
_NOTHING = "000000"
"""Modes of git; any other is that of a link, a program or another repository."""


class Change(NamedTuple):
    """A file that another commit has differently."""

    path: PurePosixPath
    mode: str
    """The mode that it has there."""
    content: str
    """The name by which git knows its content there."""

    @property
    def is_gone(self) -> bool:
        """Whether the other commit has no such file."""
        return self.mode == _NOTHING

    @property
    def is_code(self) -> bool:
        """Whether the file could be run, or could decide what is run."""
        if self.mode not in {_PLAIN_FILE, _NOTHING}:
            return True
        folder, name = self.path.parent, self.path.name
        if folder == _RECORDS:
            return self.path.suffix not in {".py", ".csv"} or name == "__init__.py"
        if self.path.parts[0] == "docs":
            is_list = self.path == PurePosixPath("docs/addresses.txt")
            return self.path.suffix not in CONTENT and not is_list
        return bool(folder.parts) or self.path.suffix != ".md"


def changes(commit: str) -> Iterator[Change]:
    """What ``commit`` has differently from what is checked out, files that are gone first."""
    told = _git(
        "diff", "--raw", "-z", "--no-renames", "--no-ext-diff", "--abbrev=40", "HEAD", commit
    )
    fields = os.fsdecode(told).split("\0")[:-1]
    found = []
    for about, path in zip(fields[::2], fields[1::2], strict=True):
        _, mode, _, content, _ = about.split(" ")
        found.append(Change(PurePosixPath(path), mode, content))
    yield from sorted(found, key=lambda change: (not change.is_gone, change.path))


def lay(change: Change) -> None:
    """Give a file the content that it has in the other commit, or take it away."""
    place = Path(change.path)
    if change.is_gone:
        place.unlink()
        return
    place.parent.mkdir(parents=True, exist_ok=True)
    place.write_bytes(_git("cat-file", "blob", change.content))


def _git(*arguments: str) -> bytes:
    return subprocess.run(["git", *arguments], stdout=subprocess.PIPE, check=True).stdout


def _annotation(change: Change) -> str:
    """A line that GitHub shows beside the file; no name of a file can be read as a command."""
    path = str(change.path)
    for sign in "%\r\n:,":
        path = path.replace(sign, f"%{ord(sign):02X}")
    return f"::notice file={path}::This is code: a maintainer reads it before it is run."


def main(commit: str) -> None:
    """Lay a commit over what is checked out."""
    code = False
    for change in changes(commit):
        if change.is_code:
            code = True
            print(_annotation(change))
        else:
            lay(change)
    if output := os.environ.get("GITHUB_OUTPUT"):
        with Path(output).open("a", encoding="utf-8") as file:
            file.write(f"code={str(code).lower()}\n")


if __name__ == "__main__":
    main(sys.argv[1])
