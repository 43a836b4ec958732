"""The world around IOM: migrants, remittances and displaced people in numbers."""

from iomdocs.facts import Column, Day, Fact, Money, Number, Share, Statement, SumOf, Table, Topic

TOPIC = Topic(id="context", title="Migration in numbers")

FACTS = [
    Fact(
        id="context.migrants",
        label="International migrants in the world",
        unit="people",
        review_after=Day("2027-05-01"),
        statements=[
            Statement(
                value=Number(84000000),
                at=Day("1970"),
                sources=["wmr2024_ch2_numbers"],
                confidence="confirmed-by-source",
            ),
            Statement(
                value=Number(153011473),
                at=Day("1990"),
                sources=["undesa_2019_github"],
                confidence="confirmed-by-source",
                note="Revision of 2019.",
            ),
            Statement(
                value=Number(154000000),
                at=Day("1990"),
                sources=["dawn_2025"],
                confidence="confirmed-by-source",
                rank="preferred",
                note="Revision of 2024, rounded.",
            ),
            Statement(
                value=Number(161316895),
                at=Day("1995"),
                sources=["undesa_2019_github"],
                confidence="confirmed-by-source",
                note="Revision of 2019.",
            ),
            Statement(
                value=Number(173588441),
                at=Day("2000"),
                sources=["undesa_2019_github"],
                confidence="confirmed-by-source",
                note="Revision of 2019.",
            ),
            Statement(
                value=Number(191615574),
                at=Day("2005"),
                sources=["undesa_2019_github"],
                confidence="confirmed-by-source",
                note="Revision of 2019.",
            ),
            Statement(
                value=Number(220781909),
                at=Day("2010"),
                sources=["undesa_2019_github"],
                confidence="confirmed-by-source",
                note="Revision of 2019.",
            ),
            Statement(
                value=Number(248861296),
                at=Day("2015"),
                sources=["undesa_2019_github"],
                confidence="confirmed-by-source",
                note="Revision of 2019.",
            ),
            Statement(
                value=Number(271642105),
                at=Day("2019"),
                sources=["undesa_2019_github"],
                confidence="confirmed-by-source",
                note="Revision of 2019.",
            ),
            Statement(
                value=Number(281000000),
                at=Day("2020"),
                sources=["wmr2024_ch2_numbers", "wmr2024_launch"],
                confidence="two-sources",
                note="Revision of 2020, still much quoted; contradicted by that of 2024.",
            ),
            Statement(
                value=Number(275000000),
                at=Day("2020"),
                sources=["mdp_stocks"],
                confidence="confirmed-by-source",
                rank="preferred",
                note="Revision of 2024, which lowers the earlier figure.",
            ),
            Statement(
                value=Number(304021813),
                at=Day("2024"),
                sources=["undesa_2024_check", "dawn_2025", "mdp_stocks"],
                confidence="two-sources",
                note="Middle of the year. The press rounds to 304 million.",
            ),
        ],
    ),
    Fact(
        id="context.migrants.first-figure-2020",
        label="International migrants in 2020 as first published",
        unit="people",
        statements=[
            Statement(
                value=Number(281000000),
                at=Day("2020"),
                sources=["wmr2024_ch2_numbers", "wmr2024_launch"],
                confidence="two-sources",
                note="Since revised downwards: see context.migrants.",
            ),
        ],
    ),
    Fact(
        id="context.migrants.share",
        label="Migrants as a share of world population",
        review_after=Day("2027-05-01"),
        statements=[
            Statement(
                value=Share(2.3),
                at=Day("1970"),
                sources=["asianvoice_2024"],
                confidence="confirmed-by-source",
            ),
            Statement(
                value=Share(2.9),
                at=Day("1990"),
                sources=["dawn_2025"],
                confidence="confirmed-by-source",
            ),
            Statement(
                value=Share(2.8),
                at=Day("2000"),
                sources=["urdupoint_2019"],
                confidence="confirmed-by-source",
            ),
            Statement(
                value=Share(3.5),
                at=Day("2019"),
                sources=["urdupoint_2019"],
                confidence="confirmed-by-source",
            ),
            Statement(
                value=Share(3.6),
                at=Day("2020"),
                sources=["asianvoice_2024"],
                confidence="confirmed-by-source",
            ),
            Statement(
                value=Share(3.7),
                at=Day("2024"),
                sources=["dawn_2025", "mdp_stocks"],
                confidence="two-sources",
            ),
        ],
    ),
    Fact(
        id="context.migrants.women",
        label="Women and girls among migrants",
        review_after=Day("2027-05-01"),
        statements=[
            Statement(
                value=Share(48),
                at=Day("2024"),
                sources=["dawn_2025", "mdp_stocks"],
                confidence="two-sources",
            ),
        ],
    ),
    Fact(
        id="context.destinations",
        label="Countries with most migrants",
        review_after=Day("2027-05-01"),
        statements=[
            Statement(
                value=Table(
                    file="destinations.csv",
                    key="id",
                    columns=[
                        Column(name="country", label="Country", type="country", code="iso2"),
                        Column(name="people", label="Migrants", type="number"),
                    ],
                ),
                at=Day("2024"),
                sources=["dawn_2025"],
                confidence="confirmed-by-source",
                note="The figures are rounded.",
            ),
        ],
    ),
    Fact(
        id="context.origins",
        label="Countries most migrants come from",
        review_after=Day("2027-05-01"),
        statements=[
            Statement(
                value=Table(
                    file="origins.csv",
                    key="id",
                    columns=[
                        Column(name="country", label="Country", type="country", code="iso2"),
                        Column(name="people", label="Migrants", type="number"),
                    ],
                ),
                at=Day("2024"),
                sources=["mdp_stocks"],
                confidence="confirmed-by-source",
                note="The figures are rounded.",
            ),
        ],
    ),
    Fact(
        id="context.remittances",
        label="Remittances in the world",
        review_after=Day("2027-05-01"),
        statements=[
            Statement(
                value=Money(126000000000, "USD"),
                at=Day("2000"),
                sources=["bs_2020_remit"],
                confidence="confirmed-by-source",
            ),
            Statement(
                value=Money(128000000000, "USD"),
                at=Day("2000"),
                sources=["wmr2024_ch2_remit"],
                confidence="confirmed-by-source",
                rank="preferred",
                note="As in the World Migration Report 2024.",
            ),
            Statement(
                value=Money(542000000000, "USD"),
                at=Day("2013"),
                sources=["wb_media_2013"],
                confidence="confirmed-by-source",
            ),
            Statement(
                value=Money(582000000000, "USD"),
                at=Day("2014"),
                sources=["paypers_2014"],
                confidence="confirmed-by-source",
            ),
            Statement(
                value=Money(633000000000, "USD"),
                at=Day("2017"),
                sources=["bs_2020_remit"],
                confidence="confirmed-by-source",
            ),
            Statement(
                value=Money(689000000000, "USD"),
                at=Day("2018"),
                sources=["bs_2020_remit"],
                confidence="confirmed-by-source",
            ),
            Statement(
                value=Money(717000000000, "USD"),
                at=Day("2020"),
                sources=["wmr2024_ch2_remit"],
                confidence="confirmed-by-source",
            ),
            Statement(
                value=Money(791000000000, "USD"),
                at=Day("2021"),
                sources=["wmr2024_ch2_remit"],
                confidence="confirmed-by-source",
            ),
            Statement(
                value=Money(831000000000, "USD"),
                at=Day("2022"),
                sources=["wmr2024_ch2_remit", "wmr2024_launch"],
                confidence="two-sources",
                rank="preferred",
                note="As in the World Migration Report 2024.",
            ),
            Statement(
                value=Money(843000000000, "USD"),
                at=Day("2022"),
                sources=["mdp_remit"],
                confidence="confirmed-by-source",
                note="An earlier brief, still printed on the same page as newer figures.",
            ),
            Statement(
                value=Money(857000000000, "USD"),
                at=Day("2023"),
                sources=["mdp_remit"],
                confidence="confirmed-by-source",
                note="An earlier brief.",
            ),
            Statement(
                value=Money(865000000000, "USD"),
                at=Day("2023"),
                sources=["mdp_remit"],
                confidence="confirmed-by-source",
                rank="preferred",
            ),
            Statement(
                value=Money(883000000000, "USD"),
                at=Day("2024"),
                sources=["fundsforngos_2026"],
                confidence="confirmed-by-source",
                note=("As quoted in the appeal of IOM for 2026; contradicted by the World Bank."),
            ),
            Statement(
                value=Money(905000000000, "USD"),
                at=Day("2024"),
                sources=["mdp_remit"],
                confidence="confirmed-by-source",
                rank="preferred",
                note="World Bank, December 2024.",
            ),
        ],
    ),
    Fact(
        id="context.remittances.in-appeal",
        label="Remittances in 2024 as the appeal of IOM quotes them",
        statements=[
            Statement(
                value=Money(883000000000, "USD"),
                at=Day("2024"),
                sources=["fundsforngos_2026"],
                confidence="confirmed-by-source",
                note="Contradicted by the World Bank: see context.remittances.",
            ),
        ],
    ),
    Fact(
        id="context.remittances.poorer-countries",
        label="Remittances to low- and middle-income countries",
        review_after=Day("2027-05-01"),
        statements=[
            Statement(
                value=Money(401000000000, "USD"),
                at=Day("2012"),
                sources=["wb_brief20"],
                confidence="confirmed-by-source",
            ),
            Statement(
                value=Money(404000000000, "USD"),
                at=Day("2013"),
                sources=["wb_media_2013"],
                confidence="confirmed-by-source",
            ),
            Statement(
                value=Money(435000000000, "USD"),
                at=Day("2014"),
                sources=["paypers_2014"],
                confidence="confirmed-by-source",
                note="Forecast.",
            ),
            Statement(
                value=Money(599000000000, "USD"),
                at=Day("2021"),
                sources=["wmr2024_ch2_remit"],
                confidence="confirmed-by-source",
            ),
            Statement(
                value=Money(647000000000, "USD"),
                at=Day("2022"),
                sources=["wmr2024_ch2_remit", "wmr2024_launch"],
                confidence="two-sources",
            ),
            Statement(
                value=Money(669000000000, "USD"),
                at=Day("2023"),
                sources=["crackit_2023"],
                confidence="confirmed-by-source",
                note="First estimate.",
            ),
            Statement(
                value=Money(656000000000, "USD"),
                at=Day("2023"),
                sources=["wb_remit_2024"],
                confidence="confirmed-by-source",
                rank="preferred",
            ),
            Statement(
                value=Money(685000000000, "USD"),
                at=Day("2024"),
                sources=["bs_2024_remit"],
                confidence="confirmed-by-source",
                note="Estimate of December 2024.",
            ),
        ],
    ),
    Fact(
        id="context.displaced",
        label="Forcibly displaced people (UNHCR)",
        unit="people",
        review_after=Day("2027-05-01"),
        statements=[
            Statement(
                value=Number(70800000),
                at=Day("2018"),
                sources=["xinhua_2019"],
                confidence="confirmed-by-source",
            ),
            Statement(
                value=Number(117300000),
                at=Day("2023"),
                sources=["ecoi_2024"],
                confidence="confirmed-by-source",
            ),
            Statement(
                value=Number(123200000),
                at=Day("2024-12-31"),
                sources=["britainherald_2025", "dailysabah_2025", "newsghana_2025b"],
                confidence="two-sources",
            ),
            Statement(
                value=Number(117300000),
                at=Day("2025-06-30"),
                sources=["policyedge_2025"],
                confidence="confirmed-by-source",
            ),
            Statement(
                value=Number(118000000, "about"),
                at=Day("2025-12-31"),
                sources=["khabr_2026"],
                confidence="confirmed-by-source",
                note=(
                    "Nearly, by a headline of 11 June 2026. The parts in the data of UNHCR "
                    "add up to 119.3 million before overlaps are taken out."
                ),
            ),
        ],
    ),
    Fact(
        id="context.internally-displaced",
        label="Internally displaced people (IDMC)",
        unit="people",
        derived_from=SumOf(
            ["context.internally-displaced.conflict", "context.internally-displaced.disasters"],
            within=100000,
        ),
        review_after=Day("2027-05-01"),
        statements=[
            Statement(
                value=Number(71100000),
                at=Day("2022"),
                sources=["arete_2024"],
                confidence="confirmed-by-source",
            ),
            Statement(
                value=Number(75900000),
                at=Day("2023"),
                sources=["idmc_grid_2024"],
                confidence="confirmed-by-source",
            ),
            Statement(
                value=Number(83400000),
                at=Day("2024-12-31"),
                sources=["egris_grid_2025", "fundsforngos_2026"],
                confidence="two-sources",
            ),
        ],
    ),
    Fact(
        id="context.internally-displaced.conflict",
        label="Internally displaced by conflict and violence",
        unit="people",
        review_after=Day("2027-05-01"),
        statements=[
            Statement(
                value=Number(73500000),
                at=Day("2024-12-31"),
                sources=["egris_grid_2025", "fundsforngos_2026"],
                confidence="two-sources",
            ),
        ],
    ),
    Fact(
        id="context.internally-displaced.disasters",
        label="Internally displaced by disasters",
        unit="people",
        review_after=Day("2027-05-01"),
        statements=[
            Statement(
                value=Number(9800000),
                at=Day("2024-12-31"),
                sources=["egris_grid_2025", "fundsforngos_2026"],
                confidence="two-sources",
            ),
        ],
    ),
    Fact(
        id="context.migrant-workers",
        label="Migrant workers",
        unit="people",
        review_after=Day("2027-05-01"),
        statements=[
            Statement(
                value=Number(168000000),
                at=Day("2025-12"),
                sources=["fundsforngos_2026", "newsghana_2025"],
                confidence="two-sources",
                note="Estimate of the International Labour Organization as quoted by IOM.",
            ),
        ],
    ),
]
