"""Commands of LaTeX that a formula may not use: they define, load, write, link or style."""

from __future__ import annotations

import re

from iomdocs.diagnostics import Problem

LONGEST = 4_000
"""The most characters of a formula."""

DEPTH = 30
"""How many braces may stand in each other."""

_REFUSED = frozenset(
    (
        # definitions and what loops with them
        *("def", "edef", "gdef", "xdef", "let", "futurelet", "newcommand", "renewcommand"),
        *("providecommand", "newenvironment", "renewenvironment", "DeclareMathOperator"),
        *("DeclarePairedDelimiter", "DeclareRobustCommand", "NewDocumentCommand"),
        *("csname", "endcsname", "expandafter", "noexpand", "loop", "repeat", "catcode", "char"),
        *("newif", "ifx", "ifnum", "else", "fi", "global", "long", "outer", "aftergroup"),
        # files and programs
        *("input", "include", "includegraphics", "openin", "openout", "read", "write", "write18"),
        *("immediate", "special", "usepackage", "documentclass", "require", "verbatiminput"),
        *("lstinputlisting", "InputIfFileExists", "IfFileExists", "directlua", "ShellEscape"),
        # links, and what MathJax hands on to the page
        *("href", "url", "hyperref", "class", "cssId", "style", "data", "html", "htmlClass"),
        *("htmlId", "htmlStyle", "htmlData", "bbox", "mmlToken", "toggle", "texttip", "tooltip"),
        *("unicode", "enclose", "mathtip", "Toggle", "texttip", "vphantom@"),
    )
)
_MEASURE = re.compile(
    r"\d{3,}(?:\.\d*)?\s*(?:em|ex|pt|cm|mm|in|mu|pc|px|bp|sp|dd|cc|\\)|\*\s*\{\s*\d{2,}"
)
_COMMAND = re.compile(r"\\([a-zA-Z@]+)")


def problem(text: str) -> Problem | None:
    """What is wrong with a formula in LaTeX."""
    if len(text) > LONGEST:
        message = f"the formula has more than {LONGEST:,} characters"
        return Problem("X016", message, "make several formulas of it")
    for match in _COMMAND.finditer(text):
        if match[1] in _REFUSED or "@" in match[1]:
            message = f"a formula may not use the command '\\{match[1]}'"
            return Problem("X016", message, "write the formula out")
    if _MEASURE.search(text):
        message = "a formula may not have a measure of a hundred or more"
        return Problem("X016", message, "write a smaller one")
    if "^^" in text or "\\begin{document}" in text or "\\begin{filecontents" in text:
        return Problem("X016", "a formula may not hold what is no formula", "write it out")
    depth = most = 0
    for character in text:
        depth += (character == "{") - (character == "}")
        most = max(most, depth)
    if most > DEPTH:
        return Problem("X016", f"more than {DEPTH} braces of the formula stand in each other", "")
    return None
