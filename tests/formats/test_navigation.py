"""The tree in the sidebar: the theme's own to the byte, made once, no longer than allowed."""

import re
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

import pydata_sphinx_theme.toctree as theme
import pytest
from bs4 import BeautifulSoup, Tag
from sphinx.cmd.build import main as sphinx_build

from tests.finished import html_page

from .conftest import ROOTS, make

BOOK = {"html_theme": "sphinx_book_theme"}
PYDATA = {"html_theme": "pydata_sphinx_theme"}
CASES = {
    "a book as it comes": ("html", BOOK, {}),
    "parts to fold, only the branch of the page, the front page too": (
        "html",
        BOOK,
        {"collapse_navbar": True, "show_navbar_depth": 0, "home_page_in_toc": True},
    ),
    "two levels, both open, in folders": (
        "dirhtml",
        BOOK,
        {"show_navbar_depth": 2, "max_navbar_depth": 2},
    ),
    "sections as they come": ("html", PYDATA, {}),
    "sections without branches and hidden pages": (
        "html",
        PYDATA,
        {
            "collapse_navigation": True,
            "navigation_depth": 3,
            "show_nav_level": 2,
            "sidebar_includehidden": False,
        },
    ),
}


NAME_OF_SIGN = re.compile(r'<summary aria-label="[^"]*">')
"""All that our tree has and the theme's has not."""


def pages(folder: Path) -> dict[str, str]:
    found = sorted(folder.rglob("*.html"))
    return {str(path.relative_to(folder)): path.read_text("utf-8") for path in found}


@pytest.fixture
def rendered(monkeypatch) -> list[object]:
    """The trees that the theme has rendered."""
    trees: list[object] = []
    fold = theme.add_collapse_checkboxes
    monkeypatch.setattr(
        theme, "add_collapse_checkboxes", lambda soup: (trees.append(soup), fold(soup))[1]
    )
    return trees


@pytest.fixture(scope="module")
def twice(tmp_path_factory) -> Callable[..., tuple[dict[str, str], dict[str, str]]]:
    """Builds the book with our tree, then with the theme's, from one reading."""

    def build(builder: str, **settings: object) -> tuple[dict[str, str], dict[str, str]]:
        folder = tmp_path_factory.mktemp("tree")
        ours = make(builder, ROOTS / "tree", folder, **settings)
        own_pages = pages(ours.folder)
        theirs = make(builder, ROOTS / "tree", folder, iomdocs_navigation=False, **settings)
        assert ours.warnings == theirs.warnings == ""
        return own_pages, pages(theirs.folder)

    return build


@pytest.mark.parametrize("case", CASES)
def test_the_tree_is_that_of_the_theme(twice, case):
    builder, settings, options = CASES[case]
    ours, theirs = twice(builder, html_theme_options=options, **settings)
    assert list(ours) == list(theirs)
    assert len(ours) > 20
    for name, page in ours.items():
        assert NAME_OF_SIGN.sub("<summary>", page) == theirs[name], name


def test_a_sign_to_fold_up_an_item_has_the_name_of_its_link(twice):
    ours, _ = twice("html", **BOOK)
    signs = BeautifulSoup(ours["index.html"], "html.parser").select("li > a + details > summary")
    assert signs
    for sign in signs:
        assert sign["aria-label"] == sign.find_parent("li").a.get_text(" ", strip=True)


@pytest.mark.parametrize(("settings", "times"), [(BOOK, 2), (PYDATA, 2 * 7 + 1)])
def test_the_theme_renders_a_tree_once_and_once_to_compare(rendered, tmp_path, settings, times):
    """Of pydata-sphinx-theme, the tree of each page on the first level; one of them is empty."""
    make("html", ROOTS / "tree", tmp_path, **settings)
    assert len(rendered) == times


def test_a_tree_below_the_index_of_the_book_is_empty(tmp_path):
    write_book(tmp_path / "book", ["first", "Index <genindex>"], settings=PYDATA)
    built = make("html", tmp_path / "book", tmp_path)
    assert built.warnings == ""
    assert not html_page(built.folder / "genindex.html").select(".bd-sidenav")


LIMIT = 24
SIZES = (40, 120)


