"""The one place that tells Sphinx what the extension brings."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from iomdocs import __version__, nodes
from iomdocs.config import OPTIONS
from iomdocs.extension import (
    addresses,
    checks,
    drawings,
    highlighting,
    numbering,
    ordering,
    traversal,
    untrusted,
)
from iomdocs.extension.offered import OfferedData, book_of, facts_as_json
from iomdocs.extension.searched import SearchedFacts
from iomdocs.extension.sources import PageSources
from iomdocs.extension.themes import load_theme
from iomdocs.facts import text
from iomdocs.formats import epub, html, mathml, typst
from iomdocs.formats.past import PastNotice
from iomdocs.markup import accessibility, bibliography, history
from iomdocs.markup.addresses import PlainAddresses
from iomdocs.markup.citations import NoteClusters
from iomdocs.markup.domain import FactDomain, fact_domain
from iomdocs.markup.equations import NamedEquations
from iomdocs.markup.glossaries import GlossaryTargets
from iomdocs.markup.provenance import ProvenanceTransform
from iomdocs.markup.roles import ValueRole
from iomdocs.markup.sorting import SortableTables
from iomdocs.markup.usage import EntryLinks, PlacesTransform, UsageTransform

if TYPE_CHECKING:
    from docutils.nodes import Element, document
    from sphinx.application import Sphinx
    from sphinx.builders import Builder
    from sphinx.environment import BuildEnvironment

__all__ = ["book_of", "fact_domain", "facts_as_json", "setup"]

NODES = (
    nodes.fact_value,
    nodes.fact_anchor,
    nodes.fact_usage,
    nodes.fact_places,
    nodes.fact_history,
    nodes.fact_review,
    nodes.fact_drawing,
    nodes.fact_data,
    nodes.fact_provenances,
    nodes.table_controls,
)


def setup(app: Sphinx) -> dict[str, Any]:
    """Register settings, nodes, markup and formats with Sphinx; returns the extension metadata."""
    for option in OPTIONS:
        app.add_config_value(option.name, option.default, option.rebuild, option.types)
    for setting in typst.OPTIONS:
        app.add_config_value(*setting)
    for node in NODES:
        app.add_node(node, **_visitors(node))
    html.register(app, OfferedData(), SearchedFacts(), PageSources())
    mathml.register(app)
    epub.register(app)
    app.add_builder(typst.TypstPdfBuilder)
    app.add_event(typst.ATTACHMENTS)
    app.connect(typst.ATTACHMENTS, attached_facts)
    app.connect("config-inited", typst.choose_outputs)
    app.connect("builder-inited", load_theme, priority=1)
    bibliography.register()
    traversal.register()
    highlighting.register()
    app.add_domain(FactDomain)
    app.add_role("fact", ValueRole())
    app.add_transform(NamedEquations)
    app.add_transform(GlossaryTargets)
    app.add_transform(NoteClusters)
    app.add_transform(PlainAddresses)
    app.add_transform(PastNotice)
    app.add_post_transform(EntryLinks)
    app.add_post_transform(PlacesTransform)
    app.add_post_transform(ProvenanceTransform)
    app.add_post_transform(SortableTables)
    app.add_post_transform(UsageTransform)
    untrusted.register(app)
    checks.register(app)
    drawings.register(app)
    accessibility.register(app)
    addresses.register(app)
    ordering.register(app)
    numbering.register(app)
    app.connect("env-get-outdated", outdated_pages)
    app.connect("env-updated", pages_to_write)
    app.connect("doctree-resolved", leave_out_of_books)
    app.connect("write-started", tell_digest)
    return {"version": __version__, "parallel_read_safe": True, "parallel_write_safe": True}


def _visitors(node: type[Element]) -> dict[str, Any]:
    """How the formats beside HTML write a node; other writers of Sphinx print just its text."""
    plain = dict.fromkeys(("latex", "man", "texinfo", "text"), (_enter, _leave))
    return {**plain, "typst": typst.VISITORS.get(node, (_enter, _leave))}


def _enter(_translator: object, _node: Element) -> None:
    """Write nothing before the text of a node."""


def _leave(_translator: object, _node: Element) -> None:
    """Write nothing after the text of a node."""


def outdated_pages(
    _app: Sphinx, env: BuildEnvironment, _added: set[str], _changed: set[str], removed: set[str]
) -> Iterable[str]:
    """The pages whose facts have changed since they were read."""
    return fact_domain(env).outdated() - removed


def pages_to_write(_app: Sphinx, env: BuildEnvironment) -> Iterable[str]:
    """The pages that tell of others, which have changed."""
    return fact_domain(env).pages_to_write()


def attached_facts(app: Sphinx) -> Iterable[typst.Attachment]:
    """The facts of the book as data, as they are published beside the PDF."""
    data = getattr(app.builder, "facts", None)
    if data is None:
        return []
    words = text.phrase("data-of-book", fact_domain(app.env).reader.locale)
    return [typst.Attachment("facts.json", data, "application/json", words.rstrip(": "))]


def leave_out_of_books(app: Sphinx, doctree: document, _docname: str) -> None:
    """Take out what only a website can show, before a writer of books sees it."""
    if app.builder.format != "html" or app.builder.name == "epub":
        history.remove(doctree)


def tell_digest(app: Sphinx, builder: Builder) -> None:
    """Tell the PDF the facts as they are published beside it, and their digest."""
    if isinstance(builder, typst.TypstPdfBuilder) and (data := facts_as_json(app)):
        builder.facts = data
        builder.facts_digest = hashlib.sha256(data).hexdigest()
