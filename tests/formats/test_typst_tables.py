"""Tables in the PDF: each stands on the page whole, however wide, long or nested it is."""

import re
from pathlib import Path

import pikepdf
import pypdfium2
import pytest

from tests.finished import pdf_pages
from tests.formats.conftest import Built
from tests.formats.small_books import built, lost, outside
from tests.tagged import Tagged

LONG_NAME = "an_identifier.of_some.length_that_goes_on_and_on.forever_and_ever"
SPANS = """Spans
=====

+----------------------+------------------+----------+
| Header row over three columns                      |
+----------------------+------------------+----------+
| second row           | of the           | header   |
+======================+==================+==========+
| unbelievablylongword | Cells may span columns.     |
+----------------------+------------------+----------+
| body row 3           | Cells may        | - Table  |
+----------------------+ span rows.       | - cells  |
| body row 4           |                  | - contain|
+----------------------+------------------+----------+
"""
NESTED = f"""Nested
======

* In a list:

  .. note::

     .. list-table::
        :header-rows: 1

        * - Outer
          - Inner
        * - .. list-table::
               :widths: 5 95

               * - {LONG_NAME}
                 - {LONG_NAME}
          - .. code-block:: text

               {LONG_NAME}{LONG_NAME}
"""
LONG = (
    """# Long

```{list-table} Rows
:header-rows: 2
:stub-columns: 1

* - [Name](https://example.org)
  - A `code` and a note[^n]
* - second
  - header
"""
    + "".join(f"* - Row {number}\n  - Text of row {number}\n" for number in range(120))
    + "```\n\n[^n]: The note.\n"
)


def table(columns: int, cell: str) -> str:
    """A page with a table of one cell again and again."""
    rows = [
        "|" + f" {cell} |" * columns,
        "|" + "---|" * columns,
        *["|" + f" {cell} |" * columns] * 2,
    ]
    return "# Wide\n\nBefore.\n\n" + "\n".join(rows) + "\n\nAfter.\n"


def tags(path: Path) -> list[str]:
    """The kinds of all structure elements in reading order."""
    with pikepdf.open(path) as pdf:
        return list(_tags(pdf.Root.StructTreeRoot.K))


def _tags(node: object) -> list[str]:
    if isinstance(node, pikepdf.Array):
        return [tag for child in node for tag in _tags(child)]
    if isinstance(node, pikepdf.Dictionary) and "/S" in node:
        return [str(node.S), *_tags(node.get("/K"))]
    return []


def is_whole(book: Built) -> None:
    assert lost(book) == []
    assert outside(book.pdf) == []


def turned(book: Built) -> int:
    """How many sheets are turned sideways."""
    sheets = pypdfium2.PdfDocument(book.pdf)
    return sum(width > height for width, height in (sheet.get_size() for sheet in sheets))


@pytest.mark.parametrize(
    ("columns", "cell", "sideways", "told"),
    [
        (3, "some words", 0, 0),
        (7, "word_and_word", 0, 0),
        (11, "word_and_word", 1, 0),
        (20, "word_and_word", 1, 1),
        (45, "word_and_word", 1, 1),
        (2, f"`{LONG_NAME}{LONG_NAME}`", 0, 0),
        (
            4,
            "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft",
            0,
            0,
        ),
        (4, "国际移民组织的手册" * 12, 0, 0),
    ],
)
def test_wide_table_stays_on_the_page(
    columns: int, cell: str, sideways: int, told: int, tmp_path: Path
) -> None:
    book = built(tmp_path, {"index.md": table(columns, cell)})
    assert turned(book) == sideways
    assert book.warnings.count("index.md:5: WARNING: a table is too wide for the page") == told
    assert book.warnings.count("iomdocs.P004") == told
    if "国" not in cell:
        is_whole(book)
    assert outside(book.pdf) == []


@pytest.mark.parametrize(
    ("paper", "columns", "sideways"),
    [
        ("a5", 8, True),
        ("us-letter", 8, True),
        ("a4", 6, False),
        ("us-legal", 10, True),
        ("a3", 10, True),
    ],
)
def test_wide_table_fits_other_papers(
    paper: str, columns: int, sideways: int, tmp_path: Path
) -> None:
    book = built(tmp_path, {"index.md": table(columns, "word_and_word")}, typst_paper=paper)
    assert turned(book) == sideways
    is_whole(book)


@pytest.mark.parametrize("page", [SPANS, NESTED])
def test_spans_and_nested_tables_are_whole(page: str, tmp_path: Path) -> None:
    pages = {"index.md": "# Start\n\n```{toctree}\npage\n```\n", "page.rst": page}
    book = built(tmp_path, pages)
    assert book.warnings == ""
    is_whole(book)
    kinds = tags(book.pdf)
    assert kinds.count("/TH") >= kinds.count("/Table") > 0


def test_header_with_links_stands_again_on_each_page(tmp_path: Path) -> None:
    book = built(tmp_path, {"index.md": LONG})
    assert book.warnings == ""
    is_whole(book)
    pages = [page for page in pdf_pages(book.pdf) if "Text of row" in page]
    assert len(pages) > 2
    for number, page in enumerate(pages):
        lines = page.replace("\r", "").splitlines()
        head = lines.index("second header")
        assert lines[head - 1].startswith("Name A code and a note")
        assert lines[head - 1].endswith("1") == (number == 0)
        assert re.match(r"Row \d+ Text of row", lines[head + 1])
    with pikepdf.open(book.pdf) as pdf:
        links = [
            str(link.A.URI)
            for page in pdf.pages
            for link in page.get("/Annots", [])
            if "/A" in link
        ]
    assert links.count("https://example.org") == 1


