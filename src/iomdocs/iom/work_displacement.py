"""Forced migration: tracking displacement, reaching people, evacuation, compensation."""

from iomdocs.facts import Day, Fact, Number, Share, Statement

FACTS = [
    Fact(
        id="work.displacement-tracking.begun",
        label="Displacement Tracking Matrix conceived",
        statements=[
            Statement(
                value=Day("2004"),
                at=Day("2004"),
                sources=["dtm_bulletin_2018"],
                confidence="confirmed-by-source",
                note="First for Iraq.",
            ),
        ],
    ),
    Fact(
        id="work.displacement-tracking.active-countries",
        label="Countries where the matrix was active",
        unit="countries",
        unit_one="country",
        statements=[
            Statement(
                value=Number(49),
                at=Day("2017-12"),
                sources=["dtm_profile_2017"],
                confidence="confirmed-by-source",
            ),
        ],
    ),
    Fact(
        id="work.displacement-tracking.countries-ever",
        label="Countries in which the matrix had been used",
        unit="countries",
        unit_one="country",
        statements=[
            Statement(
                value=Number(70, "more than"),
                at=Day("2018-06"),
                sources=["dtm_bulletin_2018"],
                confidence="confirmed-by-source",
            ),
        ],
    ),
    Fact(
        id="work.displacement-tracking.countries-with-data",
        label="Countries with data of the matrix on internal displacement",
        unit="countries",
        unit_one="country",
        review_after=Day("2027-05-01"),
        statements=[
            Statement(
                value=Number(100),
                at=Day("2025~"),
                sources=["iom_datacollection"],
                confidence="confirmed-by-source",
                note="Undated page, about 2025.",
            ),
        ],
    ),
    Fact(
        id="work.displacement-tracking.people",
        label="People tracked by the matrix",
        unit="people",
        unit_one="person",
        statements=[
            Statement(
                value=Number(30000000, "more than"),
                at=Day("2017"),
                sources=["dtm_bulletin_2018"],
                confidence="confirmed-by-source",
                note="All individuals: internally displaced people, returnees and migrants.",
            ),
            Statement(
                value=Number(15000000),
                at=Day("2017-12"),
                sources=["dtm_profile_2017"],
                confidence="confirmed-by-source",
                note=(
                    "People whose needs were tracked, by a survey of 2016 and 2017: a "
                    "narrower count."
                ),
            ),
        ],
    ),
    Fact(
        id="work.displacement-tracking.collectors",
        label="Data collectors of the matrix",
        unit="data collectors",
        unit_one="data collector",
        statements=[
            Statement(
                value=Number(4368),
                at=Day("2017"),
                sources=["dtm_profile_2017"],
                confidence="confirmed-by-source",
            ),
        ],
    ),
    Fact(
        id="work.displacement-tracking.staff",
        label="Staff of the matrix",
        unit="staff",
        unit_one="member of staff",
        statements=[
            Statement(
                value=Number(262),
                at=Day("2017"),
                sources=["dtm_profile_2017"],
                confidence="confirmed-by-source",
            ),
        ],
    ),
    Fact(
        id="work.people-reached",
        label="People helped by IOM in a year",
        unit="people",
        unit_one="person",
        review_after=Day("2027-05-01"),
        statements=[
            Statement(
                value=Number(31100000),
                at=Day("2022"),
                sources=["ar_2022_page"],
                confidence="confirmed-by-source",
                note="Labelled as people affected by disasters.",
            ),
            Statement(
                value=Number(31000000, "more than"),
                at=Day("2023"),
                sources=["ar_2023"],
                confidence="confirmed-by-source",
                note="Reached by emergency response.",
            ),
            Statement(
                value=Number(26400000),
                at=Day("2024"),
                sources=["ar_2024_epinews"],
                confidence="confirmed-by-source",
                note="People assisted; the three reports do not count in the same way.",
            ),
        ],
    ),
    Fact(
        id="work.needs-overviews",
        label="Share of humanitarian needs overviews and plans that used data of IOM",
        review_after=Day("2027-05-01"),
        statements=[
            Statement(
                value=Share(91),
                at=Day("2024"),
                sources=["ar_2024_epinews"],
                confidence="confirmed-by-source",
            ),
        ],
    ),
    Fact(
        id="work.evacuation.gulf",
        label="People flown home in the Gulf crisis",
        unit="people",
        unit_one="person",
        statements=[
            Statement(
                value=Number(850000, "more than"),
                at=Day("1990"),
                sources=["uia_evac"],
                confidence="confirmed-by-source",
                note="By one account; with the United Nations and the European Communities.",
            ),
        ],
    ),
    Fact(
        id="work.evacuation.libya",
        label="Stranded workers evacuated from Libya",
        unit="people",
        unit_one="person",
        statements=[
            Statement(
                value=Number(200000, "more than"),
                at=Day("2011"),
                sources=["iom_history_xxi"],
                confidence="confirmed-by-source",
            ),
        ],
    ),
    Fact(
        id="work.crisis-framework.adopted",
        label="Migration Crisis Operational Framework put to the Council",
        statements=[
            Statement(
                value=Day("2012-11"),
                at=Day("2012-11"),
                sources=["iom_mcof_2012"],
                confidence="confirmed-by-source",
                note="Document of 15 November 2012 for the session of that month.",
            ),
        ],
    ),
    Fact(
        id="work.compensation.begun",
        label="Work on claims of forced labourers begun",
        statements=[
            Statement(
                value=Day("2000"),
                at=Day("2000"),
                sources=["iom_node_149"],
                confidence="confirmed-by-source",
            ),
        ],
    ),
    Fact(
        id="work.compensation.claims",
        label="Claims of former slave and forced labourers of the Nazi regime",
        unit="claims",
        unit_one="claim",
        statements=[
            Statement(
                value=Number(300000, "more than"),
                at=Day("2001"),
                sources=["iom_node_149"],
                confidence="confirmed-by-source",
            ),
        ],
    ),
]
