"""Search in the box of the theme: what is found, how it is shown, and what stays without it."""

import re
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from iomdocs.formats.html.search.index import executable
from iomdocs.formats.html.search.service import index_of
from tests.finished import html_page
from tests.formats.conftest import ROOTS, build
from tests.site import served

HARBOUR = ROOTS / "harbour"
ON_NETWORK = re.compile(r"^https?:")
LINKS = ".iomdocs-found .search-link"


@pytest.fixture(scope="module")
def site(tmp_path_factory) -> Path:
    return build("html", HARBOUR, tmp_path_factory.mktemp("harbour"))


@pytest.fixture(scope="module")
def address(site):
    with served(site) as address:
        yield address


@pytest.fixture(scope="module")
def opened(browser, address) -> Page:
    """The front page with the box open."""
    page = browser.new_page()
    page.goto(address)
    page.keyboard.press("Control+k")
    expect(page.locator("#pst-search-dialog.iomdocs-search")).to_be_visible()
    yield page
    page.close()


def search(page: Page, query: str) -> list[str]:
    """The addresses of what is found, below that of the website."""
    page.locator("#pst-search-dialog input").fill("")
    expect(page.locator(".iomdocs-found")).to_be_hidden()
    page.locator("#pst-search-dialog input").fill(query)
    expect(page.locator(".search-count")).not_to_be_empty()
    return [
        link.evaluate("link => link.pathname + link.hash") for link in page.locator(LINKS).all()
    ]


def marked(page: Page) -> list[str]:
    return page.locator(".search-hit.page mark").all_inner_texts()


@pytest.mark.parametrize(
    ("section", "written", "typed"),
    [
        ("the-baltic-the-sound", "Łódź", ["Lodz", "łódź", "Łodz", "LÓDZ"]),
        ("the-baltic-the-sound", "Øresund", ["Oresund", "øresund"]),
        ("the-baltic-the-sound", "Đorđe", ["Dorde", "đorđe"]),
        ("the-baltic-the-sound", "Æsir", ["Aesir"]),
        ("the-baltic-the-sound", "Weißstraße", ["weissstrasse", "weißstraße"]),
        ("southern-ports", "İstanbul", ["Istanbul", "istanbul", "İSTANBUL", "ıstanbul"]),
        ("southern-ports", "Isparta", ["ısparta", "isparta"]),
        ("southern-ports", "Iğdır", ["Igdir", "IĞDIR", "ığdır"]),
        ("southern-ports", "Türkiye", ["Turkiye", "TÜRKIYE", "Tu\u0308rkiye"]),
        ("southern-ports", "Curaçao", ["Curacao", "curaçao"]),
        ("southern-ports", "d’Ivoire", ["d'Ivoire", "d’Ivoire", "Ivoire", "dIvoire"]),
        ("southern-ports", "O’Higgins", ["O'Higgins", "higgins"]),
        ("southern-ports", "Hawaiʻi", ["Hawaii"]),
    ],
)
def test_a_name_is_found_as_people_type_it(opened, section, written, typed):
    for query in typed:
        assert f"/places/ports.html#{section}" in search(opened, query), query
        assert set(marked(opened)) == {written}, query


def test_a_result_is_a_section_with_its_page_its_part_and_an_excerpt(opened):
    assert search(opened, "barges cloth") == ["/places/ports.html#the-baltic-the-sound"]
    hit = opened.locator(".search-hit")
    assert hit.locator(".search-title").inner_text() == "The Baltic & <the Sound>"
    assert hit.locator(".search-path").inner_text() == "Places & people › Ports"
    assert marked(opened) == ["Barges", "cloth"]
    text = "Barges bring cloth from Łódź and salt from the Øresund; the pilot is Đorđe Æsir of"
    assert hit.locator(".search-excerpt").inner_text().startswith(text)
    assert opened.locator(".search-count").inner_text() == "1 result"


def test_a_fact_is_a_result_with_its_value_and_leads_to_the_register(opened):
    assert search(opened, "member berths")[0] == "/register.html#fact-harbour.berths"
    hit = opened.locator(".search-hit.fact")
    assert hit.locator(".search-path").inner_text() == "Fact"
    assert hit.locator(".search-excerpt").inner_text() == "175 berths, as of 29 April 2024"
    assert "/register.html#fact-harbour.name" in search(opened, "harbour.name")


def test_a_term_is_a_result_with_its_definition(opened):
    assert search(opened, "lasztownia")[0] == "/words.html#term-asztownia"
    hit = opened.locator(".search-hit.term")
    assert hit.locator(".search-title").inner_text() == "Łasztownia"
    assert hit.locator(".search-excerpt").inner_text() == "An island with a quay."


