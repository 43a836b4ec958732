"""Readings of facts as nodes of a page."""

from __future__ import annotations

from collections.abc import Sequence

from docutils import nodes
from sphinx import addnodes

from iomdocs.facts.reading import Reading
from iomdocs.nodes import fact_value


def value(reading: Reading, text: str | None = None) -> fact_value:
    """The value as it stands on the page.

    :param text: what the reader sees instead of the whole value, such as only the year.
    """
    shown = reading.text if text is None else text
    return fact_value(
        shown,
        shown,
        fact=reading.id,
        kind=reading.kind,
        machine=reading.machine,
        support_smartquotes=False,
    )


def linked_value(reading: Reading, docname: str, text: str | None = None) -> nodes.Element:
    """The value as it stands on the page; it leads to the register if the book has one."""
    xref = addnodes.pending_xref(
        refdomain="fact",
        reftype="entry",
        reftarget=reading.fact,
        refdoc=docname,
        refexplicit=True,
    )
    xref += value(reading, text)
    return xref


def as_of(reading: Reading) -> list[nodes.Node]:
    """A space and when the statement holds, or nothing for an event."""
    if not reading.as_of:
        return []
    return [nodes.Text(" "), nodes.inline("", reading.as_of, classes=["fact-as-of"])]


def doubts(*remarks: str) -> list[nodes.Node]:
    """What a reader should know before trusting a value, in brackets behind it."""
    return [nodes.inline("", f" ({remark})", classes=["fact-doubt"]) for remark in remarks]


def citation(keys: Sequence[str], docname: str) -> nodes.Element:
    """Author and year of each source, leading to the list of sources."""
    target = ",".join(keys)
    xref = addnodes.pending_xref(
        refdomain="cite",
        reftype="p",
        reftarget=target,
        refdoc=docname,
        refexplicit=False,
        refwarn=True,
    )
    xref += nodes.inline(target, target)
    return xref


def table(
    headings: Sequence[str],
    rows: Sequence[Sequence[nodes.Node]],
    widths: Sequence[int],
    classes: Sequence[str],
    caption: str = "",
) -> nodes.table:
    """A table with a header row; each cell is one block, widths are parts of the whole."""
    node = nodes.table(classes=list(classes))
    if caption:
        node += nodes.title(caption, caption)
    group = nodes.tgroup(cols=len(headings))
    node += group
    group.extend(nodes.colspec(colwidth=width) for width in widths)
    group += nodes.thead("", _row([paragraph(nodes.Text(heading)) for heading in headings]))
    group += nodes.tbody("", *(_row(cells) for cells in rows))
    return node


def paragraph(*children: nodes.Node) -> nodes.paragraph:
    """A paragraph of the given nodes."""
    return nodes.paragraph("", "", *children)


def _row(cells: Sequence[nodes.Node]) -> nodes.row:
    return nodes.row("", *(nodes.entry("", cell) for cell in cells))
