"""Facts about nothing in particular."""

from iomdocs.facts import Day, Fact, Number, Person, Statement, Topic

TOPIC = Topic(id="things", title="Things")

FACTS = [
    Fact(
        id="things.count",
        label="Number of things",
        unit="things",
        statements=[
            Statement(
                value=Number(1234),
                at=Day("2026-04"),
                sources=["almanac"],
                confidence="confirmed-by-source",
            ),
        ],
    ),
    Fact(
        id="things.finder",
        label="Finder of things",
        statements=[
            Statement(
                value=Person("Gülşen Öz"),
                start=Day("2020-01-31"),
                sources=["almanac", "letters"],
                confidence="two-sources",
            ),
        ],
    ),
]
