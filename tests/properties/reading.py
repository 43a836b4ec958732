"""Read finished books back, with parsers that know nothing of how they were written.

A reading has the text at each place: what it is, and the number of its case. Where something else
than text is found, that is part of the reading.
"""

import csv
import io
import json
import re
import zipfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path

import pikepdf
from bs4 import BeautifulSoup, Tag
from lxml import etree

from iomdocs.verify.content import shown
from iomdocs.verify.pdf import printed_facts
from tests.tagged import Element, Tagged

Reading = dict[tuple[str, int], str]

MARK = re.compile(r" ?([wlfc])(\d+)$")
"""What ends each paragraph, so that it can be found: which it is, and of which case."""

PARAGRAPHS = {"w": "text", "l": "label", "f": "value", "c": "code"}
TITLES = {"T": "title of a page", "S": "heading"}

TAGS = {"w": (), "l": ("span",), "f": ("a", "span", "data", "time"), "c": ("code", "span")}
"""The elements in each paragraph; anything else has come out of a text."""


def html(folder: Path) -> Reading:
    """The website."""
    pages = {
        path.stem: BeautifulSoup(path.read_text("utf-8"), "lxml") for path in folder.glob("*.html")
    }
    found: Reading = {}
    for name, page in pages.items():
        article = page.article
        if article is not None:
            for link in article.select("a.headerlink"):
                link.extract()
            found |= _page(name, article)
        if page.title and name.startswith("page"):
            title = page.title.get_text().rpartition(" \u2014 ")[0]
            found |= _named("title of the window", [title])
    register = BeautifulSoup((folder / "register.html").read_bytes(), "lxml")
    found |= _histories(register)
    found |= _named("contents", (a.get_text() for a in pages["index"].select("article li a")))
    return found | _linked_data(folder, pages)


def epub(path: Path) -> Reading:
    """The ePub, each file of which must be well-formed."""
    found: Reading = {}
    with zipfile.ZipFile(path) as book:
        for name in book.namelist():
            if name.endswith((".xhtml", ".opf", ".ncx", ".xml")):
                etree.fromstring(book.read(name), etree.XMLParser(resolve_entities=False))
            if name.endswith(".xhtml"):
                page = BeautifulSoup(book.read(name), "xml")
                found |= _page(name.removesuffix(".xhtml"), page.body)
        nav = BeautifulSoup(book.read("epub-nav.xhtml"), "xml")
        ncx = BeautifulSoup(book.read("toc.ncx"), "xml")
        found |= _named("contents", (a.get_text() for a in nav.select("nav a")))
        found |= _named("contents for old readers", (t.get_text() for t in ncx.find_all("text")))
    return found


def _page(name: str, page: Tag) -> Reading:
    found: Reading = {}
    for paragraph in page.select("section > p"):
        mark = MARK.search(paragraph.get_text())
        if mark:
            key = (PARAGRAPHS[mark[1]], int(mark[2]))
            others = _others(paragraph, TAGS[mark[1]])
            found[key] = MARK.sub("", paragraph.get_text()) + others
    found |= {
        key: text
        for level in page.select("h1, h2")
        for key, text in _heading(level.get_text(), _others(level))
    }
    read = {"register": _register, "claims": _claims, "rows": _rows, "sources": _sources}
    if name in read:
        found |= read[name](page)
    return found


def _others(element: Tag, allowed: Sequence[str] = ()) -> str:
    """The elements in another that should not be there, as what is read behind its text."""
    names = [tag.name for tag in element.find_all(name=True) if tag.name not in allowed]
    return f" with elements {names}" if names else ""


def _heading(text: str, others: str = "") -> Iterator[tuple[tuple[str, int], str]]:
    match = re.match(r"([TS])(\d+) ", text)
    if match:
        yield (TITLES[match[1]], int(match[2])), text[match.end() :] + others


