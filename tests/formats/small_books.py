"""Books that a test writes: a folder with settings and the pages of the test."""

import io
from pathlib import Path

import pypdfium2

from tests.formats.conftest import Built, make, write_files
from tests.formats.words import differences, expected, printed

CONF = """
project = "Small"
language = "en"
iomdocs_edition = "2026-11-24"
extensions = ["myst_parser", "iomdocs"]
myst_enable_extensions = ["colon_fence", "deflist", "attrs_inline", "attrs_block"]
"""


def built(folder: Path, pages: dict[str, str], conf: str = "", **settings: object) -> Built:
    """A book as a PDF, from its pages by file name, with more lines of ``conf.py``."""
    source = write_files(folder / "source", {"conf.py": CONF + conf, **pages})
    return make("typstpdf", source, folder / "build", **settings)


def lost(book: Built) -> list[str]:
    """Where the PDF does not say what its pages say."""
    found, _behind = differences(expected(book.doctree), printed(book.pdf))
    return list(map(str, found))


def outside(path: Path) -> list[str]:
    """The characters of a PDF that stand outside the sheet, with their page, from 1."""
    found = []
    document = pypdfium2.PdfDocument(path)
    for number, page in enumerate(document, 1):
        width, height = page.get_size()
        text = page.get_textpage()
        line = io.StringIO()
        for index in range(text.count_chars()):
            left, bottom, right, top = text.get_charbox(index)
            if right > left and (left < 0 or bottom < 0 or right > width or top > height):
                line.write(text.get_text_range(index, 1))
        if line.getvalue().strip():
            found.append(f"page {number}: {line.getvalue()!r}")
    return found
