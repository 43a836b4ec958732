"""Pages of the website offer their facts as files, and say to programs what they hold."""

import json

import jsonschema
import pytest

from iomdocs.data.document import SCHEMA
from tests.data.test_linked import check_terms
from tests.findings import findings
from tests.finished import html_page, html_pages

SUBJECT = """
iomdocs_subject = {
    "@type": "Organization",
    "name": "town.mayor",
    "alternateName": ["town.motto", "town.languages"],
    "foundingDate": "town.founded",
    "numberOfEmployees": "town.people",
    "employee": {"@type": "Person", "name": "town.mayor@2015"},
}
"""


def links(page):
    """The files that the foot of a page offers: name and address."""
    return {link.get_text(): link["href"] for link in page.select(".page-data a")}


def linked(page):
    """The linked data of a page, by type."""
    (script,) = page.select("script[type='application/ld+json']")
    assert len(script.string.encode()) < 2048
    data = json.loads(script.string)
    assert data["@context"] == "https://schema.org"
    check_terms(data["@graph"])
    return {node["@type"]: node for node in data["@graph"]}


def with_subject(book):
    town = book("town")
    conf = town.source / "conf.py"
    conf.write_text(conf.read_text("utf-8") + SUBJECT, "utf-8")
    return town


def test_a_page_offers_the_facts_that_it_shows(town):
    folder = town.out / "html"
    page = html_page(folder / "history.html")
    assert page.select_one(".page-data").get_text(" ", strip=True).startswith("Facts of this page:")
    assert links(page) == {
        "JSON": "_data/pages/history.json",
        "CSV": "_data/pages/history.csv",
    }
    data = json.loads((folder / links(page)["JSON"]).read_text("utf-8"))
    jsonschema.validate(data, json.loads(SCHEMA.read_text("utf-8")))
    ids = {fact["id"] for fact in data["facts"]}
    assert ids == {"town.founded", "town.events"}
    assert data["sources"].keys() == {"almanac", "census"}
    assert (folder / links(page)["CSV"]).read_bytes().startswith(b"\xef\xbb\xbffact,")


def test_the_register_offers_the_whole_book(town):
    folder = town.out / "html"
    page = html_page(folder / "register.html")
    offered = links(page)
    assert offered == {
        "JSON": "_data/facts.json",
        "CSV": "_data/facts.csv",
        "JSON-LD": "_data/facts.jsonld",
    }
    assert (folder / offered["JSON"]).read_bytes() == (town.out / "facts.json").read_bytes()
    assert (folder / "_data" / SCHEMA.name).read_bytes() == SCHEMA.read_bytes()
    assert len(linked(page)["Dataset"]["distribution"]) == 3


def test_a_page_without_facts_offers_none(town):
    page = html_page(town.out / "html" / "sources.html")
    assert not page.select(".page-data, script[type='application/ld+json']")


def test_every_offered_file_is_there(town):
    for name, page in html_pages(town.out / "html").items():
        for address in links(page).values():
            assert (town.out / "html" / f"{name}.html").parent.joinpath(address).is_file()


def test_linked_data_leads_to_the_files_of_the_page(town):
    page = html_page(town.out / "html" / "life.html")
    dataset = linked(page)["Dataset"]
    assert dataset["name"] == "Town book: Life in the town"
    addresses = [file["contentUrl"] for file in dataset["distribution"]]
    assert addresses == list(links(page).values())
    assert dataset["isPartOf"]["name"] == "Town book"


def test_the_front_page_says_what_the_book_is_about(book):
    town = with_subject(book)
    assert town.build("html") == 0
    organization = linked(html_page(town.out / "html" / "index.html"))["Organization"]
    assert organization == {
        "@type": "Organization",
        "name": {"@type": "Person", "name": "Benoît Çelik"},
        "alternateName": ["Up & *on* #1 <b>$5_a@b</b>", ["German", "French", "Romansh"]],
        "foundingDate": "1723-06-09",
        "numberOfEmployees": {
            "@type": "QuantitativeValue",
            "value": 5222,
            "description": "about 5,222",
        },
        "employee": {"@type": "Person", "name": {"@type": "Person", "name": "Ada Öztürk"}},
    }
    life = linked(html_page(town.out / "html" / "life.html"))
    assert life.keys() == {"Dataset"}
    whole = json.loads((town.out / "html" / "_data" / "facts.jsonld").read_text("utf-8"))
    assert whole["about"] == organization


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ('"town.founded"', '"town.fonded"', "there is no fact 'town.fonded'"),
        ('"town.founded"', '"town.events"', "'town.events' is a table"),
        ('"town.founded"', "1723", "cannot have 1723"),
    ],
)
def test_a_wrong_fact_in_the_subject_is_named_in_its_line(book, capfd, old, new, message):
    town = with_subject(book)
    town.replace("conf.py", old, new)
    lines = (town.source / "conf.py").read_text("utf-8").splitlines()
    number = next(n for n, line in enumerate(lines, 1) if "foundingDate" in line)
    assert town.build("html") == 1
    ((place, line, code, told, _),) = findings(capfd)
    assert (place, line, code) == ("conf.py", number, "B002")
    assert message in told


def test_no_fact_and_no_title_can_end_the_script(book):
    town = with_subject(book)
    breakout = "</script><script>alert(1)</script><!--"
    town.replace("townfacts.py", "Up & *on* #1 <b>$5_a@b</b>", breakout)
    town.replace("life.md", "# Life in the town", f"# Life `{breakout}`")
    assert town.build("html") == 0
    for name in ("index", "life"):
        page = html_page(town.out / "html" / f"{name}.html")
        assert breakout in json.dumps(linked(page), ensure_ascii=False)
        assert not [tag for tag in page.head.select("script") if tag.string == "alert(1)"]


def test_pages_in_folders_and_with_the_name_of_the_book_have_files_of_their_own(book):
    town = book("town")
    (town.source / "parts").mkdir()
    town.write("parts/deep.md", "# Deep\n\n{fact}`town.bridges`\n")
    town.write("facts.md", "# Facts\n\n{fact}`town.people`\n")
    town.replace("index.md", "history\n```", "history\nparts/deep\nfacts\n```")
    assert town.build("html") == 0
    folder = town.out / "html"
    deep = html_page(folder / "parts" / "deep.html")
    assert links(deep)["JSON"] == "../_data/pages/parts/deep.json"
    assert linked(deep)["Dataset"]["distribution"][0]["contentUrl"] == links(deep)["JSON"]
    for address, number in (
        ("_data/pages/facts.json", 1),
        ("_data/facts.json", len(town.ids())),
    ):
        data = json.loads((folder / address).read_text("utf-8"))
        assert len(data["facts"]) == number


def test_the_same_sources_give_the_same_files(book, town):
    again = book("town")
    assert again.build("html") == 0
    first, second = (
        {
            str(file.relative_to(built.out)): file.read_bytes()
            for file in (built.out / "html" / "_data").rglob("*.*")
        }
        for built in (town, again)
    )
    assert first == second
    assert len(first) == 10


def test_a_book_without_facts_offers_nothing(book):
    plain = book("plain")
    assert plain.build("html") == 0
    assert not (plain.out / "html" / "_data").exists()
    for page in html_pages(plain.out / "html").values():
        assert not page.select(".page-data, script[type='application/ld+json']")
