"""What goes beyond what Typst or Python can take, or takes a name of ours, ends no build."""

import re
from base64 import b64encode
from collections.abc import Callable

import pikepdf
import pytest

from tests.finished import pdf_text, squeezed
from tests.formats.conftest import ROOTS, Built

DOT = (ROOTS / "typst-nodes" / "dot.png").read_bytes()
DRAWING = '<svg xmlns="http://www.w3.org/2000/svg" width="10" height="10"/>'


@pytest.mark.parametrize("project", ["Handbook", "builtin", "Trial"])
def test_a_book_with_the_name_of_a_file_of_ours(
    printed: Callable[..., Built], project: str
) -> None:
    built = printed({"index.md": "# Page\n\nWords of the book.\n"}, project=project)
    assert built.warnings == ""
    assert built.pdf.stem == project.lower()
    assert squeezed("Words of the book.") in squeezed(pdf_text(built.pdf))


def test_pictures_with_the_names_of_the_cover_and_of_drawings(
    printed: Callable[..., Built],
) -> None:
    page = "# Page\n\n![First](logo.svg)\n\n![Second](drawing-1.svg)\n"
    pictures = {"logo.svg": DRAWING, "drawing-1.svg": DRAWING}
    files = {"index.md": page, **pictures, "look/logo.svg": DRAWING.replace('"10"', '"20"')}
    built = printed(files, typst_logo="look/logo.svg")
    assert built.warnings == ""
    folder = built.folder / "typst"
    for name in ("logo.svg", "drawing-1.svg"):
        assert (folder / "images" / name).read_text("utf-8") == DRAWING


def test_a_cover_that_cannot_be_read(printed: Callable[..., Built]) -> None:
    built = printed({"index.md": "# Page\n\nWords.\n", "c.png": "none"}, typst_cover="c.png")
    assert "conf.py" in built.warnings
    assert "the picture 'c.png' cannot be read" in built.warnings
    assert squeezed("Words.") in squeezed(pdf_text(built.pdf))


ADDRESSES = {
    f"data:text/plain;base64,{'QUJD' * 3000}": "One, ",
    f"https://example.org/{'a' * 9000}": "two, ",
    "javascript:void(0)": "three.",
}
ODD_HTML = {
    "languages": (
        '<p lang="en_US">One.</p>\n\n<p lang="fr-ÇÀ">Two.</p>\n\n<p lang="x">Three.</p>',
        ("One.", "Two.", "Three."),
    ),
    "numbers": (
        f'<ol start="{"9" * 20}"><li>One.</li></ol><table><tr><td colspan="{"9" * 5000}">Two.',
        ("One.", "Two."),
    ),
    "open tags": (f"<div>\n{'<b>One.' * 600}\n</div>\n\nTwo.", ("One.", "Two.")),
    "open blocks": (f"{'<div>One.' * 600}\n\nTwo.", ("One.", "Two.")),
    "addresses": (
        "".join(f'<a href="{address}">{words}</a>' for address, words in ADDRESSES.items()),
        ("One, two, three.",),
    ),
    "films": (f'<video src="data:video/mp4;base64,{"QUJD" * 3000}" title="One"></video>', ("One",)),
}


@pytest.mark.parametrize("kind", ODD_HTML)
def test_odd_html(printed: Callable[..., Built], kind: str) -> None:
    html, words = ODD_HTML[kind]
    built = printed({"index.md": f"# Page\n\n{html}\n"}, typst_show_urls="footnote")
    text = squeezed(pdf_text(built.pdf))
    for each in words:
        assert squeezed(each) in text
    assert "QUJD" not in text
    assert "aaaaaaaa" not in text
    with pikepdf.open(built.pdf) as pdf:
        addresses = [str(each.URI) for each in pdf.objects if _is_address(each)]
    assert [each[:20] for each in addresses if each.startswith(("data", "javascript"))] == []


def _is_address(found: object) -> bool:
    return isinstance(found, pikepdf.Dictionary) and found.get("/S") == "/URI"


def test_a_picture_with_a_name_that_no_file_can_have(printed: Callable[..., Built]) -> None:
    page = f'# Page\n\n<p>Words.</p>\n\n<img src="{"a" * 400}.png" alt="Described">\n'
    built = printed({"index.md": page})
    assert "index.md:5: WARNING: the picture 'aaaa" in built.warnings
    assert squeezed("Described") in squeezed(pdf_text(built.pdf))


def test_addresses_with_escaped_signs(printed: Callable[..., Built]) -> None:
    page = (
        '# Page\n\n<img src="my%20dot.png" alt="A dot"> <a href="my%20page.html">there</a>\n\n'
        "```{toctree}\nmy page\n```\n"
    )
    built = printed({"index.md": page, "my page.md": "# Other\n\nx\n", "my dot.png": DOT})
    assert built.warnings == ""
    markup = (built.folder / "typst" / "small.typ").read_text("utf-8")
    assert '#goto("my page#other")[there' in markup
    assert 'image("images/my dot.png"' in markup


def test_pictures_inside_html(printed: Callable[..., Built]) -> None:
    data = b64encode(DOT).decode()
    built = printed(
        {"index.md": f'# Page\n\n<img alt="A dot" src="data:image/png;base64,{data}">\n'}
    )
    assert built.warnings == ""
    with pikepdf.open(built.pdf) as pdf:
        described = [str(each.Alt) for each in pdf.objects if _is_figure(each)]
    assert described == ["A dot"]


def _is_figure(found: object) -> bool:
    return isinstance(found, pikepdf.Dictionary) and found.get("/S") == "/Figure"


