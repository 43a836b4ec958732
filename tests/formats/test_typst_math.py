"""Formulas in the PDF: set as formulas, read out as their source, numbered, never in the way."""

import re
import unicodedata
from collections.abc import Callable, Iterator
from pathlib import Path

import pikepdf
import pypdfium2
import pytest

from tests.formats.conftest import Built, make

FORMULAS = [
    line
    for line in Path(__file__).with_name("formulas.txt").read_text("utf-8").splitlines()
    if line and not line.startswith("% ")
]
"""Formulas of every style that public documentation has."""

CONF = """
project = "Formulas"
language = "en"
iomdocs_edition = "2026-11-24"
extensions = ["myst_parser", "iomdocs"]
myst_enable_extensions = ["colon_fence", "dollarmath", "amsmath", "deflist"]
"""

Write = Callable[..., Built]


@pytest.fixture
def written(tmp_path: Path) -> Write:
    """Builds a book of one page."""

    def build(page: str, conf: str = "", **settings: object) -> Built:
        source = tmp_path / "source"
        source.mkdir()
        (source / "conf.py").write_text(CONF + conf, "utf-8")
        (source / "index.md").write_text(page, "utf-8")
        return make("typstpdf", source, tmp_path / "build", **settings)

    return build


def elements(path: Path) -> Iterator[tuple[str, str]]:
    """The kinds of all structure elements with their alternatives, in reading order."""
    with pikepdf.open(path) as pdf:
        yield from _elements(pdf.Root.StructTreeRoot.K)


def _elements(node: object) -> Iterator[tuple[str, str]]:
    if isinstance(node, pikepdf.Array):
        for child in node:
            yield from _elements(child)
    elif isinstance(node, pikepdf.Dictionary) and "/S" in node:
        yield str(node.S), str(node.get("/Alt", ""))
        yield from _elements(node.get("/K"))


def formulas_of(path: Path) -> list[str]:
    """What is read out for the formulas of a PDF, in order."""
    return [alternative for kind, alternative in elements(path) if kind == "/Formula"]


def text_of(path: Path) -> str:
    """All printed text, runs of blanks as one."""
    pages = [page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(path)]
    return " ".join(" ".join(pages).split())


def test_every_formula_of_the_corpus_is_set(written: Write) -> None:
    blocks = [f"$$\n{formula}\n$$" for formula in FORMULAS]
    in_line = [each for each in FORMULAS if not re.search(r"\\tag|\$|(?<!\\)%", each)]
    lines = [f"In a line: ${formula}$." for formula in in_line]
    built = written("\n\n".join(["# Formulas", *blocks, *lines]))
    assert built.warnings == ""
    read = formulas_of(built.pdf)
    assert read[: len(FORMULAS)] == FORMULAS
    assert len(read) == len(blocks) + len(lines) > 500
    with pikepdf.open(built.pdf) as pdf, pdf.open_metadata() as data:
        assert data["pdfuaid:part"] == "1"


def test_nothing_of_a_formula_is_lost(written: Write) -> None:
    built = written(
        "# Small\n\n$$\n\\big( a \\Bigg[ \\left\\{ b \\middle| c \\right\\} "
        "\\text{if $d > 1$}\n$$\n\n"
        "{math}`e \\xrightarrow[f]{g} h` and {math}`{i \\over j}` and {math}`\\ce{SO4^2-}`\n"
    )
    assert built.warnings == ""
    text = text_of(built.pdf)
    for sign in ("(", "[", "{", "|", "}", "if", "1", "SO", "4", "2\N{MINUS SIGN}"):
        assert sign in text


def test_formula_that_cannot_be_set_is_named_and_printed_as_source(written: Write) -> None:
    built = written(
        "# Small\n\nFirst $x$.\n\nHere $\\mystery{x}$.\n\n"
        ":::{math}\n:label: odd\n\n\\frac{1\n:::\n\n"
        "$$\n\\text{年}\n$$\n",
    )
    places = re.findall(r"index\.md:(\d+): WARNING: the PDF prints this formula", built.warnings)
    assert places == ["5", "7"]
    assert "the command \\mystery is not known" in built.warnings
    assert "it ends too early" in built.warnings
    assert built.warnings.count("iomdocs.P001") == 2
    assert re.search(r"index\.md:\d+: WARNING: [^\n]*Han character", built.warnings)
    text = text_of(built.pdf)
    for words in ("\\mystery{x}", "\\frac{1", "(1)", "[Han]"):
        assert words in text
    assert formulas_of(built.pdf) == ["x", "\\text{年}"]


