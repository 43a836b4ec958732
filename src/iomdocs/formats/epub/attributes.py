"""The attributes of an element as an ePub may have them."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache
from urllib.parse import quote, urlsplit, urlunsplit
from xml.etree import ElementTree as ET

from iomdocs.formats.epub import elements as known
from iomdocs.formats.epub.tree import OPS, XML, add_classes, name_of
from iomdocs.languages import language_tag

_LENGTH = re.compile(r"(\d+(?:\.\d+)?)(px|%|em|)")
_STYLE_VALUE = re.compile(r"[\w\s.%+-]+")
_SPECIAL = re.compile(r"[^A-Za-z0-9!$&'()*+,;=:@/?~._%#-]")
_BROKEN_PERCENT = re.compile(r"%(?![0-9A-Fa-f]{2})")
_WINDOWS = re.compile(r"[a-zA-Z]:[\\/]")
SCHEMES = frozenset({"http", "https", "mailto", "tel", "ftp", "geo", "sms", "urn", "doi", "irc"})
"""Schemes that a link may have; a reading system cannot follow others."""
_ALIGNMENTS = frozenset({"left", "right", "center", "justify"})
_TEXT_ALIGNED = known.HEADINGS | frozenset(
    {"p", "div", "td", "th", "tr", "caption", "tbody", "thead"}
)


def clean_attributes(element: ET.Element, old: str) -> None:
    """Keep what the element may have; what HTML once had becomes style, class or id.

    :param old: the name that the element has had in the page.
    """
    found = element.attrib
    if not found or (len(found) == 1 and found.get("class")):
        return  # as most elements are
    clean = _cleaned(element.tag, old, tuple(found.items()))
    element.attrib.clear()
    element.attrib.update(clean)


@lru_cache(maxsize=4096)
def _cleaned(tag: str, old: str, attributes: Sequence[tuple[str, str]]) -> Mapping[str, str]:
    """What becomes of these attributes; many elements of a book have the same."""
    found = dict(attributes)
    element = ET.Element(tag)
    name = name_of(element)
    own = known.ATTRIBUTES.get(name, frozenset())
    for key, value in found.items():
        if key in own or key in known.GLOBAL or key.startswith("data-") or key in known.ARIA:
            _keep(element, name, key, value)
        elif key == f"{OPS}type" and value.strip():
            element.set(key, value)
        elif key == f"{XML}lang":
            element.set(key, language_tag(value))
    _sizes_as_style(element, found)
    _old_as_style(element, found)
    if "name" in found and old == "a" and "id" not in element.attrib:
        _keep(element, name, "id", found["name"])
    _add_language(element)
    _name_only_what_may_have_one(element, name)
    return element.attrib


def _keep(element: ET.Element, name: str, key: str, value: str) -> None:
    clean = _VALUES.get((name, key)) or _VALUES.get(("", key))
    kept = clean(value) if clean else value
    if kept or key in _MAY_BE_EMPTY or key.startswith("data-"):
        element.set(key, kept)


def clean_style(text: str) -> str:
    """The declarations of a ``style`` attribute that are not the reader's matter."""
    kept = []
    for declaration in text.split(";"):
        name, _, value = declaration.partition(":")
        name, value = name.strip().lower(), value.replace("!important", "").strip()
        if name in known.STYLES and _STYLE_VALUE.fullmatch(value):
            kept.append(f"{name}: {value}")
    return "; ".join(kept)


def clean_address(address: str) -> str:
    """An address as a URL has it (RFC 3986); empty if no reading system can follow it."""
    plain = re.sub(r"[\t\n\r]", "", address.strip())
    if _WINDOWS.match(plain):
        return ""
    plain = _BROKEN_PERCENT.sub("%25", _SPECIAL.sub(lambda sign: quote(sign[0]), plain))
    before, sign, fragment = plain.partition("#")
    plain = before + sign + fragment.replace("#", "%23")
    try:
        parts = urlsplit(plain)
    except ValueError:
        return ""
    if parts.scheme and parts.scheme.lower() not in SCHEMES:
        return ""
    if parts.scheme.lower() in {"http", "https"} and not parts.netloc:
        return ""
    if not parts.scheme and parts.netloc:
        return f"https:{plain}"
    # A file of a book has no query (EPUB 3.3, 4.2.5).
    return plain if parts.scheme else urlunsplit(parts._replace(query=""))


