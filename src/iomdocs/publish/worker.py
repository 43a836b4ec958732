"""One run of Sphinx with one builder."""

from __future__ import annotations

import io
import re
import shutil
from collections.abc import Callable, Mapping
from contextlib import redirect_stdout
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from iomdocs.diagnostics import Diagnostic, Location, in_settings
from iomdocs.publish import counting, outside
from iomdocs.publish.complaints import Complaints, Vocabulary
from iomdocs.publish.progress import Progress
from iomdocs.publish.tasks import Outcome, Reading, Task, Writing

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.config import Config


Tell = Callable[[Progress], object]
"""Hears how far a task is."""


def run(task: Task, tell: Tell) -> Outcome:
    """Run a task in this process. No exception leaves it: what goes wrong is a finding."""
    from sphinx.errors import ConfigError, SphinxError
    from sphinx.util.docutils import docutils_namespace, patch_docutils

    from iomdocs.extension import digests, fact_domain
    from iomdocs.extension.reading import only_read
    from iomdocs.extension.untrusted import Unsafe
    from iomdocs.formats.edition import book_slug
    from iomdocs.publish.phases import OtherSettings, prepared

    complaints = Complaints(task.source)
    app: Sphinx | None = None
    try:
        with patch_docutils(str(task.source)), docutils_namespace():
            app = application(task, complaints)
            if "iomdocs" not in app.extensions:
                return Outcome([_not_our_book(task)])
            app.config.exclude_patterns += task.excluded
            if not task.resolves:
                only_read(app)
            counting.connect(app, tell)
            with prepared(app, task.reading, task.writing):
                app.build()
            _write_data(app, task)
        _read_again(app, task.writing)
    except OtherSettings:
        shutil.rmtree(task.doctrees)
        return run(replace(task, reading=Reading()), tell)
    except ConfigError as error:
        return Outcome([_wrong_settings(task, str(error))])
    except SphinxError as error:
        told = complaints.diagnostics(vocabulary(app))
        is_told = told and isinstance(error, Unsafe)
        return Outcome(told if is_told else [*told, _failure(task, str(error))])
    except Exception as error:
        message = f"{type(error).__name__}: {error} (in {_last_frame(error)})"
        return Outcome([*complaints.diagnostics(vocabulary(app)), _failure(task, message)])
    return Outcome(
        complaints.diagnostics(vocabulary(app)),
        _counts(app),
        slug=book_slug(app.config),
        identity=_identity(app.config),
        language=str(app.config["language"] or ""),
        website=str(app.config["html_baseurl"] or ""),
        same_words=bool(app.config["iomdocs_same_words"]),
        folders=sorted(
            {file.parent for file in fact_domain(app.env).facts.files} | outside.folders(app)
        ),
        digests=digests.of_pages(app) if task.reading else {},
        shared=digests.of_book(app) if task.reading else "",
        dependencies=sorted(_dependencies(app)),
        around=sorted(outside.files(app) - _dependencies(app)),
        pages=[Path(app.env.doc2path(docname)) for docname in sorted(app.env.found_docs)],
    )


def application(task: Task, complaints: Complaints) -> Sphinx:
    """The application of a task, which tells ``complaints`` its warnings."""
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


def _identity(config: Config) -> Mapping[str, str]:
    settings = {"title": "project", "edition": "iomdocs_edition", "as_of": "iomdocs_as_of"}
    said = {name: str(config[setting] or "") for name, setting in settings.items()}
    return {name: words for name, words in said.items() if words}


def _write_data(app: Sphinx, task: Task) -> None:
    """Put the facts as JSON where the task wants them; a book without facts has none."""
    from iomdocs.extension import facts_as_json

    if task.data and (content := facts_as_json(app)):
        task.data.write_bytes(content)


def _read_again(app: Sphinx, writing: Writing | None) -> None:
    """Read what is finished while other formats are written; the PDF is last and read by itself."""
    out = Path(app.outdir)
    files = {"html": [out], "epub": sorted(out.glob("*.epub"))}.get(app.builder.name)
    if writing and writing.readings and files:
        writing.readings.read(app.builder.name, files[0])


def _dependencies(app: Sphinx) -> set[Path]:
    files = {file for found in app.env.dependencies.values() for file in found}
    return {Path(app.srcdir, file).resolve() for file in files}


def _counts(app: Sphinx) -> Mapping[str, int]:
    from iomdocs.extension import fact_domain

    domain = fact_domain(app.env)
    return {
        "topics": len(app.env.found_docs),
        "facts": len(domain.facts),
        "sources": len(domain.facts.sources),
        "pages": int(getattr(app.builder, "page_count", 0)),
    }


def vocabulary(app: Sphinx | None) -> Vocabulary:
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


def died(task: Task, code: int) -> Outcome:
    """What is told of a task whose process has ended without a word, with this exit code."""
    return Outcome([_failure(task, f"the process that makes it has died ({code})")])


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
    words = f"{task.title}: {' '.join(message.split())}"
    return Diagnostic(place, "B003", words, "this could not be finished; nothing was published")


def _last_frame(error: BaseException) -> str:
    traceback = error.__traceback__
    while traceback and traceback.tb_next:
        traceback = traceback.tb_next
    if traceback is None:
        return "?"
    code = traceback.tb_frame.f_code
    return f"{Path(code.co_filename).name}:{traceback.tb_lineno}"
