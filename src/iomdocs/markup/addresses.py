"""Addresses whose words are the address itself stay as they are."""

from __future__ import annotations

from typing import Any

from docutils import nodes
from sphinx.transforms import SphinxTransform

_HYPHENS = str.maketrans({"\N{EN DASH}": "--", "\N{EM DASH}": "---"})


class PlainAddresses(SphinxTransform):
    """Undoes what smart quotes, which run at 750, make of hyphens in a printed address.

    The link gets the class ``plain-address``: on paper its address need not stand behind it.
    """

    default_priority = 755

    def apply(self, **kwargs: Any) -> None:
        for node in self.document.findall(nodes.reference):
            words, address = node.astext(), str(node.get("refuri", ""))
            if not address or words.translate(_HYPHENS) != address.translate(_HYPHENS):
                continue
            node["classes"].append("plain-address")
            if words != address:
                node.children = []
                node.append(nodes.Text(address))
