"""The ``fact`` domain: which facts pages show, and where the register has them."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar, NamedTuple, cast

from docutils import nodes
from sphinx import addnodes
from sphinx.domains import Domain, ObjType
from sphinx.util.nodes import make_refnode

from iomdocs.cache import Cache
from iomdocs.data import subject
from iomdocs.data.book import cited
from iomdocs.diagnostics import Location, Problem
from iomdocs.facts import registry
from iomdocs.facts.reading import Reader, Reading
from iomdocs.languages import locale_of
from iomdocs.markup import directives, elements, roles
from iomdocs.markup.forge import Forge
from iomdocs.markup.provenance import provenance_of
from iomdocs.markup.reporting import report_diagnostic
from iomdocs.nodes import Provenance

if TYPE_CHECKING:
    from docutils.nodes import Element
    from sphinx.builders import Builder
    from sphinx.environment import BuildEnvironment


class RegisterPage(NamedTuple):
    """A page with the register: a digest of all facts when it was read, and the lines with it."""

    digest: str
    lines: Sequence[int]


class FactDomain(Domain):
    """Roles, directives and the record of which page shows which fact.

    The record keeps a digest of each fact as the page shows it, so that a changed fact is known
    to change just the pages that show it. It has what a page looks up, whether or not there is
    such a fact: one that comes later changes the page, too.
    """

    name = "fact"
    label = "Facts"
    data_version = 2
    object_types: ClassVar[dict[str, ObjType]] = {"entry": ObjType("fact", "entry")}
    roles = roles.ROLES
    directives = directives.DIRECTIVES
    initial_data: ClassVar[dict[str, Any]] = {"shown": {}, "registers": {}, "written": {}}
    drawings: Cache | None = None
    """Charts and maps of earlier builds; the extension brings it."""

    @cached_property
    def facts(self) -> registry.Registry:
        """All facts of the book, read and checked."""
        config = self.env.config
        folder = Path(self.env.srcdir)
        bibliographies = [folder / name for name in getattr(config, "bibtex_bibfiles", ())]
        return registry.load(config.iomdocs_facts, folder, bibliographies)

    @cached_property
    def reader(self) -> Reader:
        """Reads facts on the day of the edition, in the language of the build."""
        config = self.env.config
        edition = date.fromisoformat(config.iomdocs_edition or date.max.isoformat())
        as_of = date.fromisoformat(config.iomdocs_as_of) if config.iomdocs_as_of else None
        return Reader(self.facts, edition, locale_of(config.language), as_of)

    @cached_property
    def page_reader(self) -> Reader:
        """As :attr:`reader`, and records what it looks up for the page being read."""
        return replace(self.reader, facts=self.facts.watched(self.note_fact))

    def read(self, reference: str, *, tables: bool = False) -> tuple[Reading, Provenance | None]:
        """What a reference gives on the page being read, and what stands behind it.

        As :meth:`Reader.read`, whose errors it has; worked out once for all pages.
        """
        known = self._readings.get((reference, tables))
        if known is None:
            reading = self.page_reader.read(reference, tables=tables)
            known = reading, provenance_of(reading, self.reader)
            self._readings[reference, tables] = known
        self.note_fact(known[0].fact)
        return known

    @cached_property
    def _readings(self) -> dict[tuple[str, bool], tuple[Reading, Provenance | None]]:
        return {}

    @cached_property
    def forge(self) -> Forge:
        """The repository of the book, to which the register leads."""
        config = self.env.config
        folder = Path(self.env.srcdir).parent
        return Forge(config.iomdocs_repository, config.iomdocs_branch, folder)

    def forget_facts(self) -> None:
        """Have the records read again: their files have changed."""
        for name, value in vars(FactDomain).items():
            if isinstance(value, cached_property):
                self.__dict__.pop(name, None)

    @property
    def shown(self) -> dict[str, dict[str, str]]:
        """By page: the facts it shows, each with its digest; empty where there is no such fact."""
        return cast("dict[str, dict[str, str]]", self.data["shown"])

    @property
    def registers(self) -> dict[str, RegisterPage]:
        """The pages with the register; a book should have one."""
        return cast("dict[str, RegisterPage]", self.data["registers"])

    @property
    def register(self) -> str | None:
        """The page with the register to which values lead."""
        return min(self.registers, default=None)

    def note_fact(self, fact_id: str) -> None:
        """Record that the page being read shows a fact, or would if there were one."""
        self.shown.setdefault(self.env.docname, {})[fact_id] = self._digests.get(fact_id, "")
        self._forget_pages()

    def note_register(self, line: int) -> None:
        """Record that the page being read has the register, which shows no fact by that."""
        page = self.registers.get(self.env.docname)
        lines = (*page.lines, line) if page else (line,)
        self.registers[self.env.docname] = RegisterPage(self._digest_of_all, lines)

    @cached_property
    def used_on(self) -> Mapping[str, list[str]]:
        """The pages that show each fact, in order of their names."""
        pages: dict[str, list[str]] = {}
        for docname in sorted(self.shown):
            for fact_id in self.shown[docname]:
                pages.setdefault(fact_id, []).append(docname)
        return pages

    def _forget_pages(self) -> None:
        self.__dict__.pop("used_on", None)

    def outdated(self) -> set[str]:
        """The pages that show a fact which has changed since they were read."""
        pages = {
            docname
            for docname, facts in self.shown.items()
            if any(digest != self._digests.get(fact_id, "") for fact_id, digest in facts.items())
        }
        lists = {
            docname
            for docname, page in self.registers.items()
            if page.digest != self._digest_of_all
        }
        return pages | lists

    def pages_to_write(self) -> set[str]:
        """The pages that tell of what has changed elsewhere since the last run.

        The register has the titles of the pages that show a fact, values lead to the register,
        and the front page says what the book is about.
        """
        states = {
            "used_on": self._digest_of_usage(),
            "register": self.register,
            "subject": self._digest_of_subject(),
        }
        pages = {
            "used_on": self.registers.keys(),
            "register": self.shown.keys(),
            "subject": {self.env.config.root_doc},
        }
        before = self.data["written"]
        self.data["written"] = states
        changed = [name for name, state in states.items() if state != before.get(name)]
        return {docname for name in changed for docname in pages[name]}

    def state_of(self, docname: str) -> str:
        """A digest of what a page shows of facts that is not in its doctree.

        A value leads to what the sources say of it, the register to the pages that show a fact, and
        the front page tells what the book is about.
        """
        parts = [repr(sorted(self.shown.get(docname, {}).items()))]
        if docname in self.registers:
            parts.append(self._digest_of_usage())
        if docname == self.env.config.root_doc:
            parts.append(self._digest_of_subject())
        return _digest_of(*parts)

    def check_consistency(self) -> None:
        """Warn of each register after the first (F011), once all pages are read."""
        places = [(name, line) for name in self.registers for line in self.registers[name].lines]
        hint = f"the first stands on the page {self.register}; link there instead"
        problem = Problem("F011", "the book has a register already", hint)
        for docname, line in sorted(places)[1:]:
            report_diagnostic(problem.at(Location(str(self.env.doc2path(docname)), line)))

    def clear_doc(self, docname: str) -> None:
        self.shown.pop(docname, None)
        self.registers.pop(docname, None)
        self._forget_pages()

    def merge_domaindata(self, docnames: AbstractSet[str], otherdata: dict[str, Any]) -> None:
        for name in ("shown", "registers"):
            found = otherdata[name]
            self.data[name].update({docname: found[docname] for docname in docnames & found.keys()})
        self._forget_pages()

    def resolve_xref(
        self,
        env: BuildEnvironment,
        fromdocname: str,
        builder: Builder,
        typ: str,
        target: str,
        node: addnodes.pending_xref,
        contnode: Element,
    ) -> nodes.reference | None:
        docname = self.register
        if docname is None or target not in self.facts:
            return None
        if elements.is_inside_link(node):
            return cast("nodes.reference", contnode)
        link = make_refnode(builder, fromdocname, docname, f"fact-{target}", contnode)
        link["classes"].append("fact-link")
        return link

    def resolve_any_xref(self, *_: Any) -> list[tuple[str, nodes.reference]]:
        return []

    def get_objects(self) -> Iterable[tuple[str, str, str, str, str, int]]:
        if self.register is None:
            return
        for fact in self.facts.values():
            yield (fact.id, fact.label, "entry", self.register, f"fact-{fact.id}", 1)

    @cached_property
    def _digests(self) -> Mapping[str, str]:
        """A digest of each fact with its sources, of which pages print more than the key."""
        day, sources = self.reader.day.isoformat(), self.facts.sources
        return {
            fact.id: _digest_of(
                repr(fact), day, *(repr(sources.get(key)) for key in sorted(cited([fact])))
            )
            for fact in self.facts.values()
        }

    @cached_property
    def _digest_of_all(self) -> str:
        """A digest of what the register has: topics, facts and where they are recorded."""
        places = (repr(fact.location) for fact in self.facts.values())
        return _digest_of(repr(self.facts.topics), *self._digests.values(), *places)

    def _digest_of_usage(self) -> str:
        """A digest of which pages show each fact, and of their titles."""
        titles = {page: self.env.titles[page].astext() for page in self.shown}
        return _digest_of(repr(sorted(self.used_on.items())), repr(sorted(titles.items())))

    def _digest_of_subject(self) -> str:
        """A digest of the facts that tell what the book is about."""
        ids: list[str] = []
        reader = replace(self.reader, facts=self.facts.watched(ids.append))
        subject.describe(self.env.config.iomdocs_subject, reader)
        return _digest_of(*(self._digests.get(fact_id, "") for fact_id in ids))


def fact_domain(env: BuildEnvironment) -> FactDomain:
    """The domain of facts in an environment."""
    domain = env.domains["fact"]
    assert isinstance(domain, FactDomain)
    return domain


def _digest_of(*texts: str) -> str:
    return hashlib.blake2b("\0".join(texts).encode(), digest_size=12).hexdigest()
