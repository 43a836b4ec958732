"""Voting abroad: the programmes that IOM ran for refugees and expatriates, and who ran them."""

from iomdocs.facts import Day, Fact, Items, Number, Period, Person, Statement, Topic

TOPIC = Topic(id="voting", title="Voting abroad")

FACTS = [
    Fact(
        id="voting.task",
        label="What IOM did in elections abroad",
        statements=[
            Statement(
                value="the registration and the voting abroad, on behalf of election bodies",
                at=Day("2005"),
                sources=["ace_refugees", "iraqocv", "ipu_iraq_2005"],
                confidence="two-sources",
            ),
        ],
    ),
    Fact(
        id="voting.brief-wording",
        label="What the brief says of elections abroad",
        statements=[
            Statement(
                value="IOM often organized elections for refugees outside their home country",
                at=Day("2012~"),
                sources=["brief"],
                confidence="confirmed-by-source",
                note=(
                    "Imprecise: the elections themselves were in the hands of election "
                    "bodies. Paraphrase of a text of the early 2010s."
                ),
            ),
        ],
    ),
    Fact(
        id="voting.earlier",
        label="Earlier programmes",
        statements=[
            Statement(
                value=Items(["Bosnia and Herzegovina", "East Timor", "Kosovo"]),
                at=Day("2000"),
                sources=["ace_refugees", "iraqocv", "ipu_iraq_2005"],
                confidence="two-sources",
            ),
        ],
    ),
    Fact(
        id="voting.erben",
        label="Director of the Afghan and Iraqi programmes",
        statements=[
            Statement(
                value=Person("Peter Erben"),
                at=Day("2005-01"),
                sources=["tnh_2004_10_12", "tnh_2004_12", "fox_2005", "wp_erben"],
                confidence="two-sources",
                note="A newspaper misnames him head of IOM.",
            ),
        ],
    ),
    Fact(
        id="voting.erben.role",
        label="Role of Peter Erben",
        statements=[
            Statement(
                value=(
                    "director of the Afghan programme of 2004 and head of the Iraqi programme "
                    "of 2005"
                ),
                at=Day("2005-01"),
                sources=["tnh_2004_10_12", "tnh_2004_12", "fox_2005", "wp_erben"],
                confidence="two-sources",
            ),
        ],
    ),
    Fact(
        id="voting.erben.other",
        label="Other posts of Peter Erben",
        statements=[
            Statement(
                value=(
                    "earlier work for the OSCE in Bosnia and Herzegovina and in Kosovo, and "
                    "later posts as chief electoral officer of Afghanistan and adviser at the "
                    "International Foundation for Electoral Systems"
                ),
                at=Day("2012"),
                sources=["wp_erben", "ash_erben"],
                confidence="two-sources",
            ),
        ],
    ),
    Fact(
        id="voting.jenness",
        label="Head of the Afghan programme in Iran",
        statements=[
            Statement(
                value=Person("Craig Jenness"),
                at=Day("2004-09-29"),
                sources=["irin_jenness_2004"],
                confidence="confirmed-by-source",
            ),
        ],
    ),
    Fact(
        id="voting.jenness.role",
        label="Role of Craig Jenness",
        statements=[
            Statement(
                value="head of the Afghan programme in Iran",
                at=Day("2004-09-29"),
                sources=["irin_jenness_2004"],
                confidence="confirmed-by-source",
                note=(
                    "A part in the Iraqi vote was not found. Later work on elections for the "
                    "United Nations is recalled."
                ),
            ),
        ],
    ),
    Fact(
        id="voting.poucher",
        label="Organizer of the Afghan vote in Peshawar",
        statements=[
            Statement(
                value=Person("Stuart Poucher"),
                at=Day("2004"),
                sources=["wp_poucher"],
                confidence="confirmed-by-source",
            ),
        ],
    ),
    Fact(
        id="voting.poucher.role",
        label="Role of Stuart Poucher",
        statements=[
            Statement(
                value="organizer of the Afghan vote in Peshawar, a retired British colonel",
                at=Day("2004"),
                sources=["wp_poucher"],
                confidence="confirmed-by-source",
                note=(
                    "A Wikipedia article is the only source read. It refers to a BBC report "
                    "on Iraqi voters in Britain, so a part there is likely but not read."
                ),
            ),
        ],
    ),
    Fact(
        id="voting.atwood",
        label="Named by the brief as a senior electoral manager",
        statements=[
            Statement(
                value=Person("Richard Atwood"),
                at=Day("2005"),
                sources=["brief"],
                confidence="confirmed-by-source",
                note="Only the brief says so; no independent source was found.",
            ),
        ],
    ),
    Fact(
        id="voting.atwood.role",
        label="Role of Richard Atwood",
        statements=[
            Statement(
                value="senior electoral manager in the votes that the brief names",
                at=Day("2005"),
                sources=["brief"],
                confidence="confirmed-by-source",
                note="Only the brief says so; no independent source was found.",
            ),
        ],
    ),
    Fact(
        id="voting.directed",
        label="Did Peter Erben direct all these elections?",
        statements=[
            Statement(
                value=(
                    "true of the voting abroad in the Afghan election of 2004 and the Iraqi "
                    "election of January 2005"
                ),
                at=Day("2005"),
                sources=["wp_erben", "tnh_2004_12", "tnh_2004_10_12"],
                confidence="two-sources",
                note=(
                    "The brief is imprecise: he directed the programmes of voting abroad, "
                    "national commissions the elections."
                ),
            ),
        ],
    ),
    Fact(
        id="voting.bosnia.years",
        label="Voting by refugees from Bosnia and Herzegovina run by IOM",
        statements=[
            Statement(
                value=Period(Day("1996"), Day("1997")),
                at=Day("1996"),
                sources=["ace_refugees", "iraqocv"],
                confidence="two-sources",
            ),
        ],
    ),
    Fact(
        id="voting.bosnia.first",
        label="First vote abroad run by IOM",
        statements=[
            Statement(
                value=Day("1996-09"),
                at=Day("1996-09"),
                sources=["ace_refugees", "iraqocv"],
                confidence="two-sources",
            ),
        ],
    ),
    Fact(
        id="voting.bosnia.registered",
        label="Refugees registered for the vote of September 1996",
        unit="people",
        unit_one="person",
        statements=[
            Statement(
                value=Number(520000, "about"),
                at=Day("1996-09-13"),
                sources=["aim_bosnia_1996"],
                confidence="confirmed-by-source",
                note=("Voting in person or by mail in 55 countries; figure of the OSCE mission."),
            ),
        ],
    ),
    Fact(
        id="voting.bosnia.voters",
        label="Refugees who voted abroad in September 1996",
        unit="voters",
        unit_one="voter",
        statements=[
            Statement(
                value=Number(390000, "about"),
                at=Day("1996-09-13"),
                sources=["aim_bosnia_1996"],
                confidence="confirmed-by-source",
                note="Almost; figure of the OSCE mission.",
            ),
        ],
    ),
    # iomdocs: allow W003 the year as lists of votes have it; the page tells the day
    Fact(
        id="voting.east-timor.year",
        label="East Timor consultation: voting abroad run by IOM",
        statements=[
            Statement(
                value=Day("1999"),
                at=Day("1999"),
                sources=["ace_refugees", "et_georgetown", "iraqocv"],
                confidence="two-sources",
            ),
        ],
    ),
    Fact(
        id="voting.east-timor.day",
        label="Popular consultation in East Timor",
        statements=[
            Statement(
                value=Day("1999-08-30"),
                at=Day("1999-08-30"),
                sources=["etan_afp_1999"],
                confidence="confirmed-by-source",
            ),
        ],
    ),
    Fact(
        id="voting.east-timor.places",
        label="Where IOM held the East Timor vote",
        statements=[
            Statement(
                value=Items(["Indonesia", "Portugal", "Macau", "the United States", "Mozambique"]),
                at=Day("1999-06"),
                sources=["etan_iom_1999"],
                confidence="confirmed-by-source",
                note=("As planned; in Australia the electoral commission of that country held it."),
            ),
        ],
    ),
    Fact(
        id="voting.east-timor.registered",
        label="East Timorese registered abroad",
        unit="people",
        unit_one="person",
        statements=[
            Statement(
                value=Number(12680),
                at=Day("1999-08-07"),
                sources=["etan_afp_1999"],
                confidence="confirmed-by-source",
                note="Preliminary; all countries, also those where others registered.",
            ),
        ],
    ),
    # iomdocs: allow W003 the year as lists of votes have it; the page tells the day
    Fact(
        id="voting.kosovo.year",
        label="Kosovo: voting abroad run by IOM",
        statements=[
            Statement(
                value=Day("2000"),
                at=Day("2000"),
                sources=["ace_refugees", "afp_kosovo_2000", "iraqocv"],
                confidence="two-sources",
            ),
        ],
    ),
    Fact(
        id="voting.kosovo.day",
        label="Municipal elections in Kosovo",
        statements=[
            Statement(
                value=Day("2000-10-28"),
                at=Day("2000-10-28"),
                sources=["afp_kosovo_2000"],
                confidence="confirmed-by-source",
            ),
        ],
    ),
    Fact(
        id="voting.kosovo.requests",
        label="Requests to vote from abroad",
        unit="requests",
        unit_one="request",
        statements=[
            Statement(
                value=Number(180000),
                at=Day("2000-09-12"),
                sources=["afp_kosovo_2000"],
                confidence="confirmed-by-source",
            ),
        ],
    ),
    Fact(
        id="voting.kosovo.accepted",
        label="Requests with residence proved",
        unit="requests",
        unit_one="request",
        statements=[
            Statement(
                value=Number(38000),
                at=Day("2000-09-12"),
                sources=["afp_kosovo_2000"],
                confidence="confirmed-by-source",
            ),
        ],
    ),
    Fact(
        id="voting.kosovo.appeals",
        label="Appeals pending",
        unit="appeals",
        unit_one="appeal",
        statements=[
            Statement(
                value=Number(4000),
                at=Day("2000-09-12"),
                sources=["afp_kosovo_2000"],
                confidence="confirmed-by-source",
            ),
        ],
    ),
]
