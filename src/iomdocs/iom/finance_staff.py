"""Staff, field locations, projects and countries."""

from iomdocs.facts import Day, Fact, Number, Statement

FACTS = [
    Fact(
        id="finance.staff",
        label="Staff",
        unit="staff",
        unit_one="member of staff",
        review_after=Day("2027-05-01"),
        statements=[
            Statement(
                value=Number(1100),
                at=Day("1998"),
                sources=["iom_triangulo", "unsystem_iom", "arabinfo_iom"],
                confidence="two-sources",
                note="Operational staff.",
            ),
            Statement(
                value=Number(5000, "more than"),
                at=Day("2006~"),
                sources=["tipg_iom"],
                confidence="confirmed-by-source",
                note="From an undated page.",
            ),
            Statement(
                value=Number(5600),
                at=Day("2008-06"),
                sources=["ap_swing_2008"],
                confidence="confirmed-by-source",
            ),
            Statement(
                value=Number(6690),
                at=Day("2009"),
                sources=["arabinfo_iom"],
                confidence="confirmed-by-source",
                note="Operational staff.",
            ),
            Statement(
                value=Number(7300),
                at=Day("2011-12"),
                sources=["brecorder_2011"],
                confidence="confirmed-by-source",
            ),
            Statement(
                value=Number(8353),
                at=Day("2013"),
                sources=["iom_snapshot_2014"],
                confidence="confirmed-by-source",
                note=(
                    "Total of a chart in a leaflet of 2014 whose text is hard to read in the"
                    " stored copy."
                ),
            ),
            Statement(
                value=Number(8500),
                at=Day("2014~"),
                sources=["iom_thompson_fr"],
                confidence="confirmed-by-source",
                note="A biography of about 2014.",
            ),
            Statement(
                value=Number(8400, "more than"),
                at=Day("2014-07"),
                sources=["iom_triangulo", "iom_snapshot_2014"],
                confidence="two-sources",
            ),
            Statement(
                value=Number(11500),
                at=Day("2019-03"),
                sources=["wp_2019_blog"],
                confidence="confirmed-by-source",
            ),
            Statement(
                value=Number(15311),
                at=Day("2020"),
                sources=["wp_mirror_github"],
                confidence="confirmed-by-source",
            ),
            Statement(
                value=Number(17761),
                at=Day("2021"),
                sources=["wp_2023_kiwix", "wp_2024_mirror"],
                confidence="confirmed-by-source",
                note="One article in two copies.",
            ),
            Statement(
                value=Number(19000),
                at=Day("2023-05-15"),
                sources=["gna_pope_2023"],
                confidence="confirmed-by-source",
            ),
            Statement(
                value=Number(20000, "about"),
                at=Day("2024-04-29"),
                sources=["kr_lee_2024"],
                confidence="confirmed-by-source",
                note="Before the cuts of 2025; no later total was found.",
            ),
        ],
    ),
    Fact(
        id="finance.staff.nationalities",
        label="Nationalities among the staff",
        unit="nationalities",
        unit_one="nationality",
        statements=[
            Statement(
                value=Number(168),
                at=Day("2020"),
                sources=["wp_mirror_github"],
                confidence="confirmed-by-source",
            ),
        ],
    ),
    Fact(
        id="finance.staff.headquarters",
        label="Staff at headquarters before the cuts",
        unit="staff",
        unit_one="member of staff",
        statements=[
            Statement(
                value=Number(1000, "more than"),
                at=Day("2025-03-18"),
                sources=["thenews_2025"],
                confidence="confirmed-by-source",
            ),
        ],
    ),
    Fact(
        id="finance.locations",
        label="Field locations",
        unit="field locations",
        unit_one="field location",
        statements=[
            Statement(
                value=Number(119),
                at=Day("1998"),
                sources=["iom_triangulo", "unsystem_iom", "arabinfo_iom"],
                confidence="two-sources",
            ),
            Statement(
                value=Number(280),
                at=Day("2006~"),
                sources=["tipg_iom"],
                confidence="confirmed-by-source",
                note="From an undated page.",
            ),
            Statement(
                value=Number(430, "more than"),
                at=Day("2009"),
                sources=["arabinfo_iom"],
                confidence="confirmed-by-source",
            ),
            Statement(
                value=Number(400, "more than"),
                at=Day("2014"),
                sources=["unsystem_iom"],
                confidence="confirmed-by-source",
                note="The directory of the United Nations system.",
            ),
            Statement(
                value=Number(480, "more than"),
                at=Day("2014"),
                sources=["iom_triangulo", "iom_snapshot_2014"],
                confidence="two-sources",
                rank="preferred",
                note="IOM's own tables; two other sources count fewer.",
            ),
            Statement(
                value=Number(440),
                at=Day("2014~"),
                sources=["iom_thompson_fr"],
                confidence="confirmed-by-source",
                note="A biography of about 2014.",
            ),
        ],
    ),
    Fact(
        id="finance.projects",
        label="Active projects",
        unit="projects",
        unit_one="project",
        statements=[
            Statement(
                value=Number(686),
                at=Day("1998"),
                sources=["iom_triangulo", "unsystem_iom"],
                confidence="two-sources",
            ),
            Statement(
                value=Number(1400),
                at=Day("2006~"),
                sources=["tipg_iom"],
                confidence="confirmed-by-source",
                note="From an undated page.",
            ),
            Statement(
                value=Number(2030, "more than"),
                at=Day("2009"),
                sources=["arabinfo_iom"],
                confidence="confirmed-by-source",
            ),
            Statement(
                value=Number(2400, "more than"),
                at=Day("2014"),
                sources=["unsystem_iom"],
                confidence="confirmed-by-source",
                note="The directory of the United Nations system.",
            ),
            Statement(
                value=Number(2600, "more than"),
                at=Day("2014"),
                sources=["iom_triangulo"],
                confidence="confirmed-by-source",
                rank="preferred",
                note="IOM's own tables; the directory of the United Nations system counts fewer.",
            ),
        ],
    ),
    Fact(
        id="finance.countries",
        label="Countries in which IOM is present",
        unit="countries",
        unit_one="country",
        review_after=Day("2027-05-01"),
        statements=[
            Statement(
                value=Number(150, "more than"),
                at=Day("2014"),
                sources=["iom_triangulo", "unsystem_iom"],
                confidence="two-sources",
            ),
            Statement(
                value=Number(171),
                at=Day("2024-04-29"),
                sources=["iom_crisisresponse", "kr_lee_2024", "gna_pope_2023"],
                confidence="two-sources",
                note=(
                    "Countries with a presence; annual reports count the countries reached, "
                    "168 in 2023 and 186 in 2024."
                ),
            ),
        ],
    ),
    Fact(
        id="finance.countries-reached",
        label="Countries that IOM's work reached in a year",
        unit="countries",
        unit_one="country",
        review_after=Day("2027-05-01"),
        statements=[
            Statement(
                value=Number(168),
                at=Day("2023"),
                sources=["ar_2023"],
                confidence="confirmed-by-source",
            ),
            Statement(
                value=Number(186),
                at=Day("2024"),
                sources=["ar_2024_epinews"],
                confidence="confirmed-by-source",
            ),
        ],
    ),
]
