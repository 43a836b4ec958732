"""The bibliography as the facts need it: which keys exist, and what each source is."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import pybtex.errors
from pybtex.database import BibliographyData, Entry, parse_file
from pybtex.exceptions import PybtexError
from pybtex.richtext import Text

from iomdocs.diagnostics import Diagnostic, Location, nearest, not_utf8
from iomdocs.safety.addresses import address_problem


@dataclass(frozen=True, slots=True)
class Source:
    """A source by its key in the ``.bib`` file; empty text where the entry has no such field."""

    key: str
    title: str
    author: str
    year: str
    url: str


KINDS = (
    *("article", "book", "booklet", "inbook", "incollection", "inproceedings", "manual"),
    *("mastersthesis", "misc", "online", "phdthesis", "proceedings", "techreport", "unpublished"),
)
"""The kinds of entry that a list of sources can show."""


def read(paths: Iterable[Path]) -> tuple[Mapping[str, Source], list[Diagnostic]]:
    """All sources of the ``.bib`` files by key, and what could not be read."""
    sources: dict[str, Source] = {}
    problems: list[Diagnostic] = []
    for path in paths:
        found, wrong = _read_once(path, *_stamp(path))
        sources |= found
        problems += wrong
    return sources, problems


def unsafe_addresses(path: Path) -> Iterator[Diagnostic]:
    """The sources of a ``.bib`` file whose address is none that a link may have (X006)."""
    found, _ = _read_once(path, *_stamp(path))
    for key, source in found.items():
        if source.url and (problem := address_problem(source.url, own=False)):
            yield problem.at(Location(str(path), _last_line(path, f"{{{key},")))


def _stamp(path: Path) -> tuple[int, int]:
    """What is another after a change of the file: when it was written, and its size."""
    try:
        status = path.stat()
    except OSError:
        return 0, 0
    return status.st_mtime_ns, status.st_size


@lru_cache(maxsize=8)
def _read_once(
    path: Path, _written: int, _size: int
) -> tuple[Mapping[str, Source], Sequence[Diagnostic]]:
    """The sources of a file, parsed once however often they are asked for: it takes long."""
    try:
        with pybtex.errors.capture() as mistakes:
            database = parse_file(str(path), "bibtex")
    except UnicodeDecodeError as error:
        return {}, [not_utf8(path, error)]
    except (PybtexError, OSError) as error:
        return {}, [_problem(path, error)]
    problems = [*(_problem(path, mistake) for mistake in mistakes), *_wrong_kinds(path, database)]
    found: dict[str, Source] = {}
    for key, entry in database.entries.items():
        try:
            found[key] = _source(key, entry)
        except (PybtexError, UnicodeError) as error:  # in the LaTeX of a field
            line = _last_line(path, f"{{{key},")
            message = f"'{key}' cannot be read: {str(error).splitlines()[0]}"
            hint = "look for a brace that is not closed, or a backslash before one"
            problems.append(Diagnostic(Location(str(path), line), "S002", message, hint))
    return found, problems


def _problem(path: Path, error: Exception) -> Diagnostic:
    message = str(error).splitlines()[0]
    line = getattr(error, "lineno", None)
    if line is None and (entry := _ENTRY.search(message)):
        line = _last_line(path, f"{{{entry[1]},")
    hint = "each entry is @online{key, field = {text}, ...} with a key of its own"
    return Diagnostic(Location(str(path), int(line or 1)), "S002", message, hint)


_ENTRY = re.compile(r"bibliography entry: (\S+)")


def _last_line(path: Path, words: str) -> int:
    lines = path.read_text("utf-8").splitlines()
    return max((number for number, line in enumerate(lines, 1) if words in line), default=1)


def _wrong_kinds(path: Path, database: BibliographyData) -> Iterator[Diagnostic]:
    for key, entry in database.entries.items():
        if entry.type not in KINDS:
            place = Location(str(path), _last_line(path, f"{{{key},"))
            hint = nearest(entry.type, KINDS, "use @online, @book, @article or @misc")
            yield Diagnostic(place, "S002", f"'@{entry.type}' is no kind of source", hint)


def _source(key: str, entry: Entry) -> Source:
    authors = "; ".join(str(person) for person in entry.persons.get("author", ()))
    fields = {name: _plain(entry.fields.get(name, "")) for name in ("title", "year", "url")}
    return Source(key=key, author=_plain(authors), **fields)


def _plain(markup: str) -> str:
    plain = _WITHOUT_MARKUP.fullmatch(markup)
    return plain["text"] if plain else str(Text.from_latex(readable(markup)))


def readable(latex: str) -> str:
    r"""LaTeX as pybtex can read it, which of ``\$``, the dollar sign, keeps the backslash."""
    return _ESCAPED_DOLLAR.sub("$", latex)


_ESCAPED_DOLLAR = re.compile(r"(?<!\\)\\\$")


_WITHOUT_MARKUP = re.compile(
    r"(?P<protected>\{)?"
    r"(?P<text>(?:[^\W_]|[.:/()]|(?<=\w)-(?=\w)|(?<=[\w.:)]) (?=[\w(])|, (?=\w))*)"
    r"(?(protected)\})"
)
"""Text in which LaTeX has nothing to read but its braces; its reader takes long for each letter."""
