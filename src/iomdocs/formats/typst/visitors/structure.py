"""Parts, chapters, sections, and what only holds other nodes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes
from sphinx import addnodes

from iomdocs.formats.typst.escape import clean, text
from iomdocs.formats.typst.output import Heading, Markup, call

if TYPE_CHECKING:
    from docutils.nodes import Element

    from iomdocs.formats.typst.translator import TypstTranslator, Visitors

DEEPEST = 6
"""The last level of a heading that PDF/UA-1 has (ISO 32000-1, 14.8.4.3.2)."""


def visit_start_of_file(self: TypstTranslator, node: Element) -> None:
    """Begin a page of the source."""
    node["around"] = self.page
    self.page = str(node["docname"])
    if isinstance(node.parent, nodes.document) or "part" in node.parent.get("classes", ()):
        self.start_of_file = self.output.mark()
    self.output.labels(self.targets.start_of_page(self.page))


def depart_start_of_file(self: TypstTranslator, node: Element) -> None:
    """Go on with the page around it."""
    self.page = str(node["around"])


def visit_section(self: TypstTranslator, node: Element) -> None:
    """One level down; a part moves the chapters down with it."""
    self.level += 1
    if "part" in node.get("classes", ()):
        self.chapter_level = 2


def depart_section(self: TypstTranslator, node: Element) -> None:
    """One level up again."""
    self.level -= 0 if node.get("untitled") else 1
    if "part" in node.get("classes", ()):
        self.chapter_level = 1


def visit_title(self: TypstTranslator, node: Element) -> None:
    """A heading with its label, or the title of a page without sections."""
    section = node.parent
    if not isinstance(section, nodes.section):
        visit_rubric(self, node)
        return
    begins_file = self.start_of_file == self.output.mark()
    self.output.flush()  # a label inside a heading would stand in the contents too
    before = self.printed()
    labels = self.targets.to_print(self.page, section, always=True)
    inner = [part for part in node.findall(nodes.Element) if part is not node]
    inside = [label for part in inner for label in self.targets.to_print(self.page, part)]
    content = self.render(node)
    if not content.source:
        section["untitled"] = True  # headings below must not skip its level (PDF/UA-1, 7.4.2)
        self.level -= 1
        raise nodes.SkipNode
    function, number = _function(self, section), _number(self, section)
    if self.output.is_whole and (function == "part" or (function == "chapter" and begins_file)):
        self.openings.append(before)
    self.begin_block(node)
    level = min(self.level, DEEPEST)
    label = labels[0] if labels else None
    words = clean(node.astext())
    self.headings.append(Heading(function, level, number, words, content, label))
    self.output.add(
        call(
            function,
            content,
            level=level,
            **({"depth": self.level - self.chapter_level} if _is_inner(self) else {}),
            id=label,
            number=number,
        )
    )
    self.output.labels(inside)
    self.output.block()
    raise nodes.SkipNode


def visit_rubric(self: TypstTranslator, node: Element) -> None:
    """A heading in the text that is none in the contents."""
    content = self.render(node)
    self.begin_block(node)
    self.output.add(call("rubric", content))
    self.output.block()
    raise nodes.SkipNode


def visit_system_message(self: TypstTranslator, node: Element) -> None:
    """What docutils says against the source, where the book keeps it (``keep_warnings``)."""
    title = Markup(text(f"{node.get('type', '')} ({self.origin(node) or node.get('line', '')})"))
    self.add_block(node, call("admonition", "error", title, self.render(node)))


def nothing(_self: TypstTranslator, _node: Element) -> None:
    """Print nothing of the node itself; what is in it follows."""


def visit_silent(_self: TypstTranslator, _node: Element) -> None:
    """A node that has nothing for readers: notes of authors, data for other programs."""
    raise nodes.SkipNode


def _is_inner(self: TypstTranslator) -> bool:
    return self.level > self.chapter_level


def _function(self: TypstTranslator, section: Element) -> str:
    if "part" in section.get("classes", ()):
        return "part"
    return "section" if _is_inner(self) else "chapter"


def _number(self: TypstTranslator, section: Element) -> str | None:
    """The number that a numbered toctree gives a section: ``2.1``."""
    numbers = self.builder.env.toc_secnumbers.get(self.page, {})
    if "part" in section.get("classes", ()) or not section.get("ids"):
        return None
    found = numbers.get(f"#{section['ids'][0]}")
    if isinstance(section.parent, addnodes.start_of_file):
        found = found or numbers.get("")
    return ".".join(map(str, found)) if found else None


_HOLDERS = (
    "document",
    "compound",
    "only",
    "glossary",
    "hlistcol",
    "acks",
    "decoration",
    "pending_xref",
    "pending_xref_condition",
)
_SILENT = (
    "comment",
    "substitution_definition",
    "pending",
    "index",
    "meta",
    "toctree",
    "tabular_col_spec",
    "highlightlang",
    "header",
    "footer",
)

VISITORS: Visitors = {
    "start_of_file": (visit_start_of_file, depart_start_of_file),
    "section": (visit_section, depart_section),
    "title": (visit_title, None),
    "subtitle": (visit_rubric, None),
    "rubric": (visit_rubric, None),
    "system_message": (visit_system_message, None),
    **dict.fromkeys(_HOLDERS, (nothing, None)),
    **dict.fromkeys(_SILENT, (visit_silent, None)),
}
