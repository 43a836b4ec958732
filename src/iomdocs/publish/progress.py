"""What is told while a book is made: each step as it begins, and the pages that are done."""

from __future__ import annotations

from typing import NamedTuple, Protocol


class Progress(NamedTuple):
    """How far a task is: pages done, of how many."""

    done: int
    total: int


class Report(Protocol):
    """Hears of the steps of a build."""

    def __call__(self, step: str) -> None:
        """A step begins."""

    def pages(self, title: str, progress: Progress) -> None:
        """Pages are done of one of the tasks of this step, which is called ``title``."""
