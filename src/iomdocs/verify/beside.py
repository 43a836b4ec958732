"""Work that a process of its own does, while this one does other things."""

from __future__ import annotations

import multiprocessing
import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from multiprocessing.connection import Connection
from typing import TypeVar

_Result = TypeVar("_Result")

Result = Callable[[], _Result | None]
"""Waits for what came of the work; nothing where it was not done."""


@contextmanager
def beside(work: Callable[[], _Result] | None) -> Iterator[Result[_Result]]:
    """Begin some work in a process that is forked for it.

    :param work: nothing is begun without any. If it fails, no word is said of it: who does it
        in its place meets the same.
    """
    if work is None:
        yield lambda: None
        return
    context = multiprocessing.get_context("fork")
    here, there = context.Pipe(duplex=False)
    process = context.Process(target=_send, args=(there, work))
    process.start()
    there.close()
    try:
        yield lambda: _received(here)
    finally:
        process.kill()
        process.join()
        here.close()


def _send(connection: Connection, work: Callable[[], _Result]) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the caller is stopped by it, and ends us
    with suppress(Exception):
        connection.send(work())


def _received(connection: Connection) -> _Result | None:
    try:
        found: _Result = connection.recv()
    except EOFError:
        return None
    return found
