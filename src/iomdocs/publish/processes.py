"""Each run of Sphinx in a process of its own, several at once."""

from __future__ import annotations

import gc
import multiprocessing
import os
import signal
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache, partial
from multiprocessing import forkserver
from multiprocessing.connection import Connection, wait
from threading import Thread
from typing import Any

from iomdocs.publish.progress import Progress
from iomdocs.publish.tasks import Outcome, Task
from iomdocs.publish.worker import died, run

Tell = Callable[[Task, Progress], object]
"""Hears how far a task is."""


def together(tasks: Sequence[Task], tell: Tell) -> Sequence[Outcome]:
    """Run tasks at once and wait for all; none goes on if the caller is stopped.

    Processes are forked from a warm one where the system can. One that died is a finding that names
    its task.
    """
    running = [_start(task) for task in tasks]
    try:
        return _outcomes(running, tell)
    finally:
        for each in running:
            each.stop()


@dataclass(frozen=True, slots=True)
class _Running:
    """A task under way."""

    task: Task
    process: Any
    connection: Connection

    def outcome(self, tell: Tell) -> Outcome | None:
        """What came of the task, or ``None`` if it has only told how far it is."""
        try:
            message = self.connection.recv()
        except EOFError:
            self.process.join()
            return died(self.task, self.process.exitcode)
        if isinstance(message, Outcome):
            self.process.join()
            return message
        tell(self.task, message)
        return None

    def stop(self) -> None:
        """End the process, if it has not ended, with all that it has begun."""
        if self.process.is_alive():
            try:
                os.killpg(self.process.pid, signal.SIGKILL)
            except (AttributeError, ProcessLookupError):
                self.process.kill()
        self.process.join()


def _outcomes(running: Sequence[_Running], tell: Tell) -> Sequence[Outcome]:
    found: dict[int, Outcome] = {}
    waiting = {each.connection: number for number, each in enumerate(running)}
    while waiting:
        for connection in wait(list(waiting)):
            assert isinstance(connection, Connection)
            number = waiting[connection]
            if outcome := running[number].outcome(tell):
                found[number] = outcome
                del waiting[connection]
    return [found[number] for number in range(len(running))]


def _start(task: Task) -> _Running:
    system = context()
    here, there = system.Pipe(duplex=False)
    process = system.Process(target=_run_and_send, args=(task, there))
    process.start()
    there.close()
    return _Running(task, process, here)


@cache
def context() -> Any:
    """How processes are begun that run Sphinx.

    Forked from a server that never runs Sphinx itself, never from the caller: a process that has
    used Typst has threads, which a fork does not take along and then waits for without end.
    """
    if "forkserver" not in multiprocessing.get_all_start_methods():
        return multiprocessing.get_context("spawn")
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["iomdocs.publish.preloaded"])
    return context


def begin() -> None:
    """Have what each run of Sphinx needs loaded for the first of them, while the caller goes on."""
    if context().get_start_method() == "forkserver":
        forkserver.ensure_running()


def _run_and_send(task: Task, connection: Connection) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the caller is stopped by it, and stops us
    if hasattr(os, "setpgrp"):
        os.setpgrp()  # to be ended together with what extensions begin
    gc.freeze()  # what was loaded before the fork is no rubbish
    gc.set_threshold(50_000, 20, 100)  # looking for rubbish more often is a tenth of the time
    Thread(target=_end_with_caller, daemon=True).start()
    connection.send(run(task, partial(_send, connection, os.getpid())))
    connection.close()


def _send(connection: Connection, owner: int, progress: Progress) -> None:
    """Tell the caller how far the task is; but processes that Sphinx forks tell nothing."""
    if os.getpid() == owner:
        connection.send(progress)


def _end_with_caller() -> None:
    """Write nothing any more once the caller has been killed."""
    caller = multiprocessing.parent_process()
    if caller:
        caller.join()
        if hasattr(os, "killpg"):
            os.killpg(0, signal.SIGKILL)
        os._exit(1)
