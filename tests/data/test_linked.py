"""Facts as linked data: the words of schema.org, each where schema.org has it."""

import json
import re

import pytest

from tests.data.test_spreadsheet import export

PROPERTIES = {
    "Dataset": {
        *("name", "description", "inLanguage", "license", "version", "isAccessibleForFree"),
        *("distribution", "about", "temporalCoverage", "variableMeasured", "citation", "isPartOf"),
    },
    "DataDownload": {"contentUrl", "encodingFormat"},
    "PropertyValue": {"propertyID", "name", "value", "unitText", "description", "subjectOf"},
    "CreativeWork": {"name", "creditText", "datePublished", "url"},
    "Organization": {
        *("name", "alternateName", "foundingDate", "address", "location", "url", "employee"),
        *("knowsLanguage", "numberOfEmployees"),
    },
    "QuantitativeValue": {"value", "description"},
    "MonetaryAmount": {"value", "currency", "description"},
    "Person": {"name"},
    "Place": {"name"},
    "Country": {"name"},
}
"""The properties that schema.org (version 29) has for each type, as far as they are used."""

ISO = r"(\d{4}(-\d{2}(-\d{2})?)?|\.\.)"


def check_terms(node):
    """Every object names its type, or points to another, and has only properties of its type."""
    if isinstance(node, list):
        for part in node:
            check_terms(part)
    elif isinstance(node, dict) and node.keys() != {"@id"}:
        names = {name for name in node if not name.startswith("@")}
        assert names <= PROPERTIES[node["@type"]], node["@type"]
        if "temporalCoverage" in node:
            assert re.fullmatch(f"{ISO}(/{ISO})?", node["temporalCoverage"])
        for part in node.values():
            check_terms(part)
            assert part not in ("", None, [], {})


@pytest.fixture(scope="module")
def dataset(town, tmp_path_factory):
    return json.loads(export(town, tmp_path_factory.mktemp("linked"), "jsonld"))


def test_all_terms_are_those_of_schema_org(dataset):
    assert dataset.pop("@context") == "https://schema.org"
    check_terms(dataset)


def test_the_dataset_says_what_it_is_and_where_the_whole_of_it_is(dataset):
    assert dataset["@type"] == "Dataset"
    assert dataset["name"] == "Town book"
    assert dataset["version"] == "2021-03-04"
    assert dataset["license"] == "https://creativecommons.org/licenses/by/4.0/"
    assert dataset["temporalCoverage"] == "1723-06-09/2020"
    files = {file["contentUrl"]: file["encodingFormat"] for file in dataset["distribution"]}
    assert files == {"facts.json": "application/json", "facts.csv": "text/csv"}


def test_each_fact_is_a_value_with_its_time_and_its_sources(town, dataset):
    facts = {fact["propertyID"]: fact for fact in dataset["variableMeasured"]}
    assert list(facts) == town.ids()
    people = facts["town.people"]
    assert (people["name"], people["value"], people["unitText"]) == (
        "Inhabitants",
        5222,
        "inhabitants",
    )
    assert people["description"] == "about 5,222 as of May 2020"
    assert people["subjectOf"]["temporalCoverage"] == "2020-05"
    assert facts["town.founded"]["value"] == "1723-06-09"
    assert facts["town.budget"]["unitText"] == "CHF"
    assert facts["town.mayor"]["subjectOf"]["temporalCoverage"] == "2018/.."


def test_every_citation_leads_to_a_source(dataset):
    works = {work["@id"] for work in dataset["citation"]}
    cited = {
        work["@id"]
        for fact in dataset["variableMeasured"]
        for work in fact["subjectOf"]["citation"]
    }
    assert cited <= works
    names = {work["name"]: work for work in dataset["citation"]}
    assert names["Census"]["url"] == "https://example.org/census"
    assert names["Census"]["creditText"] == "Office of counting"


def test_a_book_of_the_past_does_not_know_what_lay_ahead(book, tmp_path):
    town = book("town")
    conf = town.source / "conf.py"
    conf.write_text(conf.read_text("utf-8") + 'iomdocs_as_of = "2015-06-30"\n', "utf-8")
    data = json.loads(export(town, tmp_path, "jsonld"))
    facts = {fact["propertyID"]: fact for fact in data["variableMeasured"]}
    assert facts["town.mayor"]["value"] == "Ada Öztürk"
    assert facts["town.mayor"]["description"] == "Ada Öztürk since January 2010"
    assert facts["town.mayor"]["subjectOf"]["temporalCoverage"] == "2010-01/.."
    assert "town.bridges" not in facts
