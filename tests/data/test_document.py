"""Facts as JSON: the form that the schema tells, the words that pages print, nothing lost."""

import copy
import json

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st

from iomdocs.data import document
from iomdocs.facts import (
    Country,
    Day,
    Items,
    Money,
    Number,
    Period,
    Periods,
    Person,
    Place,
    Share,
    text,
)
from iomdocs.languages import locale_of
from tests.facts.strategies import VALUES, periods
from tests.finished import html_page, occurrences

SCHEMA = json.loads(document.SCHEMA.read_text("utf-8"))
CHECKER = jsonschema.Draft202012Validator(SCHEMA)
VALUE_CHECKER = CHECKER.evolve(schema={"$ref": "#/$defs/value", "$defs": SCHEMA["$defs"]})

READERS = {
    "number": lambda v: Number(v["amount"], v["qualifier"]),
    "money": lambda v: Money(v["amount"], v["currency"], v["qualifier"], v["year"]),
    "share": lambda v: Share(v["percent"], v["qualifier"]),
    "day": lambda v: Day(v["day"]),
    "period": lambda v: Period(Day(v["start"]), Day(v["end"])),
    "periods": lambda v: Periods(tuple(map(span, v["periods"]))),
    "person": lambda v: Person(v["name"], v["country"]),
    "place": lambda v: Place(v["name"]),
    "country": lambda v: Country(v["code"], v["spelling"]),
    "items": lambda v: Items(tuple(v["items"])),
}
"""How somebody else would make a value of what stands in the file."""


def span(written):
    return Period(*map(Day, written.split("/")))


@given(VALUES | st.builds(Periods, st.lists(periods(), min_size=1, max_size=3).map(tuple)))
def test_a_value_comes_back_from_json_with_the_same_words(value):
    locale = locale_of("en")
    written = json.loads(json.dumps(document.value(value, locale)))
    VALUE_CHECKER.validate(written)
    read = written if isinstance(written, str) else READERS[written["type"]](written)
    assert read == value
    assert text.value_text(read, locale) == text.value_text(value, locale)


def test_the_schema_is_one_and_says_what_each_field_is():
    jsonschema.Draft202012Validator.check_schema(SCHEMA)
    open_ended, undescribed = [], []

    def look(node, path):
        if isinstance(node, list):
            for number, part in enumerate(node):
                look(part, f"{path}/{number}")
        elif isinstance(node, dict):
            if node.get("type") == "object" and node.get("additionalProperties") is not False:
                open_ended.append(path)
            for name, part in node.get("properties", {}).items():
                target = SCHEMA["$defs"].get(part.get("$ref", "").rsplit("/", 1)[-1], {})
                if not part.get("description") and not target.get("description"):
                    undescribed.append(f"{path}/{name}")
            for name, part in node.items():
                look(part, f"{path}/{name}")

    look(SCHEMA, "")
    assert (open_ended, undescribed) == ([], [])


@pytest.fixture(scope="module")
def data(town):
    return json.loads((town.out / "facts.json").read_text("utf-8"))


def test_the_file_of_a_build_meets_the_schema_beside_it(town, data):
    beside = json.loads((town.out / "facts.schema.json").read_text("utf-8"))
    jsonschema.validate(data, beside)
    assert beside == SCHEMA


def fact(data, id_):
    return next(each for each in data["facts"] if each["id"] == id_)


BROKEN = {
    "a field too many": lambda data: data["facts"][0].update(colour="blue"),
    "a fact without statements": lambda data: data["facts"][0].update(statements=[]),
    "an id in capitals": lambda data: data["facts"][0].update(id="Town.People"),
    "a statement without sources": lambda data: data["facts"][0]["statements"][0].update(
        sources=[]
    ),
    "a statement without a time": lambda data: data["facts"][0]["statements"][0].pop("at"),
    "a statement with two times": lambda data: data["facts"][0]["statements"][0].update(
        start="1990"
    ),
    "a number as text": lambda data: data["facts"][0]["statements"][0]["value"].update(amount="1"),
    "a rank that there is not": lambda data: data["facts"][0]["statements"][0].update(rank="best"),
    "a day in another form": lambda data: fact(data, "town.founded")["statements"][0].update(
        at="9 June 1723"
    ),
    "a currency by its name": lambda data: fact(data, "town.budget")["statements"][0][
        "value"
    ].update(currency="francs"),
    "a cell without words": lambda data: fact(data, "town.events")["statements"][0]["value"][
        "rows"
    ][0]["cells"]["date"].pop("text"),
    "a source with a field too many": lambda data: data["sources"]["census"].update(isbn="1"),
    "no sources at all": lambda data: data.pop("sources"),
    "a word for the day of review": lambda data: data["facts"][0].update(review_after="soon"),
}


@pytest.mark.parametrize("mistake", BROKEN)
def test_a_broken_variant_does_not_meet_the_schema(data, mistake):
    broken = copy.deepcopy(data)
    BROKEN[mistake](broken)
    assert not CHECKER.is_valid(broken)


def test_the_words_are_those_of_the_pages(town, data):
    page = html_page(town.out / "html" / "index.html")
    printed = {found.fact: found.text for found in occurrences(page.article)}
    for id_, words in printed.items():
        found = fact(data, id_)
        assert found["statements"][found["shown"]]["text"] == words


def test_a_book_of_the_past_says_so_and_shows_what_held(book):
    town = book("town")
    conf = town.source / "conf.py"
    conf.write_text(conf.read_text("utf-8") + 'iomdocs_as_of = "2015-06-30"\n', "utf-8")
    assert town.build("html") == 0
    data = json.loads((town.out / "facts.json").read_text("utf-8"))
    CHECKER.validate(data)
    assert (data["edition"], data["as_of"]) == ("2021-03-04", "2015-06-30")
    assert fact(data, "town.mayor")["shown"] == 0
    assert fact(data, "town.bridges")["shown"] is None
    assert len(fact(data, "town.mayor")["statements"]) == 2


def test_what_a_fact_follows_from_and_when_to_look_again_is_there(book):
    league = book("league")
    assert league.build("html") == 0
    data = json.loads((league.out / "facts.json").read_text("utf-8"))
    CHECKER.validate(data)
    number = fact(data, "league.members.number")
    assert number["derived_from"] == {"type": "count", "table": "league.members", "where": ""}
    assert number["review_after"] is None
    rows = fact(data, "league.members")["statements"][0]["value"]["rows"]
    assert rows[1]["cells"]["earlier"]["value"] == {
        "type": "periods",
        "periods": ["1960-01-01/1973-12-31"],
    }
