"""The problems that are found in markup and in raw HTML alike, in the same words."""

from __future__ import annotations

from iomdocs.diagnostics import Problem

TABLE_WITHOUT_HEADER = Problem(
    "A004",
    "the table has no header",
    "say in a first row what stands in each column, with :header-rows: 1 or | name | name |",
)
LINK_WITHOUT_WORDS = Problem(
    "A006",
    "the link has no words",
    "write between the brackets what the link leads to, [words](address)",
)
PICTURE_WITHOUT_WORDS = (
    "say in a few words what it shows, with :alt: or ![words](file); "
    "if it only decorates, use the directive image with an empty :alt:"
)
