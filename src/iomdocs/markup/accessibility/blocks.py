"""Titles, headers of tables and words of links."""

from __future__ import annotations

from collections.abc import Iterator

from docutils import nodes
from sphinx import addnodes

from iomdocs.diagnostics import Problem, without_title
from iomdocs.markup.accessibility.faults import Fault, fault_at
from iomdocs.markup.accessibility.words import LINK_WITHOUT_WORDS, TABLE_WITHOUT_HEADER


def faults(doctree: nodes.document) -> Iterator[Fault]:
    """What is wrong with the title, the tables and the links of a page, in this order."""
    if doctree.next_node(nodes.title) is None:
        found = without_title(str(doctree["source"]))
        problem = Problem(found.code, found.message, found.hint)
        yield Fault(problem, found.location.line, "", found.location.path)
    for table in doctree.findall(nodes.table):
        if not _has_header(table):
            yield fault_at(_first_cell(table), TABLE_WITHOUT_HEADER)
    for link in _links(doctree):
        if not _says_something(link):
            yield fault_at(link, LINK_WITHOUT_WORDS, str(link.get("refuri", "")))


def _has_header(table: nodes.table) -> bool:
    """Whether a table has words in a row or a column of headers."""
    if any(column.get("stub") for column in table.findall(nodes.colspec)):
        return True
    return any(row.astext().strip() or row.next_node(nodes.image) for row in _header_rows(table))


def _first_cell(table: nodes.table) -> nodes.Element:
    """What stands first in a table: parsers give the table itself a line somewhere within it."""
    words = (part for part in table.findall(nodes.paragraph) if part.line)
    return min(words, key=lambda part: int(part.line or 0), default=table)


def _header_rows(table: nodes.table) -> Iterator[nodes.row]:
    for head in table.findall(nodes.thead):
        yield from head.findall(nodes.row)


def _links(doctree: nodes.document) -> Iterator[nodes.Element]:
    """The links whose words stand on the page; those to pages and labels get their title later."""
    yield from (link for link in doctree.findall(nodes.reference) if "refuri" in link)
    yield from doctree.findall(addnodes.download_reference)


def _says_something(link: nodes.Element) -> bool:
    if link.astext().strip():
        return True
    return any(image.get("alt") for image in link.findall(nodes.image)) or any(
        raw.get("format") == "html" for raw in link.findall(nodes.raw)
    )
