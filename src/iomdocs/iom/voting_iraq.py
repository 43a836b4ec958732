"""The votes of Iraqis abroad in 2005."""

from iomdocs.facts import (
    Column,
    CountOf,
    Day,
    Fact,
    Items,
    Money,
    Number,
    Period,
    Share,
    Statement,
    Table,
)

FACTS = [
    Fact(
        id="voting.iraq.agreement",
        label="Memorandum between the Iraqi electoral commission and IOM",
        statements=[
            Statement(
                value=Day("2004-11-11"),
                at=Day("2004-11-11"),
                sources=["iraqocv", "ipu_iraq_2005"],
                confidence="two-sources",
            ),
        ],
    ),
    Fact(
        id="voting.iraq.mandate",
        label="On whose behalf the Iraqi vote abroad was run",
        statements=[
            Statement(
                value="the Independent Electoral Commission of Iraq",
                at=Day("2004-11-11"),
                sources=["iraqocv", "ipu_iraq_2005", "tnh_2004_12"],
                confidence="two-sources",
            ),
        ],
    ),
    Fact(
        id="voting.iraq.election",
        label="Election of the Transitional National Assembly of Iraq",
        statements=[
            Statement(
                value=Day("2005-01-30"),
                at=Day("2005-01-30"),
                sources=["iraqocv", "bbc_2005_06"],
                confidence="two-sources",
            ),
        ],
    ),
    Fact(
        id="voting.iraq.voting-days",
        label="Days of the Iraqi vote abroad",
        statements=[
            Statement(
                value=Period(Day("2005-01-28"), Day("2005-01-30")),
                at=Day("2005-01-28"),
                sources=["iraqocv", "bbc_2005_06"],
                confidence="two-sources",
            ),
        ],
    ),
    Fact(
        id="voting.iraq.countries",
        label="Number of host countries of the Iraqi vote abroad",
        unit="countries",
        unit_one="country",
        derived_from=CountOf("voting.iraq.host-countries"),
        statements=[
            Statement(
                value=Number(14),
                at=Day("2005-01"),
                sources=["tnh_2004_12", "bbc_2005_06", "ipu_iraq_2005"],
                confidence="two-sources",
            ),
        ],
    ),
    Fact(
        id="voting.iraq.host-countries",
        label="Host countries of the Iraqi vote abroad",
        statements=[
            Statement(
                value=Items(
                    [
                        "Australia",
                        "Canada",
                        "Denmark",
                        "France",
                        "Germany",
                        "Iran (Islamic Republic of)",
                        "Jordan",
                        "the Netherlands",
                        "Sweden",
                        "the Syrian Arab Republic",
                        "Türkiye",
                        "the United Arab Emirates",
                        "the United Kingdom",
                        "the United States",
                    ]
                ),
                at=Day("2005-01"),
                sources=["tnh_2004_12", "bbc_2005_06", "ipu_iraq_2005"],
                confidence="two-sources",
            ),
        ],
    ),
    Fact(
        id="voting.iraq.residents",
        label="Iraqis living in the host countries",
        statements=[
            Statement(
                value=Table(
                    file="iraq-residents.csv",
                    key="id",
                    columns=[
                        Column(name="country", label="Country", type="country", code="iso2"),
                        Column(name="people", label="Iraqis, estimate", type="number"),
                    ],
                ),
                at=Day("2005-01"),
                sources=["bbc_2005_23", "bbc_2005_06"],
                confidence="two-sources",
                note="Estimates of IOM as the BBC gives them.",
            ),
        ],
    ),
    Fact(
        id="voting.iraq.cities",
        label="Cities with registration and polling centres",
        unit="cities",
        unit_one="city",
        statements=[
            Statement(
                value=Number(36),
                at=Day("2005-01"),
                sources=["voa_2005", "washtimes_2005"],
                confidence="two-sources",
            ),
        ],
    ),
    Fact(
        id="voting.iraq.centres",
        label="Registration centres",
        unit="centres",
        unit_one="centre",
        statements=[
            Statement(
                value=Number(74),
                at=Day("2005-01"),
                sources=["aljazeera_2005", "iom_ocv_iraq"],
                confidence="two-sources",
            ),
        ],
    ),
    Fact(
        id="voting.iraq.staff",
        label="Staff of the Iraqi programme",
        unit="staff",
        unit_one="member of staff",
        statements=[
            Statement(
                value=Number(7000, "more than"),
                at=Day("2005-01"),
                sources=["iom_ocv_iraq"],
                confidence="confirmed-by-source",
                note="Recruited in the host countries, almost all of them Iraqis.",
            ),
        ],
    ),
    Fact(
        id="voting.iraq.registration",
        label="Registration of Iraqi voters abroad",
        statements=[
            Statement(
                value=Period(Day("2005-01-17"), Day("2005-01-23")),
                at=Day("2005-01-06"),
                sources=["bbc_2005_06"],
                confidence="confirmed-by-source",
                note="As planned.",
            ),
            Statement(
                value=Period(Day("2005-01-17"), Day("2005-01-25")),
                at=Day("2005-01-23"),
                sources=["bbc_2005_23", "aljazeera_2005"],
                confidence="two-sources",
                note="Extended by two days because few people had come.",
            ),
        ],
    ),
    Fact(
        id="voting.iraq.registered",
        label="Iraqis registered to vote abroad",
        unit="people",
        unit_one="person",
        statements=[
            Statement(
                value=Number(131635),
                at=Day("2005-01-21"),
                sources=["aljazeera_2005"],
                confidence="confirmed-by-source",
                note="After the fifth day.",
            ),
            Statement(
                value=Number(280303),
                at=Day("2005-01-26"),
                sources=["washtimes_2005", "iom_ocv_iraq"],
                confidence="two-sources",
                note=(
                    "After the close on 25 January. A later official figure of 279,944 is "
                    "recalled and not checked against a source."
                ),
            ),
        ],
    ),
    Fact(
        id="voting.iraq.voters",
        label="Iraqis who voted abroad",
        unit="voters",
        unit_one="voter",
        statements=[
            Statement(
                value=Number(265148),
                at=Day("2005-01-31"),
                sources=["fox_2005", "iom_ocv_iraq"],
                confidence="two-sources",
            ),
        ],
    ),
    Fact(
        id="voting.iraq.registered-with-cadets",
        label="Iraqis registered to vote abroad, with police cadets in Jordan",
        unit="people",
        unit_one="person",
        statements=[
            Statement(
                value=Number(283341),
                at=Day("2005-01-31"),
                sources=["ocala_2005"],
                confidence="confirmed-by-source",
                note="As IOM told the press; 3,038 of them were police cadets in training.",
            ),
        ],
    ),
    Fact(
        id="voting.iraq.turnout",
        label="Share of the registered who voted abroad",
        statements=[
            Statement(
                value=Share(93, "about"),
                at=Day("2005-01-31"),
                sources=["fox_2005"],
                confidence="confirmed-by-source",
                note="By a press agency, rounded.",
            ),
            Statement(
                value=Share(93.6),
                at=Day("2005-01-31"),
                sources=["iom_ocv_iraq", "ocala_2005"],
                confidence="two-sources",
                rank="preferred",
                note="IOM, with the police cadets among the registered; without them it is 94.6.",
            ),
        ],
    ),
    Fact(
        id="voting.iraq.eligible",
        label="Estimate of Iraqis abroad with a right to vote",
        unit="people",
        unit_one="person",
        statements=[
            Statement(
                value=Number(1000000),
                at=Day("2005-01-06"),
                sources=["bbc_2005_06", "washtimes_2005", "aljazeera_2005"],
                confidence="two-sources",
                note=(
                    "Up to; contradicted by the later estimate. A newspaper spoke of up to "
                    "four million."
                ),
            ),
            Statement(
                value=Number(1200000),
                at=Day("2005-01-31"),
                sources=["fox_2005", "voa_2005"],
                confidence="two-sources",
            ),
        ],
    ),
    Fact(
        id="voting.iraq.cost-limit",
        label="Upper limit of the cost of the Iraqi programme",
        statements=[
            Statement(
                value=Money(93000000, "USD"),
                at=Day("2005-01-06"),
                sources=["bbc_2005_06"],
                confidence="confirmed-by-source",
            ),
        ],
    ),
    Fact(
        id="voting.iraq.cost",
        label="Cost of the Iraqi programme",
        statements=[
            Statement(
                value=Money(92000000, "USD"),
                at=Day("2005-12-16"),
                sources=["ocregister_2005"],
                confidence="confirmed-by-source",
                note="As the head of the Iraqi commission named it in December.",
            ),
        ],
    ),
    Fact(
        id="voting.iraq.preparation",
        label="Days to prepare the Iraqi vote abroad",
        unit="days",
        unit_one="day",
        statements=[
            Statement(
                value=Number(67),
                at=Day("2005-01"),
                sources=["voa_2005"],
                confidence="confirmed-by-source",
                rank="preferred",
                note="A spokesman of IOM.",
            ),
            Statement(
                value=Number(69),
                at=Day("2005-01"),
                sources=["ipu_iraq_2005"],
                confidence="confirmed-by-source",
                note="The Inter-Parliamentary Union; it counts to the first day of voting.",
            ),
        ],
    ),
    Fact(
        id="voting.iraq.votes-in-2005",
        label="Iraqi votes in 2005",
        unit="votes",
        unit_one="vote",
        statements=[
            Statement(
                value=Number(3),
                at=Day("2005"),
                sources=["mozaffar_2006", "iraq_cor_2005"],
                confidence="two-sources",
                note="January, October and December.",
            ),
        ],
    ),
    Fact(
        id="voting.iraq.referendum",
        label="Iraqi constitutional referendum",
        statements=[
            Statement(
                value=Day("2005-10-15"),
                at=Day("2005-10-15"),
                sources=["imie_2005", "mozaffar_2006"],
                confidence="two-sources",
            ),
        ],
    ),
    Fact(
        id="voting.iraq.referendum.abroad",
        label="Voting abroad in the referendum",
        statements=[
            Statement(
                value="no vote abroad",
                at=Day("2005-10-15"),
                sources=["imie_2005"],
                confidence="confirmed-by-source",
            ),
        ],
    ),
    Fact(
        id="voting.iraq.december",
        label="Iraqi parliamentary election of December 2005",
        statements=[
            Statement(
                value=Day("2005-12-15"),
                at=Day("2005-12-15"),
                sources=["iraq_cor_2005", "mozaffar_2006"],
                confidence="two-sources",
            ),
        ],
    ),
    Fact(
        id="voting.iraq.december.iom",
        label="Part of IOM in the vote abroad of December 2005",
        statements=[
            Statement(
                value="not run by IOM",
                at=Day("2005-12"),
                sources=["ocregister_2005"],
                confidence="confirmed-by-source",
                note=(
                    "A report of the time names IOM for January alone, and the Iraqi "
                    "commission speaks for December."
                ),
            ),
        ],
    ),
    Fact(
        id="voting.iraq.december.voters",
        label="Iraqis who voted abroad in December 2005",
        unit="voters",
        unit_one="voter",
        statements=[
            Statement(
                value=Number(320000, "more than"),
                at=Day("2005-12"),
                sources=["ocregister_2005", "imie_2005"],
                confidence="two-sources",
                note="First figure after the vote.",
            ),
            Statement(
                value=Number(298383),
                at=Day("2005-12"),
                sources=["iraq_cor_2005"],
                confidence="confirmed-by-source",
                rank="preferred",
                note="Final count, with invalid and blank ballots.",
            ),
        ],
    ),
    Fact(
        id="voting.iraq.december.countries",
        label="Host countries in December 2005",
        unit="countries",
        unit_one="country",
        statements=[
            Statement(
                value=Number(15),
                at=Day("2005-12"),
                sources=["ocregister_2005", "imie_2005"],
                confidence="two-sources",
            ),
        ],
    ),
    Fact(
        id="voting.iraq.december.cost",
        label="Cost of the vote abroad of December 2005",
        statements=[
            Statement(
                value=Money(21000000, "USD", "about"),
                at=Day("2005-12-16"),
                sources=["ocregister_2005"],
                confidence="confirmed-by-source",
            ),
        ],
    ),
]
