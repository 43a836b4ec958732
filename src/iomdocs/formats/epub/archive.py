"""The container of an ePub."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

from iomdocs.formats.archive import write_zip

MIMETYPE = "application/epub+zip"


def write_archive(
    target: Path, made: Mapping[str, str], folder: Path, copied: Iterable[str]
) -> None:
    """Write the container (EPUB 3.3, 4.3: OCF ZIP container).

    :param made: text of the files that make the package, by name.
    :param copied: names of files under ``folder``.

    ``mimetype`` comes first and is not compressed; everything else follows sorted by name.
    """
    files = {name: text.encode("utf-8") for name, text in made.items()}
    files |= {name: (folder / name).read_bytes() for name in copied}
    write_zip(target, sorted(files.items()), [("mimetype", MIMETYPE.encode())])
