"""Finished files are checked before they are published, and say so."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from iomdocs.diagnostics import Diagnostic
from iomdocs.publish.reading import Rejected
from iomdocs.publish.readings import KeptReadings
from iomdocs.verify import page, receipt
from iomdocs.verify.beside import Result, beside
from iomdocs.verify.finished import digest_of, finished
from iomdocs.verify.structure import takes_long
from iomdocs.verify.verification import Ahead, Known, read, verify


@contextmanager
def reading(pdf: Path, kept: KeptReadings) -> Iterator[Result[Ahead] | None]:
    """Begin to read a finished PDF in a process of its own, if that takes long.

    The file may be moved meanwhile: it has a second name while it is read.

    :param kept: what was read of it in the last build; what is read now is added.
    """
    second = _second_name(pdf) if takes_long(pdf) else None
    if second is None:
        yield None
        return

    def read_it() -> Ahead:
        readings = kept.earlier("pdf")
        edition = read("pdf", second, readings)
        kept.keep("pdf", readings)
        return Ahead(digest_of(second), edition)

    with beside(read_it) as result:
        yield result


def _second_name(file: Path) -> Path | None:
    """The same file in a folder of its own, where the disk can do that."""
    second = file.parent / "read" / file.name
    try:
        second.parent.mkdir()
        second.hardlink_to(file)
    except OSError:
        return None
    return second


def check(
    folder: Path,
    formats: Sequence[str],
    earlier: Path | None,
    kept: KeptReadings,
    pdf: Result[Ahead] | None,
    *,
    same_words: bool,
) -> Sequence[Diagnostic]:
    """Check the finished files in a folder, and put the receipt and its page beside them.

    :param earlier: what was published last, where the receipt of equal files is still good.
    :param kept: what was read of the files when they were written, or of those of the last build.
    :param pdf: waits for the process that reads the PDF.
    :param same_words: whether words that differ between formats stop a build.
    :returns: differences that do not stop the build.
    :raises Rejected: a fact differs, or a file cannot be read.
    """
    said = receipt.read(earlier) if earlier else None
    found: Sequence[Diagnostic] = ()
    digests = finished(folder).digests()
    if said is None or said["differences"] or said["sha256"] != digests:
        names = [name for name in formats if name != "pdf" or pdf is None]
        readings = {name: kept.known(name) for name in names}
        verified = verify(folder, formats, Known(readings, digests, pdf))
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
