"""The front page of a website: masthead, files, parts, figures; in any book and theme."""

import shutil

import pytest

from tests.finished import html_page, words
from tests.formats.conftest import ROOTS, build, make, write_files

CONF = """
project = "Small"
author = "Ana Gómez"
language = "{language}"
iomdocs_edition = "2026-11-24"
iomdocs_formats = {formats}
extensions = ["myst_parser", "iomdocs"]
myst_enable_extensions = ["colon_fence", "deflist"]
html_theme = "{theme}"
html_context = {{"front_page_parts": {parts}}}
"""
INDEX = """# Small

What it is.

More of it.

## Ways in

[First part](one.md)
: What the first part tells.

PDF
: For printing.

ePub
: For reading.

```{toctree}
:caption: First part
:hidden:

one
```

```{toctree}
:caption: Second part

two
```
"""


def front(folder, *, theme="sphinx_book_theme", language="en", parts=True, formats=("html", "pdf")):
    """The front page of a book with two parts."""
    settings = {"theme": theme, "language": language, "parts": parts, "formats": list(formats)}
    files = {
        "conf.py": CONF.format(**settings),
        "index.md": INDEX,
        "one.md": "# One\n\nText.\n",
        "two.md": "# Two\n\nText.\n",
    }
    source = write_files(folder / "source", files)
    return html_page(build("html", source, folder / "build") / "index.html")


@pytest.fixture(scope="module")
def page(tmp_path_factory):
    return front(tmp_path_factory.mktemp("front")).select_one(".front-page > section")


def test_the_masthead_stands_below_the_opening_and_says_who_and_when(page):
    masthead = page.select_one(".masthead")
    assert words(masthead.find_previous_sibling()) == "What it is."
    assert words(masthead.select_one(".masthead-edition")) == (
        "Edition of 24 November 2026 · Ana Gómez"
    )
    start = masthead.select_one(".start a")
    assert (words(start), start["href"]) == ("Start reading", "one.html")


def test_the_masthead_offers_the_files_of_this_build_with_room_for_their_sizes(page):
    links = page.select(".masthead .book-files a")
    assert [(words(link), link["href"]) for link in links] == [
        ("PDF", "_downloads/small.pdf"),
        ("HTML (zip)", "_downloads/small-html.zip"),
        ("SHA256SUMS", "_downloads/SHA256SUMS"),
    ]
    rooms = [size["data-file"] for size in page.select(".masthead .file-size")]
    assert rooms == ["small.pdf", "small-html.zip"]


def test_what_the_page_says_of_a_format_leads_to_the_file_if_there_is_one(page):
    pdf, epub = (
        term.find_next_sibling("dd") for term in page("dt") if words(term) in {"PDF", "ePub"}
    )
    assert [link["href"] for link in pdf("a")] == ["_downloads/small.pdf"]
    assert epub("a") == []
    assert words(epub) == "For reading."


def test_what_the_page_says_of_a_part_has_its_pages(page):
    part = page.select_one(".book-parts dt").find_next_sibling("dd")
    assert words(part) == "What the first part tells. One"
    assert part.select_one(".toctree-wrapper a")["href"] == "one.html"
    assert part.select(".caption") == []


def test_parts_that_the_page_does_not_speak_of_stand_before_its_sections(page):
    parts = page.select_one(".parts")
    assert words(parts) == "Second part Two"
    assert parts.find_next_sibling().name == "section"


def test_parts_are_shown_only_where_the_book_wants_it(tmp_path):
    page = front(tmp_path, parts=False)
    assert page.select(".parts, .book-parts") == []
    assert [words(tag) for tag in page.select(".front-page .toctree-wrapper")] == [
        "",
        "Second part Two",
    ]


def test_links_out_of_the_book_and_pages_with_markup_are_parts_too(tmp_path):
    wanted = {"front_page_parts": True}
    site = build("html", ROOTS / "epub-book", tmp_path, html_context=wanted)
    parts = html_page(site / "index.html").select_one(".front-page > section > .parts")
    assert [tag.get_text() for tag in parts.select("a")] == [
        "1. Values",
        "2. Structures",
        "Nesting",
        "https://example.org/",
        "Rules & <exceptions>",
    ]


