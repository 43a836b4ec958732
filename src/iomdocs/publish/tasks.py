"""What a run of Sphinx is asked for, and what comes of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from iomdocs.diagnostics import Diagnostic
from iomdocs.publish.readings import KeptReadings


@dataclass(frozen=True, slots=True)
class Reading:
    """How to read a book."""

    changed: AbstractSet[str] | None = None
    """The files that have changed since the doctrees were read; ``None`` if there are none."""
    is_other_revision: bool = False
    """Whether the days of last changes have to be asked for anew."""


@dataclass(frozen=True, slots=True)
class Writing:
    """What to write of a book."""

    digests: Mapping[str, str]
    """A digest of what each page shows."""
    shared: str
    """A digest of what pages show of each other."""
    others: str
    """One of the sources that are neither pages nor part of one: styles, templates."""
    kept: Path
    """Where an earlier build has kept finished pages; there may be nothing."""
    keep: Path
    """Where to keep those of this one."""
    readings: KeptReadings | None = None
    """Where to keep what is read of the finished files; ``None`` if they are not checked."""


@dataclass(frozen=True, slots=True)
class Task:
    """What to run: a builder over the sources, into a folder of its own."""

    builder: str
    title: str
    """What it makes, in words for people: ``PDF``."""
    source: Path
    out: Path
    doctrees: Path
    settings: Mapping[str, Any] = field(default_factory=dict)
    excluded: Sequence[str] = ()
    """Pages, relative to the sources, that cannot be read."""
    data: Path | None = None
    """Where to put the facts as JSON after reading; ``None`` where they are not wanted."""
    resolves: bool = True
    """Whether links are resolved; without it the task only reads, and tells just what is wrong."""
    reading: Reading | None = None
    """How to read, for the task that does."""
    writing: Writing | None = None
    """What to write of the book that is read already, for the tasks that do."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of a task: findings, and counts for the closing lines."""

    diagnostics: Sequence[Diagnostic]
    counts: Mapping[str, int] = field(default_factory=dict)
    slug: str = ""
    identity: Mapping[str, str] = field(default_factory=dict)
    """What tells the book from others: title, day of the edition, and that of facts of the past."""
    language: str = ""
    """The language of the book, as Sphinx writes it."""
    website: str = ""
    """The address at which the website is to be, or nothing."""
    same_words: bool = False
    """Whether words that the finished formats do not share stop the build."""
    folders: Sequence[Path] = ()
    """Where the record modules stand, and other files outside of the book's folder."""
    digests: Mapping[str, str] = field(default_factory=dict)
    """A digest of what each page shows, after reading."""
    shared: str = ""
    """A digest of what pages show of each other, after reading."""
    dependencies: Sequence[Path] = ()
    """Files beside their sources that pages are made from."""
    around: Sequence[Path] = ()
    """Files outside of the book's folder that the whole book is made from."""
    pages: Sequence[Path] = ()
    """The source of each page."""