@pytest.fixture(scope="module")
def long_books(tmp_path_factory) -> list[Path]:
    """Books with more pages than a sidebar may carry: parts, in one of them a long list."""
    folders = []
    for size in SIZES:
        folder = tmp_path_factory.mktemp("long")
        parts = {f"part{number}/index": f"page{number}" for number in range(3)}
        write_book(folder / "book", parts)
        for part, (path, page) in enumerate(parts.items()):
            names = [f"{page}x{number:03}" for number in range(size if part == 1 else 4)]
            write(folder / "book" / f"{path}.md", f"Part {part}", names)
            for name in names:
                write(folder / "book" / f"part{part}" / f"{name}.md", f"Title of {name}")
        built = make("html", folder / "book", folder, iomdocs_navigation_limit=LIMIT)
        assert built.warnings == ""
        folders.append(built.folder)
    return folders


def write(path: Path, title: str, below: Iterable[str] = ()) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    entries = "\n".join(below)
    toctree = f"```{{toctree}}\n:hidden:\n\n{entries}\n```\n" if entries else ""
    path.write_text(f"# {title}\n\nText.\n\n{toctree}", "utf-8")


def write_book(folder: Path, below: Iterable[str], settings: Mapping[str, object] = BOOK) -> None:
    """The first page and the settings of a book; pages ``first`` too."""
    write(folder / "index.md", "Long & wide", below)
    if "first" in below:
        write(folder / "first.md", "First")
    lines = [f"{name} = {value!r}" for name, value in settings.items()]
    settings_text = "\n".join(['extensions = ["myst_parser", "iomdocs"]', *lines])
    (folder / "conf.py").write_text(settings_text, "utf-8")


def entries(page: BeautifulSoup) -> list[Tag]:
    return page.select(".bd-docs-nav li")


def test_no_page_carries_a_tree_that_grows_with_the_book(long_books):
    longest = [
        max(len(entries(html_page(path))) for path in folder.rglob("*.html"))
        for folder in long_books
    ]
    assert max(longest) <= LIMIT < SIZES[0]


def test_a_page_shows_itself_its_neighbours_and_what_is_above(long_books):
    page = html_page(long_books[1] / "part1" / "page1x060.html")
    current = [item.a.get_text() for item in page.select(".bd-docs-nav li.current")]
    assert current == ["Part 1", "Title of page1x060"]
    titles = [item.a.get_text() for item in entries(page)]
    assert {"Part 0", "Part 2", "Title of page1x059", "Title of page1x061"} <= set(titles)
    assert not any("page0" in title for title in titles)
    assert "Title of page1x000 \N{EN DASH} Title of page1x007" in titles


def test_every_page_can_be_reached_by_the_sidebar_alone(long_books):
    site = long_books[1]
    seen, ahead = set(), [site / "index.html"]
    while ahead:
        path = ahead.pop()
        if path not in seen:
            seen.add(path)
            links = [item.a["href"] for item in entries(html_page(path))]
            ahead += [(path.parent / href).resolve() for href in links if href != "#"]
    assert seen >= set(site.rglob("page*.html"))


def test_a_book_may_ask_for_the_whole_tree_on_every_page(tmp_path):
    names = [f"page{number}" for number in range(12)]
    write_book(tmp_path / "book", names)
    for name in names:
        write(tmp_path / "book" / f"{name}.md", name)
    for limit, shown in ((5, 9), (0, 12)):
        built = make("html", tmp_path / "book", tmp_path, iomdocs_navigation_limit=limit)
        assert len(entries(html_page(built.folder / "page0.html"))) == shown


def test_several_processes_write_the_same(tmp_path):
    sites = []
    for jobs in ("1", "2"):
        arguments = ["-q", "-W", "-j", jobs, "-d", str(tmp_path / f"trees{jobs}")]
        site = tmp_path / jobs
        assert sphinx_build([*arguments, str(ROOTS / "tree"), str(site)]) == 0
        sites.append(pages(site))
    assert sites[0] == sites[1]


def test_a_book_on_a_single_page_is_as_the_theme_has_it(tmp_path):
    ours, theirs = (
        pages(make("singlehtml", ROOTS / "plain", tmp_path, iomdocs_navigation=ours).folder)
        for ours in (True, False)
    )
    assert ours == theirs
    assert "document-second" in ours["index.html"]
