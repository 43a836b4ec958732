"""Membership: how many States, which, and since when."""

from iomdocs.facts import CountOf, Day, Fact, Number, Statement, Topic

TOPIC = Topic(id="membership", title="Membership")

FACTS = [
    Fact(
        id="membership.states",
        label="Member States",
        unit="Member States",
        unit_one="Member State",
        derived_from=CountOf("membership.members"),
        review_after=Day("2027-05-01"),
        statements=[
            Statement(
                value=Number(20),
                at=Day("1952-10"),
                sources=["io_icem_1953a"],
                confidence="confirmed-by-source",
                rank="deprecated",
                note=(
                    "Delegations at the fourth session of the committee, one of them an "
                    "observer; not a count of members."
                ),
            ),
            Statement(
                value=Number(22),
                at=Day("1953-04"),
                sources=["io_icem_1953b", "cow_igo_v3"],
                confidence="two-sources",
                note="Member governments.",
            ),
            Statement(
                value=Number(24),
                at=Day("1957"),
                sources=["cow_igo_v3"],
                confidence="confirmed-by-source",
                note=(
                    "Count of the Correlates of War database, which warns that early dates "
                    "of membership are filled in by estimate; it contradicts the count of "
                    "June of that year."
                ),
            ),
            Statement(
                value=Number(27),
                at=Day("1957-06"),
                sources=["marks_1957"],
                confidence="confirmed-by-source",
                rank="preferred",
                note="A database counts fewer for the same year.",
            ),
            Statement(
                value=Number(28),
                at=Day("1958"),
                sources=["knowledgr_daly"],
                confidence="confirmed-by-source",
                note="Member governments that elected Marcus Daly.",
            ),
            Statement(
                value=Number(59),
                at=Day("1996-11"),
                sources=["un_a51_232"],
                confidence="confirmed-by-source",
            ),
            Statement(
                value=Number(67),
                at=Day("1998"),
                sources=["iom_triangulo", "unsystem_iom", "cow_igo_v3"],
                confidence="two-sources",
                note="The year from which IOM's own tables of growth start.",
            ),
            Statement(
                value=Number(116),
                at=Day("2006~"),
                sources=["tipg_iom"],
                confidence="confirmed-by-source",
                note="From an undated page of about 2005 or 2006.",
            ),
            Statement(
                value=Number(120),
                at=Day("2006-11-28"),
                sources=["iom_council_92"],
                confidence="confirmed-by-source",
                note="After Nepal and Montenegro.",
            ),
            Statement(
                value=Number(122),
                at=Day("2007-11-27"),
                sources=["iom_council_94"],
                confidence="confirmed-by-source",
                note="After Burundi and Viet Nam.",
            ),
            Statement(
                value=Number(125),
                at=Day("2008-06-18"),
                sources=["ap_swing_2008"],
                confidence="confirmed-by-source",
            ),
            Statement(
                value=Number(125),
                at=Day("2009"),
                sources=["arabinfo_iom"],
                confidence="confirmed-by-source",
            ),
            Statement(
                value=Number(125),
                at=Day("2009~"),
                sources=["aliyev_lib"],
                confidence="confirmed-by-source",
                note="From an undated page of about 2008 or 2009.",
            ),
            Statement(
                value=Number(146),
                at=Day("2011-12"),
                sources=["brecorder_2011", "raajje_2011"],
                confidence="two-sources",
                note="Fourteen States were admitted at this session.",
            ),
            Statement(
                value=Number(155),
                at=Day("2013-11~"),
                sources=["iom_greece_structure"],
                confidence="confirmed-by-source",
                note="The page has no date, but it reports the change of 21 November 2013.",
            ),
            Statement(
                value=Number(156),
                at=Day("2014-07"),
                sources=["iom_snapshot_2014"],
                confidence="confirmed-by-source",
            ),
            Statement(
                value=Number(157),
                at=Day("2014-12~"),
                sources=["iom_triangulo", "ropretoria_home"],
                confidence="two-sources",
                note="The sources give the year; the month is approximate.",
            ),
            Statement(
                value=Number(162),
                at=Day("2015-11"),
                sources=["chinadaily_2016", "ropretoria_home"],
                confidence="two-sources",
                note=(
                    "The count before plus the five applicants of the 106th session of the Council."
                ),
            ),
            Statement(
                value=Number(165),
                at=Day("2016-06-30"),
                sources=["iom_za_2016", "foxnews_2016", "wp_2016_ipfs"],
                confidence="two-sources",
                note="After China, Solomon Islands and Tuvalu.",
            ),
            Statement(
                value=Number(166),
                at=Day("2017"),
                sources=["iom_cyprus_global"],
                confidence="confirmed-by-source",
                note=(
                    "From an undated page of 2017; a copy of a Wikipedia article puts the "
                    "number in June 2016, which is wrong."
                ),
            ),
            Statement(
                value=Number(169),
                at=Day("2018-06-26"),
                sources=["crhoy_2018"],
                confidence="confirmed-by-source",
                rank="deprecated",
                note="A press report; IOM itself named more voting members in the same week.",
            ),
            Statement(
                value=Number(171),
                at=Day("2018-06-29"),
                sources=["iom_dgvote_2018"],
                confidence="confirmed-by-source",
                note=(
                    "Members with a vote in the election of the Director General; members "
                    "without the right to vote are left out."
                ),
            ),
            Statement(
                value=Number(173),
                at=Day("2018-11-30"),
                sources=["iom_council_109", "wp_2019_blog"],
                confidence="two-sources",
                note="Uzbekistan is the newest member.",
            ),
            Statement(
                value=Number(173),
                at=Day("2020-07-27"),
                sources=["cn_mission_2020"],
                confidence="confirmed-by-source",
            ),
            Statement(
                value=Number(174),
                at=Day("2021-04-19"),
                sources=["tass_2021", "bpb_iom"],
                confidence="two-sources",
                note=(
                    "After the Russian Federation. The number is from a German almanac, the "
                    "day from a press agency."
                ),
            ),
            Statement(
                value=Number(175),
                at=Day("2022-11"),
                sources=["barbados_2022"],
                confidence="confirmed-by-source",
                note="After Barbados, at the 113th session of the Council.",
            ),
            Statement(
                value=Number(175),
                at=Day("2023-10"),
                sources=["fanabc_2023", "wp_2023_kiwix"],
                confidence="two-sources",
            ),
            Statement(
                value=Number(172),
                at=Day("2023-11"),
                sources=["vajiram_2023"],
                confidence="confirmed-by-source",
                rank="deprecated",
                note="Out of date when it was published.",
            ),
            Statement(
                value=Number(175),
                at=Day("2024-04-29"),
                sources=["kr_lee_2024", "daum_lee_2024", "iom_crisisresponse", "wp_mirror_github"],
                confidence="two-sources",
                note=(
                    "The newest dated count found; no source tells of a change in 2025 or "
                    "2026. Counting the names of the list gives the same number."
                ),
            ),
            Statement(
                value=Number(155),
                at=Day("2026-05-17"),
                sources=["factbook_json"],
                confidence="confirmed-by-source",
                rank="deprecated",
                note=(
                    "Counted from the country entries of the World Factbook, which are out "
                    "of date for IOM: China, Cuba and the Russian Federation are still "
                    "observers there."
                ),
            ),
        ],
    ),
    Fact(
        id="membership.observers",
        label="Observer States",
        unit="observer States",
        unit_one="observer State",
        derived_from=CountOf("membership.observer-states"),
        review_after=Day("2027-05-01"),
        statements=[
            Statement(
                value=Number(41),
                at=Day("1996-11"),
                sources=["un_a51_232"],
                confidence="confirmed-by-source",
            ),
            Statement(
                value=Number(25),
                at=Day("2006~"),
                sources=["tipg_iom"],
                confidence="confirmed-by-source",
                rank="deprecated",
                note="From an undated page; the number may include organizations.",
            ),
            Statement(
                value=Number(16),
                at=Day("2009~"),
                sources=["aliyev_lib"],
                confidence="confirmed-by-source",
                note="From an undated page of about 2008 or 2009.",
            ),
            Statement(
                value=Number(10),
                at=Day("2014-07"),
                sources=["iom_snapshot_2014"],
                confidence="confirmed-by-source",
            ),
            Statement(
                value=Number(9),
                at=Day("2016-06-13"),
                sources=["chinadaily_2016"],
                confidence="confirmed-by-source",
                note="Before China became a member.",
            ),
            Statement(
                value=Number(8),
                at=Day("2017"),
                sources=["iom_cyprus_global"],
                confidence="confirmed-by-source",
            ),
            Statement(
                value=Number(8),
                at=Day("2020-07-27"),
                sources=["cn_mission_2020"],
                confidence="confirmed-by-source",
            ),
            Statement(
                value=Number(8),
                at=Day("2024"),
                sources=["wp_mirror_github", "wp_2024_mirror", "cn_mission_2020"],
                confidence="two-sources",
            ),
        ],
    ),
]
