"""Regulating migration: assisted return, borders, training, trafficking, detention."""

from iomdocs.facts import Day, Fact, Number, Place, Share, Statement, SumOf

FACTS = [
    Fact(
        id="work.assisted-return.begun",
        label="Assisted voluntary return begun",
        statements=[
            Statement(
                value=Day("1979"),
                at=Day("1979"),
                sources=["avrr_2018"],
                confidence="confirmed-by-source",
                note="The programme was in its forty-first year in 2019.",
            ),
        ],
    ),
    Fact(
        id="work.assisted-return.people-since-1979",
        label="People helped by assisted voluntary return since 1979",
        unit="people",
        unit_one="person",
        statements=[
            Statement(
                value=Number(1700000, "more than"),
                at=Day("2019-07"),
                sources=["avrr_2018"],
                confidence="confirmed-by-source",
            ),
        ],
    ),
    Fact(
        id="work.assisted-return.people",
        label="Assisted voluntary returns in a year",
        unit="people",
        unit_one="person",
        review_after=Day("2027-05-01"),
        statements=[
            Statement(
                value=Number(98403),
                at=Day("2016"),
                sources=["avrr_2017"],
                confidence="confirmed-by-source",
                note="A record year.",
            ),
            Statement(
                value=Number(72176),
                at=Day("2017"),
                sources=["avrr_2017"],
                confidence="confirmed-by-source",
            ),
            Statement(
                value=Number(63316),
                at=Day("2018"),
                sources=["avrr_2018"],
                confidence="confirmed-by-source",
            ),
            Statement(
                value=Number(54001),
                at=Day("2022"),
                sources=["avrr_2022"],
                confidence="confirmed-by-source",
            ),
            Statement(
                value=Number(56045),
                at=Day("2023"),
                sources=["avrr_2023"],
                confidence="confirmed-by-source",
            ),
        ],
    ),
    Fact(
        id="work.assisted-return.host-countries",
        label="Host countries of assisted returns",
        unit="countries",
        unit_one="country",
        statements=[
            Statement(
                value=Number(124),
                at=Day("2017"),
                sources=["avrr_2017"],
                confidence="confirmed-by-source",
            ),
        ],
    ),
    Fact(
        id="work.assisted-return.origins",
        label="Countries or territories of origin of assisted returns",
        unit="countries or territories",
        unit_one="country or territory",
        statements=[
            Statement(
                value=Number(165),
                at=Day("2017"),
                sources=["avrr_2017"],
                confidence="confirmed-by-source",
            ),
        ],
    ),
    Fact(
        id="work.assisted-return.services",
        label="Reintegration services provided",
        unit="services",
        unit_one="service",
        statements=[
            Statement(
                value=Number(126000, "more than"),
                at=Day("2023"),
                sources=["avrr_2023"],
                confidence="confirmed-by-source",
            ),
        ],
    ),
    Fact(
        id="work.humanitarian-return.people",
        label="Voluntary humanitarian returns in a year",
        unit="people",
        unit_one="person",
        review_after=Day("2027-05-01"),
        statements=[
            Statement(
                value=Number(15281),
                at=Day("2022"),
                sources=["avrr_2022"],
                confidence="confirmed-by-source",
                note="From Libya and Yemen.",
            ),
            Statement(
                value=Number(15906),
                at=Day("2023"),
                sources=["avrr_2023"],
                confidence="confirmed-by-source",
            ),
        ],
    ),
    Fact(
        id="work.returns.people",
        label="Voluntary returns of both kinds in a year",
        unit="people",
        unit_one="person",
        derived_from=SumOf(["work.assisted-return.people", "work.humanitarian-return.people"]),
        review_after=Day("2027-05-01"),
        statements=[
            Statement(
                value=Number(69000, "more than"),
                at=Day("2022"),
                sources=["avrr_2022"],
                confidence="confirmed-by-source",
            ),
            Statement(
                value=Number(71000, "more than"),
                at=Day("2023"),
                sources=["avrr_2023"],
                confidence="confirmed-by-source",
            ),
        ],
    ),
    Fact(
        id="work.returns.kosovo",
        label="People helped to return to Kosovo",
        unit="people",
        unit_one="person",
        statements=[
            Statement(
                value=Number(150000, "about"),
                at=Day("2000"),
                sources=["iom_node_149", "iom_history_xxi"],
                confidence="two-sources",
            ),
        ],
    ),
    Fact(
        id="work.returns.east-timor",
        label="People helped to return to East Timor",
        unit="people",
        unit_one="person",
        statements=[
            Statement(
                value=Number(140000, "about"),
                at=Day("2000"),
                sources=["iom_node_149", "iom_history_xxi"],
                confidence="two-sources",
            ),
        ],
    ),
    Fact(
        id="work.returns.afghanistan",
        label="Displaced Afghans helped to their villages",
        unit="people",
        unit_one="person",
        statements=[
            Statement(
                value=Number(400000, "about"),
                at=Day("2002"),
                sources=["iom_node_149"],
                confidence="confirmed-by-source",
            ),
        ],
    ),
    Fact(
        id="work.border-system",
        label="Border management information system of IOM",
        statements=[
            Statement(
                value="Migration Information and Data Analysis System (MIDAS)",
                start=Day("2009"),
                sources=["iom_midas", "iom_midas_2017"],
                confidence="two-sources",
            ),
        ],
    ),
    Fact(
        id="work.border-system.begun",
        label="Border management information system developed",
        statements=[
            Statement(
                value=Day("1997"),
                at=Day("1997"),
                sources=["iom_midas_2016"],
                confidence="confirmed-by-source",
                note="A page of the office in South Sudan; other pages of IOM have 2009.",
            ),
            Statement(
                value=Day("2009"),
                at=Day("2009"),
                sources=["iom_midas_2017", "iom_kmhub"],
                confidence="two-sources",
                note="Another page of IOM has 1997.",
            ),
        ],
    ),
    Fact(
        id="work.border-system.countries",
        label="Countries that used the border management information system",
        unit="countries",
        unit_one="country",
        statements=[
            Statement(
                value=Number(19),
                at=Day("2017-08"),
                sources=["iom_midas_2017"],
                confidence="confirmed-by-source",
            ),
        ],
    ),
    Fact(
        id="work.training-centre.begun",
        label="African Capacity Building Centre opened",
        statements=[
            Statement(
                value=Day("2009"),
                at=Day("2009"),
                sources=["iom_acbc_2014"],
                confidence="confirmed-by-source",
            ),
        ],
    ),
    Fact(
        id="work.training-centre.place",
        label="Where the African Capacity Building Centre is",
        statements=[
            Statement(
                value=Place("Moshi (United Republic of Tanzania)"),
                at=Day("2014"),
                sources=["iom_acbc_2014"],
                confidence="confirmed-by-source",
            ),
        ],
    ),
    Fact(
        id="work.training-centre.officials",
        label="Immigration and border officials trained by the centre",
        unit="officials",
        unit_one="official",
        statements=[
            Statement(
                value=Number(3100, "more than"),
                at=Day("2013-07"),
                sources=["iom_acbc_2014"],
                confidence="confirmed-by-source",
            ),
        ],
    ),
    Fact(
        id="work.training-centre.countries",
        label="African States the trained officials came from",
        unit="States",
        unit_one="State",
        statements=[
            Statement(
                value=Number(47),
                at=Day("2013-07"),
                sources=["iom_acbc_2014"],
                confidence="confirmed-by-source",
            ),
        ],
    ),
    Fact(
        id="work.trafficking.begun",
        label="Work against trafficking in persons begun",
        statements=[
            Statement(
                value=Day("1994"),
                at=Day("1994"),
                sources=["iom_tip_2017"],
                confidence="confirmed-by-source",
            ),
        ],
    ),
    Fact(
        id="work.trafficking.people",
        label="Trafficked people helped in a year",
        unit="people",
        unit_one="person",
        statements=[
            Statement(
                value=Number(7000, "about"),
                at=Day("2015"),
                sources=["iom_tip_2015"],
                confidence="confirmed-by-source",
                note="The source says nearly; in 115 countries.",
            ),
        ],
    ),
    Fact(
        id="work.trafficking.countries",
        label="Countries in which trafficked people were helped",
        unit="countries",
        unit_one="country",
        statements=[
            Statement(
                value=Number(115),
                at=Day("2015"),
                sources=["iom_tip_2015"],
                confidence="confirmed-by-source",
            ),
        ],
    ),
    Fact(
        id="work.trafficking.people-since-1994",
        label="Trafficked people helped since 1994",
        unit="people",
        unit_one="person",
        statements=[
            Statement(
                value=Number(90000, "more than"),
                at=Day("2016"),
                sources=["iom_tip_2017"],
                confidence="confirmed-by-source",
                note="As published with data to 2016.",
            ),
        ],
    ),
    Fact(
        id="work.trafficking.labour",
        label="Share of the trafficked people helped who were exploited for labour",
        statements=[
            Statement(
                value=Share(74),
                at=Day("2015"),
                sources=["iom_tip_2015"],
                confidence="confirmed-by-source",
            ),
        ],
    ),
    Fact(
        id="work.trafficking.men",
        label="Share of men and boys among the trafficked people helped",
        statements=[
            Statement(
                value=Share(55),
                at=Day("2015"),
                sources=["iom_tip_2015"],
                confidence="confirmed-by-source",
                note="The source says male victims.",
            ),
        ],
    ),
    Fact(
        id="work.detention.position",
        label="Position on detention facilities",
        statements=[
            Statement(
                value="no part in running or managing detention facilities",
                at=Day("2018~"),
                sources=["iom_midas"],
                confidence="confirmed-by-source",
                note="What the web page of IOM said at the time; undated, about 2018.",
            ),
        ],
    ),
    Fact(
        id="work.detention.nauru-end",
        label="End of the first processing centre on Nauru",
        statements=[
            Statement(
                value=Day("2008"),
                at=Day("2008"),
                sources=["gdp_nauru_2016"],
                confidence="confirmed-by-source",
                note="The source says that IOM managed the centre while it ran, from 2001.",
            ),
        ],
    ),
    Fact(
        id="work.detention.nauru-people",
        label="People held in the first processing centre on Nauru",
        unit="people",
        unit_one="person",
        statements=[
            Statement(
                value=Number(1544),
                at=Day("2008"),
                sources=["gdp_nauru_2016"],
                confidence="confirmed-by-source",
                note="Count over seven years, by a research project critical of detention.",
            ),
        ],
    ),
    Fact(
        id="work.detention.criticism",
        label="Criticism of the part of IOM on Nauru and Manus",
        statements=[
            Statement(
                value=Day("2003"),
                at=Day("2003"),
                sources=["wp_mirror_github", "hrw_2003"],
                confidence="two-sources",
                note=(
                    "By Human Rights Watch and Amnesty International; the first is sourced in "
                    "general terms by its own submission."
                ),
            ),
        ],
    ),
]
