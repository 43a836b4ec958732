"""What stands behind a fact, beside the fact: with the mouse, the keyboard, a finger, no script."""

import json
import shutil
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from playwright.sync_api import expect

from tests.finished import html_page
from tests.formats.conftest import ROOTS, build

PAGE = """# Facts

Schools: {fact}`village.schools`. Wells: {fact}`village.wells`. Schools again:
{fact:words}`village.schools`. The mill: {fact}`village.events[mill].date`. The wall:
{fact}`village.wall@1760`. {fact}`village.saying`

[A link about {fact}`village.wells` wells](history.md)

:::{fact:table} village.events
:columns: date, title
:::

Last: {fact}`village.wall`.
"""


@pytest.fixture(scope="module")
def source(tmp_path_factory) -> Path:
    """The book of the village with a page that shows its facts in several ways."""
    folder = tmp_path_factory.mktemp("provenance") / "docs"
    shutil.copytree(ROOTS / "village", folder)
    (folder / "facts.md").write_text(PAGE, "utf-8")
    index = folder / "index.md"
    index.write_text(index.read_text("utf-8").replace("history\n", "history\nfacts\n"), "utf-8")
    return folder


@pytest.fixture(scope="module")
def site(source, tmp_path_factory) -> Path:
    return build("html", source, tmp_path_factory.mktemp("provenance-site"))


def stored(page: BeautifulSoup) -> BeautifulSoup:
    """What a page keeps for its script."""
    store = page.find("template", id="fact-notes")
    return BeautifulSoup(store.decode_contents(), "html.parser")


def notes(page: BeautifulSoup) -> list[list[str]]:
    """The lines of each note of a page."""
    found = stored(page).find_all("div", recursive=False)
    return [[line.get_text() for line in note.find_all("p")] for note in found]


def test_each_statement_stands_once_on_a_page(site):
    page = html_page(site / "facts.html")
    schools, wells, cell, earlier, saying, *rows, wall = notes(page)
    counted = "Source: Office of counting, 2020"
    assert schools == [
        "Schools",
        "1 school as of 2020",
        "To be reviewed since January 2021",
        counted,
    ]
    assert wells == ["Wells", "3 wells as of 2020", "To be reviewed since 30 June 2022", counted]
    assert cell == ["Events: Date", "as of 2020", "Source: Müller, 2021"]
    assert earlier == ["Towers of the wall", "9 towers as of 1760", "Source: Müller, 2021"]
    assert saying[1] == "Nobody who has seen it doesn’t come back. as of 1899"
    assert rows == [
        ["Events", "as of 2020", "Source: Müller, 2021"],
        ["Events", "as of 2020", "Sources: Müller, 2021; Office of counting, 2020"],
    ]
    assert wall == [
        "Towers of the wall",
        "12 towers as of 1801",
        "Disputed, also given as about 11",
        "Sources: Müller, 2021; Office of counting, 2020",
    ]
    numbers = [value["data-note"] for value in page.select("a.fact-link > [data-note]")]
    assert numbers[:6] == ["0", "1", "0", "2", "3", "4"]
    assert set(numbers[6:-1]) == {"5", "6"}
    assert numbers[-1] == "7"


def test_the_sources_lead_to_their_list(site):
    page = html_page(site / "facts.html")
    sources = html_page(site / "sources.html")
    links = stored(page).select(".fact-note-sources a")
    assert links
    for link in links:
        name, fragment = link["href"].split("#")
        assert name == "sources.html"
        assert sources.find(id=fragment)
        assert "title" not in link.attrs


def test_each_claim_says_what_to_think_of_it(site):
    remarks = [note[2] for note in notes(html_page(site / "history.html"))[:3]]
    assert remarks == [
        "Disputed, also given as about 11",
        "Recalled, not checked",
        "Known to be wrong",
    ]


def test_the_register_and_pages_without_facts_have_no_notes(site):
    for name in ("register", "sources", "index"):
        assert not html_page(site / f"{name}.html").select("template, [data-note]")


def test_a_value_in_a_link_of_the_page_stays_part_of_that_link(site):
    link = html_page(site / "facts.html").select_one('a[href="history.html"] [data-fact]')
    assert "data-note" not in link.attrs


