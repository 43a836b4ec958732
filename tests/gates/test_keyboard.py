"""A tour of the handbook with nothing but the keyboard, which can be seen at every stop."""

from contextlib import suppress

import pytest
from playwright.sync_api import TimeoutError as NotInTime
from playwright.sync_api import expect

# The outline may stand around what holds the stop: a result of the search is more than its link.
FOCUS = """() => {
  const stop = document.activeElement;
  const box = stop.getBoundingClientRect();
  const outlined = (element) => {
    const style = getComputedStyle(element);
    return style.outlineStyle !== "none" && parseFloat(style.outlineWidth) > 0;
  };
  const around = [stop.parentElement, stop.parentElement?.parentElement].filter(Boolean);
  const drawn = [stop, ...around].some(outlined) || getComputedStyle(stop).boxShadow !== "none";
  const inSight = box.width > 0 && box.height > 0 && box.bottom > 0 && box.right > 0
    && box.top < innerHeight && box.left < innerWidth;
  return {name: stop.outerHTML.slice(0, 120), drawn, inSight};
}"""
IS_SEEN = f"() => (({{drawn, inSight}}) => drawn && inSight)(({FOCUS})())"
STOPS = 150
"""More than any part of the tour has."""


def is_seen(page):
    """The stop at which the keyboard is can be seen, and that the keyboard is there.

    The link that leads to the text slides into the page, which takes a moment.
    """
    with suppress(NotInTime):
        page.wait_for_function(IS_SEEN, timeout=2000)
    focus = page.evaluate(FOCUS)
    assert focus["drawn"], f"focus does not show on {focus['name']}"
    assert focus["inSight"], f"focus is out of sight on {focus['name']}"


def tab_to(page, selector):
    """Press Tab until the keyboard is at what is looked for; every stop on the way is seen."""
    for _ in range(STOPS):
        page.keyboard.press("Tab")
        is_seen(page)
        if page.evaluate("selector => document.activeElement.matches(selector)", selector):
            return page.locator(":focus")
    raise AssertionError(f"{STOPS} stops and none is {selector}")


def test_the_tour_finds_a_stop_that_does_not_show(browser, faulty):
    page = browser.new_page()
    page.goto((faulty / "index.html").as_uri())
    with pytest.raises(AssertionError, match="focus does not show on <button"):
        tab_to(page, "body")


def test_a_tour_of_the_handbook(handbook_site):
    site = handbook_site
    with site.tab() as page:
        site.show(page, "index")
        page.keyboard.press("Tab")
        expect(page.locator("#pst-skip-link a, a#pst-skip-link")).to_be_focused()
        is_seen(page)
        page.keyboard.press("Enter")

        page.keyboard.press("Control+k")
        expect(page.locator("#pst-search-dialog input")).to_be_focused()
        is_seen(page)
        page.keyboard.type("Turkiye")
        expect(page.locator(".iomdocs-found .search-link").first).to_be_visible()
        tab_to(page, ".search-link").press("Enter")
        page.wait_for_url(lambda address: "index.html" not in address)

        site.show(page, "organization/membership")
        fact = tab_to(page, "a.fact-link")
        where = page.url
        fact.press("Enter")
        box = page.locator(".fact-note-box")
        expect(box).to_be_focused()
        tab_to(page, ".fact-note-box a")
        page.keyboard.press("Escape")
        expect(box).to_be_hidden()
        assert page.url == where
        is_seen(page)

        site.show(page, "reference/members")
        tab_to(page, "th button").press("Enter")
        expect(page.locator("th[aria-sort='ascending']")).to_have_count(1)

        site.show(page, "index")
        with page.expect_response("**/iom-handbook.pdf") as answer:
            tab_to(page, "a[href$='iom-handbook.pdf']").press("Enter")
        assert answer.value.ok
        assert answer.value.headers["content-type"] == "application/pdf"
