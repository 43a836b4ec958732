"""What stands behind a fact, as a note of its chapter in the ePub."""

import zipfile
from pathlib import Path
from shutil import copytree

import pytest
from bs4 import BeautifulSoup

from tests.ebooks import findings
from tests.finished import epub_pages, occurrences
from tests.formats.conftest import ROOTS, build

NOTEREF = {"epub:type": "noteref", "role": "doc-noteref"}
NOTE = {"epub:type": "footnote", "role": "doc-footnote"}


@pytest.fixture(scope="module")
def ebook(tmp_path_factory) -> Path:
    return build("epub", ROOTS / "league", tmp_path_factory.mktemp("notes")) / "league-book.epub"


@pytest.fixture(scope="module")
def chapters(ebook) -> dict[str, BeautifulSoup]:
    return epub_pages(ebook)


@pytest.fixture(scope="module")
def chapter(chapters) -> BeautifulSoup:
    return chapters["index"]


def test_epubcheck_has_nothing_to_say(ebook):
    assert findings(ebook) == []


def test_each_value_refers_to_a_note_of_its_chapter(chapter):
    values = chapter.select("[data-fact]")
    assert len(values) > 20
    for value in values:
        link = value.parent
        assert {name: link[name] for name in NOTEREF} == NOTEREF
        note = chapter.find(id=link["href"].removeprefix("#"))
        assert note.name == "aside"
        assert {name: note[name] for name in NOTE} == NOTE
        assert "data-note" not in value.attrs


def test_a_note_tells_value_date_and_sources_and_leads_on_and_back(chapter):
    first, members, *_ = chapter.select("aside.fact-note")
    assert first.select_one(".fact-note-value").get_text() == "5 December 1951"
    assert [line.get_text() for line in members.select("p")][:3] == [
        "Members",
        "4 members as of 1 January 2020",
        "Sources: Müller, 2021; League office, 2020",
    ]
    register, back = members.select(".fact-note-ways a")
    assert register["href"] == "register.xhtml#fact-league.members.number"
    assert register.get_text() == "In the register"
    assert back["role"] == "doc-backlink"
    assert chapter.find(id=back["href"].removeprefix("#")).get_text() == "4"


def test_the_rows_of_a_table_share_their_notes(chapter):
    labels = [note.p.get_text() for note in chapter.select("aside.fact-note")]
    assert labels.count("Members and since when") == 1
    cells = chapter.select("table [data-fact^='league.members[']")
    assert len({cell.parent["href"] for cell in cells}) == 1


def test_a_remark_is_a_sentence_and_a_later_day_none(tmp_path):
    source = copytree(ROOTS / "village", tmp_path / "village")
    text = "\n{fact}`village.schools`, {fact}`village.wells`\n"
    with (source / "history.md").open("a", encoding="utf-8") as page:
        page.write(text)
    book = next(build("epub", source, tmp_path / "built").glob("*.epub"))
    notes = epub_pages(book)["history"].select("aside.fact-note")
    remarks = {note.p.get_text(): note.select(".fact-note-remark") for note in notes}
    assert [remark.get_text() for remark in remarks["Schools"]] == [
        "To be reviewed since January 2021"
    ]
    assert remarks["Wells"] == []


def test_no_note_is_without_a_value_that_refers_to_it(chapters):
    for page in chapters.values():
        targets = {link["href"] for link in page.find_all("a", NOTEREF)}
        assert {f"#{note['id']}" for note in page.select("aside.fact-note")} <= targets


def test_the_values_are_those_of_the_website(chapter, tmp_path):
    site = build("html", ROOTS / "league", tmp_path)
    page = BeautifulSoup((site / "index.html").read_text("utf-8"), "html.parser")
    assert occurrences(chapter) == occurrences(page.article)


def test_a_switch_of_the_website_changes_nothing_in_the_epub(ebook, tmp_path):
    other = build("epub", ROOTS / "league", tmp_path, iomdocs_popovers=False)
    with zipfile.ZipFile(ebook) as one, zipfile.ZipFile(other / ebook.name) as two:
        assert one.read("index.xhtml") == two.read("index.xhtml")
