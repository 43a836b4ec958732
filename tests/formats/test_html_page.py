"""The furniture of a page: how to change, cite and link it; its head; pages that are gone."""

import re
import shutil
import zipfile
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import parse_qs, urlsplit
from xml.etree import ElementTree as ET

import pytest
from bs4 import BeautifulSoup
from playwright.sync_api import Browser, Page, expect
from pybtex.database import parse_string
from sphinx.config import Config

from iomdocs.formats.html.assets import STATIC
from iomdocs.formats.html.citing import bibtex
from iomdocs.formats.html.head import PAPER
from iomdocs.formats.html.words import WORDS
from tests.chromium import running
from tests.finished import html_page, html_pages
from tests.formats.conftest import ROOTS, build, make
from tests.formats.published import BASE, EXTENSIONS, SETTINGS, named


@pytest.fixture(scope="module")
def source(tmp_path_factory) -> Path:
    """The town book with an icon in two files, and a page that its author has described."""
    folder = tmp_path_factory.mktemp("published") / "docs"
    shutil.copytree(ROOTS / "town", folder)
    (folder / "_static").mkdir()
    for name in ("mark.svg", "mark.png"):
        (folder / "_static" / name).write_bytes(b"")
    page = folder / "history.md"
    head = '---\nmyst:\n  html_meta:\n    description: "All that was"\n---\n\n'
    page.write_text(head + page.read_text("utf-8"), "utf-8")
    return folder


@pytest.fixture(scope="module")
def site(source, tmp_path_factory) -> Path:
    return build("html", source, tmp_path_factory.mktemp("site"), **SETTINGS)


@pytest.fixture(scope="module")
def life(site) -> BeautifulSoup:
    return html_page(site / "life.html")


@pytest.fixture
def browser(chromium) -> Iterator[Browser]:
    """A browser for one test: processes that a later build begins would keep it from closing."""
    with running(chromium) as browser:
        yield browser


@pytest.fixture
def browser_page(browser) -> Iterator[Page]:
    page = browser.new_page(permissions=["clipboard-read", "clipboard-write"])
    yield page
    page.close()


@pytest.fixture
def page_without_script(browser) -> Iterator[Page]:
    page = browser.new_page(java_script_enabled=False)
    yield page
    page.close()


# Change and report


def test_a_page_leads_to_the_editor_and_to_a_form_for_mistakes(life):
    edit = life.select_one("a.edit-page")
    assert edit.get_text() == "Edit this page"
    assert edit["href"] == "https://codeberg.org/town/book/_edit/main/docs/life.md"
    report = urlsplit(life.select_one("a.report-mistake")["href"])
    asked = parse_qs(report.query)
    assert report.path == "/town/book/issues/new"
    assert asked["title"] == ["Mistake on the page “Life in the town”"]
    assert "docs/life.md\n" in asked["body"][0]


def test_a_book_without_repository_address_or_history_has_less_to_say(hard_book):
    for page in html_pages(hard_book("html")).values():
        assert page.select(".edition-line")
        assert not page.select(".page-source, .page-changed, .cite-address, link[rel=canonical]")
        assert not page.select('meta[property^="og:"]')


@pytest.fixture(scope="module")
def elsewhere(tmp_path_factory) -> Path:
    """The town book in another theme, at the root of a host."""
    given = {"html_theme": "alabaster", "html_favicon": "", "html_static_path": []}
    settings = {**SETTINGS, **given, "html_baseurl": "https://town.example/"}
    return build("html", ROOTS / "town", tmp_path_factory.mktemp("elsewhere"), **settings)


def test_another_theme_has_the_same_foot(elsewhere):
    page = html_page(elsewhere / "life.html")
    assert page.select_one(".edition-footer a.edit-page")
    assert page.select_one(".edition-footer details.cite")
    assert not page.select('meta[name="theme-color"]')


# Cite


def test_a_page_is_cited_with_edition_and_address(life):
    box = life.select_one("details.cite:not([open])")
    assert box.summary.get_text() == "Cite this page"
    assert box.select_one(".cite-as").get_text() == (
        "Cite as: Town clerk, “Life in the town”, Town book, edition of 4 March 2021, "
        "facts as of 4 March 2021."
    )
    assert box.select_one(".cite-address").get_text() == f"{BASE}life.html"
    (entry,) = parse_string(box.pre.get_text(), "bibtex").entries.values()
    assert entry.type == "misc"
    assert entry.key == "town-book:life"
    assert str(entry.persons["author"][0]) == "{Town clerk}"
    assert dict(entry.fields) == {
        "title": "{Life in the town}",
        "howpublished": "{Town book}",
        "year": "2021",
        "month": "March",
        "note": "Edition of 4 March 2021; Facts as of 4 March 2021",
        "url": f"{BASE}life.html",
    }


