"""What is wrong, where, and what to do about it: one line and a hint for each finding."""

from __future__ import annotations

import difflib
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Literal
from unicodedata import category

CODES = {
    "A001": "a page without a title",
    "A002": "a heading of raw HTML that skips a level",
    "A003": "a picture without words for readers who do not see it",
    "A004": "a table without a header",
    "A005": "a picture that is too large",
    "A006": "a link without words",
    "B001": "another message of Sphinx",
    "B002": "the settings in conf.py cannot be used",
    "B003": "the build failed",
    "B004": "a revision that cannot be read",
    "B005": "a block of a page that the program cannot make",
    "B006": "two builds of one book at once",
    "B007": "a folder that cannot be written",
    "B008": "sources that change during the build",
    "C001": "a chart of what is no number",
    "C002": "a map of rows without countries",
    "C003": "a country that the map does not have",
    "C004": "options of a chart that do not fit together",
    "E001": "HTML that the ePub cannot hold",
    "E002": "a file that the ePub needs is missing",
    "F001": "unknown fact",
    "F002": "fact without source",
    "F003": "two facts with one id",
    "F004": "dates out of order",
    "F005": "a record module holds something else than records",
    "F006": "a record with a wrong value",
    "F007": "a record names a source that is not in the bibliography",
    "F008": "a table file with a wrong row",
    "F009": "a fact, row or cell that is named wrongly",
    "F010": "a fact that is not known on that day",
    "F011": "a table, timeline or card that cannot be shown",
    "F012": "a pin that is not a date",
    "F013": "a column that the table does not have",
    "F014": "nothing is left to show",
    "F015": "a derived figure that does not follow",
    "F016": "terms that overlap",
    "F017": "no claims that differ",
    "H001": "a formula cannot be set",
    "L001": "a link leads nowhere",
    "L002": "a page outside the contents",
    "L003": "a picture that cannot be found",
    "L004": "a redirect leads nowhere",
    "L005": "two pages with one address",
    "M001": "unknown role",
    "M002": "unknown directive",
    "M003": "unknown option",
    "M004": "a directive that cannot be read",
    "M005": "a heading that skips a level",
    "P001": "the PDF writer does not know a kind of content",
    "P002": "the PDF could not be made",
    "P003": "a picture has no description",
    "P004": "a table is too wide for the page",
    "S001": "unknown source",
    "S002": "a bibliography that cannot be read",
    "S003": "notes without a place on the page",
    "T001": "a file that is not UTF-8 text",
    "V001": "a fact that a finished format lacks",
    "V002": "a fact that finished formats print differently",
    "V003": "facts in another order in a finished format",
    "V004": "a fact that only one finished format has",
    "V005": "words that finished formats do not share",
    "V006": "a finished file that cannot be read",
    "V007": "a printed fact that is not what is recorded",
    "V008": "finished files of different builds",
    "V009": "a topic that only some finished formats have",
    "W000": "a warning silenced without need or reason",
    "W001": "a known fact written by hand",
    "W002": "a fact with a wrong date beside it",
    "W003": "a fact that no page shows",
    "W004": "a source that nothing uses",
    "W005": "a fact that is due to be looked at again",
    "W006": "an abbreviation that the page does not spell out",
    "W007": "a heading that skips a level in the source",
    "W008": "a picture without words in the source",
    "W009": "a table without a header in the source",
    "W010": "a link whose words do not say where it leads",
    "W011": "a term that is not spelled as in the glossary",
    "W012": "a word that stands twice",
    "W013": "a space too many",
    "W014": "quotation marks of two kinds",
    "W015": "a hyphen between two years or pages",
    "W016": "three dots in the place of an ellipsis",
    "X001": "front matter that a page may not set",
    "X002": "a directive that a page may not use",
    "X003": "a role that a page may not use",
    "X004": "an option that a page may not use",
    "X005": "a path that leads out of the book",
    "X006": "an address that a page may not lead to",
    "X007": "a picture that is not in the book",
    "X008": "raw HTML",
    "X009": "a substitution, which runs code",
    "X010": "a picture in SVG that is more than a drawing",
    "X011": "a character that cannot be seen",
    "X012": "a file that is too large, or text that is too long or nested too deeply",
    "X013": "a link of the file system, or no file at all",
    "X014": "a page in another language than Markdown",
    "X015": "a bibliography with macros or commands",
    "X016": "a formula with commands that do more than show",
    "X017": "a file that can run programs, or is not what its name says",
    "X018": "a table or listing that is too large, or directives nested too deeply",
    "X019": "a record module that imports something else than records",
    "X020": "a text that a spreadsheet runs",
}
"""Every code with its title. A code is stable and never used again for something else."""

