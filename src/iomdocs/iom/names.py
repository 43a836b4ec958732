"""Names: what the organization was called, and how the first committee was founded."""

from iomdocs.facts import CountOf, Day, Fact, Items, Number, Period, Person, Statement, Topic

TOPIC = Topic(id="names", title="Names and founding")

FACTS = [
    Fact(
        id="names.full",
        label="Name of the organization",
        statements=[
            Statement(
                value="Intergovernmental Committee for European Migration",
                start=Day("1951"),
                end=Day("1980-11"),
                sources=["brief", "wp_2016_ipfs"],
                confidence="confirmed-by-source",
                rank="deprecated",
                note=(
                    "The brief gives this name for the founding itself; in 1951 the body had "
                    "another."
                ),
            ),
            Statement(
                value=(
                    "Provisional Intergovernmental Committee for the Movement of Migrants from "
                    "Europe"
                ),
                start=Day("1951-12-05"),
                end=Day("1952-10-21"),
                sources=["elie_2010", "huygens_icem", "frus_1951_d83"],
                confidence="two-sources",
                note="Set up by the Brussels conference.",
            ),
            Statement(
                value="Intergovernmental Committee for European Migration",
                start=Day("1952-10"),
                end=Day("1980-11"),
                sources=["io_icem_1953a", "frus_1952_d248", "liquisearch_history"],
                confidence="two-sources",
                note="Adopted at the fourth session of the committee.",
            ),
            Statement(
                value="Intergovernmental Committee for European Migration",
                start=Day("1953"),
                end=Day("1980-11"),
                sources=["huygens_icem"],
                confidence="confirmed-by-source",
                rank="deprecated",
                note=("A Dutch archive guide dates the name with the Constitution of 1953."),
            ),
            Statement(
                value="Intergovernmental Committee for Migration",
                start=Day("1980-11"),
                end=Day("1989-11-13"),
                sources=["ropretoria_eighties", "huygens_icem", "byjus_iom"],
                confidence="two-sources",
                note=("Changed by the Council; the month is from one secondary source."),
            ),
            Statement(
                value="International Organization for Migration",
                start=Day("1989-11-14"),
                sources=["iom_moscow_constitution", "ropretoria_eighties", "iom_constitution_fr"],
                confidence="two-sources",
                note="In force with the amendments of 1987.",
            ),
        ],
    ),
    Fact(
        id="names.abbreviation",
        label="Abbreviation of the name",
        statements=[
            Statement(
                value="PICMME",
                start=Day("1951-12-05"),
                end=Day("1952-10-21"),
                sources=["elie_2010", "huygens_icem", "frus_1951_d83"],
                confidence="two-sources",
            ),
            Statement(
                value="ICEM",
                start=Day("1952-10"),
                end=Day("1980-11"),
                sources=["io_icem_1953a", "frus_1952_d248", "liquisearch_history"],
                confidence="two-sources",
            ),
            Statement(
                value="ICM",
                start=Day("1980-11"),
                end=Day("1989-11-13"),
                sources=["ropretoria_eighties", "huygens_icem", "byjus_iom"],
                confidence="two-sources",
            ),
            Statement(
                value="IOM",
                start=Day("1989-11-14"),
                sources=["iom_moscow_constitution", "ropretoria_eighties", "iom_constitution_fr"],
                confidence="two-sources",
            ),
        ],
    ),
    Fact(
        id="names.icem.adopted",
        label="Name ICEM adopted",
        statements=[
            Statement(
                value=Day("1952-10"),
                at=Day("1952-10"),
                sources=["io_icem_1953a", "frus_1952_d248", "liquisearch_history"],
                confidence="two-sources",
                rank="preferred",
                note=("At the fourth session; a Dutch archive guide gives 1953."),
            ),
            Statement(
                value=Day("1953"),
                at=Day("1953"),
                sources=["huygens_icem"],
                confidence="confirmed-by-source",
                rank="deprecated",
                note=(
                    "The year of the Constitution; reports of the session itself have the change "
                    "in 1952."
                ),
            ),
        ],
    ),
    Fact(
        id="names.icem.archive-guide",
        label="Year of the name ICEM in a Dutch archive guide",
        statements=[
            Statement(
                value=Day("1953"),
                at=Day("1953"),
                sources=["huygens_icem"],
                confidence="confirmed-by-source",
                note="Also a statement of the date of the name.",
            ),
        ],
    ),
    Fact(
        id="names.icm.adopted",
        label="Name ICM adopted",
        statements=[
            Statement(
                value=Day("1980-11"),
                at=Day("1980-11"),
                sources=["ropretoria_eighties", "huygens_icem", "byjus_iom"],
                confidence="two-sources",
                note="The month is from one secondary source.",
            ),
        ],
    ),
    Fact(
        id="names.brief-version",
        label="The brief on the founding",
        statements=[
            Statement(
                value=(
                    "established in 1951 as the Intergovernmental Committee for European "
                    "Migration (ICEM)"
                ),
                at=Day("2012~"),
                sources=["brief", "wp_2016_ipfs"],
                confidence="confirmed-by-source",
                note=("Imprecise: in 1951 the body was PICMME; ICEM is a name of October 1952."),
            ),
        ],
    ),
    Fact(
        id="names.brief-purpose",
        label="The brief on the first purpose",
        statements=[
            Statement(
                value=("to help resettle people displaced by the Second World War"),
                at=Day("2012~"),
                sources=["brief", "wp_2016_ipfs"],
                confidence="confirmed-by-source",
                note=("Imprecise: most of the people first moved were not refugees."),
            ),
        ],
    ),
    Fact(
        id="names.uprooted",
        label="People uprooted by the war who needed a country",
        unit="people",
        unit_one="person",
        statements=[
            Statement(
                value=Number(11000000, "about"),
                at=Day("1951"),
                sources=["liquisearch_history", "urdupoint_2023"],
                confidence="two-sources",
                note="An estimate; a round figure repeated in IOM texts.",
            ),
        ],
    ),
    Fact(
        id="names.conference",
        label="Brussels Migration Conference",
        statements=[
            Statement(
                value=Period(Day("1951-11-26"), Day("1951-12-05")),
                at=Day("1951-12-05"),
                sources=["frus_1951_d83", "huygens_icem"],
                confidence="two-sources",
                note=("Called by Belgium at the suggestion of the United States."),
            ),
        ],
    ),
    Fact(
        id="names.conference.governments",
        label="Governments at the Brussels conference",
        unit="governments",
        unit_one="government",
        statements=[
            Statement(
                value=Number(27),
                at=Day("1951-12-05"),
                sources=["frus_1952_d238", "frus_1952_d248"],
                confidence="two-sources",
                note="Observers included.",
            ),
        ],
    ),
    Fact(
        id="names.conference.observers",
        label="Governments that only observed the Brussels conference",
        statements=[
            Statement(
                value=Items(
                    [
                        "Argentina",
                        "Denmark",
                        "Guatemala",
                        "Israel",
                        "Norway",
                        "Paraguay",
                        "Peru",
                        "Sweden",
                    ]
                ),
                at=Day("1951-12-05"),
                sources=["frus_1952_d238", "frus_1952_d248"],
                confidence="two-sources",
            ),
        ],
    ),
    Fact(
        id="names.conference.observers-number",
        label="Number of governments that only observed",
        unit="governments",
        unit_one="government",
        derived_from=CountOf("names.conference.observers"),
        statements=[
            Statement(
                value=Number(8),
                at=Day("1951-12-05"),
                sources=["frus_1952_d238", "frus_1952_d248"],
                confidence="two-sources",
            ),
        ],
    ),
    Fact(
        id="names.conference.founders",
        label="Governments that set up the committee",
        unit="governments",
        unit_one="government",
        statements=[
            Statement(
                value=Number(15),
                at=Day("1951-12-05"),
                sources=["frus_1952_d248"],
                confidence="confirmed-by-source",
                rank="preferred",
                note="A report of the United States on the fourth session.",
            ),
            Statement(
                value=Number(16),
                at=Day("1951-12-05"),
                sources=["huygens_icem"],
                confidence="confirmed-by-source",
                note=("A Dutch archive guide lists this many participants of the conference."),
            ),
        ],
    ),
    Fact(
        id="names.conference.participants",
        label="Participants of the Brussels conference in an archive guide",
        statements=[
            Statement(
                value=Items(
                    [
                        "Australia",
                        "Austria",
                        "Belgium",
                        "Bolivia",
                        "Brazil",
                        "Canada",
                        "Chile",
                        "France",
                        "Germany",
                        "Greece",
                        "Italy",
                        "Luxembourg",
                        "Netherlands",
                        "Switzerland",
                        "Turkey",
                        "United States",
                    ]
                ),
                at=Day("1951-12-05"),
                sources=["huygens_icem"],
                confidence="confirmed-by-source",
                note=(
                    "Reports of the United States have 27 governments at the conference, eight "
                    "of them as observers, and 15 founders; the name Turkey is that of the "
                    "source."
                ),
            ),
        ],
    ),
    Fact(
        id="names.first-session",
        label="First session of the committee",
        statements=[
            Statement(
                value=Period(Day("1951-12-06"), Day("1951-12-08")),
                at=Day("1951-12-08"),
                sources=["frus_1951_d83"],
                confidence="confirmed-by-source",
                note="In Brussels.",
            ),
        ],
    ),
    Fact(
        id="names.operations",
        label="Operations begin",
        statements=[
            Statement(
                value=Day("1952-02-01"),
                at=Day("1952-02-01"),
                sources=["marks_1957", "io_icem_1953b"],
                confidence="two-sources",
            ),
        ],
    ),
    Fact(
        id="names.fourth-session",
        label="Fourth session of the committee",
        statements=[
            Statement(
                value=Period(Day("1952-10-13"), Day("1952-10-21")),
                at=Day("1952-10-21"),
                sources=["io_icem_1953a", "frus_1952_d248"],
                confidence="two-sources",
                note="In Geneva; it changed the name.",
            ),
        ],
    ),
    Fact(
        id="names.fourth-session.delegations",
        label="Delegations at the fourth session",
        unit="delegations",
        unit_one="delegation",
        statements=[
            Statement(
                value=Number(20),
                at=Day("1952-10"),
                sources=["io_icem_1953a", "frus_1952_d248"],
                confidence="two-sources",
                note="Bolivia is counted, which was there as an observer.",
            ),
        ],
    ),
    Fact(
        id="names.fourth-session.chair",
        label="Chairman of the fourth session",
        statements=[
            Statement(
                value=Person("Justo Giusti del Giardino", "Italy"),
                at=Day("1952-10"),
                sources=["io_icem_1953a", "frus_1952_d248"],
                confidence="two-sources",
                note="Printed as del Giaro in the abstract that was seen.",
            ),
        ],
    ),
]
