"""Books that know nothing of this program but its name in their extensions: nothing gets worse."""

import gzip
import io
import json
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from playwright.sync_api import sync_playwright
from sphinx.testing.util import SphinxTestApp

from tests.formats.conftest import Built, make

PAGES = {
    "index.md": """# Welcome

Good day.

```{toctree}
:caption: '  Ways "in"  &  out '

one
```

```{toctree}
:caption: "2020"

two
```

## What is here

Much.
""",
    "one.md": "# One\n\nHere is a café.\n",
    "two.md": "# Two\n\nText.\n",
}
BOOK = "sphinx_book_theme"


def write(folder: Path, pages: dict[str, str], conf: str = "", *extensions: str) -> Path:
    """The sources of a book that does not use what the program brings."""
    source = folder / "source"
    names = ["myst_parser", *extensions, "iomdocs"]
    settings = f'project = "Stranger"\nlanguage = "en"\nextensions = {names}\n{conf}\n'
    for name, text in {"conf.py": settings, **pages}.items():
        (source / name).parent.mkdir(parents=True, exist_ok=True)
        (source / name).write_text(text, "utf-8")
    return source


def built(folder: Path, pages: dict[str, str], conf: str = "", *extensions: str) -> Built:
    """The website of such a book."""
    return make("html", write(folder, pages, conf, *extensions), folder / "build")


@pytest.fixture(scope="module")
def site(tmp_path_factory) -> Path:
    """A book that nobody has arranged for the program, in another encoding than UTF-8."""
    conf = f'html_theme = "{BOOK}"\nhtml_output_encoding = "iso-8859-1"\n'
    conf += 'html_baseurl = "https://book.example/"\ntemplates_path = ["_templates"]\n'
    conf += 'html_additional_pages = {"about": "about.html"}\n'
    about = '{% extends "page.html" %}{% block docs_body %}<h1>About</h1>{% endblock %}'
    made = built(
        tmp_path_factory.mktemp("stranger"), {**PAGES, "_templates/about.html": about}, conf
    )
    assert made.warnings == ""
    return made.folder


def page(path: Path) -> BeautifulSoup:
    """A page, in whatever encoding."""
    return BeautifulSoup(path.read_bytes(), "html.parser")


def index_of(site: Path) -> dict:
    return json.loads((site / "_static/pagefind/iomdocs.json").read_text("utf-8"))


def test_parts_are_searched_whatever_they_are_called(site):
    parts = {part["name"]: len(part["pages"]) for part in index_of(site)["parts"]}
    assert parts == {'  Ways "in"  &  out ': 1, "2020": 1}


def test_words_are_found_in_whatever_encoding_the_pages_are(site):
    fragments = (site / "_static/pagefind/fragment").iterdir()
    assert any("Here is a café" in gzip.decompress(f.read_bytes()).decode() for f in fragments)


def test_the_front_page_has_the_list_of_its_sections(site):
    index = page(site / "index.html")
    assert index.select_one(".bd-sidebar-secondary a[href='#what-is-here']")
    assert not index.select(".front-page, .edition-line")


def test_pages_that_a_book_makes_of_templates_are_for_search_engines(site):
    about = page(site / "about.html")
    assert not about.select('meta[name="robots"]')
    assert about.select_one("link[rel=canonical]")["href"] == "https://book.example/about.html"


@pytest.mark.parametrize("text", ["", "Only a line.\n"])
def test_a_book_without_words_or_titles_is_made(tmp_path, text):
    made = built(tmp_path, {"index.md": text}, f'html_theme = "{BOOK}"')
    assert made.warnings == ""
    assert (made.folder / "_static/pagefind").exists() == bool(text)
    assert "no title" not in page(made.folder / "index.html").body.get_text()


def test_pages_can_be_made_one_by_one(tmp_path):
    source = write(tmp_path, PAGES, f'html_theme = "{BOOK}"')
    app = SphinxTestApp("html", srcdir=source, builddir=tmp_path / "build", warning=io.StringIO())
    try:
        app.build(filenames=[source / "one.md"])
    finally:
        app.cleanup()
    assert not (app.outdir / "two.html").exists()
    assert sum(len(part["pages"]) for part in index_of(app.outdir)["parts"]) == 1


