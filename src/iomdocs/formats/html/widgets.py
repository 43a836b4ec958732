"""What pages of a website hold from other extensions to be operated, made valid and given names.

Of sphinx-design: a label that claims to control what its button does, boxes without a title, an
icon with a wrong attribute. Of MyST: boxes to tick that nobody has named.
"""

from __future__ import annotations

import re
from html import escape
from typing import Any

from docutils import nodes
from sphinx.locale import _
from sphinx.transforms.post_transforms import SphinxPostTransform

_VERSION = re.compile(r'(<svg\b[^>]*?) version="[^"]*"')
"""SVG in HTML has no such attribute (HTML Standard, 4.8.16; SVG 2, 5.1)."""
_TICK_BOX = 'class="task-list-item-checkbox"'


class NamedWidgets(SphinxPostTransform):
    """Runs after sphinx-design has made its boxes and tabs (priorities 199 and 200)."""

    default_priority = 300
    formats = ("html",)

    def run(self, **kwargs: Any) -> None:
        """Change the nodes in place; an ePub, which has nothing to operate, is left alone."""
        if self.app.builder.name == "epub":
            return
        for node in self.document.findall(nodes.Element):
            if node.tagname == "sd_tab_label":
                node.attributes.pop("aria_controls", None)
            elif node.tagname == "dropdown_title":
                _name_box(node)
            elif node.tagname == "sd_icon":
                node["svg"] = _VERSION.sub(r"\1", node["svg"])
            elif isinstance(node, nodes.raw) and node.get("format") == "html":
                _name_box_to_tick(node)


def _name_box(title: nodes.Element) -> None:
    """Give a box without a title words for who does not see its sign (WCAG 2.2, 4.1.2)."""
    if not _words(title):
        title += nodes.inline("", _("Contents"), classes=["io-unseen"])


def _name_box_to_tick(raw: nodes.raw) -> None:
    """Give a box the words beside it as its name."""
    text = raw.astext()
    if _TICK_BOX in text and "aria-label" not in text:
        label = f'aria-label="{escape(_words(raw.parent))}"'
        _rewrite(raw, text.replace(_TICK_BOX, f"{_TICK_BOX} {label}"))


def _words(node: nodes.Element) -> str:
    """The text of a node without what is raw."""
    texts = (text for text in node.findall(nodes.Text) if not isinstance(text.parent, nodes.raw))
    return " ".join(" ".join(texts).split())


def _rewrite(raw: nodes.raw, text: str) -> None:
    raw.rawsource = text
    raw.children[:] = []
    raw += nodes.Text(text)
