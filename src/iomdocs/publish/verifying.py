"""Finished files are checked before they are published, and say so."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from iomdocs.diagnostics import Diagnostic
from iomdocs.publish.reading import Rejected
from iomdocs.publish.readings import KeptReadings
from iomdocs.verify import page, receipt
from iomdocs.verify.finished import finished
from iomdocs.verify.verification import verify


def check(
    folder: Path,
    formats: Sequence[str],
    earlier: Path | None,
    kept: KeptReadings,
    *,
    same_words: bool,
) -> Sequence[Diagnostic]:
    """Check the finished files in a folder, and put the receipt and its page beside them.

    :param earlier: what was published last, where the receipt of equal files is still good.
    :param kept: what was read of the files when they were written, or of those of the last build.
    :param same_words: whether words that differ between formats stop a build.
    :returns: differences that do not stop the build.
    :raises Rejected: a fact differs, or a file cannot be read.
    """
    said = receipt.read(earlier) if earlier else None
    found: Sequence[Diagnostic] = ()
    digests = finished(folder).digests()
    if said is None or said["differences"] or said["sha256"] != digests:
        readings = {name: kept.known(name) for name in formats}
        verified = verify(folder, formats, readings, digests)
        if "pdf" in readings:
            kept.keep("pdf", readings["pdf"])
        found = verified.findings
        if stopping := found if same_words else verified.of_facts:
            raise Rejected(sorted(stopping))
        said = receipt.receipt(verified)
    kept.carry()
    put(folder, said)
    return sorted(found)


def put(folder: Path, said: Mapping[str, Any]) -> None:
    """Write a receipt and its page."""
    receipt.write(folder, said)
    if (folder / "html").is_dir():
        page.write(folder / "html", said)
