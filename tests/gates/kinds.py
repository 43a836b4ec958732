"""A page of each kind in the handbook."""

KINDS = {
    "index": "the front page",
    "organization/membership": "a topic with a map and a chart",
    "organization/identity": "a topic with a card and claims",
    "reference/members": "a large table",
    "reference/register": "the register",
    "reference/timeline": "a timeline",
    "reference/sources": "a bibliography",
    "reference/glossary": "a glossary",
    "contributing/markup": "every directive, code",
    "search": "the search without an index",
}
"""Pages by their name, with what they are.

Gates that take long look at these in ``make test``, and at all pages in ``make test-long``.
"""
