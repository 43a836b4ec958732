"""The one place that tells Sphinx what the extension brings."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING, Any

from iomdocs import __version__, nodes
from iomdocs.config import OPTIONS
from iomdocs.diagnostics import Diagnostic, Location, line_of
from iomdocs.facts import sources
from iomdocs.formats import epub, html, typst
from iomdocs.formats.past import PastNotice
from iomdocs.markup import bibliography
from iomdocs.markup.citations import NoteClusters
from iomdocs.markup.domain import FactDomain, UsageTransform
from iomdocs.markup.reporting import report_diagnostic
from iomdocs.markup.roles import ValueRole

if TYPE_CHECKING:
    from docutils.nodes import Element
    from sphinx.application import Sphinx
    from sphinx.config import Config
    from sphinx.environment import BuildEnvironment


def setup(app: Sphinx) -> dict[str, Any]:
    """Register settings, nodes, markup and formats with Sphinx; returns the extension metadata."""
    for option in OPTIONS:
        app.add_config_value(option.name, option.default, option.rebuild, option.types)
    for setting in typst.OPTIONS:
        app.add_config_value(*setting)
    for node in (nodes.fact_value, nodes.fact_anchor, nodes.fact_usage):
        app.add_node(node, **_visitors(node))
    html.register(app)
    epub.register(app)
    app.add_builder(typst.TypstPdfBuilder)
    bibliography.register()
    app.add_domain(FactDomain)
    app.add_role("fact", ValueRole())
    app.add_transform(NoteClusters)
    app.add_transform(PastNotice)
    app.add_post_transform(UsageTransform)
    app.connect("config-inited", check_edition)
    app.connect("config-inited", check_bibliography)
    app.connect("builder-inited", report_problems)
    app.connect("env-get-outdated", outdated_pages)
    return {"version": __version__, "parallel_read_safe": True, "parallel_write_safe": True}


def _visitors(node: type[Element]) -> dict[str, Any]:
    """How the formats beside HTML write a node; other writers of Sphinx print just its text."""
    plain = dict.fromkeys(("latex", "man", "texinfo", "text"), (_enter, _leave))
    return {**plain, "typst": typst.VISITORS.get(node, (_enter, _leave))}


def _enter(_translator: object, _node: Element) -> None:
    """Write nothing before the text of a node."""


def _leave(_translator: object, _node: Element) -> None:
    """Write nothing after the text of a node."""


def check_edition(app: Sphinx, config: Config) -> None:
    """The days in the settings are dates, and a book with facts has that of its edition."""
    for name in ("iomdocs_edition", "iomdocs_as_of"):
        problem = ""
        if config[name]:
            try:
                date.fromisoformat(config[name])
            except (TypeError, ValueError):
                problem = f"{name} '{config[name]}' is not a date in quotation marks"
                config[name] = ""
        elif config.iomdocs_facts and name == "iomdocs_edition":
            problem = "a book with facts needs the date of its edition"
        if problem:
            conf = str(app.confdir / "conf.py")
            place = Location(conf, line_of(conf, 1, name))
            hint = f'write {name} = "2026-11-24": facts are read as of that day'
            report_diagnostic(Diagnostic(place, "B002", problem, hint))


def check_bibliography(app: Sphinx, config: Config) -> None:
    """Name what is wrong in a ``.bib`` file, and leave the file out, so that reading goes on."""
    good = []
    for name in getattr(config, "bibtex_bibfiles", []):
        _, problems = sources.read([app.srcdir / name])
        for problem in problems:
            report_diagnostic(problem)
        if not problems:
            good.append(name)
    if "bibtex_bibfiles" in config:
        config.bibtex_bibfiles = good


def report_problems(app: Sphinx) -> None:
    """Warn of everything that is wrong with the facts, before any page is read."""
    for problem in fact_domain(app.env).facts.problems:
        report_diagnostic(problem)


def outdated_pages(
    _app: Sphinx, env: BuildEnvironment, _added: set[str], _changed: set[str], removed: set[str]
) -> Iterable[str]:
    """The pages whose facts have changed since they were read."""
    return fact_domain(env).outdated() - removed


def fact_domain(env: BuildEnvironment) -> FactDomain:
    """The domain of facts in an environment."""
    domain = env.domains["fact"]
    assert isinstance(domain, FactDomain)
    return domain
