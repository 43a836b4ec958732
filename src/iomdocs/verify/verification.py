"""Finished files checked against each other and against the facts as data."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple

from iomdocs.diagnostics import Diagnostic, Location
from iomdocs.verify.agreement import STALE, Record
from iomdocs.verify.beside import Result
from iomdocs.verify.comparison import TOPIC, WORDS, compared, in_order
from iomdocs.verify.ebook import ebook
from iomdocs.verify.editions import Edition, Unreadable
from iomdocs.verify.finished import Finished, digest_of, finished
from iomdocs.verify.printed import printed
from iomdocs.verify.readings import Readings
from iomdocs.verify.structure import Sheets, sheets_of
from iomdocs.verify.website import website

UNREADABLE = "V006"
_OF_WORDS = frozenset({WORDS, TOPIC})
"""Findings that are about no fact."""
_READERS: Mapping[str, Callable[[Path, Readings], Edition]] = {
    "html": website,
    "epub": ebook,
    "pdf": printed,
}
"""By format, the first the one that others are compared with."""


class Ahead(NamedTuple):
    """A PDF that another process has read: the SHA-256 of the file, and what it says."""

    digest: str
    edition: Edition


class Known(NamedTuple):
    """What is known of finished files before they are checked.

    Attributes:
        readings: by format what was read of equal parts before; what is read now is added.
        digests: those of all formats and the facts.
        pdf: waits for another process that reads the PDF.
    """

    readings: Mapping[str, Readings] = MappingProxyType({})
    digests: Mapping[str, str] = MappingProxyType({})
    pdf: Result[Ahead] | None = None


@dataclass(frozen=True, slots=True)
class Verified:
    """What came of a check.

    Attributes:
        findings: every difference; none if all formats say the same.
        editions: what was read, by format.
        shown: how printed facts were shown to be what is recorded: how often each way.
        digests: of the formats and the facts.
        edition: the day of the edition, ISO 8601, or nothing.
    """

    findings: Sequence[Diagnostic]
    editions: Mapping[str, Edition] = field(default_factory=dict)
    shown: Mapping[str, int] = field(default_factory=dict)
    digests: Mapping[str, str] = field(default_factory=dict)
    edition: str = ""

    @property
    def of_facts(self) -> Sequence[Diagnostic]:
        """The findings that make a fact, or a whole file, not to be relied upon."""
        return [finding for finding in self.findings if finding.code not in _OF_WORDS]


def verify(
    folder: Path,
    formats: Sequence[str] = (),
    known: Known | None = None,
) -> Verified:
    """Check the finished files in a folder.

    :param formats: those that must be there; without any those that the website offers.
    :param known: what spares reading; without it all is read.
    """
    files = finished(folder)
    editions, findings = _read(files, known or Known())
    for edition in editions.values():
        findings += edition.faults
    findings += _absent(files, formats)
    shown: Counter[str] = Counter()
    record = None
    try:
        record = Record(files.facts.read_bytes()) if files.facts.is_file() else None
    except (OSError, Unreadable) as error:
        findings.append(Diagnostic(Location(files.facts.name), UNREADABLE, str(error)))
    if record is None and any(True for each in editions.values() for _ in each.occurrences()):
        message = "there are facts in print but no facts.json to check them against"
        findings.append(Diagnostic(Location(files.facts.name), UNREADABLE, message))
    if record is not None:
        for edition in editions.values():
            findings += record.disagreements(edition, shown)
    findings += _stale(files, editions, record)
    first, *others = editions.values() or [Edition("")]
    for other in others:
        findings += compared(first, other)
    if "epub" in editions and "pdf" in editions:
        findings += in_order(editions["epub"], editions["pdf"])
    return Verified(
        findings=list(dict.fromkeys(findings)),
        editions=editions,
        shown=shown,
        digests=(known and known.digests) or files.digests(),
        edition=record.edition if record else "",
    )


def read(name: str, path: Path, readings: Readings) -> Edition:
    """Read the finished files of a format.

    :param readings: what was read of equal parts before; what is read now is added.
    :raises Unreadable: a file is not there, or nothing can be found in it.
    """
    with sheets_of(path if name == "pdf" else None, readings) as sheets:
        return printed(path, readings, sheets) if name == "pdf" else _READERS[name](path, readings)


def _read(files: Finished, known: Known) -> tuple[dict[str, Edition], list[Diagnostic]]:
    editions: dict[str, Edition] = {}
    findings: list[Diagnostic] = []
    readings = {name: known.readings.get(name, Readings()) for name in _READERS}
    pdf = None if known.pdf else files.files.get("pdf")
    with sheets_of(pdf, readings["pdf"]) as sheets:
        readers: dict[str, Callable[[Path, Readings], Edition]] = dict(_READERS)
        readers["pdf"] = partial(_pdf, known=known, sheets=sheets)
        for name in _READERS:
            if name not in files.files:
                continue
            try:
                editions[name] = readers[name](files.files[name], readings[name])
            except Unreadable as error:
                place = Location(files.files[name].name)
                findings.append(Diagnostic(place, UNREADABLE, str(error)))
    return editions, findings


def _pdf(path: Path, readings: Readings, *, known: Known, sheets: Sheets) -> Edition:
    """The PDF, read here unless another process has read just this file."""
    ahead = known.pdf() if known.pdf else None
    if ahead and ahead.digest == digest_of(path):
        return ahead.edition
    return printed(path, readings, sheets)


def _absent(files: Finished, formats: Sequence[str]) -> Iterator[Diagnostic]:
    for name in formats:
        if name not in files.files:
            message = f"the {_READERS[name].__name__} is not there"
            yield Diagnostic(Location(str(files.folder)), UNREADABLE, message)
    if not formats and "html" in files.files:
        for copy in sorted((files.files["html"] / "_downloads").glob("*")):
            lacks = not (files.folder / copy.name).is_file()
            if copy.suffix in {".pdf", ".epub"} and lacks:
                message = f"{copy.name} is offered by the website but not there"
                yield Diagnostic(Location(copy.name), UNREADABLE, message)


def _stale(
    files: Finished, editions: Mapping[str, Edition], record: Record | None
) -> Iterator[Diagnostic]:
    """What is left of another build."""
    for copy, file in files.copies():
        if not copy.is_file():
            message = f"the website does not have {file.name} to offer"
            yield Diagnostic(Location(f"html/{copy.parent.name}"), STALE, message)
        elif not (copy.samefile(file) or copy.read_bytes() == file.read_bytes()):
            message = f"html/{copy.parent.name} has another {file.name} than stands beside it"
            yield Diagnostic(Location(file.name), STALE, message)
    if record is not None and "pdf" in editions:
        yield from _attached(files, editions["pdf"])
    days = {each.format: each.edition for each in editions.values() if each.edition}
    if record is not None and record.edition:
        days["facts.json"] = record.edition
    if len(set(days.values())) > 1:
        told = ", ".join(f"{name} {day}" for name, day in days.items())
        yield Diagnostic(
            Location(str(files.folder)), STALE, f"the days of the edition differ: {told}"
        )


def _attached(files: Finished, pdf: Edition) -> Iterator[Diagnostic]:
    """Facts that the PDF has with it, and that are not those beside it; or none where some are."""
    if pdf.facts != files.facts.read_bytes():
        message = "the facts that the PDF has with it are others than those of facts.json"
        if pdf.facts is None:
            message = "the PDF does not have facts.json with it"
        yield Diagnostic(Location(files.files["pdf"].name), STALE, message)
