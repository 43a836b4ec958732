"""The ePub: EPUBCheck has nothing to say, the contents lead on, the bytes are always the same."""

import posixpath
import shutil
import zipfile
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from iomdocs.formats.epub.pages import resolve
from tests.chromium import running
from tests.ebooks import OPF, findings, package_of
from tests.finished import epub_pages, html_page, occurrences
from tests.formats.conftest import ROOTS, build


@pytest.fixture(scope="module")
def ebook(hard_book) -> Path:
    return hard_book("epub") / "epub-book.epub"


@pytest.fixture(scope="module")
def chapters(ebook):
    return epub_pages(ebook)


@pytest.fixture(scope="module")
def package(ebook) -> ET.Element:
    return package_of(ebook)


def test_epubcheck_has_nothing_to_say(ebook):
    assert findings(ebook) == []


def test_a_book_with_no_settings_at_all_is_clean_too(tmp_path):
    book = build("epub", ROOTS / "plain", tmp_path) / "plain-book.epub"
    assert findings(book) == []


def test_the_same_sources_give_the_same_bytes(ebook, tmp_path):
    again = build("epub", ROOTS / "epub-book", tmp_path) / "epub-book.epub"
    assert again.read_bytes() == ebook.read_bytes()


def test_the_container_begins_with_its_type_uncompressed(ebook):
    with zipfile.ZipFile(ebook) as archive:
        first, *others = archive.infolist()
    assert (first.filename, first.compress_type) == ("mimetype", zipfile.ZIP_STORED)
    names = [info.filename for info in others]
    assert names == sorted(names)
    assert {info.date_time for info in others} == {(1980, 1, 1, 0, 0, 0)}


def test_every_page_is_read_once_in_the_order_of_the_contents(package):
    files = {item.get("id"): item.get("href") for item in package.iterfind(".//opf:item", OPF)}
    spine = [files[item.get("idref")] for item in package.iterfind(".//opf:itemref", OPF)]
    assert spine == [
        "epub-cover.xhtml",
        "epub-title.xhtml",
        "epub-nav.xhtml",
        "index.xhtml",
        "values.xhtml",
        "parts/structures.xhtml",
        "parts/nesting.xhtml",
        "parts/deeper.xhtml",
        "py-modindex.xhtml",
        "genindex.xhtml",
        "orphan.xhtml",
    ]


def test_the_contents_have_parts_numbers_and_sections(chapters):
    toc = chapters["epub-nav"].find("nav", role="doc-toc")
    lines = [tag.get_text() for tag in toc.select("li > a, li > span")]
    assert lines[:6] == [
        "Rules & <exceptions>",
        "A section between two lists",
        "After it",
        "The first part & more",
        "1. Values",
        "1.1. Elements: data, time, span",
    ]
    assert [tag.get_text() for tag in toc.select("li > span")] == ["The first part & more"]


def test_every_link_inside_the_book_has_a_target(ebook, chapters):
    with zipfile.ZipFile(ebook) as archive:
        names = set(archive.namelist())
    for name, page in chapters.items():
        for link in page.select("a[href]"):
            target, fragment = resolve(f"{name}.xhtml", link["href"])
            if target:
                assert target in names, link
                known = chapters[posixpath.splitext(target)[0]]
                assert not fragment or known.find(id=fragment), link


def test_the_title_page_names_edition_and_licence(chapters):
    page = chapters["epub-title"]
    assert page.find("h1").get_text() == "Rules & <exceptions>"
    assert page.find("time")["datetime"] == "2021-03-04"
    assert page.select_one(".title-edition").get_text() == "Edition of 4 March 2021"
    assert "CC BY 4.0" in page.get_text()


def test_facts_are_the_same_elements_as_in_the_website(chapters, hard_book):
    site = html_page(hard_book("html") / "values.html")
    assert occurrences(chapters["values"]) == occurrences(site.article)
    assert len(occurrences(site.article)) == 7
    assert chapters["values"].find("time", datetime="1899")


def test_a_node_with_visitors_for_epub_alone_takes_them_from_no_other(chapters):
    assert chapters["values"].find("b").get_text() == "gadget"
    assert chapters["values"].find(id="fact-test.id")


def test_notes_say_what_they_are(chapters):
    page = chapters["values"]
    references = page.find_all("a", {"epub:type": "noteref", "role": "doc-noteref"})
    notes = page.find_all(attrs={"epub:type": "footnote", "role": "doc-footnote"})
    assert len(references) == 3
    assert [note["id"] for note in notes] == [
        references[0]["href"].removeprefix("#"),
        references[2]["href"].removeprefix("#"),
    ]


def test_pages_name_their_language_and_have_no_viewport(ebook):
    with zipfile.ZipFile(ebook) as archive:
        for name in archive.namelist():
            if name.endswith(".xhtml"):
                text = archive.read(name).decode("utf-8")
                assert 'lang="en" xml:lang="en"' in text
                assert "viewport" not in text


def test_a_theme_among_the_extensions_does_no_harm(tmp_path):
    extensions = ["myst_parser", "iomdocs", "sphinx_book_theme", "pydata_sphinx_theme"]
    built = build("epub", ROOTS / "plain", tmp_path, extensions=extensions)
    assert (built / "plain-book.epub").is_file()


def test_cells_of_a_wide_table_name_their_columns(chapters):
    wide, narrow = chapters["values"].find_all("table")
    assert "wide-table" in wide["class"]
    assert [cell["data-label"] for cell in wide.select("tbody td")][:3] == ["Name", "One", "Two"]
    assert not narrow.select("[data-label]")


def test_no_page_is_wider_than_the_screen_of_a_small_reader(ebook, chromium, tmp_path):
    with zipfile.ZipFile(ebook) as archive:
        archive.extractall(tmp_path)
    with running(chromium) as browser:
        page = browser.new_page(viewport={"width": 390, "height": 700})
        for file in sorted(tmp_path.rglob("*.xhtml")):
            page.goto(file.as_uri())
            assert page.evaluate("document.documentElement.scrollWidth") <= 390, file.name


def test_templates_that_a_book_has_for_its_website_stay_there(tmp_path):
    source = tmp_path / "docs"
    shutil.copytree(ROOTS / "plain", source)
    (source / "_templates").mkdir()
    (source / "_templates" / "page.html").write_text('{% extends "furo/page.html" %}', "utf-8")
    (source / "_templates" / "layout.html").write_text("Only for the website", "utf-8")
    built = build("epub", source, tmp_path / "out", templates_path=["_templates"])
    assert "Only for the website" not in str(epub_pages(built / "plain-book.epub")["index"])
