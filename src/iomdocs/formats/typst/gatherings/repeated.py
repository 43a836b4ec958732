"""What several gatherings have in the same bytes, such as a picture: once in the bound PDF."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator

import pikepdf


def unite(document: pikepdf.Pdf) -> None:
    """Let equal pictures, and equal files of fonts, be one object."""
    known: dict[bytes, pikepdf.Object] = {}
    done: set[tuple[int, int]] = set()
    for page in document.pages:
        for holder, key in _holders(page.obj.get("/Resources"), done):
            stream = holder[key]
            holder[key] = known.setdefault(_digest(stream), stream)


def _holders(
    resources: pikepdf.Object | None, done: set[tuple[int, int]]
) -> Iterator[tuple[pikepdf.Object, str]]:
    """What has a stream that may be in the PDF more than once, with the name of its key."""
    if resources is None:
        return
    for holder in _of_fonts(resources, done):
        for key in ("/FontFile2", "/FontFile3"):
            if key in holder:
                yield holder, key
    pictures = resources.get("/XObject", pikepdf.Dictionary())
    for key in list(pictures.keys()):
        if pictures[key].get("/Subtype") == pikepdf.Name.Image and "/SMask" not in pictures[key]:
            yield pictures, key


def _of_fonts(resources: pikepdf.Object, done: set[tuple[int, int]]) -> Iterator[pikepdf.Object]:
    """The descriptors of fonts (ISO 32000-1, 9.8), each once."""
    fonts = resources.get("/Font", pikepdf.Dictionary())
    for font in dict(fonts).values():
        if font.objgen in done:
            continue
        done.add(font.objgen)
        for descendant in font.get("/DescendantFonts", ()):
            if "/FontDescriptor" in descendant:
                yield descendant.FontDescriptor


def _digest(stream: pikepdf.Object) -> bytes:
    about = {key: value for key, value in stream.items() if key != "/Length"}
    return hashlib.sha256(repr(sorted(about.items())).encode() + stream.read_raw_bytes()).digest()
