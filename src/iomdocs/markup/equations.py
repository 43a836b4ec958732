"""Names for equations that have none, the same in every build."""

from __future__ import annotations

import re
from typing import Any

from docutils import nodes
from sphinx.transforms import SphinxTransform

_RANDOM = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")
"""A UUID, by which MyST names an environment such as ``align`` that has a number and no label."""


class NamedEquations(SphinxTransform):
    """Gives equations that MyST names at random the name of their page and a number instead.

    Runs before anything refers to the ids of the page.
    """

    default_priority = 5

    def apply(self, **kwargs: Any) -> None:
        docname = self.env.current_document.docname
        equations = self.env.domains.math_domain.equations
        if all(page != docname for page, _ in equations.values()):
            return
        number = 0
        for node in self.document.findall(nodes.math_block):
            random = str(node.get("label", ""))
            if _RANDOM.fullmatch(random):
                number += 1
                self._rename(node, random, f"{docname}-{number}")

    def _rename(self, node: nodes.math_block, random: str, name: str) -> None:
        equations = self.env.domains.math_domain.equations
        node["label"] = name
        equations[name] = equations.pop(random)
        old, new = (nodes.make_id(f"equation-{label}") for label in (random, name))
        for target in self.document.findall(nodes.target):
            if target["ids"] == [old]:
                target["ids"] = [new]
        ids = self.document.ids
        if old in ids:
            ids[new] = ids.pop(old)
