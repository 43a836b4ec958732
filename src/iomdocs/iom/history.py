"""History: dated events, and figures of the work in earlier decades."""

from iomdocs.facts import Column, CountOf, Day, Fact, Number, Statement, Table, Topic

TOPIC = Topic(id="history", title="History")

FACTS = [
    Fact(
        id="history.events",
        label="Timeline",
        statements=[
            Statement(
                value=Table(
                    file="history.csv",
                    key="id",
                    start="date",
                    columns=[
                        Column(name="date", label="Date", type="day"),
                        Column(name="title", label="Event"),
                        Column(name="description", label="What happened"),
                        Column(name="category", label="Kind"),
                        Column(name="confidence", label="Confidence"),
                    ],
                ),
                at=Day("2026-11-23"),
                sources=[
                    "frus_1951_d83",
                    "iom_constitution_fr",
                    "ropretoria_fifties",
                    "ropretoria_eighties",
                    "iom_history_xxi",
                ],
                confidence="two-sources",
                note="Each event has its own sources.",
            ),
        ],
    ),
    Fact(
        id="history.events.number",
        label="Number of events in the timeline",
        unit="events",
        unit_one="event",
        derived_from=CountOf("history.events"),
        statements=[
            Statement(
                value=Number(90),
                at=Day("2026-11-23"),
                sources=["frus_1951_d83", "iom_history_xxi"],
                confidence="confirmed-by-source",
                note="Counted from the table, without the anniversary that is still to come.",
            ),
        ],
    ),
    Fact(
        id="history.first-year.people",
        label="People moved in the first year",
        unit="people",
        unit_one="person",
        statements=[
            Statement(
                value=Number(77626),
                at=Day("1952-12-21"),
                sources=["io_icem_1953b"],
                confidence="confirmed-by-source",
                note="From 1 February 1952.",
            ),
        ],
    ),
    Fact(
        id="history.first-year.refugees",
        label="Refugees among the people moved in the first year",
        unit="people",
        unit_one="person",
        statements=[
            Statement(
                value=Number(31226),
                at=Day("1952-12-21"),
                sources=["io_icem_1953b"],
                confidence="confirmed-by-source",
            ),
        ],
    ),
    Fact(
        id="history.hungary.people",
        label="People moved on from Austria and Yugoslavia after the Hungarian crisis",
        unit="people",
        unit_one="person",
        statements=[
            Statement(
                value=Number(180000, "about"),
                at=Day("1957"),
                sources=["ropretoria_fifties", "liquisearch_history"],
                confidence="two-sources",
                note="In 1956 and 1957.",
            ),
        ],
    ),
    Fact(
        id="history.hungary.by-june-1957",
        label="Hungarian refugees moved by June 1957",
        unit="people",
        unit_one="person",
        statements=[
            Statement(
                value=Number(139531),
                at=Day("1957-06-07"),
                sources=["marks_1957"],
                confidence="confirmed-by-source",
            ),
        ],
    ),
    Fact(
        id="history.others.by-june-1957",
        label="Other people moved from 1952 to June 1957",
        unit="people",
        unit_one="person",
        statements=[
            Statement(
                value=Number(570000),
                at=Day("1957-06-07"),
                sources=["marks_1957"],
                confidence="confirmed-by-source",
            ),
        ],
    ),
    Fact(
        id="history.fifties.people",
        label="People taken overseas in the 1950s",
        unit="people",
        unit_one="person",
        statements=[
            Statement(
                value=Number(1000000, "less than"),
                at=Day("1959"),
                sources=["liquisearch_history"],
                confidence="confirmed-by-source",
                note="The source says nearly a million migrants.",
            ),
            Statement(
                value=Number(406000, "more than"),
                at=Day("1959"),
                sources=["ropretoria_fifties"],
                confidence="confirmed-by-source",
                rank="preferred",
                note=(
                    "Count of IOM: refugees, displaced persons and economic migrants taken "
                    "overseas."
                ),
            ),
        ],
    ),
    Fact(
        id="history.assisted",
        label="People assisted since the beginning",
        unit="people",
        unit_one="person",
        statements=[
            Statement(
                value=Number(3000000),
                at=Day("1980-11"),
                sources=["ropretoria_eighties"],
                confidence="confirmed-by-source",
            ),
            Statement(
                value=Number(4000000),
                at=Day("1985"),
                sources=["ropretoria_eighties"],
                confidence="confirmed-by-source",
            ),
            Statement(
                value=Number(11000000),
                at=Day("2000"),
                sources=["iom_node_149"],
                confidence="confirmed-by-source",
            ),
            Statement(
                value=Number(14000000, "about"),
                at=Day("2011"),
                sources=["brecorder_2011"],
                confidence="confirmed-by-source",
                note="An estimate.",
            ),
        ],
    ),
]
