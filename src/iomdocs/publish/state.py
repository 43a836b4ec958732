"""What a good build keeps for the next one: doctrees, finished pages, and what all was made from.

A state is only ever made whole and then put in place. Every file of it is known by its digest: one
that is damaged, cut off or missing makes the whole state worth nothing, and the book is made from
its sources alone.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from iomdocs.publish.inputs import Inputs
from iomdocs.publish.workplace import RECORD

DOCTREES = "doctrees"
"""The folder in a state with what Sphinx has read."""


@dataclass(frozen=True, slots=True)
class State:
    """The record of a good build."""

    inputs: Inputs
    revision: str
    """The commit of the sources, on which the days of changes depend."""
    formats: Sequence[str]
    folders: Sequence[str]
    """Where the record modules stand, and other files outside of the book's folder."""
    dependencies: Sequence[str]
    """Single files that pages, or the whole book, depend on."""
    counts: Mapping[str, int]
    slug: str
    published: str
    """The digest of the checksums of all published files."""


def write(folder: Path, state: State) -> None:
    """Finish the state in ``folder``: its record names each file with its digest."""
    record = {"state": asdict(state), "files": _digests(folder)}
    (folder / RECORD).write_text(json.dumps(record), "utf-8")


def read(folder: Path) -> State | None:
    """The record of the state in ``folder``; ``None`` if there is none or anything is damaged."""
    try:
        record = json.loads((folder / RECORD).read_bytes())
        if record["files"] != _digests(folder):
            return None
        found: dict[str, Any] = record["state"]
        return State(**{**found, "inputs": Inputs(**found["inputs"])})
    except (OSError, ValueError, LookupError, TypeError):
        return None


def _digests(folder: Path) -> Mapping[str, str]:
    files = {path.relative_to(folder).as_posix(): path for path in folder.rglob("*")}
    return {
        name: hashlib.blake2b(path.read_bytes(), digest_size=16).hexdigest()
        for name, path in sorted(files.items())
        if path.is_file() and name != RECORD
    }
