"""Check the sources and read them once, for all formats."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from pathlib import Path

from iomdocs.diagnostics import Diagnostic
from iomdocs.publish import checking
from iomdocs.publish.processes import together
from iomdocs.publish.progress import Report
from iomdocs.publish.tasks import Outcome, Reading, Task


class Rejected(Exception):
    """The sources or a format have findings; nothing is published."""

    def __init__(self, diagnostics: Sequence[Diagnostic]) -> None:
        super().__init__(f"{len(diagnostics)} findings")
        self.diagnostics = diagnostics


def read(
    source: Path,
    out: Path,
    folder: Path,
    report: Report,
    settings: Mapping[str, str],
    how: Reading | None = None,
    *,
    resolves: bool = False,
) -> Outcome:
    """Check the sources, then read the book into ``folder``, for all formats at once.

    :param out: the folder of finished files, which is left out of the sources.
    :param settings: what the command sets in the place of ``conf.py``.
    :param how: what of the doctrees in ``folder`` can still be used; nothing if not given.
    :param resolves: whether to look for links that lead nowhere, which writing a format does too.
    :raises Rejected: anything is wrong. What is not safe is not read.
    """
    report("Checking the sources")
    findings = list(checking.stopping(source, out))
    if any(finding.code.startswith("X") for finding in findings):
        raise Rejected(sorted(findings))
    report("Reading the sources")
    unreadable = {path.relative_to(source) for path in _not_to_be_read(findings, source)}
    task = Task(
        "dummy",
        "reading",
        source,
        folder / "read",
        folder / "doctrees",
        settings,
        excluded=[path.as_posix() for path in unreadable],
        data=folder / "facts.json",
        resolves=resolves or bool(findings),
        reading=how or Reading(),
    )
    (outcome,) = together([task], lambda task, progress: report.pages(task.title, progress))
    findings += [d for d in outcome.diagnostics if not _follows_from(d, unreadable)]
    if any(d.code == "S002" or d.location.path.endswith(".bib") for d in findings):
        findings = [d for d in findings if d.code not in {"S001", "F007"}]
    if findings:
        raise Rejected(list({str(finding): finding for finding in sorted(findings)}.values()))
    return outcome


def _not_to_be_read(findings: Sequence[Diagnostic], source: Path) -> set[Path]:
    """The files in ``source`` that are no text."""
    found = {Path(each.location.path) for each in findings if each.code.startswith("T")}
    return {path for path in found if path.is_relative_to(source)}


def _follows_from(finding: Diagnostic, unreadable: Collection[Path]) -> bool:
    """Whether a link is only missing because the page it leads to could not be read."""
    return finding.code.startswith("L") and any(
        path.with_suffix("").as_posix() in finding.message for path in unreadable
    )
