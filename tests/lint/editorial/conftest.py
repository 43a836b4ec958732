"""A small book for the rules about text, of which each test writes one page."""

import json

import pytest

from iomdocs.cli import main

CONF = """\
project = "IOM handbook"
extensions = ["myst_parser", "sphinxcontrib.bibtex", "iomdocs"]
myst_enable_extensions = ["colon_fence", "deflist"]
iomdocs_facts = "memberfacts"
iomdocs_edition = "2026-11-24"
bibtex_bibfiles = ["sources.bib"]
"""

FACTS = """\
from iomdocs.facts import Day, Fact, Money, Number, Person, Share, Statement, Topic

TOPICS = [Topic(id="membership", title="Members"), Topic(id="bodies", title="Bodies")]


FACTS = [
    Fact(
        id="membership.states",
        label="Member States",
        unit="Member States",
        unit_one="Member State",
        review_after=Day("2027-01"),
        statements=[
            Statement(
                value=Number(146),
                at=Day("2011-12-31"),
                sources=["almanac"],
                confidence="confirmed-by-source",
            ),
            Statement(
                value=Number(175),
                at=Day("2022-11"),
                sources=["almanac"],
                confidence="confirmed-by-source",
            ),
        ],
    ),
]
"""

MORE = """\
    Fact(
        id="{id}",
        label="{label}",
        unit="{unit}",
        statements=[
            Statement(
                value={value},
                at=Day("{at}"),
                sources=["almanac"],
                confidence="confirmed-by-source",
            ),
        ],
    ),
"""

SOURCES = """\
@online{almanac, title = {Almanac}, author = {Clerk}, year = {2022}, url = {https://one.example}}
"""

CENSUS = """\
@online{census_2020, title = {Census}, author = {Office}, year = {2020}, url = {https://two.example}}
"""

GLOSSARY = """\
# Glossary

:::{glossary}
Asylum seeker
  A person who asks for protection.

Labour migration
  Movement in order to work.

Non-refoulement
  The ban on sending a person to danger.

ePub
  A book for small screens.

IGO
  A body of States.
:::
"""


class TextBook:
    """A book with facts, a glossary and a page; ``told`` are the findings in the page."""

    def __init__(self, folder):
        self.source = folder / "docs"
        self.source.mkdir()
        self.write("conf.py", CONF)
        self.facts()
        self.write("sources.bib", SOURCES)
        self.write("glossary.md", GLOSSARY)
        self.write("other.md", "# Other\n\n{fact}`membership.states`\n")

    def write(self, name, text):
        (self.source / name).write_text(text, "utf-8")

    def read(self, name):
        return (self.source / name).read_text("utf-8")

    def facts(self, *more, review="2027-01"):
        """Records beside the count of members: id, label, unit, value and day of each."""
        names = ("id", "label", "unit", "value", "at")
        records = "".join(MORE.format(**dict(zip(names, each, strict=True))) for each in more)
        text = FACTS.replace("2027-01", review).removesuffix("]\n")
        self.write("memberfacts.py", f"{text}{records}]\n")

    def check(self, *options):
        return main(
            ["check", "--source", str(self.source), "--out", str(self.source / "out"), *options]
        )

    def told(self, capfd, text=None, *, everywhere=False):
        """Code, line, message and hint of each finding."""
        if text is not None:
            self.write("page.md", text)
        capfd.readouterr()
        self.check("--format", "json")
        found = json.loads(capfd.readouterr().out)["findings"]
        return [
            (each["code"], each["line"], each["message"], each["hint"])
            for each in found
            if everywhere or each["path"].endswith("page.md")
        ]


@pytest.fixture
def text_book(tmp_path):
    return TextBook(tmp_path)
