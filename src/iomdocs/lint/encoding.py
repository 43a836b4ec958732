"""Rules about the bytes of a source."""

from __future__ import annotations

from collections.abc import Iterator

from iomdocs.diagnostics import not_utf8
from iomdocs.lint.rule import Finding, rule
from iomdocs.lint.source import Source


@rule("T001", stage="bytes")
def text_is_utf8(source: Source) -> Iterator[Finding]:
    """A source file is UTF-8 text.

    Why: other bytes become wrong letters or are lost, in every format.
    Bad: a page saved by an old editor as Windows-1252, in which an e with an accent is one byte.
    Good: the same page saved as UTF-8.
    """
    try:
        if source.is_text:
            source.data.decode("utf-8")
    except UnicodeDecodeError as error:
        told = not_utf8(source.path, error)
        yield Finding(told.location.line, 0, told.message, told.hint)
