"""Rules for the text of a source file, each a function over its bytes."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from iomdocs.diagnostics import Diagnostic, not_utf8

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
        yield not_utf8(path, error)


RULES: Sequence[Rule] = (text_is_utf8,)
