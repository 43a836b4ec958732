"""The one place that tells Sphinx what the extension brings."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from iomdocs import __version__, nodes
from iomdocs.config import OPTIONS
from iomdocs.data import files, linked, subject
from iomdocs.data.book import Book
from iomdocs.data.document import SCHEMA
from iomdocs.diagnostics import in_settings
from iomdocs.facts import settings, sources, text
from iomdocs.formats import edition, epub, html, typst
from iomdocs.formats.html.data import DataLink, PageData
from iomdocs.formats.past import PastNotice
from iomdocs.languages import language_tag
from iomdocs.markup import bibliography, history
from iomdocs.markup.citations import NoteClusters
from iomdocs.markup.domain import FactDomain, UsageTransform
from iomdocs.markup.reporting import report_diagnostic
from iomdocs.markup.roles import ValueRole

if TYPE_CHECKING:
    from docutils.nodes import Element, document
    from sphinx.application import Sphinx
    from sphinx.config import Config
    from sphinx.environment import BuildEnvironment

NODES = (
    nodes.fact_value,
    nodes.fact_anchor,
    nodes.fact_usage,
    nodes.fact_history,
    nodes.fact_review,
    nodes.fact_drawing,
    nodes.fact_data,
)


def setup(app: Sphinx) -> dict[str, Any]:
    """Register settings, nodes, markup and formats with Sphinx; returns the extension metadata."""
    for option in OPTIONS:
        app.add_config_value(option.name, option.default, option.rebuild, option.types)
    for setting in typst.OPTIONS:
        app.add_config_value(*setting)
    for node in NODES:
        app.add_node(node, **_visitors(node))
    html.register(app, OfferedData())
    epub.register(app)
    app.add_builder(typst.TypstPdfBuilder)
    bibliography.register()
    app.add_domain(FactDomain)
    app.add_role("fact", ValueRole())
    app.add_transform(NoteClusters)
    app.add_transform(PastNotice)
    app.add_post_transform(UsageTransform)
    app.connect("config-inited", check_edition)
    app.connect("config-inited", check_repository)
    app.connect("config-inited", check_bibliography)
    app.connect("builder-inited", report_problems)
    app.connect("env-get-outdated", outdated_pages)
    app.connect("doctree-resolved", leave_out_of_books)
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
    domain = fact_domain(app.env)
    for found in domain.facts.problems:
        report_diagnostic(found)
    _, wrong = subject.describe(app.config.iomdocs_subject, domain.reader)
    for words, problem in wrong:
        report_diagnostic(
            in_settings(app.confdir / "conf.py", words, problem.message, problem.hint)
        )


def outdated_pages(
    _app: Sphinx, env: BuildEnvironment, _added: set[str], _changed: set[str], removed: set[str]
) -> Iterable[str]:
    """The pages whose facts have changed since they were read."""
    return fact_domain(env).outdated() - removed


def leave_out_of_books(app: Sphinx, doctree: document, _docname: str) -> None:
    """Take out what only a website can show, before a writer of books sees it."""
    if app.builder.format != "html" or app.builder.name == "epub":
        history.remove(doctree)


def fact_domain(env: BuildEnvironment) -> FactDomain:
    """The domain of facts in an environment."""
    domain = env.domains["fact"]
    assert isinstance(domain, FactDomain)
    return domain


def book_of(app: Sphinx) -> Book:
    """The book as it is given away as data, once all pages are read."""
    domain, config = fact_domain(app.env), app.config
    return Book(
        reader=domain.reader,
        used_on=domain.used_on(),
        title=edition.setting(config, "project"),
        language=language_tag(config.language),
        licence=config.iomdocs_licence,
        subject=config.iomdocs_subject,
    )


class OfferedData:
    """What the pages of the website offer as data.

    A page with facts offers them, the register those of the whole book, and the front page says
    what the book is about.
    """

    def page(self, app: Sphinx, docname: str, root: str) -> PageData | None:
        """What a page offers, or ``None`` if it shows no fact; ``root`` leads to the files."""
        book = book_of(app)
        linked_data = [linked.described(book)] if docname == app.config.root_doc else []
        ids, name = self._ids(app, docname), self._name(app, docname)
        if ids == frozenset():
            about = [found for found in linked_data if found]
            return PageData("", (), about) if about else None
        endings = files.MEDIA_TYPES if ids is None else files.OF_PAGES
        links = [DataLink(f"{name}.{end}", *files.MEDIA_TYPES[end]) for end in endings]
        addresses = [linked.Distribution(root + link.path, link.media_type) for link in links]
        title = app.env.titles[docname].astext()
        linked_data.append(linked.page_dataset(book, title, ids, addresses))
        phrase = "data-of-book" if ids is None else "data-of-page"
        lead = text.phrase(phrase, book.reader.locale)
        return PageData(lead, links, [found for found in linked_data if found])

    def files(self, app: Sphinx) -> Iterator[tuple[str, bytes]]:
        """All files by their path: those of the book, and those of each page."""
        book = book_of(app)
        if not book.reader.facts:
            return
        yield SCHEMA.name, SCHEMA.read_bytes()
        for file in files.whole(book).values():
            yield f"facts.{file.ending}", file.content
        for docname in sorted(app.env.found_docs):
            if ids := self._ids(app, docname):
                for file in files.of_facts(book, ids).values():
                    yield f"{self._name(app, docname)}.{file.ending}", file.content

    @staticmethod
    def _ids(app: Sphinx, docname: str) -> frozenset[str] | None:
        """The facts that a page shows; ``None`` for all of them."""
        domain = fact_domain(app.env)
        if docname in domain.registers:
            return None
        return frozenset(domain.shown.get(docname, ()))

    @staticmethod
    def _name(app: Sphinx, docname: str) -> str:
        """The files of a page by its name, apart from those of the book."""
        return "facts" if docname in fact_domain(app.env).registers else f"pages/{docname}"
