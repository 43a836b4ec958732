"""Code in the PDF: every sign of it, in colours, numbered, and never off the page."""

import re
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pikepdf
import pypdfium2
import pytest

from tests.formats.conftest import Built, make
from tests.formats.test_typst_math import elements, text_of

CONF = """
project = "Code"
language = "en"
iomdocs_edition = "2026-11-24"
extensions = ["iomdocs"]
numfig = True
"""

Write = Callable[..., Built]


@pytest.fixture
def written(tmp_path: Path) -> Write:
    """Builds a book of one page of reStructuredText."""

    def build(page: str, files: dict[str, str] | None = None, **settings: object) -> Built:
        source = tmp_path / "source"
        source.mkdir()
        written = {"conf.py": CONF, "index.rst": f"Code\n====\n\n{page}", **(files or {})}
        for name, text in written.items():
            (source / name).write_text(text, "utf-8")
        return make("typstpdf", source, tmp_path / "build", **settings)

    return build


def page_of(built: Built) -> pypdfium2.PdfTextPage:
    """The first page of the text."""
    return pypdfium2.PdfDocument(built.pdf)[3].get_textpage()


def place(page: pypdfium2.PdfTextPage, words: str) -> tuple[float, float]:
    """Where some words begin: from the left, from the bottom of the page."""
    index, _ = page.search(words, match_case=True).get_next()
    left, bottom, _right, _top = page.get_charbox(index, loose=True)
    return left, bottom


def colours(built: Built) -> Counter[str]:
    """How often each colour is set in the content of the pages."""
    with pikepdf.open(built.pdf) as pdf:
        pages = [pikepdf.parse_content_stream(page) for page in pdf.pages]
    return Counter(
        " ".join(f"{float(value):.2f}" for value in operands)
        for page in pages
        for operands, operator in page
        if str(operator) in {"rg", "scn", "k", "g"}
        and all(not str(o).startswith("/") for o in operands)
    )


CODE = """
.. code-block:: python
   :linenos:
   :lineno-start: 98
   :emphasize-lines: 2

   def first(name):
       return f"{name} \\\\ #$*_`~@<>[]"

   class Second: pass
"""


def test_code_keeps_lines_indents_and_signs(written: Write) -> None:
    built = written(CODE)
    assert built.warnings == ""
    page = page_of(built)
    assert 'return f"{name} \\\\ #$*_`~@<>[]"' in text_of(built.pdf)
    _, first = place(page, "def first")
    left, second = place(page, "return")
    outer, fourth = place(page, "class Second")
    line = first - second
    assert second - fourth == pytest.approx(2 * line, abs=0.5)  # a blank line between them
    one_sign = place(page, "eturn")[0] - left
    assert left - outer == pytest.approx(4 * one_sign, abs=0.5)
    assert [place(page, number)[1] for number in ("98", "99", "101")] == pytest.approx(
        [first, second, fourth], abs=1
    )
    kinds = Counter(kind for kind, _ in elements(built.pdf))
    assert kinds["/Code"] == 1


def test_line_numbers_are_no_content(written: Write) -> None:
    built = written(CODE)
    with pikepdf.open(built.pdf) as pdf:
        inside = False
        artefacts = 0
        for operands, operator in pikepdf.parse_content_stream(pdf.pages[3]):
            if str(operator) in {"BMC", "BDC"}:
                inside = str(operands[0]) == "/Artifact"
            elif str(operator) == "EMC":
                inside = False
            elif str(operator) in {"TJ", "Tj"} and inside:
                artefacts += 1
    assert artefacts >= 4 + 1  # four lines, and the number of the page


@pytest.mark.parametrize(
    ("language", "source"),
    [
        ("pycon", ">>> 1 + 1\n2"),
        ("console", "$ make all"),
        ("ini", "[part]\nkey = value"),
        ("toml", 'name = "x"'),
        ("rst", ".. note:: Title"),
        ("diff", "-old\n+new"),
        ("http", "GET / HTTP/1.1\nHost: x.org"),
        ("json", '{"a": 1}'),
        ("jinja", "{% if x %}"),
        ("yaml", "a: 1"),
        ("html", '<b class="x">y</b>'),
        ("c", "int main(void) { return 0; }"),
    ],
)
def test_languages_have_colours(written: Write, language: str, source: str) -> None:
    body = source.replace("\n", "\n   ")
    built = written(f".. code-block:: {language}\n\n   {body}\n")
    assert built.warnings == ""
    plain = written_plain(built, body, language)
    assert colours(built) != plain
    for word in re.findall(r"\w+", source):
        assert word in text_of(built.pdf)


