"""Formulas on pages and in ePubs: part of the page, numbered, read out, nothing loaded for them."""

import re
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from bs4 import BeautifulSoup, Tag
from playwright.sync_api import Browser

from tests.ebooks import findings
from tests.finished import epub_pages, html_page
from tests.formats.conftest import Built, make, write_files
from tests.formats.test_typst_math import FORMULAS

CONF = """
project = "Formulas"
language = "en"
iomdocs_edition = "2026-11-24"
extensions = ["myst_parser", "iomdocs"]
myst_enable_extensions = ["colon_fence", "dollarmath", "amsmath"]
html_theme = "sphinx_book_theme"
"""

Write = Callable[..., Built]

REAL = "\N{DOUBLE-STRUCK CAPITAL R}"
RATIONAL = "\N{DOUBLE-STRUCK CAPITAL Q}"


@pytest.fixture
def written(tmp_path: Path) -> Write:
    """Builds a book of one page."""

    def build(page: str, conf: str = "", builder: str = "html") -> Built:
        files = {"conf.py": CONF + conf, "index.md": page}
        source = write_files(tmp_path / "source", files)
        return make(builder, source, tmp_path / builder)

    return build


def first_page(built: Built) -> BeautifulSoup:
    return html_page(built.folder / "index.html")


def chapter(built: Built) -> BeautifulSoup:
    return epub_pages(built.folder / "formulas.epub")["index"]


def formulas(page: BeautifulSoup | Tag) -> list[Tag]:
    return page.select("math")


def corpus_page() -> str:
    in_line = [each for each in FORMULAS if not re.search(r"\\tag|\$|(?<!\\)%", each)]
    blocks = [f"$$\n{formula}\n$$" for formula in FORMULAS]
    return "\n\n".join(["# Formulas", *blocks, *(f"In a line: ${each}$." for each in in_line)])


def test_every_formula_of_the_corpus_is_set_on_pages(written: Write) -> None:
    built = written(corpus_page())
    assert built.warnings == ""
    found = formulas(first_page(built).article)
    blocks = [math["alttext"] for math in found if math.get("display") == "block"]
    assert blocks == [" ".join(formula.split()) for formula in FORMULAS]
    assert len(found) > 500
    assert all(math.contents for math in found)
    styles = Path(built.folder, "_static", "iomdocs-math.css").read_text("utf-8")
    classes = {name for tag in found for each in tag.select("[class]") for name in each["class"]}
    assert [name for name in sorted(classes) if f".{name}" not in styles] == []


def test_every_formula_of_the_corpus_is_set_in_an_epub_without_a_finding(written: Write) -> None:
    built = written(corpus_page(), builder="epub")
    assert built.warnings == ""
    book = built.folder / "formulas.epub"
    assert len(formulas(epub_pages(book)["index"])) > 500
    assert findings(book) == []
    with zipfile.ZipFile(book) as archive:
        assert 'properties="mathml"' in archive.read("content.opf").decode()
        assert "iomdocs-math.css" in archive.read("index.xhtml").decode()


def test_formulas_are_read_as_letters_words_and_signs(written: Write) -> None:
    page = first_page(
        written(
            "# Small\n\n{math}`a \\text{ if $b$ is } \\mathbf{c}`\n\n$\\hat{d} + \\mathbb{R}$\n\n"
            "$\\cancel{e} \\boxed{f} \\phantom{g} \\overline{h}$\n\n"
            "$\\color{red}{i}$\n\n$$\\begin{array}{c|c} j & k \\\\ \\hline l & m \\end{array}$$\n"
        )
    )
    words, accent, drawn, coloured, table = formulas(page.article)
    assert words.get_text() == "a\u00a0if\u00a0b\u00a0is\u00a0\N{MATHEMATICAL BOLD SMALL C}"
    assert [sign.get_text() for sign in accent.select("mo")] == ["^", "+"]
    assert accent.find_all("mi")[-1].get_text() == REAL
    assert [tag["class"][0] for tag in drawn.select("mrow[class]")] == [
        "cancel", "boxed", "overline"
    ]  # fmt: skip
    assert drawn.mphantom.get_text() == "g"
    assert coloured.find("mi", string="i")["style"].startswith("color: #")
    lines = {cell.get_text(): cell.get("class", []) for cell in table.select("mtd")}
    assert {name: [each for each in classes if each.startswith("line")]
            for name, classes in lines.items()} == {
        "j": [], "k": ["line-before"], "l": ["line-above"], "m": ["line-above", "line-before"],
    }  # fmt: skip


