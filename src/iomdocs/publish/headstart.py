"""Processes for a build begun before its modules are loaded, where the book seems to have changed.

What decides is the content of files, which is looked at later. Their times only tell whether it is
likely that there is something to do.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from pathlib import Path

from iomdocs.publish import processes
from iomdocs.publish.workplace import record_of


def give(source: Path, out: Path) -> None:
    """Begin them if a file of the book is newer than what was last made of it, or nothing was."""
    record = record_of(out)
    try:
        made = record.stat().st_mtime_ns
        is_newer = any(time > made for time in _times([source, *_folders(record)]))
    except (OSError, ValueError, LookupError, TypeError):
        is_newer = True
    if is_newer:
        processes.begin()


def _folders(record: Path) -> Sequence[Path]:
    """Where the record modules stood."""
    return [Path(folder) for folder in json.loads(record.read_bytes())["state"]["folders"]]


def _times(folders: Sequence[Path]) -> Iterator[int]:
    for folder in folders:
        for path in folder.rglob("*"):
            if path.is_file():
                yield path.stat().st_mtime_ns
