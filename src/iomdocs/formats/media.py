"""The media types of files by their endings, the same on every machine."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import PurePosixPath

from iomdocs.formats.files import CHECKSUMS

CORE_TYPES: Mapping[str, str] = {
    ".xhtml": "application/xhtml+xml",
    ".css": "text/css",
    ".gif": "image/gif",
    ".jpg": "image/jpeg",
    ".jpeg": "image/jpeg",
    ".png": "image/png",
    ".svg": "image/svg+xml",
    ".webp": "image/webp",
    ".mp3": "audio/mpeg",
    ".m4a": "audio/mp4",
    ".ogg": "audio/ogg; codecs=opus",
    ".opus": "audio/ogg; codecs=opus",
    ".mp4": "video/mp4",
    ".webm": "video/webm",
    ".otf": "font/otf",
    ".ttf": "font/ttf",
    ".woff": "font/woff",
    ".woff2": "font/woff2",
}
"""What an ePub can hold (EPUB 3.3, section 3.2: core media types, and the usual for video)."""

_MORE_TYPES: Mapping[str, str] = {
    ".csv": "text/csv",
    ".epub": "application/epub+zip",
    ".htm": "text/html",
    ".html": "text/html",
    ".ico": "image/vnd.microsoft.icon",
    ".js": "text/javascript",
    ".json": "application/json",
    ".jsonld": "application/ld+json",
    ".map": "application/json",
    ".md": "text/markdown",
    ".mjs": "text/javascript",
    ".pdf": "application/pdf",
    ".txt": "text/plain",
    ".wasm": "application/wasm",
    ".xml": "application/xml",
    ".zip": "application/zip",
}
"""Other types that are published, as the IANA has registered them."""

_UNKNOWN = "application/octet-stream"
"""What is said of a file whose content nobody names (RFC 2046, section 4.5.1)."""


def media_type(name: str) -> str:
    """The media type of a file by its name.

    Python's ``mimetypes`` would also ask the machine, which each has its own answers.
    """
    path = PurePosixPath(name)
    if path.name == CHECKSUMS:
        return "text/plain"
    return {**CORE_TYPES, **_MORE_TYPES}.get(path.suffix.lower(), _UNKNOWN)
