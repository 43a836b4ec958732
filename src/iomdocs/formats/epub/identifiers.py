"""The ids of a page: each once, and none asked for that is not there."""

from __future__ import annotations

from collections.abc import Collection
from xml.etree import ElementTree as ET

from iomdocs.formats.epub.elements import REFERENCES


def make_ids_unique(root: ET.Element) -> None:
    """Keep an id where it stands first, which is where a link leads."""
    seen: set[str] = set()
    for element in root.iter():
        own = element.get("id")
        if own is not None and (not own or own in seen):
            del element.attrib["id"]
        elif own is not None:
            seen.add(own)
    for element in root.iter():
        if REFERENCES.isdisjoint(element.attrib):
            continue
        for key in REFERENCES.intersection(element.attrib):
            _keep_known(element, key, seen)


def _keep_known(element: ET.Element, key: str, ids: Collection[str]) -> None:
    known = [name for name in element.get(key, "").split() if name in ids]
    if known:
        element.set(key, " ".join(known))
    else:
        del element.attrib[key]
