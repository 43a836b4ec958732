"""Listings of code: no longer than a reader can use, in languages whose colours are made quickly.

Some of the many lexers of Pygments take time that grows with the square of a text, or faster.
"""

from __future__ import annotations

import re

from iomdocs.diagnostics import Problem, nearest

LONGEST = 20_000
"""The most characters of a listing."""

LANGUAGES = frozenset(
    (
        *(
            "",
            "none",
            "text",
            "default",
            "python",
            "python3",
            "py",
            "pycon",
            "console",
            "bash",
            "sh",
        ),
        *("shell", "powershell", "batch", "json", "yaml", "toml", "ini", "csv", "xml", "html"),
        *("css", "javascript", "js", "typescript", "ts", "sql", "diff", "make", "makefile"),
        *("markdown", "md", "myst", "tex", "latex", "bibtex", "typst", "c", "cpp"),
        *("go", "rust", "r", "ruby", "php", "jinja", "django", "docker", "dockerfile", "http"),
    )
)
"""The languages that a listing may name.

Java and reStructuredText are not among them: their lexers take minutes for a few kilobytes of words
that are no code.
"""


def problem(language: str, text: str) -> Problem | None:
    """What is wrong with a listing."""
    name = re.split(r"[\s,{:]", language.strip().lower(), maxsplit=1)[0]
    if name not in LANGUAGES:
        hint = nearest(name, LANGUAGES - {""}, "leave the language out")
        return Problem("X004", f"a listing may not name the language '{name[:40]}'", hint)
    if len(text) <= LONGEST:
        return None
    message = f"the listing has more than {LONGEST:,} characters"
    return Problem("X018", message, "show the part that matters")
