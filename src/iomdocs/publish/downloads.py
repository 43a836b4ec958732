"""The files that a website offers: put inside it, so that it can be published alone."""

from __future__ import annotations

import re
import shutil
from collections.abc import Sequence
from pathlib import Path

from babel.units import format_unit

from iomdocs.formats.files import FOLDER, file_name
from iomdocs.languages import locale_of
from iomdocs.publish import checksums, offline
from iomdocs.publish.tasks import Outcome

_SIZE = re.compile(rb'<data class="file-size" value="" data-file="(?P<file>[^"]+)"></data>')
"""Where a page has room for the size of a file, as the templates of the pages write it."""

_TOLD = re.compile(rb'<data class="file-size" value="\d+" data-file="(?P<file>[^"]+)">[^<]*</data>')
"""The same, with the size."""


def offer(folder: Path, files: Sequence[Path], book: Outcome) -> Path:
    """Make the website a zip file, put all files of the book into the website, tell their sizes.

    :param folder: where the website is, as ``html``.
    :param files: the finished files of the other formats.
    :param book: what the website is called, its language and its address.
    :returns: the zip file, which has the website without the files.
    """
    html, archive = folder / "html", folder / file_name(book.slug, "html")
    _tell_sizes(html, files, book.language)
    offline.write(html, archive, book.slug, book.website)
    offered = [*files, archive]
    _tell_sizes(html, offered, book.language)
    inside = html / FOLDER
    inside.mkdir(exist_ok=True)
    for file in offered:
        _put(file, inside / file.name)
    checksums.write(inside, checksums.of(inside))
    return archive


def with_sizes_of(earlier: bytes, page: bytes) -> bytes:
    """A page as Sphinx has written it, with the sizes that an earlier one tells."""
    told = {element["file"]: element[0] for element in _TOLD.finditer(earlier)}
    return _SIZE.sub(lambda slot: told.get(slot["file"], slot[0]), page)


def _put(file: Path, target: Path) -> None:
    """Give a file a second place without a second copy of it, where the disk can do that."""
    try:
        target.hardlink_to(file)
    except OSError:
        shutil.copyfile(file, target)


def _tell_sizes(html: Path, files: Sequence[Path], language: str) -> None:
    """Fill the places for the sizes of these files, on the few pages that have some."""
    told = {
        file.name.encode(): _element(file.name, file.stat().st_size, language).encode()
        for file in files
    }
    for page in html.rglob("*.html"):
        content = page.read_bytes()
        filled = _SIZE.sub(lambda slot: told.get(slot["file"], slot[0]), content)
        if filled != content:
            page.write_bytes(filled)


def _element(file: str, size: int, language: str) -> str:
    words = size_words(size, language)
    return f'<data class="file-size" value="{size}" data-file="{file}">{words}</data>'


def size_words(size: int, language: str) -> str:
    """The size of a file as readers of a language write it: ``2.9 MB``, ``35 kB``."""
    kilobytes = max(1, round(size / 1e3))
    if kilobytes < 1000:
        unit, amount, places = "digital-kilobyte", float(kilobytes), "#,##0"
    else:
        unit, amount, places = "digital-megabyte", size / 1e6, "#,##0.#"
    locale = locale_of(language)
    return format_unit(amount, unit, "short", format=places, locale=locale)
