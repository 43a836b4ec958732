"""The pages that are open in browsers, and what each of them is told."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from queue import Empty, SimpleQueue
from threading import Lock

from iomdocs.diagnostics import Diagnostic
from iomdocs.publish.preview.website import Website

_BREATH = 10.0
"""Seconds after which a browser hears that the server is still there, and the server whether it."""


@dataclass(frozen=True, eq=False)
class Reader:
    """A page that is open: its address, and the digest of what it shows."""

    address: str
    digest: str
    events: SimpleQueue[bytes] = field(default_factory=SimpleQueue)


class Readers:
    """All open pages of a website."""

    def __init__(self, website: Website) -> None:
        self._website = website
        self._open: list[Reader] = []
        self._findings = _findings(())
        self._lock = Lock()

    @property
    def addresses(self) -> list[str]:
        """The addresses of all open pages, the latest first."""
        with self._lock:
            return list(dict.fromkeys(reader.address for reader in reversed(self._open)))

    def events(self, address: str, digest: str) -> Iterator[bytes]:
        """What a page is told, for as long as it listens (server-sent events of HTML)."""
        reader = Reader(address, digest)
        with self._lock:
            self._open.append(reader)
            reader.events.put(self._findings)
        try:
            self._look_at(reader)
            while True:
                yield _next(reader.events)
        finally:
            with self._lock:
                self._open.remove(reader)

    def look(self, *, at_all: bool = False) -> None:
        """Have all pages loaded again that do not show what is there now.

        :param at_all: also those whose own file is the same: a picture or style has changed.
        """
        with self._lock:
            readers = list(self._open)
        for reader in readers:
            if at_all:
                reader.events.put(_RELOAD)
            else:
                self._look_at(reader)

    def tell(self, findings: Sequence[Diagnostic]) -> None:
        """Show what is wrong in all pages, also in those opened later; nothing takes it away."""
        with self._lock:
            self._findings = _findings(findings)
            for reader in self._open:
                reader.events.put(self._findings)

    def _look_at(self, reader: Reader) -> None:
        if self._website.digest(reader.address) != reader.digest:
            reader.events.put(_RELOAD)


_RELOAD = b"event: reload\ndata:\n\n"


def _findings(findings: Sequence[Diagnostic]) -> bytes:
    lines = json.dumps([str(finding) for finding in findings])
    return f"event: findings\ndata: {lines}\n\n".encode()


def _next(events: SimpleQueue[bytes]) -> bytes:
    try:
        return events.get(timeout=_BREATH)
    except Empty:
        return b":\n\n"
