"""Every element of docutils and Sphinx can stand in a book; its text is printed."""

import unicodedata

import pytest
from docutils import nodes

from tests.finished import pdf_text, squeezed
from tests.formats import every_element
from tests.formats.conftest import ROOTS, Built, make


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """A book with one of each."""
    source = tmp_path_factory.mktemp("every-element")
    (source / "dot.png").write_bytes((ROOTS / "typst-nodes" / "dot.png").read_bytes())
    (source / "conf.py").write_text('project = "Elements"\niomdocs_edition = "2026-11-24"\n')
    (source / "index.rst").write_text("Page\n====\n\n.. every-element::\n")
    return make(
        "typstpdf",
        source,
        source / "build",
        extensions=["iomdocs", "tests.formats.every_element"],
        keep_warnings=True,
    )


@pytest.fixture(scope="module")
def text(book: Built) -> str:
    """All that is printed, letters of formulas as others."""
    return unicodedata.normalize("NFKC", squeezed(pdf_text(book.pdf)))


def test_none_is_unknown(book: Built) -> None:
    assert "P001" not in "".join(
        line for line in book.warnings.splitlines(keepends=True) if "formula" not in line
    )


@pytest.mark.parametrize("kind", list(every_element.kinds()), ids=lambda kind: kind.__name__)
def test_its_text_is_printed(kind: type[nodes.Element], text: str) -> None:
    assert every_element.word_of(kind) in text
