"""What elements of HTML mean in a line of text: links, pictures, code, boxes to tick."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TYPE_CHECKING

from docutils import nodes

from iomdocs.formats.typst.rawhtml.links import is_elsewhere
from iomdocs.formats.typst.rawhtml.nodes import line_break, tick_box
from iomdocs.formats.typst.rawhtml.tags import EMBEDDED, Tag, tags

if TYPE_CHECKING:
    from iomdocs.formats.typst.rawhtml.meaning import Meaning

_WIDTH = re.compile(r"(?:^|;)\s*width\s*:\s*([\d.]+\s*[a-z%]+)")


def link(meaning: Meaning, tag: Tag) -> list[nodes.Node]:
    """A link, where it leads out of the book or to a page of it."""
    content = meaning.content(tag)
    address = meaning.addresses.of_link(tag.attributes.get("href", "").strip())
    inner = any(list(node.findall(nodes.reference)) for node in content)
    if not address or inner:
        return content
    return [nodes.reference("", "", *content, refuri=address)]


def image(meaning: Meaning, tag: Tag) -> list[nodes.Node]:
    """A picture of the book; the description of one that would have to be fetched."""
    address = tag.attributes.get("src", "").strip()
    description = tag.attributes.get("alt")
    is_inside = address.startswith("data:image/")
    if not address or (is_elsewhere(address) and not is_inside):
        is_data = address.startswith("data:")
        words = description if description is not None or is_data else address
        return [nodes.Text(words)] if words else []
    file = address if is_inside else meaning.addresses.of_file(address, tag.line)
    if file is None:
        return [nodes.Text(description)] if description else []
    width = _WIDTH.search(tag.attributes.get("style", ""))
    given = {
        "alt": description,
        "width": width[1] if width else tag.attributes.get("width"),
        "height": tag.attributes.get("height"),
        "align": tag.attributes.get("align"),
    }
    node = nodes.image("", uri=file, candidates={"?" if is_inside else "*": file})
    node.attributes.update({name: value for name, value in given.items() if value is not None})
    return [meaning.place(node, tag.line)]


def embedded(meaning: Meaning, tag: Tag) -> list[nodes.Node]:
    """The title and address of a film, a sound, another page."""
    attribute = EMBEDDED[tag.name]
    holders = [tag, *tags(tag.children, "source")]
    addresses = [each.attributes.get(attribute, "") for each in holders]
    address = next(filter(None, addresses), "")
    if not address:
        return meaning.content(tag)
    title = tag.attributes.get("title", "")
    if address.startswith("data:"):
        return [nodes.Text(title)] if title else meaning.content(tag)
    leads = f"https:{address}" if address.startswith("//") else address
    link = nodes.reference("", leads, refuri=meaning.addresses.of_link(leads) or leads)
    return [nodes.Text(f"{title}: "), link] if title else [link]


def entry_field(meaning: Meaning, tag: Tag) -> list[nodes.Node]:
    """A box to tick; the words of a button."""
    kind = tag.attributes.get("type", "text")
    if kind == "checkbox":
        return [tick_box("", checked="checked" in tag.attributes)]
    words = tag.attributes.get("value", "") if kind != "hidden" else ""
    if words:
        meaning.unknown.append((tag.line, tag.name))
    return [nodes.Text(words)] if words else []


def code(meaning: Meaning, tag: Tag) -> list[nodes.Node]:
    """Code, with whatever stands in it; a key to press."""
    classes = ["kbd"] if tag.name == "kbd" else []
    if all(isinstance(child, str | nodes.Text) for child in tag.children):
        return [nodes.literal("", tag.text(), classes=classes)] if tag.text() else []
    if tag.name == "kbd":
        return meaning.content(tag)
    return [nodes.inline("", "", *meaning.content(tag), classes=["html-code"])]


def abbreviation(meaning: Meaning, tag: Tag) -> list[nodes.Node]:
    """A short form, and what it stands for."""
    explanation = tag.attributes.get("title", "")
    return [nodes.abbreviation("", "", *meaning.content(tag), explanation=explanation)]


def gloss(meaning: Meaning, tag: Tag) -> list[nodes.Node]:
    """How a word is read, in brackets behind it."""
    return [nodes.Text(" ("), *meaning.content(tag), nodes.Text(")")]


def drawing(meaning: Meaning, tag: Tag) -> list[nodes.Node]:
    """The words of a drawing that is made of HTML; nothing for an ornament."""
    if tag.attributes.get("aria-hidden") == "true":
        return []
    meaning.unknown.append((tag.line, tag.name))
    label = tag.attributes.get("aria-label", "")
    return [nodes.Text(label)] if label and not tag.text().strip() else _words(tag)


def _words(tag: Tag) -> list[nodes.Node]:
    return [nodes.Text(" ".join(tag.text().split()))] if tag.text().strip() else []


def _as(kind: type[nodes.TextElement], *classes: str) -> Callable[[Meaning, Tag], list[nodes.Node]]:
    """What makes a node of a kind around the content of an element."""

    def make(meaning: Meaning, tag: Tag) -> list[nodes.Node]:
        content = meaning.content(tag)
        return [kind("", "", *content, classes=list(classes))] if content else []

    return make


IN_LINE: dict[str, Callable[[Meaning, Tag], list[nodes.Node]]] = {
    **dict.fromkeys(("em", "i", "cite", "var", "dfn"), _as(nodes.emphasis)),
    **dict.fromkeys(("b", "strong"), _as(nodes.strong)),
    **dict.fromkeys(("u", "ins"), _as(nodes.inline, "html-underline")),
    **dict.fromkeys(("s", "strike", "del"), _as(nodes.inline, "strike")),
    **dict.fromkeys(("code", "tt", "samp", "kbd"), code),
    **dict.fromkeys(EMBEDDED, embedded),
    "sub": _as(nodes.subscript),
    "sup": _as(nodes.superscript),
    "mark": _as(nodes.inline, "html-mark"),
    "small": _as(nodes.inline, "html-small"),
    "q": _as(nodes.inline, "html-quote"),
    "a": link,
    "abbr": abbreviation,
    "acronym": abbreviation,
    "br": lambda _meaning, _tag: [line_break()],
    "img": image,
    "input": entry_field,
    "rt": gloss,
    "svg": drawing,
}
"""By name of an element: what makes its nodes."""
