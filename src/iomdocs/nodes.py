"""All custom nodes of the handbook, each docstring its contract.

Nodes carry finished text: no writer works out a value, a date or a name again.
"""

from __future__ import annotations

from docutils import nodes


class fact_value(nodes.Inline, nodes.TextElement):
    """A fact as it stands on the page; the text inside is what the reader sees.

    Attributes:
        fact: the id, ``membership.states`` or, for a table cell, ``governance.heads[pope].start``.
        kind: type of the value, lower-case: ``number``, ``money``, ``share``, ``day``,
            ``period``, ``person``, ``place``, ``items`` or ``text``.
        machine: the value for programs: a decimal number, an ISO 8601 date, or empty where the
            text is the value.
        support_smartquotes: ``False``, so that Sphinx leaves the finished text as it is.
    """


class fact_anchor(nodes.Inline, nodes.TextElement):
    """The place of a fact in the register, to which every fact on a page leads.

    Holds the label of the fact. ``ids`` has the anchor, ``fact-membership.states``.

    Attributes:
        fact: the id of the fact.
    """


class fact_usage(nodes.Inline, nodes.Element):
    """Stands in for the list of pages that show a fact, known only after all pages are read.

    Replaced by links before any writer sees it.

    Attributes:
        fact: the id of the fact.
    """
