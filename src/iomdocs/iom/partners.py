"""Partners: who IOM works with, and how they take part."""

from iomdocs.facts import Day, Fact, Items, Number, Statement, Topic

TOPIC = Topic(id="partners", title="Partners")

FACTS = [
    Fact(
        id="partners.kinds",
        label="Kinds of partner",
        statements=[
            Statement(
                value=Items(["governmental", "intergovernmental", "non-governmental"]),
                at=Day("2012~"),
                sources=["brief", "unsystem_iom"],
                confidence="two-sources",
                note=(
                    "The wording of the brief; the directory of the United Nations system "
                    "and IOM pages have the same."
                ),
            ),
        ],
    ),
    Fact(
        id="partners.civil-society.kinds",
        label="Kinds of partner in civil society",
        statements=[
            Statement(
                value=Items(
                    [
                        "non-governmental organizations and their networks",
                        "community and other civil society organizations",
                        "advocacy groups",
                        "organizations of migrants",
                        "trade unions and professional bodies",
                        "the media",
                        "academia",
                        "foundations",
                    ]
                ),
                at=Day("2023"),
                sources=["iom_csos"],
                confidence="confirmed-by-source",
            ),
        ],
    ),
    Fact(
        id="partners.civil-society.sessions",
        label="Information meetings with civil society",
        statements=[
            Statement(
                value="several a year",
                start=Day("2018"),
                sources=["iom_cso_dialogue"],
                confidence="confirmed-by-source",
                note="Before, there were yearly humanitarian or civil society consultations.",
            ),
        ],
    ),
    Fact(
        id="partners.civil-society.sessions-start",
        label="Information meetings with civil society begin",
        statements=[
            Statement(
                value=Day("2018"),
                at=Day("2018"),
                sources=["iom_cso_dialogue"],
                confidence="confirmed-by-source",
            ),
        ],
    ),
    Fact(
        id="partners.observers.applications-day",
        label="Applications for observer status before the Council",
        statements=[
            Statement(
                value=Day("2002-12"),
                at=Day("2002-12"),
                sources=["mc2097"],
                confidence="confirmed-by-source",
                note="The 84th session, 2 to 4 December.",
            ),
        ],
    ),
    Fact(
        id="partners.observers.non-governmental",
        label="Non-governmental organizations that are observers",
        unit="organizations",
        unit_one="organization",
        statements=[
            Statement(
                value=Number(60, "more than"),
                at=Day("2010~"),
                sources=["iom_ngos_old"],
                confidence="confirmed-by-source",
                note="From a page of about 2010.",
            ),
        ],
    ),
    Fact(
        id="partners.observers.organizations",
        label="Global and regional organizations that are observers",
        unit="organizations",
        unit_one="organization",
        statements=[
            Statement(
                value=Number(80, "more than"),
                at=Day("2016"),
                sources=["wp_2016_ipfs"],
                confidence="confirmed-by-source",
                note="Intergovernmental and non-governmental together.",
            ),
            Statement(
                value=Number(80, "more than"),
                at=Day("2019"),
                sources=["wp_2019_blog"],
                confidence="confirmed-by-source",
                note="The same article, three years later.",
            ),
        ],
    ),
    Fact(
        id="partners.observers.applications-2002",
        label="Applications for observer status in December 2002",
        statements=[
            Statement(
                value=Items(["Burundi", "Human Rights Watch", "Amnesty International"]),
                at=Day("2002-12"),
                sources=["mc2097"],
                confidence="confirmed-by-source",
                note=(
                    "On the agenda of the 84th session of the Council, 2 to 4 December; one "
                    "State and two organizations."
                ),
            ),
        ],
    ),
    Fact(
        id="partners.dialogue",
        label="International Dialogue on Migration founded",
        statements=[
            Statement(
                value=Day("2001"),
                at=Day("2001"),
                sources=["iom_cso_observer", "iom_council_92"],
                confidence="two-sources",
            ),
        ],
    ),
    Fact(
        id="partners.migration-group.founded",
        label="Geneva Migration Group formed",
        statements=[
            Statement(
                value=Day("2003"),
                at=Day("2003"),
                sources=["iom_node_149", "iom_council_92", "iom_council_96"],
                confidence="confirmed-by-source",
                note="Later the Global Migration Group.",
            ),
        ],
    ),
    Fact(
        id="partners.migration-group.founders",
        label="Bodies that formed the Geneva Migration Group with IOM",
        statements=[
            Statement(
                value=Items(
                    [
                        "the International Labour Organization",
                        "the refugee agency UNHCR",
                        "the human rights office OHCHR",
                        "the drugs and crime office UNODC",
                        "the trade and development body UNCTAD",
                    ]
                ),
                at=Day("2003"),
                sources=["iom_node_149"],
                confidence="confirmed-by-source",
            ),
        ],
    ),
    Fact(
        id="partners.migration-group.members",
        label="Members of the Global Migration Group",
        unit="members",
        unit_one="member",
        statements=[
            Statement(
                value=Number(10),
                at=Day("2006-11"),
                sources=["iom_council_92"],
                confidence="confirmed-by-source",
            ),
            Statement(
                value=Number(14),
                at=Day("2008-12"),
                sources=["iom_council_96"],
                confidence="confirmed-by-source",
            ),
        ],
    ),
    Fact(
        id="partners.camps",
        label="Camp coordination and camp management",
        statements=[
            Statement(
                value="a lead shared with UNHCR",
                at=Day("2024"),
                sources=["wp_mirror_github"],
                confidence="confirmed-by-source",
            ),
        ],
    ),
    Fact(
        id="partners.camps.split",
        label="How the lead for camps is shared",
        statements=[
            Statement(
                value="IOM after disasters, UNHCR in conflicts",
                at=Day("2014"),
                sources=["iom_cccm"],
                confidence="confirmed-by-source",
            ),
        ],
    ),
    Fact(
        id="partners.unhcr",
        label="Relation to UNHCR",
        statements=[
            Statement(
                value="complementary mandates",
                at=Day("2024"),
                sources=["wp_mirror_github"],
                confidence="confirmed-by-source",
            ),
        ],
    ),
    Fact(
        id="partners.unhcr.venezuela",
        label="Joint work with UNHCR for people from Venezuela",
        statements=[
            Statement(
                value="a joint regional platform",
                at=Day("2024"),
                sources=["wp_mirror_github"],
                confidence="confirmed-by-source",
            ),
        ],
    ),
    Fact(
        id="partners.private-sector",
        label="Partnerships with the private sector",
        unit="partnerships",
        unit_one="partnership",
        statements=[
            Statement(
                value=Number(33),
                at=Day("2023"),
                sources=["ar_2023"],
                confidence="confirmed-by-source",
            ),
        ],
    ),
    Fact(
        id="partners.mayors",
        label="Bodies that steer the Mayors Mechanism",
        statements=[
            Statement(
                value=Items(
                    ["United Cities and Local Governments", "the Mayors Migration Council", "IOM"]
                ),
                at=Day("2022"),
                sources=["mayors_2022"],
                confidence="confirmed-by-source",
            ),
        ],
    ),
]
