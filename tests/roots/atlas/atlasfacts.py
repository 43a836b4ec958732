"""Facts of a league for trees that does not exist."""

from iomdocs.facts import (
    Column,
    Day,
    Fact,
    Money,
    Number,
    Person,
    Share,
    Statement,
    Table,
    Topic,
)

TOPIC = Topic(id="trees", title="Trees")

FACTS = [
    Fact(
        id="trees.planted",
        label="Trees planted",
        unit="trees",
        unit_one="tree",
        statements=[
            Statement(
                value=Number(1200),
                at=Day("1990"),
                sources=["survey"],
                confidence="confirmed-by-source",
            ),
            Statement(
                value=Number(2600, "about"),
                at=Day("2003-05"),
                sources=["survey"],
                confidence="confirmed-by-source",
            ),
            Statement(
                value=Number(9999),
                at=Day("2005"),
                sources=["survey"],
                confidence="confirmed-by-source",
                rank="deprecated",
                note="Counts bushes too.",
            ),
            Statement(
                value=Number(4100),
                at=Day("2005"),
                sources=["survey"],
                confidence="recalled-unverified",
            ),
            Statement(
                value=Number(3700),
                at=Day("2009-06-30"),
                sources=["survey"],
                confidence="confirmed-by-source",
            ),
            Statement(
                value=Number(3888),
                at=Day("2009-06-30"),
                sources=["survey"],
                confidence="confirmed-by-source",
                rank="preferred",
            ),
            Statement(
                value=Number(5300),
                at=Day("2020-12"),
                sources=["survey"],
                confidence="confirmed-by-source",
            ),
            Statement(
                value=Number(7777),
                at=Day("2023"),
                sources=["survey"],
                confidence="confirmed-by-source",
                note="After the day of the edition.",
            ),
        ],
    ),
    Fact(
        id="trees.felled",
        label="Trees felled",
        unit="trees",
        statements=[
            Statement(
                value=Number(800),
                at=Day("1990"),
                sources=["survey"],
                confidence="confirmed-by-source",
            ),
            Statement(
                value=Number(950),
                at=Day("2005~"),
                sources=["survey"],
                confidence="confirmed-by-source",
            ),
            Statement(
                value=Number(700),
                at=Day("2020-12"),
                sources=["survey"],
                confidence="confirmed-by-source",
            ),
        ],
    ),
    Fact(
        id="trees.share",
        label="Share of land under trees",
        statements=[
            Statement(
                value=Share(12.5),
                at=Day("2018"),
                sources=["survey"],
                confidence="confirmed-by-source",
            ),
            Statement(
                value=Share(13.75),
                at=Day("2020"),
                sources=["survey"],
                confidence="confirmed-by-source",
            ),
        ],
    ),
    Fact(
        id="trees.budget",
        label="Yearly budget",
        statements=[
            Statement(
                value=Money(1500000, "CHF"),
                at=Day("2018"),
                sources=["survey"],
                confidence="confirmed-by-source",
            ),
            Statement(
                value=Money(2000000, "CHF", "more than"),
                at=Day("2019"),
                sources=["survey"],
                confidence="confirmed-by-source",
            ),
            Statement(
                value=Money(1750000, "CHF"),
                at=Day("2020"),
                sources=["survey"],
                confidence="confirmed-by-source",
            ),
        ],
    ),
    Fact(
        id="trees.keeper",
        label="Keeper",
        statements=[
            Statement(
                value=Person("Ada Öztürk"),
                start=Day("2010"),
                sources=["survey"],
                confidence="confirmed-by-source",
            ),
        ],
    ),
    Fact(
        id="trees.events",
        label="Events",
        statements=[
            Statement(
                value=Table(
                    file="events.csv",
                    key="id",
                    columns=[
                        Column(name="date", label="Date", type="day"),
                        Column(name="title", label="Event"),
                        Column(name="category", label="Kind"),
                    ],
                ),
                at=Day("2020"),
                sources=["survey"],
                confidence="confirmed-by-source",
            ),
        ],
    ),
    Fact(
        id="trees.kinds",
        label="Kinds of trees by garden",
        statements=[
            Statement(
                value=Table(
                    file="kinds.csv",
                    key="id",
                    columns=[
                        Column(name="garden", label="Garden"),
                        Column(name="kind", label="Kind"),
                        Column(name="number", label="Trees", type="number"),
                        Column(name="counted", label="Counted on", type="day"),
                    ],
                ),
                at=Day("2020"),
                sources=["survey"],
                confidence="confirmed-by-source",
            ),
        ],
    ),
    Fact(
        id="trees.members",
        label="Members of the league",
        statements=[
            Statement(
                value=Table(
                    file="members.csv",
                    key="iso2",
                    start="since",
                    columns=[
                        Column(name="name", label="Country", type="country", code="iso2"),
                        Column(name="since", label="Member since", type="day"),
                        Column(name="status", label="Status"),
                    ],
                ),
                at=Day("2021-01"),
                sources=["survey"],
                confidence="confirmed-by-source",
            ),
        ],
    ),
    Fact(
        id="trees.guests",
        label="Guests of the league",
        statements=[
            Statement(
                value=Table(
                    file="guests.csv",
                    key="iso2",
                    columns=[Column(name="name", label="Country", type="country", code="iso2")],
                ),
                at=Day("2020"),
                sources=["survey"],
                confidence="confirmed-by-source",
            ),
        ],
    ),
]
