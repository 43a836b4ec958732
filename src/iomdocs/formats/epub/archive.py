"""The zip file of an ePub, with the same bytes for the same content."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

MIMETYPE = "application/epub+zip"
_EARLIEST = (1980, 1, 1, 0, 0, 0)
_UNIX = 3
_PLAIN_FILE = 0o100644 << 16


def write_archive(target: Path, texts: Mapping[str, str], resources: Mapping[str, bytes]) -> None:
    """Write the container (EPUB 3.3, 4.3: OCF ZIP container).

    :param texts: the files that make the package, and the pages, by name.
    :param resources: the other files.

    ``mimetype`` comes first and is not compressed; everything else follows sorted by name, every
    file with the same date, so that the clock and the order of the disk leave no trace.
    """
    files = {name: text.encode("utf-8") for name, text in texts.items()} | dict(resources)
    with ZipFile(target, "w") as archive:
        archive.writestr(_info("mimetype", ZIP_STORED), MIMETYPE)
        for name in sorted(files):
            archive.writestr(_info(name, ZIP_DEFLATED), files[name], compresslevel=9)


def _info(name: str, compression: int) -> ZipInfo:
    info = ZipInfo(name, _EARLIEST)
    info.compress_type = compression
    info.create_system = _UNIX
    info.external_attr = _PLAIN_FILE
    return info
