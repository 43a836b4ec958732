"""The examples in the manuals of the rules are what the rules find, and what they do not."""

import re
import textwrap

import pytest

from iomdocs.lint import catalogue
from tests.lint.editorial.conftest import CENSUS, SOURCES

RULES = {
    code: rule
    for code, rule in catalogue.rules().items()
    if rule.check.__module__.startswith("iomdocs.lint.editorial.")
}


def examples(code):
    """The bad and the good example of a rule."""
    found = re.search(r"^Bad:\n(.+)^Good:\n(.+)", RULES[code].manual, re.MULTILINE | re.DOTALL)
    assert found, f"{code} has no examples"
    bad, good = (textwrap.dedent(text).strip() + "\n" for text in found.groups())
    assert bad != good
    return bad, good


def prepare(book, code, example):
    """Put an example where it belongs: mostly on the page."""
    if code == "W003":
        (book.source / "other.md").unlink()
    if code == "W004":
        book.write("sources.bib", SOURCES + CENSUS)
    if code in {"W014", "W016"}:
        book.write("conf.py", book.read("conf.py") + "smartquotes = False\n")
    put(book, code, example)


def put(book, code, example):
    if code == "W005":
        text = re.sub(r"review_after=.*", example.strip(), book.read("memberfacts.py"))
        book.write("memberfacts.py", text)
    else:
        book.write("page.md", example)


@pytest.mark.parametrize("code", RULES)
def test_the_bad_example_is_found_and_the_good_one_is_not(code, text_book, capfd):
    bad, good = examples(code)
    prepare(text_book, code, bad)
    found = text_book.told(capfd, everywhere=True)
    assert {each[0] for each in found} == {code}
    assert all(hint for _, _, _, hint in found)
    put(text_book, code, good)
    assert text_book.told(capfd, everywhere=True) == []


@pytest.mark.parametrize("code", ["W011", "W012", "W013", "W014", "W015", "W016"])
def test_what_is_safe_is_changed_into_the_good_example(code, text_book):
    bad, good = examples(code)
    prepare(text_book, code, bad)
    assert text_book.check("--fix") == 0
    assert text_book.read("page.md") == good


def test_every_code_of_a_warning_has_a_rule():
    assert list(RULES) == [f"W{number:03}" for number in range(1, 17)]
