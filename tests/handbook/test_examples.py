"""Each role and directive has an example on the contributor pages, which is its own test.

The page shows how it is written, and right beside that what comes of it, in all three formats.
"""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest
from bs4 import BeautifulSoup, Tag

from iomdocs.markup.directives import DIRECTIVES
from iomdocs.markup.roles import ROLES
from tests.conftest import HANDBOOK
from tests.finished import pdf_flow, squeezed

PAGES = sorted((HANDBOOK / "contributing").glob("*.md"))
ONCE_IN_A_BOOK = {"register": "reference/register"}
"""Directives that cannot stand right below their example, and the page where they stand."""

BLOCKS = "p, li, dt, dd, th, td, caption, figcaption, summary"
"""What a reader reads as one piece; a block that holds others is read as these."""


class Example(NamedTuple):
    """A role or directive as it is written on a page."""

    name: str
    written: str
    page: str
    line: int


def directive_examples() -> Iterator[tuple[Example, str]]:
    """Each block of code that shows a directive, and what follows on it in the source."""
    for path in PAGES:
        text = path.read_text("utf-8")
        for match in re.finditer(
            r"^```\w*\n(:::\{fact:(\w+)\}.*?^:::)\n```\n", text, re.DOTALL | re.MULTILINE
        ):
            example = Example(match[2], match[1], page_of(path), text.count("\n", 0, match.start()))
            yield example, text[match.end() :]


def role_examples() -> Iterator[tuple[Example, str]]:
    """Each row of a table that shows a role, and what stands in its second cell."""
    for path in PAGES:
        for number, line in enumerate(path.read_text("utf-8").splitlines(), 1):
            if match := re.fullmatch(r"\| `` ?(\{fact(?::(\w+))?\}`[^`]+`) ``\s*\| (.*) \|", line):
                example = Example(match[2] or "value", match[1], page_of(path), number)
                yield example, match[3].strip()


def page_of(path: Path) -> str:
    return str(path.relative_to(HANDBOOK).with_suffix(""))


DIRECTIVE_EXAMPLES = list(directive_examples())
ROLE_EXAMPLES = list(role_examples())


@pytest.mark.parametrize("name", ROLES)
def test_every_role_has_an_example(name):
    written = "{fact}`...`" if name == "value" else f"{{fact:{name}}}`...`"
    assert name in {example.name for example, _ in ROLE_EXAMPLES}, (
        f"the role {written} has no example: add a row to the table of roles on "
        "docs/contributing/markup.md, with the role as code and then live"
    )


@pytest.mark.parametrize("name", DIRECTIVES)
def test_every_directive_has_an_example(name):
    assert name in {example.name for example, _ in DIRECTIVE_EXAMPLES}, (
        f"the directive fact:{name} has no example: add one to docs/contributing/markup.md, "
        "a block of code and right below it the same lines live"
    )


@pytest.mark.parametrize(("example", "live"), ROLE_EXAMPLES, ids=lambda e: e[1] if e else None)
def test_a_role_stands_live_beside_its_example(example, live):
    assert live == example.written, f"{example.page}, line {example.line}"


@pytest.mark.parametrize(("example", "rest"), DIRECTIVE_EXAMPLES, ids=lambda e: e[0] if e else None)
def test_a_directive_stands_live_below_its_example(example, rest):
    if page := ONCE_IN_A_BOOK.get(example.name):
        rest = (HANDBOOK / f"{page}.md").read_text("utf-8")
        assert f"\n{example.written}\n" in rest, f"fact:{example.name} is not live on {page}"
        return
    assert rest.startswith(f"\n{example.written}\n"), (
        f"{example.page}, line {example.line}: what stands below the example of "
        f"fact:{example.name} is not the same, word for word"
    )


@pytest.fixture(scope="module")
def pdf(handbook):
    return squeezed(pdf_flow(handbook / "iom-handbook.pdf"))


@pytest.mark.parametrize("example", [e for e, _ in ROLE_EXAMPLES], ids=lambda e: e.written)
def test_a_role_shows_the_same_in_every_format(example, html, epub, pdf):
    shown = [beside(pages[example.page], example.written) for pages in (html, epub)]
    assert shown[0], f"{example.written} shows nothing in HTML"
    assert shown[0] == shown[1]
    if example.name != "source":  # whose note has the number of the chapter in a book
        assert squeezed(f"{example.written}{shown[0]}") in pdf


@pytest.mark.parametrize("example", [e for e, _ in DIRECTIVE_EXAMPLES], ids=lambda e: e.name)
def test_a_directive_shows_the_same_in_every_format(example, html, epub, pdf):
    page = ONCE_IN_A_BOOK.get(example.name)
    parts = [
        read(pages[page].select("section section") if page else below(pages[example.page], example))
        for pages in (html, epub)
    ]
    assert parts[0], f"fact:{example.name} shows nothing in HTML"
    assert parts[0] == parts[1]
    start = pdf.rindex(squeezed(example.written)) if not page else 0
    shown = parts[0]
    if page:  # the PDF has numbers of pages behind the names of pages
        shown = [name for words in shown for name in words.split(", ")]
    missing = [words for words in shown if squeezed(words) not in pdf[start:]]
    assert missing == [], f"the PDF does not show this of fact:{example.name}"


def beside(page: BeautifulSoup, written: str) -> str:
    """What a table has beside the cell in which a role is shown as code."""
    row = next(row for row in page("tr") if squeezed(row.get_text()).startswith(squeezed(written)))
    return text_of(row("td")[1])


def below(page: BeautifulSoup, example: Example) -> list[Tag]:
    """The elements between a block of code and the next block, heading or section."""
    code = next(
        block
        for block in page.select("div[class*=highlight-]")
        if squeezed(block.get_text()) == squeezed(example.written)
    )
    found: list[Tag] = []
    for sibling in code.find_next_siblings():
        if sibling.name in {"section", "h2", "h3"} or "highlight" in str(sibling.get("class")):
            break
        found.append(sibling)
    return found


def read(elements: list[Tag]) -> list[str]:
    """The pieces of text that elements show, in order; what only a website has is left out."""
    pieces = []
    for element in elements:
        for block in [element, *element.select("*")]:
            is_whole = block.name in BLOCKS.split(", ") and not block.select(BLOCKS)
            if is_whole and not only_html(block):
                pieces.append(text_of(block))
    return [piece for piece in pieces if piece]


def only_html(block: Tag) -> bool:
    return block.find_parent(class_="fact-history") is not None


def text_of(tag: Tag) -> str:
    """The text of an element without what a format adds to it: marks of links, hidden remarks."""
    copy = BeautifulSoup(str(tag), "html.parser")
    for addition in copy.select(".headerlink, .colon, [hidden]"):
        addition.extract()
    return " ".join(copy.get_text().split())
