"""Books to be checked: one with all that a page can hold, others put together by chance."""

import random
import shutil
from collections.abc import Callable, Sequence
from pathlib import Path

TOWN = Path(__file__).parent.parent / "roots" / "town"
RECORDS = ("townfacts.py", "events.csv", "sources.bib")

_CONF = """\
project = "A book of pieces"
author = "Nobody"
extensions = ["myst_parser", "sphinxcontrib.bibtex", "sphinx_design", "iomdocs"]
myst_enable_extensions = [
    "amsmath", "colon_fence", "deflist", "dollarmath", "fieldlist", "tasklist",
]
myst_heading_anchors = 3
myst_footnote_transition = False
numfig = {numbered}
iomdocs_facts = "townfacts"
iomdocs_edition = "2021-03-04"
iomdocs_same_words = True
bibtex_bibfiles = ["sources.bib"]
bibtex_default_style = "author_year"
bibtex_reference_style = "label"
html_theme = "{theme}"
typst_show_urls = "{urls}"
"""

_PICTURE = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 20"><text x="2" y="12">7</text></svg>'
)
_WORDS = (
    *(
        "harbour",
        "meadow",
        "winter",
        "bridge",
        "council",
        "lantern",
        "orchard",
        "seventh",
        "market",
    ),
    *("river", "statute", "quiet", "figure", "letters", "office", "fjord", "efficient", "waffle"),
    *("affluent", "coast-line", "well-known", "naïve", "café", "Łódź", "São", "Curaçao", "Ağrı"),
    *("1,234", "56.7", "2019", "1990–1999", "A4", "x²", "3½", "½", "ﬁnal", "№", "€", "10%", "5°"),
)
_FACTS = (
    "{fact}`town.people`",
    "{fact}`town.people@1990`",
    "{fact}`town.budget`",
    "{fact}`town.mayor` ({fact:asof}`town.mayor`)",
    "{fact}`town.founded`",
    "{fact:year}`town.founded`",
    "{fact:words}`town.bridges`",
    "{fact:label}`town.forest`: {fact}`town.forest`",
    "{fact}`town.fair`",
    "{fact}`town.languages`",
    "{fact}`town.motto`",
    "{fact}`town.events[station].date`",
    "{fact}`town.events[flood].title`",
)

Piece = Callable[["Writer"], str]


class Writer:
    """Writes pieces of pages by chance; the same for the same seed."""

    def __init__(self, seed: int) -> None:
        self.chance = random.Random(seed)
        self.number = 0

    def name(self, what: str) -> str:
        """A name that is not used elsewhere in the book."""
        self.number += 1
        return f"{what}-{self.number}"

    def words(self, least: int = 3, most: int = 14) -> str:
        return " ".join(self.chance.choices(_WORDS, k=self.chance.randint(least, most)))

    def text(self) -> str:
        """A paragraph in one line, with a fact in every second one."""
        parts = [self.words(), self.words(), self.words()]
        if self.chance.random() < 0.5:
            parts.insert(1, self.chance.choice(_FACTS))
        if self.chance.random() < 0.3:
            parts.insert(2, self.chance.choice(_INLINE))
        return f"Then {' '.join(parts)}."

    def pieces(self, kinds: Sequence[Piece]) -> str:
        return "\n\n".join(kind(self) for kind in kinds)


_INLINE = (
    "*slanted*",
    "**strong *and* slanted**",
    "`code_of(x, 1)`",
    "{abbr}`HQ (head quarters)`",
    "{kbd}`Ctrl`",
    "{guilabel}`Save`",
    "H{sub}`2`O",
    "[a link](https://example.org/a/long/way)",
    "<https://example.org/plain>",
    "$a^2 + 12$",
    "<b>raw bold</b>",
    "{term}`Quay`",
    "{cite}`census`",
    "{ref}`genindex`",
)


def paragraph(writer: Writer) -> str:
    return f"{writer.text()}\n{writer.text()}"


def bullets(writer: Writer) -> str:
    return f"- {writer.text()}\n- {writer.text()}\n  - {writer.words()}\n- {writer.words()}"


def numbers(writer: Writer) -> str:
    return f"3. {writer.text()}\n4. {writer.text()}\n\n   {writer.text()}\n5. {writer.words()}"


def tasks(writer: Writer) -> str:
    return f"- [x] {writer.words()}\n- [ ] {writer.words()}"


