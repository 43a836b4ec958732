"""Bibliographies: entries with plain fields, and nothing that BibTeX or LaTeX would run."""

from __future__ import annotations

import re
from collections.abc import Iterator

from iomdocs.diagnostics import Problem
from iomdocs.safety.addresses import address_problem

ENTRIES = 20_000
"""The most entries of a file."""

DEPTH = 20
"""How many braces may stand in each other."""

FIELD = 5_000
"""The most characters of a field."""

_COMMAND = re.compile(r"@\s*(string|preamble|comment|include)\s*[{(]", re.IGNORECASE)
_LATEX = re.compile(r"\\([a-zA-Z]+)")
_ACCENTS = frozenset(
    (
        *("c", "k", "v", "u", "H", "r", "d", "b", "t", "i", "j", "l", "L", "o", "O", "ss", "ae"),
        *("AE", "oe", "OE", "aa", "AA", "emph", "textit", "textbf", "textsc", "textsuperscript"),
        *("textendash", "textemdash", "textquoteright", "textquoteleft", "ldots", "dots", "S"),
        *("P", "copyright", "pounds", "slash", "DH", "dh", "TH", "th", "DJ", "dj", "NG", "ng"),
    )
)
"""The commands of LaTeX that stand for letters and signs, or set words in another type."""

_ODD = re.compile(r"""(?<!\\)(?:\\\\)*\\(?![a-zA-Z\\"'`^~=.&%$#_{}, /*-])""")
"""A backslash before something that is neither a command nor a sign or accent of LaTeX."""

_LAST = re.compile(r'\\"\s*[,}]?\s*$')
"""A backslash at the end of a text in quotation marks, which it does not lengthen."""

_FIELD = re.compile(r"^\s*([A-Za-z_-]+)\s*=\s*(.*)$")
_ADDRESS = re.compile(r"[a-zA-Z][a-zA-Z0-9+.-]*:(?://)?\S+")


def problems(text: str) -> Iterator[tuple[int, Problem]]:
    """What is wrong with a bibliography, with the number of the line."""
    for match in _COMMAND.finditer(text):
        message = f"a bibliography may not use '@{match[1]}'"
        line = text.count("\n", 0, match.start()) + 1
        yield line, Problem("X015", message, "write the words into each entry")
    if text.count("@") > ENTRIES:
        yield 0, Problem("X012", f"the bibliography has more than {ENTRIES:,} entries", "")
        return
    depth = 0
    for number, line_text in enumerate(text.split("\n"), 1):
        depth, deepest = _depths(line_text, depth)
        if deepest > DEPTH:
            message = f"more than {DEPTH} braces stand in each other"
            yield number, Problem("X012", message, "close each brace")
            return
        yield from ((number, problem) for problem in _line_problems(line_text))


def _depths(line: str, depth: int) -> tuple[int, int]:
    """How many braces are open after the line, and at most in it."""
    deepest = depth
    for character in line if "{" in line or "}" in line else "":
        depth = max(0, depth + (character == "{") - (character == "}"))
        deepest = max(deepest, depth)
    return depth, deepest


def _line_problems(line: str) -> Iterator[Problem]:
    if len(line) > FIELD:
        yield Problem("X012", f"the line has more than {FIELD:,} characters", "")
        return
    if re.search(r"[}\"\w]\s*#\s*[{\"\w]", line) and "=" in line and "url" not in line.lower():
        yield Problem("X015", "a field may not be put together with '#'", "write the words out")
    for match in _LATEX.finditer(line):
        if match[1] not in _ACCENTS:
            message = f"a bibliography may not use the command '\\{match[1]}'"
            yield Problem("X015", message, "write the letter itself; the file is UTF-8")
            return
    if _ODD.search(line) or _LAST.search(line):
        yield Problem("X015", "a backslash of the bibliography belongs to nothing", "take it out")
        return
    field = _FIELD.match(line)
    if field is None:
        return
    name, value = field[1].lower(), field[2].strip().rstrip(",").strip('{}"')
    if name in {"crossref", "xdata", "file", "verba"}:
        yield Problem("X015", f"a source may not use the field '{name}'", "leave it out")
    elif name in {"url", "eprint", "doi", "howpublished"} or _ADDRESS.match(value):
        is_address = name == "url" or _ADDRESS.match(value)
        if is_address and (problem := address_problem(value, own=False)):
            yield problem