def test_what_is_no_text_of_the_page_is_not_found(opened):
    assert search(opened, "quicksilver") == []
    assert opened.locator(".search-count").inner_text() == "Nothing found for “quicksilver”"
    expect(opened.locator(".search-hint")).to_be_visible()


def test_results_of_one_part(opened):
    assert len({link.split("#")[0] for link in search(opened, "ship")}) == 2
    choice = opened.get_by_label("Part")
    assert choice.locator("option").all_inner_texts() == [
        "All parts",
        "Places & people",
        "Reference",
    ]
    choice.select_option("Places & people")
    expect(opened.locator(LINKS)).to_have_text(["Ports"])
    choice.select_option("All parts")
    expect(opened.locator(LINKS)).not_to_have_count(1)


@pytest.mark.parametrize(
    "query",
    [
        "marmalade",
        "<img src=x onerror=\"document.title='broken'\">",
        "quay <b>east</b>",
        "$& $1 \\ ( [",
        "marmalade " * 2000,
    ],
)
def test_what_is_searched_and_found_stays_text(opened, query):
    search(opened, query)
    assert opened.locator(".iomdocs-found :is(img, b, script)").count() == 0
    assert "broken" not in opened.title()


def test_all_of_it_works_with_the_keyboard(browser, address):
    page = browser.new_page()
    page.goto(address)
    page.keyboard.press("Control+k")
    page.keyboard.type("lodz")
    expect(page.locator(LINKS)).to_have_count(2)
    page.keyboard.press("ArrowUp")
    expect(page.locator("#pst-search-dialog input")).to_be_focused()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    expect(page.locator(LINKS).nth(1)).to_be_focused()
    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowUp")
    expect(page.locator("#pst-search-dialog input")).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.locator("#pst-search-dialog")).to_be_hidden()
    page.keyboard.press("Control+k")
    page.locator("#pst-search-dialog input").fill("curacao")
    expect(page.locator(LINKS)).to_have_text(["Southern ports"])
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url("**/ports.html#southern-ports")
    page.close()


def test_a_section_of_the_same_page_closes_the_box(browser, address):
    page = browser.new_page()
    page.goto(f"{address}/places/ports.html")
    page.keyboard.press("Control+k")
    page.keyboard.type("curacao")
    expect(page.locator(LINKS)).to_have_text(["Southern ports"])
    page.locator(LINKS).click()
    expect(page.locator("#pst-search-dialog")).to_be_hidden()
    assert page.url == f"{address}/places/ports.html#southern-ports"
    page.close()


def test_enter_leads_to_a_page_with_all_results(browser, address):
    page = browser.new_page()
    page.goto(f"{address}/places/ports.html")
    page.keyboard.press("Control+k")
    page.keyboard.type("Curacao")
    page.keyboard.press("Enter")
    page.wait_for_url("**/search.html?q=Curacao")
    expect(page.locator(f"#search-results {LINKS}")).to_have_text(["Southern ports"])
    page.locator(".bd-search-container input").fill("lodz")
    expect(page.locator(f"#search-results {LINKS}").first).to_have_text("The Baltic & <the Sound>")
    page.close()


def test_nothing_is_loaded_before_the_box_is_opened_and_nothing_from_elsewhere(browser, address):
    asked: list[str] = []
    page = browser.new_page()
    page.on("request", lambda request: asked.append(request.url))
    page.goto(address, wait_until="networkidle")
    assert [url for url in asked if re.search(r"pagefind|iomdocs-search", url)] == []
    page.keyboard.press("Control+k")
    page.keyboard.type("curacao")
    expect(page.locator(LINKS)).to_have_count(1)
    assert any("/pagefind/" in url for url in asked)
    assert [url for url in asked if ON_NETWORK.match(url) and not url.startswith(address)] == []
    page.close()


@pytest.mark.parametrize("width", [390, 1280])
def test_results_fit_the_window(browser, address, width):
    page = browser.new_page(viewport={"width": width, "height": 500})
    page.goto(address)
    page.keyboard.press("Control+k")
    page.keyboard.type("harbour")
    expect(page.locator(LINKS).first).to_be_visible()
    box = page.locator(".iomdocs-found").bounding_box()
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= width
    assert box["y"] + box["height"] <= 500
    page.close()


def found_by_sphinx(page: Page) -> None:
    expect(page.locator("#search-results ul.search li a").first).to_have_text("Ports")
    assert page.locator(".iomdocs-found").count() == 0


