"""One run of Sphinx with one builder, in a process of its own."""

from __future__ import annotations

import io
import multiprocessing
import re
import signal
from collections.abc import Mapping, Sequence
from contextlib import redirect_stdout
from dataclasses import dataclass, field
from functools import cache
from multiprocessing.connection import Connection
from pathlib import Path
from typing import TYPE_CHECKING, Any

from iomdocs.diagnostics import Diagnostic, Location, in_settings
from iomdocs.publish.complaints import Complaints, Vocabulary

if TYPE_CHECKING:
    from sphinx.application import Sphinx


@dataclass(frozen=True, slots=True)
class Task:
    """What to run: a builder over the sources, into a folder of its own."""

    builder: str
    source: Path
    out: Path
    doctrees: Path
    settings: Mapping[str, Any] = field(default_factory=dict)
    excluded: Sequence[str] = ()
    """Pages, relative to the sources, that cannot be read."""
    data: Path | None = None
    """Where to put the facts as JSON after reading; ``None`` where they are not wanted."""
    resolves: bool = True
    """Whether links are resolved; without it the task only reads, and tells just what is wrong."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of a task: findings, and counts for the closing lines."""

    diagnostics: Sequence[Diagnostic]
    counts: Mapping[str, int] = field(default_factory=dict)
    slug: str = ""
    language: str = ""
    """The language of the book, as Sphinx writes it."""
    website: str = ""
    """The address at which the website is to be, or nothing."""
    folders: Sequence[Path] = ()
    """Where the record modules stand."""


def start(task: Task) -> Running:
    """Run a task in a new process, forked from a warm one where the system can."""
    context = _context()
    here, there = context.Pipe(duplex=False)
    process = context.Process(target=_run_and_send, args=(task, there))
    process.start()
    there.close()
    return Running(task, process, here)


_WARM = ("iomdocs.extension", "myst_parser.sphinx_ext.main", "sphinx.application")
"""What a process has loaded before it is forked."""


@cache
def _context() -> Any:
    """How processes are begun.

    Forked from a server that never runs Sphinx itself, never from the caller: a process that has
    used Typst has threads, which a fork does not take along and then waits for without end.
    """
    if "forkserver" not in multiprocessing.get_all_start_methods():
        return multiprocessing.get_context("spawn")
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(list(_WARM))
    return context


@dataclass(frozen=True, slots=True)
class Running:
    """A task under way."""

    task: Task
    process: Any
    connection: Connection

    def outcome(self) -> Outcome:
        """Wait for the end; a process that died is a finding that names its builder."""
        try:
            outcome: Outcome = self.connection.recv()
        except EOFError:
            self.process.join()
            message = f"the process for {self.task.builder} ended with {self.process.exitcode}"
            outcome = Outcome([_failure(self.task, message)])
        except BaseException:
            self.process.kill()
            self.process.join()
            raise
        self.process.join()
        return outcome


def together(tasks: Sequence[Task]) -> list[Outcome]:
    """Run tasks at once and wait for all; none goes on if the caller is stopped."""
    running = [start(task) for task in tasks]
    try:
        return [each.outcome() for each in running]
    finally:
        for each in running:
            each.process.kill()
            each.process.join()


def _run_and_send(task: Task, connection: Connection) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the caller is stopped by it, and stops us
    connection.send(run(task))
    connection.close()


def run(task: Task) -> Outcome:
    """Run a task in this process. No exception leaves it: what goes wrong is a finding."""
    from sphinx.errors import ConfigError, SphinxError
    from sphinx.util.docutils import docutils_namespace, patch_docutils

    from iomdocs.extension import fact_domain
    from iomdocs.extension.reading import only_read
    from iomdocs.formats.edition import book_slug

    complaints = Complaints(task.source)
    app: Sphinx | None = None
    try:
        with patch_docutils(str(task.source)), docutils_namespace():
            app = _application(task, complaints)
            if "iomdocs" not in app.extensions:
                return Outcome([_not_our_book(task)])
            app.config.exclude_patterns += task.excluded
            if not task.resolves:
                only_read(app)
            app.build()
            _write_data(app, task)
    except ConfigError as error:
        return Outcome([_wrong_settings(task, str(error))])
    except SphinxError as error:
        failure = _failure(task, str(error))
        return Outcome([*complaints.diagnostics(_vocabulary(app)), failure])
    except Exception as error:
        message = f"{type(error).__name__}: {error} (in {_last_frame(error)})"
        return Outcome([*complaints.diagnostics(_vocabulary(app)), _failure(task, message)])
    return Outcome(
        complaints.diagnostics(_vocabulary(app)),
        _counts(app),
        slug=book_slug(app.config),
        language=str(app.config["language"] or ""),
        website=str(app.config["html_baseurl"] or ""),
        folders=sorted({file.parent for file in fact_domain(app.env).facts.files}),
    )


