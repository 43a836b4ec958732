"""Governance: the organs, the Directors General and their elections, the field structure."""

from iomdocs.facts import CountOf, Day, Fact, Items, Number, Statement, Topic

TOPIC = Topic(id="governance", title="Governance")

FACTS = [
    Fact(
        id="governance.council",
        label="Highest organ",
        statements=[
            Statement(
                value="Council",
                at=Day("2017"),
                sources=["iom_greece_structure", "iom_cyprus_global", "iom_moscow_constitution"],
                confidence="two-sources",
            ),
        ],
    ),
    Fact(
        id="governance.council.vote",
        label="Representation in the Council",
        statements=[
            Statement(
                value="one representative and one vote for each Member State",
                at=Day("2017"),
                sources=["iom_greece_structure", "iom_cyprus_global", "iom_moscow_constitution"],
                confidence="two-sources",
            ),
        ],
    ),
    Fact(
        id="governance.council.tasks",
        label="Tasks of the Council",
        statements=[
            Statement(
                value=Items(
                    [
                        "sets policy",
                        "reviews programmes and activities",
                        "approves the budget and the accounts",
                        "directs the Director General",
                    ]
                ),
                at=Day("2024-06-18"),
                sources=["ch_sr_github"],
                confidence="confirmed-by-source",
                note="Article 6 of the Constitution, in short.",
            ),
        ],
    ),
    Fact(
        id="governance.council.sessions",
        label="Regular sessions of the Council",
        statements=[
            Statement(
                value="once a year, in late November",
                at=Day("2023"),
                sources=["iom_cso_observer", "wp_mirror_github"],
                confidence="two-sources",
            ),
        ],
    ),
    Fact(
        id="governance.council.special-sessions",
        label="Who can call a special session",
        statements=[
            Statement(
                value="a third of the members, the Director General or the Chairperson",
                at=Day("2023"),
                sources=["iom_cso_observer", "wp_mirror_github"],
                confidence="two-sources",
                note="The Director General and the Chairperson in urgent cases.",
            ),
        ],
    ),
    Fact(
        id="governance.standing-committee",
        label="Subsidiary body of the Council",
        statements=[
            Statement(
                value="Standing Committee on Programmes and Finance",
                at=Day("2014"),
                sources=["iom_greece_structure", "iom_moscow_constitution"],
                confidence="two-sources",
                note="It took over from the Subcommittee on Budget and Finance.",
            ),
        ],
    ),
    Fact(
        id="governance.standing-committee.members",
        label="Who belongs to the Standing Committee",
        statements=[
            Statement(
                value="open to all Member States",
                at=Day("2014"),
                sources=["iom_greece_structure", "iom_moscow_constitution"],
                confidence="two-sources",
            ),
        ],
    ),
    Fact(
        id="governance.standing-committee.sessions",
        label="Meetings of the Standing Committee",
        statements=[
            Statement(
                value="normally twice a year",
                at=Day("2014"),
                sources=["iom_greece_structure", "iom_moscow_constitution"],
                confidence="two-sources",
            ),
        ],
    ),
    Fact(
        id="governance.standing-committee.before",
        label="Body that the Standing Committee replaced",
        statements=[
            Statement(
                value="Subcommittee on Budget and Finance",
                at=Day("2014"),
                sources=["iom_greece_structure", "iom_cyprus_global"],
                confidence="two-sources",
            ),
        ],
    ),
    Fact(
        id="governance.executive-committee",
        label="Executive Committee",
        statements=[
            Statement(
                value="abolished",
                at=Day("2013-11-21"),
                sources=["iom_greece_structure", "iom_cyprus_global"],
                confidence="two-sources",
                note="With the entry into force of the amendments of 1998.",
            ),
            Statement(
                value="still an organ",
                at=Day("2016"),
                sources=["iom_moscow_constitution"],
                confidence="confirmed-by-source",
                rank="deprecated",
                note=(
                    "A page of the IOM office in Moscow still names it among the organs; the"
                    " Constitution as amended has only the Council and the Administration."
                ),
            ),
        ],
    ),
    Fact(
        id="governance.executive-committee.abolished",
        label="End of the Executive Committee",
        statements=[
            Statement(
                value=Day("2013-11-21"),
                at=Day("2013-11-21"),
                sources=["iom_greece_structure", "iom_cyprus_global"],
                confidence="two-sources",
            ),
        ],
    ),
    Fact(
        id="governance.executive-committee.members",
        label="Members of the Executive Committee",
        unit="Member States",
        unit_one="Member State",
        statements=[
            Statement(
                value=Number(9),
                at=Day("1956"),
                sources=["io_icem_1956"],
                confidence="confirmed-by-source",
            ),
            Statement(
                value=Number(33),
                at=Day("2013-11-21"),
                sources=["iom_greece_structure", "iom_cyprus_global"],
                confidence="two-sources",
                note="Its last composition.",
            ),
        ],
    ),
    Fact(
        id="governance.executive-committee.term",
        label="Term of the members of the Executive Committee",
        unit="years",
        unit_one="year",
        statements=[
            Statement(
                value=Number(2),
                at=Day("2013-11-21"),
                sources=["iom_greece_structure", "iom_cyprus_global"],
                confidence="two-sources",
            ),
        ],
    ),
    Fact(
        id="governance.administration",
        label="What the Administration consists of",
        statements=[
            Statement(
                value="a Director General, one elected Deputy Director General and staff",
                at=Day("2014"),
                sources=["iom_greece_structure", "iom_moscow_constitution"],
                confidence="two-sources",
                note="Rule until 28 October 2020.",
            ),
            Statement(
                value="a Director General, two Deputy Directors General and staff",
                at=Day("2020-10-28"),
                sources=["iom_leadership", "hu_act_2022_49", "ch_sr_github"],
                confidence="two-sources",
            ),
        ],
    ),
    Fact(
        id="governance.offices.regional",
        label="Regional offices",
        unit="regional offices",
        unit_one="regional office",
        derived_from=CountOf("governance.offices.regional-seats"),
        statements=[
            Statement(
                value=Number(9),
                at=Day("2014"),
                sources=["iom_triangulo"],
                confidence="confirmed-by-source",
                note="Later reorganizations were not found in a source.",
            ),
        ],
    ),
    Fact(
        id="governance.offices.regional-seats",
        label="Seats of the regional offices",
        statements=[
            Statement(
                value=Items(
                    [
                        "Dakar",
                        "Nairobi",
                        "Cairo",
                        "Pretoria",
                        "San José",
                        "Buenos Aires",
                        "Bangkok",
                        "Brussels",
                        "Vienna",
                    ]
                ),
                at=Day("2014"),
                sources=["iom_triangulo"],
                confidence="confirmed-by-source",
            ),
        ],
    ),
    Fact(
        id="governance.offices.liaison",
        label="Special liaison offices",
        statements=[
            Statement(
                value=Items(["New York", "Addis Ababa"]),
                at=Day("2014"),
                sources=["iom_triangulo"],
                confidence="confirmed-by-source",
            ),
        ],
    ),
    Fact(
        id="governance.offices.administrative",
        label="Administrative centres",
        statements=[
            Statement(
                value=Items(["Manila", "Panama"]),
                at=Day("2014"),
                sources=["iom_triangulo"],
                confidence="confirmed-by-source",
            ),
        ],
    ),
    Fact(
        id="governance.offices.coordinating",
        label="Country offices with coordinating functions",
        unit="country offices",
        unit_one="country office",
        statements=[
            Statement(
                value=Number(5),
                at=Day("2014"),
                sources=["iom_triangulo"],
                confidence="confirmed-by-source",
            ),
        ],
    ),
]
