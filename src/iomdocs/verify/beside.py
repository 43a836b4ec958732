"""The sheets of a long PDF read by a process of its own, while this one reads other things."""

from __future__ import annotations

import multiprocessing
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from multiprocessing.connection import Connection
from pathlib import Path

from iomdocs.verify.content import Contents
from iomdocs.verify.readings import Reading, Readings
from iomdocs.verify.structure import opened

Sheets = Callable[[], Sequence[Reading] | None]
"""Waits for what all sheets show; nothing where they have to be read here."""

_LARGE = 1_000_000
"""Bytes of a PDF that is worth a process of its own."""


@contextmanager
def sheets_of(path: Path | None, readings: Readings) -> Iterator[Sheets]:
    """Begin to read the sheets of a PDF, if there is one and it is long.

    :param readings: what was read of the same sheets before; what is read now is added.
    """
    if path is None or path.stat().st_size < _LARGE or sys.platform != "linux":
        yield lambda: None
        return
    context = multiprocessing.get_context("fork")
    here, there = context.Pipe(duplex=False)
    process = context.Process(target=_read, args=(there, path, readings), daemon=True)
    process.start()
    there.close()
    try:
        yield lambda: _received(here, readings)
    finally:
        process.kill()
        process.join()


def _read(connection: Connection, path: Path, readings: Readings) -> None:
    with suppress(Exception), opened(path) as pdf:  # the caller meets and tells the same
        contents = Contents(readings)
        keys = [contents.key_of(page) for page in pdf.pages]
        connection.send((keys, readings.new))


def _received(connection: Connection, readings: Readings) -> Sequence[Reading] | None:
    try:
        keys, new = connection.recv()
    except EOFError:
        return None
    return readings.take(keys, new)
