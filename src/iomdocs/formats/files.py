"""The files in which a book is given away, and where its website has them."""

from __future__ import annotations

MARK = ".iomdocs"
"""An empty file in a published folder: what has it was made here and may be made anew."""

MANIFEST = "manifest.json"
"""The file that lists the others."""

FOLDER = "_downloads"
"""The folder of the website that holds the files; pages lead there."""

CHECKSUMS = "SHA256SUMS"
"""The file with the checksums of the others."""

RECEIPT_PAGE = "receipt.html"
"""The page of the website that says that the finished files were checked."""


def file_name(slug: str, format_: str) -> str:
    """The name of the file of a format (``html``, ``pdf``, ``epub``); a website is a zip file."""
    return f"{slug}-html.zip" if format_ == "html" else f"{slug}.{format_}"
