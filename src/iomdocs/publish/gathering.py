"""All that is published, in one folder."""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from pathlib import Path

from iomdocs.data.document import SCHEMA
from iomdocs.formats.files import CHECKSUMS, MANIFEST, MARK, file_name
from iomdocs.publish import downloads, manifest
from iomdocs.publish.tasks import Outcome

_LEFT_BEHIND = (".buildinfo", ".buildinfo.bak")
"""Notes of Sphinx to itself."""


def names(formats: Sequence[str], slug: str) -> list[str]:
    """The published files by the names they have in the output folder."""
    names = ["html/index.html" if name == "html" else file_name(slug, name) for name in formats]
    archive = [file_name(slug, "html")] if "html" in formats else []
    return [*names, *archive, "facts.json", MANIFEST, CHECKSUMS]


def gather(folder: Path, formats: Sequence[str], book: Outcome) -> Path:
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
    manifest.write(finished, formats, book)
    return finished
