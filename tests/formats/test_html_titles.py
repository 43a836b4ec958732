"""Titles, names and captions that hold markup show it as text, in every theme and place."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.finished import html_page, html_pages
from tests.formats.conftest import build, write_files

EVIL = "<img src=x onerror=window.hacked=1>"
SCRIPT = "</title></script><script>window.hacked=2</script>"
CONF = f"""
project = "{EVIL} & book"
author = "{EVIL} author"
copyright = "{EVIL} holder"
version = "<b>1</b>"
language = "en"
extensions = ["myst_parser", "iomdocs"]
myst_enable_extensions = ["dollarmath"]
"""
FRONT = f"""# `{EVIL}` front

```{{toctree}}
:caption: "{EVIL} part"

second
Given {EVIL} <third>
```
"""
THEMES = {
    "sphinx_book_theme": {"home_page_in_toc": True},
    "pydata_sphinx_theme": {
        "navbar_center": ["navbar-nav"],
        "external_links": [{"name": f"{EVIL} out", "url": "https://example.org/"}],
        "header_links_before_dropdown": 1,
    },
    "alabaster": {},
    "classic": {},
}


@pytest.fixture(scope="module", params=THEMES)
def site(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same book in a theme."""
    folder = tmp_path_factory.mktemp("titles")
    files = {
        "conf.py": CONF,
        "index.md": FRONT,
        "second.md": f"# `{SCRIPT}` second $x^2$\n\n## `{EVIL}` deep\n",
        "third.md": f"# `{EVIL}` third\n",
    }
    source = write_files(folder / "source", files)
    theme = {"html_theme": request.param, "html_theme_options": THEMES[request.param]}
    return build("html", source, folder / "built", **theme)


def test_nothing_in_a_title_runs(browser: Browser, site: Path) -> None:
    page = browser.new_page()
    for path in sorted(site.glob("*.html")):
        query = "?q=second" if path.name == "search.html" else ""
        page.goto(path.as_uri() + query, wait_until="networkidle")
        assert page.evaluate("window.hacked") is None, path.name
        assert page.locator("[onerror]").count() == 0, path.name


def test_what_looks_like_markup_is_shown(site: Path) -> None:
    pages = html_pages(site)
    assert set(pages) >= {"index", "second", "third", "genindex", "search"}
    for name, page in pages.items():
        assert page.select("[onerror], b") == [], name
        assert f"{EVIL} & book" in page.title.get_text(), name
    second = pages["second"]
    assert SCRIPT in second.h1.get_text()
    assert second.title.get_text().startswith(f"{SCRIPT} second")
    assert f"{EVIL} holder" in second.get_text()
    assert f"Given {EVIL}" in pages["index"].get_text()


@pytest.mark.parametrize("site", ["pydata_sphinx_theme"], indirect=True)
def test_links_in_the_header_show_titles_and_formulas(site: Path) -> None:
    page = html_page(site / "second.html")
    header = page.select_one("header .navbar-header-items__center")
    links = {link.get_text(" ", strip=True): link for link in header.select("li a")}
    assert next(iter(links)).partition(" second")[0] == SCRIPT
    first, given, out = links.values()  # of which the header has room for one
    assert first.math["alttext"] == "x^2"
    assert first["href"] == "#"
    assert "current" in first.parent["class"]
    assert given.get_text(strip=True) == f"Given {EVIL}"
    assert given["href"] == "third.html"
    assert (out["href"], out.get_text(strip=True)) == ("https://example.org/", f"{EVIL} out")
    assert {"nav-external", "dropdown-item"} <= set(out["class"])
    button = header.select_one("button.dropdown-toggle")
    assert header.find(id=button["aria-controls"]).select("a") == [given, out]


@pytest.mark.parametrize("site", ["sphinx_book_theme"], indirect=True)
def test_the_head_of_a_printed_page_shows_its_title(site: Path) -> None:
    head = html_page(site / "second.html").select_one("#jb-print-docs-body h1")
    assert head.get_text().startswith(f"{SCRIPT} second")
