"""What Sphinx does for every page and what comes out the same each time."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any, cast

from docutils import nodes
from jinja2.bccache import Bucket, BytecodeCache
from sphinx.builders import html
from sphinx.builders.html import StandaloneHTMLBuilder
from sphinx.jinja2glue import BuiltinTemplateLoader

from iomdocs.formats.remembered import TEMPLATES, Results, results

if TYPE_CHECKING:
    from sphinx.application import Sphinx

Rendered = dict[str, str]


def register(app: Sphinx) -> None:
    """Do it once for a build, with any theme."""
    app.connect("builder-inited", _take_over)


def _take_over(app: Sphinx) -> None:
    builder: Any = app.builder
    _remember_checksums()
    if isinstance(getattr(builder, "templates", None), BuiltinTemplateLoader):
        _trust_templates(builder.templates)
        builder.templates.environment.bytecode_cache = _Compiled(results(app))
    if getattr(type(builder), "render_partial", None) is StandaloneHTMLBuilder.render_partial:
        builder.render_partial = _Titles(builder.render_partial).render_partial


CHECKSUM = "_file_checksum"
"""What gives the digest of a style or script in an address in Sphinx 9.0."""


def _remember_checksums() -> None:
    """Look for each style and script once in a process.

    Sphinx remembers their digests by the paths that they really have, which it asks the system for
    whenever a page names one of them: a dozen times a page.
    """
    known = getattr(html, CHECKSUM, None)
    if known and not hasattr(known, "cache_info"):
        setattr(html, CHECKSUM, cache(known))


def _trust_templates(templates: BuiltinTemplateLoader) -> None:
    """Ask for the time of a template once: no template changes while pages are written.

    ``auto_reload`` of Jinja's ``Environment`` would ask for it whenever a template is named, about
    fifty times a page.
    """
    templates.environment.auto_reload = False


class _Compiled(BytecodeCache):
    """Templates as an earlier build has compiled them, with the same program and settings."""

    def __init__(self, results: Results) -> None:
        self._results = results

    def load_bytecode(self, bucket: Bucket) -> None:
        """Fill a bucket, if the template was compiled."""
        name = (bucket.key, bucket.checksum)
        if code := self._results.earlier.get(TEMPLATES, {}).get(name):
            bucket.bytecode_from_string(code)
            self._now[name] = code

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep a template that was compiled now."""
        self._now[bucket.key, bucket.checksum] = bucket.bytecode_to_string()

    @property
    def _now(self) -> dict[Any, bytes]:
        return cast("dict[Any, bytes]", self._results.now.setdefault(TEMPLATES, {}))


class _Titles:
    """Titles as HTML, each made once.

    A page shows its own title, that of the next page, of the one before and of those above it, and
    Sphinx 9.0 makes a document with a writer of its own for each of them (``get_doc_context``).
    """

    def __init__(self, render: Any) -> None:
        """``render`` is ``render_partial`` of the builder."""
        self._render = render
        self._known: dict[str, Rendered] = {}

    def render_partial(self, node: nodes.Node | None) -> Rendered:
        """What the builder makes of a node; a title of text alone is the same on every page."""
        if not isinstance(node, nodes.title) or not _is_plain(node):
            made: Rendered = self._render(node)
            return made
        name = f"{node.attributes!r} {node.astext()}"
        if name not in self._known:
            self._known[name] = self._render(node)
        return dict(self._known[name])


def _is_plain(title: nodes.title) -> bool:
    return all(type(child) is nodes.Text for child in title.children)
