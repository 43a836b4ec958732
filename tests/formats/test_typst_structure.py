"""The structure of the PDF: complete, in the order of the source, and what a checker says of it."""

import re
from pathlib import Path

import outloud
import pikepdf
import pytest
from docutils import nodes

from iomdocs.verify.content import shown
from tests.finished import squeezed
from tests.formats.conftest import Built, make
from tests.tagged import Tagged, faults, row_widths

ROOT = Path(__file__).parent.parent / "roots" / "typst-nodes"


@pytest.fixture(scope="module")
def every_node(tmp_path_factory: pytest.TempPathFactory) -> Built:
    return make("typstpdf", ROOT, tmp_path_factory.mktemp("structure"))


@pytest.fixture(scope="module")
def tagged(every_node: Built) -> Tagged:
    return Tagged(every_node.pdf)


def test_nothing_is_wrong_with_the_structure(every_node: Built) -> None:
    assert faults(every_node.pdf) == []


def test_the_checker_finds_no_error(every_node: Built, tagged: Tagged) -> None:
    """One of its rules errs: it forgets cells that reach down into the last column of a row."""
    assert all(len(set(row_widths(table))) == 1 for table in tagged.of_kind("Table"))
    errors = [
        (finding.rule, finding.message)
        for finding in outloud.check(str(every_node.pdf)).findings
        if finding.severity == "error" and finding.rule != "TBL-004"
    ]
    assert errors == []


def running_heads(pdf: pikepdf.Pdf) -> list[str]:
    """What stands in the head of each page, marked as an artifact."""
    return [artifact(page, "/Header") for page in pdf.pages]


def artifact(page: pikepdf.Page, kind: str) -> str:
    return shown(page).artifact(kind)


def test_running_heads_and_page_numbers_are_artifacts(every_node: Built, tagged: Tagged) -> None:
    feet = [artifact(page, "/Footer") for page in tagged.pdf.pages]
    numbers = [foot.partition("Every node")[0].strip() for foot in feet if foot]
    assert numbers == ["iii", *(str(number) for number in range(1, len(feet) - 2))]
    heads = [head for head in running_heads(tagged.pdf) if head]
    titles = [squeezed(each.astext()) for each in every_node.doctree.findall(nodes.title)]
    assert heads
    assert all(any(squeezed(head).startswith(title) for title in titles) for head in heads)


def text_of(tagged: Tagged, element) -> str:
    contents = tagged.__dict__.setdefault("contents", {})
    words = []
    for page, mark in element.marks():
        content = contents.setdefault(page, shown(tagged.pdf.pages[page]))
        words.append(content.text(mark))
    return "".join(words)


def test_reading_order_is_that_of_the_source(every_node: Built, tagged: Tagged) -> None:
    text = squeezed(text_of(tagged, tagged.root))
    start = text.index("Whatthisbook") if "Whatthisbook" in text else 0
    place, last, count = start, "", 0
    for paragraph in every_node.doctree.findall(nodes.paragraph):
        words = squeezed(paragraph.astext())
        if text.count(words) != 1:  # notes stand in it, or the words say little
            continue
        found = text.index(words)
        assert found > place, f"{words!r} stands before {last!r}"
        place, last, count = found, words, count + 1
    assert count > 60


FOREIGN = """
from docutils import nodes

project = "Small"
extensions = ["myst_parser", "iomdocs"]

def speak(language):
    def role(name, rawtext, text, *_, **__):
        return [nodes.inline(rawtext, text, lang=language)], []
    return role

def setup(app):
    app.add_role("fr", speak("fr"))
    app.add_role("ar", speak("ar"))
"""


def test_words_of_other_languages_say_so(printed) -> None:
    page = "# Small\n\nIn French: {fr}`Élément français`. In Arabic: {ar}`المنظمة`.\n"
    tagged = Tagged(printed({"index.md": page, "conf.py": FOREIGN}).pdf)
    found = {
        (str(step.operands[1].Lang), shown(page).text(int(step.operands[1].MCID)))
        for page in tagged.pdf.pages
        for step in pikepdf.parse_content_stream(page, "BDC")
        if "/MCID" in step.operands[1] and "/Lang" in step.operands[1]
    }
    assert {("fr", "Élément français"), ("ar", "المنظمة")} <= found


def test_parts_of_the_text_have_elements_of_their_own(tagged: Tagged) -> None:
    for kind in ("H1", "H2", "H3", "P", "L", "LI", "Lbl", "LBody", "Link", "Figure", "Caption"):
        assert tagged.of_kind(kind), kind
    quotes = [text_of(tagged, each) for each in tagged.of_kind("BlockQuote")]
    assert quotes
    assert all(re.search(r"\w", quote) for quote in quotes)
