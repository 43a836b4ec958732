"""Facts of a league of States that does not exist."""

from iomdocs.facts import Column, CountOf, Day, Fact, Number, Person, Statement, Table, Topic

TOPIC = Topic(id="league", title="The league")

FACTS = [
    Fact(
        id="league.founded",
        label="Founded",
        statements=[
            Statement(
                value=Day("1951-12-05"),
                at=Day("1951-12-05"),
                sources=["annals"],
                confidence="confirmed-by-source",
            ),
        ],
    ),
    Fact(
        id="league.members",
        label="Members and since when",
        statements=[
            Statement(
                value=Table(
                    file="members.csv",
                    key="code",
                    start="since",
                    end="until",
                    earlier="earlier",
                    columns=[
                        Column(name="name", label="Member", type="country", code="code"),
                        Column(name="since", label="Since", type="day"),
                        Column(name="until", label="Until", type="day"),
                        Column(name="earlier", label="Earlier membership", type="periods"),
                    ],
                ),
                at=Day("2020-01-01"),
                sources=["roll"],
                confidence="confirmed-by-source",
            ),
        ],
    ),
    Fact(
        id="league.members.number",
        label="Members",
        unit="members",
        unit_one="member",
        derived_from=CountOf("league.members"),
        statements=[
            Statement(
                value=Number(1),
                at=Day("1951-12-31"),
                sources=["annals"],
                confidence="confirmed-by-source",
            ),
            Statement(
                value=Number(2),
                at=Day("1975-06-30"),
                sources=["annals"],
                confidence="confirmed-by-source",
            ),
            Statement(
                value=Number(4),
                at=Day("2020-01-01"),
                sources=["annals", "roll"],
                confidence="two-sources",
            ),
        ],
    ),
    Fact(
        id="league.heads",
        label="Heads of the league",
        statements=[
            Statement(
                value=Table(
                    file="heads.csv",
                    key="id",
                    start="start",
                    end="end",
                    one_at_a_time=True,
                    keeps_ended=True,
                    columns=[
                        Column(name="name", label="Name"),
                        Column(name="start", label="From", type="day"),
                        Column(name="end", label="To", type="day"),
                    ],
                ),
                at=Day("2020-01-01"),
                sources=["annals"],
                confidence="confirmed-by-source",
            ),
        ],
    ),
    Fact(
        id="league.head",
        label="Head",
        statements=[
            Statement(
                value=Person("Ada Öztürk"),
                start=Day("1960-01-01"),
                end=Day("1979-12-31"),
                sources=["annals"],
                confidence="confirmed-by-source",
            ),
            Statement(
                value=Person("Benoît Çelik"),
                start=Day("1980-01-01"),
                sources=["annals"],
                confidence="confirmed-by-source",
            ),
        ],
    ),
]
