"""How the custom nodes and tables of a book are written as HTML, also inside an ePub."""

from __future__ import annotations

import re
from collections import Counter
from datetime import date
from typing import Any, NoReturn

from docutils import nodes
from sphinx.locale import _
from sphinx.writers.html5 import HTML5Translator

from iomdocs.formats.html import provenance, tables
from iomdocs.formats.html.handlers import Visitors
from iomdocs.nodes import (
    fact_anchor,
    fact_data,
    fact_drawing,
    fact_history,
    fact_review,
    fact_value,
)

_DATE = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?", re.ASCII)


def is_html_date(text: str) -> bool:
    """Whether ``text`` may stand in ``datetime``: YYYY, YYYY-MM or YYYY-MM-DD and a real day.

    HTML Standard, 2.3.5 Dates and times: valid year string as used by ``time``, valid month
    string, valid date string.
    """
    if not _DATE.fullmatch(text):
        return False
    try:
        date.fromisoformat(text + "-01-01"[len(text) - 4 :])
    except ValueError:
        return False
    return True


def value_element(node: fact_value) -> tuple[str, dict[str, Any]]:
    """The element of a fact and its attributes.

    ``time`` for a day that HTML can write, ``data`` where there is another value for programs,
    ``span`` where the text is the value (HTML Standard, 4.5.13 and 4.5.14).
    """
    machine = str(node.get("machine", ""))
    attributes = {"data-fact": str(node["fact"])}
    if "note" in node:
        attributes["data-note"] = str(node["note"])
    if node.get("kind") == "day" and is_html_date(machine):
        return "time", {"datetime": machine, **attributes}
    if machine:
        return "data", {"value": machine, **attributes}
    return "span", attributes


def visit_fact_value(self: HTML5Translator, node: fact_value) -> None:
    """Open the element; its text is the text of the node and nothing else."""
    name, attributes = value_element(node)
    if node["ids"] or node["classes"]:
        self.body.append(self.starttag(node, name, "", CLASS="fact", **attributes))
        return
    written = "".join(f' {key}="{self.attval(text)}"' for key, text in sorted(attributes.items()))
    self.body.append(f'<{name} class="fact"{written}>')


def depart_fact_value(self: HTML5Translator, node: fact_value) -> None:
    """Close what :func:`visit_fact_value` opened."""
    self.body.append(f"</{value_element(node)[0]}>")


def visit_fact_anchor(self: HTML5Translator, node: fact_anchor) -> None:
    """Open the target of the links that lead from pages to the register."""
    self.body.append(self.starttag(node, "span", "", CLASS="fact-anchor"))


def depart_fact_anchor(self: HTML5Translator, _node: fact_anchor) -> None:
    """Close the target."""
    self.body.append("</span>")


def visit_fact_history(self: HTML5Translator, node: fact_history) -> None:
    """Begin a row below that of the fact, as wide as the table, with what can be opened.

    The cell and the row that are open belong to the fact; the writer of the table closes ours.
    """
    columns = len(node.parent.parent.children)
    self.body.append(
        f'</td></tr>\n<tr class="fact-history"><td colspan="{columns}">'
        f"<details><summary>{self.encode(node['summary'])}</summary>\n"
    )


def depart_fact_history(self: HTML5Translator, _node: fact_history) -> None:
    """Close what can be opened."""
    self.body.append("</details>")


def visit_fact_review(self: HTML5Translator, node: fact_review) -> None:
    """Open the mark, hidden until its day has come; the script knows the reader's day."""
    attributes = {"datetime": node["date"], "data-review-after": node["after"]}
    if not node["overdue"]:
        attributes["hidden"] = "hidden"
    self.body.append(self.starttag(node, "time", "", False, CLASS="fact-doubt", **attributes))  # noqa: FBT003


def depart_fact_review(self: HTML5Translator, _node: fact_review) -> None:
    """Close the mark."""
    self.body.append("</time>")


def visit_fact_drawing(self: HTML5Translator, node: fact_drawing) -> NoReturn:
    """Put the drawing into the page, where it takes the colours and the type of the page."""
    self.body.append(f'<div class="fact-drawing">{node["svg"]}</div>\n')
    raise nodes.SkipNode


