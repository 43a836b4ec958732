"""Pictures, figures, boxes and quotations in the PDF."""

import re
import struct
import zlib
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pikepdf
import pypdfium2
import pytest

from tests.formats.conftest import Built, make
from tests.formats.small_books import built, lost, outside
from tests.formats.test_typst_math import elements, text_of

CONF = """
project = "Blocks"
language = "en"
iomdocs_edition = "2026-11-24"
extensions = ["iomdocs"]
numfig = True
"""
SVG = (
    '<svg xmlns="http://www.w3.org/2000/svg" width="96" height="48">'
    '<rect width="96" height="48"/></svg>'
)

Write = Callable[..., Built]
Box = tuple[float, float, float, float]


def png(width: int, height: int) -> bytes:
    """A grey picture."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        end = struct.pack(">I", zlib.crc32(kind + data))
        return struct.pack(">I", len(data)) + kind + data + end

    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    rows = zlib.compress((b"\0" + b"\x80" * width) * height)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")


@pytest.fixture
def written(tmp_path: Path) -> Write:
    """Builds a book of one page of reStructuredText, with pictures beside it."""

    def build(page: str, **settings: object) -> Built:
        source = tmp_path / "source"
        source.mkdir()
        (source / "conf.py").write_text(CONF, "utf-8")
        (source / "index.rst").write_text(f"Page\n====\n\n{page}", "utf-8")
        (source / "wide.png").write_bytes(png(200, 100))
        (source / "huge.png").write_bytes(png(400, 3000))
        (source / "broken.png").write_bytes(b"not a picture")
        (source / "old.bmp").write_bytes(b"BM not of the web")
        (source / "drawing.svg").write_text(SVG, "utf-8")
        return make("typstpdf", source, tmp_path / "build", **settings)

    return build


def boxes(built: Built) -> list[Box]:
    """Where pictures stand on the pages of the text: left, bottom, right, top in points."""
    found = []
    for page in list(pypdfium2.PdfDocument(built.pdf))[3:]:
        found += [each.get_bounds() for each in page.get_objects(max_depth=4)
                  if each.type == pypdfium2.raw.FPDF_PAGEOBJ_IMAGE]  # fmt: skip
    return found


def size(box: Box) -> tuple[float, float]:
    left, bottom, right, top = box
    return right - left, top - bottom


MEASURE = 595.28 - (46 + 28) * 72 / 25.4
"""Width of the text on A4."""


@pytest.mark.parametrize(
    ("options", "width"),
    [
        (":width: 4cm", 4 * 72 / 2.54),
        (":width: 96px", 72),
        (":width: 96", 72),
        (":width: 1in", 72),
        (":width: 6pc", 72),
        (":width: 50%", MEASURE / 2),
        (":height: 36pt", 72),
        (":scale: 50", 100),
        (":width: 40mm\n   :scale: 50", 20 * 72 / 25.4),
    ],
)
def test_sizes_of_pictures(written: Write, options: str, width: float) -> None:
    built = written(f".. image:: wide.png\n   :alt: wide\n   {options}\n")
    assert built.warnings == ""
    (box,) = boxes(built)
    assert size(box) == pytest.approx((width, width / 2), rel=0.01)


def test_a_picture_larger_than_the_page_is_scaled_to_fit(written: Write) -> None:
    built = written(
        ".. image:: huge.png\n   :alt: huge\n   :width: 100%\n\n"
        ".. figure:: huge.png\n   :alt: huge too\n\n   Its caption.\n"
    )
    assert built.warnings == ""
    assert len(boxes(built)) == 2
    for box in boxes(built):
        width, height = size(box)
        assert height / width == pytest.approx(7.5, rel=0.01)
        assert box[1] > 28 * 72 / 25.4
    assert "Its caption." in text_of(built.pdf)


def test_alignment_and_width_of_figures(written: Write) -> None:
    built = written(
        ".. figure:: wide.png\n   :alt: a\n   :width: 72pt\n   :align: center\n\n   Caption\n\n"
        ".. figure:: wide.png\n   :alt: b\n   :width: 72pt\n   :align: right\n\n   Caption\n\n"
        ".. figure:: wide.png\n   :alt: c\n   :width: 100%\n   :figwidth: 40%\n\n   Caption\n\n"
        ".. image:: wide.png\n   :alt: d\n   :width: 72pt\n   :align: right\n   :target: `out`_\n\n"
        ".. _out: https://example.org/out\n"
    )
    assert built.warnings == ""
    left = 46 * 72 / 25.4
    middle, right, narrow, linked = boxes(built)
    assert (middle[0] + middle[2]) / 2 == pytest.approx(left + MEASURE / 2, abs=1)
    assert right[2] == linked[2] == pytest.approx(left + MEASURE, abs=1)
    assert size(narrow)[0] == pytest.approx(MEASURE * 0.4, rel=0.01)
    with pikepdf.open(built.pdf) as pdf:
        actions = [str(each.A.URI) for page in pdf.pages for each in page.get("/Annots", [])
                   if "/A" in each]  # fmt: skip
    assert "https://example.org/out" in actions


def test_pictures_that_cannot_be_printed_never_break_the_book(written: Write) -> None:
    built = written(
        ".. image:: old.bmp\n   :alt: an old bitmap\n\n"
        ".. image:: broken.png\n   :alt: a broken one\n\n"
        ".. figure:: missing.png\n   :alt: a missing one\n\n   Caption of nothing.\n\n"
        "A |remote| one.\n\n.. |remote| image:: http://127.0.0.1:9/far.png\n   :alt: far away\n\n"
        "The end.\n"
    )
    text = text_of(built.pdf)
    for words in ("an old bitmap", "a broken one", "a missing one", "Caption of nothing."):
        assert words in text
    assert "far away (http://127.0.0.1:9/far.png)" in text
    assert "The end." in text
    for name in ("old.bmp", "broken.png", "missing.png", "far.png"):
        assert re.search(rf"index\.rst:\d+: WARNING: [^\n]*{re.escape(name)}", built.warnings), name
    assert "neither PDF/UA-1" not in built.warnings


def test_kinds_of_pictures_and_where_they_stand(written: Write) -> None:
    built = written(
        "In |line| of text.\n\n.. |line| image:: wide.png\n   :alt: in a line\n   :height: 8pt\n\n"
        ".. image:: drawing.svg\n   :alt: vector\n\n"
        "1. A list\n\n   .. figure:: wide.png\n      :alt: in a list\n      :name: listed\n\n"
        "      Caption in a list\n\n"
        ".. note::\n\n   .. figure:: wide.png\n      :alt: in a box\n\n      Caption in a box\n\n"
        ".. list-table::\n   :header-rows: 1\n\n   * - Head\n   * - .. figure:: wide.png\n"
        "          :alt: in a cell\n          :width: 50%\n\n          Caption in a cell\n\n"
        ".. figure:: wide.png\n   :alt: outer\n   :name: outer\n\n   Outer *caption*\n\n"
        "   A legend:\n\n   - with a list\n\n"
        "See :numref:`listed` and :numref:`{number}: {name} <outer>`.\n"
    )
    assert built.warnings == ""
    described = [alternative for kind, alternative in elements(built.pdf) if kind == "/Figure"]
    assert described == ["in a line", "vector", "in a list", "in a box", "in a cell", "outer"]
    kinds = Counter(kind for kind, _ in elements(built.pdf))
    assert kinds["/Caption"] == 4
    text = text_of(built.pdf)
    for words in ("Fig. 1 Caption in a list", "Fig. 4 Outer caption", "with a list",
                  "See Fig. 1 and 4: Outer caption."):  # fmt: skip
        assert words in text


def test_number_formats_and_depth(written: Write) -> None:
    built = written(
        "One\n---\n\n.. figure:: wide.png\n   :alt: a\n   :name: a\n\n   First\n\n"
        ".. code-block:: text\n   :caption: Code\n   :name: c\n\n   x\n\n"
        ".. table:: Tabular\n   :name: t\n\n   == ==\n   a  b\n   == ==\n   c  d\n   == ==\n\n"
        "See :numref:`a`, :numref:`c`, :numref:`t`, :numref:`One <one>`.\n\n.. _one:\n\nTwo\n---\n",
        numfig_format={"figure": "Picture %s:", "code-block": "Source %s", "table": "Grid %s /"},
        numfig_secnum_depth=2,
    )
    text = text_of(built.pdf)
    for words in ("Picture 1: First", "Source 1 Code", "Grid 1 / Tabular",
                  "See Picture 1:, Source 1, Grid 1 /"):  # fmt: skip
        assert words in text


BOXES = {
    "attention": "Attention",
    "caution": "Caution",
    "danger": "Danger",
    "error": "Error",
    "hint": "Hint",
    "important": "Important",
    "note": "Note",
    "seealso": "See also",
    "tip": "Tip",
    "warning": "Warning",
}


def test_boxes_of_every_kind_say_their_kind_in_words(written: Write) -> None:
    page = "\n".join(f".. {kind}:: Text of {kind}.\n" for kind in BOXES)
    nested = (
        ".. note::\n\n   Outer\n\n   .. tip::\n\n      Inner\n\n      .. danger:: Innermost\n\n"
    )
    own = ".. admonition:: A title of *its own*\n   :class: dropdown\n\n   Body\n\n"
    built = written(page + "\n" + nested + own)
    assert built.warnings == ""
    text = text_of(built.pdf)
    for kind, title in BOXES.items():
        assert f"{title} Text of {kind}." in text
    assert "Note Outer" in text
    assert re.search(r"Tip Inner\W+Danger Innermost", text)
    assert "A title of its own Body" in text


def test_other_blocks(written: Write) -> None:
    built = written(
        ".. versionadded:: 1.0\n   Added.\n\n.. versionchanged:: 1.1\n\n"
        ".. deprecated:: 1.2\n   Old.\n\n   - with a list\n\n.. versionremoved:: 2.0\n   Gone.\n\n"
        ".. topic:: Topic\n\n   Its text.\n\n"
        ".. sidebar:: Side\n   :subtitle: Sub\n\n   Its text.\n\n"
        ".. epigraph::\n\n   Said so.\n\n   -- Somebody, *Book*\n\n"
        ".. pull-quote::\n\n   Pulled.\n\n.. highlights::\n\n   - High\n\n"
        ".. compound::\n\n   Before\n\n   ::\n\n      code\n\n   after.\n\n"
        ".. container:: custom\n\n   Held.\n\n.. centered:: Middle *words*\n\n"
        "| one\n|    two\n|\n| three\n\n"
        ".. rubric:: Rubric\n   :name: rub\n\nTo :ref:`it <rub>`.\n\n"
        ".. parsed-literal::\n\n   a *b* **c**\n     d\n"
    )
    assert built.warnings == ""
    text = text_of(built.pdf)
    for words in (
        "Added in version 1.0: Added.", "Changed in version 1.1.",
        "Deprecated since version 1.2: Old.",
        "with a list", "Removed in version 2.0: Gone.", "Topic Its text.", "Side Sub Its text.",
        "Said so. — Somebody, Book", "Pulled.", "High", "Before code after.", "Held.",
        "Middle words", "one two three", "Rubric To it.", "a b c d",
    ):  # fmt: skip
        assert words in text


def test_a_word_that_is_longer_than_a_line_stays_on_the_page(tmp_path: Path) -> None:
    page = f"# {'Y' * 120}\n\n{'W' * 300} and **{'sha256' * 20}**\n\n* {'Zz' * 150}\n"
    made = built(tmp_path, {"index.md": page})
    assert made.warnings == ""
    assert outside(made.pdf) == []
    assert lost(made) == []


def test_a_book_without_a_name_is_called_like_its_first_page(tmp_path: Path) -> None:
    made = built(tmp_path, {"index.md": "# First\n\nWords.\n"}, project="")
    assert made.warnings == ""
    with pikepdf.open(made.pdf) as pdf:
        assert str(pdf.docinfo["/Title"]) == "First"


def test_marks_of_byte_order_and_odd_file_names_harm_nothing(tmp_path: Path) -> None:
    index = "# First\n\nA\ufeffb \ufffec.\n\n```{toctree}\n:glob:\n\nodd*\n```\n"
    made = built(tmp_path, {"index.md": index, "odd\udcff.md": "# Odd\n\nWords.\n"})
    assert "WARNING" not in made.warnings
    assert lost(made) == []
