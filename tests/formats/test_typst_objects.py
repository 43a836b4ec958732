"""Descriptions of programs in the PDF: signatures that stay on the page, and lists."""

import io
from collections.abc import Callable
from contextlib import redirect_stdout

import pikepdf
import pypdfium2
import pytest

from tests.finished import pdf_text, squeezed
from tests.formats.conftest import ROOTS, Built

DOMAINS = (ROOTS / "objects" / "domains.rst").read_text("utf-8")
WIDE = (ROOTS / "objects" / "wide.rst").read_text("utf-8")
LISTS = (ROOTS / "objects" / "lists.rst").read_text("utf-8")


def test_signatures_of_all_domains(printed: Callable[..., Built]) -> None:
    built = printed({"index.rst": DOMAINS})
    assert built.warnings == ""
    text = squeezed(pdf_text(built.pdf))
    for words in (
        "async send[T: int](sender: str, /, *, priority: int = 1, **rest: dict[str, list[int]])",
        "→ Mapping[str, T] Send a message.",
        "sender (str) \u2013 who sends",
        "Raises ValueError \u2013 for nothing",
        "optional(a, b[, c[, d]], e=None) optional(z)",
        "final class Letter(a: int)",
        "property size: int Its size.",
        "@cached(size)",
        "LIMIT: int = 3",
        "PyObject *PyType_GenericAlloc(PyTypeObject *type, Py_ssize_t nitems)",
        "enumerator RED = 1",
        "template<std::Iterator It> requires std::Sortable<It> void sort(It begin, char c = 'x')",
        "In a line: a * f(a, 1).",
        "request(method, url[, options])",
        ".. figure::",
        ":width: number",
        "-v, --verbose <level> How much it says.",
        "TOOL_HOME",
        "colour Type str",
        'thing {with} "signs" #and $more',
    ):
        assert squeezed(words) in text
    with pikepdf.open(built.pdf) as pdf, pdf.open_metadata() as data:
        assert data["pdfuaid:part"] == "1"


def test_parameters_in_lines_where_the_book_asks_for_it(printed: Callable[..., Built]) -> None:
    built = printed(
        {"index.rst": WIDE},
        python_maximum_signature_line_length=60,
        python_trailing_comma_in_multi_line_signatures=True,
    )
    text = pdf_text(built.pdf).replace("\r\n", "\n").replace("'", '"')
    assert (
        'many(\nfirst: int,\nsecond: tuple[int, ...] = (1, 2),\nthird: str = "a longer default",\n)'
        in text
    )


def test_no_signature_runs_off_the_page(printed: Callable[..., Built]) -> None:
    built = printed({"index.rst": WIDE})
    assert built.warnings == ""
    document = pypdfium2.PdfDocument(built.pdf)
    page = document[3]
    words = page.get_textpage()
    edges = [words.get_charbox(number)[2] for number in range(words.count_chars())]
    assert max(edges) < page.get_width() - 70
    assert "nobody_has_shortened_it(one)" in squeezed(pdf_text(built.pdf))


def test_lists_of_all_kinds(printed: Callable[..., Built]) -> None:
    files = {"index.rst": LISTS.replace("Wrong: *unclosed.", ""), "data.csv": "a,b\n"}
    built = printed(files)
    assert built.warnings == ""
    text = squeezed(pdf_text(built.pdf))
    for words in (
        "• first • second • third • Ann • Bob",
        "term : one : two Defined.",
        "-b FILE, --bee=FILE an option /V another",
        "Departure Leaving The act of leaving.",
        'expr ::= term ("+" term)* term ::= NUMBER | "(" expr ")"',
        "Highlighted words.",
        "the data (data.csv), data.csv, LIFO (last-in, first-out), ls(1), PEP 8, RFC 2324, ",
        "File ‣ Open.",
    ):
        assert squeezed(words) in text
    with pikepdf.open(built.pdf) as pdf, pdf.open_metadata() as data:
        assert data["pdfuaid:part"] == "1"


def test_columns_stand_beside_each_other(printed: Callable[..., Built]) -> None:
    built = printed({"index.rst": LISTS, "data.csv": "a,b\n"})
    page = pypdfium2.PdfDocument(built.pdf)[3].get_textpage()
    left, right = (_place(page, word) for word in ("first", "third"))
    assert left[0] < right[0]
    assert left[1] == pytest.approx(right[1], abs=1)


def _place(page: pypdfium2.PdfTextPage, word: str) -> tuple[float, float]:
    """Left and lower edge of a word."""
    with redirect_stdout(io.StringIO()):
        index, _ = page.search(word).get_next()
    left, low, _, _ = page.get_charbox(index)
    return left, low


def test_what_docutils_says_is_printed_where_the_book_keeps_it(
    printed: Callable[..., Built],
) -> None:
    files = {"index.rst": LISTS, "data.csv": "a,b\n"}
    text = squeezed(pdf_text(printed(files, keep_warnings=True).pdf))
    assert squeezed("Wrong: *unclosed.") in text
    assert squeezed("Inline emphasis start-string without end-string.") in text
