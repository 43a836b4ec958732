"""The website as one file, to be read without a network."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial
from pathlib import Path

from iomdocs.formats.archive import write_zip
from iomdocs.formats.files import FOLDER, RECEIPT_PAGE

_OF_SERVER = "404.html"
"""A page that only a server shows, and that names all it needs from the root of the server."""

_OFFERED = re.compile(rb"<!-- files -->(.*?)<!-- /files -->", re.DOTALL)
"""Where a page offers the files of the book, as the templates of the pages mark it."""

_ADDRESS = re.compile(
    rb'(?<=href=")(?:\.\./)*(?=%b/|%b")' % (FOLDER.encode(), re.escape(RECEIPT_PAGE.encode()))
)
"""What leads from a page to the folder of the files, and to what is said of them."""


def write(html: Path, target: Path, folder: str, website: str) -> None:
    """Put a website into a zip file that unpacks into one folder.

    The files of the book are not in it. Pages that offer them lead to those of the public website;
    without one they do not offer them.

    :param folder: the name of that folder.
    :param website: the address of the public website, or nothing.
    """
    write_zip(target, _files(html, folder, website))


def _files(html: Path, folder: str, website: str) -> Iterator[tuple[str, bytes]]:
    paths = {path.relative_to(html).as_posix(): path for path in html.rglob("*") if path.is_file()}
    paths.pop(_OF_SERVER, None)
    for name, path in sorted(paths.items()):
        content = path.read_bytes()
        if path.suffix == ".html":
            content = _OFFERED.sub(partial(_elsewhere, website=website), content)
        yield f"{folder}/{name}", content


def _elsewhere(offered: re.Match[bytes], website: str) -> bytes:
    """What stands in the place of links to files that are not there."""
    address = f"{website.rstrip('/')}/".encode()
    return _ADDRESS.sub(lambda _: address, offered[1]) if website else b""
