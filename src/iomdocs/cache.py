"""Results that took time to make, kept in files from one build to the next.

A cache may be deleted at any time, and what it gives is what was put in or nothing: each file
begins with a digest of what it is and holds, so that one that was cut or changed is noticed.
"""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from tempfile import NamedTemporaryFile

FOLDER = "iomdocs-cache"
"""The folder of all caches of a book, in that of its doctrees where no setting says otherwise."""

_DIGEST_SIZE = sha256().digest_size
_WRITING = ".writing-"
"""Begins the name of a file that is being written, or was when its program was ended."""
_PARTS_UNSEEN = 20
"""The part of the limit that may be written before the folder is looked at again."""


def cache_folder(setting: str, conf: Path, doctrees: Path) -> Path:
    """Where the caches of a book are.

    :param setting: the folder that the book asks for, from that of its ``conf.py``; or nothing.
    """
    return conf / setting if setting else doctrees / FOLDER


class Cache:
    """Contents by their keys in a folder that holds at most ``limit`` bytes.

    What was neither put nor asked for longest goes first. Several processes may use a folder at
    once; then it may exceed the limit for a while, by a twentieth for each. Where nothing can be
    written, nothing is kept: a cache never ends a build.

    :param folder: made with the first content; nothing else may be kept in it.
    """

    def __init__(self, folder: Path, limit: int) -> None:
        self._folder = folder
        self._limit = limit
        self._unseen = limit

    def get(self, key: str) -> bytes | None:
        """The content that was put under a key; a damaged one is deleted and counts as absent."""
        path = self._path(key)
        try:
            kept = path.read_bytes()
        except OSError:
            return None
        content = kept[_DIGEST_SIZE:]
        if kept[:_DIGEST_SIZE] != _digest(key, content):
            _delete(path)
            return None
        _touch(path)
        return content

    def put(self, key: str, content: bytes) -> None:
        """Keep a content under a key, in place of any other; not one that exceeds the limit."""
        size = _DIGEST_SIZE + len(content)
        if size > self._limit:
            return
        with suppress(OSError):
            self._folder.mkdir(parents=True, exist_ok=True)
            self._write(self._path(key), _digest(key, content), content)
            self._unseen += size
            if self._unseen > self._limit // _PARTS_UNSEEN:
                self._make_room()

    def _path(self, key: str) -> Path:
        return self._folder / sha256(key.encode("utf-8", "surrogatepass")).hexdigest()

    def _write(self, path: Path, *parts: bytes) -> None:
        """Write a file that others see whole or not at all."""
        with NamedTemporaryFile(dir=self._folder, prefix=_WRITING, delete=False) as file:
            written = Path(file.name)
            try:
                file.writelines(parts)
                file.close()
                _touch(written)
                written.replace(path)
            except BaseException:
                file.close()
                _delete(written)
                raise

    def _make_room(self) -> None:
        """Delete the least recently used files, until as much can be written as is not seen."""
        self._unseen = 0
        files = sorted(self._files())
        total = sum(size for _used, _name, size in files)
        for _used, name, size in files[:-1]:
            if total <= self._limit - self._limit // _PARTS_UNSEEN:
                return
            _delete(self._folder / name)
            total -= size

    def _files(self) -> Iterator[tuple[int, str, int]]:
        """When each file was used last, its name and its size in bytes."""
        with os.scandir(self._folder) as entries:
            for entry in entries:
                with suppress(OSError):  # another process may have deleted it
                    state = entry.stat(follow_symlinks=False)
                    yield state.st_mtime_ns, entry.name, state.st_size


def _digest(key: str, content: bytes) -> bytes:
    """The digest of a content under its key, so that no file can stand in for another."""
    digest = sha256(sha256(key.encode("utf-8", "surrogatepass")).digest())
    digest.update(content)
    return digest.digest()


def _touch(path: Path) -> None:
    """Note that a file is used now, to the nanosecond."""
    now = time.time_ns()
    with suppress(OSError):
        os.utime(path, ns=(now, now))


def _delete(path: Path) -> None:
    with suppress(OSError):
        path.unlink()
