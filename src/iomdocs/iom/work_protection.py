"""Law, rights, health and gender in the work of IOM."""

from iomdocs.facts import Day, Fact, Number, Period, Place, Share, Statement

FACTS = [
    Fact(
        id="work.health.assessments",
        label="Migration health assessments in a year",
        unit="assessments",
        unit_one="assessment",
        review_after=Day("2027-05-01"),
        statements=[
            Statement(
                value=Number(346000, "more than"),
                at=Day("2015"),
                sources=["iom_health_2015"],
                confidence="confirmed-by-source",
            ),
            Statement(
                value=Number(377752),
                at=Day("2018"),
                sources=["health_2018"],
                confidence="confirmed-by-source",
            ),
        ],
    ),
    Fact(
        id="work.health.countries",
        label="Countries with health assessments",
        unit="countries",
        unit_one="country",
        statements=[
            Statement(
                value=Number(80, "more than"),
                at=Day("2015"),
                sources=["iom_health_2015"],
                confidence="confirmed-by-source",
            ),
        ],
    ),
    Fact(
        id="work.health.immigrants",
        label="Share of immigrants among the people assessed",
        statements=[
            Statement(
                value=Share(64.9),
                at=Day("2015"),
                sources=["iom_health_2015"],
                confidence="confirmed-by-source",
                note="The others were refugees.",
            ),
        ],
    ),
    Fact(
        id="work.health.refugees",
        label="Share of refugees among the people assessed",
        statements=[
            Statement(
                value=Share(35.1),
                at=Day("2015"),
                sources=["iom_health_2015"],
                confidence="confirmed-by-source",
            ),
        ],
    ),
    Fact(
        id="work.health.women",
        label="Share of women and girls among the people screened",
        statements=[
            Statement(
                value=Share(53),
                at=Day("2015"),
                sources=["iom_health_2015"],
                confidence="confirmed-by-source",
            ),
        ],
    ),
    Fact(
        id="work.health.vaccinated",
        label="People vaccinated in the course of health assessments",
        unit="people",
        unit_one="person",
        statements=[
            Statement(
                value=Number(118426),
                at=Day("2018"),
                sources=["health_2018"],
                confidence="confirmed-by-source",
            ),
        ],
    ),
    Fact(
        id="work.health.resolution",
        label="World Health Assembly resolution on the health of migrants",
        statements=[
            Statement(
                value=Day("2008-05"),
                at=Day("2008-05"),
                sources=["who_madrid_2010", "mhadri_consultations"],
                confidence="two-sources",
            ),
        ],
    ),
    Fact(
        id="work.health.first-consultation",
        label="First Global Consultation on Migrant Health",
        statements=[
            Statement(
                value=Period(Day("2010-03-03"), Day("2010-03-05")),
                at=Day("2010-03-03"),
                sources=["who_madrid_2010"],
                confidence="confirmed-by-source",
            ),
        ],
    ),
    Fact(
        id="work.health.first-consultation-place",
        label="Where the first consultation met",
        statements=[
            Statement(
                value=Place("Madrid"),
                at=Day("2010-03-03"),
                sources=["who_madrid_2010", "mhadri_consultations"],
                confidence="two-sources",
            ),
        ],
    ),
    Fact(
        id="work.health.second-consultation",
        label="Second Global Consultation on Migrant Health",
        statements=[
            Statement(
                value=Period(Day("2017-02-21"), Day("2017-02-23")),
                at=Day("2017-02-21"),
                sources=["mhadri_consultations"],
                confidence="confirmed-by-source",
            ),
        ],
    ),
    Fact(
        id="work.health.second-consultation-place",
        label="Where the second consultation met",
        statements=[
            Statement(
                value=Place("Colombo"),
                at=Day("2017-02-21"),
                sources=["mhadri_consultations"],
                confidence="confirmed-by-source",
            ),
        ],
    ),
    Fact(
        id="work.law.training",
        label="Training activities on international migration law",
        unit="activities",
        unit_one="activity",
        review_after=Day("2027-05-01"),
        statements=[
            Statement(
                value=Number(296),
                at=Day("2023"),
                sources=["iom_iml_training"],
                confidence="confirmed-by-source",
                note="At least; since 2005.",
            ),
        ],
    ),
    Fact(
        id="work.law.participants",
        label="People trained in international migration law",
        unit="participants",
        unit_one="participant",
        review_after=Day("2027-05-01"),
        statements=[
            Statement(
                value=Number(11300, "more than"),
                at=Day("2023"),
                sources=["iom_iml_training"],
                confidence="confirmed-by-source",
                note="Since 2005.",
            ),
        ],
    ),
    Fact(
        id="work.law.training-countries",
        label="Countries the participants came from",
        unit="countries",
        unit_one="country",
        review_after=Day("2027-05-01"),
        statements=[
            Statement(
                value=Number(150, "about"),
                at=Day("2023"),
                sources=["iom_iml_training"],
                confidence="confirmed-by-source",
            ),
        ],
    ),
    Fact(
        id="work.law.training-begun",
        label="First year in the count of training on international migration law",
        statements=[
            Statement(
                value=Day("2005"),
                at=Day("2005"),
                sources=["iom_iml_training"],
                confidence="confirmed-by-source",
            ),
        ],
    ),
    Fact(
        id="work.law.glossary",
        label="Glossary on Migration, latest edition found",
        statements=[
            Statement(
                value=Day("2019"),
                at=Day("2019"),
                sources=["iom_glossary_2019"],
                confidence="confirmed-by-source",
                note="Number 34 of the series International Migration Law.",
            ),
        ],
    ),
    Fact(
        id="work.law.workers-convention.adopted",
        label="Convention on the rights of migrant workers adopted",
        statements=[
            Statement(
                value=Day("1990-12-18"),
                at=Day("1990-12-18"),
                sources=["wp_icrmw", "icrmw_1990"],
                confidence="confirmed-by-source",
            ),
        ],
    ),
    Fact(
        id="work.law.workers-convention.in-force",
        label="Convention on the rights of migrant workers in force",
        statements=[
            Statement(
                value=Day("2003-07-01"),
                at=Day("2003-07-01"),
                sources=["wp_icrmw"],
                confidence="confirmed-by-source",
            ),
        ],
    ),
    Fact(
        id="work.law.workers-convention.parties",
        label="Parties to the convention on the rights of migrant workers",
        unit="States",
        unit_one="State",
        review_after=Day("2027-05-01"),
        statements=[
            Statement(
                value=Number(60),
                at=Day("2024-11"),
                sources=["wp_icrmw"],
                confidence="confirmed-by-source",
                note="By a copy of a Wikipedia article, the only source read.",
            ),
        ],
    ),
    Fact(
        id="work.rights.mandate",
        label="Formal mandate to protect rights",
        statements=[
            Statement(
                value="no formal mandate to protect migrants' rights",
                at=Day("2023"),
                sources=["iom_unbound_mandate", "hrw_2003"],
                confidence="two-sources",
                note=(
                    "The reading of scholars of the Constitution, and of Human Rights Watch "
                    "in 2003."
                ),
            ),
        ],
    ),
    Fact(
        id="work.rights.human-rights-watch",
        label="Human Rights Watch puts its concerns to the Council",
        statements=[
            Statement(
                value=Day("2003-11"),
                at=Day("2003-11"),
                sources=["hrw_2003"],
                confidence="confirmed-by-source",
            ),
        ],
    ),
    Fact(
        id="work.rights.human-rights-watch-observer",
        label="Human Rights Watch an observer at IOM",
        statements=[
            Statement(
                value=Day("2002"),
                at=Day("2002"),
                sources=["hrw_2007"],
                confidence="confirmed-by-source",
            ),
        ],
    ),
    Fact(
        id="work.gender.working-group",
        label="Working Group on Gender Issues formed",
        statements=[
            Statement(
                value=Day("1995-02"),
                at=Day("1995-02"),
                sources=["iom_gender_1995"],
                confidence="confirmed-by-source",
            ),
        ],
    ),
    Fact(
        id="work.gender.first-policy",
        label="First policy on gender endorsed by the Council",
        statements=[
            Statement(
                value=Day("1995-11"),
                at=Day("1995-11"),
                sources=["iom_gender_1995", "iom_gender_2015"],
                confidence="two-sources",
            ),
        ],
    ),
    Fact(
        id="work.gender.first-policy-resolution",
        label="Council resolution on the first policy on gender",
        statements=[
            Statement(
                value="resolution 932",
                at=Day("1995-11"),
                sources=["iom_gender_1995"],
                confidence="confirmed-by-source",
            ),
        ],
    ),
    Fact(
        id="work.gender.second-policy",
        label="Gender Equality Policy of 2015 put to the Council",
        statements=[
            Statement(
                value=Day("2015-11"),
                at=Day("2015-11"),
                sources=["iom_gender_2015", "unwomen_iom"],
                confidence="two-sources",
                note="Document of 19 November 2015; the policy covers 2015 to 2019.",
            ),
        ],
    ),
    Fact(
        id="work.gender.current-policy",
        label="Current Gender Equality Policy launched",
        review_after=Day("2027-05-01"),
        statements=[
            Statement(
                value=Day("2024"),
                at=Day("2024"),
                sources=["unwomen_iom"],
                confidence="confirmed-by-source",
                note="Adopted in late 2023.",
            ),
        ],
    ),
    Fact(
        id="work.gender.violence-framework",
        label="Framework on gender-based violence in crises",
        statements=[
            Statement(
                value=Day("2018"),
                at=Day("2018"),
                sources=["unwomen_iom"],
                confidence="confirmed-by-source",
            ),
        ],
    ),
]
