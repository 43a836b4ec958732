"""What pages look up among the facts, found in their sources and looked up as a build does."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping

from iomdocs.diagnostics import Diagnostic, Location, Problem
from iomdocs.facts.reading import NotYetKnown, Reader
from iomdocs.lint import references
from iomdocs.lint.source import Source


def problems(pages: Iterable[Source], reader: Reader) -> list[Diagnostic]:
    """What is wrong with the facts that pages name in roles, directives and their lines.

    Options of directives are left out, as only a directive knows whether they name facts. So is a
    file that is not UTF-8 text.
    """
    return sorted({problem for page in pages for problem in _of_page(page, reader)})


def _of_page(page: Source, reader: Reader) -> Iterator[Diagnostic]:
    try:
        for file, mention in references.mentions(page):
            look_up = _LOOK_UP.get(mention.by)
            for written in filter(None, mention.words if look_up else ()):
                if problem := _problem(look_up, reader, written):
                    yield problem.at(Location(str(file), mention.line))
    except UnicodeDecodeError:
        return


LookUp = Callable[[Reader, str], object]


def _problem(look_up: LookUp | None, reader: Reader, written: str) -> Problem | None:
    """What is wrong, if it is a mistake and is not told elsewhere."""
    try:
        if look_up:
            look_up(reader, written)
    except NotYetKnown:
        return None
    except Problem as problem:
        return problem if problem.code else None
    return None


def _value(reader: Reader, written: str) -> object:
    return reader.read(written)


def _about(reader: Reader, written: str) -> object:
    """Something about a fact, which a table has, too."""
    return reader.read(written, tables=True)


def _table(reader: Reader, written: str) -> object:
    return reader.table(written)


def _claims(reader: Reader, written: str) -> object:
    """Claims that do not differ at any time; an option says if only those of one time count."""
    return reader.claims(written, every=True)


def _fact(reader: Reader, written: str) -> object:
    return reader.facts.find(written)


_LOOK_UP: Mapping[str, LookUp] = {
    **dict.fromkeys(("fact", "fact:value", "fact:words", "fact:year"), _value),
    **dict.fromkeys(("fact:asof", "fact:label", "fact:source"), _about),
    **dict.fromkeys(("fact:card in a line", "fact:figures in a line"), _value),
    **dict.fromkeys(("fact:table", "fact:timeline", "fact:map"), _table),
    "fact:chart": _fact,
    "fact:claims": _claims,
    "fact:quote": _value,
}
"""How a role or directive looks up what it names."""
