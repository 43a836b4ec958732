"""Rights and duties of Member States and observers."""

from iomdocs.facts import Day, Fact, Number, Statement

FACTS = [
    Fact(
        id="membership.contribution",
        label="What a member must pay towards",
        statements=[
            Statement(
                value=(
                    "the administrative part of the budget, at a rate agreed between the "
                    "Council and the State"
                ),
                at=Day("2024-06-18"),
                sources=["ch_sr_github"],
                confidence="confirmed-by-source",
                note="Articles 2(b) and 20(2) of the Constitution.",
            ),
        ],
    ),
    Fact(
        id="membership.withdrawal.notice",
        label="Notice before a State can leave",
        unit="months",
        unit_one="month",
        statements=[
            Statement(
                value=Number(4),
                at=Day("2024-06-18"),
                sources=["ch_sr_github"],
                confidence="confirmed-by-source",
                note=(
                    "Article 3: in writing, before the end of the financial year with which "
                    "the withdrawal takes effect."
                ),
            ),
        ],
    ),
    Fact(
        id="membership.vote-loss",
        label="Arrears that can cost a State its vote, in contributions",
        unit="years of contributions",
        unit_one="year of contributions",
        statements=[
            Statement(
                value=Number(2),
                at=Day("2024-06-18"),
                sources=["ch_sr_github"],
                confidence="confirmed-by-source",
                note=(
                    "Article 4(1): effective one year after the Council has been told; the "
                    "Council can keep or restore the vote by simple majority."
                ),
            ),
        ],
    ),
    Fact(
        id="membership.suspension",
        label="When membership can be suspended",
        statements=[
            Statement(
                value=(
                    "persistent breach of the principles of the Constitution, by a two-"
                    "thirds decision of the Council"
                ),
                at=Day("2024-06-18"),
                sources=["ch_sr_github"],
                confidence="confirmed-by-source",
                note="Article 4(2); a simple majority restores the membership.",
            ),
        ],
    ),
    Fact(
        id="membership.observer-rule",
        label="Who can be an observer",
        statements=[
            Statement(
                value=(
                    "States that are not members, and international organizations, "
                    "governmental or not, that deal with migration, refugees or human "
                    "resources"
                ),
                at=Day("2024-06-18"),
                sources=["ch_sr_github"],
                confidence="confirmed-by-source",
                note="Article 8; observers have no vote.",
            ),
        ],
    ),
]
