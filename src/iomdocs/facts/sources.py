"""The bibliography as the facts need it: which keys exist, and what each source is."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

import pybtex.errors
from pybtex.database import Entry, parse_file
from pybtex.exceptions import PybtexError
from pybtex.richtext import Text

from iomdocs.diagnostics import Diagnostic, Location, not_utf8


@dataclass(frozen=True, slots=True)
class Source:
    """A source by its key in the ``.bib`` file; empty text where the entry has no such field."""

    key: str
    title: str
    author: str
    year: str
    url: str


def read(paths: Iterable[Path]) -> tuple[Mapping[str, Source], list[Diagnostic]]:
    """All sources of the ``.bib`` files by key, and what could not be read."""
    sources: dict[str, Source] = {}
    problems: list[Diagnostic] = []
    for path in paths:
        try:
            with pybtex.errors.capture() as mistakes:
                database = parse_file(str(path), "bibtex")
        except (PybtexError, OSError) as error:
            problems.append(_problem(path, error))
            continue
        except UnicodeDecodeError as error:
            problems.append(not_utf8(path, error))
            continue
        problems += [_problem(path, mistake) for mistake in mistakes]
        sources |= {key: _source(key, entry) for key, entry in database.entries.items()}
    return sources, problems


def _problem(path: Path, error: Exception) -> Diagnostic:
    line = getattr(error, "lineno", None) or 0
    message = str(error).splitlines()[0]
    hint = "each entry is @online{key, field = {text}, ...} with a key of its own"
    return Diagnostic(Location(str(path), int(line)), "S002", message, hint)


def _source(key: str, entry: Entry) -> Source:
    authors = "; ".join(str(person) for person in entry.persons.get("author", ()))
    fields = {name: _plain(entry.fields.get(name, "")) for name in ("title", "year", "url")}
    return Source(key=key, author=_plain(authors), **fields)


def _plain(markup: str) -> str:
    return str(Text.from_latex(markup)) if markup else ""
