"""Check the sources, read them once, write each format, and put the result in place."""

from __future__ import annotations

import shutil
import tempfile
import time
from collections.abc import Callable, Collection, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Self

from iomdocs.data.document import SCHEMA
from iomdocs.diagnostics import Diagnostic
from iomdocs.formats.files import CHECKSUMS, file_name
from iomdocs.lint import engine
from iomdocs.publish import checksums, downloads, revisions
from iomdocs.publish.worker import Outcome, Task, start, together

BUILDERS: Mapping[str, str] = {"html": "html", "pdf": "typstpdf", "epub": "epub"}
"""The formats, and the builder of Sphinx that writes each."""


@dataclass(frozen=True, slots=True)
class Result:
    """What a build gave: findings, and if there are none, the finished files and counts."""

    diagnostics: Sequence[Diagnostic]
    files: Sequence[Path] = ()
    counts: Mapping[str, int] = field(default_factory=dict)
    sources: Sequence[Path] = ()
    """The folders that the result was made from."""


class Rejected(Exception):
    """The sources or a format have findings; nothing is published."""

    def __init__(self, diagnostics: Sequence[Diagnostic]) -> None:
        super().__init__(f"{len(diagnostics)} findings")
        self.diagnostics = diagnostics


MARK = ".iomdocs"
"""An empty file in a published folder: what has it was made here and may be made anew."""

Report = Callable[[str], None]
"""Told the name of each step as it begins."""


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
            outcome = _read(source, out, place, report, given, resolves=True)
        except Rejected as rejected:
            return Result(rejected.diagnostics)
    return Result((), counts=outcome.counts)


def build(
    source: Path,
    out: Path,
    formats: Sequence[str],
    report: Report,
    as_of: date | None = None,
) -> Result:
    """Publish ``formats`` (``html``, ``pdf``, ``epub``) of the book in ``source`` to ``out``.

    All or nothing: with any finding the last good ``out`` stays as it is.

    :param as_of: the day of the facts, in the place of the edition.
    """
    settings = _settings(as_of)
    with _Workshop(out) as workshop:
        try:
            read = _read(source, out, workshop.folder, report, settings)
            written = _write(source, workshop.folder, formats, report, settings)
        except Rejected as rejected:
            return Result(rejected.diagnostics)
        report(f"Putting the files into {out.name}/")
        _gather(workshop.folder, formats, read)
        _replace(out, workshop.folder / "finished")
    pages = max((outcome.counts["pages"] for outcome in written), default=0)
    names = [name for name in _names(formats, read.slug) if (out / name).exists()]
    files = [out / name for name in names]
    return Result((), files, {**read.counts, "pages": pages}, [source, *read.folders])


def _settings(as_of: date | None) -> Mapping[str, str]:
    """What the command sets in the place of ``conf.py``."""
    return {"iomdocs_as_of": as_of.isoformat()} if as_of else {}


def _read(
    source: Path,
    out: Path,
    folder: Path,
    report: Report,
    settings: Mapping[str, str],
    *,
    resolves: bool = False,
) -> Outcome:
    report("Checking the sources")
    findings = engine.check([source], out.resolve())
    report("Reading the sources")
    unreadable = {Path(finding.location.path).relative_to(source) for finding in findings}
    task = Task(
        "dummy",
        source,
        folder / "read",
        folder / "doctrees",
        settings,
        excluded=[path.as_posix() for path in unreadable],
        data=folder / "facts.json",
        resolves=resolves or bool(findings),
    )
    outcome = start(task).outcome()
    findings += [d for d in outcome.diagnostics if not _follows_from(d, unreadable)]
    if any(d.code == "S002" or d.location.path.endswith(".bib") for d in findings):
        findings = [d for d in findings if d.code not in {"S001", "F007"}]
    if findings:
        raise Rejected(list({str(finding): finding for finding in sorted(findings)}.values()))
    return outcome


def _follows_from(finding: Diagnostic, unreadable: Collection[Path]) -> bool:
    """Whether a link is only missing because the page it leads to could not be read."""
    return finding.code.startswith("L") and any(
        path.with_suffix("").as_posix() in finding.message for path in unreadable
    )


def _write(
    source: Path,
    folder: Path,
    formats: Sequence[str],
    report: Report,
    settings: Mapping[str, str],
) -> list[Outcome]:
    """Write all formats at once over the same doctrees."""
    report(f"Writing {', '.join(_TITLES[name] for name in formats)}")
    given = {**settings, "iomdocs_formats": list(formats)}
    if revision := revisions.current(source):
        given["iomdocs_revision"] = revision
    tasks = [
        Task(BUILDERS[name], source, folder / name, folder / "doctrees", given) for name in formats
    ]
    outcomes = together(tasks)
    findings = {finding for outcome in outcomes for finding in outcome.diagnostics}
    if findings:
        raise Rejected(sorted(findings))
    return outcomes


_TITLES = {"html": "HTML", "pdf": "PDF", "epub": "ePub"}

_LEFT_BEHIND = (".buildinfo", ".buildinfo.bak")
"""Notes of Sphinx to itself."""


def _names(formats: Sequence[str], slug: str) -> list[str]:
    """The published files by the names they have in the output folder."""
    names = ["html/index.html" if name == "html" else file_name(slug, name) for name in formats]
    archive = [file_name(slug, "html")] if "html" in formats else []
    return [*names, *archive, "facts.json", CHECKSUMS]


def _gather(folder: Path, formats: Sequence[str], book: Outcome) -> None:
    """Put all that is published into one folder, the website last: it offers the other files."""
    finished = folder / "finished"
    finished.mkdir()
    (finished / MARK).touch()
    files = {name: file_name(book.slug, name) for name in formats if name != "html"}
    for name, file in files.items():
        shutil.move(folder / name / file, finished / file)
    if "html" in formats:
        shutil.move(folder / "html", finished / "html")
        for left in _LEFT_BEHIND:
            (finished / "html" / left).unlink(missing_ok=True)
        downloads.offer(finished, [finished / file for file in files.values()], book)
    if (folder / "facts.json").exists():
        shutil.move(folder / "facts.json", finished / "facts.json")
        shutil.copyfile(SCHEMA, finished / SCHEMA.name)
    checksums.write(finished)


def _replace(out: Path, finished: Path) -> None:
    """Put ``finished`` where ``out`` is, with the old one aside until the new one stands."""
    if not out.exists():
        finished.replace(out)
        return
    aside = Path(tempfile.mkdtemp(prefix=f".{out.name}-old-", dir=out.parent))
    out.replace(aside / "old")
    try:
        finished.replace(out)
    except OSError:
        (aside / "old").replace(out)
        raise
    finally:
        shutil.rmtree(aside, ignore_errors=True)


class _Workshop(AbstractContextManager["_Workshop"]):
    """A folder beside the output for work in progress, gone afterwards."""

    def __init__(self, out: Path) -> None:
        out.parent.mkdir(parents=True, exist_ok=True)
        self.folder = Path(tempfile.mkdtemp(prefix=f".{out.name}-new-", dir=out.parent)).resolve()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        shutil.rmtree(self.folder, ignore_errors=True)


class Clock:
    """Prints each step with the time that the one before it took."""

    def __init__(self, write: Callable[[str], object]) -> None:
        self._write = write
        self._begun = time.monotonic()

    def __call__(self, step: str) -> None:
        """Say which step begins."""
        self._write(f"[{time.monotonic() - self._begun:5.1f} s] {step} ...\n")
