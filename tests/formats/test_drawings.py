"""Charts and maps in the three formats: the same data, a description, and nothing invalid."""

import re
import zipfile
from itertools import pairwise
from xml.etree import ElementTree as ET

import pikepdf
import pytest

from iomdocs.cli import main
from tests.conftest import Book
from tests.ebooks import findings
from tests.finished import epub_pages, html_page, occurrences, pdf_text, squeezed

PAGES = ("charts", "maps")
CHARTS, MAPS = 8, 4
ISLANDS = "Antigua & Barbuda, Kiribati, St Kitts & Nevis, St Vincent & the Grenadines, Tuvalu"


@pytest.fixture(scope="module")
def atlas(tmp_path_factory):
    book = Book("atlas", tmp_path_factory.mktemp("atlas"))
    assert book.build() == 0
    return book.out


@pytest.fixture(scope="module")
def html(atlas):
    return {name: html_page(atlas / "html" / f"{name}.html") for name in PAGES}


@pytest.fixture(scope="module")
def epub(atlas):
    return epub_pages(atlas / "atlas-of-trees.epub")


@pytest.fixture(scope="module")
def figures(atlas):
    """The descriptions of all figures of the PDF, in their order."""
    with pikepdf.open(atlas / "atlas-of-trees.pdf") as document:
        return [str(node["/Alt"]) for node in nodes_of(document.Root.StructTreeRoot)
                if node.get("/S") == "/Figure" and "/Alt" in node]  # fmt: skip


def nodes_of(node):
    """The elements of a structure tree in their order."""
    children = node.get("/K", [])
    for child in children if isinstance(children, pikepdf.Array) else [children]:
        if isinstance(child, pikepdf.Dictionary) and "/S" in child:
            yield child
            yield from nodes_of(child)


def data_of(page):
    """The tables of data below the figures, row by row."""
    return [
        [[" ".join(cell.get_text().split()) for cell in row.select("th, td")]
         for row in data.select("tr")]
        for data in page.select(".fact-data")
    ]  # fmt: skip


@pytest.mark.parametrize("page", PAGES)
def test_html_and_epub_have_the_same_drawings_data_and_facts(html, epub, page):
    drawings = [[str(svg["aria-label"]) for svg in tree[page].select(".fact-drawing svg")]
                for tree in (html, epub)]  # fmt: skip
    assert drawings[0] == drawings[1]
    assert len(drawings[0]) == (CHARTS if page == "charts" else MAPS)
    assert data_of(html[page]) == data_of(epub[page])
    assert occurrences(html[page].article) == occurrences(epub[page])


def test_every_drawing_has_its_data_below_it(html):
    for page, count in zip(PAGES, (CHARTS, MAPS), strict=True):
        figures = html[page].select("figure.fact-figure")
        assert len(figures) == count
        assert all(figure.find_next_sibling().name == "details" for figure in figures)
        assert not any(data.has_attr("open") for data in html[page].select("details.fact-data"))
        assert all(data.find("summary").get_text() for data in html[page].select(".fact-data"))


def test_the_data_of_a_series_are_those_that_are_not_in_dispute(html):
    assert data_of(html["charts"])[0] == [
        ["Date", "Trees planted"],
        ["1990", "1,200"],
        ["May 2003", "about 2,600"],
        ["2005", "4,100 (recalled, not checked)"],
        ["30 June 2009", "3,888"],
        ["December 2020", "5,300"],
    ]


def test_values_are_marked_by_their_dates_and_cells(html):
    marked = [fact.fact for fact in occurrences(html["charts"].select(".fact-data")[0])]
    assert marked == [
        f"trees.planted@{day}" for day in ("1990", "2003-05", "2005", "2009-06-30", "2020-12")
    ]
    cells = [fact.fact for fact in occurrences(html["charts"].select(".fact-data")[4])]
    assert cells[:2] == ["trees.kinds[no].garden", "trees.kinds[no].number"]


def test_a_map_has_each_country_in_its_group(html):
    rows = data_of(html["maps"])[0]
    assert rows == [
        ["Member since", "Number", "Countries"],
        ["1950s", "3", "Brazil, Norway, Switzerland"],
        ["1980s", "2", "Australia, Kenya"],
        ["2000s", "3", "India, Malta, Türkiye"],
        ["2010s", "5", ISLANDS],
        ["date not known", "2", "Monaco, St Lucia"],
    ]  # fmt: skip
    note = html["maps"].select_one("figure .fact-remark").get_text()
    assert "Natural Earth" in note
    assert "Dates that are only approximate: 1." in note


