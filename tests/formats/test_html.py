"""Pages of the website: facts as elements, what stands at the foot, and the look on a phone."""

import re
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from playwright.sync_api import expect

from iomdocs.formats.html.visitors import is_html_date
from iomdocs.licences import licence_url
from tests.finished import html_page, html_pages
from tests.formats.conftest import ROOTS, build


@pytest.fixture(scope="module")
def site(hard_book) -> Path:
    return hard_book("html")


@pytest.fixture(scope="module")
def values(site) -> BeautifulSoup:
    return html_page(site / "values.html")


def elements(page: BeautifulSoup) -> list[str]:
    """Each fact of the list on the page, as it is written."""
    return [str(tag) for tag in page.select("#elements-data-time-span [data-fact]")]


def test_each_fact_is_the_element_that_fits_it(values):
    assert elements(values) == [
        '<data class="fact" data-fact="test.number" value="4711">4,711</data>',
        '<data class="fact" data-fact="test.money" value="44500000">44.5 million francs</data>',
        '<time class="fact" data-fact="test.day" datetime="2020-02-29">29 February 2020</time>',
        '<time class="fact" data-fact="test.day" datetime="1899">1899</time>',
        '<data class="fact" data-fact="test.day" value="2019-02-30">no such day</data>',
        '<data class="fact" data-fact="test.period" value="1951/1954">1951 to 1954</data>',
        '<span class="fact" data-fact="test.text">“Ada” &lt;Öztürk&gt; &amp; Co</span>',
    ]


def test_the_place_of_a_fact_in_the_register_has_its_id(values):
    anchor = values.find(id="fact-test.id")
    assert anchor.name == "span"
    assert anchor.get_text() == "The fact test.id"


@pytest.mark.parametrize("text", ["2024-04-29", "2024-04", "2024", "0951", "2020-02-29"])
def test_a_date_that_html_knows(text):
    assert is_html_date(text)


@pytest.mark.parametrize(
    "text",
    ["", "24", "2024-13", "2024-00", "2023-02-29", "0000", "1957~", "2024-4-1", "2024-04-29T10:00"],
)
def test_a_date_that_html_does_not_know(text):
    assert not is_html_date(text)


@pytest.mark.parametrize(
    ("licence", "url"),
    [
        ("CC BY 4.0", "https://creativecommons.org/licenses/by/4.0/"),
        ("CC BY-NC-SA 3.0", "https://creativecommons.org/licenses/by-nc-sa/3.0/"),
        ("CC0", "https://creativecommons.org/publicdomain/zero/1.0/"),
        ("All rights reserved", ""),
    ],
)
def test_the_address_of_a_licence(licence, url):
    assert licence_url(licence) == url


def test_every_page_ends_with_edition_licence_and_files(site):
    for name, page in html_pages(site).items():
        up = "../" * name.count("/")
        (line,) = page.select(".edition-line")
        assert line.find("time")["datetime"] == "2021-03-04"
        assert line.find("time").get_text() == "4 March 2021"
        licence = line.find("a", rel="license")
        assert (licence["href"], licence.get_text()) == (licence_url("CC BY 4.0"), "CC BY 4.0")
        files = [link["href"] for link in line.select("a.book-file")]
        names = ("epub-book.pdf", "epub-book.epub", "epub-book-html.zip")
        assert files == [f"{up}_downloads/{name}" for name in names]


def test_another_theme_shows_edition_and_licence_too(tmp_path):
    site = build("html", ROOTS / "epub-book", tmp_path, html_theme="alabaster")
    page = html_page(site / "values.html")
    assert "Edition of 4 March 2021" in page.select_one("div.edition-footer").get_text()
    assert ".fa-bars" not in (site / "_static" / "iomdocs.css").read_text("utf-8")


def test_pages_load_nothing_from_elsewhere(site):
    for page in html_pages(site).values():
        loaded = [tag["src"] for tag in page.select("[src]")]
        loaded += [tag["href"] for tag in page.select("link[href]")]
        assert loaded
        assert [address for address in loaded if re.match(r"(\w+:)?//", address)] == []


def test_the_icon_script_of_the_theme_is_neither_asked_for_nor_shipped(site):
    assert "fontawesome.js" not in (site / "index.html").read_text("utf-8")
    assert list(site.rglob("fontawesome.js")) == []
    assert list(site.rglob("*.map")) == []


def test_files_of_the_author_stay_whatever_their_names(tmp_path):
    own = tmp_path / "own"
    (own / "scripts").mkdir(parents=True)
    names = ["places.map", "fontawesome.js", "scripts/bootstrap.js.map"]
    for name in names:
        (own / name).write_text("mine", "utf-8")
    site = build("html", ROOTS / "plain", tmp_path / "built", html_static_path=[str(own)])
    assert [(site / "_static" / name).read_text("utf-8") for name in names] == ["mine"] * 3
    assert not (site / "_static" / "scripts" / "fontawesome.js").exists()


def test_a_table_has_a_region_with_a_name_of_its_own(values):
    regions = values.select(".table-region")
    assert [region["aria-label"] for region in regions] == ["Many columns", "Table 2"]
    assert all(region["tabindex"] == "0" and region["role"] == "region" for region in regions)
    assert all(region.find("table") for region in regions)


def test_entries_of_a_bibliography_are_items_of_a_list(site):
    page = html_page(site / "parts" / "structures.html")
    entry = page.select_one('.citation-list[role="list"] > .citation')
    assert entry["role"] == "listitem"


def test_no_page_scrolls_sideways_on_a_phone(browser, site):
    page = browser.new_page(viewport={"width": 390, "height": 844})
    for path in sorted(site.rglob("*.html")):
        page.goto(path.as_uri())
        assert page.evaluate("document.documentElement.scrollWidth") <= 390, path.name


def stops(page):
    """What makes a region of the page a stop of the keyboard and a landmark."""
    regions = page.locator(".table-region").all()
    return [(each.get_attribute("tabindex"), each.get_attribute("role")) for each in regions]


def test_only_a_table_that_scrolls_stops_the_keyboard(browser, site):
    page = browser.new_page(viewport={"width": 820, "height": 1180})
    page.goto((site / "values.html").as_uri())
    wide, narrow = page.locator(".table-region").all()
    expect(wide).to_have_class(re.compile(r"\bscrolls\b"))
    expect(narrow).not_to_have_attribute("tabindex", "0")
    assert stops(page) == [("0", "region"), (None, None)]
    wide.focus()
    page.keyboard.press("ArrowRight")
    page.wait_for_function("document.querySelector('.table-region').scrollLeft > 0")


def test_a_table_that_is_stacked_on_a_phone_does_not_stop_the_keyboard(browser, site):
    page = browser.new_page(viewport={"width": 390, "height": 844})
    page.goto((site / "values.html").as_uri())
    wide = page.locator(".table-region").first
    expect(wide.locator("table.is-stacked")).to_be_visible()
    expect(wide).not_to_have_attribute("tabindex", "0")
    assert stops(page) == [(None, None), (None, None)]


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_page_asks_for_nothing_but_files_and_no_icon_font(browser, site, scheme):
    asked = []
    page = browser.new_page(color_scheme=scheme)
    page.on("request", lambda request: asked.append(request.url))
    page.goto((site / "values.html").as_uri(), wait_until="networkidle")
    assert page.evaluate("document.documentElement.dataset.theme") == scheme
    assert [url for url in asked if not url.startswith(("file:", "data:"))] == []
    assert [url for url in asked if "webfonts" in url] == []