def test_numbers_and_references_are_those_of_sphinx(written: Write) -> None:
    built = written(
        "# Small\n\n:::{math}\n:label: first\n\na = b\n:::\n\n$$\nc = d\n$$ (second)\n\n"
        "\\begin{align}\ne &= f \\\\\ng &= h\n\\end{align}\n\n$$\ni = j \\tag{A.1}\n$$\n\n"
        "$$\nk\n$$\n\nSee {eq}`first` and {eq}`second`.\n"
    )
    assert built.warnings == ""
    page = first_page(built)
    blocks = page.select("div.math")
    numbers = [
        number.get_text() if (number := block.find(class_="eqno")) else "" for block in blocks
    ]
    assert [number.rstrip("#") for number in numbers] == ["(1)", "(2)", "(3)", "(A.1)", ""]
    see = page.find(string=re.compile("^See")).parent
    targets = [link["href"].removeprefix("#") for link in see.select("a")]
    assert [page.find(id=target).math["alttext"] for target in targets] == ["a = b", "c = d"]
    assert blocks[0].find("a", class_="headerlink")["href"] == f"#{targets[0]}"


def test_macros_of_the_book_and_of_the_page_are_known(written: Write) -> None:
    built = written(
        "# Small\n\n$\\RR + \\nrm[3]{x}$\n\n$\\newcommand{\\Q}{\\mathbb{Q}} \\Q$\n",
        'mathjax3_config = {"tex": {"macros": {"RR": r"{\\mathbb{R}}",\n'
        '                   "nrm": [r"{\\left\\|#2\\right\\|}_{#1}", 2, "2"]}}}\n',
    )
    assert built.warnings == ""
    assert [math.get_text() for math in formulas(first_page(built).article)] == [
        f"{REAL}+‖x‖3",
        RATIONAL,
    ]


@pytest.mark.parametrize("builder", ["html", "epub"])
def test_a_formula_that_cannot_be_set_is_told_and_shown_as_its_source(
    written: Write, builder: str
) -> None:
    built = written(
        "# Small\n\nFirst $x$.\n\nHere $\\mystery{<x>}$.\n\n"
        ":::{math}\n:label: odd\n\n\\frac{1\n:::\n",
        builder=builder,
    )
    told = re.findall(
        r"index\.md:(\d+): WARNING: (.+)\nhint: .+ \[iomdocs\.(\w+)\]", built.warnings
    )
    message = "this formula cannot be set and is shown as its LaTeX source: "
    assert told == [
        ("5", f"{message}the command \\mystery is not known", "H001"),
        ("7", f"{message}it ends too early", "H001"),
    ]
    page = first_page(built) if builder == "html" else chapter(built)
    assert [code.get_text() for code in page.select("code")] == ["\\mystery{<x>}", "\\frac{1"]
    assert page.find(id="equation-odd").find(class_="eqno").get_text().startswith("(1)")
    assert len(formulas(page)) == 1


@pytest.mark.parametrize(
    "wrong", ["\\left( x", "x }", "\\begin{foo} x \\end{foo}", "\\frac", "\\def\\a{\\a} \\a",
              "\\color{nocolour} x", "\\unicode{xFFFFFFFF}", "\\operatorname{</div>\\frac}"]
)  # fmt: skip
def test_wrong_source_never_breaks_the_page(written: Write, wrong: str) -> None:
    page = f"# Small\n\n:::{{math}}\n:no-wrap:\n\n{wrong}\n:::\n\nText goes on, $x^2$ too.\n"
    built = written(page)
    assert built.warnings.count("[iomdocs.H001]") == 1
    shown = first_page(built)
    assert shown.find(string=re.compile("Text goes on")).find_next("math")["alttext"] == "x^2"


