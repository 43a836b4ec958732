"""What is served: the published files, and before them pages that are newer."""

from __future__ import annotations

import hashlib
import time
from collections.abc import Mapping
from pathlib import Path
from threading import Lock
from urllib.parse import unquote

_EXCHANGE = 2.0
"""Seconds at most in which a build puts a new folder into the place of the old one."""

_STEP = 0.02


class Website:
    """The files below ``folder`` by their address, and those that stand before them.

    Nothing outside of the folder is ever given, whatever an address says.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder.resolve()
        self._newer: dict[str, bytes] = {}
        self._lock = Lock()

    def read(self, address: str) -> bytes | None:
        """The file at an address such as ``/html/index.html``; ``None`` if there is none.

        :param address: the path of the address, as the browser has sent it.
        """
        parts = _parts(address)
        return None if parts is None else self._file(parts)

    def file(self, name: str) -> bytes | None:
        """The file with a name such as ``html/index.html``; ``None`` if there is none."""
        return self._file(name.split("/"))

    def is_folder(self, address: str) -> bool:
        """Whether an address is that of a folder, whose page has a longer one."""
        parts = _parts(address)
        place = self._place(parts) if parts is not None else None
        return place is not None and place.is_dir()

    def digest(self, address: str) -> str:
        """A digest of the file at an address; empty if there is none."""
        content = self.read(address)
        return "" if content is None else digest(content)

    def put(self, files: Mapping[str, bytes]) -> list[str]:
        """Let files stand before the published ones; returns the names of those that differ."""
        changed = [name for name, content in files.items() if self.file(name) != content]
        with self._lock:
            self._newer.update({name: files[name] for name in changed})
        return changed

    def clear(self) -> None:
        """Let nothing stand before the published files: a build has made them anew."""
        with self._lock:
            self._newer.clear()

    def _file(self, parts: list[str]) -> bytes | None:
        with self._lock:
            newer = self._newer.get("/".join(parts))
        return newer if newer is not None else self._published(parts)

    def _published(self, parts: list[str]) -> bytes | None:
        """The file in the folder, which is away for a moment while a build exchanges it."""
        end = time.monotonic() + _EXCHANGE
        while not self._folder.is_dir() and time.monotonic() < end:
            time.sleep(_STEP)
        place = self._place(parts)
        try:
            return place.read_bytes() if place and place.is_file() else None
        except OSError:
            return None

    def _place(self, parts: list[str]) -> Path | None:
        place = self._folder.joinpath(*parts).resolve()
        return place if place.is_relative_to(self._folder) else None


def digest(content: bytes) -> str:
    """A digest of a file, as it stands in addresses and headers."""
    return hashlib.blake2b(content, digest_size=12).hexdigest()


def _parts(address: str) -> list[str] | None:
    """The parts of an address; ``None`` if they lead upwards or are no names of files.

    The address of a folder is that of the page in it.
    """
    parts = unquote(address).split("/")
    names = [part for part in parts if part]
    if any(part in {".", ".."} or not part.isprintable() for part in names):
        return None
    return [*names, "index.html"] if not parts[-1] and names else names
