"""What goes beyond what Typst or Python can take, or takes a name of ours, ends no build."""

from collections.abc import Callable

import pytest

from tests.finished import pdf_text, squeezed
from tests.formats.conftest import ROOTS, Built

DOT = (ROOTS / "typst-nodes" / "dot.png").read_bytes()
DRAWING = '<svg xmlns="http://www.w3.org/2000/svg" width="10" height="10"/>'


@pytest.mark.parametrize("project", ["Handbook", "builtin", "Trial"])
def test_a_book_with_the_name_of_a_file_of_ours(
    printed: Callable[..., Built], project: str
) -> None:
    built = printed({"index.md": "# Page\n\nWords of the book.\n"}, project=project)
    assert built.warnings == ""
    assert built.pdf.stem == project.lower()
    assert squeezed("Words of the book.") in squeezed(pdf_text(built.pdf))


def test_pictures_with_the_names_of_the_cover_and_of_drawings(
    printed: Callable[..., Built],
) -> None:
    page = "# Page\n\n![First](logo.svg)\n\n![Second](drawing-1.svg)\n"
    pictures = {"logo.svg": DRAWING, "drawing-1.svg": DRAWING}
    files = {"index.md": page, **pictures, "look/logo.svg": DRAWING.replace('"10"', '"20"')}
    built = printed(files, typst_logo="look/logo.svg")
    assert built.warnings == ""
    folder = built.folder / "typst"
    for name in ("logo.svg", "drawing-1.svg"):
        assert (folder / "images" / name).read_text("utf-8") == DRAWING


def test_a_cover_that_cannot_be_read(printed: Callable[..., Built]) -> None:
    built = printed({"index.md": "# Page\n\nWords.\n", "c.png": "none"}, typst_cover="c.png")
    assert "conf.py" in built.warnings
    assert "the picture 'c.png' cannot be read" in built.warnings
    assert squeezed("Words.") in squeezed(pdf_text(built.pdf))
