"""Rules for the text of a source file, each a function over its bytes."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from iomdocs.diagnostics import Diagnostic, Location

Rule = Callable[[Path, bytes], Iterator[Diagnostic]]


def text_is_utf8(path: Path, data: bytes) -> Iterator[Diagnostic]:
    """T001: a source file is UTF-8 text.

    Bad: a page saved by an old editor as Windows-1252, in which an e with an accent is one byte.
    Good: the same page saved as UTF-8.
    Why: other bytes become wrong letters or are lost, in every format.
    """
    try:
        data.decode("utf-8")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        message = f"the byte {data[error.start]:#04x} is not UTF-8 text"
        hint = "save the file as UTF-8; the web editor of the repository always does"
        yield Diagnostic(Location(str(path), line), "T001", message, hint)


RULES: Sequence[Rule] = (text_is_utf8,)
