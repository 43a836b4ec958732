"""The heads of the organization, their term and tasks."""

from iomdocs.facts import Column, CountOf, Day, Fact, Items, Number, Person, Statement, Table

FACTS = [
    Fact(
        id="governance.director-general",
        label="Director General",
        review_after=Day("2028-05-01"),
        statements=[
            Statement(
                value=Person("Hugh S. Gibson", "United States"),
                start=Day("1952"),
                end=Day("1954"),
                sources=["truman_gibson", "io_icem_1953b", "frus_1954_d263"],
                confidence="confirmed-by-source",
                note=(
                    "Start and end years are from memory; the sources show him in office in "
                    "April 1953 and July 1954."
                ),
            ),
            Statement(
                value=Person("Harold H. Tittmann Jr.", "United States"),
                start=Day("1955"),
                end=Day("1958"),
                sources=["io_icem_1956"],
                confidence="confirmed-by-source",
                note=(
                    "The years are from memory; the source names him as Director in October 1956."
                ),
            ),
            Statement(
                value=Person("Marcus Daly", "United States"),
                start=Day("1958"),
                end=Day("1961"),
                sources=["knowledgr_daly"],
                confidence="confirmed-by-source",
                note=(
                    "Proposed by President Eisenhower and elected by the member governments "
                    "of the time."
                ),
            ),
            Statement(
                value=Person("Bastiaan Wouter Haveman", "Netherlands"),
                start=Day("1962"),
                end=Day("1969"),
                sources=["iombio_haveman"],
                confidence="confirmed-by-source",
                note="Other lists start his term in 1961 (from memory).",
            ),
            Statement(
                value=Person("John F. Thomas", "United States"),
                start=Day("1969"),
                end=Day("1979"),
                sources=["wl_1976geneva", "ap_swing_2008"],
                confidence="confirmed-by-source",
                note="The end year is from memory; a cable names him as Director in April 1976.",
            ),
            Statement(
                value=Person("James L. Carlin", "United States"),
                start=Day("1979"),
                end=Day("1988"),
                sources=["carlin_1982", "carlin_1989"],
                confidence="confirmed-by-source",
                note=(
                    "The years are from memory; he signs as head in 1982, and the end agrees"
                    " with the start of his successor."
                ),
            ),
            Statement(
                value=Person("James N. Purcell Jr.", "United States"),
                start=Day("1988"),
                end=Day("1998"),
                sources=["purcell_obit"],
                confidence="confirmed-by-source",
            ),
            Statement(
                value=Person("Brunson McKinley", "United States"),
                start=Day("1998"),
                end=Day("2008-09-30"),
                sources=["ap_swing_2008", "gal_2008"],
                confidence="two-sources",
            ),
            Statement(
                value=Person("William Lacy Swing", "United States"),
                start=Day("2008-10-01"),
                end=Day("2018-09-30"),
                sources=["ap_swing_2008", "afsa_swing_2012", "iom_dgvote_2018", "iom_council_96"],
                confidence="two-sources",
                note="The date of the second election, 2013, is from memory.",
            ),
            Statement(
                value=Person("António Vitorino", "Portugal"),
                start=Day("2018-10-01"),
                end=Day("2023-09-30"),
                sources=["portugalnews_2018", "diaspora_pt_2018", "cn_mission_2020", "fanabc_2023"],
                confidence="two-sources",
            ),
            Statement(
                value=Person("Amy E. Pope", "United States"),
                start=Day("2023-10-01"),
                sources=["gna_pope_2023", "fanabc_2023"],
                confidence="two-sources",
                note="Elected on 15 May 2023 by the sixth special session of the Council.",
            ),
        ],
        note="The early holders of the post had the title of Director.",
    ),
    Fact(
        id="governance.heads",
        label="Directors and Directors General",
        review_after=Day("2028-05-01"),
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
                        Column(name="country", label="Country", type="country", code="iso2"),
                        Column(name="start", label="From", type="day"),
                        Column(name="end", label="Until", type="day"),
                        Column(name="note", label="Note"),
                    ],
                ),
                at=Day("2023-10-01"),
                sources=["fanabc_2023", "gna_pope_2023", "ap_swing_2008"],
                confidence="two-sources",
            ),
        ],
    ),
    Fact(
        id="governance.heads.count",
        label="Heads of the organization since 1952",
        unit="Directors and Directors General",
        unit_one="Director or Director General",
        derived_from=CountOf("governance.heads"),
        review_after=Day("2028-05-01"),
        statements=[
            Statement(
                value=Number(11),
                at=Day("2023-10-01"),
                sources=["fanabc_2023"],
                confidence="confirmed-by-source",
                note="The ordinal that the press gives to Amy Pope; it agrees with the table.",
            ),
        ],
    ),
    Fact(
        id="governance.heads.other-nationals",
        label="Heads who were not nationals of the United States",
        statements=[
            Statement(
                value=Items(
                    ["Bastiaan Wouter Haveman (Netherlands)", "António Vitorino (Portugal)"]
                ),
                at=Day("2023"),
                sources=["portugalnews_2018", "ap_swing_2008", "iombio_haveman"],
                confidence="two-sources",
            ),
        ],
    ),
    Fact(
        id="governance.heads.first-woman",
        label="First woman at the head",
        statements=[
            Statement(
                value=Person("Amy E. Pope", "United States"),
                at=Day("2023-10-01"),
                sources=["gna_pope_2023"],
                confidence="confirmed-by-source",
            ),
        ],
    ),
    Fact(
        id="governance.director-general.tasks",
        label="What the Director General does",
        statements=[
            Statement(
                value=(
                    "administers and directs the services of the organization and answers "
                    "to the Council"
                ),
                at=Day("2024-06-18"),
                sources=["ch_sr_github"],
                confidence="confirmed-by-source",
                note="Article 13(2) of the Constitution.",
            ),
        ],
    ),
    Fact(
        id="governance.director-general.term",
        label="Term of the Director General",
        unit="years",
        unit_one="year",
        statements=[
            Statement(
                value=Number(5),
                at=Day("2024"),
                sources=["iom_leadership", "iom_greece_structure", "gna_pope_2023", "ch_sr_github"],
                confidence="two-sources",
                note="Normally; the Council can set a shorter term by a two-thirds majority.",
            ),
        ],
    ),
    Fact(
        id="governance.director-general.second-term",
        label="Second term of the Director General",
        statements=[
            Statement(
                value="one re-election is possible",
                at=Day("2020-10-28"),
                sources=["ch_sr_github"],
                confidence="confirmed-by-source",
                note="Article 13(1) in the text of 2020.",
            ),
        ],
    ),
    Fact(
        id="governance.director-general.term-end",
        label="End of the current term of the Director General",
        review_after=Day("2028-05-01"),
        statements=[
            Statement(
                value=Day("2028-09-30"),
                at=Day("2023-10-01"),
                sources=["gna_pope_2023", "fanabc_2023"],
                confidence="two-sources",
                note="Five years from 1 October 2023.",
            ),
        ],
    ),
    Fact(
        id="governance.director-general.majority",
        label="Majority needed to elect the Director General",
        statements=[
            Statement(
                value="two thirds of the votes",
                at=Day("2018-06"),
                sources=["iom_dgvote_2018", "ap_swing_2008"],
                confidence="two-sources",
            ),
        ],
    ),
    Fact(
        id="governance.director-general.ballot",
        label="How the Director General is elected",
        statements=[
            Statement(
                value="secret ballot; after the third round the last candidate drops out",
                at=Day("2018-06"),
                sources=["iom_dgvote_2018", "ap_swing_2008"],
                confidence="two-sources",
            ),
        ],
    ),
]
