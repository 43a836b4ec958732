"""What a page may keep in an ePub: elements, attributes, pictures, and what stands in for the rest.

An ePub has no programs, no fields to fill in and nothing from other computers (EPUB 3.3, 3.6, 6.2).
What is lost by that is told with its place; a look or a behaviour of the website is not.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass, field
from xml.etree import ElementTree as ET

from iomdocs.formats.epub import components, frames
from iomdocs.formats.epub import elements as known
from iomdocs.formats.epub.attributes import clean_attributes
from iomdocs.formats.epub.drawings import clean_drawing
from iomdocs.formats.epub.reading import place_of
from iomdocs.formats.epub.resources import Found
from iomdocs.formats.epub.tree import (
    XHTML,
    Item,
    fill,
    is_blank,
    items,
    name_of,
    new,
    rename,
    text_of,
)

_NOT_TEXT = known.FRAMES | known.FIELDS | known.DROPPED | {"img"}


@dataclass(frozen=True, slots=True)
class Loss:
    """Something that the ePub cannot hold."""

    place: str
    """File and line, or nothing where only the page is known."""
    code: str
    message: str
    hint: str


@dataclass(slots=True)
class Cleaner:
    """Makes the tree of a page one that an ePub may hold."""

    find: Callable[[str], Found]
    """Looks up a file that the page shows."""
    is_style: Callable[[str], bool]
    """Whether an address is that of a style sheet of the book, not of the website."""
    losses: list[Loss] = field(default_factory=list)
    places: dict[str, str] = field(default_factory=dict)
    """Where the addresses of links stand in the sources."""
    _place: str = ""
    _left_out: dict[str, str] = field(default_factory=dict)

    def clean(self, root: ET.Element) -> None:
        """Change the tree in place."""
        for part in root:
            if name_of(part) == "body":
                components.rebuild(part)
                self._clean_content(part)
                clean_attributes(part, "body")
            elif name_of(part) == "head":
                fill(part, self._head(part))
        self._tell_left_out()

    def _head(self, head: ET.Element) -> Iterator[Item]:
        """What the head may have: other people's styles are for the website."""
        for piece in items(head):
            name = "" if isinstance(piece, str) else name_of(piece)
            if isinstance(piece, str) or name in {"title", "meta"}:
                yield piece
            elif name == "link" and self.is_style(piece.get("href", "")):
                found = self.find(piece.get("href", ""))
                piece.set("href", found.address)
                yield piece

    def _content(self, element: ET.Element) -> list[Item]:
        found: list[Item] = []
        for piece in items(element):
            if isinstance(piece, str):
                found.append(piece)
            else:
                found += self._kept(piece)
        return found

    def _clean_content(self, element: ET.Element) -> None:
        """Clean what an element holds, in place; most hold the same afterwards."""
        children = list(element)
        kept = [self._kept(child) for child in children]
        if kept == [[child] for child in children]:
            return
        content: list[Item] = [element.text] if element.text else []
        for child, pieces in zip(children, kept, strict=True):
            content += pieces
            if child.tail:
                content.append(child.tail)
        fill(element, content)

    def _kept(self, element: ET.Element) -> list[Item]:
        """What stands in the place of an element."""
        if not isinstance(element.tag, str):
            place = place_of(element)
            self._place = self._place if place is None else place
            return []
        if not element.tag.startswith(XHTML):
            return [element] if clean_drawing(element) else []
        name = name_of(element)
        if name not in _NOT_TEXT:
            return self._text(element, name)
        ways: Sequence[tuple[Collection[str], Callable[[ET.Element, str], list[Item]]]] = (
            (known.FRAMES, self._frame),
            (("img",), self._image),
            (known.FIELDS, self._field),
            (known.DROPPED, self._nothing),
        )
        return next(way for names, way in ways if name in names)(element, name)

    def _text(self, element: ET.Element, name: str) -> list[Item]:
        """An element of the text, or its content where it has no meaning of its own."""
        place = self._place
        if len(element):
            self._clean_content(element)
        if name in known.KEPT:
            clean_attributes(element, name)
        elif name in known.UNWRAPPED:
            return list(items(element))
        else:
            self._rename(element, name)
        if place:
            self.places.setdefault(element.get("href", ""), place)
        return [element]

    def _rename(self, element: ET.Element, name: str) -> None:
        """Give an element the name and the attributes that it may have."""
        if name in known.RENAMED:
            rename(element, known.RENAMED[name], known.CLASS_OF_RENAMED.get(name, ""))
        elif name not in known.KEPT:
            rename(element, "span" if _is_line(element) else "div")
        clean_attributes(element, name)

    def _frame(self, element: ET.Element, name: str) -> list[Item]:
        """A film or a sound of the book, or a link to what is elsewhere."""
        found = self.find(frames.address_of(element))
        if name in {"audio", "video"} and not found.reason:
            content = self._content(element)
            sources = frames.keep(element, self.find)
            fill(element, [*sources, *content])
            self._rename(element, name)
            return [element]
        if name == "object" and frames.is_picture(element) and not found.reason:
            return [new("img", src=found.address, alt=text_of(element))]
        content = self._content(element)
        if link := frames.link_to(element):
            return [link]
        if frames.address_of(element):
            self.losses.append(_lost_file(self._place, found.reason))
            return content
        if any(not is_blank(piece) for piece in content):
            return content
        self._leave_out(name)
        return []

    def _nothing(self, _element: ET.Element, name: str) -> list[Item]:
        """Nothing of an element that is not part of the text; a program is told of."""
        if name == "script":
            self._leave_out(name)
        return []

    def _image(self, element: ET.Element, _name: str) -> list[Item]:
        """A picture, or its words where the ePub cannot have it."""
        found = self.find(element.get("src", "").strip())
        text = element.get("alt", element.get("title", "")).strip()
        if found.reason:
            self.losses.append(_lost_file(self._place, found.reason))
            is_name = text and text == element.get("src", "").strip()
            return [new("span", [text], class_="missing-image")] if text and not is_name else []
        element.set("src", found.address)
        element.set("alt", text)
        fill(element, [])
        self._rename(element, "img")
        return [element]

    def _field(self, element: ET.Element, name: str) -> list[Item]:
        """A mark of a list of tasks; what else can be filled in is left out."""
        if name == "input" and element.get("type", "").lower() == "checkbox":
            mark = "☑" if "checked" in element.attrib else "☐"
            return [new("span", [mark], class_="task-mark"), "\u00a0"]
        if name == "input" and element.get("type", "").lower() in {"radio", "hidden"}:
            return []
        content = [piece for piece in self._content(element) if not is_blank(piece)]
        if name == "canvas" and content:
            return content
        self._leave_out(name)
        return []

    def _leave_out(self, name: str) -> None:
        self._left_out.setdefault(name, self._place)

    def _tell_left_out(self) -> None:
        """One finding for the elements that have no form in an ePub, at the first of them."""
        if not self._left_out:
            return
        names = ", ".join(f"<{name}>" for name in self._left_out)
        word = "element" if len(self._left_out) == 1 else "elements"
        place = next(iter(self._left_out.values()))
        message = f"the ePub leaves out the HTML {word} {names}"
        hint = "say the same in Markdown, or put it into a block {only} html"
        self.losses.append(Loss(place, "E001", message, hint))


def _lost_file(place: str, reason: str) -> Loss:
    hint = "save the file in the book and show that copy in Markdown, or link to the address"
    return Loss(place, "E002", reason, hint)


def _is_line(element: ET.Element) -> bool:
    """Whether an element holds nothing but what may stand in a line of text."""
    return all(
        name_of(part) in known.PHRASING or not str(part.tag).startswith(XHTML)
        for part in element.iter()
        if part is not element
    )
