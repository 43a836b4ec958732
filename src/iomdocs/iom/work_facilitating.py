"""Facilitating migration: resettlement, movement, orientation, visas, recruitment."""

from iomdocs.facts import Day, Fact, Number, Share, Statement

FACTS = [
    Fact(
        id="work.resettlement.people",
        label="People resettled, relocated or admitted as refugees with help of IOM",
        unit="people",
        unit_one="person",
        statements=[
            Statement(
                value=Number(137839),
                at=Day("2017"),
                sources=["resettle_2017"],
                confidence="confirmed-by-source",
            ),
        ],
    ),
    Fact(
        id="work.resettlement.relocated",
        label="People relocated inside Europe with help of IOM",
        unit="people",
        unit_one="person",
        statements=[
            Statement(
                value=Number(23224),
                at=Day("2017"),
                sources=["resettle_2017"],
                confidence="confirmed-by-source",
            ),
        ],
    ),
    Fact(
        id="work.resettlement.countries",
        label="Countries that received people moved with help of IOM",
        unit="countries",
        unit_one="country",
        statements=[
            Statement(
                value=Number(42),
                at=Day("2017"),
                sources=["resettle_2017"],
                confidence="confirmed-by-source",
            ),
        ],
    ),
    Fact(
        id="work.resettlement.refugees",
        label="Refugees resettled with the help of IOM, January to June 2018",
        unit="refugees",
        unit_one="refugee",
        statements=[
            Statement(
                value=Number(47197),
                at=Day("2018-06-30"),
                sources=["resettle_2018"],
                confidence="confirmed-by-source",
                note="Half a year, refugees only: not comparable with the figure of 2017.",
            ),
        ],
    ),
    Fact(
        id="work.resettlement.refugees-origins",
        label="Countries the resettled refugees came from",
        unit="countries",
        unit_one="country",
        statements=[
            Statement(
                value=Number(106),
                at=Day("2018-06-30"),
                sources=["resettle_2018"],
                confidence="confirmed-by-source",
            ),
        ],
    ),
    Fact(
        id="work.resettlement.refugees-countries",
        label="Countries that received resettled refugees",
        unit="countries",
        unit_one="country",
        statements=[
            Statement(
                value=Number(26),
                at=Day("2018-06-30"),
                sources=["resettle_2018"],
                confidence="confirmed-by-source",
            ),
        ],
    ),
    Fact(
        id="work.resettlement.fall",
        label="Fall in resettlement against the same half of the year before",
        statements=[
            Statement(
                value=Share(40),
                at=Day("2018-06-30"),
                sources=["resettle_2018"],
                confidence="confirmed-by-source",
            ),
        ],
    ),
    Fact(
        id="work.resettlement.pause",
        label="Pause of resettlement travel announced",
        statements=[
            Statement(
                value=Day("2020-03-17"),
                at=Day("2020-03-17"),
                sources=["iom_al_2020", "unhcr_2020_susp"],
                confidence="two-sources",
                note="Because of COVID-19, with UNHCR.",
            ),
        ],
    ),
    Fact(
        id="work.resettlement.pause-reason",
        label="Reason for the pause of resettlement travel",
        statements=[
            Statement(
                value="the COVID-19 pandemic",
                at=Day("2020-03-17"),
                sources=["iom_al_2020", "unhcr_2020_susp"],
                confidence="two-sources",
            ),
        ],
    ),
    Fact(
        id="work.resettlement.syrians-to-canada",
        label="Syrians resettled to Canada",
        unit="people",
        unit_one="person",
        statements=[
            Statement(
                value=Number(25000),
                at=Day("2015-12"),
                sources=["iom_history_xxi"],
                confidence="confirmed-by-source",
                note="In less than three months, 2015 and 2016.",
            ),
        ],
    ),
    Fact(
        id="work.resettlement.indochina",
        label="Refugees from Indochina moved since 1975",
        unit="refugees",
        unit_one="refugee",
        statements=[
            Statement(
                value=Number(1000000),
                at=Day("1986"),
                sources=["ropretoria_eighties"],
                confidence="confirmed-by-source",
            ),
        ],
    ),
    Fact(
        id="work.movement.people",
        label="People given movement assistance in a year",
        unit="people",
        unit_one="person",
        review_after=Day("2027-05-01"),
        statements=[
            Statement(
                value=Number(118000, "more than"),
                at=Day("2021"),
                sources=["movement_2021"],
                confidence="confirmed-by-source",
            ),
        ],
    ),
    Fact(
        id="work.movement.countries",
        label="Countries with movement assistance",
        unit="countries",
        unit_one="country",
        statements=[
            Statement(
                value=Number(125),
                at=Day("2021"),
                sources=["movement_2021"],
                confidence="confirmed-by-source",
            ),
        ],
    ),
    Fact(
        id="work.orientation.counted-since",
        label="First year in the count of orientation",
        statements=[
            Statement(
                value=Day("2001"),
                at=Day("2001"),
                sources=["orient_2023"],
                confidence="confirmed-by-source",
            ),
        ],
    ),
    Fact(
        id="work.orientation.refugees",
        label="Refugees given orientation before resettlement since 2001",
        unit="refugees",
        unit_one="refugee",
        review_after=Day("2027-05-01"),
        statements=[
            Statement(
                value=Number(700000, "more than"),
                at=Day("2023-06-20"),
                sources=["orient_2023"],
                confidence="confirmed-by-source",
            ),
        ],
    ),
    Fact(
        id="work.orientation.people",
        label="People on the move given orientation since 2001",
        unit="people",
        unit_one="person",
        statements=[
            Statement(
                value=Number(1000000, "more than"),
                at=Day("2023-06-20"),
                sources=["orient_2023"],
                confidence="confirmed-by-source",
            ),
        ],
    ),
    Fact(
        id="work.pathways.people",
        label="People who used regular pathways with the help of IOM",
        unit="people",
        unit_one="person",
        review_after=Day("2027-05-01"),
        statements=[
            Statement(
                value=Number(600000),
                at=Day("2023"),
                sources=["ar_2023"],
                confidence="confirmed-by-source",
            ),
        ],
    ),
    Fact(
        id="work.visa-centres",
        label="Visa application centres",
        statements=[
            Statement(
                value=("handle applications on behalf of diplomatic missions; the missions decide"),
                at=Day("2023~"),
                sources=["iom_visa_uganda"],
                confidence="confirmed-by-source",
                note="From the page of the office in Uganda.",
            ),
        ],
    ),
    Fact(
        id="work.family-assistance.cases",
        label="Family reunification cases handled by the Family Assistance Programme",
        unit="cases",
        unit_one="case",
        statements=[
            Statement(
                value=Number(50000),
                at=Day("2017-07-20"),
                sources=["iom_family_2017"],
                confidence="confirmed-by-source",
                note=(
                    "Offices in Iraq, Lebanon and Türkiye, for relatives of people granted "
                    "asylum in Germany."
                ),
            ),
        ],
    ),
    Fact(
        id="work.ethical-recruitment",
        label="Programme for ethical recruitment",
        statements=[
            Statement(
                value="International Recruitment Integrity System (IRIS)",
                at=Day("2023~"),
                sources=["iom_iris"],
                confidence="confirmed-by-source",
                note="Undated page, about 2023.",
            ),
        ],
    ),
]