def test_a_caption_tells_a_date_once_or_behind_each_list(html, epub):
    both = "Members as of January 2021; guests as of 2020"
    for tree in (html, epub):
        captions = [
            " ".join(caption.get_text().split())
            for caption in tree["maps"].select("figure.fact-figure .caption-text")
        ]
        assert captions == [
            "Members by the decade in which they joined, as of January 2021",
            "Members of the league, as of January 2021",
            f"The league and its guests ({both})",
            "Members of the league as of January 2021; Guests of the league as of 2020",
        ]


def test_events_are_told_below_the_chart(html):
    notes = html["charts"].select("figure .legend ol > li")
    assert [note.get_text().strip() for note in notes] == [
        "29 April 1998: The year of the oak",
        "about 1999: The great storm",
        "September 2018: Fair of trees & <seeds>",
    ]


def test_the_pdf_prints_the_same_data(atlas, html):
    printed = squeezed(pdf_text(atlas / "atlas-of-trees.pdf"))
    for page in PAGES:
        for table in data_of(html[page]):
            for row in table:
                for cell in row:
                    assert squeezed(cell) in printed
        for fact in occurrences(html[page].article):
            assert squeezed(fact.text) in printed


def test_the_pdf_describes_each_drawing_in_the_same_words(figures, html):
    described = [str(svg["aria-label"]) for page in PAGES
                 for svg in html[page].select(".fact-drawing svg")]  # fmt: skip
    assert figures == described


def test_the_words_of_a_drawing_are_words_in_the_pdf(atlas):
    printed = pdf_text(atlas / "atlas-of-trees.pdf")
    for words in ("6,000", "Planted", "more than 2 million", "1950s (3)", "not in the list"):
        assert squeezed(words) in squeezed(printed)


def test_the_pdf_meets_both_standards(atlas):
    with pikepdf.open(atlas / "atlas-of-trees.pdf") as document:
        metadata = str(document.open_metadata())
    assert re.search(r"pdfuaid:part\W+1", metadata)
    assert re.search(r"pdfaid:part\W+3", metadata)


def test_epubcheck_has_nothing_to_say(atlas):
    assert findings(atlas / "atlas-of-trees.epub") == []


def test_the_package_of_the_epub_says_that_there_is_svg_and_that_it_is_described(atlas):
    with zipfile.ZipFile(atlas / "atlas-of-trees.epub") as archive:
        package = archive.read("content.opf").decode()
    root = ET.fromstring(package)
    items = {
        item.get("href"): item.get("properties", "")
        for item in root.iter()
        if "href" in item.attrib
    }
    assert [href for href, properties in items.items() if "svg" in properties] == [
        "charts.xhtml",
        "maps.xhtml",
    ]
    assert "alternativeText" in package


def test_no_identifier_stands_twice_on_a_page(html, epub):
    for tree in (html, epub):
        for page in PAGES:
            ids = [tag["id"] for tag in tree[page].select("[id]")]
            assert len(ids) == len(set(ids))


def test_the_patterns_of_pages_with_like_names_have_names_of_their_own(book):
    atlas = book("atlas")
    (atlas.source / "all").mkdir()
    for page in ("all/maps", "all-maps"):
        atlas.write(f"{page}.md", "# Maps\n\n:::{fact:map} trees.members\n:by: decade\n:::\n")
    atlas.replace("index.md", "maps\n", "maps\nall/maps\nall-maps\n")
    assert atlas.build("html") == 0
    names = [
        pattern["id"]
        for page in ("maps", "all/maps", "all-maps")
        for pattern in html_page(atlas.out / "html" / f"{page}.html").select("pattern")
    ]
    assert len(names) >= 3
    assert len(names) == len(set(names))
    assert all(re.fullmatch(r"[A-Za-z][\w.-]*", name, re.ASCII) for name in names)


def test_a_drawing_can_be_referred_to(html):
    assert html["charts"].find(id="planted-and-felled").name == "figure"
    assert html["maps"].find(id="both-lists").name == "figure"


