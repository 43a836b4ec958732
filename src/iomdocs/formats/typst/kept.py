"""Finished PDFs, kept from one build to the next: a book unchanged in print is not set again."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Iterator, Sequence
from importlib.metadata import version
from pathlib import Path

from iomdocs.cache import Cache
from iomdocs.formats.typst import compiler, opened, packing
from iomdocs.formats.typst.packing import Packed
from iomdocs.formats.typst.pictures import OF_LOOK

ROOM = "pdf"
"""The folder of these among the caches of a book."""
LIMIT = 150 * 2**20
"""Bytes of all PDFs that are kept."""

_PROGRAMS = ("iomdocs", "typst", "pikepdf")
_MAKERS = (compiler, opened, packing)
_FOLDER_OF_MAKERS = "gatherings"
"""What decides, besides the markup, what is in a PDF."""
_SIZE_OF_COUNT = 4
_NAMED = re.compile(r'"((?:images|drawings|attached)/[^"\\]+)"')
"""A file beside the markup, where a call names it."""


class KeptPdfs:
    """The PDFs of a book by what they are made from."""

    def __init__(self, caches: Path) -> None:
        self._cache = Cache(caches / ROOM, LIMIT)

    def get(self, key: str) -> Packed | None:
        """The PDF that was kept under a key, with its number of pages."""
        kept = self._cache.get(key)
        if kept is None:
            return None
        return Packed(kept[_SIZE_OF_COUNT:], int.from_bytes(kept[:_SIZE_OF_COUNT]))

    def put(self, key: str, pdf: Packed) -> None:
        """Keep a PDF."""
        self._cache.put(key, pdf.pages.to_bytes(_SIZE_OF_COUNT) + pdf.content)


def key_of(source: Path, fonts: Sequence[Path], *settings: object) -> str:
    """What a PDF is kept under: a digest of all that it is made from.

    :param source: the markup; its template, pictures and attached files lie beside it.
    :param fonts: the folders with fonts.
    :param settings: what else decides what is in the PDF: numbers, words, and sequences of these.
    """
    digest = hashlib.sha256()
    programs = [version(program) for program in _PROGRAMS]
    digest.update(repr((programs, source.name, settings)).encode())
    for maker in _makers():
        _add(digest, maker)
    for folder in (source.parent, *fonts):
        for file in _files(folder):
            digest.update(repr(file.relative_to(folder).as_posix()).encode())
            _add(digest, file)
    return digest.hexdigest()


def digests_of(folder: Path, fonts: Sequence[Path]) -> Callable[[str], str]:
    """What tells of a markup, by a digest, all that it is made into a PDF with.

    :param folder: has the template and what the markup names.
    """
    common = hashlib.sha256()
    common.update(repr([version(program) for program in _PROGRAMS]).encode())
    looks = [folder / "handbook.typ", folder / "builtin.typ", folder / "look.json"]
    for file in (*_makers(), *looks, *_files(folder / OF_LOOK)):
        _add(common, file)
    for fonts_folder in fonts:
        for file in _files(fonts_folder):
            common.update(repr(file.relative_to(fonts_folder).as_posix()).encode())
            _add(common, file)

    def digest(markup: str) -> str:
        whole = common.copy()
        whole.update(markup.encode())
        for name in sorted(set(_NAMED.findall(markup))):
            if (folder / name).is_file():
                _add(whole, folder / name)
        return whole.hexdigest()

    return digest


def _makers() -> Iterator[Path]:
    yield from (Path(str(maker.__file__)) for maker in _MAKERS)
    yield from sorted((Path(__file__).parent / _FOLDER_OF_MAKERS).glob("*.py"))


def _files(folder: Path) -> Iterator[Path]:
    yield from sorted(path for path in folder.rglob("*") if path.is_file())


def _add(digest: hashlib._Hash, file: Path) -> None:
    with file.open("rb") as content:
        digest.update(hashlib.file_digest(content, "sha256").digest())
