"""The handbook's PDF: complete in its structure, and every fact in it can be read back."""

import copy
import re
from pathlib import Path

import outloud
import pikepdf
import pytest

from iomdocs.publish.workplace import folder_of
from iomdocs.verify.pdf import printed_facts
from tests.conftest import HANDBOOK
from tests.finished import occurrences
from tests.formats.conftest import Built, make
from tests.formats.words import differences, expected, printed, report
from tests.tagged import faults


@pytest.fixture(scope="module")
def path(handbook):
    return handbook / "iom-handbook.pdf"


def test_nothing_is_wrong_with_the_structure(path):
    assert faults(path) == []


def test_the_checker_finds_no_error(path):
    found = outloud.check(str(path)).findings
    assert [finding.message for finding in found if finding.severity == "error"] == []


def pages_in_order():
    """The names of the pages as the contents have them."""
    contents = (HANDBOOK / "index.md").read_text("utf-8")
    trees = re.findall(r"\{toctree\}\n(.*?)\n(?:```|:::)", contents, re.DOTALL)
    lines = [line.strip() for tree in trees for line in tree.splitlines()]
    return ["index", *(line for line in lines if line and not line.startswith(":"))]


def test_every_fact_is_read_back_as_the_website_has_it(html, path):
    """What can be opened behind a row of the register is for a website alone."""
    expected = []
    for name in pages_in_order():
        page = copy.copy(html[name].article)
        for history in page.select(".fact-history"):
            history.extract()
        expected += [(fact, " ".join(text.split())) for fact, text in occurrences(page)]
    assert len(expected) > 2500
    assert [(printed.fact, printed.text) for printed in printed_facts(path)] == expected


def test_the_facts_published_beside_it_are_attached(handbook, path):
    with pikepdf.open(path) as pdf:
        (attached,) = pdf.attachments.values()
        (associated,) = pdf.Root.AF
        assert (attached.filename, attached.get_file().mime_type) == (
            "facts.json",
            "application/json",
        )
        assert attached.get_file().read_bytes() == (handbook / "facts.json").read_bytes()
        assert associated.AFRelationship == "/Data"
        assert str(associated.Desc) == "All facts of the book"


def test_the_file_is_packed(path):
    assert path.stat().st_size < 3_500_000


def test_the_register_leads_back_to_where_a_fact_is_printed(path):
    """From the row of a fact, page numbers lead to pages that print it, and to all of them."""
    printed = printed_facts(path)
    fact = "membership.states"
    on_pages = {each.page for each in printed if re.split(r"[\[@]", each.fact)[0] == fact}
    with pikepdf.open(path) as pdf:
        numbers = {page.obj.objgen: number for number, page in enumerate(pdf.pages, 1)}
        row = next(
            value
            for name, value in pikepdf.NameTree(pdf.Root.Names.Dests).items()
            if str(name) == f"fact:{fact}"
        )
        row_page = numbers[(row.D if isinstance(row, pikepdf.Dictionary) else row)[0].objgen]
        targets = {
            numbers[annotation.Dest[0].objgen]
            for page in pdf.pages[row_page - 1 : row_page + 1]
            for annotation in page.Annots
            if isinstance(annotation.get("/Dest"), pikepdf.Array)
        }
    assert on_pages - {row_page} <= targets


@pytest.fixture(scope="module")
def assembled(handbook: Path, tmp_path_factory: pytest.TempPathFactory) -> Built:
    """The PDF of plain Sphinx, with the tree of the whole book that it was made from.

    Its drawings are those of the build.
    """
    folder = tmp_path_factory.mktemp("assembled")
    return make("typstpdf", HANDBOOK, folder, iomdocs_cache=str(folder_of(handbook) / "made"))


def test_every_word_of_the_handbook_is_printed_in_its_place(assembled):
    book = expected(assembled.doctree)
    assert sum(len(piece.text) for piece in book) > 300_000
    found, behind = differences(book, printed(assembled.pdf))
    assert report(found) == ""
    assert behind.startswith("Index")
