"""All facts of a book together: found, read, checked against each other."""

from __future__ import annotations

import importlib.util
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields
from datetime import date
from importlib.machinery import ModuleSpec, PathFinder
from pathlib import Path

from iomdocs.diagnostics import Diagnostic, Problem, in_settings, nearest
from iomdocs.facts import checks, derivations, records, sources
from iomdocs.facts.derivation import Comparison
from iomdocs.facts.model import Fact, Topic
from iomdocs.facts.sources import Source
from iomdocs.facts.values import Day


@dataclass(frozen=True, slots=True)
class Registry(Mapping[str, Fact]):
    """The facts of a book by id, in the order of their files.

    ``facts["membership.states"].on(date(2016, 7, 1))`` is a statement.
    """

    by_id: Mapping[str, Fact]
    topics: Sequence[Topic]
    sources: Mapping[str, Source]
    files: Sequence[Path]
    is_complete: bool
    problems: Sequence[Diagnostic]

    def __getitem__(self, id_: str) -> Fact:
        return self.by_id[id_]

    def __iter__(self) -> Iterator[str]:
        return iter(self.by_id)

    def __len__(self) -> int:
        return len(self.by_id)

    def __contains__(self, id_: object) -> bool:
        return id_ in self.by_id

    def find(self, id_: str) -> Fact:
        """The fact with that id.

        :raises Problem: there is none (F001, with the nearest ids).
        """
        if id_ in self.by_id:
            return self.by_id[id_]
        if not self.is_complete:
            raise Problem.reported()
        hint = nearest(id_, self.by_id, "the register of facts lists every id")
        raise Problem("F001", f"there is no fact '{id_}'", hint)

    @property
    def comparisons(self) -> Sequence[Comparison]:
        """Every statement of every derived fact beside what the fact derives from."""
        return derivations.compare(self.by_id)

    def overdue(self, day: date) -> Sequence[tuple[Day, Fact]]:
        """The facts that were to be looked at again before ``day``, the longest overdue first."""
        found = [(f.review_after, f) for f in self.by_id.values() if f.review_after]
        late = [(after, fact) for after, fact in found if fact.is_overdue(day)]
        return sorted(late, key=lambda pair: pair[0].last)

    def watched(self, told: Callable[[str], object]) -> Registry:
        """The same facts; ``told`` hears of each id that is looked up, also of one without fact."""
        mine = {each.name: getattr(self, each.name) for each in fields(self)}
        return _Watched(**{**mine, "told": told})

    def of_topic(self, topic: str) -> Sequence[Fact]:
        """The facts whose id begins with the name of the topic."""
        return [fact for fact in self.by_id.values() if fact.id.split(".")[0] == topic]


@dataclass(frozen=True, slots=True)
class _Watched(Registry):
    """A registry that tells what is looked up in it."""

    told: Callable[[str], object]

    def find(self, id_: str) -> Fact:
        self.told(id_)
        return Registry.find(self, id_)


def load(
    module: str,
    folder: Path,
    bibliographies: Iterable[Path],
    path: Sequence[str] | None = None,
) -> Registry:
    """Read and check the facts of ``module`` without running it.

    :param module: dotted name of a module, or of a package whose modules hold records; empty for
        a book without facts. It is looked up in ``folder`` first, then as Python would.
    :param bibliographies: the ``.bib`` files in which sources must stand.
    :param path: folders to look in after ``folder``, and nowhere else; as Python would if ``None``.
    :returns: the facts that can be used, and everything that was found wrong.
    """
    known, problems = sources.read(bibliographies)
    files = record_files(module, folder, path) if module else []
    if module and not files:
        hint = "iomdocs_facts is the dotted name of a Python module or package"
        message = f"there is no module '{module}' with facts"
        problems.append(in_settings(folder / "conf.py", "iomdocs_facts", message, hint))
    found = records.read(files)
    problems += found.problems
    is_complete = found.is_complete and bool(files or not module)
    collection = checks.Collection(found.facts, found.topics, known, is_complete)
    problems += checks.run(collection)
    by_id: dict[str, Fact] = {}
    for fact in found.facts:
        by_id.setdefault(fact.id, fact)
    topics = sorted(found.topics, key=lambda topic: topic.title)
    return Registry(by_id, topics, known, files, is_complete, sorted(problems))


def record_files(module: str, folder: Path, path: Sequence[str] | None = None) -> list[Path]:
    """The Python files of a module or package, found without importing it."""
    spec = _find(module, [str(folder), *(sys.path if path is None else path)])
    if spec is None and path is None:
        spec = _installed(module)
    if spec is None:
        return []
    if spec.submodule_search_locations:
        folders = [Path(place) for place in spec.submodule_search_locations]
        files = [file for place in folders for file in sorted(place.glob("*.py"))]
        return [file for file in files if file.name != "__init__.py"]
    return [Path(spec.origin)] if spec.origin else []


def _find(module: str, path: Sequence[str]) -> ModuleSpec | None:
    search: Sequence[str] | None = path
    spec: ModuleSpec | None = None
    name = ""
    for part in module.split("."):
        if search is None:
            return None
        name = f"{name}.{part}" if name else part
        spec = PathFinder.find_spec(name, list(search))
        if spec is None:
            return None
        search = spec.submodule_search_locations
    return spec


def _installed(module: str) -> ModuleSpec | None:
    """The module as import hooks see it, for editable installs that leave no path behind."""
    try:
        return importlib.util.find_spec(module)
    except (ImportError, ValueError):
        return None
