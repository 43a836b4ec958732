"""What was read of the same bytes before, which need not be parsed again.

A file is read from disk and digested each time. What comes of a part of it, a page of the website,
a document of the ePub, a sheet of the PDF, depends on its bytes and a few words more; their digest
together stands for them. So a file that was changed in any way is read like a new one.
"""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any

from iomdocs.verify.editions import Edition, Occurrence, Summary, Topic

Reading = Any
"""What JSON can hold: nothing is run to read it again."""


class Readings:
    """Readings by the digests of what they were made from.

    :param kept: those of an earlier check.
    """

    def __init__(self, kept: Mapping[str, Reading] | None = None) -> None:
        self._kept = kept or {}
        self.used: dict[str, Reading] = {}
        """All that were asked for."""

    def of(self, key: str, read: Callable[[], Reading]) -> Reading:
        """The reading that was made under this key before; otherwise what ``read`` gives.

        :param key: a digest of all that the reading depends on, as :func:`key_of` gives it.
        """
        if key not in self.used:
            self.used[key] = self._kept[key] if key in self._kept else read()
        return self.used[key]

    @property
    def new(self) -> Mapping[str, Reading]:
        """Those that were asked for and not made before."""
        return {key: reading for key, reading in self.used.items() if key not in self._kept}

    def take(self, keys: Sequence[str], new: Mapping[str, Reading]) -> Sequence[Reading]:
        """The readings under keys for which another process has asked.

        :param new: those that it has made.
        """
        found = {key: new[key] if key in new else self._kept[key] for key in keys}
        self.used |= found
        return [found[key] for key in keys]


def key_of(*parts: bytes | str) -> str:
    """A digest of parts in this order."""
    digest = hashlib.blake2b(digest_size=32)
    for each in parts:
        part = each.encode("utf-8", "surrogatepass") if isinstance(each, str) else each
        digest.update(len(part).to_bytes(8, "big"))
        digest.update(part)
    return digest.hexdigest()


def load(path: Path, program: str) -> Readings:
    """The readings in a file; none where it is not there, damaged, or of another program.

    :param program: a digest of all that decides how files are read.
    """
    with suppress(OSError):
        digest, _end, content = path.read_bytes().partition(b"\n")
        if digest.decode("latin-1") == key_of(program, content):
            return Readings(json.loads(content))
    return Readings()


def store(path: Path, program: str, readings: Readings) -> None:
    """Keep the readings that were asked for."""
    content = json.dumps(readings.used, separators=(",", ":")).encode()
    path.parent.mkdir(parents=True, exist_ok=True)
    written = path.with_suffix(".writing")
    written.write_bytes(key_of(program, content).encode() + b"\n" + content)
    written.replace(path)


def of_page(topics: Sequence[Topic], excluded: Mapping[str, int]) -> Reading:
    """The reading of a page: its topics, and what was not compared of them."""
    return {"topics": [_told(topic) for topic in topics], "excluded": dict(excluded)}


def add_page(edition: Edition, reading: Reading) -> None:
    """Add what was read of a page to that of the other pages."""
    edition.excluded.update(reading["excluded"])
    for told in reading["topics"]:
        edition.add(_topic(told))


def _told(topic: Topic) -> Reading:
    return {
        "name": topic.name,
        "place": topic.place,
        "occurrences": [
            (each.fact, each.text, each.place, each.machine, each.optional)
            for each in topic.occurrences
        ],
        "blocks": topic.blocks,
        "optional": topic.optional,
        "summary": topic.summary,
    }


def _topic(told: Reading) -> Topic:
    return Topic(
        told["name"],
        told["place"],
        [Occurrence(*each) for each in told["occurrences"]],
        [(place, text) for place, text in told["blocks"]],
        Counter(told["optional"]),
        Summary(*told["summary"]),
    )