@pytest.mark.parametrize("theme", ["alabaster", "pydata_sphinx_theme"])
def test_another_theme_has_the_same_front(tmp_path, theme):
    page = front(tmp_path, theme=theme)
    assert page.select_one(".front-page .masthead .start a")["href"] == "one.html"
    assert page.select_one(".front-page .book-parts .toctree-wrapper a")["href"] == "one.html"


def test_the_way_in_has_words_in_the_language_of_the_book(tmp_path):
    masthead = front(tmp_path, language="fr").select_one(".masthead")
    assert words(masthead.select_one(".start")) == "Commencer la lecture"
    assert words(masthead.select_one(".masthead-edition")).startswith("Édition du 24 novembre 2026")


def test_a_book_that_says_nothing_has_no_masthead(tmp_path):
    settings = {"iomdocs_edition": "", "iomdocs_licence": "", "iomdocs_formats": []}
    site = build("html", ROOTS / "epub-book", tmp_path, **settings)
    page = html_page(site / "index.html")
    assert page.select(".masthead, .edition-line *") == []


FIGURES = """# Figures

Some of them.

:::{fact:figures}
town.people: People
town.bridges
town.forest
town.founded
town.budget
:::
"""


@pytest.fixture(scope="module")
def figures(tmp_path_factory):
    """The folder of a book with figures for each builder."""
    folder = tmp_path_factory.mktemp("figures")
    source = folder / "town"
    shutil.copytree(ROOTS / "town", source)
    (source / "index.md").write_text(FIGURES + "\n```{toctree}\nregister\nsources\n```\n", "utf-8")
    for name in ("life.md", "history.md"):
        (source / name).unlink()
    return {name: make(name, source, folder / name) for name in ("html", "epub", "typstpdf")}


EXPECTED = [
    ("People", "about 5,222", "as of May 2020"),
    ("Bridges", "3", "as of 2020"),
    ("Share of forest", "12.5 per cent", "as of 2019 (recalled, not checked)"),
    ("Founded", "9 June 1723", ""),
    ("Yearly budget", "44.5 million Swiss francs", "as of 2019"),
]


def way_to_register(page, link):
    """The link itself, or that of the note to which a value of an ePub leads."""
    if link.get("role") != "doc-noteref":
        return link
    note = page.find(id=link["href"].removeprefix("#"))
    return note.select_one(".fact-note-ways a")


@pytest.mark.parametrize("builder", ["html", "epub"])
def test_each_figure_has_name_value_and_date_and_leads_to_the_register(figures, builder):
    folder = figures[builder].folder
    page = html_page(next(folder.glob("index.*html")))
    shown = []
    for group in page.select("dl.fact-figures > div"):
        value, *date = group.select("dd > p")
        shown.append((words(group.dt), words(value), words(date[0]) if date else ""))
        assert "register" in way_to_register(page, value.select_one("a:has([data-fact])"))["href"]
    assert shown == EXPECTED


def test_figures_are_printed_side_by_side(figures):
    import pypdfium2

    document = pypdfium2.PdfDocument(figures["typstpdf"].pdf)
    page = next(
        found
        for found in (sheet.get_textpage() for sheet in document)
        if "44.5 million" in found.get_text_bounded()
    )
    tops = {}
    for words_of in ("about 5,222", "12.5 per cent", "9 June 1723"):
        index, count = page.search(words_of).get_next()
        left, _bottom, _right, top = page.get_charbox(index + count - 1)
        tops[words_of] = (round(left), round(top))
    assert abs(tops["about 5,222"][1] - tops["12.5 per cent"][1]) < 3
    assert tops["about 5,222"][0] < tops["12.5 per cent"][0]
    assert tops["9 June 1723"][1] < tops["about 5,222"][1]
    document.close()


@pytest.mark.parametrize(("width", "columns"), [(1280, 2), (768, 3), (390, 2)])
def test_figures_stand_in_rows_that_fit_the_screen(browser, figures, width, columns):
    page = browser.new_page(viewport={"width": width, "height": 800})
    page.goto((figures["html"].folder / "index.html").as_uri())
    lefts = page.eval_on_selector_all(
        ".fact-figures > div", "all => all.map(one => Math.round(one.getBoundingClientRect().left))"
    )
    assert len(set(lefts)) == columns
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    page.close()