def _named(place: str, texts: Iterable[str]) -> Reading:
    """Where titles of pages are told again."""
    found: Reading = {}
    for text in texts:
        match = re.match(r"\s*([TS])(\d+) ", text)
        if match:
            found[f"{place}: {TITLES[match[1]]}", int(match[2])] = text[match.end() :]
    return found


def _register(page: Tag) -> Reading:
    found: Reading = {}
    for row in page.select("tr"):
        cells = row.find_all("td", recursive=False)
        code = cells[0].find_all("code")[-1:] if cells else []
        if code and (number := _number(code[0].get_text())) is not None:
            code[0].extract()
            found["label in the register", number] = cells[0].get_text()
            found["value in the register", number] = cells[1].get_text()
    return found


def _number(id_: str) -> int | None:
    match = re.fullmatch(r"case\.n(\d+)", id_)
    return int(match[1]) if match else None


def _claims(page: Tag) -> Reading:
    rows = ([cell.get_text() for cell in row.select("td")] for row in page.select("tr"))
    return _claimed(row for row in rows if row)


def _claimed(rows: Iterable[list[str]]) -> Reading:
    found: Reading = {}
    for row in rows:
        number, _, text = row[0].strip().partition(" ")
        found["value among claims", int(number)] = text
        found["remark", int(number)] = row[5] if len(row) > 5 else ""
    return found


def _rows(page: Tag) -> Reading:
    found: Reading = {}
    for cell in page.select("td [data-fact]"):
        found |= _cell(str(cell["data-fact"]), cell.get_text())
    return found


def _cell(id_: str, text: str) -> Reading:
    match = re.fullmatch(r"case\.rows\[(\d+) (.*)\]\.text", id_, re.DOTALL)
    if not match:
        return {}
    return {("cell", int(match[1])): text, ("key", int(match[1])): match[2]}


def _sources(page: Tag) -> Reading:
    return _listed(p.get_text() for p in page.select("p"))


def _listed(entries: Iterable[str]) -> Reading:
    found: Reading = {}
    for entry in entries:
        match = re.fullmatch(r"\s*O(\d+)\. (.*)", entry, re.DOTALL)
        if match:
            found["source", int(match[1])] = match[2]
    return found


def _histories(register: Tag) -> Reading:
    """The notes, which only the register of the website has."""
    found: Reading = {}
    for history in register.select("tr.fact-history"):
        code = history.find_previous_sibling("tr").td.find_all("code")[-1]
        number = _number(code.get_text())
        if number is not None:
            paragraphs = history.details.find_all("p", recursive=False)
            found["note", number] = paragraphs[0].get_text() if len(paragraphs) > 1 else ""
    return found


def _linked_data(folder: Path, pages: dict[str, BeautifulSoup]) -> Reading:
    found: Reading = {}
    for part in _objects(json.loads((folder / "_data" / "facts.jsonld").read_bytes())):
        number = _number(str(part.get("propertyID", "")))
        if number is not None:
            found["label for machines", number] = part["name"]
    for page in pages.values():
        for script in page.select('script[type="application/ld+json"]'):
            names = (str(part.get("name", "")) for part in _objects(json.loads(script.string)))
            found |= _named("data", (name.removeprefix("Cases: ") for name in names))
    return found


def _objects(data: object) -> Iterator[dict]:
    if isinstance(data, dict):
        yield data
        data = list(data.values())
    if isinstance(data, list):
        for each in data:
            yield from _objects(each)