@pytest.mark.parametrize(
    "wrong", ["\\left( x", "x }", "\\begin{foo} x \\end{foo}", "\\begin{pmatrix} 1 & 2", "\\frac",
              "x^", "\\def\\a{\\a} \\a", "\\color{nocolour} x", "a \\right)", "\\hspace{wide} x",
              "\\begin{cases} a \\end{matrix}", "\\unicode{xFFFFFFFF}", "\\left q x \\right)",
              "\\begin x} a \\end x}"]
)  # fmt: skip
def test_wrong_source_never_breaks_the_book(written: Write, wrong: str) -> None:
    built = written(f"# Small\n\n:::{{math}}\n:no-wrap:\n\n{wrong}\n:::\n\nText goes on.\n")
    assert built.warnings.count("index.md:3: WARNING: the PDF prints this formula") == 1
    assert "Text goes on." in text_of(built.pdf)


def test_nothing_in_a_formula_is_run_as_code(written: Write) -> None:
    built = written(
        "# Small\n\n:::{math}\n\\genfrac{#panic()}{)}{}{}{a}{b} + \\sqrt{#1} "
        "+ \\text{#panic()} + #panic() "
        '+ \\operatorname{"+panic()+"} + \\mathrm{a"#b}\n:::\n'
    )
    assert built.warnings == ""
    assert "#panic()" in text_of(built.pdf)


def test_equations_are_numbered_as_sphinx_counts_and_references_lead_to_them(
    written: Write,
) -> None:
    built = written(
        "# Small\n\n$$\na = b\n$$ (first)\n\n:::{math}\nc = d\n:::\n\n:::{math}\n:label: second\n"
        "\ne = f\n:::\n\nSee {eq}`first`, {eq}`second`.\n\n"
        "$$\ng = h \\tag{A.1}\n$$\n",
        math_eqref_format="Eq. {number}",
    )
    assert built.warnings == ""
    text = text_of(built.pdf)
    assert "See Eq. 1, Eq. 2." in text
    assert re.search(r"\(1\).*\(2\) See.*\(A\.1\)", text)
    with pikepdf.open(built.pdf) as pdf:
        annotations = [each for page in pdf.pages for each in page.get("/Annots", [])]
        places = [each.Dest for each in annotations if isinstance(each.get("/Dest"), pikepdf.Array)]
        heights = [float(place[3]) for place in places]
    assert len(set(heights[-2:])) == 2
    assert formulas_of(built.pdf) == ["a = b", "c = d", "e = f", "g = h \\tag{A.1}"]


def test_rows_with_numbers_of_their_own(written: Write) -> None:
    built = written(
        "# Small\n\n:::{math}\n:nowrap:\n\n"
        "\\begin{align*}\na &= b \\tag{I} \\\\\nc &= d \\tag*{II}\n\\end{align*}\n:::\n"
    )
    assert built.warnings == ""
    text = unicodedata.normalize("NFKC", text_of(built.pdf)).replace(" ", "")
    assert "a=b(I)" in text
    assert "c=dII" in text


def test_numbers_of_equations_follow_chapters_and_can_be_given_to_all(tmp_path: Path) -> None:
    source = tmp_path / "source"
    source.mkdir()
    (source / "conf.py").write_text(CONF + "numfig = True\n", "utf-8")
    (source / "index.md").write_text(
        "# Book\n\n:::{toctree}\n:numbered:\n\none\ntwo\n:::\n", "utf-8"
    )
    for name in ("one", "two"):
        page = (
            f"# {name}\n\n:::{{math}}\n:label: {name}\n\nx = y\n:::\n\n"
            f"{{eq}}`{name}`!\n\n:::{{math}}\nz\n:::\n"
        )
        (source / f"{name}.md").write_text(page, "utf-8")
    built = make("typstpdf", source, tmp_path / "build", math_number_all=True, math_numsep="-")
    assert built.warnings == ""
    text = text_of(built.pdf)
    for number in ("(1-1)", "(1-2)", "(2-1)", "(2-2)"):
        assert number in text
    assert "(1-1)!" in text


