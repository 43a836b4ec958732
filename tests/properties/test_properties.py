"""Whatever a text is made of, all formats say what was written, and nothing is interpreted."""

import os
import random
from dataclasses import replace
from itertools import count, islice

import pytest

from iomdocs.facts import Items, Number
from tests.findings import findings
from tests.properties import comparing, raw
from tests.properties.cases import PLAIN, cases, examples

LONG = 10_000
PER_BOOK = 500
RAW_PER_BOOK = 150

FOUND = {
    "a dollar sign in a title of a source": replace(PLAIN, title="costs US$ 5 & more, $x^2$"),
}
"""Cases in which a fault was found once, by what it was."""


def failure(batch) -> str:
    """What is wrong with a batch, so that a person can see it; nothing if all is well."""
    faults = comparing.faults(batch)
    if not faults:
        return ""
    named = [fault.number for fault in faults if fault.number in range(len(batch))]
    suspects = named[:1] or range(len(batch))
    case = comparing.smallest(batch, lambda part: bool(comparing.faults(part)), suspects)
    return "\n".join(["", repr(case) if case else "only together:", *map(str, faults[:9])])


def test_what_goes_in_is_what_is_read_in_all_formats():
    assert failure([*FOUND.values(), *cases(300 - len(FOUND))]) == ""


def test_text_that_nobody_has_escaped_is_published_or_refused_in_a_line():
    pages = examples(raw.PAGES, 40)
    assert 0 < raw.publish(pages) < len(pages)


@pytest.fixture
def seeds():
    """Seeds for many books; the first is printed, and can be given for the same run again."""
    first = int(os.environ.get("PROPERTIES_SEED") or random.SystemRandom().randrange(10**9))
    print(f"PROPERTIES_SEED={first}")
    return count(first)


@pytest.mark.long
def test_ten_thousand_texts_are_read_as_they_were_written(seeds):
    for seed in islice(seeds, LONG // PER_BOOK):
        assert failure(cases(PER_BOOK, seed)) == "", f"PROPERTIES_SEED={seed}"


@pytest.mark.long
def test_many_pages_that_nobody_has_escaped_are_published_or_refused(seeds):
    for seed in islice(seeds, 8):
        assert raw.publish(examples(raw.PAGES, RAW_PER_BOOK, seed)) > 0, f"PROPERTIES_SEED={seed}"


@pytest.mark.parametrize(
    ("place", "old", "new"),
    [
        ("townfacts.py", 'label="Inhabitants"', 'label="In\\ud800habitants"'),
        ("townfacts.py", 'label="Inhabitants"', 'label="In\\x00habitants"'),
        ("townfacts.py", 'label="Inhabitants"', 'label="In\\u202ehabitants"'),
        ("events.csv", "Charter", "Char\x1bter"),
    ],
)
def test_what_is_no_text_is_refused_in_its_line(book, capfd, place, old, new):
    town = book("town")
    text = (town.source / place).read_text("utf-8")
    line = text[: text.index(old)].count("\n") + 1
    town.replace(place, old, new)
    assert town.build("html") == 1
    told = [found[:3] for found in findings(capfd) if "is no character to read" in found[3]]
    code = "F006" if place.endswith(".py") else "F008"
    assert [(name, number, found) for name, number, found in told] == [(place, line, code)]


def test_a_text_that_is_read_otherwise_is_found_and_cut_down():
    def changed(batch):
        return any("&" in case.label for case in batch)

    wrong = replace(PLAIN, label="a & b", note="also here", value=Items(("a", "b")))
    others = [replace(PLAIN, value=Number(n)) for n in range(20)]
    batch = [*others, wrong, *others]
    small = comparing.smallest(batch, changed, range(len(batch)))
    assert small == replace(PLAIN, label="a & b")
    readings = {"PDF": {("label", 0): "a &amp; b"}}
    told = map(str, comparing.differences({("label", 0): "a & b"}, readings))
    assert any("written 'a & b'\n    read    'a &amp; b'" in each for each in told)
