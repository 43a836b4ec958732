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
            ``period``, ``periods``, ``country``, ``person``, ``place``, ``items`` or ``text``;
            ``unknown`` where a book of the past has none yet.
        machine: the value for programs: a decimal number, an ISO 8601 date or interval, an
            ISO 3166-1 alpha-2 code, or empty where the text is the value.
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


class fact_places(nodes.Inline, nodes.Element):
    """Stands behind the link to a page that shows a fact, in a book with numbered pages.

    The builder of the PDF prints there on which of them the fact stands; nobody else has them.

    Attributes:
        fact: the id of the fact.
        page: the name of the page of the sources.
    """


class fact_history(nodes.General, nodes.Element):
    """What can be opened behind a row of the register: all that was said of a fact, corrections.

    Only a website has it. It is taken out of the document before any other writer, that of the
    ePub and of the PDF included, sees it; nothing in it may be needed to understand the row. It
    is the last part of the last cell of the row.

    Attributes:
        summary: the words that open it.
    """


class fact_review(nodes.Inline, nodes.TextElement):
    """The mark that a fact should be looked at again; the text inside is what the reader sees.

    A website shows it when the day has passed on the reader's own clock. Taken out of the
    document before any other writer sees it, unless it is ``overdue``.

    Attributes:
        date: the date after which the mark holds, ISO 8601: a year, a month or a day.
        after: the last day on which it does not hold yet, ISO 8601.
        overdue: whether it holds on the day of the edition: then it is always shown.
    """


class fact_drawing(nodes.General, nodes.TextElement):
    """A chart or map of facts; its text is what it shows in words, for readers who do not see it.

    A format that has no pictures prints the text and is complete with it.

    Attributes:
        svg: the drawing, a whole ``svg`` element in UTF-8 with a view box, an accessible name that
            is the text, and ``currentColor`` for ink. Identifiers in it are unique in the book.
    """


class fact_data(nodes.General, nodes.Element):
    """The data of a drawing: one table, below the figure that shows it.

    Where a page can hold it back until a reader asks for it, it does.

    Attributes:
        summary: what it is, in a few words: ``Data of this chart``.
    """
