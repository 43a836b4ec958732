"""Places to link to on a glossary, which no format writes an element of its own for."""

from __future__ import annotations

from typing import Any

from docutils import nodes
from sphinx.addnodes import glossary
from sphinx.transforms import SphinxTransform


class GlossaryTargets(SphinxTransform):
    """Gives the ids of a glossary to the list of its terms.

    A target above a glossary, such as the one of ``{index}``, becomes an id of the glossary
    (docutils' ``PropagateTargets``, priority 260), and Sphinx's writers pass over that node.
    """

    default_priority = 261

    def apply(self, **kwargs: Any) -> None:
        """Move the ids, which stay those of the document."""
        for node in self.document.findall(glossary):
            terms = node.next_node(nodes.definition_list)
            if terms is None or not node["ids"]:
                continue
            terms["ids"].extend(node["ids"])
            self.document.ids.update(dict.fromkeys(node["ids"], terms))
            node["ids"] = []