def test_notes_are_no_words_of_the_page_for_the_search(site):
    index = (site / "searchindex.js").read_text("utf-8")
    terms = json.loads(index.removeprefix("Search.setIndex(").removesuffix(")"))["terms"]
    assert "school" in terms
    assert "way" not in terms
    assert "correct" not in terms


def test_a_book_can_have_its_own_instead(source, tmp_path):
    site = build("html", source, tmp_path, iomdocs_popovers=False)
    page = html_page(site / "facts.html")
    assert not page.select("template, [data-note], script[src*='iomdocs-provenance']")
    assert page.select_one("a.fact-link")["href"] == "register.html#fact-village.schools"


def test_a_book_without_a_register_has_no_notes(source, tmp_path):
    folder = tmp_path / "docs"
    shutil.copytree(source, folder)
    (folder / "register.md").write_text("# Register\n\nNone.\n", "utf-8")
    page = html_page(build("html", folder, tmp_path / "out") / "facts.html")
    assert page.select("[data-fact]")
    assert not page.select("template, [data-note], a.fact-link")


@pytest.fixture
def opened(browser, site):
    """Opens a page of the site in a window of its own."""
    contexts = []

    def open_page(name="facts", width=1280, height=900, **options):
        contexts.append(browser.new_context(viewport={"width": width, "height": height}, **options))
        page = contexts[-1].new_page()
        page.goto((site / f"{name}.html").as_uri())
        return page

    yield open_page
    for context in contexts:
        context.close()


def box(page):
    return page.locator(".fact-note-box")


def fact(page, number):
    return page.locator("a.fact-link").nth(number)


def middle(locator):
    area = locator.bounding_box()
    return area["x"] + area["width"] / 2, area["y"] + area["height"] / 2


def is_on_screen(page, width, height):
    area = box(page).bounding_box()
    return (
        area["x"] >= 0
        and area["y"] >= 0
        and area["x"] + area["width"] <= width
        and area["y"] + area["height"] <= height
    )


def test_the_mouse_opens_the_box_can_enter_it_and_closes_it_by_leaving(opened):
    page = opened()
    page.clock.install()
    fact(page, 0).hover()
    expect(box(page)).to_contain_text("1 school as of 2020")
    register = box(page).get_by_role("link", name="In the register")
    page.mouse.move(*middle(register), steps=10)
    page.clock.fast_forward(1000)  # longer than the box stays without the mouse
    expect(box(page)).to_be_visible()
    page.mouse.move(1270, 890, steps=5)
    expect(box(page)).to_be_hidden()
    assert page.url.endswith("facts.html")


def test_a_link_in_the_box_can_be_followed(opened):
    page = opened()
    fact(page, 0).hover()
    box(page).get_by_role("link", name="In the register").click()
    page.wait_for_url("**/register.html#fact-village.schools")


def test_the_keyboard_shows_the_box_in_passing_and_stops_at_facts_only(opened):
    page = opened()
    fact(page, 0).focus()
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Tab")
    expect(box(page)).to_contain_text("1 school")
    page.keyboard.press("Tab")
    expect(fact(page, 1)).to_be_focused()
    expect(box(page)).to_contain_text("3 wells")
    page.keyboard.press("Escape")
    expect(box(page)).to_be_hidden()
    expect(fact(page, 1)).to_be_focused()


@pytest.mark.parametrize("key", ["Enter", " "])
def test_a_key_opens_the_box_to_stay_and_escape_leads_back(opened, key):
    page = opened()
    fact(page, 1).focus()
    page.keyboard.press(key)
    expect(box(page)).to_be_focused()
    expect(fact(page, 1)).to_have_attribute("aria-expanded", "true")
    page.keyboard.press("Tab")
    expect(box(page).get_by_role("link", name="Office of counting")).to_be_focused()
    page.keyboard.press("Escape")
    expect(box(page)).to_be_hidden()
    expect(fact(page, 1)).to_be_focused()
    expect(fact(page, 1)).to_have_attribute("aria-expanded", "false")


