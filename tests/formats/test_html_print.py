"""A page on paper: text without what surrounds it, nothing cut off, light colours."""

import shutil

import pypdfium2
import pytest

from tests.finished import squeezed
from tests.formats.conftest import ROOTS, build

PAGE = """# A page to print

The guide is [on a site](https://guide.example/way), known by <https://plain.example/> too.

:::{fact:chart} trees.planted
:caption: Trees over time
:::

:::{fact:map} trees.members
:by: decade
:caption: Members of the club
:::

## What is wide

WIDE

:::{table} A list to sort
:class: sortable

| Tree | Age |
|------|-----|
| Oak  | 300 |
| Elm  | 80  |
:::

```
LINE
```
"""
WORDS = ["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "last"]
WIDE = "\n".join(
    f"| {' | '.join(cells)} |" for cells in (WORDS, ["---"] * 9, [word * 3 for word in WORDS])
)
LINE = " ".join(WORDS * 6)

PAPER = 680
"""The width of the text on A4 in CSS pixels."""


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    """A book with charts, and a page with much that is wide or closed on a screen."""
    folder = tmp_path_factory.mktemp("print")
    source = folder / "source"
    shutil.copytree(ROOTS / "atlas", source)
    (source / "index.md").write_text(
        "# Atlas\n\nWhat it is.\n\n```{toctree}\npaper\nregister\nsources\n```\n", "utf-8"
    )
    (source / "paper.md").write_text(PAGE.replace("WIDE", WIDE).replace("LINE", LINE), "utf-8")
    for name in ("charts.md", "maps.md"):
        (source / name).unlink()
    return build("html", source, folder / "build", iomdocs_formats=["html", "pdf"])


@pytest.fixture(scope="module")
def paper(browser, site):
    """Shows a page as it is printed by a reader whose screen is dark."""
    page = browser.new_page(viewport={"width": PAPER, "height": 900}, color_scheme="dark")

    def show(name):
        page.goto((site / f"{name}.html").as_uri())
        page.emulate_media(media="print", color_scheme="dark")
        return page

    yield show
    page.close()


def shown(page, selector):
    """Whether any of these elements takes room on the page; there must be some."""
    boxes = page.eval_on_selector_all(
        selector, "all => all.map(one => one.getBoundingClientRect().height)"
    )
    assert boxes, f"the page has no {selector}"
    return any(boxes)


def test_only_the_text_is_printed(paper):
    page = paper("paper")
    around = (
        *(".bd-sidebar-primary", ".bd-header-article", ".prev-next-footer", "dialog"),
        "button:not(th button)",
        *("a.headerlink", ".edition-line .book-files", ".bd-sidebar-secondary"),
    )
    assert [selector for selector in around if shown(page, selector)] == []
    assert page.locator("article h1").is_visible()
    assert "4 March 2021" in page.locator(".edition-line").inner_text()
    assert page.locator("h1:visible").count() == 1


def test_the_front_page_is_printed_without_its_buttons(paper):
    page = paper("index")
    assert not shown(page, ".masthead :is(.start, .book-files)")
    assert page.locator(".masthead-edition").is_visible()


def test_paper_is_light_though_the_screen_is_dark(paper):
    page = paper("paper")
    assert page.evaluate("document.documentElement.dataset.theme") == "dark"
    ink, ground = page.evaluate(
        "[getComputedStyle(document.querySelector('article p')).color,"
        " getComputedStyle(document.body).backgroundColor]"
    )
    assert (ink, ground) == ("rgb(26, 35, 46)", "rgb(255, 255, 255)")


def test_nothing_is_wider_than_the_paper(paper):
    page = paper("paper")
    assert page.evaluate("document.documentElement.scrollWidth") <= PAPER
    edges = page.eval_on_selector_all(
        "article :is(svg, td, th, pre, figure)",
        "all => all.map(one => one.getBoundingClientRect().right)",
    )
    assert max(edges) <= PAPER


def test_what_is_closed_on_the_screen_is_printed_open(paper):
    page = paper("paper")
    assert page.locator("details[open]").count() == 0
    assert shown(page, "details.fact-data table")


def test_the_words_of_a_button_that_sorts_are_printed(paper):
    page = paper("paper")
    buttons = page.locator("table.sortable thead th button")
    assert [words.strip() for words in buttons.all_inner_texts()] == ["Tree", "Age"]
    assert shown(page, "table.sortable thead th button")


def test_the_history_of_a_fact_is_printed_only_where_it_is_open(paper):
    page = paper("register")
    assert not shown(page, "tr.fact-history")
    page.locator("tr.fact-history details").first.evaluate("one => { one.open = true }")
    assert page.locator("tr.fact-history:visible").count() == 1


def test_a_link_out_of_the_book_has_its_address_behind_it_once(paper, tmp_path):
    page = paper("paper")
    page.pdf(path=tmp_path / "paper.pdf", format="A4")
    document = pypdfium2.PdfDocument(tmp_path / "paper.pdf")
    text = squeezed("".join(sheet.get_textpage().get_text_bounded() for sheet in document))
    document.close()
    assert "onasite(https://guide.example/way)" in text
    assert text.count("https://plain.example/") == 1
    assert squeezed(LINE) in text
    for word in WORDS:
        assert word * 3 in text
