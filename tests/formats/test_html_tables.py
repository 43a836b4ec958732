"""Long tables: sorted, filtered and stacked in Chromium; plain tables without a script."""

from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.finished import html_page
from tests.formats.conftest import build, write_files

CONF = """
project = "Harbours"
extensions = ["myst_parser", "sphinxcontrib.bibtex", "iomdocs"]
myst_enable_extensions = ["colon_fence"]
iomdocs_facts = "harbours"
iomdocs_edition = "2021-03-04"
bibtex_bibfiles = ["sources.bib"]
bibtex_reference_style = "label"
html_theme = "sphinx_book_theme"
"""
FACTS = """
from iomdocs.facts import Column, Day, Fact, Number, Statement, Table, Topic

TOPIC = Topic(id="harbour", title="Harbours")
FACTS = [
    Fact(
        id="harbour.states",
        label="States with a harbour",
        statements=[
            Statement(
                value=Table(
                    file="states.csv",
                    key="code",
                    columns=[
                        Column(name="name", label="State", type="country", code="code"),
                        Column(name="since", label="Since", type="day"),
                        Column(name="ships", label="Ships", type="number"),
                        Column(name="remark", label="Remark"),
                    ],
                ),
                at=Day("2020"),
                sources=["list"],
                confidence="confirmed-by-source",
            ),
        ],
    ),
FACTS_OF_SHIPS
]
"""
STATES = """code,name,since,ships,remark,sources
TR,,1974-07-01,1200,,list
CI,,1999,30,,list
PL,,1951-12-05,2,"A remark that is so long that the table with it is too wide for a phone.",list
CW,Curaçao,1980-05,15000,,list
IE,,1975,400,,list
BO,,,7,,list
AL,,2001,,,list
AD,,2002,8,Łeba and Əliabad,list
AZ,,2003,9,,list
BB,,2004,10,,list
ZW,,2005,11,,list
"""
SHIP = """
    Fact(
        id="ships.n{0}",
        label="Ship {0}",
        statements=[
            Statement(
                value=Number({0}),
                at=Day("2020"),
                sources=["list"],
                confidence="confirmed-by-source",
            ),
        ],
    ),"""
INDEX = """# Harbours

:::{fact:table} harbour.states
:caption: States
:::

## Some

:::{fact:table} harbour.states
:limit: 10
:::

## Cities

:::{list-table}
:header-rows: 1
:class: sortable

* - City
  - People
* - Łódź
  - 1,200
* - Æbeltoft
  - 999
* - Évora
  - 50,000
:::

```{toctree}
register
sources
```
"""


@pytest.fixture(scope="module")
def site(tmp_path_factory) -> Path:
    folder = tmp_path_factory.mktemp("tables")
    ships = "".join(SHIP.format(number) for number in (*range(1, 10), 100, 20, 3000))
    ship_topic = 'TOPIC = Topic(id="ships", title="Ships")\nFACTS = ['
    imports = "from iomdocs.facts import Day, Fact, Number, Statement, Topic\n\n"
    files = {
        "conf.py": CONF,
        "harbours/__init__.py": "",
        "harbours/harbour.py": FACTS.replace("FACTS_OF_SHIPS\n", ""),
        "harbours/ships.py": f"{imports}{ship_topic}{ships}\n]\n",
        "harbours/states.csv": STATES,
        "index.md": INDEX,
        "register.md": "# Register\n\n:::{fact:register}\n:::\n",
        "sources.md": "# Sources\n\n:::{bibliography}\n:all:\n:::\n",
        "sources.bib": "@misc{list, title = {A list}, author = {Lister, L.}, year = {2020}}\n",
    }
    return build("html", write_files(folder / "docs", files), folder / "out")


@pytest.fixture
def opened(browser, site):
    """Opens a page of the site in a window of its own."""
    contexts = []

    def open_page(name="index.html", width=1280, **options):
        contexts.append(browser.new_context(viewport={"width": width, "height": 844}, **options))
        page = contexts[-1].new_page()
        page.goto((site / "index.html").as_uri().replace("index.html", name))
        return page

    yield open_page
    for context in contexts:
        context.close()


def first_cells(page, table=0, column=1):
    """What stands in a column of a table in the order that is seen."""
    rows = page.locator("table").nth(table).locator("tbody > tr:not(.fact-history)")
    return rows.locator(f"> td:nth-child({column})").all_inner_texts()


def shown(page):
    rows = page.locator("tbody > tr:not(.fact-history)")
    return [row.locator("td").first.inner_text() for row in rows.all() if row.is_visible()]


def test_long_tables_and_those_that_a_book_marks_are_sortable(site):
    page = html_page(site / "index.html")
    controls = page.select(".table-controls")
    names = [control.find_next("table").get_text(" ", strip=True)[:6] for control in controls]
    assert names == ["States", "City P"]
    assert all(control.has_attr("hidden") for control in controls)
    labels = [control.input.get("aria-label") for control in controls]
    assert labels == ["Filter: States", None]
    assert len(html_page(site / "register.html").select(".table-controls")) == 1
    assert not html_page(site / "sources.html").select(".table-controls")


def test_a_column_is_sorted_up_down_and_as_it_was(opened):
    page = opened()
    original = first_cells(page)
    head = page.get_by_role("columnheader", name="State").first
    button = page.get_by_role("button", name="State", exact=True).first
    button.click()
    assert first_cells(page)[:3] == ["Albania", "Andorra", "Azerbaijan"]
    expect(head).to_have_attribute("aria-sort", "ascending")
    expect(page.get_by_role("status").first).to_have_text("Sorted by State, ascending")
    button.press("Enter")
    assert first_cells(page)[:2] == ["Zimbabwe", "Türkiye"]
    expect(head).to_have_attribute("aria-sort", "descending")
    button.press("Space")
    assert first_cells(page) == original
    assert head.get_attribute("aria-sort") is None
    expect(page.get_by_role("status").first).to_have_text("In the original order")


