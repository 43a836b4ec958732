"""A build that begins where the last one ended, with the result of one that begins with nothing."""

from __future__ import annotations

import hashlib
import shutil
import tempfile
from collections.abc import Mapping, Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from iomdocs.diagnostics import Diagnostic, Problem
from iomdocs.facts import registry, settings
from iomdocs.formats.files import file_name
from iomdocs.publish import (
    checksums,
    gathering,
    inputs,
    processes,
    readings,
    revisions,
    state,
    verifying,
    writing,
)
from iomdocs.publish.inputs import Inputs
from iomdocs.publish.progress import Report
from iomdocs.publish.reading import read
from iomdocs.publish.readings import KeptReadings
from iomdocs.publish.state import DOCTREES, State
from iomdocs.publish.tasks import Outcome, Reading, Writing
from iomdocs.publish.workplace import Workplace
from iomdocs.verify.beside import Result
from iomdocs.verify.verification import Ahead

_ATTEMPTS = 3
"""How often a build begins again because somebody changes the sources meanwhile."""

_PAGES = "pages"
"""The folder in a state with finished pages, by format."""


@dataclass(frozen=True, slots=True)
class Build:
    """One build of the book in ``source``, in a place that it has for itself."""

    source: Path
    place: Workplace
    formats: Sequence[str]
    report: Report
    given: Mapping[str, Any]
    """What the command sets in the place of ``conf.py``."""
    warnings: list[Diagnostic] = field(default_factory=list)
    """What is to be told of the result, and did not stop the build."""

    def run(self) -> State:
        """Publish the book; nothing is done if that is so already.

        :returns: what is now published, and what from.
        :raises Rejected: anything is wrong with the book.
        :raises Problem: the sources change all the time (B008).
        """
        for _ in range(_ATTEMPTS):
            if built := self._attempt():
                return built
        hint = "save them, then build again"
        raise Problem("B008", "the sources change while the book is made from them", hint)

    def _attempt(self) -> State | None:
        kept = state.read(self.place.state)
        if kept is None:
            shutil.rmtree(self.place.state, ignore_errors=True)
        before = self._inputs(kept.dependencies, kept.folders) if kept else self._inputs((), ())
        revision = revisions.current(self.source)
        if kept and self._is_published(kept, before, revision):
            self.report("Nothing has changed")
            return kept
        processes.begin()
        folder = Path(tempfile.mkdtemp(dir=self.place.new))
        book = self._read(folder, kept, before, revision)
        dependencies = [str(path) for path in (*book.dependencies, *book.around)]
        folders = [str(path) for path in book.folders]
        made_from = self._inputs(dependencies, folders)
        written = self._write(folder, book, made_from, revision)
        with self._reading_pdf(folder, book, made_from) as pdf:
            if made_from != self._inputs(dependencies, folders) or not _has(made_from, before):
                self.report("The sources have changed meanwhile: once more")
                return None
            self.report(f"Putting the files into {self.place.out.name}/")
            finished = gathering.gather(folder, self.formats, book)
            self._verify(finished, book, kept, made_from, pdf)
        pages = max((outcome.counts["pages"] for outcome in written), default=0)
        built = State(
            inputs=made_from,
            revision=revision,
            formats=list(self.formats),
            folders=folders,
            dependencies=dependencies,
            counts={**book.counts, "pages": pages},
            slug=book.slug,
            published=_digest(repr(checksums.of(finished))),
        )
        state.write(folder / "state", built)
        self.place.publish(finished)
        self.place.keep(folder / "state")
        return built

    @property
    def _is_checked(self) -> bool:
        return bool(self.given.get("iomdocs_verified"))

    def _readings(self, folder: Path, made_from: Inputs) -> KeptReadings:
        before, after = self.place.state / readings.FOLDER, folder / "state" / readings.FOLDER
        return KeptReadings(before, after, made_from.program)

    def _reading_pdf(
        self, folder: Path, book: Outcome, made_from: Inputs
    ) -> AbstractContextManager[Result[Ahead] | None]:
        """Begin to read the PDF again while other files are put together."""
        if not self._is_checked:
            return nullcontext()
        pdf = folder / "pdf" / file_name(book.slug, "pdf")
        return verifying.reading(pdf, self._readings(folder, made_from))

    def _verify(
        self,
        finished: Path,
        book: Outcome,
        kept: State | None,
        made_from: Inputs,
        pdf: Result[Ahead] | None,
    ) -> None:
        """Check the finished files; a receipt of equal files by the same program is still good."""
        if not self._is_checked:
            return
        self.report("Checking the finished files")
        is_same = kept is not None and kept.inputs.program == made_from.program
        found = verifying.check(
            finished,
            self.formats,
            self.place.out if is_same else None,
            self._readings(finished.parent, made_from),
            pdf,
            same_words=book.same_words,
        )
        self.warnings.extend(found)

    def _is_published(self, kept: State, now: Inputs, revision: str) -> bool:
        is_same = (kept.inputs, kept.revision, kept.formats) == (now, revision, list(self.formats))
        return is_same and _digest(repr(checksums.of(self.place.out))) == kept.published

    def _inputs(self, dependencies: Sequence[str], folders: Sequence[str]) -> Inputs:
        more = map(Path, dependencies)
        records = {file.parent for file in self._records()} | set(map(Path, folders))
        return inputs.inputs(self.source, self.place.out, records, more, self.given)

    def _records(self) -> Sequence[Path]:
        """The record modules, where ``conf.py`` tells them without being run."""
        conf, _ = settings.read(self.source / "conf.py")
        files = registry.record_files(conf.facts, self.source) if conf.facts else []
        return [file.resolve() for file in files]

    def _read(self, folder: Path, kept: State | None, now: Inputs, revision: str) -> Outcome:
        changed = self._changed(kept, now)
        if changed is not None:
            shutil.copytree(self.place.state / DOCTREES, folder / DOCTREES)
        how = Reading(changed, is_other_revision=kept is None or kept.revision != revision)
        book = read(self.source, self.place.out, folder, self.report, self._settings(), how)
        shutil.copytree(folder / DOCTREES, folder / "state" / DOCTREES)
        return book

    def _settings(self) -> Mapping[str, Any]:
        """What Sphinx is told beside ``conf.py``; drawings and PDFs are kept for later builds."""
        if b"iomdocs_cache" in (self.source / "conf.py").read_bytes():
            return self.given
        return {**self.given, "iomdocs_cache": str(self.place.made.resolve())}

    def _changed(self, kept: State | None, now: Inputs) -> set[str] | None:
        """The files that have changed since the last build; ``None`` if all must be read."""
        if kept is None or kept.inputs.program != now.program:
            return None
        changed = kept.inputs.changed(now)
        records = self._records()
        come_and_gone = kept.inputs.come_and_gone(now)
        decides = any(inputs.decides_all(path, records) for path in changed)
        decides |= any(inputs.can_be_asked_for(path, records) for path in come_and_gone)
        return None if decides else changed

    def _write(
        self, folder: Path, book: Outcome, made_from: Inputs, revision: str
    ) -> Sequence[Outcome]:
        given = {
            **self._settings(),
            "iomdocs_revision": revision,
            "iomdocs_revision_time": revisions.time_of(self.source, revision),
        }
        what = Writing(
            digests=book.digests,
            shared=book.shared,
            others=self._others(book, made_from),
            kept=self.place.state / _PAGES,
            keep=folder / "state" / _PAGES,
            readings=self._readings(folder, made_from) if self._is_checked else None,
        )
        written = writing.write(self.source, folder, self.formats, self.report, given, what)
        for pages in what.kept.glob("*"):
            if pages.name not in self.formats:
                shutil.copytree(pages, what.keep / pages.name)
        return written

    def _others(self, book: Outcome, made_from: Inputs) -> str:
        """A digest of the program, and of sources that are no pages, no part of one, no records."""
        known = {
            path.resolve().as_posix()
            for path in (*book.pages, *book.dependencies, *self._records())
        }
        others = {path: found for path, found in made_from.files.items() if path not in known}
        return _digest(repr([made_from.program, *sorted(others.items())]))


def _has(after: Inputs, before: Inputs) -> bool:
    """Whether all that was there before is there after, and the same, or is not used any more."""
    unused = {path for path in before.files.keys() - after.files if Path(path).is_file()}
    return all(
        after.files.get(path) == found for path, found in before.files.items() if path not in unused
    )


def _digest(text: str) -> str:
    return hashlib.blake2b(text.encode(), digest_size=16).hexdigest()
