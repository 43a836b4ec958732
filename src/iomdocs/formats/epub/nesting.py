"""Puts the elements of a page into the order that HTML has for them.

What a browser shows without complaint can still be wrong: a block in a line of text, an item
outside a list. Readers for ePub take less than browsers do, and EPUBCheck takes nothing of it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from xml.etree import ElementTree as ET

from iomdocs.formats.epub import elements as known
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

_PARAGRAPH = f"{XHTML}p"
_SECTIONS = known.HEADINGS | known.SECTIONING


def nest(body: ET.Element) -> None:
    """Change the tree below ``body`` in place."""
    _nest(body, [])


def _nest(element: ET.Element, above: list[ET.Element]) -> None:
    """Set right an element and what it holds; ``above`` are those around it, outermost first."""
    if name_of(element) not in _ANYWHERE:
        _place_in(element, above)
    if len(element):
        above.append(element)
        for child in list(element):
            if name_of(child):
                _nest(child, above)
        above.pop()
    name = name_of(element)
    if arrange := _ARRANGED.get(name):
        fill(element, arrange(element))
    if element.find(_PARAGRAPH) is not None and any(_is_left_over(child) for child in element):
        fill(element, [piece for piece in items(element) if not _is_left_over(piece)])
    if name in _NEVER_BARE:
        _complete(element)


def _place_in(element: ET.Element, above: Sequence[ET.Element]) -> None:
    """Make an element one that may stand where it does, or blocks of those around it."""
    name = name_of(element)
    if name in _PARTS and not _is_part(name, [name_of(each) for each in above[-2:]]):
        rename(element, "div")
        name = "div"
    if name == "a" and _is_in(above, {"a"}):
        rename(element, "span")
        element.attrib.pop("href", None)
        return
    if name == "main" and _is_in(above, {"main"}):
        rename(element, "div")
    if name in {"header", "footer"} and _is_in(above, {"header", "footer"}):
        rename(element, "div")
    if name in _SECTIONS and _is_in(above, known.WITHOUT_SECTIONS):
        _as_block(element)
    if name and name not in known.PHRASING and not _PARTS.get(name):
        for each in reversed(above):
            if name_of(each) in known.TRANSPARENT:
                continue
            if name_of(each) not in known.PHRASING_ONLY:
                break
            _as_block(each)


def _is_in(above: Iterable[ET.Element], names: Collection[str]) -> bool:
    """Whether one of the elements around has one of these names."""
    return any(name_of(each) in names for each in above)


def _is_part(name: str, names: Sequence[str]) -> bool:
    """Whether an element stands in what it is a part of; terms may be in groups.

    :param names: those of the two elements around it.
    """
    if name in {"dt", "dd"} and names == ["dl", "div"]:
        return True
    return bool(names) and names[-1] in _PARTS[name]


def _as_block(element: ET.Element) -> None:
    """Make a ``div`` of an element, which looks as before and is still a heading if it was one."""
    name = name_of(element)
    rename(element, "div", f"as-{name}")
    if name in known.HEADINGS and "role" not in element.attrib:
        element.set("role", "heading")
        element.set("aria-level", name[1])


def _complete(element: ET.Element) -> None:
    """Give an element what it cannot be without."""
    name = name_of(element)
    if name == "a" and element.get("href") and not text_of(element) and not _shows(element):
        words = element.get("title") or element.get("aria-label") or element.get("href") or ""
        fill(element, [words])
        element.set("data-generated", "addresses")
    elif name == "dl" and not _has_order(element):
        for part in list(element):
            rename(part, "div", name_of(part))
        rename(element, "div")
    elif _is_empty(element, name):
        rename(element, "div")


def _is_left_over(piece: Item) -> bool:
    """Whether this is a paragraph without content, as an end tag out of place leaves it."""
    return (
        not isinstance(piece, str)
        and name_of(piece) == "p"
        and len(piece) == 0
        and not piece.attrib
        and not (piece.text or "").strip()
    )


def _has_order(element: ET.Element) -> bool:
    """Whether each term of a list has a meaning, and each meaning a term (HTML Standard, 4.4.9)."""
    return re.fullmatch("(?:div |(?:dt )+(?:dd )+)+", _names_in(element)) is not None


def _names_in(element: ET.Element) -> str:
    return "".join(f"{name_of(part)} " for part in element)


def _is_empty(element: ET.Element, name: str) -> bool:
    if name in {"ul", "ol"}:
        return len(element) == 0
    return name in known.HEADINGS and not text_of(element) and not _shows(element)


def _shows(element: ET.Element) -> bool:
    """Whether an element shows a picture that has words, or a drawing or formula."""
    return any(
        part.get("alt") or not str(part.tag).startswith(XHTML)
        for part in element.iter()
        if part is not element
    )


def _list(element: ET.Element) -> Iterator[Item]:
    """Only items; what is none is put into the item before it, or into one of its own."""
    return _wrapped(element, frozenset({"li"}), "li")


def _definitions(element: ET.Element) -> Iterator[Item]:
    """Terms and what they mean, and groups of them."""
    return _wrapped(element, frozenset({"dt", "dd", "div"}), "dd")


def _wrapped(element: ET.Element, allowed: frozenset[str], name: str) -> Iterator[Item]:
    last: ET.Element | None = None
    for piece in items(element):
        if is_blank(piece):
            yield piece
        elif not isinstance(piece, str) and name_of(piece) in allowed:
            last = piece
            yield piece
        elif last is not None and name_of(last) == name:
            fill(last, [*items(last), piece])
        else:
            last = new(name, [piece])
            yield last


def _figure(element: ET.Element) -> Iterator[Item]:
    """One caption, the first or the last of what the figure holds."""
    captions = [part for part in element if name_of(part) == "figcaption"]
    for extra in captions[1:]:
        rename(extra, "div", "figcaption")
    content = [piece for piece in items(element) if piece not in captions[:1]]
    first = next((piece for piece in items(element) if not is_blank(piece)), None)
    return iter([*captions[:1], *content] if first in captions else [*content, *captions[:1]])


def _table(element: ET.Element) -> Iterator[Item]:
    """Caption, columns, head, bodies, foot (HTML Standard, 4.9.1)."""
    pieces = [piece for piece in items(element) if not isinstance(piece, str)]
    order = {"caption": 0, "colgroup": 1, "thead": 2, "tfoot": 4}
    heads = [piece for piece in pieces if name_of(piece) == "thead"]
    for extra in heads[1:]:
        rename(extra, "tbody")
    captions = [piece for piece in pieces if name_of(piece) == "caption"]
    kept = [piece for piece in pieces if piece not in captions[1:]]
    for piece in sorted(kept, key=lambda each: order.get(name_of(each), 3)):
        yield "\n"
        yield piece
    yield "\n"


_PARTS: Mapping[str, frozenset[str]] = {
    "li": frozenset({"ul", "ol"}),
    "dt": frozenset({"dl"}),
    "dd": frozenset({"dl"}),
    "figcaption": frozenset({"figure"}),
    "caption": frozenset({"table"}),
    "colgroup": frozenset({"table"}),
    "col": frozenset({"colgroup", "table"}),
    "thead": frozenset({"table"}),
    "tbody": frozenset({"table"}),
    "tfoot": frozenset({"table"}),
    "tr": frozenset({"table", "thead", "tbody", "tfoot"}),
    "td": frozenset({"tr"}),
    "th": frozenset({"tr"}),
    "summary": frozenset({"details"}),
    "rt": frozenset({"ruby", "rtc"}),
    "rp": frozenset({"ruby", "rtc"}),
}
"""What an element is a part of; elsewhere it is none."""

_ANYWHERE = known.PHRASING - _PARTS.keys() - _SECTIONS - {"a"}
"""Elements that may stand wherever text may."""

_NEVER_BARE = known.HEADINGS | {"a", "dl", "ol", "ul"}
"""Elements that cannot be without something."""

_ARRANGED: Mapping[str, Callable[[ET.Element], Iterator[Item]]] = {
    "ul": _list,
    "ol": _list,
    "dl": _definitions,
    "figure": _figure,
    "table": _table,
}
"""Elements that hold certain others only, or in a certain order."""
