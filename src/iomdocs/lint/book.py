"""What rules know of the book beside the file they look at."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path, PurePosixPath
from typing import Any

from iomdocs.facts.literals import literal, parsed
from iomdocs.facts.reading import Reader
from iomdocs.facts.settings import assignments
from iomdocs.lint.page import Page
from iomdocs.lint.source import Source


@dataclass(frozen=True, slots=True)
class Wishes:
    """What ``conf.py`` asks of the checks, read without running it.

    ``editorial`` has the codes of the warnings that stop a build, or ``all``; ``syntax`` the names
    of the extensions of MyST that are switched on. ``smartquotes`` says whether Sphinx makes
    typographic marks of those of the keyboard; ``title`` and ``language`` are those of the book.
    """

    untrusted: bool = False
    editorial: frozenset[str] = frozenset()
    syntax: frozenset[str] = frozenset()
    smartquotes: bool = True
    title: str = ""
    language: str = "en"

    def asks_for(self, code: str) -> bool:
        """Whether an editorial warning stops a build."""
        return code in self.editorial or "all" in self.editorial


def wishes(conf: Path) -> Wishes:
    """The wishes in ``conf.py``; none if it is no Python.

    Whether pages are trusted is no in doubt: where the file computes it, they are not.
    """
    try:
        tree = parsed(conf.read_bytes(), str(conf))
    except (OSError, SyntaxError, ValueError):
        return Wishes()
    given: Mapping[str, Any] = {name: literal(node) for name, node in assignments(tree)}
    editorial = given.get("iomdocs_editorial") or ()
    syntax = given.get("myst_enable_extensions", ())
    return Wishes(
        untrusted=given.get("iomdocs_untrusted_pages", False) is not False,
        editorial=frozenset([editorial] if isinstance(editorial, str) else editorial),
        syntax=_SYNTAX if syntax is None else frozenset(syntax),
        smartquotes=given.get("smartquotes", True) is not False,
        title=str(given.get("project") or ""),
        language=str(given.get("language") or "en"),
    )


_SYNTAX = frozenset(("colon_fence", "deflist"))
"""What is taken to be switched on where ``conf.py`` computes it."""


class Book:
    """A book with its files, each read and parsed once."""

    def __init__(
        self,
        folder: Path,
        wishes: Wishes,
        files: Iterable[Path],
        reader: Reader | None = None,
        *,
        records: Iterable[Path] = (),
        is_whole: bool = True,
    ) -> None:
        """Look at a book.

        :param folder: the folder of ``conf.py``.
        :param files: the files to look at.
        :param reader: its facts; ``None`` where it has none, or they cannot be read.
        :param records: the modules with its facts.
        :param is_whole: whether all pages are among the files; rules for the book need them.
        """
        self.folder = folder
        self.wishes = wishes
        self.reader = reader
        self.records = frozenset(path.resolve() for path in records)
        self.is_whole = is_whole
        self.sources: Sequence[Source] = [self._source(path) for path in sorted(set(files))]
        self.refused: set[Path] = set()

    @property
    def pages(self) -> Sequence[Page]:
        """The pages in Markdown that can be read, in order."""
        return [
            source
            for source in self.sources
            if isinstance(source, Page) and source.path not in self.refused
        ]

    def folder_of(self, file: Path) -> PurePosixPath:
        """The folder of a file below the folder of the book."""
        return PurePosixPath(file.parent.relative_to(self.folder).as_posix())

    def is_of_book(self, file: Path) -> bool:
        """Whether a file lies in the folder of the book, apart from what is code there."""
        return file.is_relative_to(self.folder) and file.suffix != ".py"

    @cached_property
    def data_files(self) -> Sequence[Source]:
        """The files with records of facts, and those with sources; none if they cannot be read."""
        files = self.reader.facts.files if self.reader else ()
        bibliographies = [each for each in self.sources if each.path.suffix == ".bib"]
        return [*map(Source, files), *(bibliographies if self.reader else ())]

    def _source(self, path: Path) -> Source:
        return Page(path, self.wishes.syntax) if path.suffix == ".md" else Source(path)