def test_dates_and_numbers_are_sorted_by_their_value_and_nothing_comes_last(opened):
    page = opened()
    since = page.get_by_role("button", name="Since").first
    since.click()
    order = first_cells(page)
    assert order[:4] == ["Poland", "Türkiye", "Ireland", "Curaçao"]
    assert order[-1] == "Bolivia"
    since.click()
    order = first_cells(page)
    assert (order[0], order[-1]) == ("Zimbabwe", "Bolivia")
    page.get_by_role("button", name="Ships").first.click()
    assert first_cells(page, column=3)[:2] == ["2", "7"]
    assert first_cells(page, column=3)[-3:] == ["1,200", "15,000", ""]
    assert page.locator("th[aria-sort]").count() == 1


def test_words_are_sorted_as_the_language_of_the_page_does(opened):
    page = opened()
    page.get_by_role("button", name="City").click()
    assert first_cells(page, table=2) == ["Æbeltoft", "Évora", "Łódź"]
    page.get_by_role("button", name="People").click()
    assert first_cells(page, table=2, column=2) == ["999", "1,200", "50,000"]


@pytest.mark.parametrize(
    ("words", "names"),
    [
        ("Turkiye", ["Türkiye"]),
        ("cote d'ivoire", ["Côte d’Ivoire"]),
        ("CURACAO", ["Curaçao"]),
        ("1975 irel", ["Ireland"]),
        ("leba aliabad", ["Andorra"]),
        ("nowhere", []),
    ],
)
def test_the_filter_finds_words_without_accents(opened, words, names):
    page = opened()
    page.get_by_role("searchbox", name="Filter").first.fill(words)
    expect(page.get_by_role("status").first).to_have_text(f"{len(names)} of 11 rows")
    rows = page.locator("table").first.locator("tbody > tr")
    assert [row.locator("td").first.inner_text() for row in rows.all() if row.is_visible()] == names


def test_letters_that_are_no_accents_are_found_too(opened):
    page = opened()
    page.get_by_role("searchbox", name="Filter").nth(1).fill("lodz")
    expect(page.get_by_role("status").nth(1)).to_have_text("1 of 3 rows")


def test_one_box_filters_all_tables_of_the_register(opened):
    page = opened("register.html")
    page.get_by_role("searchbox", name="Filter").fill("ship 3000")
    expect(page.get_by_role("status")).to_have_text("1 of 13 rows")
    assert page.get_by_role("heading", name="Harbours", level=2).count() == 0
    expect(page.locator("tr.fact-history:visible")).to_have_count(1)
    page.get_by_role("searchbox", name="Filter").fill("")
    expect(page.locator("tr.fact-history:visible")).to_have_count(13)


def test_a_history_moves_with_its_row_when_sorted(opened):
    page = opened("register.html")
    page.get_by_role("button", name="Value").click()
    assert first_cells(page, table=1, column=2)[-1].startswith("3,000")
    rows = page.locator("table").nth(1).locator("tbody > tr")
    kinds = rows.evaluate_all("rows => rows.map(row => row.classList.contains('fact-history'))")
    assert kinds == [False, True] * 12


def test_a_link_to_a_row_that_is_filtered_away_shows_it(opened):
    page = opened("register.html")
    page.get_by_role("searchbox", name="Filter").fill("states")
    expect(page.locator("[id='fact-ships.n5']")).to_be_hidden()
    page.evaluate("location.hash = 'fact-ships.n5'")
    expect(page.locator("[id='fact-ships.n5']")).to_be_visible()


def test_print_has_all_rows(opened):
    page = opened()
    page.get_by_role("searchbox", name="Filter").first.fill("poland")
    expect(page.get_by_text("Zimbabwe").first).to_be_hidden()
    page.emulate_media(media="print")
    expect(page.get_by_text("Zimbabwe").first).to_be_visible()
    expect(page.get_by_role("searchbox", name="Filter")).to_have_count(0)


def test_a_table_too_wide_for_a_phone_is_stacked_and_stays_a_table(opened):
    page = opened(width=390)
    table = page.locator("table").first
    expect(table).to_contain_class("is-stacked")
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    region = page.locator(".table-region").first
    assert region.evaluate("region => region.scrollWidth <= region.clientWidth")
    lines = table.locator("tbody").aria_snapshot().splitlines()
    assert lines[:2] == ["- rowgroup:", '  - row "Türkiye 1 July 1974 1,200":']
    assert page.get_by_role("columnheader").first.is_visible()
    page.get_by_role("button", name="State", exact=True).first.click()
    assert first_cells(page)[0] == "Albania"


def test_a_table_that_fits_a_phone_stays_as_it_is(opened):
    page = opened(width=390)
    assert "is-stacked" not in page.locator("table").nth(2).get_attribute("class")


def test_a_stacked_table_is_one_again_in_a_wide_window(opened):
    page = opened("register.html", width=390)
    table = page.locator("table").first
    expect(table).to_contain_class("is-stacked")
    page.set_viewport_size({"width": 1280, "height": 844})
    expect(table).not_to_contain_class("is-stacked")


def test_without_a_script_tables_are_plain_and_scroll(opened):
    page = opened("register.html", width=390, java_script_enabled=False)
    expect(page.get_by_role("searchbox", name="Filter")).to_have_count(0)
    assert page.locator("button.table-sort, .is-stacked").count() == 0
    assert page.locator(".table-region").first.get_attribute("role") == "region"