def test_columns_are_aligned_as_the_source_asks(tmp_path: Path) -> None:
    page = "# Start\n\n| left | middle | right |\n|:--|:-:|--:|\n| a | b | c |\n"
    page += "| a long cell to the left | a long cell in the middle | a long cell to the right |\n"
    book = built(tmp_path, {"index.md": page})
    text = list(pypdfium2.PdfDocument(book.pdf))[-1].get_textpage()
    words = text.get_text_range()

    def edges(cell: str) -> tuple[float, float]:
        start = words.index(cell)
        return text.get_charbox(start)[0], text.get_charbox(start + len(cell) - 1)[2]

    start = words.index("a b c")
    left, _, middle, _, right = [text.get_charbox(start + offset) for offset in range(5)]
    assert left[0] == pytest.approx(edges("a long cell to the left")[0], abs=1)
    wide = edges("a long cell in the middle")
    assert (middle[0] + middle[2]) / 2 == pytest.approx((wide[0] + wide[1]) / 2, abs=1)
    assert right[2] == pytest.approx(edges("a long cell to the right")[1], abs=1)


def test_given_widths_are_kept(tmp_path: Path) -> None:
    page = "# Start\n\n```{list-table}\n:widths: 75 25\n* - a\n  - b\n```\n"
    book = built(tmp_path, {"index.md": page})
    text = list(pypdfium2.PdfDocument(book.pdf))[-1].get_textpage()
    start = text.get_text_range().index("a b")
    first, second = text.get_charbox(start)[0], text.get_charbox(start + 2)[0]
    assert (second - first) / 385 == pytest.approx(0.75, abs=0.03)


def test_table_without_rows_or_header_is_printed(tmp_path: Path) -> None:
    page = '# Start\n\n```{csv-table} Empty cells\n:header: A, B\n\n"",""\n```\n\nText.\n'
    book = built(tmp_path, {"index.md": page})
    assert book.warnings == ""
    is_whole(book)


def test_tall_cells_go_on_over_pages(tmp_path: Path) -> None:
    words = " ".join(f"word{number}" for number in range(900))
    narrow = " ".join(f"w{number}" for number in range(130))
    cells = f"* - {narrow}\n  - {words}\n* - a\n  - b\n"
    page = f"# Start\n\n```{{list-table}}\n:widths: 10 90\n{cells}```\n"
    book = built(tmp_path, {"index.md": page})
    is_whole(book)
    rows = "\n".join(f"   * - {number}\n     - text {number}" for number in range(80))
    grid = "+---+------+\n| a | text |\n" + "+   +------+\n|   | more |\n" * 90 + "+---+------+\n"
    pages = {"index.rst": f"Start\n=====\n\n.. list-table::\n\n{rows}\n\n{grid}"}
    is_whole(built(tmp_path / "span", pages))


def test_a_table_in_a_header_is_printed_once(tmp_path: Path) -> None:
    inner = '<table><tr><th id="spot">Inner</th></tr></table>'
    rows = '<tr><td><a href="#spot">to it</a></td></tr>' * 90
    html = f"<table><thead><tr><th>{inner}</th></tr></thead><tbody>{rows}</tbody></table>"
    book = built(tmp_path, {"index.md": f"# Start\n\n{html}\n"})
    assert book.warnings == ""
    assert "".join(pdf_pages(book.pdf)).count("Inner") == 1


def test_a_table_without_a_line_of_its_own_is_reported_at_its_text(tmp_path: Path) -> None:
    row = ",".join(f"unbreakablecolumn{number}" for number in range(40))
    page = f"Wide\n====\n\n.. csv-table::\n\n   {row}\n"
    made = built(tmp_path, {"index.rst": page})
    assert re.search(r"index\.rst:\d+: WARNING: a table is too wide", made.warnings)


RAGGED = """
from docutils import nodes

def shorten(app, document):
    rows = list(document.findall(nodes.row))
    for row in (rows[1], rows[-1]):
        row.pop()

def setup(app):
    app.connect("doctree-read", shorten)
"""


def test_a_row_that_ends_early_leaves_the_next_one_in_its_columns(tmp_path: Path) -> None:
    table = "| A | B |\n|---|---|\n| 1 | gone |\n| 2 | two |\n| 3 | gone |\n"
    conf = "import sys\nsys.path.insert(0, '.')\nextensions.append('ragged')\n"
    conf = conf.replace("'.'", repr(str(tmp_path / "source")))
    book = built(tmp_path, {"index.md": f"# Start\n\n{table}\n", "ragged.py": RAGGED}, conf)
    assert book.warnings == ""
    rows = [[cell.kind for cell in row.children] for row in Tagged(book.pdf).of_kind("TR")]
    assert rows == [["TH", "TH"], *[["TD", "TD"]] * 3]
    assert re.search(r"1\s+2 two\s+3", pdf_pages(book.pdf)[3])