def test_the_front_page_cites_the_book(site):
    box = html_page(site / "index.html").select_one("details.cite")
    assert box.summary.get_text() == "Cite this book"
    (entry,) = parse_string(box.pre.get_text(), "bibtex").entries.values()
    assert (entry.key, entry.fields["title"]) == ("town-book", "{Town book}")
    assert "howpublished" not in entry.fields


def test_what_tex_reads_otherwise_is_written_so_that_it_does_not():
    config = Config({}, {"project": r"R&D {50%} a_b $1 #2 ~ ^ \x", "author": "Ana Gómez"})
    for name in ("iomdocs_edition", "iomdocs_facts", "iomdocs_as_of", "iomdocs_slug"):
        config.add(name, "", "env", (str,))
    entry = bibtex(config, "index", "", "")
    title = re.search(r"title = \{\{(.*)\}\}", entry)[1]
    assert title == (
        r"R\&D \{50\%\} a\_b \$1 \#2 \textasciitilde{} \textasciicircum{} \textbackslash{}x"
    )
    parse_string(entry, "bibtex")


def test_a_book_without_an_edition_is_not_cited(tmp_path):
    folder = build("html", ROOTS / "plain", tmp_path)
    assert not html_page(folder / "second.html").select("details.cite")


# Anchors


def test_the_sign_beside_a_heading_is_named_and_shows_itself(site, browser_page):
    browser_page.goto((site / "life.html").as_uri())
    link = browser_page.get_by_role("link", name="Link to this heading", exact=True).nth(1)
    assert link.get_attribute("href") == "#growth"
    assert link.evaluate("each => getComputedStyle(each).opacity") == "0"
    heading = browser_page.get_by_role("heading", name="Growth")
    heading.hover()
    shown = "each => getComputedStyle(each).opacity === '1'"
    browser_page.wait_for_function(shown, arg=link.element_handle())
    browser_page.mouse.move(0, 0)
    link.focus()
    browser_page.keyboard.press("Shift+Tab")
    browser_page.keyboard.press("Tab")
    browser_page.wait_for_function(shown, arg=link.element_handle())


def test_a_section_that_is_chosen_on_a_phone_is_not_covered(site, browser_page):
    browser_page.set_viewport_size({"width": 390, "height": 700})
    browser_page.goto((site / "life.html").as_uri())
    browser_page.locator("button.secondary-toggle").click()
    sections = browser_page.locator("dialog#pst-secondary-sidebar-modal")
    sections.get_by_role("link", name="Growth").click()
    expect(sections).to_be_hidden()
    assert browser_page.url.endswith("/life.html#growth")
    expect(browser_page.get_by_role("heading", name="Growth")).to_be_in_viewport()


def test_the_entry_is_copied(site, browser_page):
    browser_page.goto((site / "life.html").as_uri())
    browser_page.get_by_text("Cite this page").click()
    browser_page.get_by_role("button", name="Copy").click()
    browser_page.get_by_role("button", name="Copied").wait_for()
    copied = browser_page.evaluate("navigator.clipboard.readText()")
    assert copied == browser_page.locator(".cite pre").text_content()


# The head


def test_a_page_describes_itself_by_its_first_paragraph(life):
    words = named(life, "description")
    assert words == named(life, "og:description")
    assert words.startswith(
        "The mayor is Benoît Çelik (since 2018), after Ada Öztürk. The budget is 44.5 million"
    )
    assert len(words) <= 300
    assert words.endswith("…")


def test_a_long_description_ends_where_there_is_room_with_spaces_or_without(tmp_path):
    (tmp_path / "conf.py").write_text('extensions = ["myst_parser", "iomdocs"]\n', "utf-8")
    spaced = "# Words\n\n" + "many words, " * 40
    (tmp_path / "index.md").write_text(f"{spaced}\n\n```{{toctree}}\nzh\n```\n", "utf-8")
    (tmp_path / "zh.md").write_text("# 文\n\n" + "国际移民组织" * 60, "utf-8")
    folder = build("html", tmp_path, tmp_path / "built")
    words = named(html_page(folder / "index.html"), "description")
    assert words.endswith(" words, many…")
    assert len(words) <= 300
    assert named(html_page(folder / "zh.html"), "description") == ("国际移民组织" * 60)[:299] + "…"


def test_a_description_of_the_author_stays(site):
    assert named(html_page(site / "history.html"), "description") == "All that was"


def test_a_page_that_is_shared_has_a_title_an_address_and_a_picture(life):
    assert named(life, "og:title") == "Life in the town"
    assert named(life, "og:site_name") == "Town book"
    assert named(life, "og:url") == f"{BASE}life.html"
    assert named(life, "og:image") == f"{BASE}_static/card.png"
    assert life.select_one("link[rel=canonical]")["href"] == f"{BASE}life.html"


def test_what_is_no_page_of_the_book_is_kept_from_search_engines(site):
    for name in ("404", "search", "genindex"):
        page = html_page(site / f"{name}.html")
        assert named(page, "robots") == "noindex"
        assert not page.select("link[rel=canonical]")
    assert not html_page(site / "life.html").select('meta[name="robots"]')


