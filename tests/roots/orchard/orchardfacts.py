"""Facts of an orchard that does not exist."""

from iomdocs.facts import Column, Day, Fact, Number, Statement, Table, Topic

TOPIC = Topic(id="orchard", title="The orchard")

FACTS = [
    Fact(
        id="orchard.trees",
        label="Trees",
        unit="trees",
        statements=[
            Statement(
                value=Number(210),
                at=Day("2019"),
                sources=["almanac"],
                confidence="confirmed-by-source",
            ),
            Statement(
                value=Number(240),
                at=Day("2020"),
                sources=["almanac", "count"],
                confidence="two-sources",
            ),
        ],
    ),
    Fact(
        id="orchard.planted",
        label="Planted",
        statements=[
            Statement(
                value=Day("1904-03-01"),
                at=Day("1904-03-01"),
                sources=["almanac"],
                confidence="confirmed-by-source",
            ),
        ],
    ),
    Fact(
        id="orchard.wells",
        label="Wells",
        unit="wells",
        statements=[
            Statement(
                value=Number(3),
                at=Day("2018"),
                sources=["count"],
                confidence="confirmed-by-source",
                note="One is dry in summer.",
            ),
        ],
    ),
    Fact(
        id="orchard.harvests",
        label="Harvests",
        statements=[
            Statement(
                value=Table(
                    file="harvests.csv",
                    key="id",
                    columns=[
                        Column(name="fruit", label="Fruit"),
                        Column(name="tonnes", label="Tonnes", type="number"),
                    ],
                ),
                at=Day("2020"),
                sources=["count"],
                confidence="confirmed-by-source",
            ),
        ],
    ),
]
