"""Facts of a village that does not exist: disputed, derived, past their review."""

from iomdocs.facts import Column, CountOf, Day, Fact, Number, Statement, Table, Topic

TOPIC = Topic(id="village", title="The village")

FACTS = [
    Fact(
        id="village.wall",
        label="Towers of the wall",
        unit="towers",
        note="The wall was pulled down in 1840.",
        statements=[
            Statement(
                value=Number(9),
                at=Day("1760"),
                sources=["almanac"],
                confidence="confirmed-by-source",
            ),
            Statement(
                value=Number(12),
                at=Day("1801"),
                sources=["almanac", "census"],
                confidence="two-sources",
                rank="preferred",
                note="From the plan of a surveyor.",
            ),
            Statement(
                value=Number(11, "about"),
                at=Day("1801"),
                sources=["census"],
                confidence="recalled-unverified",
            ),
            Statement(
                value=Number(40),
                at=Day("1801-04"),
                sources=["almanac"],
                confidence="confirmed-by-source",
                rank="deprecated",
                note="Counts windows.",
            ),
        ],
    ),
    Fact(
        id="village.saying",
        label="What is said of the village",
        statements=[
            Statement(
                value="Nobody who has seen it doesn't come back.",
                at=Day("1899"),
                sources=["almanac"],
                confidence="confirmed-by-source",
            ),
        ],
    ),
    Fact(
        id="village.schools",
        label="Schools",
        unit="schools",
        unit_one="school",
        review_after=Day("2021-01"),
        statements=[
            Statement(
                value=Number(1),
                at=Day("2020"),
                sources=["census"],
                confidence="confirmed-by-source",
            ),
        ],
    ),
    Fact(
        id="village.buildings",
        label="Buildings among the events",
        derived_from=CountOf("village.events", where="category = building"),
        statements=[
            Statement(
                value=Number(2),
                at=Day("2020"),
                sources=["almanac"],
                confidence="confirmed-by-source",
            ),
        ],
    ),
    Fact(
        id="village.wells",
        label="Wells",
        unit="wells",
        review_after=Day("2022-06-30"),
        statements=[
            Statement(
                value=Number(3),
                at=Day("2020"),
                sources=["census"],
                confidence="confirmed-by-source",
            ),
        ],
    ),
    Fact(
        id="village.events",
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
