"""Elections of Directors General, and the deputies."""

from iomdocs.facts import Column, Day, Fact, Items, Number, Person, Statement, SumOf, Table

FACTS = [
    Fact(
        id="governance.deputies.number",
        label="Deputy Directors General",
        unit="Deputy Directors General",
        unit_one="Deputy Director General",
        statements=[
            Statement(
                value=Number(1),
                at=Day("2014"),
                sources=["iom_greece_structure", "iom_moscow_constitution"],
                confidence="two-sources",
                note="Elected by the Council.",
            ),
            Statement(
                value=Number(2),
                at=Day("2020-10-28"),
                sources=["iom_leadership", "hu_act_2022_49", "ch_sr_github"],
                confidence="two-sources",
                note=(
                    "Appointed by the Director General; in 2024 the Council still endorsed "
                    "the choice."
                ),
            ),
        ],
    ),
    Fact(
        id="governance.election-2008.day",
        label="Election of William Lacy Swing",
        statements=[
            Statement(
                value=Day("2008-06-18"),
                at=Day("2008-06-18"),
                sources=["ap_swing_2008", "gal_2008"],
                confidence="two-sources",
            ),
        ],
    ),
    Fact(
        id="governance.election-2008.candidates",
        label="Candidates in 2008",
        statements=[
            Statement(
                value=Items(
                    [
                        "William Lacy Swing (United States)",
                        "Brunson McKinley (United States)",
                        "Sergio Marchi (Canada)",
                        "Luca Riccardi (Italy)",
                    ]
                ),
                at=Day("2008-06-18"),
                sources=["ap_swing_2008", "gal_2008"],
                confidence="two-sources",
                note="One commentator called it the first contested election.",
            ),
        ],
    ),
    Fact(
        id="governance.election-2013.year",
        label="Second election of William Lacy Swing",
        statements=[
            Statement(
                value=Day("2013"),
                at=Day("2013"),
                sources=["recalled", "iom_dgvote_2018"],
                confidence="recalled-unverified",
                note=(
                    "From memory; the source of 2018 confirms two five-year terms, not the "
                    "date of the election."
                ),
            ),
        ],
    ),
    Fact(
        id="governance.election-2018.day",
        label="Election of António Vitorino",
        statements=[
            Statement(
                value=Day("2018-06-29"),
                at=Day("2018-06-29"),
                sources=["portugalnews_2018", "iom_dgvote_2018"],
                confidence="two-sources",
                note="By acclamation.",
            ),
        ],
    ),
    Fact(
        id="governance.election-2018.candidates",
        label="Candidates in 2018",
        statements=[
            Statement(
                value=Items(
                    [
                        "Ken Isaacs (United States)",
                        "Laura Thompson (Costa Rica)",
                        "António Vitorino (Portugal)",
                    ]
                ),
                at=Day("2018-06-29"),
                sources=["iom_dgvote_2018", "portugalnews_2018"],
                confidence="two-sources",
            ),
        ],
    ),
    Fact(
        id="governance.election-2018.isaacs",
        label="Votes for Ken Isaacs in the third round, his last",
        unit="votes",
        unit_one="vote",
        statements=[
            Statement(
                value=Number(22),
                at=Day("2018-06-29"),
                sources=["portugalnews_2018"],
                confidence="confirmed-by-source",
            ),
        ],
    ),
    Fact(
        id="governance.election-2018.rounds",
        label="Rounds of voting in 2018",
        unit="rounds",
        unit_one="round",
        statements=[
            Statement(
                value=Number(4),
                at=Day("2018-06-29"),
                sources=["portugalnews_2018", "diaspora_pt_2018"],
                confidence="two-sources",
                note="The fourth against Laura Thompson; then acclamation.",
            ),
        ],
    ),
    Fact(
        id="governance.election-2023.day",
        label="Election of Amy Pope",
        statements=[
            Statement(
                value=Day("2023-05-15"),
                at=Day("2023-05-15"),
                sources=["gna_pope_2023", "sapo_2023"],
                confidence="two-sources",
                note="By the sixth special session of the Council.",
            ),
        ],
    ),
    Fact(
        id="governance.election-2023.pope",
        label="Votes for Amy Pope in the first round",
        unit="votes",
        unit_one="vote",
        statements=[
            Statement(
                value=Number(98),
                at=Day("2023-05-15"),
                sources=["sapo_2023", "rtl_2023", "jla_2023"],
                confidence="two-sources",
                note="The ballot was secret; diplomats told the numbers.",
            ),
        ],
    ),
    Fact(
        id="governance.election-2023.vitorino",
        label="Votes for António Vitorino in the first round",
        unit="votes",
        unit_one="vote",
        statements=[
            Statement(
                value=Number(67),
                at=Day("2023-05-15"),
                sources=["sapo_2023", "rtl_2023", "jla_2023"],
                confidence="two-sources",
                note="The ballot was secret; diplomats told the numbers. He then withdrew.",
            ),
        ],
    ),
    Fact(
        id="governance.election-2023.needed",
        label="Votes needed in 2023",
        unit="votes",
        unit_one="vote",
        statements=[
            Statement(
                value=Number(110),
                at=Day("2023-05-15"),
                sources=["sapo_2023", "rtl_2023", "jla_2023"],
                confidence="two-sources",
            ),
        ],
    ),
    Fact(
        id="governance.election-2023.cast",
        label="Votes cast in the first round of 2023",
        unit="votes",
        unit_one="vote",
        derived_from=SumOf(["governance.election-2023.pope", "governance.election-2023.vitorino"]),
        statements=[
            Statement(
                value=Number(165),
                at=Day("2023-05-15"),
                sources=["sapo_2023", "rtl_2023", "jla_2023"],
                confidence="two-sources",
            ),
        ],
    ),
    Fact(
        id="governance.deputies",
        label="Deputy Directors General by name",
        review_after=Day("2027-05-01"),
        statements=[
            Statement(
                value=Table(
                    file="deputies.csv",
                    key="id",
                    start="start",
                    end="end",
                    keeps_ended=True,
                    columns=[
                        Column(name="name", label="Name"),
                        Column(name="country", label="Country", type="country", code="iso2"),
                        Column(name="area", label="Area"),
                        Column(name="start", label="From", type="day"),
                        Column(name="end", label="Until", type="day"),
                        Column(name="note", label="Note"),
                    ],
                ),
                at=Day("2024"),
                sources=["iom_leadership", "kr_lee_2024", "iom_thompson_fr", "iom_ndiaye"],
                confidence="confirmed-by-source",
                note="Holders for whom a source was found; not a complete list.",
            ),
        ],
    ),
    Fact(
        id="governance.deputies.thompson-elected",
        label="Laura Thompson elected Deputy Director General",
        statements=[
            Statement(
                value=Day("2009-06-29"),
                at=Day("2009-06-29"),
                sources=["larepublica_2009", "iom_thompson_fr"],
                confidence="two-sources",
            ),
        ],
    ),
    Fact(
        id="governance.deputies.thompson-reelected",
        label="Laura Thompson elected again",
        statements=[
            Statement(
                value=Day("2014-06-19"),
                at=Day("2014-06-19"),
                sources=["ticotimes_2014", "iom_thompson_fr"],
                confidence="two-sources",
                note="For five years.",
            ),
        ],
    ),
    Fact(
        id="governance.deputies.candidates-2021",
        label="Candidates for the post of Deputy Director General for Operations",
        unit="candidates",
        unit_one="candidate",
        statements=[
            Statement(
                value=Number(15),
                at=Day("2021-05"),
                sources=["pulse_daniels", "dagham_daniels"],
                confidence="two-sources",
            ),
        ],
    ),
    Fact(
        id="governance.deputies.lee-approved",
        label="The Council approves SungAh Lee",
        statements=[
            Statement(
                value=Day("2024-04-29"),
                at=Day("2024-04-29"),
                sources=["kr_lee_2024", "daum_lee_2024"],
                confidence="two-sources",
                note="At its seventh special session.",
            ),
        ],
    ),
    Fact(
        id="governance.deputies.operations",
        label="Deputy Director General for Operations",
        review_after=Day("2027-05-01"),
        statements=[
            Statement(
                value=Person("Ugochi Daniels", "Nigeria"),
                start=Day("2021-09"),
                sources=["dagham_daniels", "pulse_daniels", "iom_leadership"],
                confidence="two-sources",
            ),
        ],
    ),
    Fact(
        id="governance.deputies.management",
        label="Deputy Director General for Management and Reform",
        review_after=Day("2027-05-01"),
        statements=[
            Statement(
                value=Person("Amy E. Pope", "United States"),
                start=Day("2021-09"),
                end=Day("2023-09"),
                sources=["gna_pope_2023", "pulse_daniels"],
                confidence="two-sources",
            ),
            Statement(
                value=Person("SungAh Lee", "Republic of Korea"),
                start=Day("2024"),
                sources=["kr_lee_2024", "daum_lee_2024"],
                confidence="two-sources",
                note="Approved on 29 April 2024; the day of taking office was not found.",
            ),
        ],
    ),
]