def test_addresses_that_look_like_those_of_facts(printed: Callable[..., Built]) -> None:
    page = "Page\n====\n\n`One <fact:nowhere>`__, `two <to:nowhere>`__, three.\n"
    built = printed({"index.rst": page})
    assert squeezed("One, two, three.") in squeezed(pdf_text(built.pdf))
    with pikepdf.open(built.pdf) as pdf:
        assert [str(each.URI) for each in pdf.objects if _is_address(each)] == []
        links = [each for page in pdf.pages for each in page.get("/Annots", ())]
        assert [each for each in links if "nowhere" in str(each.get("/Dest", ""))] == []


@pytest.mark.parametrize("language", ["english", "1"])
def test_a_language_that_does_not_exist(printed: Callable[..., Built], language: str) -> None:
    built = printed({"index.md": "# Page\n\nWords.\n"}, language=language)
    assert squeezed("Words.") in squeezed(pdf_text(built.pdf))


@pytest.mark.parametrize("colour", ["1.2.3,0,0", ".", "0.1"])
def test_a_colour_that_does_not_exist(printed: Callable[..., Built], colour: str) -> None:
    page = f"Page\n====\n\n:math:`\\color[rgb]{{{colour}}} x`\n"
    built = printed({"index.rst": page})
    assert "index.rst:4: WARNING: the PDF prints this formula as its LaTeX source" in built.warnings
    assert f"the colour '{colour}' is not known" in built.warnings


def test_numbers_beyond_those_of_typst(printed: Callable[..., Built]) -> None:
    number = "9" * 21
    page = (
        f"Page\n====\n\n{number}. One\n#. Two\n\n"
        f".. code-block:: none\n   :lineno-start: {number}\n\n   Three\n"
    )
    built = printed({"index.rst": page})
    assert built.warnings == ""
    for words in ("One", "Two", "Three"):
        assert words in pdf_text(built.pdf)


def test_a_place_between_two_pages(printed: Callable[..., Built]) -> None:
    page = "Page\n====\n\n.. toctree::\n\n   other\n\n.. index:: first\n"
    other = "Other\n=====\n\nWords.\n\n.. _end:\n.. index:: last\n"
    third = "Third\n=====\n\n:ref:`There <end>`.\n"
    page = page.replace("other\n", "other\n   third\n")
    built = printed({"index.rst": page, "other.rst": other, "third.rst": third})
    assert built.warnings == ""
    assert squeezed("F first, 1 L last, 2") in squeezed(pdf_text(built.pdf))


def test_a_place_before_a_table_over_several_pages(printed: Callable[..., Built]) -> None:
    edge = "===  ===\n"
    table = "".join([edge, "A    B\n", edge, *["one  two\n"] * 120, edge])
    built = printed({"index.rst": f"Page\n====\n\nWords.\n\n.. index:: first\n\n{table}"})
    assert built.warnings == ""
    assert built.pages > 5
    assert squeezed("F first, 1") in squeezed(pdf_text(built.pdf))


def test_an_entry_of_the_index_under_two_letters(printed: Callable[..., Built]) -> None:
    page = (
        "Page\n====\n\n.. glossary::\n\n   beta : A\n      x\n\n"
        ".. index:: single: beta\n.. index:: see: gamma; beta\n"
    )
    built = printed({"index.rst": page})
    assert built.warnings == ""
    assert squeezed("gamma") in squeezed(pdf_text(built.pdf))


@pytest.mark.parametrize(
    ("standards", "said"),
    [
        (["2.0", "ua-1"], "PDF 2.0 is not compatible with PDF/UA-1"),
        (["1.4", "1.7"], "PDF cannot conform to PDF 1.4 and PDF 1.7 at the same time"),
    ],
)
def test_standards_that_contradict_each_other(
    printed: Callable[..., Built], standards: list[str], said: str
) -> None:
    built = printed({"index.md": "# Page\n\nWords.\n"}, typst_pdf_standards=standards)
    assert f"typst_pdf_standards: {said}\nhint: " in built.warnings
    assert squeezed("Words.") in squeezed(pdf_text(built.pdf))


@pytest.mark.parametrize("macros", [["x"], {"x": ["a", "two"]}, {"x": []}, {"x": 5}])
def test_macros_that_are_none(printed: Callable[..., Built], macros: object) -> None:
    built = printed(
        {"index.rst": "Page\n====\n\n:math:`\\x` words\n"},
        mathjax3_config={"tex": {"macros": macros}},
    )
    assert "index.rst:4: WARNING: the PDF prints this formula as its LaTeX source" in built.warnings
    assert "words" in pdf_text(built.pdf)


DEEP = {
    "quotations": f"{'>' * 16} Words.",
    "tables": f"{'<table><tr><td>' * 12}Words.{'</td></tr></table>' * 12}",
    "both": f"{'<table><tr><td><blockquote>' * 9}Words.{'</blockquote></td></tr></table>' * 9}",
}


@pytest.mark.parametrize("kind", DEEP)
def test_what_is_nested_deeper_than_typst_sets(printed: Callable[..., Built], kind: str) -> None:
    built = printed({"index.md": f"# Page\n\n{DEEP[kind]}\n"})
    assert re.findall(r"index\.md:(\d+): WARNING: this stands too deep", built.warnings) == ["3"]
    assert squeezed("Words.") in squeezed(pdf_text(built.pdf))


def test_quotations_in_quotations_stay_what_they_are(printed: Callable[..., Built]) -> None:
    built = printed({"index.md": f"# Page\n\n{'>' * 10} Words.\n"})
    assert built.warnings == ""
    assert (built.folder / "typst" / "small.typ").read_text("utf-8").count("#quotation(") == 10