def _id(value: str) -> str:
    return re.sub(r"\s+", "-", value.strip())


def _role(value: str) -> str:
    roles = (role for role in value.split() if role in known.ROLES or role.startswith("doc-"))
    return next(roles, "")


def _one_of(*words: str) -> Callable[[str], str]:
    return lambda value: value if value in words else ""


def _name(name: str) -> Callable[[str], str]:
    """The value of an attribute that is there or not (HTML Standard, 2.3.2)."""
    return lambda _value: name


def _whole_number(least: int) -> Callable[[str], str]:
    def read(value: str) -> str:
        found = re.match(r"\s*(-?\d+)", value)
        return str(int(found[1])) if found and int(found[1]) >= least else ""

    return read


_MAY_BE_EMPTY = frozenset({"alt", "value"})
_VALUES: Mapping[tuple[str, str], Callable[[str], str]] = {
    ("", "style"): clean_style,
    ("", "href"): clean_address,
    ("", "src"): str.strip,
    ("", "id"): _id,
    ("", "role"): _role,
    ("", "lang"): language_tag,
    ("", "dir"): lambda value: _one_of("ltr", "rtl", "auto")(value.lower()),
    ("", "translate"): _one_of("yes", "no"),
    ("", "scope"): _one_of("row", "col", "rowgroup", "colgroup"),
    ("ol", "type"): _one_of("1", "a", "A", "i", "I"),
    ("ol", "start"): _whole_number(-(10**6)),
    ("li", "value"): _whole_number(-(10**6)),
    ("", "colspan"): _whole_number(1),
    ("", "rowspan"): _whole_number(0),
    ("", "span"): _whole_number(1),
    ("", "width"): _whole_number(1),
    ("", "height"): _whole_number(1),
    **{("", key): _name(key) for key in ("reversed", "controls", "loop", "muted", "default")},
}
"""How the value of an attribute is read, for one element or for all; empty is left out."""


def _sizes_as_style(element: ET.Element, found: dict[str, str]) -> None:
    for key in ("width", "height"):
        length = _LENGTH.fullmatch(found.get(key, "").strip())
        if length and length[2] not in {"", "px"}:
            element.attrib.pop(key, None)
        if length and float(length[1]) and key not in element.attrib:
            _add_style(element, f"{key}: {length[1]}{length[2] or 'px'}")


def _old_as_style(element: ET.Element, found: dict[str, str]) -> None:
    name = name_of(element)
    alignment = found.get("align", "").lower()
    if alignment in _ALIGNMENTS and name in _TEXT_ALIGNED:
        _add_style(element, f"text-align: {alignment}")
    elif alignment in {"left", "right"} and name == "img":
        add_classes(element, f"align-{alignment}")
    if found.get("valign", "").lower() in {"top", "middle", "bottom"} and name in {"td", "th"}:
        _add_style(element, f"vertical-align: {found['valign'].lower()}")


def _add_style(element: ET.Element, declaration: str) -> None:
    own = element.get("style", "")
    if declaration.partition(":")[0] not in own:
        element.set("style", f"{own}; {declaration}" if own else declaration)


def _add_language(element: ET.Element) -> None:
    """Give both attributes for the language, as XHTML asks for (HTML Standard, 3.2.6.2)."""
    tag = element.get("lang") or element.get(f"{XML}lang")
    if tag:
        element.set("lang", tag)
        element.set(f"{XML}lang", tag)


_NAMED_ELEMENTS = known.SECTIONING | frozenset(
    {"a", "audio", "figure", "img", "math", "meter", "progress", "table", "video"}
)


def _name_only_what_may_have_one(element: ET.Element, name: str) -> None:
    """Take names from elements that have no role to be named (WAI-ARIA 1.2, 6.2.3)."""
    role = element.get("role", "")
    if role in known.NAMED_ROLES or role.startswith("doc-") or name in _NAMED_ELEMENTS:
        return
    element.attrib.pop("aria-label", None)
    element.attrib.pop("aria-labelledby", None)
