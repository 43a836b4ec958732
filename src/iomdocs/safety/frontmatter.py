"""What may stand in the front matter of a page."""

from __future__ import annotations

from collections.abc import Iterator

from iomdocs.diagnostics import Problem, nearest
from iomdocs.safety import characters
from iomdocs.safety.entries import FrontMatter, front_matter

KEYS = frozenset(
    ("title", "description", "author", "date", "orphan", "nosearch", "no-search", "tocdepth")
)
"""The keys that a page may use: nothing that says how it is parsed or what is run."""

LONGEST = 1_000
"""The most characters of a value."""


def in_page(text: str) -> list[tuple[int, Problem]]:
    """What is wrong with the front matter of a page, with the line.

    MyST and its parser do not agree where it ends, so it is read in each way.
    """
    lines = text.removeprefix("\ufeff").split("\n")
    if not lines[0].startswith("---"):
        return []
    ends = [n for n, line in enumerate(lines[1:], 1) if line.startswith(("---", "..."))]
    dashes = [n for n in ends if lines[n].startswith("---")]
    found: dict[int, Problem] = {}
    for end in {ends[0] if ends else len(lines), dashes[0] if dashes else len(lines)}:
        for line, problem in _problems(front_matter("\n".join(lines[1:end]), 2)):
            found.setdefault(line, problem)
    return sorted(found.items(), key=lambda item: item[0])


def _problems(found: FrontMatter) -> Iterator[tuple[int, Problem]]:
    if found.problem:
        line, message = found.problem
        yield (
            line,
            Problem("X001", f"the front matter cannot be read: {message}", "write key: value"),
        )
    for line, _ in found.special[:1]:
        message = "the front matter has an anchor, an alias or a tag of YAML"
        yield line, Problem("X001", message, "write key: value")
    for entry in found.entries:
        key = entry.keys[0]
        if len(entry.keys) > 1:
            continue
        if key not in KEYS:
            hint = nearest(key, KEYS, f"a page may use {', '.join(sorted(KEYS))}")
            message = f"a page may not set '{key[:60]}' in its front matter"
            yield entry.line, Problem("X001", message, hint)
        elif entry.value is None or len(entry.value) > LONGEST:
            message = f"the value of '{key}' is not one short text"
            yield entry.line, Problem("X001", message, "write key: value")
        elif hidden := characters.problem(entry.value):
            yield entry.line, Problem("X001", hidden.message, hidden.hint)
