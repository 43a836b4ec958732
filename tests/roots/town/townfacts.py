"""Facts of a town that does not exist."""

from iomdocs.facts import (
    Column,
    Day,
    Fact,
    Items,
    Money,
    Number,
    Period,
    Person,
    Share,
    Statement,
    Table,
    Topic,
)

TOPIC = Topic(id="town", title="The town")

FACTS = [
    Fact(
        id="town.people",
        label="Inhabitants",
        unit="inhabitants",
        statements=[
            Statement(
                value=Number(4711),
                at=Day("1990"),
                sources=["census"],
                confidence="confirmed-by-source",
            ),
            Statement(
                value=Number(5222, "about"),
                at=Day("2020-05"),
                sources=["census", "almanac"],
                confidence="two-sources",
            ),
            Statement(
                value=Number(6333),
                at=Day("2020-05"),
                sources=["almanac"],
                confidence="confirmed-by-source",
                rank="deprecated",
                note="Counts the suburbs too.",
            ),
            Statement(
                value=Number(7999),
                at=Day("2022"),
                sources=["census"],
                confidence="confirmed-by-source",
            ),
        ],
    ),
    Fact(
        id="town.founded",
        label="Founded",
        statements=[
            Statement(
                value=Day("1723-06-09"),
                at=Day("1723-06-09"),
                sources=["almanac"],
                confidence="confirmed-by-source",
            ),
        ],
    ),
    Fact(
        id="town.budget",
        label="Yearly budget",
        statements=[
            Statement(
                value=Money(44500000, "CHF"),
                at=Day("2019"),
                sources=["almanac"],
                confidence="confirmed-by-source",
            ),
        ],
    ),
    Fact(
        id="town.mayor",
        label="Mayor",
        statements=[
            Statement(
                value=Person("Ada Öztürk"),
                start=Day("2010-01"),
                end=Day("2017-12-31"),
                sources=["almanac"],
                confidence="confirmed-by-source",
            ),
            Statement(
                value=Person("Benoît Çelik"),
                start=Day("2018"),
                sources=["almanac"],
                confidence="confirmed-by-source",
            ),
        ],
    ),
    Fact(
        id="town.forest",
        label="Share of forest",
        statements=[
            Statement(
                value=Share(12.5),
                at=Day("2019"),
                sources=["almanac"],
                confidence="recalled-unverified",
            ),
        ],
    ),
    Fact(
        id="town.fair",
        label="Days of the fair",
        statements=[
            Statement(
                value=Period(Day("2020-09-28"), Day("2020-10-03")),
                at=Day("2020"),
                sources=["almanac"],
                confidence="confirmed-by-source",
            ),
        ],
    ),
    Fact(
        id="town.languages",
        label="Languages",
        statements=[
            Statement(
                value=Items(["German", "French", "Romansh"]),
                at=Day("2020"),
                sources=["almanac"],
                confidence="confirmed-by-source",
            ),
        ],
    ),
    Fact(
        id="town.motto",
        label="Motto",
        statements=[
            Statement(
                value="Up & *on* #1 <b>$5_a@b</b>",
                at=Day("2020"),
                sources=["almanac"],
                confidence="confirmed-by-source",
            ),
        ],
    ),
    Fact(
        id="town.bridges",
        label="Bridges",
        unit="bridges",
        statements=[
            Statement(
                value=Number(3),
                at=Day("2020"),
                sources=["almanac"],
                confidence="confirmed-by-source",
            ),
        ],
    ),
    Fact(
        id="town.events",
        label="Events",
        statements=[
            Statement(
                value=Table(
                    file="events.csv",
                    key="id",
                    columns=[
                        Column(name="date", label="Date", type="day"),
                        Column(name="title", label="Event"),
                        Column(name="description", label="What happened"),
                        Column(name="category", label="Kind"),
                        Column(name="cost", label="Cost", type="number"),
                    ],
                ),
                at=Day("2020"),
                sources=["almanac"],
                confidence="confirmed-by-source",
            ),
        ],
    ),
]