def definitions(writer: Writer) -> str:
    return f"{writer.words(1, 3)}\n: {writer.text()}\n\n{writer.words(1, 3)}\n: {writer.text()}"


def fields(writer: Writer) -> str:
    return f":Author: {writer.words()}\n:Version: {writer.words()}"


def table(writer: Writer) -> str:
    rows = "".join(f"| {writer.words(1, 3)} | {writer.text()} |\n" for _ in range(4))
    return f"| One | Two |\n|---|--:|\n{rows}"


def listed_table(writer: Writer) -> str:
    rows = "".join(f"* - {writer.words(1, 2)}\n  - {writer.text()}\n" for _ in range(3))
    return f":::{{list-table}} {writer.words()}\n:header-rows: 1\n\n{rows}:::"


def many_rows(writer: Writer) -> str:
    rows = "".join(f"| {number} | {writer.words(1, 1)} |\n" for number in range(60))
    return f"| N | Word |\n|--:|---|\n{rows}"


def code(writer: Writer) -> str:
    long = "x = " + "_".join(writer.chance.choices(["alpha", "beta"], k=30))
    return (
        f":::{{code-block}} python\n:linenos:\n:caption: {writer.words()}\n\n"
        f"def first(a: int) -> str:\n    return f'{{a}} {writer.words()}'\n\n{long}\n:::"
    )


def box(writer: Writer) -> str:
    kind = writer.chance.choice(["note", "warning", "tip", "seealso", "important"])
    return f":::{{{kind}}}\n{writer.text()}\n\n- {writer.words()}\n:::"


def titled_box(writer: Writer) -> str:
    return f":::{{admonition}} {writer.words(2, 4)}\n{writer.text()}\n:::"


def dropdown(writer: Writer) -> str:
    return f":::{{dropdown}} {writer.words(2, 4)}\n{writer.text()}\n:::"


def tabs(writer: Writer) -> str:
    items = "".join(
        f":::{{tab-item}} {writer.words(1, 2)}\n{writer.text()}\n:::\n\n" for _ in range(2)
    )
    return f"::::{{tab-set}}\n{items}::::"


def cards(writer: Writer) -> str:
    items = "".join(
        f":::{{grid-item-card}} {writer.words(1, 3)}\n{writer.text()}\n:::\n\n" for _ in range(2)
    )
    return f"::::{{grid}} 2\n{items}::::"


def margin(writer: Writer) -> str:
    return f":::{{sidebar}} {writer.words(2, 3)}\n{writer.text()}\n:::\n\n{writer.text()}"


def topic(writer: Writer) -> str:
    return f":::{{topic}} {writer.words(2, 3)}\n{writer.text()}\n:::"


def quotation(writer: Writer) -> str:
    return f":::{{epigraph}}\n{writer.words()}\n\n-- {writer.words(1, 2)}\n:::\n\n> {writer.text()}"


def figure(writer: Writer) -> str:
    return (
        f":::{{figure}} picture.svg\n:alt: A seven\n:name: {writer.name('seven')}\n\n"
        f"{writer.text()}\n\n{writer.text()}\n:::"
    )


def notes(writer: Writer) -> str:
    one, other = writer.name("note"), writer.name("note")
    return (
        f"{writer.words()}[^{one}], {writer.words()}[^{other}] and again[^{one}].\n\n"
        f"[^{one}]: {writer.text()}\n\n[^{other}]: {writer.words()}"
    )


def cited(writer: Writer) -> str:
    return (
        f"{writer.words()} {{footcite}}`almanac` {writer.words()}.\n\n:::{{footbibliography}}\n:::"
    )


def formula(writer: Writer) -> str:
    return (
        f"$$\na = b + {writer.chance.randint(2, 99)}\n$$ ({writer.name('eq')})\n\n{writer.text()}"
    )


def lines(writer: Writer) -> str:
    return f"```{{eval-rst}}\n| {writer.words()}\n| {writer.words()}\n|    {writer.words()}\n```"


def versions(writer: Writer) -> str:
    return f":::{{versionadded}} 2.1\n{writer.text()}\n:::"


def rubric(writer: Writer) -> str:
    return f":::{{rubric}} {writer.words(2, 4)}\n:::\n\n{writer.text()}"


def heading(writer: Writer) -> str:
    return f"## {writer.words(2, 5)}\n\n{writer.text()}"