def test_nothing_of_a_formula_is_markup(written: Write) -> None:
    built = written("# Small\n\n$\\text{</div><b>&amp;} < \\text{\"'}$\n")
    assert built.warnings == ""
    (math,) = formulas(first_page(built).article)
    assert math.get_text() == '</div><b>&amp;<"\N{RIGHT SINGLE QUOTATION MARK}'
    assert math["alttext"] == "\\text{</div><b>&amp;} < \\text{\"'}"


def test_no_page_loads_anything_for_formulas(written: Write) -> None:
    page = first_page(written("# Small\n\n$x$\n"))
    loaded = [tag["src"] for tag in page.select("script[src]")]
    assert [address for address in loaded if "math" in address.lower()] == []
    assert page.select('link[href*="iomdocs-math.css"]')


def test_the_style_comes_only_with_pages_that_have_formulas(written: Write) -> None:
    page = first_page(written("# Small\n\nNo formula.\n"))
    assert page.select('link[href*="math"]') == []


IMAGES = 'extensions.append("sphinx.ext.imgmath")\nimgmath_latex = "no-such-latex"\n'
LOCAL = 'mathjax_path = "mathjax/tex-mml-chtml.js"\n'


@pytest.mark.parametrize(
    ("conf", "shown"),
    [
        (LOCAL, "\\(x\\)"),
        ("iomdocs_math = False\n", "\\(x\\)"),
        ('html_math_renderer = "mathjax"\n', "\\(x\\)"),
        (IMAGES, "x"),
        ("", "x"),
    ],
)
def test_a_book_that_chose_another_way_keeps_it(written: Write, conf: str, shown: str) -> None:
    page = first_page(written("# Small\n\n$x$\n", conf))
    assert page.find(class_="math").get_text() == shown
    assert bool(formulas(page)) == (conf == "")


@pytest.mark.parametrize(("conf", "count"), [(LOCAL, 1), ("iomdocs_math = False\n", 0)])
def test_an_epub_does_not_wait_for_a_script(written: Write, conf: str, count: int) -> None:
    book = written("# Small\n\n$x$\n", conf, builder="epub").folder / "formulas.epub"
    assert len(formulas(epub_pages(book)["index"])) == count


def test_a_wide_formula_scrolls_in_its_place_with_the_keyboard(
    browser: Browser, written: Write
) -> None:
    terms = " + ".join(f"a_{{{number}}}" for number in range(30))
    built = written(f"# Small\n\n$$\n{terms}\n$$ (wide)\n\n$$\nx\n$$\n")
    page = browser.new_page(viewport={"width": 390, "height": 844})
    page.goto((built.folder / "index.html").as_uri())
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    wide, narrow = page.locator(".math-region").all()
    page.wait_for_function("document.querySelectorAll('.math-region[tabindex]').length === 1")
    assert wide.get_attribute("aria-label") == terms
    assert (narrow.get_attribute("tabindex"), narrow.get_attribute("role")) == (None, None)
    wide.focus()
    page.keyboard.press("ArrowRight")
    page.wait_for_function("document.querySelector('.math-region').scrollLeft > 0")


def test_signs_have_the_size_that_they_need(browser: Browser, written: Write) -> None:
    """Brackets grow with what they hold, limits stand below and above, fractions are high."""
    built = written(
        "# Small\n\n$x$ $\\frac{x}{y}$\n\n$$\n\\sum_{i=1}^{n} \\left( \\frac{a}{b} \\right)\n$$\n"
    )
    page = browser.new_page()
    page.goto((built.folder / "index.html").as_uri())
    letter, fraction = (each.bounding_box() for each in page.locator("p math").all())
    assert fraction["height"] > letter["height"]
    (lower, upper), sign = (
        [each.bounding_box() for each in page.locator("munderover > :not(:first-child)").all()],
        page.locator("munderover > :first-child").bounding_box(),
    )
    assert upper["y"] < sign["y"] < lower["y"]
    bracket = page.locator("math mo", has_text="(").bounding_box()
    assert bracket["height"] > 2 * letter["height"]
