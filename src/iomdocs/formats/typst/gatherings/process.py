"""Processes that set gatherings; what they do is told in ``setter``.

They are forked from one that has loaded what all of them need. It never sets anything itself:
Typst has threads then, which a fork does not take along. Where the system cannot fork, each is
begun anew.
"""

from __future__ import annotations

import json
import os
import socket
import subprocess
import sys
import threading
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import IO, Self

from iomdocs.formats.typst.gatherings import setter
from iomdocs.formats.typst.gatherings.loosening import NotBindable
from iomdocs.formats.typst.gatherings.setter import Learned, Order, said

CAN_FORK = hasattr(os, "fork") and hasattr(socket, "send_fds")
_COMMAND = (sys.executable, "-P", "-m", setter.__name__)


class Processes:
    """Where processes come from; all of them end with it."""

    def __init__(self) -> None:
        self._server: subprocess.Popen[bytes] | None = None
        self._control: socket.socket | None = None
        self._lock = threading.Lock()

    def __enter__(self) -> Self:
        return self

    def begin(self) -> tuple[subprocess.Popen[str] | None, IO[str], IO[str]]:
        """A new process: itself if it has to be ended, what it answers, and what it is asked."""
        return (None, *self._forked()) if CAN_FORK else _spawned()

    def _forked(self) -> tuple[IO[str], IO[str]]:
        ours, theirs = socket.socketpair()
        with ours, theirs:
            with self._lock:
                try:
                    socket.send_fds(self._served(), [b"."], [theirs.fileno()])
                except OSError:  # it was ended from without
                    self._end()
                    socket.send_fds(self._served(), [b"."], [theirs.fileno()])
            return ours.makefile("r", encoding="utf-8"), ours.makefile("w", encoding="utf-8")

    def _served(self) -> socket.socket:
        """Where the process is asked from which others are forked."""
        if self._control is None:
            self._control, theirs = socket.socketpair()
            with theirs:
                place = theirs.fileno()
                self._server = subprocess.Popen(  # noqa: S603  the program is this one
                    [*_COMMAND, str(place)],
                    stdin=subprocess.DEVNULL,
                    stdout=subprocess.DEVNULL,
                    stderr=subprocess.DEVNULL,
                    pass_fds=[place],
                )
        return self._control

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self._end()

    def _end(self) -> None:
        if self._control is not None:
            self._control.close()
        if self._server is not None:
            self._server.wait()
        self._control = self._server = None


def _spawned() -> tuple[subprocess.Popen[str], IO[str], IO[str]]:
    process = subprocess.Popen(  # noqa: S603  the program is this one
        _COMMAND,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
        encoding="utf-8",
    )
    assert process.stdin is not None
    assert process.stdout is not None
    return process, process.stdout, process.stdin


class Process:
    """Sets a gathering as often as it is asked to; begun with the first order."""

    def __init__(self, processes: Processes) -> None:
        self._processes = processes
        self._begun: tuple[subprocess.Popen[str] | None, IO[str], IO[str]] | None = None

    def __enter__(self) -> Self:
        return self

    @property
    def is_begun(self) -> bool:
        """Whether it has been asked for anything."""
        return self._begun is not None

    def obey(self, order: Order, target: Path | None = None) -> Learned:
        """What is known of the gathering when the order is done.

        :param target: the file for its PDF; without one its pages are only counted.
        :raises NotBindable: it cannot be set by itself.
        """
        question = json.dumps({**said(order), "target": str(target or "")}) + "\n"
        answer = self._answer(question)
        if not answer:  # it was ended from without: what is printed must not depend on that
            self._end()
            answer = self._answer(question)
        if not answer:
            raise NotBindable("the process that sets it has ended")
        learned = json.loads(answer)
        if "error" in learned:
            raise NotBindable(learned["error"])
        return Learned(**learned)

    def _answer(self, question: str) -> str:
        """What the process answers; nothing if it has ended."""
        try:
            if self._begun is None:
                self._begun = self._processes.begin()
            _process, answers, questions = self._begun
            questions.write(question)
            questions.flush()
            answer = answers.readline()
        except OSError:
            return ""
        return answer if answer.endswith("\n") else ""

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self._end()

    def _end(self) -> None:
        if self._begun is None:
            return
        process, *ends = self._begun
        if process is not None:
            process.kill()
        for end in ends:
            with suppress(OSError):  # of a process that has ended
                end.close()
        if process is not None:
            process.wait()
        self._begun = None
