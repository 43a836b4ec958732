"""The cover: a picture of the title page, for the shelves that reading systems show."""

from __future__ import annotations

import tempfile
from collections.abc import Sequence
from functools import cache
from pathlib import Path

import typst

from iomdocs.formats.typefaces import FOLDER
from iomdocs.languages import primary_language

NAME = "epub-cover.png"
_TEMPLATE = Path(__file__).parent / "templates" / "cover.typ"
_PIXELS_PER_INCH = 144


def cover_of(title: str, lines: Sequence[str], language: str, direction: str) -> bytes | None:
    """A cover as PNG, 1600 by 2560 pixels; the same words give the same bytes.

    :param lines: what stands below the title; lines that are empty are left out.
    :param direction: ``ltr`` or ``rtl``.
    :returns: nothing where the typefaces of the package lack a sign of the title.
    """
    words = {
        "title": title,
        "lines": "\n".join(filter(None, lines)),
        "language": primary_language(language),
        "direction": direction,
    }
    with tempfile.TemporaryDirectory() as folder:
        compiler = typst.Compiler(
            str(_TEMPLATE), root=str(_TEMPLATE.parent), font_paths=_fonts(), sys_inputs=words
        )
        try:
            # PDF/UA-1 takes no text without a glyph; a picture would show an empty box.
            compiler.compile(output=str(Path(folder) / "try.pdf"), pdf_standards=["ua-1"])
        except typst.TypstError:
            return None
        picture = compiler.compile(format="png", ppi=_PIXELS_PER_INCH)
    assert isinstance(picture, bytes)
    return picture


@cache
def _fonts() -> typst.Fonts:
    return typst.Fonts(include_system_fonts=False, font_paths=[str(FOLDER)])
