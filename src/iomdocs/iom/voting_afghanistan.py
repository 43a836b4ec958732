"""The vote of Afghans abroad in 2004."""

from iomdocs.facts import Day, Fact, Items, Number, Period, Share, Statement, SumOf

FACTS = [
    Fact(
        id="voting.afghanistan.mandate",
        label="On whose behalf the Afghan vote abroad was run",
        statements=[
            Statement(
                value=Items(
                    [
                        "the United Nations Assistance Mission in Afghanistan",
                        "the Afghan Joint Electoral Management Body",
                    ]
                ),
                at=Day("2004"),
                sources=["tnh_2004_08", "tnh_2004_10_12", "irin_jenness_2004"],
                confidence="two-sources",
            ),
        ],
    ),
    Fact(
        id="voting.afghanistan.election",
        label="Afghan presidential election",
        statements=[
            Statement(
                value=Day("2004-10-09"),
                at=Day("2004-10-09"),
                sources=["tnh_2004_10_12", "un_news_2004"],
                confidence="two-sources",
            ),
        ],
    ),
    Fact(
        id="voting.afghanistan.countries",
        label="Host countries of the Afghan vote abroad",
        statements=[
            Statement(
                value=Items(["Pakistan", "Iran (Islamic Republic of)"]),
                at=Day("2004-10-09"),
                sources=["tnh_2004_10_12", "ace_afghanistan"],
                confidence="two-sources",
            ),
        ],
    ),
    Fact(
        id="voting.afghanistan.voters",
        label="Afghans who voted abroad",
        unit="voters",
        unit_one="voter",
        derived_from=SumOf(
            ["voting.afghanistan.voters-pakistan", "voting.afghanistan.voters-iran"]
        ),
        statements=[
            Statement(
                value=Number(850000, "about"),
                at=Day("2004-10-12"),
                sources=["tnh_2004_10_12", "iraqocv", "iom_history_xxi"],
                confidence="two-sources",
                note="IOM also writes nearly 850,000.",
            ),
        ],
    ),
    Fact(
        id="voting.afghanistan.registration",
        label="Registration of Afghan voters in Pakistan",
        statements=[
            Statement(
                value=Period(Day("2004-10-01"), Day("2004-10-04")),
                at=Day("2004-10-01"),
                sources=["tnh_2004_10_12"],
                confidence="confirmed-by-source",
            ),
        ],
    ),
    Fact(
        id="voting.afghanistan.registered-pakistan",
        label="Afghans registered to vote in Pakistan",
        unit="people",
        unit_one="person",
        statements=[
            Statement(
                value=Number(740000),
                at=Day("2004-10-05"),
                sources=["tnh_2004_10_05"],
                confidence="confirmed-by-source",
                note=("First figure in the press; contradicted, by rounding, by the later count."),
            ),
            Statement(
                value=Number(738000),
                at=Day("2004-10-12"),
                sources=["tnh_2004_10_12"],
                confidence="confirmed-by-source",
            ),
        ],
    ),
    Fact(
        id="voting.afghanistan.women",
        label="Share of women among the registered in Pakistan",
        statements=[
            Statement(
                value=Share(27),
                at=Day("2004-10-05"),
                sources=["tnh_2004_10_05"],
                confidence="confirmed-by-source",
                note="IOM itself called the share unsatisfactory.",
            ),
        ],
    ),
    Fact(
        id="voting.afghanistan.voters-pakistan",
        label="Afghans who voted in Pakistan",
        unit="voters",
        unit_one="voter",
        statements=[
            Statement(
                value=Number(590000),
                at=Day("2004-10-12"),
                sources=["tnh_2004_10_12"],
                confidence="confirmed-by-source",
            ),
        ],
    ),
    Fact(
        id="voting.afghanistan.turnout-pakistan",
        label="Share of the registered who voted in Pakistan",
        statements=[
            Statement(
                value=Share(80, "about"),
                at=Day("2004-10-12"),
                sources=["tnh_2004_10_12"],
                confidence="confirmed-by-source",
            ),
        ],
    ),
    Fact(
        id="voting.afghanistan.voters-iran",
        label="Afghans who voted in Iran",
        unit="voters",
        unit_one="voter",
        statements=[
            Statement(
                value=Number(260000),
                at=Day("2004-10-12"),
                sources=["tnh_2004_10_12"],
                confidence="confirmed-by-source",
                note="No new registration: one of 2003 was used.",
            ),
        ],
    ),
    Fact(
        id="voting.afghanistan.turnout-iran",
        label="Part of the eligible who voted in Iran",
        statements=[
            Statement(
                value="about half",
                at=Day("2004-10-12"),
                sources=["tnh_2004_10_12"],
                confidence="confirmed-by-source",
            ),
        ],
    ),
    Fact(
        id="voting.afghanistan.preparation",
        label="Days from funding to polling",
        unit="days",
        unit_one="day",
        statements=[
            Statement(
                value=Number(78),
                at=Day("2004-10-12"),
                sources=["tnh_2004_10_12"],
                confidence="confirmed-by-source",
            ),
        ],
    ),
    Fact(
        id="voting.afghanistan.points",
        label="Registration points in Pakistan",
        unit="points",
        unit_one="point",
        statements=[
            Statement(
                value=Number(1000, "more than"),
                at=Day("2004-08"),
                sources=["tnh_2004_08"],
                confidence="confirmed-by-source",
                note=(
                    "Stations that were planned, in about 300 places; contradicted by the "
                    "later figure."
                ),
            ),
            Statement(
                value=Number(1600, "more than"),
                at=Day("2004-09-28"),
                sources=["voa_2004"],
                confidence="confirmed-by-source",
            ),
        ],
    ),
    Fact(
        id="voting.afghanistan.places",
        label="Places planned for registration in Pakistan",
        unit="places",
        unit_one="place",
        statements=[
            Statement(
                value=Number(300, "about"),
                at=Day("2004-08"),
                sources=["tnh_2004_08"],
                confidence="confirmed-by-source",
            ),
        ],
    ),
]
