"""What is given any bytes at all: the parser of pages, and the loaders of facts.

A target ends, or it raises what is a fault: any exception that is no finding. It takes two seconds
of the processor at most for up to 10,000 bytes.
"""

import time
from collections.abc import Callable, Mapping
from datetime import date
from functools import cache
from pathlib import Path
from tempfile import mkdtemp

from iomdocs.diagnostics import Problem
from iomdocs.facts import (
    Column,
    Country,
    Day,
    Fact,
    Number,
    Row,
    Statement,
    Table,
    checks,
    records,
    registry,
    settings,
    sources,
)
from iomdocs.facts.reading import Reader
from iomdocs.facts.selection import Query, select
from iomdocs.facts.tablefile import TableFile
from iomdocs.languages import locale_of
from iomdocs.lint import book, engine
from iomdocs.lint.page import Page

SECONDS = 2
LONGEST = 10_000
MEGABYTES = 1_000

SYNTAX = (
    *("colon_fence", "deflist", "dollarmath", "amsmath", "fieldlist", "strikethrough"),
    *("substitution", "attrs_inline", "attrs_block"),
)
TABLE = Table(
    file="t.csv",
    key="id",
    columns=(
        Column(name="name", label="Name"),
        Column(name="size", label="Size", type="number"),
        Column(name="part", label="Part", type="number", sum_of=("size",)),
        Column(name="since", label="Since", type="day"),
        Column(name="until", label="Until", type="day"),
        Column(name="before", label="Before", type="periods"),
        Column(name="land", label="Land", type="country", code="code"),
    ),
    start="since",
    end="until",
    earlier="before",
    one_at_a_time=True,
)
HEADER = b"id,name,size,part,since,until,before,land,code,sources,note,confidence\n"


class Slow(Exception):
    """It took longer than it may."""


def page(data: bytes) -> None:
    """A page in Markdown: all rules look at it, with every extension of MyST or with none."""
    chosen = frozenset(SYNTAX if data[:1] != b"0" else ())
    file = _file("page.md", data)
    looked_at = book.Book(_folder(), book.Wishes(untrusted=True, syntax=chosen), [file])
    source = Page(file, chosen)
    for found in engine.check(looked_at).diagnostics:
        assert found.location.line <= len(source.lines), found
        str(found)
    for passage in source.content.passages:
        assert len(passage.text) == len(passage.offsets)
        assert all(offset <= len(source.text) for offset in passage.offsets)


def table(data: bytes) -> None:
    """A table file: its rows, and the checks of what stands in them."""
    text = (data if data.startswith(b"id,") else HEADER + data).decode("utf-8-sig", "replace")
    rows = TableFile(Path("t.csv"), TABLE, []).read(text)
    made = [Row(row.key, row.cells, row.sources) for row in rows or ()]
    statement = Statement(
        value=_with(made), sources=("a",), at=Day("2000"), confidence="two-sources"
    )
    fact = Fact(id="town.list", label="List", statements=(statement,))
    list(checks.run(checks.Collection([fact], (), {}, is_complete=False)))


def _with(rows: list[Row]) -> Table:
    fields = {name: getattr(TABLE, name) for name in TABLE.__slots__ if name != "rows"}
    return Table(**fields, rows=tuple(rows))


def bibliography(data: bytes) -> None:
    """A file with sources."""
    sources.read([_file("sources.bib", data)])


def conf(data: bytes) -> None:
    """The settings of a book, which are not run."""
    file = _file("conf.py", data)
    settings.read(file)
    book.wishes(file)


def record(data: bytes) -> None:
    """A module with records, which is not run."""
    found = records.read([_file("records.py", data)])
    checks.run(checks.Collection(found.facts, found.topics, {}, found.is_complete))


def reference(data: bytes) -> None:
    """What a page writes to name a fact, a row, a day, or the rows that it wants to show."""
    text = data.decode("utf-8", "replace")
    for ask in (_reader().read, _reader().claims, _reader().table, _day, _chosen):
        try:
            ask(text)
        except Problem as problem:
            str(problem)


def _day(text: str) -> None:
    try:
        day = Day(text)
    except ValueError:
        return
    assert day.first <= day.last
    assert day.iso.isascii()


def _chosen(text: str) -> None:
    where, _, sort = text.partition("\n")
    select(_town(), Query(where=where, sort=sort), locale_of("en"))


@cache
def _town() -> Table:
    cells = {"name": "A", "size": Number(3), "since": Day("1990~"), "land": Country("IE")}
    empty = dict.fromkeys(column.name for column in TABLE.columns)
    return _with([Row("a", {**empty, **cells}, ("a",)), Row("b", empty, ("a",))])


@cache
def _reader() -> Reader:
    number, rows = (
        Statement(value=value, sources=("a",), at=Day("2000"), confidence="two-sources")
        for value in (Number(3), _town())
    )
    facts = {
        "town.size": Fact(id="town.size", label="Size", statements=(number,)),
        "town.list": Fact(id="town.list", label="List", statements=(rows,)),
    }
    known = registry.Registry(facts, (), {}, (), is_complete=True, problems=())
    return Reader(known, locale=locale_of("en"), edition=date(2020, 1, 1))


@cache
def _folder() -> Path:
    return Path(mkdtemp())


def _file(name: str, data: bytes) -> Path:
    file = _folder() / name
    file.write_bytes(data)
    return file


TARGETS: Mapping[str, Callable[[bytes], None]] = {
    each.__name__: each for each in (page, table, bibliography, conf, record, reference)
}


def run(name: str, data: bytes) -> None:
    """Give a target these bytes.

    :raises Slow: it took too long.
    """
    begun = time.process_time()
    TARGETS[name](data)
    if time.process_time() - begun > SECONDS and len(data) <= LONGEST:
        raise Slow(f"{name} took {time.process_time() - begun:.1f} s for {len(data)} bytes")
