"""Commands as they look on a terminal."""

import os
import pty
import subprocess
import sys

from tests.conftest import Book


def command(book: Book, *formats: str) -> list[str]:
    """The command that builds a book."""
    build = [sys.executable, "-m", "iomdocs", "build", *formats]
    return [*build, "--source", str(book.source), "--out", str(book.out)]


def on_a_terminal(arguments: list[str]) -> str:
    """What a command writes to a terminal."""
    ours, its = pty.openpty()
    with subprocess.Popen(arguments, stdout=its, stderr=its) as run:
        os.close(its)
        told = b""
        try:
            while part := os.read(ours, 4096):
                told += part
        except OSError:
            pass  # the terminal is gone with the last who writes to it
        assert run.wait() == 0
    os.close(ours)
    return told.decode()
