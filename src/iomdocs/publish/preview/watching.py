"""Which files are saved, as the system tells it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from threading import Event, Thread

from watchfiles import watch

_PAUSE = 15
"""Milliseconds without another change after which a save is complete: editors write in steps."""

_MOST = 300
"""Milliseconds after which changes are told even if there are always more."""

Saved = Callable[[set[str]], object]
"""Hears which files were saved, made or deleted, by their full paths."""


class Watch:
    """Tells of changed files below folders and of single files elsewhere, until it is stopped."""

    def __init__(
        self, folders: Iterable[Path], files: Iterable[Path], out: Path, saved: Saved
    ) -> None:
        """``out`` is the folder of finished files, of which nothing is told."""
        self._out = out.resolve()
        self._saved = saved
        self._stop = Event()
        self._folders = sorted({folder.resolve() for folder in folders})
        self._files = {file.resolve() for file in files}
        Thread(target=self._watch, args=(self._folders, True), daemon=True).start()
        others = sorted({file.parent for file in self._files if not self._is_below(file)})
        if others:
            Thread(target=self._watch, args=(others, False), daemon=True).start()

    def stop(self) -> None:
        """Tell nothing any more."""
        self._stop.set()

    def _watch(self, folders: list[Path], is_deep: bool) -> None:  # noqa: FBT001  for a thread
        chosen = self._is_source if is_deep else self._is_named
        for changes in watch(
            *folders,
            watch_filter=lambda _change, path: chosen(Path(path)),
            debounce=_MOST,
            step=_PAUSE,
            stop_event=self._stop,
            recursive=is_deep,
            raise_interrupt=False,
            rust_timeout=500,
        ):
            if not self._stop.is_set():
                self._saved({path for _change, path in changes})

    def _is_below(self, file: Path) -> bool:
        return any(file.is_relative_to(folder) for folder in self._folders)

    def _is_named(self, file: Path) -> bool:
        return file.resolve() in self._files

    def _is_source(self, file: Path) -> bool:
        """Whether a file can be part of a book: as :func:`iomdocs.lint.engine.source_files`."""
        folder = next((each for each in self._folders if file.is_relative_to(each)), None)
        if folder is None or self._out in file.resolve().parents or file.name.endswith("~"):
            return False
        parts = file.relative_to(folder).parts
        return not any(part.startswith(".") or part == "__pycache__" for part in parts)
