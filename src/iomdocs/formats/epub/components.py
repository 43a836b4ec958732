"""Things to operate on a website, as a book shows them: all at once, under their titles.

Tabs become blocks one after the other, what can be opened is open. They are known by the elements
and roles that make them, so that it does not matter which extension has written them.
"""

from __future__ import annotations

from collections.abc import Mapping
from xml.etree import ElementTree as ET

from iomdocs.formats.epub.tree import (
    Item,
    add_classes,
    classes_of,
    fill,
    items,
    name_of,
    new,
    rename,
)

_MARKERS = frozenset({"sd-summary-state-marker", "headerlink", "sd-stretched-link-marker"})


def rebuild(body: ET.Element) -> None:
    """Change tabs and what can be opened, in place."""
    parents = [element for element in body.iter() if isinstance(element.tag, str)]
    told = [element for element in parents if element.attrib]
    tabs = {element.get("id", ""): element for element in told if element.get("role") == "tab"}
    radios = {
        element.get("id", "")
        for element in told
        if name_of(element) == "input" and element.get("type", "").lower() == "radio"
    }
    leaves_out = any(_is_left_out(element) for element in told)
    for element in parents:
        if leaves_out and any(_is_left_out(child) for child in element):
            fill(element, [piece for piece in items(element) if not _is_left_out(piece)])
        name = name_of(element)
        if name == "details":
            _open(element)
        elif name == "label" and element.get("for", "-") in radios:
            rename(element, "p", "tab-title")
        elif element.get("role") == "tabpanel":
            _title_panel(element, tabs)


def _is_left_out(piece: Item) -> bool:
    """Whether this is a row of tabs, whose titles stand over the panels, or a mark to click."""
    if isinstance(piece, str) or not piece.attrib:
        return False
    return piece.get("role") == "tablist" or not _MARKERS.isdisjoint(classes_of(piece))


def _title_panel(panel: ET.Element, tabs: Mapping[str, ET.Element]) -> None:
    tab = tabs.get(panel.get("aria-labelledby", ""))
    panel.attrib.pop("role")
    panel.attrib.pop("hidden", None)
    panel.attrib.pop("aria-labelledby", None)
    add_classes(panel, "tab-panel")
    if tab is not None:
        fill(panel, [new("p", items(tab), class_="tab-title"), *items(panel)])


def _open(details: ET.Element) -> None:
    rename(details, "div", "opened")
    for child in details:
        if name_of(child) == "summary":
            rename(child, "p", "opened-title")
            return
