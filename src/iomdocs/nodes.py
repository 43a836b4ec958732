"""All custom nodes of the handbook, each docstring its contract.

Nodes carry finished text: no writer works out a value, a date or a name again.
"""

from __future__ import annotations

from typing import NamedTuple

from docutils import nodes


class Provenance(NamedTuple):
    """What stands behind a value on a page; equal for all values of one statement."""

    fact: str
    """The id of the fact."""
    label: str
    """What the value is called; for a cell the name of the table, in a sentence with its column."""
    value: str
    """The whole value with what it counts; empty for a cell or a long text, whose words it is."""
    as_of: str
    """When the statement holds; empty for an event."""
    remarks: tuple[str, ...]
    """What a reader should know before trusting it: that it is disputed, or not checked."""
    sources: tuple[str, ...]
    """The keys of the sources."""
    is_latest: bool
    """Whether the statement is the one of the day of the book, and not of another day."""


class fact_value(nodes.Inline, nodes.TextElement):
    """A fact as it stands on the page; the text inside is what the reader sees.

    Attributes:
        fact: the id, ``membership.states`` or, for a table cell, ``governance.heads[pope].start``.
        kind: type of the value, lower-case: ``number``, ``money``, ``share``, ``day``,
            ``period``, ``periods``, ``country``, ``person``, ``place``, ``items`` or ``text``;
            ``unknown`` where a book of the past has none yet.
        machine: the value for programs: a decimal number, an ISO 8601 date or interval, an
            ISO 3166-1 alpha-2 code, or empty where the text is the value.
        provenance: a :class:`Provenance`; not there where nothing is known.
        note: the number of its :class:`Note` on the page, from 0; given when a page is written,
            and only to a value that leads to the register.
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

    Replaced by links before any writer sees it, but that of the ePub.

    Attributes:
        fact: the id of the fact.
        links: for an ePub, address and title of each page.
    """


class fact_places(nodes.Inline, nodes.Element):
    """Stands behind the link to a page that shows a fact, in a book with numbered pages.

    The builder of the PDF prints there on which of them the fact stands; nobody else has them.

    Attributes:
        fact: the id of the fact.
        page: the name of the page of the sources.
    """


class website_only(nodes.Element):
    """What only a website has, if it is not ``overdue``."""


class fact_history(nodes.General, website_only):
    """What can be opened behind a row of the register: all that was said of a fact, corrections.

    Only a website has it. It is taken out of the document before any other writer, that of the
    ePub and of the PDF included, sees it; nothing in it may be needed to understand the row. It
    is the last part of the last cell of the row.

    Attributes:
        summary: the words that open it.
    """


class fact_review(nodes.Inline, website_only, nodes.TextElement):
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


class Note(NamedTuple):
    """What is told of a statement to a reader who asks what stands behind a value: finished words.

    A plain record and no nodes: a page has as many as it shows statements, each is short and looks
    the same everywhere.
    """

    label: str
    value: str
    """Left out where the words on the page are the value, as in a cell."""
    when: str
    remarks: tuple[str, ...]
    marks: tuple[fact_review, ...]
    """The marks among the remarks that the reader's own clock may show; they stand in no page."""
    before: str
    """The words before the sources, and below those behind them."""
    sources: tuple[str, ...]
    after: str


class fact_provenances(nodes.General, nodes.Element):
    """What stands behind the values of a page, at its end.

    Only pages written as HTML have it, a website's to show it beside a value that a reader points
    at, an ePub's as notes. The words are not part of the text of the page. Holds the link to each
    source that the notes name, once: an ``inline`` with the key of the source as ``source``.

    Attributes:
        notes: a :class:`Note` for each statement, by number.
        register: the words of the link from there to the register.
        dismiss: the name of the button that closes it.
        ways: for notes of a book, by number, the address of the entry in the register.
        classes: ``no-search``, for the index of Sphinx.
    """


class table_controls(nodes.General, nodes.Element):
    """The place above one or several tables where a reader filters them; only a website has it.

    Attributes:
        tables: the class of the tables on the page that it is for; empty for the one that follows.
        filter: the words before the box.
        name: its name where a page can have several, with the caption of the table; or empty.
        rows: how many rows are left, with ``{}`` for their number and for that of all.
        ascending: that the rows are sorted by a column, with ``{}`` for its name.
        descending: the same for the other direction.
        unsorted: that they are in the order of the page again.
    """
