"""The brief: the text this handbook grew from, claim by claim."""

from iomdocs.facts import Column, CountOf, Day, Fact, Number, Person, Statement, Table, Topic

TOPIC = Topic(id="brief", title="The brief")

FACTS = [
    Fact(
        id="brief.claims",
        label="Claims of the brief",
        statements=[
            Statement(
                value=Table(
                    file="brief.csv",
                    key="number",
                    columns=[
                        Column(name="number", label="No.", type="number"),
                        Column(name="claim", label="Claim"),
                        Column(name="verdict", label="Verdict"),
                        Column(name="comment", label="What better sources say"),
                        Column(name="facts", label="Facts"),
                        Column(name="page", label="Page"),
                    ],
                ),
                at=Day("2026-11-24"),
                sources=["brief"],
                confidence="confirmed-by-source",
                note=("Each row names the sources that it was checked against."),
            ),
        ],
    ),
    Fact(
        id="brief.total",
        label="Claims in the brief",
        unit="claims",
        unit_one="claim",
        derived_from=CountOf("brief.claims"),
        statements=[
            Statement(
                value=Number(34),
                at=Day("2026-11-24"),
                sources=["brief"],
                confidence="confirmed-by-source",
            ),
        ],
    ),
    Fact(
        id="brief.right",
        label="Claims that are right",
        unit="claims",
        unit_one="claim",
        derived_from=CountOf("brief.claims", where="verdict = right"),
        statements=[
            Statement(
                value=Number(23),
                at=Day("2026-11-24"),
                sources=["brief"],
                confidence="confirmed-by-source",
                note="They agree with better sources.",
            ),
        ],
    ),
    Fact(
        id="brief.imprecise",
        label="Claims that are imprecise",
        unit="claims",
        unit_one="claim",
        derived_from=CountOf("brief.claims", where="verdict = imprecise"),
        statements=[
            Statement(
                value=Number(6),
                at=Day("2026-11-24"),
                sources=["brief"],
                confidence="confirmed-by-source",
                note="True in part; both versions are given.",
            ),
        ],
    ),
    Fact(
        id="brief.dated",
        label="Claims that are dated",
        unit="claims",
        unit_one="claim",
        derived_from=CountOf("brief.claims", where="verdict = dated"),
        statements=[
            Statement(
                value=Number(2),
                at=Day("2026-11-24"),
                sources=["brief"],
                confidence="confirmed-by-source",
                note="True once, no longer the whole frame.",
            ),
        ],
    ),
    Fact(
        id="brief.unsupported",
        label="Claims that nothing else supports",
        unit="claims",
        unit_one="claim",
        derived_from=CountOf("brief.claims", where="verdict = unsupported"),
        statements=[
            Statement(
                value=Number(1),
                at=Day("2026-11-24"),
                sources=["brief"],
                confidence="confirmed-by-source",
                note="Only the brief says so.",
            ),
        ],
    ),
    Fact(
        id="brief.off-topic",
        label="Claims that are off topic",
        unit="claims",
        unit_one="claim",
        derived_from=CountOf("brief.claims", where="verdict = off topic"),
        statements=[
            Statement(
                value=Number(2),
                at=Day("2026-11-24"),
                sources=["brief"],
                confidence="confirmed-by-source",
                note="Not about the subject of the handbook.",
            ),
        ],
    ),
    Fact(
        id="brief.publisher",
        label="Publisher of the brief",
        statements=[
            Statement(
                value="LiquiSearch",
                at=Day("2012~"),
                sources=["brief"],
                confidence="confirmed-by-source",
                note="The page has no date.",
            ),
        ],
    ),
    Fact(
        id="brief.written",
        label="Wording of the brief",
        statements=[
            Statement(
                value=Day("2012~"),
                at=Day("2012~"),
                sources=["brief", "wp_2016_ipfs"],
                confidence="confirmed-by-source",
                note=(
                    "Approximate: the wording is that of a Wikipedia article of about this year."
                ),
            ),
        ],
    ),
    Fact(
        id="brief.older-copy",
        label="Year of the figures in an older copy of the same wording",
        statements=[
            Statement(
                value=Day("2005"),
                at=Day("2005"),
                sources=["wp_uncensored"],
                confidence="confirmed-by-source",
                note=("An undated copy of the Wikipedia article; it has no sentence on elections."),
            ),
        ],
    ),
    Fact(
        id="brief.founding",
        label="The founding in the brief and in better sources",
        statements=[
            Statement(
                value=Table(
                    file="founding.csv",
                    key="id",
                    columns=[
                        Column(name="aspect", label="What"),
                        Column(name="brief", label="Brief"),
                        Column(name="better", label="Better sources"),
                    ],
                ),
                at=Day("2026-11-24"),
                sources=[
                    "brief",
                    "frus_1951_d83",
                    "huygens_icem",
                    "io_icem_1953a",
                    "io_icem_1953b",
                    "iom_moscow_constitution",
                    "elie_2010",
                ],
                confidence="two-sources",
                note=(
                    "Copies of Wikipedia up to 2023 carry the version of the brief; a page of "
                    "IOM offices gives PICMME first and says that it soon became ICEM."
                ),
            ),
        ],
    ),
    Fact(
        id="brief.quotation",
        label="Quotation at the end of the brief",
        statements=[
            Statement(
                value=(
                    "Democracy is the wholesome and pure air without which a socialist public "
                    "organization cannot live a full-blooded life"
                ),
                at=Day("2012~"),
                sources=["brief", "memorable_gorbachev"],
                confidence="two-sources",
                note=(
                    "The copy of the page that was read breaks off after the word can; the rest "
                    "is from a collection of quotations. Neither says where or when it was "
                    "spoken."
                ),
            ),
        ],
    ),
    Fact(
        id="brief.quotation.author",
        label="Author of the quotation",
        statements=[
            Statement(
                value=Person("Mikhail Gorbachev"),
                at=Day("2012~"),
                sources=["brief", "memorable_gorbachev"],
                confidence="two-sources",
            ),
        ],
    ),
    Fact(
        id="brief.quotation.heading",
        label="Heading above the quotation",
        statements=[
            Statement(
                value="Famous quotes containing the word organization",
                at=Day("2012~"),
                sources=["brief"],
                confidence="confirmed-by-source",
            ),
        ],
    ),
    Fact(
        id="brief.gorbachev.born",
        label="Birth of Mikhail Gorbachev in the brief",
        statements=[
            Statement(
                value=Day("1931"),
                at=Day("1931"),
                sources=["brief"],
                confidence="confirmed-by-source",
                note="The brief gives no year of death; it is older.",
            ),
        ],
    ),
    Fact(
        id="brief.gorbachev.died",
        label="Death of Mikhail Gorbachev",
        statements=[
            Statement(
                value=Day("2022-08-30"),
                at=Day("2022-08-30"),
                sources=["urdupoint_gorbachev_2022"],
                confidence="confirmed-by-source",
                note=("The report is of the night after; it gives the day of the week."),
            ),
        ],
    ),
]