def test_an_icon_has_a_picture_for_what_cannot_show_svg(life):
    icons = {(tag["rel"][0], tag["href"]) for tag in life.select('link[rel$="icon"]')}
    assert icons == {
        ("icon", "_static/mark.svg"),
        ("icon", "_static/mark.png"),
        ("apple-touch-icon", "_static/mark.png"),
    }


def test_bars_of_the_browser_have_the_ground_of_the_page(life):
    tokens = (STATIC / "iomdocs-tokens.css").read_text("utf-8")
    grounds = re.findall(r"--io-paper: (#\w+);", tokens)
    colours = [tag["content"] for tag in life.select('meta[name="theme-color"]')]
    assert colours == list(PAPER.values()) == grounds[:2]


# The map of the site


def test_the_map_of_the_site_has_the_pages_of_the_book(site):
    tree = ET.parse(site / "sitemap.xml")
    found = [tag.text for tag in tree.iterfind(".//{*}loc")]
    names = ("history", "index", "life", "register", "sources")
    assert found == [f"{BASE}{name}.html" for name in names]


def test_robots_are_told_at_the_root_of_a_host_only(site, elsewhere):
    assert not (site / "robots.txt").exists()
    lines = (elsewhere / "robots.txt").read_text("utf-8").splitlines()
    assert lines[-1] == "Sitemap: https://town.example/sitemap.xml"


# A page that is not there


def addresses(page: BeautifulSoup) -> list[str]:
    return [
        tag[name]
        for name in ("href", "src", "action", "data-content_root")
        for tag in page.find_all(attrs={name: True})
    ]


def test_the_page_for_lost_readers_is_whole_at_any_depth(site):
    page = html_page(site / "404.html")
    here = [each for each in addresses(page) if not each.startswith(("#", "https:"))]
    assert page.html["data-content_root"] == "/book/"
    assert len(here) > 20
    for address in here:
        file = site / urlsplit(address).path.removeprefix("/book/")
        assert address.startswith("/book/")
        assert file.exists(), address


def test_lost_readers_find_a_search_and_ways_back(site):
    page = html_page(site / "404.html")
    assert page.article.h1.get_text() == "Page not found"
    form = page.select_one("article form[role=search]")
    assert form["action"] == "/book/search.html"
    assert form.select_one("input[name=q]")["id"] == form.label["for"]
    links = [tag["href"] for tag in page.select("article a[href]")]
    names = ("index", "life", "history", "register", "sources")
    assert links[:5] == [f"/book/{name}.html" for name in names]
    assert not page.select(".page-source, details.cite")


def test_a_book_whose_place_is_not_known_is_taken_to_be_at_the_root(tmp_path):
    given = {"extensions": ["myst_parser", "iomdocs", "notfound.extension"], "language": "fr"}
    page = html_page(build("html", ROOTS / "plain", tmp_path, **given) / "404.html")
    assert page.article.h1.get_text() == "Page introuvable"
    assert "/second.html" in addresses(page)


# A page that has moved


def test_an_old_address_is_a_page_that_says_where_to_go(site):
    page = html_page(site / "old" / "life.html")
    assert page.html["lang"] == "en"
    assert page.title.get_text() == "This page has moved — Town book"
    assert page.main.h1.get_text() == "This page has moved"
    assert page.select_one("main a").get_text() == "Go to its new address"
    assert page.select_one("link[rel=canonical]")["href"] == "../life.html"
    assert (site / "old" / "life.html").read_text("utf-8").startswith("<!DOCTYPE html>")


def test_an_old_address_leads_to_the_same_place_on_the_new_page(site, browser_page):
    browser_page.goto(f"{(site / 'old' / 'life.html').as_uri()}#growth")
    browser_page.wait_for_url(f"{(site / 'life.html').as_uri()}#growth")


def test_an_old_address_leads_on_without_a_script(site, page_without_script):
    page_without_script.goto((site / "was.html").as_uri())
    page_without_script.wait_for_url((site / "index.html").as_uri())


def test_an_epub_has_nothing_of_all_this(source, tmp_path):
    plain = {**SETTINGS, "extensions": EXTENSIONS[:3], "html_baseurl": "", "iomdocs_repository": ""}
    chapters = []
    for name, given in (("plain", plain), ("published", SETTINGS)):
        folder = make("epub", source, tmp_path / name, **given).folder
        with zipfile.ZipFile(folder / "town-book.epub") as book:
            read = {file: book.read(file) for file in book.namelist()}
        register = read.pop("register.xhtml")  # which leads to the repository in either format
        chapters.append((read, len(register) > 0))
    assert chapters[0] == chapters[1]


# Words


def test_every_language_has_all_words():
    assert {frozenset(words) for words in WORDS.values()} == {frozenset(WORDS["en"])}
    for words in WORDS.values():
        assert [name for name in words if "{}" in words[name]] == ["report-title", "report-body"]