def subheading(writer: Writer) -> str:
    return (
        f"## {writer.words(2, 4)}\n\n{writer.text()}\n\n### {writer.words(2, 4)}\n\n{writer.text()}"
    )


def for_html(writer: Writer) -> str:
    return f":::{{only}} html\n{writer.text()}\n:::\n\n{writer.text()}"


def for_print(writer: Writer) -> str:
    return f":::{{only}} typst or latex\n{writer.text()}\n:::\n\n{writer.text()}"


def raw(writer: Writer) -> str:
    return f"<div><p>Raw {writer.words()}</p><ul><li>one</li></ul></div>\n\n{writer.text()}"


def arabic(writer: Writer) -> str:
    return f"{writer.words()} المنظمة الدولية للهجرة 1951 تأسست {writer.words()}"


def other_letters(writer: Writer) -> str:
    return (
        f"{writer.words()} Міжнародна організація, Διεθνής Οργανισμός, שלום עולם {writer.words()}"
    )


def index(writer: Writer) -> str:
    return f":::{{index}} single: {writer.words(1, 1)}\n:::\n\n{writer.text()}"


def of_facts(writer: Writer) -> str:
    return writer.chance.choice(
        [
            ":::{fact:table} town.events\n:columns: title, date, cost\n:caption: Events\n:::",
            ":::{fact:timeline} town.events\n:::",
            ":::{fact:card} At a glance\ntown.people\ntown.mayor\ntown.budget\n:::",
            ":::{fact:quote} town.motto\n:::",
        ]
    )


def glossary(writer: Writer) -> str:
    return f":::{{glossary}}\nQuay\n  {writer.text()}\n\nJetty\n  {writer.words()}\n:::"


KINDS: tuple[Piece, ...] = (
    *(paragraph, bullets, numbers, tasks, definitions, fields, table, listed_table, many_rows),
    *(code, box, titled_box, dropdown, tabs, cards, margin, topic, quotation, figure, notes, cited),
    *(formula, lines, versions, rubric, heading, subheading, for_html, for_print, raw, arabic),
    *(other_letters, index, of_facts),
)
_EXACT = tuple(kind for kind in KINDS if kind not in {for_html, for_print, raw})
"""What every format has word for word."""


def write(folder: Path, seed: int) -> Path:
    """Write a book of chance; the same for the same seed."""
    writer = Writer(seed)
    chance = writer.chance
    pages = {
        f"{'part/' if number % 2 else ''}page{number}": chance.sample(KINDS, k=chance.randint(4, 9))
        for number in range(chance.randint(2, 4))
    }
    settings = {
        "numbered": chance.random() < 0.6,
        "theme": chance.choice(["sphinx_book_theme", "pydata_sphinx_theme", "alabaster", "basic"]),
        "urls": chance.choice(["no", "footnote", "inline"]),
    }
    return _write(folder, writer, pages, settings)


def write_whole(folder: Path) -> Path:
    """Write the book that has one of everything, but for what formats do not share."""
    settings = {"numbered": True, "theme": "sphinx_book_theme", "urls": "footnote"}
    half = len(_EXACT) // 2
    pages = {"first": [paragraph, *_EXACT[:half]], "part/second": [paragraph, *_EXACT[half:]]}
    return _write(folder, Writer(0), pages, settings)


def _write(folder: Path, writer: Writer, pages: dict, settings: dict) -> Path:
    files = {
        f"{name}.md": f"# Page {name}\n\n{writer.text()}\n\n{writer.pieces(kinds)}\n"
        for name, kinds in pages.items()
    }
    numbered = ":numbered:\n" if settings["numbered"] else ""
    names = "\n".join([*pages, "words", "register", "sources"])
    files |= {
        "conf.py": _CONF.format(**settings),
        "index.md": (
            f"# A book of pieces\n\n{writer.text()}\n\n:::{{toctree}}\n:caption: All pages\n"
            f"{numbered}\n{names}\n:::\n"
        ),
        "words.md": f"# Words\n\n{glossary(writer)}\n",
        "register.md": "# Register\n\nAll facts.\n\n:::{fact:register}\n:::\n",
        "sources.md": "# Sources\n\nAll sources.\n\n:::{bibliography}\n:all:\n:::\n",
        "picture.svg": _PICTURE,
        "part/picture.svg": _PICTURE,
    }
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    for name in RECORDS:
        shutil.copyfile(TOWN / name, folder / name)
    return folder
