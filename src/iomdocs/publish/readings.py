"""What was read of finished files, kept from one build to the next."""

from __future__ import annotations

import shutil
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from iomdocs.verify.editions import Unreadable
from iomdocs.verify.readings import Readings, load, store

FOLDER = "readings"
"""The folder in a state that has them, a file for each format."""


@dataclass(frozen=True, slots=True)
class KeptReadings:
    """The readings of an earlier build and of this one.

    Attributes:
        before: the folder of the earlier ones; there may be nothing.
        after: the folder for those of this build.
        program: a digest of the program, with which they are good.
    """

    before: Path
    after: Path
    program: str

    def read(self, name: str, path: Path) -> None:
        """Read a format that is finished, and keep what was read; the check tells what is wrong."""
        from iomdocs.verify.verification import read

        readings = self.earlier(name)
        with suppress(Unreadable):
            read(name, path, readings)
        self.keep(name, readings)

    def earlier(self, name: str) -> Readings:
        """What the earlier build has read of a format."""
        return load(self._file(self.before, name), self.program)

    def known(self, name: str) -> Readings:
        """What this build has read of a format, or else the earlier one."""
        folder = self.after if self._file(self.after, name).is_file() else self.before
        return load(self._file(folder, name), self.program)

    def keep(self, name: str, readings: Readings) -> None:
        """Keep what was read of a format."""
        store(self._file(self.after, name), self.program, readings)

    def carry(self) -> None:
        """Keep what the earlier build has read of formats that need not be read."""
        for path in self.before.glob("*.json"):
            if not (self.after / path.name).is_file():
                self.after.mkdir(parents=True, exist_ok=True)
                shutil.copyfile(path, self.after / path.name)

    def _file(self, folder: Path, name: str) -> Path:
        return folder / f"{name}.json"
