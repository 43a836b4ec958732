"""Lists of every kind: items, terms, fields, options, lines of verse."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from docutils import nodes
from docutils.languages import get_language

from iomdocs.formats.typst.escape import text
from iomdocs.formats.typst.output import Markup, Value, call
from iomdocs.formats.typst.tree import elements
from iomdocs.formats.typst.visitors.listings import raw

if TYPE_CHECKING:
    from docutils.nodes import Element

    from iomdocs.formats.typst.translator import TypstTranslator, Visitors

COUNTERS = {
    "arabic": "1",
    "loweralpha": "a",
    "upperalpha": "A",
    "lowerroman": "i",
    "upperroman": "I",
}
"""Typst's counting symbols for the ``enumtype`` of docutils."""


def visit_bullet_list(self: TypstTranslator, node: Element) -> None:
    """Items without numbers."""
    self.add_block(node, call("items", *_items(self, node), tight=_is_tight(node)))


def visit_enumerated_list(self: TypstTranslator, node: Element) -> None:
    """Items with numbers or letters, from the number that the source starts with."""
    counter = COUNTERS.get(str(node.get("enumtype", "arabic")), "1")
    pattern = f"{node.get('prefix', '')}{counter}{node.get('suffix', '.') or '.'}"
    start = int(node.get("start", 1))
    items = _items(self, node)
    tight = _is_tight(node)
    self.add_block(node, call("numbered", *items, pattern=pattern, start=start, tight=tight))


_LISTS = {"fact-timeline": "timeline", "fact-figures": "figures"}
"""Definition lists with looks of their own, by class, and the functions of the template."""


def visit_definition_list(self: TypstTranslator, node: Element) -> None:
    """Terms with what they mean; events stand beside their dates, figures in large type."""
    classes: Sequence[str] = node.get("classes", ())
    function = next((_LISTS[name] for name in classes if name in _LISTS), "definitions")
    items = [_definition(self, item) for item in elements(node)]
    self.add_block(node, call(function, *items))


def visit_field_list(self: TypstTranslator, node: Element) -> None:
    """Names with what is said of each."""
    items = [_field(self, field) for field in elements(node)]
    self.add_block(node, call("fields", *items))


def visit_option_list(self: TypstTranslator, node: Element) -> None:
    """Options of a program with what each does."""
    items: list[Value] = []
    for item in elements(node):
        options = [option.astext() for option in item.findall(nodes.option)]
        description = self.take(item, nodes.description) or Markup("")
        items.append([Markup(call("code", raw(", ".join(options)))), description])
    self.add_block(node, call("fields", *items))


def visit_line_block(self: TypstTranslator, node: Element) -> None:
    """Lines that stay lines, indented as in the source."""
    self.add_block(node, call("verse", *_lines(self, node, 0)))


def visit_columns(self: TypstTranslator, node: Element) -> None:
    """A list in columns."""
    columns = [self.render(column) for column in elements(node)]
    self.add_block(node, call("side-by-side", len(columns), *columns))


def visit_docinfo(self: TypstTranslator, node: Element) -> None:
    """What a page says of itself, beside the names that docutils has for it."""
    labels = get_language(self.settings.language_code, self.document.reporter).labels
    items: list[Value] = []
    for part in elements(node):
        if isinstance(part, nodes.field):
            items.append(_field(self, part))
        else:
            kind = type(part).__name__
            label = labels.get(kind, kind.capitalize())
            items.append([Markup(text(label)), _statement(self, part)])
    self.add_block(node, call("fields", *items))


def _statement(self: TypstTranslator, part: Element) -> Markup:
    """One thing that a page says of itself; several authors with commas, lines as lines."""
    if isinstance(part, nodes.authors):
        return Markup(text(", ").join(self.render(author).source for author in elements(part)))
    self.verbatim = isinstance(part, nodes.address)
    content = self.render(part)
    self.verbatim = False
    return content


def _items(self: TypstTranslator, node: Element) -> list[Value]:
    return [self.render(item) for item in elements(node)]


def _definition(self: TypstTranslator, item: Element) -> Value:
    """The terms of an item with their classifiers, and all that defines them."""
    names: list[str] = []
    definitions: list[str] = []
    for part in elements(item):
        content = self.render(part)
        if isinstance(part, nodes.definition):
            definitions.append(content.source)
        elif isinstance(part, nodes.classifier) and names:
            names[-1] += f" {call('classifier', content)}"
        else:
            names.append(content.source)
    return [Markup(call("next-term").join(names)), Markup("\n\n".join(definitions))]


def _field(self: TypstTranslator, field: Element) -> Value:
    """A name, what is said of it, and whether that begins with a list: then below the name."""
    body = next((part for part in field.children if isinstance(part, nodes.field_body)), None)
    begins = body is not None and isinstance(body.next_node(), nodes.Sequential)
    name = self.take(field, nodes.field_name) or Markup("")
    return [name, self.take(field, nodes.field_body) or Markup(""), begins]


def _lines(self: TypstTranslator, node: Element, depth: int) -> list[Value]:
    lines: list[Value] = []
    for part in elements(node):
        if isinstance(part, nodes.line_block):
            lines += _lines(self, part, depth + 1)
        else:
            lines.append([depth, self.render(part)])
    return lines


def _is_tight(node: Element) -> bool:
    """Whether no item holds more than one paragraph and a list."""
    return all(
        sum(isinstance(part, nodes.paragraph) for part in item.children) <= 1
        and all(isinstance(part, nodes.paragraph | nodes.Sequential) for part in elements(item))
        for item in elements(node)
    )


VISITORS: Visitors = {
    "bullet_list": (visit_bullet_list, None),
    "enumerated_list": (visit_enumerated_list, None),
    "definition_list": (visit_definition_list, None),
    "field_list": (visit_field_list, None),
    "option_list": (visit_option_list, None),
    "line_block": (visit_line_block, None),
    "hlist": (visit_columns, None),
    "docinfo": (visit_docinfo, None),
}
