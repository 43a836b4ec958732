"""The work of IOM: the frames it plans by, what it does in each area, and with what figures."""

from iomdocs.facts import CountOf, Day, Fact, Items, Number, Statement, Topic

TOPIC = Topic(id="work", title="The work of IOM")

FACTS = [
    Fact(
        id="work.areas",
        label="Four broad areas of migration management",
        statements=[
            Statement(
                value=Items(
                    [
                        "migration and development",
                        "facilitating migration",
                        "regulating migration",
                        "addressing forced migration",
                    ]
                ),
                at=Day("2017"),
                sources=["mhd_2014", "iom_cyprus_global", "unsystem_iom", "brief"],
                confidence="two-sources",
                note=(
                    "Used in IOM texts from about 2002 to about 2017; no longer the frame of "
                    "its plans."
                ),
            ),
        ],
    ),
    Fact(
        id="work.areas.count",
        label="Number of broad areas of migration management",
        unit="areas",
        unit_one="area",
        derived_from=CountOf("work.areas"),
        statements=[
            Statement(
                value=Number(4),
                at=Day("2017"),
                sources=["mhd_2014", "iom_cyprus_global", "unsystem_iom", "brief"],
                confidence="two-sources",
            ),
        ],
    ),
    Fact(
        id="work.areas.used-until",
        label="Areas and cross-cutting activities in use until",
        statements=[
            Statement(
                value=Day("2017~"),
                at=Day("2017~"),
                sources=["unsystem_iom", "iom_cyprus_global"],
                confidence="two-sources",
                note="The latest texts of IOM found that use them.",
            ),
        ],
    ),
    Fact(
        id="work.cross-cutting.count",
        label="Number of cross-cutting activities",
        unit="activities",
        unit_one="activity",
        derived_from=CountOf("work.cross-cutting"),
        statements=[
            Statement(
                value=Number(5),
                at=Day("2017"),
                sources=["mhd_2014", "iom_cyprus_global", "brief"],
                confidence="two-sources",
            ),
        ],
    ),
    Fact(
        id="work.area.development",
        label="Area of migration management: development",
        statements=[
            Statement(
                value="migration and development",
                at=Day("2017"),
                sources=["mhd_2014", "unsystem_iom", "brief"],
                confidence="two-sources",
                note=(
                    "Standard wording of IOM texts to about 2017; no longer the frame of its plans."
                ),
            ),
        ],
    ),
    Fact(
        id="work.area.facilitating",
        label="Area of migration management: facilitating",
        statements=[
            Statement(
                value="facilitating migration",
                at=Day("2017"),
                sources=["mhd_2014", "unsystem_iom", "brief"],
                confidence="two-sources",
                note=(
                    "Standard wording of IOM texts to about 2017; no longer the frame of its plans."
                ),
            ),
        ],
    ),
    Fact(
        id="work.area.regulating",
        label="Area of migration management: regulating",
        statements=[
            Statement(
                value="regulating migration",
                at=Day("2017"),
                sources=["mhd_2014", "unsystem_iom", "brief"],
                confidence="two-sources",
                note=(
                    "Standard wording of IOM texts to about 2017; no longer the frame of its plans."
                ),
            ),
        ],
    ),
    Fact(
        id="work.area.forced-migration",
        label="Area of migration management: forced migration",
        statements=[
            Statement(
                value="addressing forced migration",
                at=Day("2017"),
                sources=["mhd_2014", "unsystem_iom", "brief"],
                confidence="two-sources",
                rank="preferred",
                note=(
                    "Standard wording of IOM texts to about 2017; no longer the frame of its plans."
                ),
            ),
            Statement(
                value="combatting forced migration",
                at=Day("2017"),
                sources=["iom_cyprus_global"],
                confidence="confirmed-by-source",
                note="Wording of one IOM office page of the same years.",
            ),
        ],
    ),
    Fact(
        id="work.cross-cutting",
        label="Five cross-cutting activities",
        statements=[
            Statement(
                value=Items(
                    [
                        "promotion of international migration law",
                        "policy debate and guidance",
                        "protection of migrants' rights",
                        "migration health",
                        "the gender dimension of migration",
                    ]
                ),
                at=Day("2017"),
                sources=["mhd_2014", "iom_cyprus_global", "brief"],
                confidence="two-sources",
                note=(
                    "Standard wording of IOM texts to about 2017; no longer the frame of its plans."
                ),
            ),
        ],
    ),
    Fact(
        id="work.cross-cutting.law",
        label="Cross-cutting activity: law",
        statements=[
            Statement(
                value="promotion of international migration law",
                at=Day("2017"),
                sources=["mhd_2014", "iom_cyprus_global", "brief"],
                confidence="two-sources",
                note=(
                    "Standard wording of IOM texts to about 2017; no longer the frame of its plans."
                ),
            ),
        ],
    ),
    Fact(
        id="work.cross-cutting.policy",
        label="Cross-cutting activity: policy",
        statements=[
            Statement(
                value="policy debate and guidance",
                at=Day("2017"),
                sources=["mhd_2014", "iom_cyprus_global", "brief"],
                confidence="two-sources",
                note=(
                    "Standard wording of IOM texts to about 2017; no longer the frame of its plans."
                ),
            ),
        ],
    ),
    Fact(
        id="work.cross-cutting.rights",
        label="Cross-cutting activity: rights",
        statements=[
            Statement(
                value="protection of migrants' rights",
                at=Day("2017"),
                sources=["mhd_2014", "iom_cyprus_global", "brief"],
                confidence="two-sources",
                note=(
                    "Standard wording of IOM texts to about 2017; no longer the frame of its plans."
                ),
            ),
        ],
    ),
    Fact(
        id="work.cross-cutting.health",
        label="Cross-cutting activity: health",
        statements=[
            Statement(
                value="migration health",
                at=Day("2017"),
                sources=["mhd_2014", "iom_cyprus_global", "brief"],
                confidence="two-sources",
                note=(
                    "Standard wording of IOM texts to about 2017; no longer the frame of its plans."
                ),
            ),
        ],
    ),
    Fact(
        id="work.cross-cutting.gender",
        label="Cross-cutting activity: gender",
        statements=[
            Statement(
                value="the gender dimension of migration",
                at=Day("2017"),
                sources=["mhd_2014", "iom_cyprus_global", "brief"],
                confidence="two-sources",
                note=(
                    "Standard wording of IOM texts to about 2017; no longer the frame of its plans."
                ),
            ),
        ],
    ),
    Fact(
        id="work.humanitarian-assistance",
        label="Who receives humanitarian assistance",
        statements=[
            Statement(
                value=Items(["refugees", "displaced persons", "other uprooted people"]),
                at=Day("2014"),
                sources=["mhd_2014", "brief"],
                confidence="two-sources",
                note="Standard wording of the time, also that of the brief.",
            ),
            Statement(
                value=Items(["refugees", "internally displaced people"]),
                at=Day("2017"),
                sources=["iom_cyprus_global"],
                confidence="confirmed-by-source",
                note="Newer IOM texts name these two groups among the migrants in need.",
            ),
        ],
    ),
]
