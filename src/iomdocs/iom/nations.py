"""United Nations: how IOM came into its system, and what it does there."""

from iomdocs.facts import Day, Fact, Person, Place, Statement, Topic

TOPIC = Topic(id="un", title="United Nations")

FACTS = [
    Fact(
        id="un.status",
        label="Status of IOM in the United Nations system",
        statements=[
            Statement(
                value="related organization",
                start=Day("2016-09-19"),
                sources=["iom_ng_2016", "ijrc_2016", "wp_2024_mirror"],
                confidence="two-sources",
                rank="preferred",
                note="The word of the agreement.",
            ),
            Statement(
                value="agency of the United Nations",
                start=Day("2016-09-19"),
                sources=["vajiram_2023"],
                confidence="confirmed-by-source",
                rank="deprecated",
                note=(
                    "Often written; but the agreement makes no agency of IOM, which keeps its "
                    "own Constitution and governing bodies."
                ),
            ),
        ],
    ),
    Fact(
        id="un.observer",
        label="Observer at the General Assembly",
        statements=[
            Statement(
                value=Day("1992"),
                at=Day("1992"),
                sources=["wp_mirror_github", "wp_2024_mirror", "un_a51_232"],
                confidence="two-sources",
                note="The day, 16 October, is from memory.",
            ),
        ],
    ),
    Fact(
        id="un.observer.day",
        label="Day of the resolution on observer status",
        statements=[
            Statement(
                value=Day("1992-10-16"),
                at=Day("1992-10-16"),
                sources=["recalled"],
                confidence="recalled-unverified",
            ),
        ],
    ),
    Fact(
        id="un.observer.resolution",
        label="Resolution on observer status",
        statements=[
            Statement(
                value="resolution 47/4",
                at=Day("1992"),
                sources=["wp_mirror_github", "wp_2024_mirror"],
                confidence="confirmed-by-source",
            ),
        ],
    ),
    Fact(
        id="un.cooperation",
        label="Cooperation agreement between the United Nations and IOM",
        statements=[
            Statement(
                value=Day("1996-06-25"),
                at=Day("1996-06-25"),
                sources=["iisd_unga_2016", "ijrc_2016"],
                confidence="two-sources",
                note=("Replaced in 2016. The second source gives only the year."),
            ),
        ],
    ),
    Fact(
        id="un.council-approval",
        label="The Council of IOM approves the agreement",
        statements=[
            Statement(
                value=Day("2016-06-30"),
                at=Day("2016-06-30"),
                sources=["iom_za_2016", "foxnews_2016", "un_pga_2016"],
                confidence="two-sources",
                note="First special session of the Council.",
            ),
        ],
    ),
    Fact(
        id="un.assembly-approval",
        label="The General Assembly approves the agreement",
        statements=[
            Statement(
                value=Day("2016-07-25"),
                at=Day("2016-07-25"),
                sources=["iisd_unga_2016", "unsystem_iom"],
                confidence="two-sources",
                note=("The first source has the day, the second the resolution."),
            ),
        ],
    ),
    Fact(
        id="un.assembly-approval.resolution",
        label="Resolution on the agreement",
        statements=[
            Statement(
                value="resolution 70/296",
                at=Day("2016-07-25"),
                sources=["unsystem_iom", "iisd_unga_2016"],
                confidence="two-sources",
                note=("The number is from the directory of the United Nations system."),
            ),
        ],
    ),
    Fact(
        id="un.agreement",
        label="Agreement signed",
        statements=[
            Statement(
                value=Day("2016-09-19"),
                at=Day("2016-09-19"),
                sources=["iom_ng_2016", "wp_2016_ipfs"],
                confidence="two-sources",
                note="At the summit for refugees and migrants.",
            ),
        ],
    ),
    Fact(
        id="un.agreement.place",
        label="Place of the signing",
        statements=[
            Statement(
                value=Place("New York"),
                at=Day("2016-09-19"),
                sources=["iom_ng_2016", "wp_2016_ipfs"],
                confidence="two-sources",
            ),
        ],
    ),
    Fact(
        id="un.agreement.signed-for-un",
        label="Signed for the United Nations by",
        statements=[
            Statement(
                value=Person("Ban Ki-moon"),
                at=Day("2016-09-19"),
                sources=["iom_ng_2016", "wp_2016_ipfs"],
                confidence="two-sources",
                note="Secretary-General.",
            ),
        ],
    ),
    Fact(
        id="un.agreement.signed-for-iom",
        label="Signed for IOM by",
        statements=[
            Statement(
                value=Person("William Lacy Swing"),
                at=Day("2016-09-19"),
                sources=["iom_ng_2016", "wp_2016_ipfs"],
                confidence="two-sources",
                note="Director General.",
            ),
        ],
    ),
    Fact(
        id="un.chief-executives-board",
        label="Joined the Chief Executives Board",
        statements=[
            Statement(
                value=Day("2016"),
                at=Day("2016"),
                sources=["unsystem_iom"],
                confidence="confirmed-by-source",
            ),
        ],
    ),
    Fact(
        id="un.network-role",
        label="Role in the United Nations system",
        statements=[
            Statement(
                value=("coordinator and secretariat of the United Nations Network on Migration"),
                start=Day("2018"),
                sources=["iom_history_xxi", "imrf_2022", "wp_mirror_github"],
                confidence="two-sources",
            ),
        ],
    ),
]
