"""Everything hostile as a table: what it is, what must happen, and what does."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from tests.hostile import books
from tests.hostile.files import FILES, RECORDS, File
from tests.hostile.page import Page
from tests.hostile.pages import PAGES


class Row(NamedTuple):
    """A hostile thing with what is expected, and what text check and Sphinx say of it."""

    kind: str
    name: str
    code: str
    line: int
    again: bool
    text: Sequence[tuple[str, int]]
    sphinx: Sequence[str] | None

    @property
    def is_refused(self) -> bool:
        """Whether it is refused as it must be, in its line, and again by Sphinx."""
        by_sphinx = not self.again or any(code.startswith("X") for code in self.sphinx or ())
        return (self.code, self.line) in self.text and by_sphinx


class Outcome(NamedTuple):
    """The rows, how each of Sphinx's builds ended, and the folder of all books."""

    rows: Sequence[Row]
    ends: Sequence[str]


def run(folder: Path) -> Outcome:
    """Try everything in books below ``folder``."""
    ends: list[str] = []
    rows = [*_pages(folder / "pages", ends), *_files(folder / "files", ends)]
    return Outcome([*rows, *_records(folder / "records")], ends)


def _pages(folder: Path, ends: list[str]) -> Iterator[Row]:
    source = books.write(folder, PAGES)
    yield from _rows("page", [(page, f"{page.name}.md") for page in PAGES], source, ends)


def _files(folder: Path, ends: list[str]) -> Iterator[Row]:
    source = books.write_files(folder, FILES)
    yield from _rows("file", [(file, Path(file.name).name) for file in FILES], source, ends)


def _rows(
    kind: str, things: Sequence[tuple[Page | File, str]], source: Path, ends: list[str]
) -> Iterator[Row]:
    text = books.told_by_text(source)
    sphinx, end = books.told_by_sphinx(source)
    ends.append(end)
    for thing, name in things:
        codes = [code for code, _ in sphinx.get(name, ())]
        yield Row(kind, name, thing.code, thing.line, thing.again, text.get(name, ()), codes)


def _records(folder: Path) -> Iterator[Row]:
    text = books.told_by_text(books.write_records(folder, RECORDS))
    for each in RECORDS:
        found = text.get(each.name, ())
        yield Row("record", each.name, each.code, each.line, again=False, text=found, sphinx=None)
