"""The facts of the handbook as open data."""

import json

import jsonschema
import pytest

from iomdocs.cli import main
from iomdocs.data.document import SCHEMA
from tests.conftest import HANDBOOK
from tests.data.test_linked import check_terms


@pytest.fixture(scope="module")
def checker():
    return jsonschema.Draft202012Validator(json.loads(SCHEMA.read_text("utf-8")))


@pytest.fixture(scope="module")
def data(handbook):
    return json.loads((handbook / "facts.json").read_text("utf-8"))


def test_the_data_meets_the_schema(data, checker, handbook):
    assert [error.message for error in checker.iter_errors(data)] == []
    assert (handbook / "facts.schema.json").read_bytes() == SCHEMA.read_bytes()


def test_the_command_gives_what_the_build_gives(handbook, capsys, tmp_path):
    for form in ("json", "csv", "jsonld"):
        file = tmp_path / f"facts.{form}"
        source = ["--source", str(HANDBOOK)]
        assert main(["facts", "export", *source, "--format", form, "--output", str(file)]) == 0
        assert file.read_bytes() == (handbook / "html" / "_data" / file.name).read_bytes()
    assert (tmp_path / "facts.json").read_bytes() == (handbook / "facts.json").read_bytes()


def test_every_page_with_facts_offers_them(handbook, data, checker):
    used = {}
    for fact in data["facts"]:
        for page in fact["used_on"]:
            used.setdefault(page, []).append(fact["id"])
    assert len(used) > 20
    for name, ids in used.items():
        file = handbook / "html" / "_data" / "pages" / f"{name}.json"
        part = json.loads(file.read_text("utf-8"))
        assert checker.is_valid(part), name
        assert [fact["id"] for fact in part["facts"]] == ids
        assert file.with_suffix(".csv").is_file()


def test_linked_data_is_small_and_in_the_words_of_schema_org(html, handbook, data):
    for name, page in html.items():
        for script in page.select("script[type='application/ld+json']"):
            assert len(script.string.encode()) < 2048, name
            check_terms(json.loads(script.string)["@graph"])
    whole = json.loads((handbook / "html" / "_data" / "facts.jsonld").read_text("utf-8"))
    whole.pop("@context")
    check_terms(whole)
    shown = [fact for fact in data["facts"] if fact["shown"] is not None]
    assert len(whole["variableMeasured"]) == len(shown)


def test_the_front_page_says_who_the_handbook_is_about(html):
    graph = json.loads(html["index"].select_one("script[type='application/ld+json']").string)[
        "@graph"
    ]
    organization = graph[0]
    assert organization["@type"] == "Organization"
    assert organization["name"] == "International Organization for Migration"
    assert organization["foundingDate"] == "1951-12-05"
    assert organization["url"] == "https://www.iom.int"
    assert {"IOM", "OIM"} <= set(organization["alternateName"])
