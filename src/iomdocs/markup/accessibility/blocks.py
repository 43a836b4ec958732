"""Titles, headers of tables and words of links."""

from __future__ import annotations

import re
from collections.abc import Iterator

from docutils import nodes
from sphinx import addnodes

from iomdocs.diagnostics import Problem, without_title
from iomdocs.markup.accessibility.faults import Fault, fault_at
from iomdocs.markup.accessibility.words import LINK_WITHOUT_WORDS, TABLE_WITHOUT_HEADER

_FILE = re.compile(r"\]\((file:[^)\s]*)")


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


def links_to_own_files(doctree: nodes.document) -> Iterator[Fault]:
    """The links to a file of the author's machine, which no reader has.

    Markdown takes no such address for a link: it stays on the page as it was written.
    """
    for link in doctree.findall(nodes.reference):
        if str(link.get("refuri", "")).startswith("file:"):
            yield _to_own_file(link, str(link["refuri"]))
    for text in doctree.findall(nodes.Text):
        for address in _FILE.findall(text):
            if not isinstance(text.parent, (nodes.FixedTextElement, nodes.literal)):
                yield _to_own_file(text, address)


def _to_own_file(node: nodes.Node, address: str) -> Fault:
    message = f"the link '{address}' leads to a file of your own machine"
    hint = "put the file into the folder of the page and write its name without 'file:'"
    return fault_at(node, Problem("L001", message, hint), address)


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