def _application(task: Task, complaints: Complaints) -> Sphinx:
    from sphinx.application import Sphinx

    status = io.StringIO()
    with redirect_stdout(status):  # some extensions print while they are loaded
        return Sphinx(
            srcdir=task.source,
            confdir=task.source,
            outdir=task.out,
            doctreedir=task.doctrees,
            buildername=task.builder,
            confoverrides=dict(task.settings),
            status=status,
            warning=complaints,
        )


def _write_data(app: Sphinx, task: Task) -> None:
    """Put the facts as JSON where the task wants them; a book without facts has none."""
    from iomdocs.extension import facts_as_json

    if task.data and (content := facts_as_json(app)):
        task.data.write_bytes(content)


def _counts(app: Sphinx) -> Mapping[str, int]:
    from iomdocs.extension import fact_domain

    domain = fact_domain(app.env)
    return {
        "topics": len(app.env.found_docs),
        "facts": len(domain.facts),
        "sources": len(domain.facts.sources),
        "pages": int(getattr(app.builder, "page_count", 0)),
    }


def _vocabulary(app: Sphinx | None) -> Vocabulary:
    """The names that exist in this book, for hints."""
    if app is None or not hasattr(app, "env"):
        return Vocabulary()
    from iomdocs.extension import fact_domain

    domains = list(app.env.domains.sorted())
    return Vocabulary(
        roles=["fact", *_qualified(domains, "roles")],
        directives=[*_COMMON_DIRECTIVES, *_qualified(domains, "directives")],
        sources=fact_domain(app.env).facts.sources,
        pages=app.env.found_docs,
    )


_COMMON_DIRECTIVES = (
    *("admonition", "attention", "caution", "code-block", "danger", "epigraph", "error"),
    *("figure", "footbibliography", "bibliography", "hint", "image", "important", "list-table"),
    *("math", "note", "only", "rubric", "seealso", "table", "tip", "toctree", "topic", "warning"),
)
"""Directives outside the domains that pages of a handbook use."""


def _qualified(domains: Any, what: str) -> list[str]:
    """Names as a page writes them: ``fact:card``, and those of ``std`` without a prefix."""
    return [
        name if domain.name == "std" else f"{domain.name}:{name}"
        for domain in domains
        for name in getattr(domain, what)
    ]


def _wrong_settings(task: Task, message: str) -> Diagnostic:
    conf = task.source / "conf.py"
    line = re.findall(r'conf\.py", line (\d+)', message)
    last = message.strip().splitlines()[-1].strip()
    hint = "the settings are Python: look for a missing quotation mark, comma or bracket"
    return Diagnostic(Location(str(conf), int(line[-1]) if line else 0), "B002", last, hint)


def _not_our_book(task: Task) -> Diagnostic:
    message = "the book does not use the extension iomdocs"
    hint = 'add "iomdocs" to the list of extensions'
    return in_settings(task.source / "conf.py", "extensions", message, hint)


def _failure(task: Task, message: str) -> Diagnostic:
    place = Location(str(task.source / "conf.py"))
    hint = f"the step '{task.builder}' could not be finished; nothing was published"
    return Diagnostic(place, "B003", " ".join(message.split()), hint)


def _last_frame(error: BaseException) -> str:
    traceback = error.__traceback__
    while traceback and traceback.tb_next:
        traceback = traceback.tb_next
    if traceback is None:
        return "?"
    code = traceback.tb_frame.f_code
    return f"{Path(code.co_filename).name}:{traceback.tb_lineno}"