def test_a_page_opened_as_a_file_has_the_search_of_sphinx(browser, site):
    page = browser.new_page()
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.goto((site / "index.html").as_uri())
    page.keyboard.press("Control+k")
    page.keyboard.type("barges")
    assert page.locator(".iomdocs-found").count() == 0
    page.keyboard.press("Enter")
    page.wait_for_url("file:**/search.html?q=barges")
    found_by_sphinx(page)
    assert [line for line in said if "pagefind" in line or "iomdocs" in line] == []
    page.close()


def test_an_index_that_is_lost_later_is_told(browser, address):
    page = browser.new_page()
    page.goto(address)
    page.keyboard.press("Control+k")
    expect(page.locator("#pst-search-dialog.iomdocs-search")).to_be_visible()
    page.route("**/pagefind/fragment/*", lambda route: route.abort())
    page.keyboard.type("barges")
    expect(page.locator(".search-count")).to_have_text("The search index cannot be reached.")
    page.close()


@pytest.mark.parametrize("missing", ["**/*.pagefind", "**/pagefind.js", "**/iomdocs.json"])
def test_where_the_index_cannot_be_read_sphinx_searches(browser, address, missing):
    page = browser.new_page()
    page.route(missing, lambda route: route.abort())
    page.goto(f"{address}/search.html?q=barges")
    found_by_sphinx(page)
    page.close()


def test_a_website_in_a_folder_with_an_address_for_each_page(browser, tmp_path):
    site = build("dirhtml", HARBOUR, tmp_path)
    page = browser.new_page()
    with served(site.parent) as address:
        page.goto(f"{address}/dirhtml/words/")
        page.keyboard.press("Control+k")
        page.keyboard.type("curacao")
        expect(page.locator(LINKS)).to_have_text(["Southern ports"])
        page.locator(LINKS).click()
        page.wait_for_url(f"{address}/dirhtml/places/ports/#southern-ports")
        page.goto(f"{address}/dirhtml/search/?q=berths")
        page.locator("#search-results .fact .search-link").first.click()
        page.wait_for_url(f"{address}/dirhtml/register/#fact-harbour.berths")
    page.close()


def test_the_same_sources_give_the_same_index(site, tmp_path):
    again = build("html", HARBOUR, tmp_path)
    assert contents(again / "_static/pagefind") == contents(site / "_static/pagefind")


def contents(folder: Path) -> dict[Path, bytes]:
    files = [path for path in folder.rglob("*") if path.is_file()]
    return {path.relative_to(folder): path.read_bytes() for path in files}


def test_what_no_browser_asks_for_is_not_shipped(site):
    names = {
        path.suffix if "." in path.stem else path.name
        for path in (site / "_static/pagefind").iterdir()
    }
    assert names == {
        ".pagefind", ".pf_meta", "fragment", "index", "iomdocs.json",
        "pagefind-entry.json", "pagefind.js",
    }  # fmt: skip


@pytest.mark.parametrize(
    "settings",
    [
        {"iomdocs_search": False},
        {"html_theme": "alabaster"},
        {"html_theme_options": {"search_as_you_type": True}},
        {"language": "zh_CN"},
    ],
    ids=lambda settings: next(iter(settings)),
)
def test_a_book_can_search_by_other_means(tmp_path, settings):
    site = build("html", ROOTS / "plain", tmp_path, **settings)
    assert not (site / "_static/pagefind").exists()
    assert html_page(site / "index.html").select('script[src*="iomdocs-search"]') == []
    assert (site / "searchindex.js").is_file()


def test_without_pagefind_the_search_of_sphinx_stays(tmp_path, monkeypatch):
    monkeypatch.setattr("pagefind.service.get_executable", lambda: None)
    site = build("html", ROOTS / "plain", tmp_path)
    assert not (site / "_static/pagefind").exists()
    assert html_page(site / "index.html").select('script[src*="iomdocs-search"]') == []


def test_where_pagefind_fails_the_search_of_sphinx_stays(tmp_path, monkeypatch, browser):
    monkeypatch.setenv("PAGEFIND_BINARY_PATH", "/bin/false")
    site = build("html", HARBOUR, tmp_path)
    assert not (site / "_static/pagefind").exists()
    page = browser.new_page()
    with served(site) as address:
        page.goto(f"{address}/search.html?q=barges")
        found_by_sphinx(page)
    page.close()


def test_an_index_is_whole_however_busy_the_computer_is():
    program = executable("en")
    pages = [(f"{name}.html", f"<html lang='en'><body>{name}</body></html>") for name in "abcd"]

    def indexed(_number: int) -> Mapping[str, bytes]:
        return index_of(program, pages, [], keep_index=True)

    with ThreadPoolExecutor(8) as pool:
        first, *others = pool.map(indexed, range(40))
    assert len(first) > len(pages)
    assert all(other == first for other in others)
