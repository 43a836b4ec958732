"""How many people are displaced, as UNHCR and others count them."""

from iomdocs.facts import Column, Day, Fact, Number, Statement, SumOf, Table

FACTS = [
    Fact(
        id="context.displaced",
        label="Forcibly displaced people (UNHCR)",
        unit="people",
        unit_one="person",
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
                value=Number(122100000),
                at=Day("2025-04-30"),
                sources=["ap_unhcr_2025"],
                confidence="confirmed-by-source",
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
        unit_one="person",
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
        unit_one="person",
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
        unit_one="person",
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
    # iomdocs: allow W003 a long series, for readers of the data; pages show its totals
    Fact(
        id="context.displaced.kinds",
        label="Displaced people by kind and year",
        review_after=Day("2027-05-01"),
        statements=[
            Statement(
                value=Table(
                    file="displaced.csv",
                    key="year",
                    start="year",
                    columns=[
                        Column(name="year", label="Year", type="day"),
                        Column(name="refugees", label="Refugees", type="number"),
                        Column(name="palestine", label="Palestine refugees", type="number"),
                        Column(
                            name="internally_displaced",
                            label="Displaced inside their countries",
                            type="number",
                        ),
                        Column(name="asylum_seekers", label="Asylum seekers", type="number"),
                        Column(name="others", label="Others who need protection", type="number"),
                        Column(
                            name="total",
                            label="Together",
                            type="number",
                            sum_of=[
                                "refugees",
                                "palestine",
                                "internally_displaced",
                                "asylum_seekers",
                                "others",
                            ],
                        ),
                    ],
                ),
                at=Day("2025"),
                sources=["unhcr_rpkg"],
                confidence="confirmed-by-source",
                note=(
                    "Refugees under the mandate of UNHCR, Palestine refugees registered with "
                    "UNRWA, people displaced by conflict as IDMC counts them. The sum is our own: "
                    "some people are counted twice, so that it lies 0.2 to 1.5 million above the "
                    "totals that UNHCR publishes; it begins when asylum seekers are counted."
                ),
            ),
        ],
    ),
]
