"""HTML as people write it, in an ePub: every page is valid, and what can be read is kept."""

import zipfile

import pytest

from tests.ebooks import files, findings, package_of
from tests.finished import epub_pages
from tests.formats.conftest import ROOTS, build


@pytest.fixture(scope="module")
def ebook(tmp_path_factory):
    return build("epub", ROOTS / "rough", tmp_path_factory.mktemp("rough")) / "rough.epub"


@pytest.fixture(scope="module")
def page(ebook):
    return epub_pages(ebook)["html"]


@pytest.fixture(scope="module")
def widgets(ebook):
    return epub_pages(ebook)["widgets"]


def test_epubcheck_has_nothing_to_say(ebook):
    assert findings(ebook) == []


def test_elements_that_are_not_closed_end_where_a_browser_ends_them(page):
    first, second = page.find("section").find_all("p", recursive=False)[:2]
    assert first.get_text(" ").split() == ["A", "line", "and", "another", "one", "©", "2026"]
    assert first.find("br")
    tags = [tag.get_text() for tag in second.find_all(["b", "i"])]
    assert tags == ["never closed", "closed", " in"]


def test_pairs_of_raw_nodes_around_markup_are_one_element(page):
    bold = next(tag for tag in page.find_all("b") if "slanted" in tag.get_text())
    assert bold.find("em").get_text() == "and"
    opened = page.select_one("div.opened")
    assert opened.select_one("p.opened-title").get_text() == "More of it"
    assert opened.find("em").get_text() == "in Markdown"


def test_elements_that_html_has_given_up_keep_their_text_and_meaning(page):
    heading = page.find(id="one")
    assert heading.parent["class"] == ["align-center"]
    assert heading["style"] == "text-align: center"
    assert page.find(string="moving").parent.name == "span"
    assert page.find(string="unknown").parent.name == "span"
    assert not page.find_all(["center", "font", "tt", "marquee", "my-element", "style"])


def test_colours_and_programs_of_the_website_stay_behind(page):
    underlined = page.find("u")
    assert underlined.attrs == {"style": "font-weight: bold"}
    assert page.find("svg").find("circle")
    assert not page.find(onload=True)
    assert "bgcolor" not in str(page)


def test_an_id_stands_once_and_names_of_places_become_ids(page):
    assert [tag.name for tag in page.find_all(id="one")] == ["h2"]
    assert page.find("a", id="here")
    assert page.find("a", href="#here")


def test_no_level_of_headings_is_left_out(page):
    headings = page.find("main").find_all(["h1", "h2", "h3", "h4", "h5"])
    assert [(tag.name, tag.get_text()) for tag in headings] == [
        ("h1", "HTML"),
        ("h2", "In the middle"),
        ("h3", "Much smaller"),
        ("h4", "Smaller still"),
        ("h3", "As before"),
    ]


def test_addresses_are_ones_that_can_be_followed_and_links_have_words(page):
    links = {tag.get_text(): tag.get("href") for tag in page.find_all("a")}
    assert links["a link with a space"] == "https://example.org/a%20b/?q=1&r=%5B2%5D"
    assert links["a program"] is None
    assert links["without a scheme"] == "https://example.org/x"
    assert links["https://example.org/empty"] == "https://example.org/empty"


def test_lists_hold_items_and_tables_rows(page):
    assert [tag.get_text() for tag in page.select("ul > li")] == ["no item", "an item", "another"]
    assert not [tag for tag in page.find_all("li") if tag.parent.name not in {"ul", "ol"}]
    assert [tag.get_text() for tag in page.select("table > tbody > tr > td")] == ["a", "b", "c"]


def test_films_of_other_websites_become_links_with_their_title(page):
    links = {tag.get_text(): tag["href"] for tag in page.select(".frame-link a")}
    assert links == {
        "A film about it": "https://example.org/film",
        "Your browser shows no films.": "https://example.org/film.mp4",
    }


def test_styles_of_the_website_stay_behind(ebook):
    styles = [name for name in files(package_of(ebook)) if name.endswith(".css")]
    assert styles == [
        "_static/epub-components.css",
        "_static/epub-tables.css",
        "_static/epub.css",
        "_static/iomdocs-math.css",
        "_static/pygments.css",
    ]
    with zipfile.ZipFile(ebook) as archive:
        assert b"example.org" not in archive.read("html.xhtml").partition(b"<body")[0]


def test_tabs_stand_one_after_the_other_under_their_titles(widgets):
    titles = [tag.get_text(strip=True) for tag in widgets.select("p.tab-title")]
    assert titles == ["Apples", "Pears"]
    contents = [tag.find_next_sibling("div") for tag in widgets.select("p.tab-title")]
    assert ["green" in str(tag) for tag in contents] == [True, False]
    assert not widgets.find_all(["input", "label", "button"])


def test_a_list_of_tasks_keeps_its_marks(widgets):
    items = [tag.get_text().strip() for tag in widgets.select("li.task-list-item")]
    assert items == ["☑\u00a0picked", "☐\u00a0eaten"]


def test_what_can_be_opened_is_open(widgets):
    opened = widgets.select_one("div.sd-dropdown")
    assert opened.select_one("p.opened-title").get_text(strip=True) == "What is inside"
    assert "Something that was hidden." in opened.get_text()
    assert not widgets.find_all(["details", "summary"])
