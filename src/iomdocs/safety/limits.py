"""How large, long and deep things may be, so that no page keeps a computer busy."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from iomdocs.diagnostics import Problem

BYTES: Mapping[str, int] = {
    ".md": 100_000,
    ".bib": 3_000_000,
    ".csv": 3_000_000,
    ".py": 1_000_000,
    ".svg": 2_000_000,
}
"""The most bytes of a file with this ending."""

BYTES_OF_OTHERS = 10_000_000
"""The most bytes of any other file."""

LINES = 5_000
"""The most lines of a page."""

LINE = 5_000
"""The most characters of a line."""

PARAGRAPH = 50_000
"""The most characters of lines that are not parted by a blank one."""

DEPTH = 12
"""How many quotations, lists and directives may stand in each other."""

ROWS, CELLS = 1_000, 10_000
"""The most rows and cells of a table on a page."""

INCLUSIONS = 10
"""How many inclusions a page may have."""

GENERATED: Mapping[str, int] = {
    **dict.fromkeys(("bibliography", "footbibliography"), 10),
    **dict.fromkeys(("fact:map", "fact:register", "literalinclude", "toctree"), 30),
    **dict.fromkeys(("fact:card", "fact:chart", "fact:claims", "fact:table", "fact:timeline"), 100),
}
"""How often a page may have a directive that makes much of a short line."""

LINKS = 3_000
"""The most links of a page: each is looked up several times in each format."""

LABELS = 500
"""The most labels of a page, lines such as ``(name)=``."""

TERMS = 500
"""The most terms of a glossary."""

BRACKETS = 30
"""How many brackets may be open at once in a paragraph."""

RUN = 400
"""How often a sign of markup may stand in a row, but for lines of one sign alone."""

_LEAD = re.compile(r"(?:[ \t]*(?:>|[-+*](?=[ \t])|\d{1,9}[.)](?=[ \t])))+")
_MARKER = re.compile(r">|[-+*](?=[ \t])|\d{1,9}[.)](?=[ \t])")
_RUN = re.compile(r"([\[\]()*_~!<>{}&\\`$|#^:])\1{" + str(RUN) + ",}")
_INDENT = 4 * DEPTH + 40


def terms_problem(lines: Sequence[str]) -> Problem | None:
    """What is wrong with the number of terms of a glossary; their lines stand at the margin."""
    terms = sum(line[:1] not in {"", " ", "\t", ":"} for line in lines)
    if terms <= TERMS:
        return None
    return Problem("X018", f"the glossary has more than {TERMS} terms", "make several of it")


def too_deep() -> Problem:
    """The problem that directives stand in each other too often."""
    message = f"more than {DEPTH} directives stand in each other"
    return Problem("X018", message, "nest less deeply")


def too_many_inclusions() -> Problem:
    """The problem that a page includes too many others, or one that includes others."""
    message = f"a page may include {INCLUSIONS} others, and these none"
    return Problem("X018", message, "write a link, or put the text here")


def too_many_links() -> Problem:
    """The problem that a page has more than ``LINKS`` links."""
    message = f"the page has more than {LINKS:,} links"
    return Problem("X018", message, "make several pages of it")


def too_often(name: str) -> Problem:
    """The problem that a page has a directive more often than ``GENERATED`` says."""
    message = f"a page may have '{name}' {GENERATED[name]} times"
    return Problem("X018", message, "make several pages of it")


def size_problem(suffix: str, size: int) -> Problem | None:
    """What is wrong with the number of bytes of a file."""
    most = BYTES.get(suffix, BYTES_OF_OTHERS)
    if size <= most:
        return None
    message = f"the file has {size:,} bytes; the limit is {most:,}"
    return Problem("X012", message, "make several files of it")


def text_problems(lines: Sequence[str]) -> Iterator[tuple[int, Problem]]:
    """What is too long or too deep in a page, with the number of its line from 1."""
    if len(lines) > LINES:
        message = f"the page has {len(lines):,} lines; the limit is {LINES:,}"
        yield LINES + 1, Problem("X012", message, "make several pages of it")
    labels = [number for number, line in enumerate(lines, 1) if line.rstrip().endswith(")=")]
    if len(labels) > LABELS:
        message = f"the page has more than {LABELS} labels"
        yield labels[LABELS], Problem("X012", message, "make several pages of it")
    paragraph = 0
    for number, line in enumerate(lines[:LINES], 1):
        paragraph = paragraph + len(line) if line.strip(" \t>") else 0
        problem = _line_problem(line)
        if problem:
            yield number, problem
        elif paragraph > PARAGRAPH:
            paragraph = 0
            message = f"the paragraph has more than {PARAGRAPH:,} characters"
            yield number, Problem("X012", message, "make several paragraphs of it")


def _line_problem(line: str) -> Problem | None:
    if len(line) > LINE:
        message = f"the line has {len(line):,} characters; the limit is {LINE:,}"
        return Problem("X012", message, "end the line earlier; a paragraph can have many lines")
    lead = _LEAD.match(line)
    depth = len(_MARKER.findall(lead[0])) if lead else 0
    if depth > DEPTH or len(line) - len(line.lstrip()) > _INDENT:
        message = f"more than {DEPTH} lists and quotations stand in each other"
        return Problem("X012", message, "nest less deeply")
    if _RUN.search(line) and line.strip(line.strip()[:1] + " \t"):
        return Problem("X012", f"the same sign stands more than {RUN} times in a row", "")
    if _open_brackets(line) > BRACKETS:
        message = f"more than {BRACKETS} brackets are open at once"
        return Problem("X012", message, "close brackets, or write \\[ for one that is text")
    return None


def _open_brackets(line: str) -> int:
    if line.count("[") + line.count("{") + line.count("(") <= BRACKETS:
        return 0
    most = count = 0
    for character in line:
        count += character in "[{("
        count -= character in "]})" and count > 0
        most = max(most, count)
    return most
