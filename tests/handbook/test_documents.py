"""What README and the contributor pages promise holds."""

import ast
import re
import shutil
from collections import Counter

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
from tests import layers, pictures
from tests.conftest import HANDBOOK, ROOTS
from tests.finished import html_page
from tests.formats.conftest import make

PROJECT = HANDBOOK.parent


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


def explained(page: str) -> dict[str, str]:
    """The settings in the table of a page, with what stands last in their rows."""
    text = (HANDBOOK / "contributing" / page).read_text("utf-8")
    return dict(re.findall(r"^\| `(\w+_\w+)` \|(?:.*\|)? (.+) \|$", text, re.MULTILINE))


def test_every_setting_is_explained_as_the_code_has_it():
    assert explained("architecture.md") == {each.name: each.meaning for each in config.OPTIONS}
    assert list(explained("pdf.md")) == [name for name, *_ in typst.OPTIONS]


def test_the_page_on_the_pdf_has_the_defaults_of_its_settings():
    text = (HANDBOOK / "contributing" / "pdf.md").read_text("utf-8")
    shown = dict(re.findall(r"^\| `(typst_\w+)` \| `(.+?)` \|", text, re.MULTILINE))
    assert {name: ast.literal_eval(default) for name, default in shown.items()} == {
        name: default for name, default, *_ in typst.OPTIONS
    }


UNSEEN = {
    "typst_domain_indices",
    "typst_font_paths",
    "typst_gathering_size",
    "typst_pdf_standards",
}
"""Settings that do not show on a page by themselves, or look like another: an index is an index."""


def test_every_setting_of_the_pdf_has_a_picture():
    text = (HANDBOOK / "contributing" / "pdf.md").read_text("utf-8")
    shown = set(re.findall(r"^:::\{figure\} pictures/(\w+)\.png$", text, re.MULTILINE))
    assert shown == {picture.name for picture in pictures.PICTURES}
    assert shown >= {name for name, *_ in typst.OPTIONS} - UNSEEN


def test_the_functions_of_the_template_are_those_on_the_page():
    page = pictures.PAGE.read_text("utf-8")
    assert pictures.with_functions(page) == page, "run: make pictures"
    assert "`chapter(body, level, id, number)`" in page


def test_the_page_on_the_program_shows_the_layers_that_are_checked():
    assert layers.FILE.read_text("utf-8") == layers.svg(), "run: make pictures"
    page = (HANDBOOK / "contributing" / "architecture.md").read_text("utf-8")
    words = re.search(r"^:::\{figure\} pictures/layers\.svg\n:alt: (.+)$", page, re.MULTILINE)[1]
    assert words.split(": ")[1] == "; ".join(", ".join(row) for row in layers.layers())
    explained = set(re.findall(r"`(\w+)`(?=[,\n])", page[page.index("layers.svg") :]))
    assert explained >= {name for row in layers.layers() for name in row}


@pytest.mark.parametrize("picture", pictures.PICTURES, ids=lambda picture: picture.name)
def test_pictures_show_what_the_builder_makes(picture):
    file = pictures.FOLDER / f"{picture.name}.png"
    assert file.stat().st_size < 40_000
    drawn, kept = pictures.draw(picture), pictures.from_png(file.read_bytes())
    assert (drawn.width, drawn.height) == (kept.width, kept.height), "run: make pictures"
    assert unlike(drawn, kept) < 0.005, "run: make pictures"


SHOUT = """
from docutils import nodes

class shout(nodes.Inline, nodes.TextElement):
    pass

def role(name, rawtext, text, lineno, inliner, options={}, content=[]):
    return [shout(text, text)], []
"""


def test_the_extension_on_the_page_prints_its_node(tmp_path):
    page = pictures.PAGE.read_text("utf-8")
    code = re.search(r"```python\n(def visit_shout.*?)```", page, re.DOTALL)[1]
    source = tmp_path / "source"
    source.mkdir()
    (source / "crying.py").write_text(SHOUT + code + "    app.add_role('shout', role)\n", "utf-8")
    (source / "conf.py").write_text(
        f"import sys\nsys.path.insert(0, {str(source)!r})\nproject = 'Loud'\n"
        "extensions = ['myst_parser', 'iomdocs', 'crying']\n",
        "utf-8",
    )
    (source / "index.md").write_text("# Loud\n\nHear {shout}`this`.\n", "utf-8")
    built = make("typstpdf", source, tmp_path / "build")
    assert built.warnings == ""
    assert "Hear #strong[this];" in (built.folder / "typst" / "loud.typ").read_text("utf-8")


def unlike(one: pictures.Image, other: pictures.Image) -> float:
    """The share of pixels whose colours are clearly not the same."""
    far = {
        (m, n)
        for m, a in enumerate(one.palette)
        for n, b in enumerate(other.palette)
        if sum(abs(x - y) for x, y in zip(a, b, strict=True)) > 48
    }
    pairs = Counter(zip(one.pixels, other.pixels, strict=True))
    return sum(count for pair, count in pairs.items() if pair in far) / len(one.pixels)


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
