"""A rule about the dash between two numbers."""

from __future__ import annotations

import re
from collections.abc import Iterator

from iomdocs.lint.editorial.prose import finding, prose
from iomdocs.lint.page import Page
from iomdocs.lint.rule import Finding, rule

_YEAR = r"(?:1[0-9]|20)\d\d"
_YEARS = re.compile(rf"(?<![\w./:-])(?P<first>{_YEAR})-(?P<last>{_YEAR}|\d\d)(?![\w/-]|\.\w)")
_PAGES = re.compile(r"(?<!\w)(?P<page>pp?\.|pages?)\s(?P<first>\d+)-(?P<last>\d+)(?![\w/-]|\.\d)")

_EN_DASH = "\u2013"


@rule("W015", "warning")
def ranges_have_a_dash(page: Page) -> Iterator[Finding]:
    """Between the first and the last year or page of a range stands an en dash.

    Why: a hyphen joins the parts of one word; a dash says *to*, and is what readers expect there.
    Where the sentence says *from*, write *to* in place of either. Other numbers with a hyphen are
    not looked at: they can be the result of a game, a day or a telephone number.

    Bad:
        The budget of 1951-1953 is told on pages 12-15 of the report.

    Good:
        The budget of 1951–1953 is told on pages 12–15 of the report.
    """
    for passage in prose(page):
        for match in (*_YEARS.finditer(passage.text), *_PAGES.finditer(passage.text)):
            if match["page"] if "page" in match.groupdict() else _is_range(match):
                first, last = match["first"], match["last"]
                message = f"a hyphen between {first} and {last}"
                dashed = f"{first}{_EN_DASH}{last}"
                span = match.start("first"), match.end("last")
                yield finding(page, passage, span, message, f"write '{dashed}'", dashed)


def _is_range(match: re.Match[str]) -> bool:
    """Whether two numbers are years of a range: 1951-53 is one, 1951-12 a month."""
    first, last = match["first"], match["last"]
    if len(last) == 4:
        return int(first) < int(last)
    return max(int(first[2:]), 12) < int(last)
