"""Facts of a harbour that does not exist."""

from iomdocs.facts import Day, Fact, Number, Statement, Topic

TOPIC = Topic(id="harbour", title="The harbour")

FACTS = [
    Fact(
        id="harbour.berths",
        label="Member berths",
        unit="berths",
        statements=[
            Statement(
                value=Number(175),
                at=Day("2024-04-29"),
                sources=["pilot"],
                confidence="confirmed-by-source",
            ),
        ],
    ),
    Fact(
        id="harbour.name",
        label="Name of the quay",
        statements=[
            Statement(
                value="Łódź quay <b>east</b>",
                at=Day("2020"),
                sources=["pilot"],
                confidence="confirmed-by-source",
            ),
        ],
    ),
]
