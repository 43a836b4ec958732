"""What is wrong with the sources of a book, told by their text: nothing of the book is run."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import NamedTuple

from iomdocs.data.subject import describe
from iomdocs.diagnostics import Diagnostic, in_settings
from iomdocs.facts import registry, settings
from iomdocs.facts.reading import Reader
from iomdocs.facts.settings import Settings
from iomdocs.languages import locale_of
from iomdocs.lint import engine, lookups, references

_NEEDED = frozenset(
    ("iomdocs_facts", "iomdocs_edition", "iomdocs_as_of", "bibtex_bibfiles", "language")
)
"""The settings without which no fact can be checked."""


class Checked(NamedTuple):
    """What was found, and how many topics, facts and sources were looked at."""

    diagnostics: Sequence[Diagnostic]
    counts: Mapping[str, int]


def check(source: Path, out: Path, as_of: date | None = None) -> Checked:
    """What is wrong with settings, files and facts, and with the facts that pages name.

    What depends on a setting that only a run of ``conf.py`` could tell is left out.

    :param out: the folder of finished files, which is left out where it lies below ``source``.
    :param as_of: the day of the facts, in the place of the edition.
    """
    conf, problems, computed = settings.examine(source / "conf.py")
    found = [*engine.check([source], out.resolve()), *problems]
    pages = references.pages(source, conf.excluded)
    facts, sources = 0, 0
    if conf.facts and not problems and not computed.keys() & _NEEDED:
        known = registry.load(conf.facts, source, conf.bibliographies)
        reader = Reader(known, conf.edition, locale_of(conf.language), as_of or conf.as_of)
        found += [*known.problems, *_of_subject(conf, reader)]
        found += lookups.problems(() if "exclude_patterns" in computed else pages, reader)
        facts, sources = len(known), len(known.sources)
    counts = {"topics": len(pages), "facts": facts, "sources": sources}
    return Checked(sorted(set(_without_consequences(found))), counts)


def _of_subject(conf: Settings, reader: Reader) -> list[Diagnostic]:
    _, wrong = describe(conf.subject, reader)
    return [in_settings(conf.conf, words, p.message, p.hint) for words, p in wrong]


def _without_consequences(found: Sequence[Diagnostic]) -> Sequence[Diagnostic]:
    """The findings but for sources that are missing because a bibliography cannot be read."""
    if any(each.code == "S002" or each.location.path.endswith(".bib") for each in found):
        return [each for each in found if each.code != "F007"]
    return found