def pdf(path: Path) -> Reading:
    """The PDF, by its structure."""
    tagged = Tagged(path)
    contents = {}

    def text(element: Element) -> str:
        pages = tagged.pdf.pages
        return "".join(
            contents.setdefault(page, shown(pages[page])).text(mark)
            for page, mark in element.marks()
        )

    found: Reading = {}
    for each in printed_facts(path):
        found |= _cell(each.fact, each.text)
    awaited = 0
    for element in tagged.elements:
        kind = element.kind
        if kind == "P":
            awaited = _paragraph(text(element).strip(), awaited, found)
        elif kind in {"H1", "H2"}:
            found |= dict(_heading(text(element)))
        elif kind == "TR":
            cells = [each for each in element.children if isinstance(each, Element)]
            if cells and cells[0].kind == "TD":
                found |= _row(cells, text)
        elif kind == "LBody":
            found |= _listed([text(element)])
    outline = []
    with tagged.pdf.open_outline() as opened:
        waiting = list(opened.root)
        while waiting:
            item = waiting.pop()
            outline.append(str(item.title))
            waiting += item.children
    return found | _named("contents", outline)


def _paragraph(words: str, awaited: int, found: Reading) -> int:
    """Note a paragraph of a page; gives the number of the one that is awaited next.

    One that does not end with its mark, as it is set from right to left, is known by its place.
    """
    number, kind = divmod(awaited, len(PARAGRAPHS))
    mark = MARK.search(words)
    if mark:
        number, kind = int(mark[2]), [*PARAGRAPHS].index(mark[1])
        words = MARK.sub("", words)
    elif not all(sign in words for sign in f"{[*PARAGRAPHS][kind]}{number}"):
        return awaited
    else:
        for sign in f"{[*PARAGRAPHS][kind]}{number}":
            words = words.replace(sign, "", 1)
    found[[*PARAGRAPHS.values()][kind], number] = words
    return number * len(PARAGRAPHS) + kind + 1


def _row(cells: list[Element], text: Callable[[Element], str]) -> Reading:
    words = [text(cell) for cell in cells]
    if len(words) > 4:
        return _claimed([words])
    head = [each for each in cells[0].walk() if re.fullmatch(r"H\d", each.kind)]
    ids = [text(each) for each in cells[0].walk() if each.kind == "Code"]
    number = _number(ids[-1]) if ids else None
    if number is None or not head:
        return {}
    return {
        ("label in the register", number): text(head[0]),
        ("value in the register", number): words[1],
    }


def data(path: Path) -> Reading:
    """``facts.json``."""
    document = json.loads(path.read_bytes())
    found: Reading = {}
    for fact in document["facts"]:
        number = _number(fact["id"])
        if number is not None:
            shown = fact["statements"][0]["text"]
            told = {"label": fact["label"], "value": shown, "note": fact["note"]}
            found |= {(place, number): words for place, words in told.items()}
            found["unit", number] = fact["unit"]
        elif fact["id"] == "case.remarks":
            for statement in fact["statements"]:
                number, _, words = statement["value"].partition(" ")
                found["remark", int(number)] = statement["note"]
                found["value among claims", int(number)] = words
        else:
            for row in fact["statements"][0]["value"]["rows"]:
                number, _, key = row["key"].partition(" ")
                found["cell", int(number)] = row["cells"]["text"]["value"]
                found["key", int(number)] = key
    for key, source in document["sources"].items():
        found["title for machines", int(key[1:])] = source["title"]
    return found


def spreadsheet(path: Path) -> Reading:
    """The CSV file with all facts."""
    found: Reading = {}
    rows = csv.DictReader(io.StringIO(path.read_bytes().decode("utf-8-sig"), newline=""))
    for row in rows:
        number = _number(row["fact"])
        if number is not None:
            found["label", number], found["value", number] = row["label"], row["text"]
        elif row["fact"] == "case.remarks":
            number, _, words = row["text"].partition(" ")
            found["remark", int(number)] = row["note"]
            found["value among claims", int(number)] = words
        elif row["column"] == "text":
            number, _, key = row["row"].partition(" ")
            found["key", int(number)], found["cell", int(number)] = key, row["text"]
    return found


def attached(path: Path) -> bytes:
    """The facts in a PDF."""
    with pikepdf.open(path) as document:
        (file,) = document.attachments.values()
        return file.get_file().read_bytes()