def visit_fact_data(self: HTML5Translator, node: fact_data) -> None:
    """Open what holds the table: closed until a reader opens it, but not in an ePub."""
    summary = self.encode(node["summary"])
    if self.builder.name == "epub":
        self.body.append(f'<div class="fact-data">\n<p class="fact-data-title">{summary}</p>\n')
    else:
        self.body.append(f'<details class="fact-data">\n<summary>{summary}</summary>\n')


def depart_fact_data(self: HTML5Translator, _node: fact_data) -> None:
    """Close what :func:`visit_fact_data` opened."""
    self.body.append("</div>\n" if self.builder.name == "epub" else "</details>\n")


def visit_table(self: HTML5Translator, node: nodes.table) -> None:
    """Put a table into a region of its own that scrolls, so that the page never does.

    A part of a page that scrolls must be reachable with the keyboard and have a name (WCAG 2.2,
    2.1.1 and 4.1.2). An ePub has pages instead of scrolling, and none of this.
    """
    if self.builder.name != "epub":
        label = self.attval(_label(self, node))
        self.body.append(
            f'<div class="table-region" role="region" tabindex="0" aria-label="{label}">\n'
        )
    type(self).visit_table(self, node)


def depart_table(self: HTML5Translator, node: nodes.table) -> None:
    """Close the table and its region."""
    type(self).depart_table(self, node)
    if self.builder.name != "epub":
        self.body.append("</div>\n")


def visit_definition_list_item(self: HTML5Translator, node: nodes.definition_list_item) -> None:
    """Hold a figure or a part of the book with its name together, so that they can stand in rows.

    A group of a list of descriptions (HTML Standard, 4.4.9 The dl element).
    """
    type(self).visit_definition_list_item(self, node)
    if _is_group(node):
        self.body.append("<div>\n")


def depart_definition_list_item(self: HTML5Translator, node: nodes.definition_list_item) -> None:
    """Close what :func:`visit_definition_list_item` opened."""
    if _is_group(node):
        self.body.append("</div>\n")
    type(self).depart_definition_list_item(self, node)


_IN_ROWS = frozenset({"fact-figures", "book-parts", "book-formats"})
"""Definition lists whose items stand side by side, by class."""


def _is_group(node: nodes.definition_list_item) -> bool:
    return not _IN_ROWS.isdisjoint(node.parent["classes"])


def visit_citation(self: HTML5Translator, node: nodes.citation) -> None:
    """Open an entry of a bibliography as an item of the list that docutils makes of it.

    Docutils gives it the role ``doc-biblioentry``, which DPUB-ARIA 1.1 has given up.
    """
    if not isinstance(node.previous_sibling(), nodes.citation):
        self.body.append('<div role="list" class="citation-list">\n')
    self.body.append(self.starttag(node, "div", CLASS="citation", role="listitem"))


def _label(self: HTML5Translator, node: nodes.table) -> str:
    """The label of a table; those of a page are made with its first table."""
    labels: dict[nodes.table, str] = vars(self).setdefault("iomdocs_table_labels", {})
    if not labels:
        labels.update(table_labels(self.document))
    return labels[node]


def table_labels(document: nodes.document) -> dict[nodes.table, str]:
    """The caption of each table, or its number on the page; never the same twice on one page."""
    captions = {table: _caption(table) for table in document.findall(nodes.table)}
    times = Counter(captions.values())
    labels = {}
    for number, (table, caption) in enumerate(captions.items(), 1):
        labels[table] = f"{caption} ({number})" if times[caption] > 1 else caption
        if not caption:
            labels[table] = _("Table %s") % number
    return labels


def _caption(table: nodes.table) -> str:
    title = next((child for child in table.children if isinstance(child, nodes.title)), None)
    return " ".join(title.astext().split()) if title is not None else ""


VISITORS: dict[type[nodes.Element], Visitors] = {
    **provenance.VISITORS,
    **tables.VISITORS,
    fact_value: (visit_fact_value, depart_fact_value),
    fact_anchor: (visit_fact_anchor, depart_fact_anchor),
    fact_history: (visit_fact_history, depart_fact_history),
    fact_review: (visit_fact_review, depart_fact_review),
    fact_drawing: (visit_fact_drawing, None),
    fact_data: (visit_fact_data, depart_fact_data),
    nodes.citation: (visit_citation, None),
    nodes.definition_list_item: (visit_definition_list_item, depart_definition_list_item),
    nodes.table: (visit_table, depart_table),
}
"""The visitors by node, as ``html=`` of ``add_node`` takes them."""
