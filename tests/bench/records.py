"""The facts of a made book: a package of records, and the fact that measurements change."""

import random
from collections.abc import Iterator, Mapping
from pathlib import Path

PACKAGE = "bench_facts"
WATCHED = "watched.things"
"""The fact that is changed; it has a module of its own."""
BEFORE = 7001
"""Its value in a new book."""
SOURCE = "almanac"

_FACTS_OF_TOPIC = 10


def values(count: int) -> Mapping[str, int]:
    """The ids of so many facts with their values, the watched one first."""
    chance = random.Random(2)
    ids = [f"group{number // _FACTS_OF_TOPIC}.things{number}" for number in range(1, count)]
    return {WATCHED: BEFORE, **{fact: chance.randrange(1000, 7000) for fact in ids}}


def modules(count: int) -> Iterator[tuple[str, str]]:
    """The files of the package by name."""
    yield "__init__.py", '"""Records."""\n'
    topics: dict[str, dict[str, int]] = {}
    for fact, value in values(count).items():
        topics.setdefault(fact.partition(".")[0], {})[fact] = value
    for topic, facts in topics.items():
        yield f"{topic}.py", _module(topic, facts)


def change(folder: Path, value: int) -> None:
    """Give the watched fact of the book in ``folder`` another value."""
    topic = WATCHED.partition(".")[0]
    (folder / PACKAGE / f"{topic}.py").write_text(_module(topic, {WATCHED: value}), "utf-8")


def printed(value: int) -> str:
    """The value as pages show it."""
    return f"{value:,}"


def _module(topic: str, facts: Mapping[str, int]) -> str:
    records = "".join(_RECORD.format(id=fact, value=value) for fact, value in facts.items())
    return _MODULE.format(topic=topic, title=topic.capitalize(), records=records)


_MODULE = '''\
"""Facts."""

from iomdocs.facts import Day, Fact, Number, Statement, Topic

TOPIC = Topic(id="{topic}", title="{title}")

FACTS = [
{records}]
'''

_RECORD = f"""\
    Fact(
        id="{{id}}",
        label="Things of {{id}}",
        unit="things",
        statements=[
            Statement(
                value=Number({{value}}),
                at=Day("2020"),
                sources=["{SOURCE}"],
                confidence="confirmed-by-source",
            ),
        ],
    ),
"""

BIBLIOGRAPHY = f"""\
@misc{{{SOURCE},
  title = {{An almanac}},
  author = {{{{Nobody}}}},
  year = {{2020}},
  url = {{https://example.org/almanac}},
  urldate = {{2024-01-01}}
}}
"""
