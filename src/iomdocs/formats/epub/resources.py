"""The files that pages and style sheets load: which of them an ePub can hold, and what goes in."""

from __future__ import annotations

import posixpath
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import quote

from iomdocs.formats.epub import styles
from iomdocs.formats.epub.drawings import cleaned_file
from iomdocs.formats.epub.pages import resolve
from iomdocs.formats.media import CORE_TYPES

_BEGINNINGS: Mapping[bytes, str] = {
    b"\x89PNG\r\n\x1a\n": ".png",
    b"\xff\xd8\xff": ".jpg",
    b"GIF8": ".gif",
    b"RIFF": ".webp",
}
"""How the files of the core types of pictures begin."""

_PICTURES = frozenset({".gif", ".jpg", ".jpeg", ".png", ".webp"})


@dataclass(frozen=True, slots=True)
class Found:
    """A file that a page loads: its address there, or why the book cannot have it."""

    address: str
    reason: str = ""


@dataclass(slots=True)
class Resources:
    """Looks up the files that pages load, and keeps those that go into the book."""

    folder: Path
    files: dict[str, bytes] = field(default_factory=dict)
    """The content of each file by its name in the book."""
    _names: dict[str, Found] = field(default_factory=dict)
    """What became of a file, by its name in the folder: its name in the book, or a reason."""

    def find(self, href: str, address: str) -> Found:
        """Look up what the file ``href`` loads from ``address``, and keep it.

        :returns: the address to load it from, which is another one if its ending is wrong.
        """
        if address.startswith("data:image/"):
            return Found(address)
        path, _ = resolve(href, address)
        if not path:
            return Found("", f"the ePub cannot hold '{address}', which is on another computer")
        if not address or path == href:
            return Found("", "the ePub needs a file that is not named")
        if path not in self._names:
            self._names[path] = self._read(path)
        found = self._names[path]
        if found.reason:
            return found
        return Found(quote(posixpath.relpath(found.address, posixpath.dirname(href) or ".")))

    def media_type(self, name: str) -> str:
        """The media type of a file of the book."""
        return CORE_TYPES[posixpath.splitext(name)[1].lower()]

    def _read(self, path: str) -> Found:
        file = self.folder / path
        if path.startswith("../") or not file.is_file():
            return Found("", f"the ePub needs the file '{path}', which is not there")
        ending = posixpath.splitext(path)[1].lower()
        if ending not in CORE_TYPES or ending == ".xhtml":
            return Found("", f"the ePub cannot hold '{path}', a kind of file that few readers show")
        data = file.read_bytes()
        if ending == ".svg":
            drawing = cleaned_file(data)
            if drawing is None:
                return Found("", f"the ePub cannot hold '{path}', which is no drawing in SVG")
            data = drawing
        name = path + _right_ending(ending, data)
        if ending == ".css":
            self.files[name] = b""
            text = data.decode("utf-8", "replace")
            lacking = [each for each in styles.loaded(text) if self.find(path, each).reason]
            data = styles.without(text, lacking).encode()
        self.files[name] = data
        return Found(name)


def _right_ending(ending: str, data: bytes) -> str:
    """What to put behind a name whose ending is not that of what the file holds."""
    if ending not in _PICTURES:
        return ""
    right = next((end for start, end in _BEGINNINGS.items() if data.startswith(start)), ending)
    return "" if CORE_TYPES[right] == CORE_TYPES[ending] else right
