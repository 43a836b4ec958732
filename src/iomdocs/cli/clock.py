"""The steps of a build with the time at which each begins; on a terminal, also the pages done."""

from __future__ import annotations

import sys
import time
from contextlib import AbstractContextManager
from typing import TYPE_CHECKING

from iomdocs.cli.terminal import say

if TYPE_CHECKING:
    from iomdocs.publish.progress import Progress


class Clock(AbstractContextManager["Clock"]):
    """Prints each step on a line, which on a terminal also counts the pages of the step."""

    def __init__(self) -> None:
        self._begun = time.monotonic()
        self._is_live = sys.stdout.isatty()
        self._line = ""
        self._pages: dict[str, str] = {}

    def __call__(self, step: str) -> None:
        """Say which step begins."""
        self._end()
        self._line = f"[{time.monotonic() - self._begun:5.1f} s] {step} ..."
        self._pages = {}
        say(self._line if self._is_live else f"{self._line}\n")

    def pages(self, title: str, progress: Progress) -> None:
        """Say how many pages are done."""
        if self._is_live:
            self._pages[title] = f"{title} {progress.done}/{progress.total}"
            say(f"\r{self._line} {', '.join(self._pages.values())}")

    def __exit__(self, *_: object) -> None:
        self._end()

    def _end(self) -> None:
        if self._is_live and self._line:
            say("\n")
        self._line = ""
