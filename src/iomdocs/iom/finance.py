"""Money, staff and size: budgets, appeals, people employed, offices and projects."""

from iomdocs.facts import Day, Fact, Money, Number, Share, Statement, SumOf, Topic

TOPIC = Topic(id="finance", title="Finance and size")

FACTS = [
    Fact(
        id="finance.income",
        label="Income",
        statements=[
            Statement(
                value=Money(26114357, "USD"),
                at=Day("1952"),
                sources=["io_icem_1953b"],
                confidence="confirmed-by-source",
                note="Gross income.",
            ),
            Statement(
                value=Money(2500000000, "USD"),
                at=Day("2021"),
                sources=["wp_2023_kiwix", "wp_2024_mirror"],
                confidence="confirmed-by-source",
                note="Revenue; one article in two copies.",
            ),
        ],
    ),
    Fact(
        id="finance.expenditure",
        label="Expenditure",
        statements=[
            Statement(
                value=Money(19446549, "USD"),
                at=Day("1952"),
                sources=["io_icem_1953b"],
                confidence="confirmed-by-source",
                note="Gross expenditure.",
            ),
            Statement(
                value=Money(242200000, "USD"),
                at=Day("1998"),
                sources=["iom_triangulo", "unsystem_iom", "arabinfo_iom"],
                confidence="two-sources",
            ),
            Statement(
                value=Money(1000000000, "USD", "more than"),
                at=Day("2008"),
                sources=["arabinfo_iom"],
                confidence="confirmed-by-source",
            ),
            Statement(
                value=Money(1300000000, "USD", "about"),
                at=Day("2013"),
                sources=["iom_triangulo"],
                confidence="confirmed-by-source",
                note=(
                    "An estimate. An encyclopedia gives a higher figure for the budget of "
                    "the year; a budget can include money carried forward."
                ),
            ),
            Statement(
                value=Money(1400000000, "USD", "about"),
                at=Day("2014"),
                sources=["unsystem_iom"],
                confidence="confirmed-by-source",
                note="An estimate.",
            ),
        ],
    ),
    Fact(
        id="finance.budget",
        label="Budget",
        derived_from=SumOf(
            ["finance.budget.administrative-1953", "finance.budget.operational-1953"]
        ),
        review_after=Day("2027-05-01"),
        statements=[
            Statement(
                value=Money(36755475, "USD"),
                at=Day("1953"),
                sources=["io_icem_1953a"],
                confidence="confirmed-by-source",
                note="Sum of the administrative and the operational budget.",
            ),
            Statement(
                value=Money(44500000, "USD"),
                at=Day("1956"),
                sources=["io_icem_1956"],
                confidence="confirmed-by-source",
                note="Planned for 126,160 people.",
            ),
            Statement(
                value=Money(800000000, "USD", "about"),
                at=Day("2008-06"),
                sources=["ap_swing_2008"],
                confidence="confirmed-by-source",
                note="The source says nearly.",
            ),
            Statement(
                value=Money(1500000000, "USD"),
                at=Day("2010"),
                sources=["brecorder_2011"],
                confidence="confirmed-by-source",
                note="Called the budget of the last year in December 2011.",
            ),
            Statement(
                value=Money(1675000000, "USD"),
                at=Day("2013"),
                sources=["wp_2016_ipfs"],
                confidence="confirmed-by-source",
                note=(
                    "Given by a Wikipedia copy; far above the estimated expenditure of the "
                    "year, as it may include money carried forward."
                ),
            ),
            Statement(
                value=Money(1800000000, "USD"),
                at=Day("2018"),
                sources=["wp_2019_blog"],
                confidence="confirmed-by-source",
                note="Given by a Wikipedia copy.",
            ),
            Statement(
                value=Money(910000000, "USD"),
                at=Day("2020"),
                sources=["bpb_iom"],
                confidence="confirmed-by-source",
                note=(
                    "A German almanac; the programme budget as first adopted, before the "
                    "revisions of the year."
                ),
            ),
            Statement(
                value=Money(2000000000, "USD", "about"),
                at=Day("2020"),
                sources=["wp_mirror_github"],
                confidence="confirmed-by-source",
                rank="preferred",
                note="After revisions; the budget as first adopted was less than half of it.",
            ),
            Statement(
                value=Money(3340000000, "USD"),
                at=Day("2023"),
                sources=["arete_2024"],
                confidence="confirmed-by-source",
                note="Operational budget.",
            ),
            Statement(
                value=Money(3400000000, "USD"),
                at=Day("2025-03"),
                sources=["devdiscourse_2025"],
                confidence="confirmed-by-source",
                note=(
                    "Quoted when the cuts were announced; more than 40 per cent came from "
                    "the United States."
                ),
            ),
        ],
    ),
    Fact(
        id="finance.budget.administrative-1953",
        label="Administrative budget of 1953",
        statements=[
            Statement(
                value=Money(2147000, "USD"),
                at=Day("1953"),
                sources=["io_icem_1953a"],
                confidence="confirmed-by-source",
            ),
        ],
    ),
    Fact(
        id="finance.budget.operational-1953",
        label="Operational budget of 1953",
        statements=[
            Statement(
                value=Money(34608475, "USD"),
                at=Day("1953"),
                sources=["io_icem_1953a"],
                confidence="confirmed-by-source",
                note="Planned for 120,000 people.",
            ),
        ],
    ),
    Fact(
        id="finance.budget.people-1953",
        label="People to be moved with the budget of 1953",
        unit="people",
        unit_one="person",
        statements=[
            Statement(
                value=Number(120000),
                at=Day("1953"),
                sources=["io_icem_1953a"],
                confidence="confirmed-by-source",
            ),
        ],
    ),
    Fact(
        id="finance.budget.people-1956",
        label="People to be moved with the budget of 1956",
        unit="people",
        unit_one="person",
        statements=[
            Statement(
                value=Number(126160),
                at=Day("1956"),
                sources=["io_icem_1956"],
                confidence="confirmed-by-source",
            ),
        ],
    ),
    Fact(
        id="finance.budget.administrative-2009",
        label="Administrative part of the budget of 2009",
        statements=[
            Statement(
                value=Money(38806000, "CHF"),
                at=Day("2009"),
                sources=["mc2258_amdt1"],
                confidence="confirmed-by-source",
                note="The agreed figure, a rise of 2.0 per cent.",
            ),
        ],
    ),
    Fact(
        id="finance.budget.administrative-2009-proposed",
        label="Administrative part of the budget of 2009 as first proposed",
        statements=[
            Statement(
                value=Money(39377000, "CHF"),
                at=Day("2009"),
                sources=["mc2258_amdt1"],
                confidence="confirmed-by-source",
            ),
        ],
    ),
    Fact(
        id="finance.budget.administrative-2009-rise",
        label="Rise agreed for the administrative part in 2009",
        statements=[
            Statement(
                value=Share(2.0),
                at=Day("2009"),
                sources=["mc2258_amdt1"],
                confidence="confirmed-by-source",
            ),
        ],
    ),
    Fact(
        id="finance.budget.range-2014",
        label="Yearly budget in a biography of about 2014",
        statements=[
            Statement(
                value="1.2 to 1.4 billion US dollars",
                at=Day("2014~"),
                sources=["iom_thompson_fr"],
                confidence="confirmed-by-source",
            ),
        ],
    ),
    Fact(
        id="finance.budget.operational",
        label="Operational budget",
        statements=[
            Statement(
                value=Money(2370000000, "USD"),
                at=Day("2022~"),
                sources=["arete_2024"],
                confidence="confirmed-by-source",
                note="The source only says previously.",
            ),
            Statement(
                value=Money(3340000000, "USD"),
                at=Day("2023"),
                sources=["arete_2024"],
                confidence="confirmed-by-source",
            ),
        ],
    ),
    Fact(
        id="finance.support-income",
        label="Operational support income",
        statements=[
            Statement(
                value=Money(174900000, "USD"),
                at=Day("2023"),
                sources=["arete_2024"],
                confidence="confirmed-by-source",
                note="Pays for staff and services that no single project covers.",
            ),
        ],
    ),
    Fact(
        id="finance.administrative-part",
        label="Who pays the administrative part of the budget",
        statements=[
            Statement(
                value="the Member States, at rates agreed with the Council",
                at=Day("2024-06-18"),
                sources=["ch_sr_github"],
                confidence="confirmed-by-source",
                note="Article 20(1) and (2) of the Constitution.",
            ),
        ],
    ),
    Fact(
        id="finance.operational-part",
        label="Who pays the operational part of the budget",
        statements=[
            Statement(
                value=(
                    "voluntary contributions of States, organizations, other legal bodies "
                    "and private persons"
                ),
                at=Day("2024-06-18"),
                sources=["ch_sr_github"],
                confidence="confirmed-by-source",
                note=(
                    "Article 20(1) and (3) of the Constitution; donors can agree terms of "
                    "use with IOM."
                ),
            ),
        ],
    ),
    Fact(
        id="finance.flexible-share",
        label="Flexible share of the total income",
        statements=[
            Statement(
                value=Share(5),
                at=Day("2024"),
                sources=["ar_2024_epinews"],
                confidence="confirmed-by-source",
                note="Money that donors do not tie to one project.",
            ),
        ],
    ),
    Fact(
        id="finance.united-states-share",
        label="Share of the United States in funding before the cuts",
        statements=[
            Statement(
                value=Share(40, "more than"),
                at=Day("2025-03"),
                sources=["thenews_2025", "devdiscourse_2025"],
                confidence="two-sources",
            ),
        ],
    ),
]
