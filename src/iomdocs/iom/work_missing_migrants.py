"""Deaths and disappearances on the way, as the Missing Migrants Project counts them."""

from iomdocs.facts import Day, Fact, Number, Period, Statement

FACTS = [
    Fact(
        id="work.missing-migrants.since",
        label="Missing Migrants Project records from",
        statements=[
            Statement(
                value=Day("2014-01-01"),
                at=Day("2014-01-01"),
                sources=["mmp_utkal", "philenews_2024", "donare_2025"],
                confidence="two-sources",
            ),
        ],
    ),
    Fact(
        id="work.missing-migrants.decade",
        label="Deaths and disappearances from 2014 to 2023",
        unit="people",
        statements=[
            Statement(
                value=Number(63285),
                at=Day("2024-03"),
                sources=["philenews_2024"],
                confidence="confirmed-by-source",
                note="As published in March 2024.",
            ),
        ],
    ),
    Fact(
        id="work.missing-migrants.deaths",
        label="Deaths and disappearances in a year",
        unit="people",
        review_after=Day("2027-05-01"),
        statements=[
            Statement(
                value=Number(5550),
                at=Day("2014"),
                sources=["mmp_yotka"],
                confidence="confirmed-by-source",
                note="State of the data on 20 December 2024.",
            ),
            Statement(
                value=Number(6753),
                at=Day("2015"),
                sources=["mmp_yotka"],
                confidence="confirmed-by-source",
            ),
            Statement(
                value=Number(8086),
                at=Day("2016"),
                sources=["mmp_yotka"],
                confidence="confirmed-by-source",
            ),
            Statement(
                value=Number(6289),
                at=Day("2017"),
                sources=["mmp_yotka"],
                confidence="confirmed-by-source",
            ),
            Statement(
                value=Number(5007),
                at=Day("2018"),
                sources=["mmp_yotka"],
                confidence="confirmed-by-source",
            ),
            Statement(
                value=Number(5419),
                at=Day("2019"),
                sources=["mmp_yotka"],
                confidence="confirmed-by-source",
            ),
            Statement(
                value=Number(4302),
                at=Day("2020"),
                sources=["mmp_yotka"],
                confidence="confirmed-by-source",
            ),
            Statement(
                value=Number(6216),
                at=Day("2021"),
                sources=["mmp_yotka"],
                confidence="confirmed-by-source",
            ),
            Statement(
                value=Number(7141),
                at=Day("2022"),
                sources=["mmp_yotka"],
                confidence="confirmed-by-source",
            ),
            Statement(
                value=Number(8640),
                at=Day("2023"),
                sources=["mmp_yotka"],
                confidence="confirmed-by-source",
                note="State of the data on 20 December 2024.",
            ),
            Statement(
                value=Number(8747),
                at=Day("2023"),
                sources=["donare_2025"],
                confidence="confirmed-by-source",
                rank="preferred",
                note="Figure used in March 2025; first published as more than 8,500.",
            ),
            Statement(
                value=Number(8938),
                at=Day("2024"),
                sources=["donare_2025", "menafn_2025"],
                confidence="two-sources",
                note="First published, March 2025.",
            ),
            Statement(
                value=Number(9200, "about"),
                at=Day("2024"),
                sources=["anews_2026"],
                confidence="confirmed-by-source",
                rank="preferred",
                note="Nearly, as quoted on 26 February 2026: a later revision.",
            ),
            Statement(
                value=Number(7667),
                at=Day("2025"),
                sources=["anews_2026"],
                confidence="confirmed-by-source",
            ),
        ],
    ),
    Fact(
        id="work.missing-migrants.first-figure-2024",
        label="Deaths and disappearances in 2024 as first published",
        unit="people",
        statements=[
            Statement(
                value=Number(8938),
                at=Day("2025-03"),
                sources=["donare_2025", "menafn_2025"],
                confidence="two-sources",
                note="Since revised upwards: see work.missing-migrants.deaths.",
            ),
        ],
    ),
    Fact(
        id="work.missing-migrants.mediterranean",
        label="Deaths and disappearances in the Mediterranean in a year",
        unit="people",
        review_after=Day("2027-05-01"),
        statements=[
            Statement(
                value=Number(3289),
                at=Day("2014"),
                sources=["mmp_yotka"],
                confidence="confirmed-by-source",
                note="State of the data on 20 December 2024.",
            ),
            Statement(
                value=Number(4055),
                at=Day("2015"),
                sources=["mmp_yotka"],
                confidence="confirmed-by-source",
            ),
            Statement(
                value=Number(5136),
                at=Day("2016"),
                sources=["mmp_yotka"],
                confidence="confirmed-by-source",
            ),
            Statement(
                value=Number(3139),
                at=Day("2017"),
                sources=["mmp_yotka"],
                confidence="confirmed-by-source",
            ),
            Statement(
                value=Number(2337),
                at=Day("2018"),
                sources=["mmp_yotka"],
                confidence="confirmed-by-source",
            ),
            Statement(
                value=Number(1885),
                at=Day("2019"),
                sources=["mmp_yotka"],
                confidence="confirmed-by-source",
            ),
            Statement(
                value=Number(1450),
                at=Day("2020"),
                sources=["mmp_yotka"],
                confidence="confirmed-by-source",
            ),
            Statement(
                value=Number(2048),
                at=Day("2021"),
                sources=["mmp_yotka"],
                confidence="confirmed-by-source",
            ),
            Statement(
                value=Number(2411),
                at=Day("2022"),
                sources=["mmp_yotka"],
                confidence="confirmed-by-source",
            ),
            Statement(
                value=Number(3155),
                at=Day("2023"),
                sources=["mmp_yotka"],
                confidence="confirmed-by-source",
            ),
            Statement(
                value=Number(2259),
                at=Day("2024"),
                sources=["mmp_yotka"],
                confidence="confirmed-by-source",
                note="To 20 December 2024.",
            ),
            Statement(
                value=Number(2185),
                at=Day("2025"),
                sources=["anews_2026"],
                confidence="confirmed-by-source",
            ),
        ],
    ),
    Fact(
        id="work.missing-migrants.canaries",
        label="Deaths and disappearances on the route to the Canary Islands",
        unit="people",
        review_after=Day("2027-05-01"),
        statements=[
            Statement(
                value=Number(1214),
                at=Day("2025"),
                sources=["anews_2026"],
                confidence="confirmed-by-source",
            ),
        ],
    ),
    Fact(
        id="work.missing-migrants.asia",
        label="Deaths and disappearances in Asia",
        unit="people",
        review_after=Day("2027-05-01"),
        statements=[
            Statement(
                value=Number(3000, "more than"),
                at=Day("2025"),
                sources=["anews_2026"],
                confidence="confirmed-by-source",
            ),
        ],
    ),
    Fact(
        id="work.missing-migrants.eastern-route",
        label="Deaths and disappearances on the Eastern Route",
        unit="people",
        review_after=Day("2027-05-01"),
        statements=[
            Statement(
                value=Number(922),
                at=Day("2025"),
                sources=["anews_2026"],
                confidence="confirmed-by-source",
                note="From the Horn of Africa towards the Arabian Peninsula.",
            ),
        ],
    ),
    Fact(
        id="work.missing-migrants.early-2026-days",
        label="Days of 2026 that the download covers",
        statements=[
            Statement(
                value=Period(Day("2026-01-01"), Day("2026-04-13")),
                at=Day("2026-05-06"),
                sources=["mmp_giocopp"],
                confidence="confirmed-by-source",
            ),
        ],
    ),
    Fact(
        id="work.missing-migrants.early-2026",
        label="Deaths and disappearances from 1 January to 13 April 2026",
        unit="people",
        review_after=Day("2027-05-01"),
        statements=[
            Statement(
                value=Number(1900),
                at=Day("2026-05-06"),
                sources=["mmp_giocopp"],
                confidence="confirmed-by-source",
                note=(
                    "Own sum over 237 incidents of the download of that day: dead plus "
                    "minimum missing."
                ),
            ),
        ],
    ),
    Fact(
        id="work.missing-migrants.early-2026-mediterranean",
        label="Deaths in the Mediterranean from 1 January to 13 April 2026",
        unit="people",
        review_after=Day("2027-05-01"),
        statements=[
            Statement(
                value=Number(1209),
                at=Day("2026-05-06"),
                sources=["mmp_giocopp"],
                confidence="confirmed-by-source",
                note="Own sum.",
            ),
        ],
    ),
]
