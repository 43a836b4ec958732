"""Identity: what IOM is called, what kind of body it is, where it sits, what it is for."""

from iomdocs.facts import Day, Fact, Items, Place, Statement, Topic

TOPIC = Topic(id="identity", title="Identity")

FACTS = [
    Fact(
        id="identity.name.english",
        label="Official name in English",
        statements=[
            Statement(
                value="International Organization for Migration",
                start=Day("1989-11-14"),
                sources=["wp_2016_ipfs", "iom_moscow_constitution"],
                confidence="two-sources",
                note="Spelled with a z and with the word for.",
            ),
        ],
    ),
    Fact(
        id="identity.name.french",
        label="Official name in French",
        statements=[
            Statement(
                value="Organisation internationale pour les migrations",
                start=Day("1989-11-14"),
                sources=["wp_2016_ipfs", "ch_sr_014201"],
                confidence="two-sources",
            ),
        ],
    ),
    Fact(
        id="identity.name.spanish",
        label="Official name in Spanish",
        statements=[
            Statement(
                value="Organización Internacional para las Migraciones",
                start=Day("1989-11-14"),
                sources=["wp_2016_ipfs", "wp_2019_blog"],
                confidence="confirmed-by-source",
                note="Both sources are copies of the same Wikipedia article.",
            ),
        ],
    ),
    Fact(
        id="identity.abbreviation.english",
        label="Abbreviation in English",
        statements=[
            Statement(
                value="IOM",
                at=Day("2024"),
                sources=["iom_crisisresponse", "wp_2016_ipfs"],
                confidence="two-sources",
            ),
        ],
    ),
    Fact(
        id="identity.abbreviation.french-spanish",
        label="Abbreviation in French and Spanish",
        statements=[
            Statement(
                value="OIM",
                at=Day("2020"),
                sources=["iom_constitution_fr", "iom_snapshot_2014"],
                confidence="two-sources",
                note=("A French page uses it; a leaflet of 2014 prints it beside the English one."),
            ),
        ],
    ),
    Fact(
        id="identity.brand",
        label="Working name",
        statements=[
            Statement(
                value="UN Migration",
                start=Day("2016-09"),
                sources=["resettle_2018", "bradley_2021"],
                confidence="two-sources",
                note=(
                    "Not a legal name. The date is that of the first such name, taken when IOM "
                    "joined the United Nations system."
                ),
            ),
        ],
    ),
    Fact(
        id="identity.brand.earlier",
        label="Earlier working name",
        statements=[
            Statement(
                value="The UN Migration Agency",
                start=Day("2016-09"),
                sources=["resettle_2018", "bradley_2021"],
                confidence="two-sources",
                note=("Came before the shorter form; when it was given up was not found."),
            ),
        ],
    ),
    Fact(
        id="identity.headquarters",
        label="Headquarters",
        statements=[
            Statement(
                value=Place("Geneva, Switzerland"),
                at=Day("2023-10"),
                sources=["iom_moscow_constitution", "wp_2023_kiwix"],
                confidence="two-sources",
            ),
        ],
    ),
    Fact(
        id="identity.headquarters.address",
        label="Street address of the headquarters",
        statements=[
            Statement(
                value="17 route des Morillons, 1211 Geneva 19",
                at=Day("2024"),
                sources=["iom_glossary_2019", "mhd_2014"],
                confidence="two-sources",
                note="From imprints of IOM publications.",
            ),
        ],
    ),
    Fact(
        id="identity.languages",
        label="Official languages",
        statements=[
            Statement(
                value=Items(["English", "French", "Spanish"]),
                at=Day("2024"),
                sources=["wp_2016_ipfs", "ch_sr_github"],
                confidence="two-sources",
                note=(
                    "Article 31 of the Constitution (numbering of 2013) gives the three texts "
                    "equal force."
                ),
            ),
        ],
    ),
    Fact(
        id="identity.type",
        label="Type of body",
        statements=[
            Statement(
                value="intergovernmental organization",
                start=Day("1989-11-14"),
                end=Day("2016-09-18"),
                sources=["brief", "wp_2016_ipfs"],
                confidence="two-sources",
                note=(
                    "The older description, also that of the brief; still true, but no longer "
                    "complete."
                ),
            ),
            Statement(
                value=(
                    "intergovernmental organization and related organization of the United Nations"
                ),
                start=Day("2016-09-19"),
                sources=["iom_ng_2016", "wp_2024_mirror", "unsystem_iom"],
                confidence="two-sources",
                note="It keeps its own Constitution and governing bodies.",
            ),
        ],
    ),
    Fact(
        id="identity.website",
        label="Web site",
        statements=[
            Statement(
                value="https://www.iom.int",
                at=Day("2023"),
                sources=["wp_2019_blog", "bpb_iom"],
                confidence="two-sources",
            ),
        ],
    ),
    Fact(
        id="identity.founded",
        label="Founded",
        statements=[
            Statement(
                value=Day("1951-12-06"),
                at=Day("1951-12"),
                sources=["wp_2023_kiwix", "wp_2024_mirror"],
                confidence="confirmed-by-source",
                note=(
                    "Given by Wikipedia since about 2023: the day on which the committee first met."
                ),
            ),
            Statement(
                value=Day("1951-12-05"),
                at=Day("1951-12-05"),
                sources=["frus_1951_d83", "iom_constitution_en", "bpb_iom"],
                confidence="two-sources",
                rank="preferred",
                note=("The Brussels conference resolves to set up the committee."),
            ),
        ],
    ),
    Fact(
        id="identity.mission",
        label="Stated commitment",
        statements=[
            Statement(
                value="humane and orderly migration for the benefit of all",
                at=Day("2012~"),
                sources=["brief", "wp_2016_ipfs"],
                confidence="two-sources",
                note="The standard wording of the time.",
            ),
            Statement(
                value=("humane and orderly migration, to the benefit of migrants and of society"),
                at=Day("2024"),
                sources=["mhd_2014", "wp_2016_ipfs"],
                confidence="two-sources",
                note="A paraphrase of the later wording.",
            ),
        ],
    ),
    Fact(
        id="identity.standing",
        label="How IOM describes its place",
        statements=[
            Statement(
                value=("the principal intergovernmental organization in the field of migration"),
                at=Day("2012~"),
                sources=["brief", "wp_2016_ipfs"],
                confidence="two-sources",
                note="The wording of the brief and of copies of Wikipedia.",
            ),
            Statement(
                value=("the leading intergovernmental organization in the field of migration"),
                at=Day("2024"),
                sources=["mhd_2014", "iom_crisisresponse"],
                confidence="two-sources",
                note="A self-description that others repeat.",
            ),
        ],
    ),
    Fact(
        id="identity.services",
        label="What IOM provides",
        statements=[
            Statement(
                value="services and advice to governments and migrants",
                at=Day("2014"),
                sources=["brief", "mhd_2014", "unsystem_iom"],
                confidence="two-sources",
            ),
        ],
    ),
    Fact(
        id="identity.task.management",
        label="Task: management of migration",
        statements=[
            Statement(
                value="the orderly and humane management of migration",
                at=Day("2014"),
                sources=["brief", "mhd_2014", "unsystem_iom"],
                confidence="two-sources",
            ),
        ],
    ),
    Fact(
        id="identity.task.cooperation",
        label="Task: international cooperation",
        statements=[
            Statement(
                value="international cooperation on migration issues",
                at=Day("2014"),
                sources=["brief", "mhd_2014", "ch_sr_github"],
                confidence="two-sources",
                note=("Also a purpose of the Constitution, which makes IOM a forum for States."),
            ),
        ],
    ),
    Fact(
        id="identity.task.solutions",
        label="Task: practical solutions",
        statements=[
            Statement(
                value="practical solutions to migration problems",
                at=Day("2014"),
                sources=["brief", "mhd_2014", "ch_sr_github"],
                confidence="two-sources",
                note=("The Constitution ties this to the forum for States and to studies."),
            ),
        ],
    ),
    Fact(
        id="identity.data-centre",
        label="Data centre",
        statements=[
            Statement(
                value="Global Migration Data Analysis Centre",
                at=Day("2023"),
                sources=["wp_mirror_github", "gna_pope_2023"],
                confidence="two-sources",
            ),
        ],
    ),
    Fact(
        id="identity.data-centre.place",
        label="Seat of the data centre",
        statements=[
            Statement(
                value=Place("Berlin"),
                at=Day("2023"),
                sources=["wp_mirror_github", "gna_pope_2023"],
                confidence="two-sources",
            ),
        ],
    ),
]
