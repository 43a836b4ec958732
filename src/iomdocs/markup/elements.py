"""Readings of facts as nodes of a page."""

from __future__ import annotations

from collections.abc import Sequence

from docutils import nodes
from sphinx import addnodes

from iomdocs.facts.phrases import SLOT
from iomdocs.facts.reading import Reading
from iomdocs.nodes import Provenance, fact_value

Cell = nodes.Node | Sequence[nodes.Node]


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


def linked_value(
    reading: Reading, docname: str, provenance: Provenance | None, text: str | None = None
) -> nodes.Element:
    """The value as it stands on the page; it leads to the register if the book has one."""
    xref = _entry(reading.fact, docname)
    shown = value(reading, text)
    if provenance:
        shown["provenance"] = provenance
    xref += shown
    return xref


def as_of(reading: Reading) -> list[nodes.Node]:
    """A space and when the statement holds, or nothing for an event."""
    if not reading.as_of:
        return []
    return [nodes.Text(" "), nodes.inline("", reading.as_of, classes=["fact-as-of"])]


def unit(reading: Reading) -> list[nodes.Node]:
    """A space and what a number counts, or nothing."""
    return [nodes.Text(f" {reading.unit}")] if reading.unit else []


def doubts(*remarks: str) -> list[nodes.Node]:
    """What a reader should know before trusting a value, in brackets behind it."""
    return [
        nodes.inline("", f" ({remark})", classes=["fact-doubt"]) for remark in remarks if remark
    ]


def entry(fact_id: str, label: str, docname: str) -> nodes.Element:
    """The name of a fact; it leads to the register."""
    xref = _entry(fact_id, docname)
    xref += nodes.inline(label, label)
    return xref


def sentence(words: str, parts: Sequence[nodes.Node]) -> list[nodes.Node]:
    """Words as text, with the parts in the places that are kept for them."""
    first, *others = words.split(SLOT)
    return [
        nodes.Text(first),
        *(node for pair in zip(parts, map(nodes.Text, others), strict=True) for node in pair),
    ]


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
    rows: Sequence[Sequence[Cell]],
    widths: Sequence[int],
    classes: Sequence[str],
    caption: str = "",
) -> nodes.table:
    """A table with a header row; a cell is a block or several, widths are parts of the whole."""
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


def is_inside_link(node: nodes.Node) -> bool:
    """Whether a node is part of a link already; links cannot stand in links."""
    while (parent := node.parent) is not None:
        if isinstance(parent, nodes.reference | addnodes.pending_xref):
            return True
        node = parent
    return False


def _entry(fact_id: str, docname: str) -> addnodes.pending_xref:
    return addnodes.pending_xref(
        refdomain="fact",
        reftype="entry",
        reftarget=fact_id,
        refdoc=docname,
        refexplicit=True,
    )


def _row(cells: Sequence[Cell]) -> nodes.row:
    blocks = [[cell] if isinstance(cell, nodes.Node) else cell for cell in cells]
    return nodes.row("", *(nodes.entry("", *cell) for cell in blocks))
