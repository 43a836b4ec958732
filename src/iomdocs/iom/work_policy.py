"""Policy debate: the Global Compact, its forum and network, dialogue, reports and data."""

from iomdocs.facts import CountOf, Day, Fact, Items, Number, Period, Place, Statement

FACTS = [
    Fact(
        id="work.global-compact.adopted",
        label="Global Compact for Migration adopted",
        statements=[
            Statement(
                value=Day("2018-12-10"),
                at=Day("2018-12-10"),
                sources=["iisd_gcm_2018", "jurist_gcm_2018"],
                confidence="two-sources",
                note="First day of a conference of 10 and 11 December.",
            ),
        ],
    ),
    Fact(
        id="work.global-compact.place",
        label="Where the Global Compact was adopted",
        statements=[
            Statement(
                value=Place("Marrakech"),
                at=Day("2018-12-10"),
                sources=["iisd_gcm_2018", "jurist_gcm_2018"],
                confidence="two-sources",
            ),
        ],
    ),
    Fact(
        id="work.global-compact.states",
        label="States that adopted the Global Compact",
        unit="States",
        unit_one="State",
        statements=[
            Statement(
                value=Number(164),
                at=Day("2018-12-10"),
                sources=["iisd_gcm_2018", "jurist_gcm_2018"],
                confidence="two-sources",
            ),
        ],
    ),
    Fact(
        id="work.global-compact.objectives",
        label="Objectives of the Global Compact",
        unit="objectives",
        unit_one="objective",
        statements=[
            Statement(
                value=Number(23),
                at=Day("2018-12-19"),
                sources=["jurist_gcm_2018", "imrf_2022"],
                confidence="two-sources",
            ),
        ],
    ),
    Fact(
        id="work.global-compact.endorsed",
        label="Global Compact endorsed by the General Assembly",
        statements=[
            Statement(
                value=Day("2018-12-19"),
                at=Day("2018-12-19"),
                sources=["iisd_gcm_2018", "imrf_declaration", "jurist_gcm_2018"],
                confidence="two-sources",
            ),
        ],
    ),
    Fact(
        id="work.global-compact.resolution",
        label="General Assembly resolution on the Global Compact",
        statements=[
            Statement(
                value="resolution 73/195",
                at=Day("2018-12-19"),
                sources=["iisd_gcm_2018", "imrf_declaration", "jurist_gcm_2018"],
                confidence="two-sources",
            ),
        ],
    ),
    Fact(
        id="work.global-compact.votes-for",
        label="Votes for the Global Compact",
        unit="votes",
        unit_one="vote",
        statements=[
            Statement(
                value=Number(152),
                at=Day("2018-12-19"),
                sources=["devaid_gcm_2018", "iisd_gcm_2018"],
                confidence="two-sources",
            ),
        ],
    ),
    Fact(
        id="work.global-compact.votes-against",
        label="Votes against the Global Compact",
        unit="votes",
        unit_one="vote",
        derived_from=CountOf("work.global-compact.opponents"),
        statements=[
            Statement(
                value=Number(5),
                at=Day("2018-12-19"),
                sources=["devaid_gcm_2018", "iisd_gcm_2018"],
                confidence="two-sources",
            ),
        ],
    ),
    Fact(
        id="work.global-compact.opponents",
        label="States that voted against the Global Compact",
        statements=[
            Statement(
                value=Items(["Czechia", "Hungary", "Israel", "Poland", "the United States"]),
                at=Day("2018-12-19"),
                sources=["devaid_gcm_2018", "iisd_gcm_2018"],
                confidence="two-sources",
            ),
        ],
    ),
    Fact(
        id="work.global-compact.abstentions",
        label="Abstentions in the vote on the Global Compact",
        unit="abstentions",
        unit_one="abstention",
        statements=[
            Statement(
                value=Number(12),
                at=Day("2018-12-19"),
                sources=["devaid_gcm_2018", "iisd_gcm_2018"],
                confidence="two-sources",
            ),
        ],
    ),
    Fact(
        id="work.global-compact.absent",
        label="States absent from the vote on the Global Compact",
        unit="States",
        unit_one="State",
        statements=[
            Statement(
                value=Number(24),
                at=Day("2018-12-19"),
                sources=["devaid_gcm_2018", "iisd_gcm_2018"],
                confidence="two-sources",
            ),
        ],
    ),
    Fact(
        id="work.review-forum.first",
        label="First International Migration Review Forum",
        statements=[
            Statement(
                value=Period(Day("2022-05-17"), Day("2022-05-20")),
                at=Day("2022-05-17"),
                sources=["imrf_2022", "imrf_lac_2022"],
                confidence="two-sources",
            ),
        ],
    ),
    Fact(
        id="work.review-forum.declaration",
        label="Progress Declaration adopted by the General Assembly",
        statements=[
            Statement(
                value=Day("2022-06-07"),
                at=Day("2022-06-07"),
                sources=["imrf_2022", "imrf_declaration"],
                confidence="two-sources",
            ),
        ],
    ),
    Fact(
        id="work.review-forum.interval",
        label="Rhythm of the review forums",
        statements=[
            Statement(
                value="every four years",
                start=Day("2022-05-17"),
                sources=["imrf_2022", "imrf_lac_2022"],
                confidence="two-sources",
            ),
        ],
    ),
    Fact(
        id="work.review-forum.second",
        label="Second International Migration Review Forum, expected year",
        review_after=Day("2027-05-01"),
        statements=[
            Statement(
                value=Day("2026"),
                at=Day("2026"),
                sources=["iisd_imrf_2019"],
                confidence="confirmed-by-source",
                note=(
                    "Follows from the four-year rhythm; no report of the meeting itself was "
                    "found. May 2026 is recalled and not checked against a source."
                ),
            ),
        ],
    ),
    Fact(
        id="work.un-network.since",
        label="United Nations Network on Migration set up",
        statements=[
            Statement(
                value=Day("2018-05-23"),
                start=Day("2018-05-23"),
                sources=["unnm_about", "fao_unnm", "imrf_2022"],
                confidence="two-sources",
                rank="preferred",
                note="Decision of the UN Executive Committee.",
            ),
            Statement(
                value=Day("2019"),
                start=Day("2019"),
                sources=["wp_mirror_github"],
                confidence="confirmed-by-source",
                note=(
                    "Year given by Wikipedia and an IOM office page; it is that of the first "
                    "workplan."
                ),
            ),
        ],
    ),
    Fact(
        id="work.un-network.decided-by",
        label="Who decided on the Network",
        statements=[
            Statement(
                value="the UN Executive Committee",
                at=Day("2018-05-23"),
                sources=["unnm_about", "fao_unnm", "imrf_2022"],
                confidence="two-sources",
            ),
        ],
    ),
    Fact(
        id="work.un-network.predecessor",
        label="What the Network replaced",
        statements=[
            Statement(
                value="the Global Migration Group",
                at=Day("2018-05-23"),
                sources=["unnm_about", "fao_unnm", "imrf_2022"],
                confidence="two-sources",
            ),
        ],
    ),
    Fact(
        id="work.un-network.coordinator",
        label="Who coordinates the Network",
        statements=[
            Statement(
                value="IOM",
                start=Day("2018-05-23"),
                sources=["unnm_about", "fao_unnm", "imrf_2022"],
                confidence="two-sources",
            ),
        ],
    ),
    Fact(
        id="work.dialogue.occasion",
        label="Occasion on which the Dialogue was launched",
        statements=[
            Statement(
                value="the fiftieth-anniversary session of the Council",
                at=Day("2001"),
                sources=["iom_idm"],
                confidence="confirmed-by-source",
            ),
        ],
    ),
    Fact(
        id="work.report.first",
        label="First World Migration Report",
        statements=[
            Statement(
                value=Day("2000"),
                at=Day("2000"),
                sources=["wmr_about", "wp_wmr", "wmr2024_ch1"],
                confidence="two-sources",
                note="At first a single report, later a series.",
            ),
        ],
    ),
    Fact(
        id="work.report.editions",
        label="Editions of the World Migration Report",
        unit="editions",
        unit_one="edition",
        derived_from=CountOf("work.report.years"),
        review_after=Day("2027-05-01"),
        statements=[
            Statement(
                value=Number(12),
                at=Day("2024-05-07"),
                sources=["wmr_about", "wp_wmr"],
                confidence="two-sources",
                note="To the 2024 edition. No text on an edition of 2026 was found.",
            ),
        ],
    ),
    Fact(
        id="work.report.themed-editions",
        label="Editions with a single theme",
        unit="editions",
        unit_one="edition",
        statements=[
            Statement(
                value=Number(7),
                at=Day("2015"),
                sources=["wmr_about", "wp_wmr"],
                confidence="two-sources",
                note="Editions of 2003 to 2015.",
            ),
        ],
    ),
    Fact(
        id="work.report.new-form",
        label="First edition in two parts",
        statements=[
            Statement(
                value=Day("2018"),
                at=Day("2018"),
                sources=["wmr_about", "wp_wmr"],
                confidence="two-sources",
            ),
        ],
    ),
    Fact(
        id="work.report.years",
        label="Years of the editions",
        statements=[
            Statement(
                value=Items(
                    [
                        "2000",
                        "2003",
                        "2005",
                        "2008",
                        "2010",
                        "2011",
                        "2013",
                        "2015",
                        "2018",
                        "2020",
                        "2022",
                        "2024",
                    ]
                ),
                at=Day("2024"),
                sources=["recalled"],
                confidence="recalled-unverified",
                note=(
                    "Recalled; the count and the years 2000, 2018, 2020, 2022 and 2024 are sourced."
                ),
            ),
        ],
    ),
    Fact(
        id="work.report.latest",
        label="Latest World Migration Report launched",
        review_after=Day("2027-05-01"),
        statements=[
            Statement(
                value=Day("2024-05-07"),
                at=Day("2024-05-07"),
                sources=["wmr2024_launch", "wp_wmr"],
                confidence="two-sources",
            ),
        ],
    ),
    Fact(
        id="work.report.latest-place",
        label="Where the latest report was launched",
        statements=[
            Statement(
                value=Place("Dhaka"),
                at=Day("2024-05-07"),
                sources=["wmr2024_launch", "wp_wmr"],
                confidence="two-sources",
            ),
        ],
    ),
    Fact(
        id="work.data-institute.begun",
        label="Global Data Institute begun",
        statements=[
            Statement(
                value=Day("2022"),
                at=Day("2022"),
                sources=["dtm_2024_wayback"],
                confidence="confirmed-by-source",
                note=(
                    "Brings together the data centre in Berlin and the Displacement Tracking "
                    "Matrix."
                ),
            ),
        ],
    ),
]