SOURCES = """@dataset{rain, title = {Rain}, author = {Fall, A.}, year = {2001}}
@article{snow, title = {Snow}, author = {Fall, B.}, journal = {Ice}, year = {2002}}
"""


def test_a_bibliography_has_all_that_its_own_extension_knows(tmp_path):
    pages = {
        "index.md": "# Welcome\n\nIt snows {cite}`snow`.\n\n```{bibliography}\n```\n",
        "sources.bib": SOURCES,
    }
    made = built(tmp_path, pages, 'bibtex_bibfiles = ["sources.bib"]', "sphinxcontrib.bibtex")
    assert made.warnings == ""
    assert "Snow" in page(made.folder / "index.html").get_text()


def test_a_book_that_says_nothing_of_itself_has_no_empty_foot(tmp_path):
    made = built(tmp_path, PAGES, 'html_theme = "alabaster"')
    assert not page(made.folder / "one.html").select(".edition-footer, .edition-line")


WORDS = {"title": "Oh", "body": "<h1>Nothing here</h1>"}


@pytest.mark.parametrize("conf", ["", f"notfound_context = {WORDS}"], ids=["plain", "own"])
@pytest.mark.parametrize("builder", ["html", "dirhtml"])
def test_the_page_for_lost_readers_keeps_words_and_theme(tmp_path, builder, conf):
    own = '{% extends "layout.html" %}{% block body %}<div id="own">{{ body }}</div>{% endblock %}'
    conf += '\ntemplates_path = ["_templates"]\n'
    pages = {**PAGES, "_templates/page.html": own}
    source = write(tmp_path, pages, conf, "notfound.extension")
    theme = {"html_theme": "alabaster", "html_baseurl": "https://book.example/en/"}
    made = make(builder, source, tmp_path / "build", **theme)
    lost = page(made.folder / ("404.html" if builder == "html" else "404/index.html"))
    assert lost.select_one("#own h1").get_text() == (
        "Nothing here" if "Nothing" in conf else "Page not found"
    )
    assert lost.select_one("aside, .sphinxsidebar").select_one("a[href^='/en/one']")
    addresses = {str(tag["href"]) for tag in lost.select("a[href], link[href]")}
    assert {each for each in addresses if not each.startswith(("/en/", "#", "http"))} == set()


def test_html_that_a_book_has_in_its_settings_for_its_theme_stays(tmp_path):
    holder = "copyright = \"2026, <a href='https://me.example'>Me</a>\""
    names = 'html_title = "Salt &amp; pepper"\nauthor = "Me <me@book.example>"'
    own = '{% extends "layout.html" %}{% block body %}<p>{{ copyright }}, {{ docstitle }}</p>'
    conf = f'{holder}\n{names}\ntemplates_path = ["_templates"]'
    pages = {**PAGES, "_templates/page.html": own + "{% endblock %}"}
    one = page(built(tmp_path, pages, conf).folder / "one.html")
    assert one.p.get_text() == "2026, Me, Salt & pepper"
    assert one.p.a["href"] == "https://me.example"


def test_colours_of_code_that_a_theme_chose_for_all_readers_stay(tmp_path):
    theme = "[theme]\ninherit = basic\nstylesheet = basic.css\npygments_style = a11y-light\n"
    conf = 'html_theme = "mine"\nhtml_theme_path = ["."]'
    made = built(tmp_path, {**PAGES, "mine/theme.conf": theme}, conf)
    colours = (made.folder / "_static/pygments.css").read_text("utf-8")
    assert ".highlight { background: #f2f2f2;" in colours


def test_a_logo_without_a_name_beside_it_is_as_large_as_the_theme_has_it(tmp_path, chromium):
    drawing = (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 400 100" width="400" height="100">'
        '<rect width="400" height="100"/></svg>'
    )
    conf = f'html_theme = "{BOOK}"\nhtml_logo = "logo.svg"'
    made = built(tmp_path, {**PAGES, "logo.svg": drawing}, conf)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        window = browser.new_page(viewport={"width": 1280, "height": 800})
        window.goto((made.folder / "index.html").as_uri())
        logo = window.locator(".bd-sidebar-primary .logo__image").first.bounding_box()
        browser.close()
    assert logo is not None
    assert logo["width"] > 100
