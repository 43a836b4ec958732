"""What the ePub says of itself: metadata of the book, what it offers to readers, its cover."""

import shutil
import zipfile
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from PIL import Image

from tests.ebooks import OPF, files, findings, package_of, said
from tests.formats.conftest import ROOTS, build, write_files


@pytest.fixture(scope="module")
def package(hard_book) -> ET.Element:
    return package_of(hard_book("epub") / "epub-book.epub")


def test_the_metadata_are_those_of_the_book(package):
    assert said(package, "dc:title") == ["Rules & <exceptions>"]
    assert said(package, "dc:creator") == ["Böll & Sons"]
    assert said(package, "dc:language") == ["en"]
    assert said(package, "dc:description") == ["Hard cases & their answers."]
    assert said(package, "dc:date") == ["2021-03-04"]
    assert said(package, "dcterms:modified") == ["2021-03-04T00:00:00Z"]
    assert said(package, "dc:rights") == [
        "CC BY 4.0 (https://creativecommons.org/licenses/by/4.0/)"
    ]
    assert said(package, "dc:contributor") == []


def test_the_identifier_stays_over_editions(package, tmp_path):
    later = build("epub", ROOTS / "epub-book", tmp_path, iomdocs_edition="2022-01-01")
    other = package_of(later / "epub-book.epub")
    assert said(other, "dc:date") == ["2022-01-01"]
    assert said(other, "dc:identifier") == said(package, "dc:identifier")


def test_the_accessibility_metadata_are_true(package):
    assert said(package, "schema:accessMode") == ["textual", "visual"]
    assert said(package, "schema:accessModeSufficient") == ["textual"]
    assert "alternativeText" in said(package, "schema:accessibilityFeature")
    assert said(package, "schema:accessibilityHazard") == ["none"]


def test_an_image_without_words_is_not_called_accessible(tmp_path):
    files = {
        "conf.py": 'extensions = ["iomdocs"]\niomdocs_slug = "book"\n',
        "index.rst": "Title\n=====\n\n.. image:: picture.png\n",
        "picture.png": (ROOTS / "epub-book" / "parts" / "picture.png").read_bytes(),
    }
    source = write_files(tmp_path / "docs", files)
    package = package_of(build("epub", source, tmp_path / "out") / "book.epub")
    assert said(package, "schema:accessModeSufficient") == ["textual,visual"]
    assert "alternativeText" not in said(package, "schema:accessibilityFeature")


def test_a_book_from_right_to_left_says_so(tmp_path):
    built = build("epub", ROOTS / "plain", tmp_path, language="ar")
    package = package_of(built / "plain-book.epub")
    with zipfile.ZipFile(built / "plain-book.epub") as archive:
        page = archive.read("index.xhtml").decode("utf-8")
    assert package.find("opf:spine", OPF).get("page-progression-direction") == "rtl"
    assert 'lang="ar" xml:lang="ar" dir="rtl"' in page


def test_a_language_is_called_as_the_web_calls_it(tmp_path):
    built = build("epub", ROOTS / "plain", tmp_path, language="zh_CN")
    assert said(package_of(built / "plain-book.epub"), "dc:language") == ["zh-CN"]


def test_what_is_not_said_is_left_out(tmp_path):
    built = build("epub", ROOTS / "plain", tmp_path, author="")
    package = package_of(built / "plain-book.epub")
    for name in ("dc:creator", "dc:publisher", "dc:subject", "dcterms:conformsTo"):
        assert said(package, name) == []


def test_subjects_and_who_vouches_for_the_book_are_named(tmp_path):
    subjects = ["migration", "books & <tests>"]
    built = build(
        "epub",
        ROOTS / "plain",
        tmp_path,
        iomdocs_subjects=subjects,
        iomdocs_epub_certifier="Somebody",
    )
    package = package_of(built / "plain-book.epub")
    assert said(package, "dc:subject") == subjects
    assert said(package, "dcterms:conformsTo") == ["EPUB Accessibility 1.1 - WCAG 2.2 Level AA"]
    assert said(package, "a11y:certifiedBy") == ["Somebody"]


def cover_of(book: Path) -> str:
    (cover,) = package_of(book).iterfind(".//opf:item[@properties='cover-image']", OPF)
    return cover.get("href")


def test_the_title_page_becomes_the_cover(hard_book, tmp_path):
    book = hard_book("epub") / "epub-book.epub"
    assert cover_of(book) == "epub-cover.png"
    with zipfile.ZipFile(book) as archive, archive.open("epub-cover.png") as file:
        picture = Image.open(file).convert("RGB")
    assert picture.size == (1600, 2560)
    ground = picture.getpixel((5, 5))
    written = picture.crop((0, 1280, 1600, 2560)).getcolors(100_000)
    assert sum(count for count, colour in written if colour != ground) > 20_000


def test_a_cover_of_the_books_own_comes_first(tmp_path):
    source = tmp_path / "docs"
    shutil.copytree(ROOTS / "plain", source)
    (source / "_static").mkdir()
    shutil.copy(ROOTS / "rough" / "dot.png", source / "_static" / "front.png")
    built = build(
        "epub",
        source,
        tmp_path / "out",
        html_static_path=["_static"],
        epub_cover=("_static/front.png", ""),
    )
    assert cover_of(built / "plain-book.epub") == "_static/front.png"
    assert findings(built / "plain-book.epub") == []


def test_a_title_that_the_typefaces_cannot_write_has_no_cover(tmp_path):
    built = build("epub", ROOTS / "plain", tmp_path, project="한국어", iomdocs_slug="plain-book")
    assert not [name for name in files(package_of(built / "plain-book.epub")) if "cover" in name]
    assert findings(built / "plain-book.epub") == []
