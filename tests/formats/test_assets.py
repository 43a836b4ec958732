"""Styles, scripts and icons of a website: asked for once, light, and none of them lost."""

import pytest

from tests.chromium import running
from tests.finished import html_page
from tests.site import served
from tests.visits import new_reader

from .conftest import ROOTS, build

FIRST, NEXT = 250_000, 40_000
"""What the first page of a visit may take, and a further one, in bytes on the wire."""
PART = """\
/* A comment; "not a string" */
.a::before { content: "/* no comment */"; }
"""


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    """A book of somebody else, on sphinx-book-theme, with icons that ours does not draw."""
    folder = tmp_path_factory.mktemp("assets")
    (folder / "own").mkdir()
    (folder / "own" / "iomdocs-mine.css").write_text(PART, "utf-8")
    return build(
        "html",
        ROOTS / "plain",
        folder,
        html_static_path=[str(folder / "own")],
        html_css_files=["iomdocs-mine.css"],
        html_theme_options={
            "icon_links": [
                {"name": "Boat", "url": "https://example.org/", "icon": "fa-solid fa-sailboat"}
            ]
        },
    )


def test_a_page_asks_for_our_styles_and_our_script_once(site):
    page = html_page(site / "second.html")
    asked = [tag["href"] for tag in page.select('link[rel="stylesheet"]')]
    ours = [href.partition("?")[0] for href in asked if "iomdocs" in href]
    assert ours == ["_static/iomdocs.css", "_static/iomdocs-mine.css"]
    scripts = [tag["src"].partition("?")[0] for tag in page.select("script[src*=iomdocs]")]
    assert scripts == ["_static/iomdocs.js"]
    assert all(digest for _, _, digest in (href.partition("?v=") for href in asked[-2:]))


def test_parts_are_published_together_and_files_of_the_author_as_they_are(site):
    names = {path.name for path in (site / "_static").glob("iomdocs*")}
    parts = {"iomdocs-tokens.css", "iomdocs-theme.css", "iomdocs-print.css", "iomdocs-tables.js"}
    assert {"iomdocs-mine.css", "iomdocs.css", "iomdocs.js"} <= names
    assert not names & parts
    assert (site / "_static" / "iomdocs-mine.css").read_text("utf-8") == PART
    style = (site / "_static" / "iomdocs.css").read_text("utf-8")
    assert style.index("--io-sans:") < style.index(".fact-card") < style.index(".fa-bars")
    assert "/*" not in style
    assert style.count("{") == style.count("}")
    assert "\n//" not in (site / "_static" / "iomdocs.js").read_text("utf-8")


def test_files_that_no_page_asks_for_are_not_published(site):
    assert [path.name for path in site.rglob("*.po")] == []
    assert not (site / "_static" / "locales").exists()


def test_a_visit_is_light(site, chromium):
    with served(site) as address, new_reader(chromium, address) as reader:
        first, following = reader.visit("second.html"), reader.visit("index.html")
    font = sum(size for name, size in first.loaded.items() if "fa-solid" in name)
    assert first.size - font <= FIRST, first
    assert following.size <= NEXT, following
    assert list(following.loaded) == ["/index.html"]


def test_icons_that_are_not_drawn_come_from_the_font(site, chromium):
    with served(site) as address, running(chromium) as browser:
        page = browser.new_page()
        page.goto(f"{address}/second.html", wait_until="networkidle")
        fonts = [name for name in page.evaluate(LOADED) if name.endswith("woff2")]
        width = page.locator(".fa-sailboat").first.bounding_box()["width"]
    assert [name.rpartition("/")[2] for name in fonts] == ["fa-solid-900.woff2"]
    assert width > 10


LOADED = "performance.getEntriesByType('resource').map(entry => entry.name)"
