"""What Sphinx complains of, as diagnostics with our codes, lines and hints."""

from __future__ import annotations

import io
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from iomdocs.diagnostics import CODES, Diagnostic, Location, line_of, nearest, without_title

_RECORD = re.compile(
    r"(?:(?P<place>\S.*?)(?::(?P<line>\d+))?(?::<[^>]*>)?: )?(?P<level>WARNING|ERROR|CRITICAL): "
    r"(?P<message>.*?)(?: \[(?P<kind>[\w.-]+)\])?\n?",
    re.DOTALL,
)
_COLOUR = re.compile(r"\x1b\[[0-9;]*m")
_QUOTED = re.compile(r"[\"'“`]([^\"'”`]+)[\"'”`]")


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The words that a page could have meant: for the hint after a wrong one."""

    roles: Iterable[str] = ()
    directives: Iterable[str] = ()
    sources: Iterable[str] = ()
    pages: Iterable[str] = ()


class Complaints(io.StringIO):
    """A stream for Sphinx's warnings. Each call of ``write`` is one record of its log."""

    def __init__(self, source: Path) -> None:
        super().__init__()
        self.conf = str(source / "conf.py")
        self.records: list[str] = []

    def write(self, text: str) -> int:
        """Keep one record."""
        if text.strip():
            self.records.append(_COLOUR.sub("", text))
        return len(text)

    def diagnostics(self, words: Vocabulary) -> list[Diagnostic]:
        """The records as diagnostics, each once, in order of file and line."""
        return sorted({_diagnostic(record, self.conf, words) for record in self.records})


@dataclass(frozen=True, slots=True)
class _Kind:
    """How a kind of Sphinx's messages is told to somebody who does not know Sphinx.

    ``message`` has the word that the message is about in the place of ``{}``; empty keeps
    Sphinx's own. ``words`` are what could have been meant, ``hint`` what to do if none is near,
    and ``needle`` finds the line.
    """

    code: str
    message: str
    hint: str
    words: str = ""
    needle: str = "{}"
    position: int = -1
    """Which of the quoted words of Sphinx's message it is about."""


_SOURCE_NOT_LISTED = _Kind(
    "S001",
    "no page has a list of sources in which '{}' stands",
    "add a line :::{bibliography} and a line ::: to a page, or cite in a note with {footcite}",
)
"""A source that the bibliography has, in a book without a list to which its citation could lead."""

_KINDS: Mapping[str, _Kind] = {
    "bibtex.key_not_found": _Kind(
        "S001",
        "there is no source '{}' in the bibliography",
        "add the source to the .bib file first, or correct the key",
        "sources",
    ),
    "myst.directive_unknown": _Kind(
        "M002",
        "there is no directive '{}'",
        "see the page on markup for the directives there are",
        "directives",
        "{{{}}}",
    ),
    "myst.role_unknown": _Kind(
        "M001",
        "there is no role '{}'",
        "see the page on markup for the roles there are",
        "roles",
        "{{{}}}",
    ),
    "myst.directive_option": _Kind(
        "M003", "", "see the page on markup for the options", "", ":{}:", position=1
    ),
    "myst.directive_parse": _Kind("M004", "", "see the page on markup for how it is written", ""),
    "myst.xref_missing": _Kind(
        "L001", "the link '{}' leads nowhere", "link to a file or heading that exists", "pages"
    ),
    "image.not_readable": _Kind(
        "L003", "", "put the picture into the folder of the page and check its name"
    ),
    "myst.header": _Kind("M005", "", "use ## below #, ### below ##, and so on"),
    "download.not_readable": _Kind("L001", "", "add the file, or correct its name"),
    "myst.iref_missing": _Kind("L001", "", "name a book in intersphinx_mapping and a place in it"),
    "ref.any": _Kind("L001", "", "name a page, label or term that exists"),
    "ref.eq": _Kind("L001", "", "name a formula that has this label"),
    "ref.doc": _Kind("L001", "", "link to a page that exists"),
    "ref.footnote": _Kind("L001", "", "write the note, or take its mark out of the text"),
    "ref.numref": _Kind("L001", "", "name a figure or table that exists and has a caption"),
    "ref.ref": _Kind("L001", "", "name a label that exists"),
    "ref.term": _Kind("L001", "", "name a term that the glossary has"),
    "toc.not_included": _Kind(
        "L002", "no table of contents names this page", "add it to the toctree of index.md"
    ),
    "toc.not_readable": _Kind(
        "L001",
        "the contents name the page '{}', which does not exist",
        "take it out of the toctree or add the page",
        "pages",
    ),
}


def _diagnostic(record: str, conf: str, words: Vocabulary) -> Diagnostic:
    match = _RECORD.fullmatch(record)
    if not match:
        return Diagnostic(Location(conf), "B001", record.strip())
    message, _, hint = match["message"].partition("\nhint: ")
    message = " ".join(message.split()).replace(f"{Path(conf).parent.resolve()}/", "")
    place, line = (match["place"] or conf).rstrip(":"), int(match["line"] or 0)
    owner, _, code = (match["kind"] or "").partition(".")
    if owner == "iomdocs" and code in CODES:
        return Diagnostic(Location(place, line), code, message, hint)
    if match["kind"] == "toc.no_title" and (page := _page_of(message, Path(conf).parent)):
        return without_title(str(page))
    kind = _KINDS.get(match["kind"] or "")
    if kind is None:
        return Diagnostic(Location(place, line), "B001", message)
    quoted = _QUOTED.findall(message)
    (word,) = quoted[kind.position :][:1] or [""]
    if kind.code == "S001" and word in words.sources:
        kind = _SOURCE_NOT_LISTED
    if line and word:
        line = line_of(place, line, kind.needle.format(word))
    if kind.message and (word or "{}" not in kind.message):
        message = kind.message.format(word)
    known = getattr(words, kind.words) if kind.words else ()
    hint = nearest(word.removesuffix(".md"), known, kind.hint)
    return Diagnostic(Location(place, line), kind.code, message, hint)


def _page_of(message: str, source: Path) -> Path | None:
    """The file of the page that a message names in quotation marks."""
    for name in _QUOTED.findall(message)[:1]:
        found = sorted(source.resolve().joinpath(name).parent.glob(f"{Path(name).name}.*"))
        return next((path for path in found if path.suffix in {".md", ".rst"}), None)
    return None
