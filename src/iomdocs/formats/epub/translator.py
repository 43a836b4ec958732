"""XHTML as EPUB wants it: the meanings that reading systems look for, beside those of ARIA."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from docutils import nodes
from sphinx.util.logging import get_node_location
from sphinx.writers.html5 import HTML5Translator

from iomdocs.formats.epub.reading import mark

EPUB_TYPES = {
    "doc-noteref": "noteref",
    "doc-footnote": "footnote",
}
"""``epub:type`` by ARIA role (EPUB 3 Structural Semantics Vocabulary 1.1).

Reading systems show a note in a window of its own where the reference is a ``noteref`` and what
it leads to is a ``footnote``.
"""

LISTS = {"dl", "ol", "table", "tbody", "thead", "tr", "ul"}
"""Elements that may not hold a ``span`` (HTML Standard, 4.4 and 4.9)."""

_TARGET = re.compile(r'<span id="[^"]*"></span>')


class EpubTranslator(HTML5Translator):
    """Sphinx's translator with ``epub:type``."""

    def starttag(
        self,
        node: nodes.Element,
        tagname: str,
        suffix: str = "\n",
        empty: bool = False,  # noqa: FBT001, FBT002  # as docutils has it
        **attributes: Any,
    ) -> str:
        """A start tag, valid in XHTML; a heading by role gets the level that ARIA requires.

        A reference can bring a role of its own.
        """
        if isinstance(node, nodes.reference) and "role" in node:
            attributes["role"] = node["role"]
        role = attributes.get("role", attributes.get("ROLE", ""))
        if role in EPUB_TYPES:
            attributes.setdefault("epub:type", EPUB_TYPES[role])
        if role == "heading":
            attributes.setdefault("aria-level", "2")
        tag: str = super().starttag(node, tagname, suffix, empty, **attributes)
        return _targets_first(tag) if tagname in LISTS else tag

    def visit_raw(self, node: nodes.raw) -> None:
        """Write HTML of an author between marks of where it stands."""
        with self._marked(node):
            super().visit_raw(node)

    def visit_image(self, node: nodes.image) -> None:
        """Write a picture between marks of where it stands."""
        with self._marked(node):
            super().visit_image(node)

    def visit_reference(self, node: nodes.Element) -> None:
        """Open a link behind a mark of where it stands; what leads to a note is never dead."""
        if "role" not in node:
            self.body.append(mark(get_node_location(node) or ""))
        super().visit_reference(node)

    def depart_reference(self, node: nodes.Element) -> None:
        """Close a link and end what was marked."""
        super().depart_reference(node)  # type: ignore[arg-type]  # docutils says less than is so
        if "role" not in node:
            self.body.append(mark(""))

    @contextmanager
    def _marked(self, node: nodes.Element) -> Iterator[None]:
        self.body.append(mark(get_node_location(node) or ""))
        try:
            yield
        finally:
            self.body.append(mark(""))

    def visit_footnote(self, node: nodes.footnote) -> None:
        """A note that stays on the page; some readers take an ``aside`` off it to show it alone."""
        if not isinstance(node.previous_sibling(), nodes.footnote):
            self.body.append('<div class="footnote-list">\n')
        self.body.append(self.starttag(node, "div", CLASS="footnote", role="doc-footnote"))

    def depart_footnote(self, node: nodes.footnote) -> None:
        """Close the note, and the list of notes after the last one."""
        self.body.append("</div>\n")
        if not isinstance(node.next_node(descend=False, siblings=True), nodes.footnote):
            self.body.append("</div>\n")


def _targets_first(tag: str) -> str:
    """The tag with the targets for further ids before it, where docutils puts them inside."""
    return "".join(_TARGET.findall(tag)) + _TARGET.sub("", tag)
