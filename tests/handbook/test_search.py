"""The handbook searched as its readers do."""

from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.finished import html_page
from tests.site import served

COUNTRIES = {"Turkiye": "Türkiye", "Cote d'Ivoire": "Côte d’Ivoire", "San Jose": "San José"}


@pytest.fixture(scope="module")
def page(handbook, browser) -> Page:
    """The front page with the search box open."""
    with served(handbook / "html") as address:
        page = browser.new_page()
        page.goto(address)
        page.keyboard.press("Control+k")
        yield page
        page.close()


def first(page: Page, query: str, kind: str) -> tuple[str, Locator]:
    """The address below that of the website of the first result of a kind, and what it shows."""
    page.locator("#pst-search-dialog input").fill("")
    expect(page.locator(".iomdocs-found")).to_be_hidden()
    page.locator("#pst-search-dialog input").fill(query)
    hit = page.locator(f".search-hit.{kind}").first
    expect(hit).to_be_visible()
    address = urlsplit(hit.locator("a").evaluate("link => link.href"))
    return f"{address.path}#{address.fragment}", hit


@pytest.mark.parametrize("typed", COUNTRIES)
def test_a_name_with_accents_is_found_without_them(page, typed):
    _, hit = first(page, typed, "page")
    assert " ".join(hit.locator("mark").all_inner_texts()).startswith(COUNTRIES[typed])


def test_a_fact_is_found_with_the_value_that_the_register_has(page, handbook):
    address, hit = first(page, "member states", "fact")
    assert address == "/reference/register.html#fact-membership.states"
    row = html_page(handbook / "html/reference/register.html").find(id="fact-membership.states")
    value = row.find_parent("tr").select_one("[data-fact]").get_text()
    assert hit.locator(".search-excerpt").inner_text().startswith(value)


def test_a_term_of_the_glossary_is_found_with_its_definition(page):
    address, hit = first(page, "assisted voluntary return", "term")
    assert address.startswith("/reference/glossary.html#term-Assisted-voluntary-return")
    assert len(hit.locator(".search-excerpt").inner_text().split()) > 5


def test_a_section_comes_first_that_bears_the_name(page):
    address, _ = first(page, "the council", "page")
    assert address == "/organization/governance.html#the-council"
