"""The lists of Member States and observers, and how precise their dates are."""

from iomdocs.facts import Column, CountOf, Day, Fact, Items, Number, Statement, Table

FACTS = [
    Fact(
        id="membership.disputed-counts",
        label="Counts of members and observers that are disputed or out of date",
        statements=[
            Statement(
                value=Table(
                    file="disputed-counts.csv",
                    key="id",
                    start="date",
                    columns=[
                        Column(name="date", label="As of", type="day"),
                        Column(name="what", label="What"),
                        Column(name="count", label="Count", type="number"),
                        Column(name="shown", label="Shown instead", type="number"),
                        Column(name="note", label="Why"),
                    ],
                ),
                at=Day("2026-11-23"),
                sources=[
                    "io_icem_1953a",
                    "cow_igo_v3",
                    "crhoy_2018",
                    "vajiram_2023",
                    "factbook_json",
                    "tipg_iom",
                ],
                confidence="confirmed-by-source",
                note="Each count is also a statement of its fact.",
            ),
        ],
    ),
    Fact(
        id="membership.members",
        label="Member States and since when",
        review_after=Day("2027-05-01"),
        statements=[
            Statement(
                value=Table(
                    file="members.csv",
                    key="iso2",
                    start="since",
                    earlier="earlier",
                    columns=[
                        Column(name="iso2", label="Code"),
                        Column(name="iso3", label="Long code"),
                        Column(name="name", label="State", type="country", code="iso2"),
                        Column(name="list_name", label="Name in the list read"),
                        Column(name="since", label="Since", type="day"),
                        Column(name="earlier", label="Earlier membership", type="periods"),
                        Column(name="basis", label="Basis", about="since"),
                        Column(name="certainty", label="Certainty of the date", about="since"),
                        Column(name="spells", label="Years in the database"),
                        Column(name="brussels_1951", label="In Brussels 1951"),
                        Column(name="session_1952", label="Fourth session 1952"),
                        Column(name="fund_2024", label="Development Fund 2024"),
                        Column(name="factbook_2026", label="World Factbook copy 2026"),
                        Column(name="note", label="Note"),
                    ],
                ),
                at=Day("2024-04-29"),
                sources=["wp_mirror_github", "nl_trb_2014_67", "cow_igo_v3", "iom_line2_2024"],
                confidence="two-sources",
                note=(
                    "The names come from a copy of a Wikipedia list of 2025 whose number "
                    "equals the dated count; the form of the names is that of United Nations"
                    " and IOM lists."
                ),
            ),
        ],
    ),
    Fact(
        id="membership.observer-states",
        label="Observer States by name",
        review_after=Day("2027-05-01"),
        statements=[
            Statement(
                value=Table(
                    file="observers.csv",
                    key="iso2",
                    start="since",
                    columns=[
                        Column(name="iso2", label="Code"),
                        Column(name="iso3", label="Long code"),
                        Column(name="name", label="State", type="country", code="iso2"),
                        Column(name="since", label="Observer since", type="day"),
                        Column(name="factbook_2026", label="World Factbook copy 2026"),
                        Column(name="note", label="Note"),
                    ],
                ),
                at=Day("2024"),
                sources=["wp_mirror_github", "wp_2024_mirror"],
                confidence="confirmed-by-source",
                note="One article in two copies.",
            ),
        ],
    ),
    Fact(
        id="membership.dates.day",
        label="Members whose accession date is known to the day",
        unit="Member States",
        unit_one="Member State",
        derived_from=CountOf("membership.members", where="since.precision = day"),
        statements=[
            Statement(
                value=Number(46),
                at=Day("2024-04-29"),
                sources=["nl_trb_2014_67", "brecorder_2011", "iom_council_94", "wp_mirror_github"],
                confidence="confirmed-by-source",
                note="Own count over the list of that day, made on 23 November 2026.",
            ),
        ],
    ),
    Fact(
        id="membership.dates.month-or-year",
        label="Members whose accession date is known to the month or year",
        unit="Member States",
        unit_one="Member State",
        derived_from=CountOf(
            "membership.members",
            where="since != , since.precision != day, since.precision != about",
        ),
        statements=[
            Statement(
                value=Number(24),
                at=Day("2024-04-29"),
                sources=["iom_council_109", "mc2097", "frus_1952_d248", "wp_mirror_github"],
                confidence="confirmed-by-source",
                note=(
                    "Own count over the list of that day, made on 23 November 2026; one of "
                    "them is known to the year only."
                ),
            ),
        ],
    ),
    Fact(
        id="membership.dates.approximate",
        label="Members whose accession year is approximate",
        unit="Member States",
        unit_one="Member State",
        derived_from=CountOf("membership.members", where="since.precision = about"),
        statements=[
            Statement(
                value=Number(101),
                at=Day("2024-04-29"),
                sources=["cow_igo_v3", "wp_mirror_github"],
                confidence="confirmed-by-source",
                note=(
                    "Own count over the list of that day, made on 23 November 2026; the years "
                    "are those of a database and can be some years off."
                ),
            ),
        ],
    ),
    Fact(
        id="membership.dates.missing",
        label="Members without any accession date",
        unit="Member States",
        unit_one="Member State",
        derived_from=CountOf("membership.members", where="since ="),
        statements=[
            Statement(
                value=Number(4),
                at=Day("2024-04-29"),
                sources=["wp_mirror_github"],
                confidence="confirmed-by-source",
                note="Own count over the list of that day, made on 23 November 2026.",
            ),
        ],
    ),
    Fact(
        id="membership.dates.missing-names",
        label="Members whose accession date was not found",
        statements=[
            Statement(
                value=Items(["Dominica", "Grenada", "Lao People's Democratic Republic", "Palau"]),
                at=Day("2024-04-29"),
                sources=["wp_mirror_github", "iom_line2_2024"],
                confidence="confirmed-by-source",
                note="They joined between December 2016 and November 2018.",
            ),
        ],
    ),
]
