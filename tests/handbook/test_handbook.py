"""The real handbook, as it comes out of the one command."""

import copy
import json
import re
from datetime import date
from urllib.parse import unquote, urldefrag

import pikepdf
import pytest

from tests.finished import occurrences, pdf_text, squeezed

TOPICS = {
    "organization/identity",
    "organization/history",
    "organization/constitution",
    "organization/membership",
    "organization/governance",
    "organization/united-nations",
    "work/development",
    "work/facilitating",
    "work/regulating",
    "work/forced-migration",
    "work/law",
    "work/policy",
    "work/rights",
    "work/health",
    "work/gender",
    "work/voting-abroad",
    "work/partners",
}
OTHER_PAGES = {
    "index",
    "reference/timeline",
    "reference/glossary",
    "reference/members",
    "reference/register",
    "reference/sources",
    "contributing/topic",
    "contributing/fact",
    "contributing/markup",
    "contributing/review",
    "contributing/checks",
    "contributing/data",
    "contributing/pdf",
    "contributing/architecture",
    "organization/finance",
    "about/handbook",
    "about/brief",
}


EDITION = date(2026, 11, 25)


@pytest.fixture(scope="module")
def pdf(handbook):
    return squeezed(pdf_text(handbook / "iom-handbook.pdf"))


@pytest.fixture(scope="module")
def claims(facts):
    """The claims of the text that the handbook grew from."""
    return facts["brief.claims"].statements[-1].value.rows


def test_every_page_is_there_in_html_and_epub(html, epub):
    assert html.keys() - {"404", "search", "genindex"} == TOPICS | OTHER_PAGES
    assert epub.keys() - {"epub-cover", "epub-title", "epub-nav"} == TOPICS | OTHER_PAGES


@pytest.mark.parametrize("topic", sorted(TOPICS))
def test_a_topic_is_no_stub_and_cites_its_sources(topic, html):
    article = html[topic].article
    assert article.select("[data-fact]")
    assert article.select("a.footnote-reference")
    assert article.select("[role=doc-footnote]")
    prose = copy.copy(article)
    for part in prose.select("[role=doc-footnote], .table-region, .fact-card, .fact-figure"):
        part.extract()
    words = len(prose.get_text().split())
    assert 250 <= words <= 800, f"{topic} has {words} words"


def amount(fact):
    return fact.on(EDITION).value.amount


def test_there_are_34_claims_each_with_a_verdict(claims, facts):
    assert [row.key for row in claims] == [str(number) for number in range(1, 35)]
    verdicts = [row.cells["verdict"] for row in claims]
    counts = {verdict: verdicts.count(verdict) for verdict in set(verdicts)}
    assert counts == {"right": 23, "imprecise": 6, "dated": 2, "off topic": 2, "unsupported": 1}
    for verdict, count in counts.items():
        assert amount(facts[f"brief.{verdict.replace(' ', '-')}"]) == count
    assert amount(facts["brief.total"]) == len(claims)


def test_each_claim_is_on_the_page_of_claims_in_every_format(claims, html, epub, pdf):
    for row in claims:
        claim = str(row.cells["claim"]).replace("'", "’")
        for page in (html["about/brief"], epub["about/brief"]):
            cell = page.select_one(f"[data-fact='brief.claims[{row.key}].claim']")
            assert cell.get_text() == claim
        assert squeezed(claim) in pdf


def test_each_claim_is_carried_by_facts_on_a_page_in_every_format(claims, html, epub, pdf):
    for row in claims:
        page = str(row.cells["page"])
        facts = str(row.cells["facts"] or "").split()
        assert facts or row.cells["verdict"] == "off topic", f"claim {row.key} has no fact"
        for fact in facts:
            shown = html[page].article.select(f"[data-fact='{fact}']")
            assert shown, f"claim {row.key}: {fact} is not on {page}"
            assert epub[page].select(f"[data-fact='{fact}']")
            assert squeezed(shown[0].get_text()) in pdf


def test_html_and_epub_show_the_same_facts_in_the_same_order(html, epub):
    for name in TOPICS | OTHER_PAGES:
        assert occurrences(html[name].article) == occurrences(epub[name]), name


def test_pdf_prints_every_value_that_html_shows(html, pdf):
    for name in TOPICS | OTHER_PAGES:
        for fact in occurrences(html[name].article):
            assert squeezed(fact.text) in pdf, f"{fact} of {name}"