def test_a_book_of_the_past_draws_what_was_known_and_held(tmp_path):
    book = Book("atlas", tmp_path)
    arguments = ["build", "html", "--source", str(book.source), "--out", str(book.out)]
    assert main([*arguments, "--as-of", "2004-12-31"]) == 0
    charts, world = (html_page(book.out / "html" / f"{page}.html") for page in PAGES)
    assert [row[0] for row in data_of(charts)[0]] == ["Date", "1990", "May 2003"]
    assert charts.select_one("#an-area .fact-gap")  # its first value is of 2018
    assert not charts.select("#an-area .fact-drawing")
    countries = " ".join(row[2] for row in data_of(world)[0][1:])
    assert "Türkiye" in countries
    assert "India" not in countries  # joined in 2008
    assert "Monaco" not in countries  # nobody knows when it joined
    gap = world.select_one("#by-decade .fact-gap").get_text()
    assert "Monaco" in gap


def test_a_chart_of_the_past_shows_bars_where_values_are_too_few_for_a_line(book):
    atlas = book("atlas")
    folders = ["--source", str(atlas.source), "--out", str(atlas.out)]
    assert main(["build", "html", *folders, "--as-of", "1995-12-31"]) == 0
    charts = html_page(atlas.out / "html" / "charts.html")
    drawn = [str(svg["aria-label"]) for svg in charts.select(".fact-drawing svg")]
    assert drawn[0] == "Bar chart, trees. Trees planted: 1990 1,200."
    assert drawn[1].startswith("Bar chart, trees. Planted: 1990 1,200. Felled: 1990 800.")
    events = [fact.fact for fact in occurrences(charts.article) if "trees.events" in fact.fact]
    assert events == []


@pytest.mark.parametrize("builder", ["text", "man", "latex"])
def test_another_format_prints_the_description_and_the_data(builder, tmp_path):
    from tests.formats.conftest import ROOTS, make

    built = make(builder, ROOTS / "atlas", tmp_path)
    assert "unknown node" not in built.warnings
    written = "".join(
        path.read_text("utf-8", errors="replace")
        for path in built.folder.rglob("*")
        if path.suffix in {".txt", ".1", ".tex"}
    )
    said = squeezed(written.replace("\\&", ""))
    assert squeezed("Trees planted: from 1,200 (1990) to 5,300 (December 2020)") in said
    assert squeezed("13.75 per cent") in said


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("page", PAGES)
def test_a_drawing_takes_the_ink_of_the_page_and_fits_a_phone(browser, atlas, page, scheme):
    tab = browser.new_page(viewport={"width": 390, "height": 844}, color_scheme=scheme)
    tab.goto((atlas / "html" / f"{page}.html").as_uri())
    tab.locator(".fact-data summary").first.click()
    colours = tab.evaluate(
        "() => [getComputedStyle(document.querySelector('.fact-drawing svg text')).fill,"
        " getComputedStyle(document.querySelector('article p, article h1')).color]"
    )
    assert colours[0] == colours[1]
    assert tab.evaluate("document.documentElement.scrollWidth") <= 390
    boxes = tab.evaluate(
        "() => [...document.querySelectorAll('.fact-drawing svg text')]"
        ".map(text => text.getBoundingClientRect()).map(box => [box.left, box.right])"
    )
    assert all(left >= 0 and right <= 390 for left, right in boxes)


def test_no_word_of_a_key_reaches_the_square_of_the_next_on_a_phone(browser, atlas):
    tab = browser.new_page(viewport={"width": 390, "height": 844})
    tab.goto((atlas / "html" / "maps.html").as_uri())
    tab.add_style_tag(content=".fact-drawing text { font-family: 'DejaVu Sans', sans-serif }")
    keys = tab.evaluate(
        "() => [...document.querySelectorAll('.fact-drawing svg')].map(svg => ["
        "svg.getBoundingClientRect().width / svg.viewBox.baseVal.width,"
        "[...svg.querySelectorAll('text')].map(text => text.getBoundingClientRect())"
        ".map(box => [Math.round(box.top), box.left, box.right])])"
    )
    assert len(keys) == MAPS
    room = 13 + 5 + 8  # a square, the space behind it and before it, in units of the drawing
    for scale, words in keys:
        for (row, _, right), (next_row, left, _) in pairwise(words):
            assert row != next_row or left - right >= room * scale