Severity = Literal["error", "warning", "notice"]
"""Whether a finding stops a build; a warning does where a book asks for it, a notice never."""


@dataclass(frozen=True, slots=True, order=True)
class Location:
    """A place in a file; line and column count from 1 and are 0 where they are not known."""

    path: str
    line: int = 0
    column: int = 0

    def __str__(self) -> str:
        parts = [shown_path(self.path), *(str(n) for n in (self.line, self.column) if n)]
        return ":".join(parts)


@dataclass(frozen=True, slots=True, order=True)
class Diagnostic:
    """One finding; ``str()`` gives ``file:line:col: CODE message``, then a line with the hint."""

    location: Location
    code: str
    message: str
    hint: str = ""
    severity: Severity = "error"

    def __str__(self) -> str:
        hint = f"\n    hint: {on_one_line(self.hint)}" if self.hint else ""
        return f"{on_one_line(f'{self.location}: {self.code} {self.message}')}{hint}"


class Problem(Exception):
    """A finding whose place the caller knows: code, message and hint."""

    def __init__(self, code: str, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.code = code
        self.message = message
        self.hint = hint

    @classmethod
    def reported(cls) -> Problem:
        """A problem that follows from one that is reported already: not told again."""
        return cls("", "")

    def at(self, location: Location) -> Diagnostic:
        """The finding with its place."""
        return Diagnostic(location, self.code, self.message, self.hint)


def in_settings(conf: Path, words: str, message: str, hint: str) -> Diagnostic:
    """The finding B002 in the line of ``conf.py`` that holds ``words``; in none without words."""
    line = line_of(str(conf), 1, words) if words else 0
    return Diagnostic(Location(str(conf), line), "B002", message, hint)


def not_utf8(path: Path, error: UnicodeDecodeError) -> Diagnostic:
    """The finding that a file is not UTF-8 text, in the line of the first wrong byte."""
    line = error.object.count(b"\n", 0, error.start) + 1
    message = f"the byte {error.object[error.start]:#04x} is not UTF-8 text"
    hint = "save the file as UTF-8; the web editor of the repository always does"
    return Diagnostic(Location(str(path), line), "T001", message, hint)


def without_title(path: str) -> Diagnostic:
    """The finding that a page has no title; found while reading, or by what should name it."""
    hint = "begin the page with its title, in Markdown a line '# Title'"
    return Diagnostic(Location(path, 1), "A001", "the page has no title", hint)


def on_one_line(text: str) -> str:
    """The text as a terminal may get it: a page cannot begin lines of its own or steer anything."""
    if text.isprintable():
        return text
    return "".join(_escaped(c) if category(c) in _UNSEEN else c for c in text)


_UNSEEN = ("Cc", "Cf", "Cs", "Zl", "Zp")
"""Characters that no terminal shows: controls, marks of direction, ends of lines."""


def _escaped(character: str) -> str:
    return character.encode("unicode_escape").decode("ascii")


def shown_path(path: str) -> str:
    """The path as a person would type it, relative to the current folder if it is below it."""
    try:
        return str(full_path(Path(path)).relative_to(Path.cwd()))
    except ValueError:
        return path


def full_path(path: Path) -> Path:
    """The path from the root on; a link of the file system stays what it is."""
    return path.parent.resolve() / path.name


def line_of(path: str, start: int, needle: str) -> int:
    """The first line from ``start`` on that holds ``needle``, or ``start`` itself.

    Markdown parsers know where a paragraph begins; a person looks for the line of the word.
    """
    try:
        lines = Path(path).read_text("utf-8", errors="replace").split("\n")
    except OSError:
        return start
    for number, line in enumerate(lines[max(start - 1, 0) :], start=max(start, 1)):
        if needle in line:
            return number
    return start


def nearest(word: str, words: Iterable[str], instead: str = "") -> str:
    """A hint with up to three of ``words`` that look like ``word``, or ``instead`` without any."""
    found = difflib.get_close_matches(word, sorted(words), n=3, cutoff=0.55)
    return f"did you mean {' or '.join(found)}?" if found else instead