def test_each_term_of_the_glossary_has_a_meaning_with_a_source(html, epub, pdf):
    for page in (html["reference/glossary"].article, epub["reference/glossary"]):
        terms = page.select("dl.glossary dt, dl dt[id^=term-]")
        assert len(terms) == 47
        for term in terms:
            meaning = term.find_next_sibling("dd")
            note = meaning.select_one("a.footnote-reference")
            assert page.select_one(f"[role=doc-footnote][id='{note['href'][1:]}']"), term
            first_line = next(term.stripped_strings) + meaning.get_text()[:30]
            assert squeezed(first_line) in pdf


def test_topic_pages_lead_to_the_glossary(html, epub):
    for pages, name in ((html, "glossary.html"), (epub, "glossary.xhtml")):
        glossary = pages["reference/glossary"]
        targets = [
            urldefrag(link["href"])[1]
            for topic in TOPICS
            for link in pages[topic].select(f"a[href*='{name}#term-']")
        ]
        assert len(set(targets)) >= 25
        assert all(glossary.select_one(f"[id='{target}']") for target in targets)


def test_the_number_of_members_over_time(facts):
    states = facts["membership.states"]
    days = {date(1998, 12, 31): 67, date(2016, 7, 1): 165, date(2024, 6, 1): 175}
    assert {day: states.on(day).value.amount for day in days} == days


def test_the_facts_in_dispute_are_those_whose_records_say_so(facts):
    assert {fact.id for fact in facts.values() if fact.disputed(EDITION)} == {
        "context.remittances",
        "finance.locations",
        "finance.projects",
        "history.fifties.people",
        "identity.founded",
        "names.conference.founders",
        "voting.iraq.december.voters",
        "voting.iraq.preparation",
        "voting.iraq.turnout",
        "work.area.forced-migration",
        "work.un-network.since",
    }


def test_every_fact_has_a_date_and_a_source(handbook):
    data = json.loads((handbook / "facts.json").read_text("utf-8"))
    assert len(data["facts"]) > 150
    for fact in data["facts"]:
        for statement in fact["statements"]:
            assert statement.get("at") or statement.get("start"), fact["id"]
            assert set(statement["sources"]) <= data["sources"].keys(), fact["id"]
            assert statement["sources"], fact["id"]


def test_edition_and_licence_are_in_every_format(html, epub, pdf):
    for name in TOPICS:
        words = " ".join(html[name].get_text(" ").split())
        assert "25 November 2026" in words
        assert "CC BY 4.0" in words
    book = " ".join(page.get_text(" ") for page in epub.values())
    for words in ("25 November 2026", "CC BY 4.0"):
        assert words in book
        assert squeezed(words) in pdf


def test_the_pdf_is_tagged_and_has_title_language_and_outline(handbook):
    with pikepdf.open(handbook / "iom-handbook.pdf") as document:
        assert document.Root.MarkInfo.Marked
        assert document.Root.StructTreeRoot.K
        assert str(document.Root.Lang).startswith("en")
        assert document.docinfo["/Title"] == "IOM handbook"
        assert document.Root.ViewerPreferences.DisplayDocTitle
        with document.open_outline() as outline:
            titles = outline_titles(outline.root)
        metadata = str(document.open_metadata())
    assert {"Membership", "The Constitution", "Register of facts"} <= set(titles)
    assert re.search(r"pdfuaid:part\W+1", metadata)
    assert re.search(r"pdfaid:part\W+3", metadata)


def outline_titles(items):
    return [title for item in items for title in [item.title, *outline_titles(item.children)]]


def test_no_link_of_the_html_is_broken(handbook, html):
    root = handbook / "html"
    ids = {name: {tag["id"] for tag in page.select("[id]")} for name, page in html.items()}
    broken = []
    for name, page in html.items():
        for tag in page.select("[href], [src]"):
            address, fragment = urldefrag(tag.get("href") or tag.get("src"))
            if re.match(r"[a-z]+:|//", address):
                continue
            folder = root if address.startswith("/") else (root / f"{name}.html").parent
            target = folder / unquote(address.split("?")[0]).lstrip("/")
            if not address:
                target = root / f"{name}.html"
            target = target.resolve()
            if target.is_dir():
                target /= "index.html"
            if not target.exists():
                broken.append((name, tag.get("href") or tag.get("src")))
            elif fragment and target.suffix == ".html":
                page_name = str(target.relative_to(root.resolve()).with_suffix(""))
                if fragment not in ids[page_name]:
                    broken.append((name, f"{address}#{fragment}"))
    assert broken == []


def test_no_page_asks_another_site_for_anything(html):
    for name, page in html.items():
        for tag in page.select("script[src], link[rel=stylesheet], img[src], iframe[src]"):
            address = tag.get("src") or tag.get("href")
            assert not re.match(r"[a-z]+:|//", address), f"{name} loads {address}"
