"""Global appeals, the cuts of 2025, and private money."""

from iomdocs.facts import Day, DifferenceOf, Fact, Money, Number, Share, Statement, SumOf

FACTS = [
    Fact(
        id="finance.cut",
        label="Fall of donor funding expected for 2025",
        statements=[
            Statement(
                value=Share(30),
                at=Day("2025-03-18"),
                sources=["iom_cuts_2025", "devdiscourse_2025", "thenews_2025"],
                confidence="two-sources",
            ),
        ],
    ),
    Fact(
        id="finance.cut.announced",
        label="Announcement of the cuts",
        statements=[
            Statement(
                value=Day("2025-03-18"),
                at=Day("2025-03-18"),
                sources=["iom_cuts_2025", "thenews_2025"],
                confidence="two-sources",
            ),
        ],
    ),
    Fact(
        id="finance.cut.staff",
        label="Staff affected by projects that end",
        unit="staff",
        unit_one="member of staff",
        statements=[
            Statement(
                value=Number(6000, "more than"),
                at=Day("2025-03-18"),
                sources=["iom_cuts_2025", "thenews_2025"],
                confidence="two-sources",
            ),
        ],
    ),
    Fact(
        id="finance.cut.resettlement-staff",
        label="Of these, staff who worked for resettlement to the United States",
        unit="staff",
        unit_one="member of staff",
        statements=[
            Statement(
                value=Number(3000, "about"),
                at=Day("2025-03-18"),
                sources=["thenews_2025"],
                confidence="confirmed-by-source",
            ),
        ],
    ),
    Fact(
        id="finance.cut.headquarters-posts",
        label="Posts cut at headquarters",
        unit="posts",
        unit_one="post",
        statements=[
            Statement(
                value=Number(250, "more than"),
                at=Day("2025-03-18"),
                sources=["iom_cuts_2025", "thenews_2025"],
                confidence="two-sources",
            ),
        ],
    ),
    Fact(
        id="finance.cut.headquarters-share",
        label="Part of the headquarters staff that is cut",
        statements=[
            Statement(
                value=Share(20, "about"),
                at=Day("2025-03-18"),
                sources=["iom_cuts_2025"],
                confidence="confirmed-by-source",
            ),
        ],
    ),
    Fact(
        id="finance.appeal",
        label="Global Appeal",
        derived_from=SumOf(
            [
                "finance.appeal.saving-lives",
                "finance.appeal.displacement",
                "finance.appeal.pathways",
                "finance.appeal.core",
            ],
            within=50000000,
        ),
        review_after=Day("2027-05-01"),
        statements=[
            Statement(
                value=Money(7900000000, "USD"),
                at=Day("2024-01-22"),
                sources=["arete_2024", "lbc_2024"],
                confidence="two-sources",
                note="The first; for 2024.",
            ),
            Statement(
                value=Money(8200000000, "USD"),
                at=Day("2025"),
                sources=["newsghana_2025"],
                confidence="confirmed-by-source",
            ),
            Statement(
                value=Money(4700000000, "USD"),
                at=Day("2025-12"),
                sources=["fundsforngos_2026", "newsghana_2025"],
                confidence="two-sources",
                note="For 2026.",
            ),
        ],
    ),
    Fact(
        id="finance.appeal.launch",
        label="Launch of the first Global Appeal",
        statements=[
            Statement(
                value=Day("2024-01-22"),
                at=Day("2024-01-22"),
                sources=["arete_2024", "lbc_2024"],
                confidence="two-sources",
            ),
        ],
    ),
    Fact(
        id="finance.appeal.people",
        label="People to be helped with the Global Appeal",
        unit="people",
        unit_one="person",
        review_after=Day("2027-05-01"),
        statements=[
            Statement(
                value=Number(140000000, "about"),
                at=Day("2024-01-22"),
                sources=["arete_2024", "lbc_2024"],
                confidence="two-sources",
                note="The source says almost.",
            ),
            Statement(
                value=Number(41000000),
                at=Day("2025-12"),
                sources=["fundsforngos_2026", "newsghana_2025"],
                confidence="two-sources",
                note="For 2026.",
            ),
        ],
    ),
    Fact(
        id="finance.appeal.secured",
        label="Money in hand for the Global Appeal",
        review_after=Day("2027-05-01"),
        statements=[
            Statement(
                value=Money(1300000000, "USD"),
                at=Day("2025-12"),
                sources=["fundsforngos_2026", "newsghana_2025"],
                confidence="two-sources",
                note="For 2026.",
            ),
        ],
    ),
    Fact(
        id="finance.appeal.gap",
        label="Gap of the Global Appeal",
        derived_from=DifferenceOf("finance.appeal", "finance.appeal.secured"),
        review_after=Day("2027-05-01"),
        statements=[
            Statement(
                value=Money(3400000000, "USD"),
                at=Day("2025-12"),
                sources=["fundsforngos_2026", "newsghana_2025"],
                confidence="two-sources",
                note="For 2026.",
            ),
        ],
    ),
    Fact(
        id="finance.appeal.saving-lives",
        label="Global Appeal: saving lives",
        statements=[
            Statement(
                value=Money(1500000000, "USD"),
                at=Day("2025-12"),
                sources=["fundsforngos_2026", "newsghana_2025"],
                confidence="two-sources",
                note="For 2026.",
            ),
        ],
    ),
    Fact(
        id="finance.appeal.displacement",
        label="Global Appeal: solutions to displacement",
        statements=[
            Statement(
                value=Money(1500000000, "USD"),
                at=Day("2025-12"),
                sources=["fundsforngos_2026", "newsghana_2025"],
                confidence="two-sources",
                note="For 2026.",
            ),
        ],
    ),
    Fact(
        id="finance.appeal.pathways",
        label="Global Appeal: regular pathways",
        statements=[
            Statement(
                value=Money(1300000000, "USD"),
                at=Day("2025-12"),
                sources=["fundsforngos_2026", "newsghana_2025"],
                confidence="two-sources",
                note="For 2026.",
            ),
        ],
    ),
    Fact(
        id="finance.appeal.core",
        label="Global Appeal: core structure",
        statements=[
            Statement(
                value=Money(350000000, "USD"),
                at=Day("2025-12"),
                sources=["fundsforngos_2026", "newsghana_2025"],
                confidence="two-sources",
                note="For 2026.",
            ),
        ],
    ),
    Fact(
        id="finance.private-sector",
        label="Funding from the private sector",
        statements=[
            Statement(
                value=Money(30000000, "USD"),
                at=Day("2023"),
                sources=["ar_2023"],
                confidence="confirmed-by-source",
            ),
        ],
    ),
]