def test_behind_the_last_stop_of_the_box_the_page_goes_on(opened):
    page = opened()
    fact(page, 1).focus()
    page.keyboard.press("Enter")
    for _ in range(3):
        page.keyboard.press("Tab")
    expect(box(page).get_by_role("button", name="Close")).to_be_focused()
    page.keyboard.press("Tab")
    expect(fact(page, 2)).to_be_focused()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.press("Shift+Tab")
    expect(fact(page, 2)).to_be_focused()
    expect(box(page)).to_be_hidden()


def test_what_assistive_technology_is_told(opened):
    page = opened()
    page.locator("a.fact-link", has_text="12").click()
    assert page.locator("p", has_text="Last:").aria_snapshot().splitlines() == [
        "- paragraph:",
        '  - text: "Last:"',
        '  - button "12" [expanded]',
        "  - text: .",
    ]
    assert box(page).aria_snapshot().splitlines() == [
        '- dialog "Towers of the wall":',
        "  - paragraph: Towers of the wall",
        "  - paragraph:",
        "    - strong: 12 towers",
        "    - text: as of 1801",
        "  - paragraph: Disputed, also given as about 11",
        "  - paragraph:",
        '    - text: "Sources:"',
        '    - link "Müller, 2021":',
        "      - /url: sources.html#id2",
        "    - text: ;",
        '    - link "Office of counting, 2020":',
        "      - /url: sources.html#id3",
        "  - paragraph:",
        "    - 'link \"In the register: history, and ways to correct it\"':",
        f"      - /url: {page.url.replace('facts.html', 'register.html#fact-village.wall')}",
        '  - button "Close"',
    ]


def test_a_cell_has_its_own_value_and_the_sources_of_its_row(opened):
    page = opened()
    page.locator("table a.fact-link").nth(1).click()
    lines = box(page).locator("p").all_inner_texts()
    words = page.locator("table a.fact-link").nth(1).inner_text()
    assert lines[:3] == ["Events", f"{words} as of 2020", "Source: Müller, 2021"]


def test_a_tap_opens_a_sheet_at_the_bottom_and_a_tap_beside_it_closes_it(opened):
    page = opened(width=390, height=600, has_touch=True)
    last = page.locator("a.fact-link", has_text="12")
    last.tap()
    expect(box(page)).to_be_visible()
    assert page.url.endswith("facts.html")
    area = box(page).bounding_box()
    assert (area["x"], area["width"]) == (0, 390)
    assert area["y"] + area["height"] == 600
    fact_area = last.bounding_box()
    assert fact_area["y"] + fact_area["height"] <= area["y"]
    page.locator("article h1").tap()
    expect(box(page)).to_be_hidden()


def test_the_box_is_never_off_the_screen(opened):
    page = opened(width=700, height=420)
    for number in range(page.locator("a.fact-link").count()):
        fact(page, number).focus()
        page.keyboard.press("Enter")
        expect(box(page)).to_be_visible()
        assert is_on_screen(page, 700, 420), number
        page.keyboard.press("Escape")


def test_the_mark_for_a_review_follows_the_clock_of_the_reader(opened):
    page = opened()
    page.clock.set_fixed_time("2022-06-30T12:00:00")
    fact(page, 1).click()
    expect(box(page).get_by_text("to be reviewed")).to_be_hidden()
    page.keyboard.press("Escape")
    fact(page, 0).click()
    expect(box(page).get_by_text("to be reviewed")).to_be_visible()
    page.keyboard.press("Escape")
    page.clock.set_fixed_time("2022-07-01T12:00:00")
    fact(page, 1).click()
    expect(box(page).get_by_text("to be reviewed")).to_be_visible()


def test_without_a_script_a_fact_is_a_link_to_the_register(opened):
    page = opened(java_script_enabled=False)
    assert page.locator(".fact-note-label").count() == 0
    assert fact(page, 0).get_attribute("role") is None
    fact(page, 0).click()
    page.wait_for_url("**/register.html#fact-village.schools")


@pytest.mark.parametrize("motion", ["reduce", "no-preference"])
def test_nothing_moves_for_readers_who_do_not_want_it(opened, motion):
    page = opened(reduced_motion=motion)
    fact(page, 0).click()
    name = box(page).evaluate("box => getComputedStyle(box).animationName")
    assert (name == "none") == (motion == "reduce")
