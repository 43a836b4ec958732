"""The picture that shows the handbook where its pages are shared, and its icon as a picture.

``python -m tests.card`` makes both anew; they look like the title page of the PDF.
"""

from pathlib import Path

import pypdfium2
import typst

from iomdocs.formats.typefaces import FOLDER as FONTS
from tests.pictures import pixels, to_png, with_palette

FOLDER = Path(__file__).parent.parent / "docs" / "_static"

CARD = """
#set page(width: 600pt, height: 315pt, margin: 0pt, fill: rgb("#083f70"))
#set text(font: "Handbook Serif", fill: white)
#set par(leading: 0.5em, spacing: 0pt)
#place(top + left, dx: 44pt, dy: 40pt, image("mark.svg", width: 48pt))
#place(top + left, dx: 44pt, dy: 122pt, text(size: 54pt, weight: 700)[IOM handbook])
#place(top + left, dx: 44pt, dy: 196pt, text(size: 20pt)[
  An independent handbook about the International\\
  Organization for Migration: HTML, PDF and ePub,\\
  with a dated source for every fact
])
#place(bottom + left, rect(width: 100%, height: 10pt, fill: rgb("#f0b37a")))
"""
"""1200 by 630 pixels, as Open Graph cards are shown."""

ICON = """
#set page(width: 90pt, height: 90pt, margin: 0pt, fill: rgb("#0b5fa8"))
#image("mark.svg", width: 90pt)
"""
"""180 by 180 pixels without rounded corners: systems round an icon themselves."""


def draw(source: str) -> bytes:
    """A PNG of two pixels a point."""
    file = FOLDER / "card.typ"
    file.write_text(source, "utf-8")
    try:
        pdf = typst.compile(file, font_paths=[FONTS], ignore_system_fonts=True)
    finally:
        file.unlink()
    return to_png(with_palette(*pixels(pypdfium2.PdfDocument(pdf)[0], 2)))


def main() -> None:
    for name, source in (("card", CARD), ("mark", ICON)):
        (FOLDER / f"{name}.png").write_bytes(draw(source))


if __name__ == "__main__":
    main()
