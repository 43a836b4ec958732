"""One preview from its start to Ctrl-C: who does what after a save."""

from __future__ import annotations

import signal
import time
from collections.abc import Callable, Sequence
from collections.abc import Set as AbstractSet
from contextlib import suppress
from functools import partial
from pathlib import Path
from queue import Empty, SimpleQueue
from threading import Thread
from typing import Any

from iomdocs.diagnostics import Diagnostic, Problem, shown_path
from iomdocs.publish import downloads
from iomdocs.publish.pipeline import Result
from iomdocs.publish.preview import background
from iomdocs.publish.preview.background import Failed, Process, Ready
from iomdocs.publish.preview.readers import Readers
from iomdocs.publish.preview.server import HOST, Server
from iomdocs.publish.preview.watching import Watch
from iomdocs.publish.preview.website import Website
from iomdocs.publish.workplace import Workplace

_WEBSITE = "html/"
"""How the names of the pages begin among the published files."""

_CALM = 1.0
"""Seconds after a save was shown before the whole book is built: the next save may come soon."""

_LOOK = 0.5
"""Seconds at most between two looks at the clock."""

Tell = Callable[[Sequence[Diagnostic]], object]
"""Hears what is wrong with the sources now; of nothing once all is well again."""

_PAGES = frozenset({".md", ".rst", ".py", ".csv", ".bib"})
"""Endings of files that a page shows in its own file, not in a picture or style beside it."""


def serve(source: Path, out: Path, folders: Sequence[Path], port: int, tell: Tell) -> None:
    """Serve what was published to ``out``, and after each save what it changes, until Ctrl-C.

    :param folders: the folders that the published files were made from.
    :param port: a loopback port, or 0 for any that is free.
    :raises OSError: the port cannot be used.
    """
    session = _Session(source, out, folders, port, tell)
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    try:
        session.run()
    except KeyboardInterrupt:
        signal.signal(signal.SIGINT, signal.SIG_IGN)
        print("\nStopped.", flush=True)
    finally:
        session.end()


class _Session:
    """What is under way: saves, the process that shows them, the build of the whole book."""

    def __init__(
        self, source: Path, out: Path, folders: Sequence[Path], port: int, tell: Tell
    ) -> None:
        self._source, self._out, self._folders, self._tell = source, out, list(folders), tell
        self._messages: SimpleQueue[tuple[Callable[..., None], tuple[Any, ...]]] = SimpleQueue()
        self._website = Website(out)
        self._readers = Readers(self._website)
        self._server = Server(self._website, self._readers, port)
        self._findings: Sequence[Diagnostic] = ()
        self._unbuilt: set[str] = set()
        """Files saved since the last good build."""
        self._waiting: set[str] = set()
        """Of these, what the warm process has not been asked for."""
        self._warm: Process | None = None
        self._is_free = False
        """Whether the warm process waits for a question."""
        self._build: Process | None = None
        self._due: float | None = None
        """When to build the whole book, on the clock of :func:`time.monotonic`."""
        self._asked = 0.0
        self._watch = Watch(self._folders, (), out, partial(self._post, self._on_saved))

    def run(self) -> None:
        """Answer saves until somebody interrupts."""
        Thread(target=self._server.serve_forever, daemon=True).start()
        self._begin_warm()
        print(f"\nhttp://{HOST}:{self._server.server_port}/html/  (Ctrl-C stops)", flush=True)
        while True:
            try:
                act, arguments = self._messages.get(timeout=_LOOK)
            except Empty:
                pass
            else:
                act(*arguments)
            if self._due is not None and time.monotonic() >= self._due:
                self._begin_build()

    def end(self) -> None:
        """End the server and all processes."""
        self._server.shutdown()
        self._server.server_close()
        self._watch.stop()
        for process in (self._build, self._warm):
            if process:
                process.end()
        with suppress(OSError, Problem), Workplace(self._out):
            pass  # it puts away what a build has left that was stopped

    def _post(self, act: Callable[..., None], *arguments: Any) -> None:
        """Leave something to the thread of the session."""
        self._messages.put((act, arguments))

    def _on_saved(self, files: AbstractSet[str]) -> None:
        self._unbuilt |= files
        self._waiting |= files
        self._due = None
        if self._build:
            self._build.stop()
        self._ask()

    def _ask(self) -> None:
        """Have the warm process show what was saved; without one, build the whole book."""
        if not self._waiting:
            return
        if self._warm is None:
            self._due = time.monotonic()
        elif self._is_free:
            opened = [each + "index.html" * each.endswith("/") for each in self._readers.addresses]
            addresses = [each.removeprefix(f"/{_WEBSITE}") for each in opened]
            self._is_free = False
            self._asked = time.monotonic()
            self._warm.ask((frozenset(self._waiting), addresses))
            self._waiting = set()

    def _begin_warm(self) -> None:
        self._is_free = False
        self._waiting = set(self._unbuilt)
        self._warm = background.warm(self._source, self._out, partial(self._post, self._on_warm))

    def _on_warm(self, process: Process, answer: Any) -> None:
        if process is not self._warm:
            return
        if isinstance(answer, Ready):
            self._is_free = True
            self._watch_also(answer.elsewhere)
            self._ask()
        elif answer is None or isinstance(answer, Failed):
            process.end()
            self._warm = None
            if self._unbuilt:
                self._due = time.monotonic()
        else:
            self._is_free = True
            self._on_shown(answer)

    def _on_shown(self, shown: Any) -> None:
        files = {f"{_WEBSITE}{name}": content for name, content in shown.files.items()}
        changed = self._website.put({name: self._finished(name, files[name]) for name in files})
        pages = [name for name in changed if name.endswith(".html")]
        sources = [name for name in changed if name.startswith(f"{_WEBSITE}_sources/")]
        self._readers.look(at_all=len(changed) > len(pages) + len(sources))
        self._judge(shown.findings)
        if pages:
            names = ", ".join(name.removeprefix(_WEBSITE) for name in pages)
            print(f"shown after {time.monotonic() - self._asked:.2f} s: {names}", flush=True)
        self._due = time.monotonic() + _CALM
        self._ask()

    def _finished(self, name: str, content: bytes) -> bytes:
        """A file with what a build puts into pages after Sphinx has written them."""
        return downloads.with_sizes_of(self._website.file(name) or b"", content)

    def _begin_build(self) -> None:
        if self._warm and not self._is_free:
            return
        self._due = None
        if self._build:
            self._build.end()
        if self._warm is None:
            print("building the whole book", flush=True)
        self._build = background.build(self._source, self._out, partial(self._post, self._on_built))

    def _on_built(self, process: Process, result: Result | None) -> None:
        if process is not self._build:
            return
        if result is None:
            process.end()
            self._build = None
            return
        if result.diagnostics:
            self._judge(result.diagnostics)
            return
        pictures = any(Path(name).suffix not in _PAGES for name in self._unbuilt)
        self._unbuilt = set()
        self._website.clear()
        self._judge(())
        self._readers.look(at_all=pictures)
        print(f"{shown_path(str(self._out))}/ is up to date", flush=True)
        if self._warm is None:
            self._begin_warm()

    def _judge(self, findings: Sequence[Diagnostic]) -> None:
        """Tell what is wrong, unless it is known already."""
        if list(findings) != list(self._findings):
            self._findings = findings
            self._readers.tell(findings)
            self._tell(findings)

    def _watch_also(self, files: Sequence[Path]) -> None:
        """Watch files outside of the sources, too."""
        if files:
            self._watch.stop()
            saved = partial(self._post, self._on_saved)
            self._watch = Watch(self._folders, files, self._out, saved)
