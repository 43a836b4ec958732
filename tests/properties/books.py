"""Books made of cases, as a careful writer would write them down."""

import csv
import io
import re
from collections.abc import Sequence
from datetime import date, timedelta
from pathlib import Path

from iomdocs.facts import Number
from tests.properties.cases import Case

CONF = """
project = "Cases"
language = "en"
extensions = ["myst_parser", "sphinxcontrib.bibtex", "iomdocs"]
myst_enable_extensions = ["colon_fence", "deflist", "dollarmath", "substitution", "attrs_inline"]
smartquotes = False
iomdocs_facts = "casefacts"
iomdocs_edition = "4000-01-01"
bibtex_bibfiles = ["sources.bib"]
bibtex_default_style = "author_year"
bibtex_reference_style = "label"
html_theme = "sphinx_book_theme"
iomdocs_search = False
"""
PER_PAGE = 50
PER_HEADING = 10
PER_ROW = 3
"""Cases of which one has a row in the tables, which take the longest to be made and read."""

_PUNCTUATION = re.compile(r"[!-/:-@\[-`{-~]")
_TEX = {
    "\\": r"\textbackslash{}",
    "~": r"\textasciitilde{}",
    **{sign: f"\\{sign}" for sign in "$%&#_"},
    **{sign: f"{sign}{{}}" for sign in "-`'<>?!,"},
}


def line(text: str) -> str:
    """A text as it can stand in one line of a page."""
    return " ".join(text.split())


def in_page(text: str) -> str:
    """A text as a careful writer has it in a paragraph; without blank lines and indented ones."""
    lines = (_PUNCTUATION.sub(r"\\\g<0>", part.strip(" \t")) for part in re.split("[\r\n]+", text))
    return "\n".join(part for part in lines if part)


def as_code(text: str) -> str:
    """A text as code in a line: between more backticks than stand in it."""
    fence = "`" * (max(map(len, re.findall("`+", text)), default=0) + 1)
    return f"{fence} {line(text)} {fence}"


def titled(text: str) -> str:
    """A text with nothing that BibTeX cannot write: braces count for it, with backslash or not."""
    return line(text).replace("{", "(").replace("}", ")")


def in_bibliography(text: str) -> str:
    """A text as a title in BibTeX."""
    return "".join(_TEX.get(sign, sign) for sign in titled(text))


def in_table(text: str) -> str:
    """A text in a table file, whose lines do not look like rows: they have few commas."""
    first, *others = text.split("\n")
    return "\n".join([first, *(part.replace(",", ";") for part in others)])


def keyed(number: int, text: str) -> str:
    """The key of a row, which is its own."""
    return f"{number} {line(text)}"


def write(folder: Path, cases: Sequence[Case]) -> Path:
    """Write the book of these cases; gives its folder."""
    folder.mkdir(parents=True, exist_ok=True)
    files = {
        "conf.py": CONF,
        "casefacts.py": _records(cases),
        "rows.csv": _table(cases),
        "sources.bib": "".join(_source(number, case) for number, case in enumerate(cases)),
        "register.md": "# Register\n\n:::{fact:register}\n:::\n",
        "sources.md": "# Sources\n\n:::{bibliography}\n:all:\n:::\n",
        "claims.md": "# Claims\n\n:::{fact:claims} case.remarks\n:all:\n:caption: C\n:::\n",
        "rows.md": "# Rows\n\n:::{fact:table} case.rows\n:columns: text\n:::\n",
        **_pages(cases),
    }
    pages = [name.removesuffix(".md") for name in files if name.endswith(".md")]
    contents = "\n".join(pages)
    files["index.md"] = f"# Cases\n\n```{{toctree}}\n{contents}\n```\n"
    for name, text in files.items():
        (folder / name).write_bytes(text.encode("utf-8"))
    return folder


def in_rows(cases: Sequence[Case]) -> Sequence[tuple[int, Case]]:
    """The cases that have a row in the tables, each with its number."""
    return [*enumerate(cases)][::PER_ROW]


def _pages(cases: Sequence[Case]) -> dict[str, str]:
    pages = {}
    for first in range(0, len(cases), PER_PAGE):
        parts = [f"# T{first} {in_page(line(cases[first].heading))}"]
        for number, case in enumerate(cases[first : first + PER_PAGE], first):
            if number % PER_HEADING == 5:
                parts.append(f"## S{number} {in_page(line(case.heading))}")
            parts += [
                f"{in_page(case.text)} w{number}",
                f"{{fact:label}}`case.n{number}` l{number}",
                f"{{fact}}`case.n{number}` f{number}",
                f"{as_code(case.code)} c{number}",
            ]
        pages[f"page{first // PER_PAGE}.md"] = "\n\n".join(parts) + "\n"
    return pages


def _records(cases: Sequence[Case]) -> str:
    first = date(1000, 1, 1)
    remarks = [
        f"Statement(value={f'{number} {case.cell}'!r}, note={case.remark!r}, sources=['s{number}'],"
        f" at=Day('{first + timedelta(days=number)}'), confidence='confirmed-by-source'),"
        for number, case in in_rows(cases)
    ]
    return "\n".join(
        [
            "from iomdocs.facts import *",
            "TOPIC = Topic(id='case', title='Cases')",
            "FACTS = [",
            *(_record(number, case) for number, case in enumerate(cases)),
            "Fact(id='case.remarks', label='Remarks', statements=[",
            *remarks,
            "]),",
            "Fact(id='case.rows', label='Rows', statements=[Statement(value=Table(file='rows.csv',",
            "key='key', columns=[Column(name='text', label='Text')]), at=Day('3500'),",
            "sources=['s0'], confidence='confirmed-by-source')]),",
            "]",
            "",
        ]
    )


def _record(number: int, case: Case) -> str:
    unit = f"unit={case.unit!r}, " if isinstance(case.value, Number) else ""
    return (
        f"Fact(id='case.n{number}', label={case.label!r}, {unit}note={case.note!r},"
        f" statements=[Statement(value={case.value!r}, sources=['s{number}'], at=Day('3500'),"
        " confidence='confirmed-by-source')]),"
    )


def _table(cases: Sequence[Case]) -> str:
    written = io.StringIO(newline="")
    rows = csv.writer(written)
    rows.writerow(["key", "text", "sources", "note"])
    rows.writerows(
        [keyed(number, case.key), in_table(case.cell), f"s{number}", in_table(case.remark)]
        for number, case in in_rows(cases)
    )
    return written.getvalue()


def _source(number: int, case: Case) -> str:
    title = in_bibliography(case.title)
    return f"@misc{{s{number}, author = {{{{O{number}}}}}, title = {{{{{title}}}}}, year = 2001}}\n"
