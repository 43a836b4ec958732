"""Check the sources, read them once, write each format, and put the result in place."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from iomdocs.diagnostics import Diagnostic, Location, Problem
from iomdocs.formats.files import MARK
from iomdocs.publish import gathering
from iomdocs.publish.progress import Report
from iomdocs.publish.reading import Rejected, read
from iomdocs.publish.rebuilding import Build
from iomdocs.publish.workplace import Workplace, cannot_write


@dataclass(frozen=True, slots=True)
class Result:
    """What a build gave: findings, and if there are none, the finished files and counts."""

    diagnostics: Sequence[Diagnostic]
    files: Sequence[Path] = ()
    counts: Mapping[str, int] = field(default_factory=dict)
    sources: Sequence[Path] = ()
    """The folders that the result was made from."""
    warnings: Sequence[Diagnostic] = ()
    """What differs between the finished files and is no mistake of a fact."""


def is_replaceable(out: Path) -> bool:
    """Whether ``out`` may be deleted: it is not there, is empty, or was made by a build."""
    if out.is_symlink() or Path.cwd().is_relative_to(out.resolve()):
        return False
    if not out.exists():
        return True
    return out.is_dir() and ((out / MARK).is_file() or not any(out.iterdir()))


def check(source: Path, out: Path, report: Report, as_of: date | None = None) -> Result:
    """Everything that is wrong with the sources, without writing a format.

    :param as_of: the day of the facts, in the place of the edition.
    """
    with tempfile.TemporaryDirectory(prefix="iomdocs-") as folder:
        try:
            place, given = Path(folder).resolve(), _settings(as_of)
            outcome = read(source, out, place, report, given, resolves=True)
        except Rejected as rejected:
            return Result(rejected.diagnostics)
    return Result((), counts=outcome.counts)


def build(
    source: Path,
    out: Path,
    formats: Sequence[str],
    report: Report,
    as_of: date | None = None,
    *,
    verifies: bool = True,
) -> Result:
    """Publish ``formats`` (``html``, ``pdf``, ``epub``) of the book in ``source`` to ``out``.

    All or nothing: with any finding the last good ``out`` stays as it is. Only what has changed
    since the last build is read and written again; the result is that of a build from nothing.

    :param as_of: the day of the facts, in the place of the edition.
    :param verifies: whether the finished files are read again and compared.
    """
    try:
        given = {**_settings(as_of), "iomdocs_verified": verifies}
        with Workplace(out) as place:
            book = Build(source, place, formats, report, given)
            built = book.run()
    except Rejected as rejected:
        return Result(rejected.diagnostics)
    except Problem as problem:
        return Result([problem.at(Location(str(out)))])
    except OSError as error:
        return Result([cannot_write(out, error).at(Location(str(out)))])
    names = [name for name in gathering.names(formats, built.slug) if (out / name).exists()]
    folders = [source, *map(Path, built.folders)]
    return Result((), [out / name for name in names], built.counts, folders, book.warnings)


def clean(out: Path) -> None:
    """Delete what was published to ``out``, and what is kept for the next build.

    :raises Problem: a build is under way (B006).
    """
    with Workplace(out) as place:
        for folder in (out, place.folder):
            if folder.exists():
                shutil.rmtree(folder)


def _settings(as_of: date | None) -> Mapping[str, str]:
    """What the command sets in the place of ``conf.py``."""
    return {"iomdocs_as_of": as_of.isoformat()} if as_of else {}
