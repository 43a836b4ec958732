"""What an ePub cannot hold: it is told at file and line, and the book is valid without it."""

import re
import zipfile

import pytest

from tests.ebooks import files, findings, package_of
from tests.finished import epub_pages
from tests.formats.conftest import ROOTS, make, write_files

WARNING = re.compile(r"(\S+?):(\d+): WARNING: (.+)\nhint: .+ \[iomdocs\.(.+)\]")


@pytest.fixture(scope="module")
def lacking(tmp_path_factory):
    """The page with what is lacking, built as a book of its own."""
    source = tmp_path_factory.mktemp("lacking")
    settings = 'project = "Small"\nextensions = ["myst_parser", "iomdocs"]\n'
    (source / "conf.py").write_text(settings, "utf-8")
    page = (ROOTS / "rough" / "lacking.md").read_text("utf-8")
    (source / "index.md").write_text(page, "utf-8")
    return make("epub", source, source / "built")


@pytest.fixture(scope="module")
def page(lacking):
    return epub_pages(lacking.folder / "small.epub")["index"]


def test_everything_is_told_at_file_and_line(lacking):
    told = WARNING.findall(lacking.warnings)
    assert {path.rpartition("/")[2] for path, *_ in told} == {"index.md"}
    far = "which is on another computer"
    assert [(int(line), message, code) for _path, line, message, code in told] == [
        (5, "the ePub needs the file 'nowhere.png', which is not there", "E002"),
        (7, f"the ePub cannot hold 'https://example.org/far.png', {far}", "E002"),
        (7, f"the ePub cannot hold 'https://example.org/b.svg', {far}", "E002"),
        (16, "the ePub needs the file 'nowhere.mp3', which is not there", "E002"),
        (12, "the ePub leaves out the HTML elements <script>, <input>", "E001"),
        (10, "a link in the ePub leads to 'index.xhtml#nowhere', which is not there", "L001"),
        (10, "a link in the ePub leads to 'none.html', which is not there", "L001"),
    ]
    assert len(told) == lacking.warnings.count("WARNING")


def test_the_book_is_valid_and_complete_all_the_same(lacking, page):
    assert findings(lacking.folder / "small.epub") == []
    words = " ".join(page.find("main").get_text(" ", strip=True).split())
    assert words == (
        "Lacking Before it. A picture that is not there Text A picture far away in a line, and a "
        "badge [https://example.org/] with https://example.org/b . A page that is not there and a "
        "place Your name Send A sound that is not there The end."
    )


def test_a_link_to_nowhere_is_just_its_words(page):
    assert page.find("a", string="A page that is not there").attrs == {}


CONF = 'extensions = ["myst_parser", "iomdocs"]\n'


def test_a_picture_with_a_wrong_ending_gets_the_right_one(tmp_path):
    written = {
        "conf.py": CONF,
        "index.md": "# Title\n\n![A field](field.jpg)\n",
        "field.jpg": (ROOTS / "rough" / "dot.png").read_bytes(),
    }
    source = write_files(tmp_path / "docs", written)
    built = make("epub", source, tmp_path / "out")
    book = next(built.folder.glob("*.epub"))
    assert built.warnings == ""
    assert files(package_of(book))["_images/field.jpg.png"] == "image/png"
    assert epub_pages(book)["index"].find("img")["src"] == "_images/field.jpg.png"


DRAWING = """<?xml version="1.0"?>
<!DOCTYPE svg [<!ENTITY ink "#123456">]>
<svg xmlns="http://www.w3.org/2000/svg" xmlns:e="http://example.org/editor" viewBox="0 0 9 9"
  onload="alert(1)" e:version="2"><script>alert(2)</script><e:guide/>
  <style>@import url("https://example.org/font.css"); path { fill: &ink; }</style>
  <image href="https://example.org/far.png" width="9" height="9"/><path d="M0 0h9v9z"/></svg>
"""


def test_a_drawing_is_shown_without_its_programs(tmp_path):
    written = {
        "conf.py": CONF,
        "index.md": "# Title\n\n![A shape](shape.svg)\n",
        "shape.svg": DRAWING,
    }
    source = write_files(tmp_path / "docs", written)
    built = make("epub", source, tmp_path / "out")
    book = next(built.folder.glob("*.epub"))
    assert built.warnings == ""
    assert findings(book) == []
    with zipfile.ZipFile(book) as archive:
        drawing = archive.read("_images/shape.svg").decode()
    assert "M0 0h9v9z" in drawing
    assert "fill: #123456" in drawing
    for gone in ("alert", "example.org", "editor"):
        assert gone not in drawing
