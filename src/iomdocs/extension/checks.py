"""What is wrong with the settings and the facts, told before any page is read."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from iomdocs.data import subject
from iomdocs.diagnostics import in_settings
from iomdocs.facts import settings, sources
from iomdocs.formats import typst
from iomdocs.markup.domain import fact_domain
from iomdocs.markup.reporting import report_diagnostic

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.config import Config


def register(app: Sphinx) -> None:
    """Check the settings once they are known, and the facts before reading."""
    app.connect("config-inited", check_edition)
    app.connect("config-inited", check_repository)
    app.connect("config-inited", check_bibliography)
    app.connect("config-inited", check_pdf)
    app.connect("builder-inited", report_problems)


def check_edition(app: Sphinx, config: Config) -> None:
    """The days in the settings are dates, and a book with facts has that of its edition."""
    for name, message, hint in settings.day_problems(config.__getitem__):
        config[name] = ""
        report_diagnostic(in_settings(app.confdir / "conf.py", name, message, hint))


def check_repository(app: Sphinx, config: Config) -> None:
    """The repository is the address of a website."""
    address = urlsplit(config.iomdocs_repository)
    if config.iomdocs_repository and not (address.scheme in {"https", "http"} and address.netloc):
        name = "iomdocs_repository"
        message = f"{name} '{config.iomdocs_repository}' is not the address of a website"
        hint = f'write {name} = "https://forge.example/owner/name", or leave it out'
        report_diagnostic(in_settings(app.confdir / "conf.py", name, message, hint))
        config.iomdocs_repository = ""


def check_pdf(app: Sphinx, config: Config) -> None:
    """The settings of the PDF can be used; what cannot gives way to its default."""
    defaults = {name: default for name, default, *_ in typst.OPTIONS}
    for name, message, hint in typst.faults(config, Path(app.confdir)):
        config[name] = defaults[name]
        report_diagnostic(in_settings(Path(app.confdir) / "conf.py", name, message, hint))


def check_bibliography(app: Sphinx, config: Config) -> None:
    """Name what is wrong in a ``.bib`` file, and leave the file out, so that reading goes on.

    Facts name their sources, so that all of these must be known. A book without facts has its
    bibliography from ``sphinxcontrib.bibtex`` alone, which takes more kinds of entries.
    """
    if not config.iomdocs_facts:
        return
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
    domain = fact_domain(app.env)
    for found in domain.facts.problems if app.config.iomdocs_facts else ():
        report_diagnostic(found)
    _, wrong = subject.describe(app.config.iomdocs_subject, domain.reader)
    for words, problem in wrong:
        report_diagnostic(
            in_settings(app.confdir / "conf.py", words, problem.message, problem.hint)
        )
