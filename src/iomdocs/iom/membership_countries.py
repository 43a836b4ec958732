"""Single States and groups of States: who joined, left, came back or stays outside."""

from iomdocs.facts import (
    Column,
    CountOf,
    Day,
    DifferenceOf,
    Fact,
    Items,
    Number,
    Statement,
    SumOf,
    Table,
)

FACTS = [
    Fact(
        id="membership.un-members",
        label="Member States that are also members of the United Nations",
        unit="Member States",
        unit_one="Member State",
        derived_from=DifferenceOf("membership.states", "membership.outside-un"),
        statements=[
            Statement(
                value=Number(173),
                at=Day("2024"),
                sources=["wp_mirror_github"],
                confidence="confirmed-by-source",
                note="Counted from the list.",
            ),
        ],
    ),
    Fact(
        id="membership.outside-un",
        label="Members of IOM that are not members of the United Nations",
        statements=[
            Statement(
                value=Items(["the Holy See", "Cook Islands"]),
                at=Day("2024"),
                sources=["wp_mirror_github"],
                confidence="confirmed-by-source",
                note="Found by comparing the list with the membership of the United Nations.",
            ),
        ],
    ),
    Fact(
        id="membership.outside",
        label="Members of the United Nations that are neither members nor observers of IOM",
        review_after=Day("2027-05-01"),
        statements=[
            Statement(
                value=Items(
                    [
                        "Andorra",
                        "Brunei Darussalam",
                        "the Democratic People's Republic of Korea",
                        "Equatorial Guinea",
                        "Iraq",
                        "Lebanon",
                        "Liechtenstein",
                        "Monaco",
                        "Oman",
                        "Singapore",
                        "the Syrian Arab Republic",
                        "the United Arab Emirates",
                    ]
                ),
                at=Day("2025"),
                sources=["wp_mirror_github"],
                confidence="confirmed-by-source",
                note=(
                    "Found by taking members and observers from the membership of the United"
                    " Nations; the list read does not name Andorra, Liechtenstein and "
                    "Monaco."
                ),
            ),
        ],
    ),
    Fact(
        id="membership.outside.count",
        label="Number of members of the United Nations outside IOM",
        unit="States",
        unit_one="State",
        derived_from=CountOf("membership.outside"),
        review_after=Day("2027-05-01"),
        statements=[
            Statement(
                value=Number(12),
                at=Day("2025"),
                sources=["wp_mirror_github"],
                confidence="confirmed-by-source",
                note="Counted from the same comparison.",
            ),
        ],
    ),
    Fact(
        id="membership.brussels",
        label="Member States that took part in the Brussels conference of 1951",
        unit="States",
        unit_one="State",
        statements=[
            Statement(
                value=Number(16),
                at=Day("1951-12-05"),
                sources=["huygens_icem"],
                confidence="confirmed-by-source",
                note=(
                    "By a Dutch archive guide; reports of the United States count otherwise."
                    " All of them are members today."
                ),
            ),
        ],
    ),
    Fact(
        id="membership.founding-session",
        label="States that were members by the fourth session of the committee",
        unit="Member States",
        unit_one="Member State",
        derived_from=CountOf("membership.members", where="session_1952 = member"),
        statements=[
            Statement(
                value=Number(19),
                at=Day("1952-10"),
                sources=["frus_1952_d248", "wp_mirror_github"],
                confidence="confirmed-by-source",
                note="Counted from the list of delegations; all of them are members today.",
            ),
        ],
    ),
    Fact(
        id="membership.admitted-2011",
        label="States admitted in December 2011",
        unit="States",
        unit_one="State",
        derived_from=CountOf(
            "membership.members", where="since >= 2011-12-01, since <= 2011-12-31"
        ),
        statements=[
            Statement(
                value=Number(14),
                at=Day("2011-12"),
                sources=["brecorder_2011", "raajje_2011"],
                confidence="two-sources",
            ),
        ],
    ),
    Fact(
        id="membership.returns",
        label="States that left and came back",
        statements=[
            Statement(
                value=Table(
                    file="returns.csv",
                    key="iso2",
                    start="back",
                    columns=[
                        Column(name="iso2", label="Code"),
                        Column(name="name", label="State", type="country", code="iso2"),
                        Column(name="last", label="Last year before leaving", type="day"),
                        Column(name="back", label="Back", type="day"),
                        Column(name="note", label="Note"),
                    ],
                ),
                at=Day("2014"),
                sources=["cow_igo_v3", "nl_trb_2014_67"],
                confidence="confirmed-by-source",
                note=(
                    "Years of a database, the last year present and the first year present "
                    "again, can be some years off; three returns are dated by the Dutch list"
                    " of parties. Reasons are not given."
                ),
            ),
        ],
    ),
    Fact(
        id="membership.returns.count",
        label="Number of States that left and came back",
        unit="States",
        unit_one="State",
        derived_from=CountOf("membership.returns"),
        statements=[
            Statement(
                value=Number(11),
                at=Day("2014"),
                sources=["cow_igo_v3"],
                confidence="confirmed-by-source",
                note="Counted from the spells of membership in the database.",
            ),
        ],
    ),
    Fact(
        id="membership.africa",
        label="African Member States",
        unit="African Member States",
        unit_one="African Member State",
        statements=[
            Statement(
                value=Number(9),
                at=Day("1999"),
                sources=["iom_ndiaye"],
                confidence="confirmed-by-source",
            ),
            Statement(
                value=Number(38),
                at=Day("2009"),
                sources=["iom_ndiaye"],
                confidence="confirmed-by-source",
            ),
        ],
    ),
    Fact(
        id="membership.development-fund",
        label="Members eligible for the second line of the IOM Development Fund",
        unit="Member States",
        unit_one="Member State",
        derived_from=SumOf(
            [
                "membership.development-fund.africa",
                "membership.development-fund.asia",
                "membership.development-fund.latin-america",
                "membership.development-fund.europe",
            ],
            within=1,
        ),
        statements=[
            Statement(
                value=Number(111),
                at=Day("2024-08"),
                sources=["iom_line2_2024"],
                confidence="confirmed-by-source",
                note=(
                    "The stored copy of the list is cut off, so one name cannot be placed in"
                    " a region."
                ),
            ),
        ],
    ),
    Fact(
        id="membership.development-fund.africa",
        label="Of these, in Africa",
        unit="Member States",
        unit_one="Member State",
        statements=[
            Statement(
                value=Number(45),
                at=Day("2024-08"),
                sources=["iom_line2_2024"],
                confidence="confirmed-by-source",
            ),
        ],
    ),
    Fact(
        id="membership.development-fund.asia",
        label="Of these, in Asia and Oceania",
        unit="Member States",
        unit_one="Member State",
        statements=[
            Statement(
                value=Number(31),
                at=Day("2024-08"),
                sources=["iom_line2_2024"],
                confidence="confirmed-by-source",
            ),
        ],
    ),
    Fact(
        id="membership.development-fund.latin-america",
        label="Of these, in Latin America and the Caribbean",
        unit="Member States",
        unit_one="Member State",
        statements=[
            Statement(
                value=Number(21),
                at=Day("2024-08"),
                sources=["iom_line2_2024"],
                confidence="confirmed-by-source",
            ),
        ],
    ),
    Fact(
        id="membership.development-fund.europe",
        label="Of these, in Europe",
        unit="Member States",
        unit_one="Member State",
        statements=[
            Statement(
                value=Number(13),
                at=Day("2024-08"),
                sources=["iom_line2_2024"],
                confidence="confirmed-by-source",
                note="The stored copy breaks off inside this group.",
            ),
        ],
    ),
    Fact(
        id="membership.china.observer",
        label="China becomes an observer",
        statements=[
            Statement(
                value=Day("2001-06"),
                at=Day("2001-06"),
                sources=["cn_mission_2020"],
                confidence="confirmed-by-source",
            ),
        ],
    ),
    Fact(
        id="membership.china.admitted",
        label="China becomes a member",
        statements=[
            Statement(
                value=Day("2016-06-30"),
                at=Day("2016-06-30"),
                sources=["iom_za_2016", "foxnews_2016"],
                confidence="two-sources",
                note="Admitted by the first special session of the Council.",
            ),
        ],
    ),
    Fact(
        id="membership.kuwait.observer",
        label="Kuwait becomes an observer",
        statements=[
            Statement(
                value=Day("2017-11-28"),
                at=Day("2017-11-28"),
                sources=["az_migration_2017"],
                confidence="confirmed-by-source",
                note=(
                    "At the 108th session; the source speaks of participation in the "
                    "capacity of observer."
                ),
            ),
        ],
    ),
    Fact(
        id="membership.russia.observer",
        label="The Russian Federation becomes an observer",
        statements=[
            Statement(
                value=Day("1992-05-27"),
                at=Day("1992-05-27"),
                sources=["mvd_2021"],
                confidence="confirmed-by-source",
                note="As told by its interior ministry.",
            ),
        ],
    ),
    Fact(
        id="membership.russia.vote",
        label="The Council votes on the admission of the Russian Federation",
        statements=[
            Statement(
                value=Day("2020-11-24"),
                at=Day("2020-11-24"),
                sources=["tass_2020"],
                confidence="confirmed-by-source",
            ),
        ],
    ),
    Fact(
        id="membership.russia.votes-for",
        label="Votes for the admission of the Russian Federation",
        unit="votes",
        unit_one="vote",
        statements=[
            Statement(
                value=Number(116),
                at=Day("2020-11-24"),
                sources=["tass_2020"],
                confidence="confirmed-by-source",
                note="As told by the Russian permanent representative.",
            ),
        ],
    ),
    Fact(
        id="membership.russia.votes-against",
        label="Votes against the admission of the Russian Federation",
        unit="votes",
        unit_one="vote",
        derived_from=CountOf("membership.russia.against"),
        statements=[
            Statement(
                value=Number(2),
                at=Day("2020-11-24"),
                sources=["tass_2020"],
                confidence="confirmed-by-source",
                note="As told by the Russian permanent representative.",
            ),
        ],
    ),
    Fact(
        id="membership.russia.abstentions",
        label="Abstentions on the admission of the Russian Federation",
        unit="abstentions",
        unit_one="abstention",
        derived_from=CountOf("membership.russia.abstained"),
        statements=[
            Statement(
                value=Number(2),
                at=Day("2020-11-24"),
                sources=["tass_2020"],
                confidence="confirmed-by-source",
                note="As told by the Russian permanent representative.",
            ),
        ],
    ),
    Fact(
        id="membership.russia.against",
        label="States that voted against the admission of the Russian Federation",
        statements=[
            Statement(
                value=Items(["Ukraine", "Georgia"]),
                at=Day("2020-11-24"),
                sources=["tass_2020"],
                confidence="confirmed-by-source",
                note="As told by the Russian permanent representative.",
            ),
        ],
    ),
    Fact(
        id="membership.russia.abstained",
        label="States that abstained on the admission of the Russian Federation",
        statements=[
            Statement(
                value=Items(["the United States", "Honduras"]),
                at=Day("2020-11-24"),
                sources=["tass_2020"],
                confidence="confirmed-by-source",
                note="As told by the Russian permanent representative.",
            ),
        ],
    ),
    Fact(
        id="membership.russia.joined",
        label="The Russian Federation becomes a member",
        statements=[
            Statement(
                value=Day("2021-04-19"),
                at=Day("2021-04-19"),
                sources=["tass_2021", "mvd_2021"],
                confidence="two-sources",
                note="The day on which the acceptance of the Constitution was handed over.",
            ),
        ],
    ),
    Fact(
        id="membership.barbados.admitted",
        label="Barbados is admitted",
        statements=[
            Statement(
                value=Day("2022-11"),
                at=Day("2022-11"),
                sources=["barbados_2022"],
                confidence="confirmed-by-source",
                note="In the week of the anniversary of its independence, 30 November.",
            ),
        ],
    ),
]
