"""The Constitution: how it came about, how it was amended, what it says."""

from iomdocs.facts import CountOf, Day, Fact, Items, Number, Place, Statement, Topic

TOPIC = Topic(id="constitution", title="Constitution")

FACTS = [
    Fact(
        id="constitution.adopted",
        label="Constitution adopted",
        statements=[
            Statement(
                value=Day("1953-10-19"),
                at=Day("1953-10-19"),
                sources=["iom_moscow_constitution", "iom_constitution_fr", "ch_sr_014201"],
                confidence="two-sources",
            ),
        ],
    ),
    Fact(
        id="constitution.place",
        label="Place of adoption",
        statements=[
            Statement(
                value=Place("Venice"),
                at=Day("1953-10-19"),
                sources=["nl_trb_2014_67", "frus_1954_d263", "wp_2023_kiwix"],
                confidence="two-sources",
            ),
        ],
    ),
    Fact(
        id="constitution.in-force",
        label="Constitution in force",
        statements=[
            Statement(
                value=Day("1954-11-30"),
                at=Day("1954-11-30"),
                sources=["iom_moscow_constitution", "ch_sr_github", "iom_constitution_fr"],
                confidence="two-sources",
                note=("From this day the committee is formally a permanent body."),
            ),
        ],
    ),
    Fact(
        id="constitution.in-force.rule",
        label="Condition for entry into force",
        statements=[
            Statement(
                value=(
                    "acceptance by two thirds of the members and by members that paid 75 per "
                    "cent of the administrative contributions"
                ),
                at=Day("1954-11-30"),
                sources=["ch_sr_github"],
                confidence="confirmed-by-source",
                note=("Articles 29 and 30 in the present numbering; they have had their effect."),
            ),
        ],
    ),
    Fact(
        id="constitution.amendments-1987.adopted",
        label="First amendments adopted",
        statements=[
            Statement(
                value=Day("1987-05-20"),
                at=Day("1987-05-20"),
                sources=["iom_constitution_fr", "iom_constitution_en", "ch_sr_014201"],
                confidence="two-sources",
            ),
        ],
    ),
    Fact(
        id="constitution.amendments-1987.resolution",
        label="Resolution on the first amendments",
        statements=[
            Statement(
                value="Council resolution 724, 55th session",
                at=Day("1987-05-20"),
                sources=["iom_constitution_fr", "iom_constitution_en", "ch_sr_014201"],
                confidence="two-sources",
            ),
        ],
    ),
    Fact(
        id="constitution.amendments-1987.in-force",
        label="First amendments in force",
        statements=[
            Statement(
                value=Day("1989-11-14"),
                at=Day("1989-11-14"),
                sources=["iom_constitution_fr", "iom_moscow_constitution", "ch_sr_014201"],
                confidence="two-sources",
                note="With the new name.",
            ),
        ],
    ),
    Fact(
        id="constitution.amendments-1998.adopted",
        label="Second amendments adopted",
        statements=[
            Statement(
                value=Day("1998-11-24"),
                at=Day("1998-11-24"),
                sources=["iom_constitution_fr", "ch_message_2012", "nl_trb_2014_67"],
                confidence="two-sources",
            ),
        ],
    ),
    Fact(
        id="constitution.amendments-1998.resolution",
        label="Resolution on the second amendments",
        statements=[
            Statement(
                value="Council resolution 997, 76th session",
                at=Day("1998-11-24"),
                sources=["iom_constitution_fr", "ch_message_2012", "nl_trb_2014_67"],
                confidence="two-sources",
            ),
        ],
    ),
    Fact(
        id="constitution.amendments-1998.in-force",
        label="Second amendments in force",
        statements=[
            Statement(
                value=Day("2013-11-21"),
                at=Day("2013-11-21"),
                sources=["iom_constitution_fr", "iom_greece_structure", "ch_sr_github"],
                confidence="two-sources",
                note="They abolished the Executive Committee.",
            ),
        ],
    ),
    Fact(
        id="constitution.amendments-1998.missing",
        label="Acceptances still missing for the second amendments",
        unit="Member States",
        unit_one="Member State",
        statements=[
            Statement(
                value=Number(11),
                at=Day("2012-11-14"),
                sources=["ch_message_2012"],
                confidence="confirmed-by-source",
                note=(
                    "From the Italian text of a message of the Swiss government; it counts 146 "
                    "members."
                ),
            ),
        ],
    ),
    Fact(
        id="constitution.amendments-2020.adopted",
        label="Third amendments adopted and in force",
        statements=[
            Statement(
                value=Day("2020-10-28"),
                at=Day("2020-10-28"),
                sources=["iom_constitution_fr", "hu_act_2022_49"],
                confidence="two-sources",
            ),
        ],
    ),
    Fact(
        id="constitution.amendments-2020.resolution",
        label="Resolution on the third amendments",
        statements=[
            Statement(
                value="Council resolution 1385, fourth special session",
                at=Day("2020-10-28"),
                sources=["iom_constitution_fr", "hu_act_2022_49"],
                confidence="two-sources",
            ),
        ],
    ),
    Fact(
        id="constitution.amendments-2020.effect",
        label="What the third amendments changed",
        statements=[
            Statement(
                value=(
                    "two Deputy Directors General, appointed by the Director General, instead of "
                    "one, elected by the Council"
                ),
                start=Day("2020-10-28"),
                sources=["iom_constitution_fr", "hu_act_2022_49"],
                confidence="two-sources",
                note=(
                    "The Council still endorsed a choice in 2024; the brief is older than this "
                    "change."
                ),
            ),
        ],
    ),
    Fact(
        id="constitution.switzerland",
        label="Switzerland accepts the first amendments",
        statements=[
            Statement(
                value=Day("1988-12-02"),
                at=Day("1988-12-02"),
                sources=["ch_sr_014201"],
                confidence="confirmed-by-source",
            ),
        ],
    ),
    Fact(
        id="constitution.austria",
        label="Austria accepts the first amendments",
        statements=[
            Statement(
                value=Day("1990-01-25"),
                at=Day("1990-01-25"),
                sources=["at_bgbl_133_1990"],
                confidence="confirmed-by-source",
                note="Deposit of the acceptance.",
            ),
        ],
    ),
    Fact(
        id="constitution.development",
        label="What the preamble says of development",
        statements=[
            Statement(
                value=(
                    "paying together for European migration helps with the population problem of "
                    "Europe and can open new opportunities in countries that lack labour"
                ),
                start=Day("1954-11-30"),
                end=Day("1989-11-13"),
                sources=["br_decreto_42122"],
                confidence="confirmed-by-source",
                note=(
                    "Paraphrase of the preamble of 1953 in a Portuguese text, read in part; that "
                    "part does not speak of developing countries."
                ),
            ),
            Statement(
                value=(
                    "migration can create new economic opportunities in receiving countries, and "
                    "is related to the economic, social and cultural conditions in developing "
                    "countries"
                ),
                start=Day("1989-11-14"),
                sources=["iom_constitution_en", "iom_constitution_fr"],
                confidence="two-sources",
                note=(
                    "Paraphrase. That the words on developing countries came with the amendments "
                    "of 1987 is from memory."
                ),
            ),
        ],
    ),
    Fact(
        id="constitution.development.brief",
        label="The brief on development",
        statements=[
            Statement(
                value=(
                    "explicit recognition of the link between migration and economic, social and "
                    "cultural development"
                ),
                at=Day("2012~"),
                sources=["brief", "wp_2016_ipfs"],
                confidence="confirmed-by-source",
                note=(
                    "Imprecise: the preamble speaks of opportunities in receiving countries and "
                    "of a relation with conditions in developing countries."
                ),
            ),
        ],
    ),
    Fact(
        id="constitution.free-movement",
        label="Where free movement of persons appears",
        statements=[
            Statement(
                value="as a right of freedom of movement of persons",
                start=Day("1954-11-30"),
                sources=["brief", "mhd_2014"],
                confidence="two-sources",
                rank="deprecated",
                note=(
                    "The wording of the brief, which IOM itself has used; the text has a "
                    "principle and a condition for States, not a right of persons."
                ),
            ),
            Statement(
                value=(
                    "as a condition for membership: States must have shown an interest in the "
                    "principle of free movement of persons"
                ),
                start=Day("1954-11-30"),
                sources=["ch_sr_github", "wp_2016_ipfs"],
                confidence="two-sources",
                note="Paraphrase of article 2(b).",
            ),
        ],
    ),
    Fact(
        id="constitution.free-movement.article",
        label="Article on free movement of persons",
        statements=[
            Statement(
                value="article 2(b)",
                at=Day("2024-06-18"),
                sources=["ch_sr_github", "wp_2016_ipfs"],
                confidence="two-sources",
                note="The consolidated text of Swiss law.",
            ),
        ],
    ),
    Fact(
        id="constitution.free-movement.brief",
        label="The brief on free movement",
        statements=[
            Statement(
                value=("explicit recognition of the right of freedom of movement of persons"),
                at=Day("2012~"),
                sources=["brief", "mhd_2014", "wp_2016_ipfs"],
                confidence="two-sources",
                note=(
                    "Imprecise: the text speaks of a principle and of a condition for admitting "
                    "States."
                ),
            ),
        ],
    ),
    Fact(
        id="constitution.domestic-jurisdiction",
        label="Limit on what IOM may decide",
        statements=[
            Statement(
                value=(
                    "standards of admission and the number of immigrants stay within the "
                    "domestic jurisdiction of States"
                ),
                at=Day("2024-06-18"),
                sources=["ch_sr_github"],
                confidence="confirmed-by-source",
                note="Paraphrase of article 1(3).",
            ),
        ],
    ),
    Fact(
        id="constitution.domestic-jurisdiction.article",
        label="Article on domestic jurisdiction",
        statements=[
            Statement(
                value="article 1(3)",
                at=Day("2024-06-18"),
                sources=["ch_sr_github"],
                confidence="confirmed-by-source",
            ),
        ],
    ),
    Fact(
        id="constitution.purposes",
        label="Purposes of IOM",
        statements=[
            Statement(
                value=Items(
                    [
                        "organized transfer of migrants",
                        "organized transfer of refugees and displaced persons",
                        "migration services",
                        "voluntary return services",
                        "a forum for States",
                    ]
                ),
                at=Day("2024-06-18"),
                sources=["ch_sr_github", "iom_constitution_en"],
                confidence="two-sources",
                note=("Five lettered purposes of article 1, shortened to headings."),
            ),
        ],
    ),
    Fact(
        id="constitution.purposes.number",
        label="Number of purposes",
        unit="purposes",
        unit_one="purpose",
        derived_from=CountOf("constitution.purposes"),
        statements=[
            Statement(
                value=Number(5),
                at=Day("2024-06-18"),
                sources=["ch_sr_github", "iom_constitution_en"],
                confidence="two-sources",
            ),
        ],
    ),
    Fact(
        id="constitution.cooperation",
        label="Duty to cooperate",
        statements=[
            Statement(
                value=(
                    "close cooperation with international organizations, governmental and "
                    "non-governmental"
                ),
                at=Day("2024-06-18"),
                sources=["ch_sr_github", "iom_guiding", "iom_ngos_old"],
                confidence="two-sources",
                note="Article 1(2).",
            ),
        ],
    ),
    Fact(
        id="constitution.cooperation.article",
        label="Article on cooperation",
        statements=[
            Statement(
                value="article 1(2)",
                at=Day("2024-06-18"),
                sources=["ch_sr_github", "iom_guiding", "iom_ngos_old"],
                confidence="two-sources",
            ),
        ],
    ),
    Fact(
        id="constitution.admission",
        label="How a State becomes a member",
        statements=[
            Statement(
                value=(
                    "a decision of the Council by two thirds, acceptance of the Constitution, "
                    "and an agreed contribution to the administrative expenses"
                ),
                start=Day("2013-11-21"),
                sources=["ch_sr_github", "iom_constitution_en"],
                confidence="two-sources",
                note="Article 2(b).",
            ),
        ],
    ),
]
