"""The two processes of a preview: the one that is warm, and the one that builds the whole book."""

from __future__ import annotations

import multiprocessing
import os
import shutil
import signal
import tempfile
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from multiprocessing.connection import Connection
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING, Any

from iomdocs.diagnostics import Problem
from iomdocs.publish import pipeline, revisions, state
from iomdocs.publish.processes import context
from iomdocs.publish.workplace import Workplace

if TYPE_CHECKING:
    from iomdocs.publish.progress import Progress

FORMAT = "html"

_POLITE = 10
"""How much a build in the background gives way to all else (nice)."""

_PATIENCE = 10.0
"""Seconds in which a process that is asked to end puts away what it has begun."""


@dataclass(frozen=True, slots=True)
class Ready:
    """The book is in memory; pages are also made from these files outside of the sources."""

    elsewhere: Sequence[Path]


class Failed:
    """The process cannot show this, and has ended."""


class Process:
    """A process that answers with messages; the last one is ``None``, once it has ended.

    :param told: hears each message, in a thread.
    :param folder: a folder that goes with the process.
    """

    def __init__(
        self,
        system: Any,
        target: Callable[..., object],
        arguments: tuple[Any, ...],
        told: Callable[[Process, Any], object],
        folder: Path | None = None,
    ) -> None:
        self._folder = folder
        here, there = system.Pipe()
        self._connection: Connection = here
        self._process = system.Process(target=target, args=(*arguments, there))
        self._process.start()
        there.close()
        Thread(target=self._listen, args=(told,), daemon=True).start()

    def ask(self, question: object) -> None:
        """Send something to the process, which may have ended."""
        with suppress(OSError):
            self._connection.send(question)

    def stop(self) -> None:
        """Ask the process to end; do not wait."""
        self._process.terminate()

    def end(self) -> None:
        """Have the process end, and wait for it."""
        self.stop()
        self._process.join(_PATIENCE)
        self._process.kill()
        self._process.join()
        if self._folder:
            shutil.rmtree(self._folder, ignore_errors=True)

    def _listen(self, told: Callable[[Process, Any], object]) -> None:
        with suppress(EOFError, OSError):
            while True:
                told(self, self._connection.recv())
        told(self, None)


def warm(source: Path, out: Path, told: Callable[[Process, Any], object]) -> Process:
    """Begin the process that keeps the book as it was last built to ``out`` in memory."""
    folder = Path(tempfile.mkdtemp(prefix="iomdocs-")).resolve()
    return Process(context(), _keep_warm, (source, out, folder), told, folder)


def build(source: Path, out: Path, told: Callable[[Process, Any], object]) -> Process:
    """Begin a build of the whole book, which gives way to all else; it tells its result."""
    return Process(multiprocessing.get_context("spawn"), _build, (source, out), told)


def _build(source: Path, out: Path, connection: Connection) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, _end)
    if hasattr(os, "nice"):
        os.nice(_POLITE)
    with suppress(BrokenPipeError):
        connection.send(pipeline.build(source, out, [FORMAT], _Silence()))


def _keep_warm(source: Path, out: Path, folder: Path, connection: Connection) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        with Workplace(out) as place:
            shutil.copytree(place.state / state.DOCTREES, folder / state.DOCTREES)
        _answer(source, folder, connection)
    except (EOFError, BrokenPipeError):
        shutil.rmtree(folder, ignore_errors=True)  # the caller has gone
    except (OSError, Problem):
        pass  # somebody else builds this book


def _answer(source: Path, folder: Path, connection: Connection) -> None:
    """Show what is asked for; whatever fails is left to a build, which tells it exactly."""
    from iomdocs.publish.preview.warm import WarmBook

    try:
        with WarmBook(source, folder, _settings(source)) as book:
            connection.send(Ready(book.elsewhere))
            while True:
                saved, addresses = connection.recv()
                connection.send(book.show(saved, addresses))
    except (EOFError, BrokenPipeError):
        raise
    except Exception:
        connection.send(Failed())


def _settings(source: Path) -> Mapping[str, Any]:
    """The settings with which a build writes the website."""
    revision = revisions.current(source)
    given = {"iomdocs_revision": revision} if revision else {}
    return {**given, "iomdocs_formats": [FORMAT], "iomdocs_verified": True}


def _end(*_: object) -> None:
    """Put away what is begun, and do not hear the same twice."""
    signal.signal(signal.SIGTERM, signal.SIG_IGN)
    raise SystemExit


class _Silence:
    """Hears of the steps of a build, and says nothing."""

    def __call__(self, step: str) -> None:
        pass

    def pages(self, title: str, progress: Progress) -> None:
        pass
