"""The folder beside the output in which a book is made, for one build at a time.

It holds a lock, what the last good build has kept for the next (:mod:`iomdocs.publish.state`), and
work in progress, which nobody looks at before it is finished. So a build that is stopped at any
moment leaves all as it was, but for files that the next one deletes.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Self

from filelock import FileLock, Timeout

from iomdocs.diagnostics import Problem, on_one_line

_LOCK = "lock"
_NEW = "new-"
_OLD = "old"
_STATE = "state"
RECORD = "state.json"
"""The file that tells of what the last good build has kept."""


def folder_of(out: Path) -> Path:
    """The folder in which what is published to ``out`` is made."""
    return out.parent / f".{out.name}-cache"


def record_of(out: Path) -> Path:
    """The file that tells of what the last good build to ``out`` has kept; it need not be there."""
    return folder_of(out.resolve()) / _STATE / RECORD


class Workplace(AbstractContextManager["Workplace"]):
    """The place of one build, held until the block ends.

    :param out: the folder with what is published.
    :raises Problem: another build has it (B006), nothing can be written there, or somebody has put
        it under version control (B007): what it holds is run when it is read.
    """

    def __init__(self, out: Path) -> None:
        self.out = out
        self.folder = folder_of(out.resolve())
        self._old = self.folder / _OLD
        self._lock = FileLock(self.folder / _LOCK, thread_local=False)

    def __enter__(self) -> Self:
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            _refuse_tracked(self.folder)
            self._lock.acquire(blocking=False)
            self._put_back()
            self.new = Path(tempfile.mkdtemp(prefix=_NEW, dir=self.folder)).resolve()
        except Timeout:
            hint = "wait until it has ended, or name another folder with --out"
            raise Problem("B006", f"another build of {self.out} is under way", hint) from None
        except OSError as error:
            self._lock.release()
            raise cannot_write(self.folder, error) from None
        return self

    def __exit__(self, *_: object) -> None:
        shutil.rmtree(self.new, ignore_errors=True)
        self._lock.release()

    @property
    def state(self) -> Path:
        """The folder with what the last good build has kept."""
        return self.folder / _STATE

    @property
    def made(self) -> Path:
        """The folder with drawings and PDFs by what they were made from."""
        return self.folder / "made"

    def publish(self, finished: Path) -> None:
        """Put ``finished`` where the output is, with the old one aside until the new one stands."""
        self._exchange(self.out, finished)

    def keep(self, state: Path) -> None:
        """Put ``state`` in the place of what an earlier build has kept."""
        shutil.rmtree(self.state, ignore_errors=True)
        state.replace(self.state)

    def _exchange(self, place: Path, new: Path) -> None:
        if not place.exists():
            new.replace(place)
            return
        place.replace(self._old)
        try:
            new.replace(place)
        finally:
            if not place.exists():
                self._old.replace(place)
        shutil.rmtree(self._old, ignore_errors=True)

    def _put_back(self) -> None:
        """Mend what a build has left that was stopped.

        The old result has gone aside and the new one has not come in where the output is missing,
        or is an empty folder that somebody has made since.
        """
        if self._old.exists() and not (self.out.exists() and any(self.out.iterdir())):
            if self.out.exists():
                self.out.rmdir()
            self._old.replace(self.out)
        for left in (self._old, *self.folder.glob(f"{_NEW}*")):
            shutil.rmtree(left, ignore_errors=True)


def _refuse_tracked(folder: Path) -> None:
    """What a build has kept is of this computer, never from a repository.

    :raises Problem: git knows a file in the folder (B007).
    """
    command = ["git", "-C", str(folder), "ls-files", "-z", "--", "."]
    try:
        run = subprocess.run(command, capture_output=True, check=False)
    except OSError:
        return  # without git nothing has come from a repository
    if run.stdout:
        name = os.fsdecode(run.stdout.split(b"\0")[0])
        message = f"{folder} is under version control, for one its file '{on_one_line(name)}'"
        hint = "what is kept for the next build can run programs: take it out of the repository"
        raise Problem("B007", message, hint)


def cannot_write(folder: Path, error: OSError) -> Problem:
    """The problem that a folder takes no files (B007), with the words of the system for it."""
    hint = "make room, allow writing there, or name another folder with --out"
    return Problem("B007", f"{folder} cannot be written: {error.strerror}", hint)
