"""The front page of the handbook, and the files that it offers."""

import gzip
import zipfile

import pytest

from tests.finished import dead_links, html_page, words

MOST_OF_A_DRAWING = 150_000
"""Bytes of the map, compressed."""


@pytest.fixture(scope="module")
def front(handbook):
    return html_page(handbook / "html" / "index.html").select_one(".front-page > section")


def test_it_shows_at_a_glance_what_iom_is(front):
    assert "intergovernmental organization" in words(front.p)
    assert "Edition of 25 November 2026" in words(front.select_one(".masthead"))
    assert front.select_one(".fact-card [data-fact='identity.founded']")
    assert len(front.select(".fact-timeline > dt")) == 8
    drawing = str(front.select_one(".fact-figure svg"))
    assert "Member States" in drawing
    assert len(gzip.compress(drawing.encode("utf-8"))) < MOST_OF_A_DRAWING


def test_each_figure_has_its_date_in_html_and_epub(front, epub):
    for page in (front, epub["index"]):
        figures = page.select(".fact-figures > div")
        assert len(figures) == 6
        for figure in figures:
            assert figure.select_one("dt").get_text()
            assert figure.select_one("data.fact")["value"].isdigit()
            assert words(figure.select_one(".fact-as-of")).startswith("as of ")


def test_each_part_of_the_book_has_a_sentence_and_its_pages(front):
    parts = front.select(".book-parts > div")
    assert [words(part.dt) for part in parts] == [
        *("The organization", "Areas of migration management", "Cross-cutting activities"),
        *("Operations and partners", "Reference", "About", "Contributing"),
    ]
    assert all(words(part.dd.p).endswith(".") for part in parts)
    assert all(part.select(".toctree-wrapper a") for part in parts)
    assert front.select(".parts") == []


def test_all_formats_are_offered_in_the_masthead_and_where_they_are_told(front, handbook):
    names = ["iom-handbook.pdf", "iom-handbook.epub", "iom-handbook-html.zip"]
    for place in (".masthead .book-files", ".book-formats"):
        offered = {
            link["href"].rpartition("/")[2]: link.select_one(".file-size")
            for link in front.select(f"{place} a.book-file")
        }
        assert list(offered) == names
        for name, size in offered.items():
            assert size["value"] == str((handbook / name).stat().st_size)


def test_no_link_of_the_zip_is_dead(handbook, tmp_path):
    with zipfile.ZipFile(handbook / "iom-handbook-html.zip") as archive:
        archive.extractall(tmp_path)
    assert dead_links(tmp_path / "iom-handbook") == []
