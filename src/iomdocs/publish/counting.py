"""Count pages as Sphinx reads or writes them."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from iomdocs.publish.progress import Progress

if TYPE_CHECKING:
    from sphinx.application import Sphinx


def connect(app: Sphinx, tell: Callable[[Progress], object]) -> None:
    """Have ``tell`` hear of each page that an application reads or writes."""
    count = _Count(tell)
    app.connect("env-before-read-docs", lambda _app, _env, docnames: count.expect(len(docnames)))
    app.connect("doctree-read", lambda *_: count.add(1))
    app.connect("env-merge-info", lambda _app, _env, docnames, _other: count.add(len(docnames)))
    app.connect("env-updated", lambda *_: count.expect(0))
    app.connect("doctree-resolved", lambda *_: count.add(1))
    builder: Any = app.builder
    prepare = builder.prepare_writing

    def prepare_writing(docnames: set[str]) -> None:
        count.expect(len(docnames))
        prepare(docnames)

    builder.prepare_writing = prepare_writing


class _Count:
    """Pages that are done, of those that are expected."""

    def __init__(self, tell: Callable[[Progress], object]) -> None:
        self._tell = tell
        self._done = self._total = 0

    def expect(self, total: int) -> None:
        """Begin anew."""
        self._done, self._total = 0, total

    def add(self, number: int) -> None:
        """So many more are done."""
        self._done += number
        if self._done <= self._total:
            self._tell(Progress(self._done, self._total))
