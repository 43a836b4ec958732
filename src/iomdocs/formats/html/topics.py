"""Where the body of a topic begins and ends on a page, told to programs in comments.

A theme puts much around the body, and a program that reads finished pages cannot know what. Nor can
it know which parts of a body are for some formats only, or another thing in each: what stands in
``only`` for a format, and HTML of an author.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from docutils import nodes
from sphinx import addnodes
from sphinx.transforms.post_transforms import SphinxPostTransform
from sphinx.writers.html5 import HTML5Translator

from iomdocs.formats.html.pages import writes_site
from iomdocs.nodes import fact_value

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.builders import Builder
    from sphinx.environment import BuildEnvironment


_FORMATS = re.compile(
    r"\b(?:(?:format|builder)_\w+|html|dirhtml|singlehtml|epub|latex|pdf|typst|typstpdf)\b"
)
"""What a condition names that is true for some formats only."""
_REPLACED = re.compile(
    r"<(?:audio|canvas|embed|iframe|object|select|textarea|video)\b",
    re.IGNORECASE,
)
_TAG = re.compile(r"<!--.*?-->|<[^>]*>", re.DOTALL)


class MarkedConditions(SphinxPostTransform):
    """Marks what depends on the format, before Sphinx takes out what is for others."""

    default_priority = 45
    formats = ("html",)

    def run(self, **kwargs: Any) -> None:
        """Put marks around each condition on a format."""
        if not writes_site(self.app):
            return
        for node in list(self.document.findall(addnodes.only)):
            if _FORMATS.search(str(node.get("expr", ""))):
                around = node.parent
                place = around.index(node)
                around.insert(place + 1, _comment("/some formats"))
                around.insert(place, _comment(f"some formats: for some formats only{_facts(node)}"))


def _facts(node: nodes.Element) -> str:
    """The facts in a node, which some formats have and others do not."""
    found = [str(fact["fact"]) for fact in node.findall(fact_value)]
    return f" ({quote(' '.join(found), safe=' []._')})" if found else ""


def _comment(words: str) -> nodes.raw:
    return nodes.raw("", f"<!-- {words} -->", format="html", classes=[_OWN])


_OWN = "iomdocs-mark"


def visit_raw(self: HTML5Translator, node: nodes.raw) -> None:
    """Write HTML of an author between marks: it is another thing in a book."""
    text = node.astext()
    is_marked = "html" in node.get("format", "").split() and _OWN not in node["classes"]
    if is_marked and "data-generated" not in text and (_REPLACED.search(text) or _words(text)):
        self.body.append("<!-- some formats: HTML of the author -->")
        try:
            type(self).visit_raw(self, node)
        finally:
            self.body.append("<!-- /some formats -->")
        return
    type(self).visit_raw(self, node)


def _words(text: str) -> bool:
    return bool(_TAG.sub("", text).strip())


def register(app: Sphinx) -> None:
    """Mark the body of each page of the sources, before anything is put around it."""
    app.add_post_transform(MarkedConditions)
    app.registry.add_translation_handlers(nodes.raw, html=(visit_raw, None))
    led_to: set[str] = set()

    def look(app: Sphinx, _builder: Builder) -> None:
        """Once for all pages: the contents of the whole book are looked through."""
        led_to.clear()
        if writes_site(app):
            led_to.update(_in_contents(app.env))

    def mark(app: Sphinx, page: str, _template: str, context: dict[str, Any], tree: Any) -> None:
        if tree is None or "body" not in context or not writes_site(app):
            return
        alone = "" if page in led_to else " alone"
        name = quote(page, safe="/")
        context["body"] = f"<!-- topic{alone} {name} -->{context['body']}<!-- /topic -->"

    app.connect("write-started", look)
    app.connect("html-page-context", mark, priority=50)


def _in_contents(env: BuildEnvironment) -> set[str]:
    """The pages that the contents lead to in every format; the PDF need not have others."""
    found: set[str] = set()
    waiting = [env.config.root_doc]
    while waiting:
        name = waiting.pop()
        if name not in found:
            found.add(name)
            some = _for_some_formats(env, name)
            waiting.extend(set(env.toctree_includes.get(name, ())) - some)
    return found


def _for_some_formats(env: BuildEnvironment, name: str) -> set[str]:
    """The pages to which the contents of a page lead in some formats only."""
    of_some, of_all = set[str](), set[str]()
    for contents in env.tocs[name].findall(addnodes.toctree) if name in env.tocs else ():
        found = of_some if _depends_on_format(contents) else of_all
        found.update(contents["includefiles"])
    return of_some - of_all


def _depends_on_format(node: nodes.Node) -> bool:
    around = node.parent
    while around is not None:
        if isinstance(around, addnodes.only) and _FORMATS.search(str(around.get("expr", ""))):
            return True
        around = around.parent
    return False
