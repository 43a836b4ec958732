"""What README and the contributor pages promise holds."""

import re
import shutil
import tomllib

import pytest

from iomdocs import config
from iomdocs.cli import main
from iomdocs.facts import (
    CountOf,
    Country,
    Day,
    DifferenceOf,
    Fact,
    Number,
    Statement,
    SumOf,
    TotalOf,
    derivations,
    registry,
)
from iomdocs.formats import typst
from tests.conftest import HANDBOOK, ROOTS
from tests.finished import html_page

PROJECT = HANDBOOK.parent


def test_the_layers_on_the_page_are_those_that_are_enforced():
    project = tomllib.loads((PROJECT / "pyproject.toml").read_text("utf-8"))
    contract = project["tool"]["importlinter"]["contracts"][0]
    page = (HANDBOOK / "contributing" / "architecture.md").read_text("utf-8")
    shown = re.search(r"```text\n(.*?)\n```", page, re.DOTALL)[1].splitlines()
    assert shown == [layer.replace("iomdocs.", "") for layer in contract["layers"]]


@pytest.mark.parametrize("document", ["README.md", "docs/contributing/architecture.md"])
def test_the_settings_for_another_book_make_one(document, tmp_path):
    text = (PROJECT / document).read_text("utf-8")
    settings = re.search(r"```python\n(project.*?)```", text, re.DOTALL)[1]
    source = tmp_path / "docs"
    shutil.copytree(ROOTS / "town", source)
    (source / "conf.py").write_text(settings.replace("facts_of_my_book", "townfacts"), "utf-8")
    assert main(["build", "html", "--source", str(source), "--out", str(tmp_path / "out")]) == 0
    page = html_page(tmp_path / "out" / "html" / "index.html")
    assert page.select_one(".fact-card [data-fact='town.mayor']")


@pytest.mark.parametrize("target", ["handbook", "html", "pdf", "epub", "serve", "check", "test"])
def test_every_command_of_the_readme_is_in_the_makefile(target):
    assert f"`make {target}`" in (PROJECT / "README.md").read_text("utf-8")
    makefile = (PROJECT / "Makefile").read_text("utf-8")
    assert re.search(rf"^([a-z ]+ )?{target}( [a-z ]+)?:", makefile, re.MULTILINE)


def test_every_setting_is_explained_as_the_code_has_it():
    page = (HANDBOOK / "contributing" / "architecture.md").read_text("utf-8")
    explained = dict(re.findall(r"^\| `(\w+)` \| (.+) \|$", page, re.MULTILINE))
    assert explained.keys() == {option.name for option in config.OPTIONS} | {
        name for name, *_ in typst.OPTIONS
    }
    for option in config.OPTIONS:
        assert explained[option.name] == option.meaning


def test_the_table_on_the_page_on_facts_can_be_read(tmp_path):
    page = (HANDBOOK / "contributing" / "fact.md").read_text("utf-8")
    record = re.search(r"```python\n(Table.*?)```", page, re.DOTALL)[1]
    rows = re.search(r"```text\n(iso2.*?)```", page, re.DOTALL)[1]
    (tmp_path / "members.csv").write_text(rows, "utf-8")
    (tmp_path / "records.py").write_text(
        'TOPIC = Topic(id="town", title="Town")\n'
        'FACTS = [Fact(id="town.members", label="Members", statements=[Statement('
        f'value={record}, at=Day("2024"), sources=["cow_igo_v3"], confidence="two-sources")])]',
        "utf-8",
    )
    loaded = registry.load("records", tmp_path, [HANDBOOK / "sources.bib"])
    assert not loaded.problems
    table = loaded["town.members"].statements[0].value
    assert table.rows[2].cells["name"] == Country("BO", "Bolivia (Plurinational State of)")


def test_the_derivations_on_the_page_on_facts_can_be_made():
    facts = registry.load("iomdocs.iom", HANDBOOK, [HANDBOOK / "sources.bib"])
    page = (HANDBOOK / "contributing" / "fact.md").read_text("utf-8")
    written = re.findall(r"^\| `(\w+Of\(.*?\))` \|", page, re.MULTILINE)
    assert len(written) == 6
    kinds = {kind.__name__: kind for kind in (CountOf, TotalOf, SumOf, DifferenceOf)}
    for text in written:
        fact = Fact(
            id="town.count",
            label="Count",
            derived_from=eval(text, kinds),  # our own page
            statements=(
                Statement(
                    value=facts["finance.appeal"].statements[-1].value
                    if "finance" in text
                    else Number(5),
                    at=Day("2024-06-18"),
                    sources=("cow_igo_v3",),
                    confidence="two-sources",
                ),
            ),
        )
        assert derivations.compare_fact(fact, facts)
