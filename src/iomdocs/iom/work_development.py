"""Migration and development: the fund, the return of talent, selective migration."""

from iomdocs.facts import Day, Fact, Money, Number, Statement

FACTS = [
    Fact(
        id="work.return-of-talent.seminar",
        label="Seminar that asks for a return of talent programme for Latin America",
        statements=[
            Statement(
                value=Day("1976-11"),
                at=Day("1976-11"),
                sources=["wl_1976sanjose"],
                confidence="confirmed-by-source",
                note="In San José. Lists of IOM date the programme from 1974 (recalled).",
            ),
        ],
    ),
    Fact(
        id="work.return-of-talent.africa",
        label="Return of qualified nationals extended to Africa",
        statements=[
            Statement(
                value=Day("1983"),
                at=Day("1983"),
                sources=["ropretoria_eighties"],
                confidence="confirmed-by-source",
            ),
        ],
    ),
    Fact(
        id="work.return-of-talent.asia",
        label="Return of qualified nationals extended to Asia",
        statements=[
            Statement(
                value=Day("1985"),
                at=Day("1985"),
                sources=["ropretoria_eighties"],
                confidence="confirmed-by-source",
            ),
        ],
    ),
    Fact(
        id="work.return-of-talent.assignments",
        label="Temporary assignments of qualified migrants from the Netherlands",
        unit="assignments",
        unit_one="assignment",
        statements=[
            Statement(
                value=Number(160),
                at=Day("2008-08-22"),
                sources=["iom_trqn_2008"],
                confidence="confirmed-by-source",
                note="In a pilot of two years.",
            ),
        ],
    ),
    Fact(
        id="work.selective-migration.people",
        label="People moved from Europe to Latin America by the Selective Migration Programme",
        unit="people",
        unit_one="person",
        statements=[
            Statement(
                value=Number(2624),
                at=Day("1972"),
                sources=["wl_1973state"],
                confidence="confirmed-by-source",
                note="The start of the programme in 1964 is recalled.",
            ),
        ],
    ),
    Fact(
        id="work.selective-migration.skilled",
        label="Skilled workers and professionals in the Selective Migration Programme",
        unit="people",
        unit_one="person",
        statements=[
            Statement(
                value=Number(1665),
                at=Day("1972"),
                sources=["wl_1973state"],
                confidence="confirmed-by-source",
            ),
        ],
    ),
    Fact(
        id="work.development-fund.begun",
        label="IOM Development Fund set up",
        statements=[
            Statement(
                value=Day("2001"),
                at=Day("2001"),
                sources=["iom_devfund"],
                confidence="confirmed-by-source",
                note="At first called the 1035 Facility.",
            ),
        ],
    ),
    Fact(
        id="work.development-fund.first-name",
        label="First name of the IOM Development Fund",
        statements=[
            Statement(
                value="1035 Facility",
                at=Day("2001"),
                sources=["iom_devfund"],
                confidence="confirmed-by-source",
            ),
        ],
    ),
    Fact(
        id="work.development-fund.allocated",
        label="Money given out by the IOM Development Fund",
        review_after=Day("2027-05-01"),
        statements=[
            Statement(
                value=Money(161000000, "USD"),
                at=Day("2022~"),
                sources=["iom_devfund"],
                confidence="confirmed-by-source",
                note="Undated page that reports on 2022.",
            ),
        ],
    ),
    Fact(
        id="work.development-fund.projects",
        label="Projects of the IOM Development Fund",
        unit="projects",
        unit_one="project",
        statements=[
            Statement(
                value=Number(1000, "more than"),
                at=Day("2022~"),
                sources=["iom_devfund"],
                confidence="confirmed-by-source",
                note="Undated page that reports on 2022.",
            ),
        ],
    ),
    Fact(
        id="work.development-fund.countries",
        label="Countries with projects of the IOM Development Fund",
        unit="countries",
        unit_one="country",
        statements=[
            Statement(
                value=Number(125),
                at=Day("2022~"),
                sources=["iom_devfund"],
                confidence="confirmed-by-source",
                note="Undated page that reports on 2022.",
            ),
        ],
    ),
]
