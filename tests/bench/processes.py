"""Run a command and say what it and all processes that it starts took."""

import ctypes
import os
import signal
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import NamedTuple, Self

_LOOKS = 0.2
"""Seconds between two looks at the memory."""

_LAST = 5.0
"""Seconds that processes are given to end after the command that started them."""

_SUBREAPER = 36
"""``PR_SET_CHILD_SUBREAPER`` of prctl(2)."""


class Failed(Exception):
    """A command or a server did not do what was to be measured; the end of what it said."""


class Cost(NamedTuple):
    """What a command took."""

    seconds: float
    """Wall-clock time until the command is done."""
    processor: float
    """Seconds of all processors in all its processes."""
    largest: float
    """The most memory of one process, in MB (resident set size)."""
    together: float
    """The most memory of all processes at once, in MB; 0 if nobody looked.

    It is the sum of their proportional set sizes, which count memory that several share once.
    """


def run(command: Sequence[object], folder: Path, *, looked_at: bool = False) -> Cost:
    """Run a command to its end, with everything it starts.

    :param folder: where it runs.
    :param looked_at: whether to look at the memory of all its processes while it runs.
    :raises Failed: its exit code is not 0.
    """
    _adopt_orphans()
    with tempfile.TemporaryFile() as said:
        begun = time.perf_counter()
        process = _start(command, folder, said.fileno())
        try:
            with _Memory(process.pid, looked_at) as memory:
                _, status, usage = os.wait4(process.pid, 0)
                seconds = time.perf_counter() - begun
            process.returncode = os.waitstatus_to_exitcode(status)
            usages = [usage, *_orphans(process.pid)]
        finally:
            _end(process)
        if process.returncode:
            said.seek(0)
            tail = said.read().decode("utf-8", "replace").strip()[-3000:]
            msg = f"{tail}\n{' '.join(map(str, command))} failed with {process.returncode}"
            raise Failed(msg)
    processor = sum(each.ru_utime + each.ru_stime for each in usages)
    largest = max(each.ru_maxrss for each in usages) / 1024
    return Cost(seconds, processor, largest, memory.most)


@contextmanager
def running(command: Sequence[object], folder: Path, said: Path) -> Iterator[subprocess.Popen]:
    """A server, which ends with the block; what it says is in the file ``said``."""
    with said.open("wb") as file:
        process = _start(command, folder, file.fileno())
        try:
            yield process
        finally:
            _end(process)


def _start(command: Sequence[object], folder: Path, said: int) -> subprocess.Popen:
    """Start a command in a session of its own, by which all that it starts is found."""
    return subprocess.Popen(
        [str(part) for part in command],
        cwd=folder,
        stdin=subprocess.DEVNULL,
        stdout=said,
        stderr=subprocess.STDOUT,
        start_new_session=True,
        env={**os.environ, "PYTHONUNBUFFERED": "1"},
    )


def _end(process: subprocess.Popen) -> None:
    """End a command and all that it has started."""
    with suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGKILL)
    with suppress(ChildProcessError):
        process.wait()


def _adopt_orphans() -> None:
    """Become the parent of processes that outlive theirs: nobody else tells what these took."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(_SUBREAPER, 1, 0, 0, 0)


def _orphans(group: int) -> Iterator["os.struct_rusage"]:
    """What each process of a group took that outlived its parent and ends soon after it."""
    latest = time.monotonic() + _LAST
    while time.monotonic() < latest:
        try:
            found, _, usage = os.wait4(-group, os.WNOHANG)
        except ChildProcessError:
            return
        if found:
            yield usage
        else:
            time.sleep(0.02)


class _Memory:
    """Looks at the memory of a session of processes again and again, in a thread."""

    def __init__(self, session: int, looked_at: bool) -> None:  # noqa: FBT001
        self.most = 0.0
        self._session = session
        self._ended = threading.Event()
        self._thread = threading.Thread(target=self._look) if looked_at else None

    def __enter__(self) -> Self:
        if self._thread:
            self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._ended.set()
        if self._thread:
            self._thread.join()

    def _look(self) -> None:
        while not self._ended.wait(_LOOKS):
            self.most = max(self.most, memory(self._session))


def memory(session: int) -> float:
    """The memory of a session of processes, in MB: the sum of proportional set sizes (proc(5))."""
    return sum(_share(process) for process in _members(session)) / 1024


def _members(session: int) -> Iterator[Path]:
    for process in Path("/proc").glob("[0-9]*"):
        with suppress(OSError):
            # behind the name, which may hold anything: state, parent, group, session
            fields = (process / "stat").read_text("utf-8", "replace").rpartition(")")[2].split()
            if fields[3] == str(session):
                yield process


def _share(process: Path) -> int:
    """The proportional set size of a process in kB; 0 if it has ended."""
    with suppress(OSError):
        for line in (process / "smaps_rollup").read_text("utf-8").splitlines():
            if line.startswith("Pss:"):
                return int(line.split()[1])
    return 0
