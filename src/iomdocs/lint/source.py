"""A file of a book as it is looked at: its bytes, its text, and the places in it."""

from __future__ import annotations

import codecs
import os
from bisect import bisect_right
from collections.abc import Sequence
from functools import cached_property
from pathlib import Path

TEXTS = (".md", ".rst", ".bib", ".csv", ".py")
"""Endings of the files that are read as text."""


class Source:
    """A file, read once when it is first looked at."""

    def __init__(self, path: Path) -> None:
        self.path = path

    @property
    def is_text(self) -> bool:
        """Whether it is to be read as text, by the ending of its name."""
        return self.path.suffix in TEXTS

    @cached_property
    def status(self) -> os.stat_result:
        """What the file system says of the file; links are not followed."""
        return self.path.lstat()

    @cached_property
    def data(self) -> bytes:
        """The bytes of the file."""
        return self.path.read_bytes()

    @cached_property
    def text(self) -> str:
        """The text of the file; what is not UTF-8 is replaced, and ends of lines are line feeds."""
        text = self.data.decode("utf-8-sig", errors="replace")
        return text.replace("\r\n", "\n").replace("\r", "\n")

    @cached_property
    def lines(self) -> Sequence[str]:
        """The lines of the text without their ends."""
        return self.text.split("\n")

    def written(self, text: str) -> bytes:
        """The bytes of the file with another text, which ends its lines as the file does."""
        end = "\r\n" if b"\r\n" in self.data else "\n"
        mark = codecs.BOM_UTF8 if self.data.startswith(codecs.BOM_UTF8) else b""
        return mark + text.replace("\n", end).encode("utf-8")

    def offset(self, line: int, column: int) -> int:
        """How many characters of the text stand before a place, as an edit counts them."""
        return self._starts[line - 1] + column - 1

    def place(self, offset: int) -> tuple[int, int]:
        """Line and column of a character of the text."""
        line = bisect_right(self._starts, offset)
        return line, offset - self._starts[line - 1] + 1

    @cached_property
    def _starts(self) -> Sequence[int]:
        starts = [0]
        for line in self.lines:
            starts.append(starts[-1] + len(line) + 1)
        return starts[:-1]