def test_macros_of_the_book_are_known(written: Write) -> None:
    built = written(
        "# Small\n\n{math}`\\RR + \\nrm{x} + \\nrm[3]{x} + \\E X + \\kk + \\DD`\n",
        conf="""
mathjax3_config = {"tex": {"macros": {"RR": r"{\\mathbb{R}}",
                                      "nrm": [r"{\\left\\|#2\\right\\|}_{#1}", 2, "2"]}}}
latex_elements = {"preamble": r"\\usepackage{x}\\newcommand{\\E}{\\operatorname{E}}\\def\\kk{k_k}"}
imgmath_latex_preamble = r"\\DeclareMathOperator{\\DD}{Dim}"
extensions.append("sphinx.ext.imgmath")
extensions.append("sphinx.ext.mathjax")
""",
    )
    assert "P001" not in built.warnings
    assert "Dim" in text_of(built.pdf)


def test_formulas_stand_wherever_text_does(written: Write) -> None:
    page = """# A title with $T_1$

| $h$ | b |
|-----|---|
| $c$ | [a link $l$](https://example.org) |

Term $t$
: definition $d$

- item $i$

  $$
  j
  $$

:::{note}
A note $n$.

$$
o = p \\tag{9}
$$
:::

> Quoted $q$.

```{table} Caption $k$
| a |
|---|
| b |
```

## A section with $s^2$

A note[^f].

[^f]: With $f$ in it.
"""
    built = written(page)
    assert built.warnings == ""
    alternatives = formulas_of(built.pdf)
    for letter in ("h", "c", "l", "t", "d", "i", "j", "n", "q", "k", "f"):
        assert letter in alternatives, letter
    # In the contents, in the heading itself.
    assert alternatives.count("T_1") >= 2
    assert alternatives.count("s^2") == 2
    with pikepdf.open(built.pdf) as pdf, pdf.open_outline() as outline:
        assert any("A title with" in item.title for item in outline.root)


def test_rows_are_those_of_sphinx(written: Write) -> None:
    built = written(
        "# Small\n\n:::{math}\na &= b \\\\\n  &= c\n\nd &= e\n:::\n\n"
        "\\begin{align}\nf &= g \\\\\nh &= i\n\\end{align}\n\n"
        ":::{math}\n:nowrap:\n\n"
        "\\begin{eqnarray}\nk & = & l \\\\\nm & < & n\n\\end{eqnarray}\n:::\n"
    )
    assert built.warnings == ""
    page = pypdfium2.PdfDocument(built.pdf)[3].get_textpage()
    lines = [line.strip() for line in page.get_text_range().splitlines()]
    plain = ["".join(line.split()) for line in lines]
    joined = unicodedata.normalize("NFKC", "|".join(plain))
    for row in ("=c", "d=e", "h=i", "m<n"):
        assert row in joined
    assert "(1)" in joined


def test_a_blank_line_inside_brackets_parts_nothing(written: Write) -> None:
    """MyST and autodoc leave such lines; MathJax passes over them."""
    built = written("# Small\n\n:::{math}\n\\left( a \\right.\n\n+ \\prod^\n\n{q} b\n:::\n")
    assert built.warnings == ""
    assert "∏" in text_of(built.pdf)


def test_a_formula_wider_than_the_page_is_set_smaller(written: Write) -> None:
    terms = " + ".join(f"a_{{{number}}} x^{{{number}}}" for number in range(20))
    built = written(f"# Small\n\n$$\n{terms}\n$$ (wide)\n")
    page = pypdfium2.PdfDocument(built.pdf)[3].get_textpage()
    boxes = [page.get_charbox(number) for number in range(page.count_chars())]
    assert max(right for _left, _low, right, _high in boxes) < 595 - 28 * 72 / 25.4 + 2