def written_plain(built: Built, body: str, language: str) -> Counter[str]:
    """The colours of the same code without a language."""
    source = built.folder.parent.parent / "source"
    page = f"Code\n====\n\n.. code-block:: none\n\n   {body}\n"
    (source / "index.rst").write_text(page, "utf-8")
    return colours(make("typstpdf", source, built.folder.parent / f"plain-{language}"))


def test_a_long_line_goes_on_below_with_a_sign(written: Write) -> None:
    words = " ".join(f"word{number}" for number in range(40))
    built = written(f".. code-block:: none\n\n   {words}\n   {'x' * 300}\n   end\n")
    text = text_of(built.pdf)
    assert text.count("↳") >= 6
    assert re.sub(r"[↳\s]", "", words) in re.sub(r"[↳\s]", "", text)
    assert "x" * 300 in re.sub(r"[↳\s]", "", text)
    page = page_of(built)
    boxes = [page.get_charbox(number) for number in range(page.count_chars())]
    assert max(right for _left, _low, right, _top in boxes) < 595 - 28 * 72 / 25.4


def test_long_code_breaks_over_pages(written: Write) -> None:
    lines = "\n".join(f"   line_{number} = {number}" for number in range(150))
    built = written(f".. code-block:: python\n   :linenos:\n\n{lines}\n")
    assert built.pages >= 5
    text = text_of(built.pdf)
    assert all(f"line_{number} = {number}" in text for number in range(150))


def test_caption_number_and_reference(written: Write) -> None:
    built = written(
        ".. code-block:: python\n   :caption: A caption with *emphasis*\n   :name: here\n"
        "\n   x = 1\n\n"
        ".. literalinclude:: some.py\n   :caption:\n   :lines: 2-3\n\n"
        ".. literalinclude:: some.py\n   :diff: other.py\n\n"
        "See :numref:`here` and :numref:`the code %s <here>`.\n",
        files={"some.py": "a = 1\nb = 2\nc = 3\n", "other.py": "a = 1\nb = 7\nc = 3\n"},
    )
    assert built.warnings == ""
    text = text_of(built.pdf)
    assert "Listing 1 A caption with emphasis" in text
    assert "Listing 2 some.py b = 2 c = 3" in text
    assert "-b = 7 +b = 2" in text
    assert "See Listing 1 and the code 1." in text
    kinds = [kind for kind, _ in elements(built.pdf)]
    assert [kind for kind in kinds if kind in {"/Caption", "/Code"}] == [
        "/Caption", "/Code", "/Caption", "/Code", "/Code",
    ]  # fmt: skip


def test_unknown_language_is_said_and_printed_plain(written: Write) -> None:
    built = written(".. code-block:: klingon\n\n   nuqneH = 1\n")
    assert "index.rst:4: WARNING: Pygments lexer name 'klingon' is not known" in built.warnings
    assert "nuqneH = 1" in text_of(built.pdf)


def test_code_in_a_line(written: Write) -> None:
    built = written(
        ".. role:: py(code)\n   :language: python\n\n"
        "Run :py:`def f(x): pass`, press :kbd:`Ctrl+Shift+X` and :kbd:`Page Down`, "
        ":samp:`print {n} times`, :file:`/usr/{name}/lib`, :command:`rm`, :guilabel:`&Cancel`, "
        ":menuselection:`File --> Open`.\n"
    )
    assert built.warnings == ""
    text = re.sub(r"\s+", "", text_of(built.pdf))
    for words in (
        "deff(x):pass",
        "Ctrl+Shift+X",
        "PageDown",
        "printntimes",
        "/usr/name/lib",
        "rm,Cancel,File",
    ):
        assert words in text
    assert "/Em" in [kind for kind, _ in elements(built.pdf)]


def test_a_long_line_that_goes_on_over_the_page_leaves_notes_alone(written: Write) -> None:
    lines = "\n".join(f"   word{n} = {'another_word + ' * 14}" for n in range(60))
    built = written(f"A `link <https://example.org/x>`_.\n\n::\n\n{lines}\n")
    assert built.warnings == ""
    assert built.pages > 5
