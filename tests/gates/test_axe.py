"""axe-core finds nothing against any page, as it is first shown and with all that opens on it open.

A page of each kind is looked at in all views, the register of the handbook, which takes longer than
all others together, in the first; in the others there is that of a small book. ``make test-long``
looks at all pages in all views.
"""

from typing import NamedTuple

import pytest

from tests.gates import axe
from tests.gates.browser import FIRST_VIEW, NARROW, OTHER_VIEWS, WIDE, View, website
from tests.gates.kinds import KINDS

REGISTER = "reference/register"


def against(site, view, pages):
    """What axe-core says against pages in a view, with their names."""
    with site.tab(view) as page:
        found = []
        for name in pages:
            site.show(page, name)
            found += [f"{name}, {view}: {violation}" for violation in axe.violations(page)]
        return found


def test_the_gate_finds_pale_words(browser, faulty):
    page = browser.new_page()
    page.goto((faulty / "index.html").as_uri())
    (found,) = axe.violations(page)
    assert found.startswith("color-contrast: p:nth-child(2): ")


def test_every_kind_of_page(handbook_site):
    assert against(handbook_site, FIRST_VIEW, KINDS) == []


@pytest.mark.parametrize("view", OTHER_VIEWS, ids=str)
def test_every_kind_of_page_in_every_other_view(handbook_site, view):
    pages = [name for name in KINDS if name != REGISTER]
    assert against(handbook_site, view, pages) == []


@pytest.fixture(scope="module")
def village_site(browser, village):
    with website(browser, village.out / "html") as site:
        yield site


@pytest.mark.parametrize("view", OTHER_VIEWS, ids=str)
def test_a_register_in_every_other_view(village_site, view):
    assert against(village_site, view, ["register"]) == []


@pytest.mark.long
@pytest.mark.parametrize("view", [FIRST_VIEW, *OTHER_VIEWS], ids=str)
def test_every_page_in_every_view(handbook_site, view):
    assert against(handbook_site, view, handbook_site.pages) == []


@pytest.mark.parametrize("view", [FIRST_VIEW, OTHER_VIEWS[-1]], ids=str)
def test_every_page_of_a_foreign_book(workbook_site, view):
    assert against(workbook_site, view, workbook_site.pages) == []


@pytest.mark.long
@pytest.mark.parametrize("view", OTHER_VIEWS[:-1], ids=str)
def test_every_page_of_a_foreign_book_in_every_view(workbook_site, view):
    assert against(workbook_site, view, workbook_site.pages) == []


class State(NamedTuple):
    """What a reader can open on a page: all that ``click`` finds is clicked, or keys pressed."""

    page: str
    click: str = ""
    press: str = ""
    write: str = ""
    """What is typed after that, where the keyboard then is."""
    shown: str = ""
    """What can then be seen."""
    widths: tuple[int, ...] = (WIDE, NARROW)


HANDBOOK_STATES = {
    "search": State("index", press="Control+k", shown="#pst-search-dialog[open]"),
    "what a search has found": State(
        "index", press="Control+k", write="migrants", shown=".iomdocs-found .search-link >> nth=0"
    ),
    "what stands behind a fact": State(
        "organization/membership", click="a.fact-link >> nth=0", shown=".fact-note-box"
    ),
    "a table sorted": State(
        "reference/members",
        click="th button >> nth=0",
        shown="th[aria-sort='ascending']",
        widths=(WIDE,),
    ),
    "menu": State(
        "organization/history",
        click=".primary-toggle",
        shown="#pst-primary-sidebar-modal[open]",
        widths=(NARROW,),
    ),
    "contents of the page": State(
        "organization/history",
        click=".secondary-toggle",
        shown="#pst-secondary-sidebar-modal[open]",
        widths=(NARROW,),
    ),
    "data of a chart": State(
        "organization/membership",
        click=".fact-data > summary",
        shown=".fact-data[open] td >> nth=0",
    ),
}
WORKBOOK_STATES = {
    "the other tabs": State(
        "layout/tabs",
        click=".sd-tab-set > label:last-of-type",
        shown=".sd-tab-set > .sd-tab-content:last-of-type >> nth=0",
    ),
    "boxes": State(
        "layout/boxes",
        click=".bd-article details:not([open]) > summary:visible",
        shown=".bd-article details[open] p >> nth=0",
    ),
}


def opened(site, state, view):
    """What axe-core says against a page on which something has been opened."""
    with site.tab(view) as page:
        site.show(page, state.page)
        if state.press:
            page.keyboard.press(state.press)
        page.keyboard.type(state.write)
        for each in page.locator(state.click).element_handles() if state.click else ():
            each.click()
        page.locator(state.shown).wait_for()
        return [f"{state.page}, {view}: {violation}" for violation in axe.violations(page)]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("name", HANDBOOK_STATES)
def test_what_opens_in_the_handbook(handbook_site, name, scheme):
    state = HANDBOOK_STATES[name]
    assert [
        found
        for width in state.widths
        for found in opened(handbook_site, state, View(scheme, width))
    ] == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("name", WORKBOOK_STATES)
def test_what_opens_in_a_foreign_book(workbook_site, name, scheme):
    state = WORKBOOK_STATES[name]
    assert [
        found
        for width in state.widths
        for found in opened(workbook_site, state, View(scheme, width))
    ] == []
