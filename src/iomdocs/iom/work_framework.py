"""What IOM plans by: the governance framework of 2015, the plan of 2024, the global goal."""

from iomdocs.facts import Day, Fact, Number, Period, Place, Statement

FACTS = [
    Fact(
        id="work.governance-framework",
        label="Migration Governance Framework",
        statements=[
            Statement(
                value="three principles and three objectives",
                start=Day("2015-11"),
                sources=["gfmd_migof", "iom_em_migof"],
                confidence="two-sources",
            ),
        ],
    ),
    Fact(
        id="work.governance-framework.adopted",
        label="Migration Governance Framework adopted by the Council",
        statements=[
            Statement(
                value=Day("2015-11"),
                at=Day("2015-11"),
                sources=["gfmd_migof", "iom_em_migof"],
                confidence="two-sources",
            ),
        ],
    ),
    Fact(
        id="work.governance-framework.resolution",
        label="Council resolution on the Migration Governance Framework",
        statements=[
            Statement(
                value="resolution 1310",
                at=Day("2015-11"),
                sources=["gfmd_migof", "iom_em_migof"],
                confidence="two-sources",
            ),
        ],
    ),
    Fact(
        id="work.governance-framework.principle.standards",
        label="First principle of the framework",
        statements=[
            Statement(
                value=("adherence to international standards and fulfilment of migrants' rights"),
                start=Day("2015-11"),
                sources=["gfmd_migof", "iom_em_migof"],
                confidence="two-sources",
                note="Heading, shortened.",
            ),
        ],
    ),
    Fact(
        id="work.governance-framework.principle.evidence",
        label="Second principle of the framework",
        statements=[
            Statement(
                value="policy built on evidence and a whole-of-government approach",
                start=Day("2015-11"),
                sources=["gfmd_migof", "iom_em_migof"],
                confidence="two-sources",
                note="Heading, shortened.",
            ),
        ],
    ),
    Fact(
        id="work.governance-framework.principle.partnership",
        label="Third principle of the framework",
        statements=[
            Statement(
                value="partnership with others",
                start=Day("2015-11"),
                sources=["gfmd_migof", "iom_em_migof"],
                confidence="two-sources",
                note="Heading, shortened.",
            ),
        ],
    ),
    Fact(
        id="work.governance-framework.objective.well-being",
        label="First objective of the framework",
        statements=[
            Statement(
                value="the socioeconomic well-being of migrants and society",
                start=Day("2015-11"),
                sources=["gfmd_migof", "iom_em_migof"],
                confidence="two-sources",
                note="Heading, shortened.",
            ),
        ],
    ),
    Fact(
        id="work.governance-framework.objective.crises",
        label="Second objective of the framework",
        statements=[
            Statement(
                value="an effective response to the mobility side of crises",
                start=Day("2015-11"),
                sources=["gfmd_migof", "iom_em_migof"],
                confidence="two-sources",
                note="Heading, shortened.",
            ),
        ],
    ),
    Fact(
        id="work.governance-framework.objective.safe-migration",
        label="Third objective of the framework",
        statements=[
            Statement(
                value="safe, orderly and dignified migration",
                start=Day("2015-11"),
                sources=["gfmd_migof", "iom_em_migof"],
                confidence="two-sources",
                note="Heading, shortened.",
            ),
        ],
    ),
    Fact(
        id="work.governance-index.countries",
        label="Countries in the first Migration Governance Index",
        unit="countries",
        unit_one="country",
        statements=[
            Statement(
                value=Number(15),
                at=Day("2016"),
                sources=["iom_mgi_2016"],
                confidence="confirmed-by-source",
                note="Made with the Economist Intelligence Unit; a benchmark, not a ranking.",
            ),
        ],
    ),
    Fact(
        id="work.sdg-target",
        label="Target on migration in the 2030 Agenda",
        statements=[
            Statement(
                value="target 10.7",
                start=Day("2015-09"),
                sources=["iom_mesocaribe_107", "gfmd_migof"],
                confidence="two-sources",
                note=("The day on which the Agenda was adopted, 25 September 2015, is recalled."),
            ),
        ],
    ),
    Fact(
        id="work.sdg-target.agenda",
        label="Agenda the target belongs to",
        statements=[
            Statement(
                value="2030 Agenda for Sustainable Development",
                start=Day("2015-09"),
                sources=["iom_mesocaribe_107", "gfmd_migof"],
                confidence="two-sources",
            ),
        ],
    ),
    Fact(
        id="work.sdg-target.aim",
        label="What target 10.7 asks for",
        statements=[
            Statement(
                value=(
                    "to make the movement of people safe, lawful and well ordered through "
                    "planned policy"
                ),
                start=Day("2015-09"),
                sources=["iom_mesocaribe_107", "gfmd_migof"],
                confidence="two-sources",
                note="A paraphrase.",
            ),
        ],
    ),
    Fact(
        id="work.sdg-target.adopted",
        label="2030 Agenda adopted",
        statements=[
            Statement(
                value=Day("2015-09"),
                at=Day("2015-09"),
                sources=["iom_mesocaribe_107", "gfmd_migof"],
                confidence="two-sources",
                note="The day, 25 September, is recalled and not checked against a source.",
            ),
        ],
    ),
    Fact(
        id="work.strategic-plan",
        label="IOM Strategic Plan 2024-2028",
        review_after=Day("2028-06-01"),
        statements=[
            Statement(
                value="a five-year plan with three objectives",
                start=Day("2024-01-10"),
                end=Day("2028-12-31"),
                sources=["iom_sp_2024", "iom_sp_news"],
                confidence="two-sources",
            ),
        ],
    ),
    Fact(
        id="work.strategic-plan.name",
        label="Name of the plan in force",
        review_after=Day("2028-06-01"),
        statements=[
            Statement(
                value="Strategic Plan 2024-2028",
                start=Day("2024-01-10"),
                end=Day("2028-12-31"),
                sources=["iom_sp_2024", "iom_sp_news"],
                confidence="two-sources",
            ),
        ],
    ),
    Fact(
        id="work.strategic-plan.vision",
        label="Vision of the strategic plan",
        statements=[
            Statement(
                value=("to join the benefits of migration with help for the people most at risk"),
                start=Day("2024-01-10"),
                end=Day("2028-12-31"),
                sources=["iom_sp_2024", "iom_sp_news"],
                confidence="two-sources",
                note="A paraphrase.",
            ),
        ],
    ),
    # iomdocs: allow W003 for programs; the name of the plan, which pages show, has the years
    Fact(
        id="work.strategic-plan.years",
        label="Years of the strategic plan",
        statements=[
            Statement(
                value=Period(Day("2024"), Day("2028")),
                start=Day("2024-01-10"),
                end=Day("2028-12-31"),
                sources=["iom_sp_2024", "iom_sp_news"],
                confidence="two-sources",
            ),
        ],
    ),
    Fact(
        id="work.strategic-plan.launched",
        label="Strategic plan launched",
        statements=[
            Statement(
                value=Day("2024-01-10"),
                at=Day("2024-01-10"),
                sources=["iom_sp_2024", "iom_sp_news"],
                confidence="two-sources",
            ),
        ],
    ),
    Fact(
        id="work.strategic-plan.place",
        label="Where the strategic plan was launched",
        statements=[
            Statement(
                value=Place("N'Djamena"),
                at=Day("2024-01-10"),
                sources=["iom_sp_news"],
                confidence="confirmed-by-source",
            ),
        ],
    ),
    Fact(
        id="work.strategic-plan.objective.saving-lives",
        label="First objective of the strategic plan",
        statements=[
            Statement(
                value="saving lives and protecting people on the move",
                start=Day("2024-01-10"),
                end=Day("2028-12-31"),
                sources=["iom_sp_2024", "iom_sp_news", "iom_crisisresponse"],
                confidence="two-sources",
            ),
        ],
    ),
    Fact(
        id="work.strategic-plan.objective.solutions",
        label="Second objective of the strategic plan",
        statements=[
            Statement(
                value="driving solutions to displacement",
                start=Day("2024-01-10"),
                end=Day("2028-12-31"),
                sources=["iom_sp_2024", "iom_sp_news", "iom_crisisresponse"],
                confidence="two-sources",
            ),
        ],
    ),
    Fact(
        id="work.strategic-plan.objective.pathways",
        label="Third objective of the strategic plan",
        statements=[
            Statement(
                value="facilitating pathways for regular migration",
                start=Day("2024-01-10"),
                end=Day("2028-12-31"),
                sources=["iom_sp_2024", "iom_sp_news", "iom_crisisresponse"],
                confidence="two-sources",
            ),
        ],
    ),
]
