"""The container of an ePub."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from iomdocs.formats.archive import write_zip

MIMETYPE = "application/epub+zip"


def write_archive(target: Path, texts: Mapping[str, str], resources: Mapping[str, bytes]) -> None:
    """Write the container (EPUB 3.3, 4.3: OCF ZIP container).

    :param texts: the files that make the package, and the pages, by name.
    :param resources: the other files.

    ``mimetype`` comes first and is not compressed; everything else follows sorted by name.
    """
    files = {name: text.encode("utf-8") for name, text in texts.items()} | dict(resources)
    write_zip(target, sorted(files.items()), [("mimetype", MIMETYPE.encode())])
