"""The list of all that is published, for programs that take it further."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

from iomdocs.formats.files import CHECKSUMS, MANIFEST, MARK
from iomdocs.formats.media import media_type
from iomdocs.languages import language_tag
from iomdocs.publish import checksums
from iomdocs.publish.checksums import Sum
from iomdocs.publish.tasks import Outcome

_NOT_LISTED = frozenset({CHECKSUMS, MANIFEST, MARK, "receipt.json", "html/receipt.html"})
"""Files that tell of the others, and the one that only says who made the folder."""

_FORMATS = {".pdf": "pdf", ".epub": "epub", ".zip": "html"}
"""The formats of the files beside the website; all other files there are data."""


def write(folder: Path, formats: Sequence[str], book: Outcome) -> None:
    """Write the manifest and the checksums of all files in and below a folder.

    They say what was published and from which edition, and nothing of when and where: the same
    sources give the same bytes.
    """
    sums = checksums.of(folder, _NOT_LISTED)
    checksums.write(folder, sums)
    said = {
        **book.identity,
        "language": language_tag(book.language),
        "formats": list(formats),
        "files": [_entry(each) for each in sums],
    }
    text = json.dumps(said, ensure_ascii=False, indent=1) + "\n"
    (folder / MANIFEST).write_text(text, "utf-8", newline="\n")


def _entry(file: Sum) -> dict[str, str | int]:
    return {
        "path": file.path,
        "size": file.size,
        "sha256": file.sha256,
        "media_type": media_type(file.path),
        "format": _format(file.path),
    }


def _format(path: str) -> str:
    """What a file belongs to: the website with all that it offers, another format, or the data."""
    if path.startswith("html/"):
        return "html"
    return _FORMATS.get(Path(path).suffix, "data")
