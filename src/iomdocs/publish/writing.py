"""Write all formats at once over the same doctrees."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from iomdocs.publish.processes import together
from iomdocs.publish.progress import Progress, Report
from iomdocs.publish.reading import Rejected
from iomdocs.publish.tasks import Outcome, Task, Writing


class _Format(NamedTuple):
    """A format: the builder of Sphinx that writes it, and what it is called."""

    builder: str
    title: str


FORMATS: Mapping[str, _Format] = {
    "html": _Format("html", "HTML"),
    "pdf": _Format("typstpdf", "PDF"),
    "epub": _Format("epub", "ePub"),
}
"""The formats by the names that the command knows."""


def write(
    source: Path,
    folder: Path,
    formats: Sequence[str],
    report: Report,
    settings: Mapping[str, Any],
    what: Writing,
) -> Sequence[Outcome]:
    """Write the formats into folders below ``folder``, where the book has been read.

    :param settings: what the command sets in the place of ``conf.py``.
    :raises Rejected: anything is wrong with one of them.
    """
    report(f"Writing {', '.join(FORMATS[name].title for name in formats)}")
    given = {**settings, "iomdocs_formats": list(formats)}
    tasks = [
        Task(*FORMATS[name], source, folder / name, folder / "doctrees", given, writing=what)
        for name in formats
    ]

    def tell(task: Task, progress: Progress) -> None:
        report.pages(task.title, progress)

    outcomes = together(tasks, tell)
    if findings := {finding for outcome in outcomes for finding in outcome.diagnostics}:
        raise Rejected(sorted(findings))
    return outcomes
