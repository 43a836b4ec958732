"""How a page silences an editorial warning: in a comment, with a reason."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from iomdocs.diagnostics import CODES
from iomdocs.lint.page import Page
from iomdocs.lint.rule import Finding, rule
from iomdocs.lint.source import Source

_ALLOW = re.compile(
    r"\s*iomdocs:\s*allow\s+(?P<code>[A-Z]\d{3})(?P<page>\s+on this page)?:?"
    r"(?:\s+(?P<reason>\S.*))?"
)
_MEANT = re.compile(r"\s*iomdocs:")
_MARK = "iomdocs:"
"""What every such comment has."""

_HINT = "write '% iomdocs: allow W001 the reason', or '... W001 on this page: the reason'"


@dataclass(frozen=True, slots=True)
class Allowance:
    """A warning that a page silences, from one line to another, with the line that says so."""

    code: str
    first: int
    last: int
    line: int

    def covers(self, code: str, line: int) -> bool:
        """Whether it silences a finding with this code in this line."""
        return code == self.code and self.first <= line <= self.last


def allowances(source: Source) -> Iterator[Allowance]:
    """What a page silences, or a file with records or sources.

    ``% iomdocs: allow W001 the reason`` is for the block that follows in the next line, and
    ``% iomdocs: allow W001 on this page: the reason`` for the page. In records the comment begins
    with ``#``, and is for the record below it.
    """
    for line, text in _comments(source):
        match = _ALLOW.fullmatch(text)
        if match is None or not match["reason"] or not _can_be_silenced(match["code"]):
            continue
        first, last = (1, len(source.lines)) if match["page"] else _block_below(source, line)
        yield Allowance(match["code"], first, last, line)


@rule("W000", "warning")
def silenced_with_a_reason(page: Page) -> Iterator[Finding]:
    """A warning is silenced with a reason, and only where there is one.

    Why: the next person has to know why the warning is wrong here, and a comment that silences
    nothing any more hides the next mistake.
    Bad: ``% iomdocs: allow W001`` above a paragraph.
    Good: ``% iomdocs: allow W001 the founding year of another organization``, directly above the
    paragraph, list or table in which the warning is; ``% iomdocs: allow W001 on this page: a list
    of other organizations`` for a whole page; ``# iomdocs: allow W003 kept for the data`` above a
    record. What ``iomdocs check`` finds unsafe cannot be
    silenced.
    """
    for line, text in _comments(page):
        match = _ALLOW.fullmatch(text)
        if not _MEANT.match(text):
            continue
        if match is None:
            yield Finding(line, 1, "the comment is for this program, but cannot be read", _HINT)
        elif not _can_be_silenced(match["code"]):
            code = match["code"]
            why = "is no warning and cannot be silenced" if code in CODES else "does not exist"
            yield Finding(line, 1, f"{code} {why}", _HINT)
        elif not match["reason"]:
            yield Finding(line, 1, f"{match['code']} is silenced without a reason", _HINT)


def needless(allowance: Allowance) -> Finding:
    """The finding that nothing is silenced by a comment."""
    hint = "delete the comment, or put it directly above the block that has the warning"
    return Finding(allowance.line, 1, f"there is no {allowance.code} to silence here", hint)


def _can_be_silenced(code: str) -> bool:
    return code.startswith("W") and code in CODES and code != "W000"


def _comments(source: Source) -> Iterator[tuple[int, str]]:
    if _MARK not in source.text:  # then the page need not be parsed
        return
    if not isinstance(source, Page):
        for line, text in enumerate(source.lines, 1):
            if text.lstrip().startswith(("#", "%")):
                yield line, text.lstrip(" #%")
        return
    for raw in source.content.raw:
        if raw.kind == "comment":
            yield from enumerate(raw.text.split("\n"), raw.place.line)


def _block_below(source: Source, line: int) -> tuple[int, int]:
    """The first and last line of the largest block that begins below the comment in ``line``."""
    first = line + 1
    sign = "%" if isinstance(source, Page) else ("%", "#")
    while first <= len(source.lines) and source.lines[first - 1].lstrip().startswith(sign):
        first += 1
    if not isinstance(source, Page):
        return first, first
    last = (block.last for block in source.content.blocks if block.first == first)
    return first, max(last, default=first)
