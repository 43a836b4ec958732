"""Text from a book never becomes Typst markup, whatever it is made of."""

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pypdfium2
import pytest
import typst
from hypothesis import given, settings
from hypothesis import strategies as st

from iomdocs.formats.typst.escape import clean, string, text

BLANKS = re.compile("[ \t\n\x0b\x0c\r\x85\u2028\u2029]+")
NASTY = [
    "= heading",
    " == heading",
    "- item",
    "+ item",
    "/ term: text",
    "12. item",
    "1. ",
    "-",
    "--- -- -? -5 a-5 5-a",
    "...",
    "a...b",
    ".",
    "// comment",
    "/* comment */",
    "*/",
    "http://example.org/a_b*c",
    "https://[",
    "*strong* _emph_ `raw` ```raw```",
    "$x^2$ $ x $",
    "#let x = 1",
    "#(1 + 2)",
    "@reference <label>",
    "[content] {code}",
    "~ 'single' \"double\" isn't",
    "\\ \\u{41} \\\\ \\",
    "a\\",
    "#",
    "é_è * ü",
    "\ufeff\u00a0\u200b\u202e\u00ad",
]

pieces = st.one_of(
    st.sampled_from(NASTY),
    st.text(alphabet="#$*_`~@<>[]{}()\\/-+=.:;?!\"'hHtp1 \n\ta\u00e9", max_size=20),
    st.text(max_size=20),
)


def words_of(content: dict[str, object]) -> Iterator[tuple[str, str]]:
    """The kind and text of every leaf of a piece of Typst content."""
    if content["func"] == "sequence":
        for child in content["children"]:  # type: ignore[attr-defined]
            yield from words_of(child)
    elif content["func"] in {"emph", "strong"} and "body" in content:
        yield from words_of(content["body"])  # type: ignore[arg-type]
    else:
        yield str(content["func"]), str(content.get("text", " "))


def read_back(markup: list[str]) -> list[dict[str, object]]:
    """What Typst understands each piece of markup to be."""
    source = "\n".join(f"#metadata([{piece}])<it>" for piece in markup)
    found = json.loads(typst.query(source.encode(), "<it>", field="value"))
    assert len(found) == len(markup)
    return list(found)


def plain(words: str) -> str:
    return BLANKS.sub(" ", clean(words))


@settings(max_examples=60, deadline=None)
@given(st.lists(pieces, min_size=12, max_size=24))
def test_text_stays_text(samples: list[str]) -> None:
    for sample, content in zip(samples, read_back([text(each) for each in samples]), strict=True):
        leaves = list(words_of(content))
        assert {kind for kind, _ in leaves} <= {"text", "symbol", "space"}, sample
        assert "".join(words for _, words in leaves) == plain(sample)


@settings(max_examples=40, deadline=None)
@given(st.lists(st.tuples(pieces, pieces), min_size=10, max_size=16))
def test_text_stays_text_beside_other_text_and_behind_code(samples: list[tuple[str, str]]) -> None:
    markup = [f"{text(one)}{text(two)}#emph[{text(two)}];{text(one)}" for one, two in samples]
    for (one, two), content in zip(samples, read_back(markup), strict=True):
        leaves = list(words_of(content))
        assert {kind for kind, _ in leaves} <= {"text", "symbol", "space"}, (one, two)
        expected = plain(one) + plain(two) + plain(two) + plain(one)
        assert plain("".join(words for _, words in leaves)) == plain(expected)


@settings(max_examples=40, deadline=None)
@given(st.lists(st.text(max_size=30) | pieces, min_size=10, max_size=20))
def test_strings_keep_their_value(samples: list[str]) -> None:
    source = "\n".join(f"#metadata({string(sample)})<it>" for sample in samples)
    assert source.count("\n") == len(samples) - 1
    values = json.loads(typst.query(source.encode(), "<it>", field="value"))
    assert values == [clean(sample) for sample in samples]


@pytest.mark.parametrize("sample", ["a\x00b", "a\x1bb", "a\x7f\x9fb"])
def test_control_characters_are_left_out(sample: str) -> None:
    assert text(sample) == "ab"
    assert string(sample) == '"ab"'


def test_half_a_surrogate_pair_becomes_a_mark() -> None:
    assert text("a\ud800b") == "a\ufffdb"


def test_printed_text_is_the_text(tmp_path: Path) -> None:
    samples = [sample for sample in NASTY if sample.isascii()]
    source = tmp_path / "nasty.typ"
    source.write_text("\n\n".join(f"({text(sample)})" for sample in samples), "utf-8")
    document = pypdfium2.PdfDocument(typst.compile(str(source), ignore_system_fonts=True))
    printed = "".join(page.get_textpage().get_text_range() for page in document)
    for sample in samples:
        assert re.sub(r"\s", "", sample) in re.sub(r"\s", "", printed)
