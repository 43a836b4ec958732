"""What elements of HTML mean, in nodes of a book."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING

from docutils import nodes

from iomdocs.formats.typst.rawhtml.inline import IN_LINE
from iomdocs.formats.typst.rawhtml.links import Addresses
from iomdocs.formats.typst.rawhtml.nodes import (
    at_side,
    disclosure,
    is_shown,
    line_break,
    side_of,
    speak,
    stripped,
)
from iomdocs.formats.typst.rawhtml.table import table
from iomdocs.formats.typst.rawhtml.tags import (
    BLOCKS,
    EMBEDDED,
    GROUPS,
    HIDDEN,
    TRANSPARENT,
    Item,
    Tag,
    tags,
    text_of,
)

if TYPE_CHECKING:
    from sphinx.builders import Builder

COUNTERS = {"a": "loweralpha", "A": "upperalpha", "i": "lowerroman", "I": "upperroman"}
"""The ``type`` of a numbered list as the ``enumtype`` of docutils."""

_HIDDEN = re.compile(r"display\s*:\s*none")
_LANGUAGE = re.compile(r"(?:language|highlight|lang)-(\S+)")


class Meaning:
    """Reads the elements of a page; ``unknown`` has the lines and names of those without form."""

    def __init__(self, builder: Builder, page: str, source: str) -> None:
        self.addresses = Addresses(builder, page, source)
        self._source = source
        self.unknown: list[tuple[int, str]] = []

    def blocks(self, items: Iterable[Item], line: int = 0) -> list[nodes.Node]:
        """Items as blocks; words that stand between blocks become paragraphs."""
        found: list[nodes.Node] = []
        run: list[Item] = []
        for item in items:
            if _is_block(item):
                found += self._paragraph(run, line)
                run = []
                found += self._block(item) if isinstance(item, Tag) else [_node(item)]
            else:
                run.append(item)
        return found + self._paragraph(run, line)

    def inline(self, items: Iterable[Item]) -> list[nodes.Node]:
        """Items as parts of a line."""
        found: list[nodes.Node] = []
        for item in items:
            if not isinstance(item, Tag):
                found.append(_node(item))
                continue
            if item.name in BLOCKS and any(node.astext().strip() for node in found):
                found.append(line_break())
            found += self._in_line(item)
        return found

    def place(self, node: nodes.Element, line: int) -> nodes.Element:
        """The node, with the line it comes from."""
        node.source, node.line = self._source or None, line or None
        return node

    def _paragraph(self, run: Sequence[Item], line: int) -> list[nodes.Node]:
        """Words as a paragraph; a picture alone is a block of its own."""
        lines = [item.line for item in run if isinstance(item, Tag)]
        content = stripped(self.inline(run))
        printed = [node for node in content if not isinstance(node, nodes.target)]
        if not any(map(is_shown, printed)):
            return [node for node in content if isinstance(node, nodes.target)]
        if len(printed) == 1 and isinstance(printed[0], nodes.image | nodes.raw):
            return content
        return [self.place(nodes.paragraph("", "", *content), next(iter(lines), line))]

    def _block(self, tag: Tag) -> list[nodes.Node]:
        if _is_hidden(tag):
            return []
        self._note(tag)
        found = self._targets(tag)
        if make := _BLOCKS.get(tag.name):
            found += make(self, tag)
        else:
            found += self.blocks(tag.children, tag.line)
        if language := tag.attributes.get("lang", ""):
            speak(found, language)
        side = side_of(tag)
        return [at_side(found, side)] if side and found else found

    def _in_line(self, tag: Tag) -> list[nodes.Node]:
        if _is_hidden(tag):
            return []
        self._note(tag)
        content = IN_LINE.get(tag.name, Meaning.content)(self, tag)
        if (language := tag.attributes.get("lang", "")) and content:
            content = [nodes.inline("", "", *content, lang=language)]
        return [*self._targets(tag), *content]

    def content(self, tag: Tag) -> list[nodes.Node]:
        """What is in an element, as parts of a line."""
        return self.inline(tag.children)

    def _note(self, tag: Tag) -> None:
        known = TRANSPARENT | IN_LINE.keys() | _BLOCKS.keys()
        if tag.name not in known or tag.name in EMBEDDED or tag.name == "textarea":
            self.unknown.append((tag.line, tag.name))

    def _targets(self, tag: Tag) -> list[nodes.Node]:
        """Places that something may lead to."""
        names = [tag.attributes.get("id"), tag.name == "a" and tag.attributes.get("name")]
        ids = list(dict.fromkeys(name for name in names if name))
        return [nodes.target("", "", ids=ids)] if ids else []

    def holder(self, tag: Tag) -> list[nodes.Node]:
        """What is in an element, as blocks."""
        return self.blocks(tag.children, tag.line)

    def heading(self, tag: Tag) -> list[nodes.Node]:
        """A heading that is none in the contents: the page has its own."""
        content = stripped(self.content(tag))
        return [self.place(nodes.rubric("", "", *content), tag.line)] if content else []

    def bullets(self, tag: Tag) -> list[nodes.Node]:
        """Items with or without numbers."""
        items = [
            self.place(nodes.list_item("", *self._block(item)), item.line)
            for item in tags(tag.children, "li")
        ]
        strays = self._strays(tag, "li")
        if not items:
            return strays
        if tag.name == "ul":
            return [*strays, self.place(nodes.bullet_list("", *items), tag.line)]
        numbered = nodes.enumerated_list("", *items, prefix="", suffix=".")
        numbered["enumtype"] = COUNTERS.get(tag.attributes.get("type", ""), "arabic")
        first = tag.number("start", 1)
        numbered["start"] = first if numbered["enumtype"] == "arabic" else max(first, 1)
        return [*strays, self.place(numbered, tag.line)]

    def terms(self, tag: Tag) -> list[nodes.Node]:
        """Terms and what they mean."""
        items: list[nodes.Element] = []
        for part in tags(tag.children, "dt", "dd"):
            if not items or (part.name == "dt" and isinstance(items[-1][-1], nodes.definition)):
                items.append(self.place(nodes.definition_list_item(), part.line))
            if part.name == "dt":
                term = [*self._targets(part), *stripped(self.content(part))]
                items[-1] += nodes.term("", "", *term)
            else:
                items[-1] += nodes.definition("", *self._block(part))
        strays = self._strays(tag, "dt", "dd")
        terms = [self.place(nodes.definition_list("", *items), tag.line)] if items else []
        return [*strays, *terms]

    def verbatim(self, tag: Tag) -> list[nodes.Node]:
        """Code in lines, in the language that a class names."""
        inner = [tag, *(child for child in tag.children if isinstance(child, Tag))]
        classes = " ".join(each.attributes.get("class", "") for each in inner)
        language = _LANGUAGE.search(classes)
        words = tag.text().removeprefix("\n").rstrip()
        block = nodes.literal_block(words, words, language=language[1] if language else "none")
        return [self.place(block, tag.line)]

    def disclosed(self, tag: Tag) -> list[nodes.Node]:
        """What can be opened, laid open."""
        node = self.place(disclosure(), tag.line)
        for summary in tags(tag.children, "summary")[:1]:
            node += nodes.title("", "", *stripped(self.content(summary)))
            tag.children.remove(summary)
        node += self.blocks(tag.children, tag.line)
        return [node]

    def summary(self, tag: Tag) -> list[nodes.Node]:
        """The title of something to open that is not there."""
        return [nodes.paragraph("", "", nodes.strong("", "", *self.content(tag)))]

    def figure(self, tag: Tag) -> list[nodes.Node]:
        """A picture, a table or code with its caption."""
        captions = tags(tag.children, "figcaption")
        content = self.blocks([item for item in tag.children if item not in captions], tag.line)
        captioned = [stripped(self.content(caption)) for caption in captions]
        if not any(isinstance(node, nodes.image) for node in content):
            return content + [nodes.paragraph("", "", *words) for words in captioned if words]
        node = self.place(nodes.figure("", *content), tag.line)
        node += [nodes.caption("", "", *words) for words in captioned[:1] if words]
        return [node]

    def quotation(self, tag: Tag) -> list[nodes.Node]:
        """The words of somebody else."""
        return [self.place(nodes.block_quote("", *self.holder(tag)), tag.line)]

    def table(self, tag: Tag) -> list[nodes.Node]:
        """A table with its caption and spans; text outside its cells stands before it."""
        strays = self._strays(tag, "tr", "caption")
        for row in tags(tag.children, "tr"):
            strays += self._strays(row, "td", "th")
        captions = [stripped(self.content(each)) for each in tags(tag.children, "caption")]
        found = table(tag, self._block, next(filter(None, captions), []))
        return [*strays, self.place(found, tag.line)] if found is not None else strays

    def _strays(self, tag: Tag, *known: str) -> list[nodes.Node]:
        """What stands in an element that should only have children of some names."""
        members = set(tags(tag.children, *known))
        others = (item for item in _ungrouped(tag.children) if item not in members)
        return self.blocks([item for item in others if text_of(item).strip()], tag.line)


def _is_block(item: Item) -> bool:
    if isinstance(item, Tag):
        return item.name in BLOCKS or any(map(_is_block, item.children))
    return isinstance(item, nodes.Element) and not isinstance(item, nodes.Inline)


def _is_hidden(tag: Tag) -> bool:
    style = tag.attributes.get("style", "")
    return tag.name in HIDDEN or "hidden" in tag.attributes or bool(_HIDDEN.search(style))


def _node(item: str | nodes.Node) -> nodes.Node:
    return nodes.Text(item) if isinstance(item, str) else item


def _ungrouped(items: Iterable[Item]) -> Iterable[Item]:
    for item in items:
        if isinstance(item, Tag) and item.name in GROUPS:
            yield from _ungrouped(item.children)
        else:
            yield item


_BLOCKS: dict[str, Callable[[Meaning, Tag], list[nodes.Node]]] = {
    **dict.fromkeys(TRANSPARENT, Meaning.holder),
    **dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6"), Meaning.heading),
    "ul": Meaning.bullets,
    "ol": Meaning.bullets,
    "dl": Meaning.terms,
    "pre": Meaning.verbatim,
    "textarea": Meaning.verbatim,
    "details": Meaning.disclosed,
    "summary": Meaning.summary,
    "figure": Meaning.figure,
    "blockquote": Meaning.quotation,
    "table": Meaning.table,
    "hr": lambda _meaning, _tag: [nodes.transition()],
}
