"""Where a reader filters tables, as HTML: out of sight until the script that needs it has run."""

from __future__ import annotations

import json
from typing import NoReturn

from docutils import nodes
from sphinx.writers.html5 import HTML5Translator

from iomdocs.formats.html.handlers import Visitors
from iomdocs.formats.html.letters import LETTERS
from iomdocs.nodes import table_controls

_LETTERS = json.dumps(LETTERS, ensure_ascii=False, separators=(",", ":"))
_WORDS = ("tables", "rows", "ascending", "descending", "unsorted")


def visit_table_controls(self: HTML5Translator, node: table_controls) -> NoReturn:
    """Write a box for words, and a line that tells what is shown (WCAG 2.2, 4.1.3)."""
    data = {**{name: str(node[name]) for name in _WORDS}, "letters": _LETTERS}
    words = " ".join(f'data-{name}="{self.attval(text)}"' for name, text in data.items())
    name = f' aria-label="{self.attval(node["name"])}"' if node["name"] else ""
    self.body.append(
        f'<div class="table-controls" hidden="hidden" {words} data-pagefind-ignore>\n'
        f"<label><span>{self.encode(node['filter'])}</span> "
        f'<input type="search" autocomplete="off" spellcheck="false"{name}></label>\n'
        '<p role="status"></p>\n</div>\n'
    )
    raise nodes.SkipNode


VISITORS: dict[type[nodes.Element], Visitors] = {table_controls: (visit_table_controls, None)}
"""The visitors by node, as ``html=`` of ``add_node`` takes them."""
