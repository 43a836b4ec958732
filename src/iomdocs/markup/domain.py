"""The ``fact`` domain: which facts pages show, and where the register has them."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from collections.abc import Set as AbstractSet
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar, cast

from docutils import nodes
from sphinx import addnodes
from sphinx.domains import Domain, ObjType
from sphinx.transforms.post_transforms import SphinxPostTransform
from sphinx.util.nodes import make_refnode

from iomdocs.facts import registry
from iomdocs.facts.reading import Reader
from iomdocs.languages import locale_of
from iomdocs.markup import directives, roles
from iomdocs.markup.forge import Forge
from iomdocs.nodes import fact_usage

if TYPE_CHECKING:
    from docutils.nodes import Element
    from sphinx.builders import Builder
    from sphinx.environment import BuildEnvironment

REGISTER = "*"
"""What a page with a register shows: any fact at all."""


class FactDomain(Domain):
    """Roles, directives and the record of which page shows which fact.

    The record keeps a digest of each fact as the page shows it, so that a changed fact is known
    to change just the pages that show it.
    """

    name = "fact"
    label = "Facts"
    data_version = 1
    object_types: ClassVar[dict[str, ObjType]] = {"entry": ObjType("fact", "entry")}
    roles = roles.ROLES
    directives = directives.DIRECTIVES
    initial_data: ClassVar[dict[str, Any]] = {"shown": {}}

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
    def forge(self) -> Forge:
        """The repository of the book, to which the register leads."""
        config = self.env.config
        folder = Path(self.env.srcdir).parent
        return Forge(config.iomdocs_repository, config.iomdocs_branch, folder)

    @property
    def shown(self) -> dict[str, dict[str, str]]:
        """By page: the facts it shows, each with the digest of the fact."""
        return cast("dict[str, dict[str, str]]", self.data["shown"])

    @property
    def registers(self) -> set[str]:
        """The pages with a register."""
        return {docname for docname, facts in self.shown.items() if REGISTER in facts}

    def note_fact(self, fact_id: str) -> None:
        """Record that the page being read shows a fact."""
        self.shown.setdefault(self.env.docname, {})[fact_id] = self._digests[fact_id]

    def note_register(self) -> None:
        """Record that the page being read has the register."""
        self.note_fact(REGISTER)

    def used_on(self) -> Mapping[str, list[str]]:
        """The pages that show each fact, in order of their names; a register shows none by it."""
        pages: dict[str, list[str]] = {}
        for docname in sorted(self.shown):
            for fact_id in self.shown[docname].keys() - {REGISTER}:
                pages.setdefault(fact_id, []).append(docname)
        return pages

    def outdated(self) -> set[str]:
        """The pages that show a fact which has changed since they were read."""
        return {
            docname
            for docname, facts in self.shown.items()
            if any(digest != self._digests.get(fact_id) for fact_id, digest in facts.items())
        }

    def clear_doc(self, docname: str) -> None:
        self.shown.pop(docname, None)

    def merge_domaindata(self, docnames: AbstractSet[str], otherdata: dict[str, Any]) -> None:
        for docname in docnames & otherdata["shown"].keys():
            self.shown[docname] = otherdata["shown"][docname]

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
        docname = min(self.registers, default=None)
        if docname is None or target not in self.facts:
            return None
        if _is_inside_link(node):
            return cast("nodes.reference", contnode)
        link = make_refnode(builder, fromdocname, docname, f"fact-{target}", contnode)
        link["classes"].append("fact-link")
        return link

    def resolve_any_xref(self, *_: Any) -> list[tuple[str, nodes.reference]]:
        return []

    def get_objects(self) -> Iterable[tuple[str, str, str, str, str, int]]:
        for docname in sorted(self.registers)[:1]:
            for fact in self.facts.values():
                yield (fact.id, fact.label, "entry", docname, f"fact-{fact.id}", 1)

    @cached_property
    def _digests(self) -> Mapping[str, str]:
        """A digest of each fact, and of all of them for a register."""
        day = self.reader.day.isoformat()
        digests = {fact.id: _digest_of(repr(fact), day) for fact in self.facts.values()}
        lines = (str(fact.location.line) for fact in self.facts.values())
        return {**digests, REGISTER: _digest_of(*digests.values(), *lines)}


def fact_domain(env: BuildEnvironment) -> FactDomain:
    """The domain of facts in an environment."""
    domain = env.domains["fact"]
    assert isinstance(domain, FactDomain)
    return domain


class UsageTransform(SphinxPostTransform):
    """Puts the links to the pages that show a fact in the place of :class:`fact_usage`."""

    default_priority = 5

    def run(self, **kwargs: Any) -> None:
        pages = fact_domain(self.env).used_on()
        for placeholder in list(self.document.findall(fact_usage)):
            links = [self._link(page) for page in pages.get(placeholder["fact"], ())]
            placeholder.replace_self(_separated(links))

    def _link(self, page: str) -> nodes.Element:
        xref = addnodes.pending_xref(
            refdomain="std",
            reftype="doc",
            reftarget=f"/{page}",
            refdoc=self.env.current_document.docname,
            refexplicit=False,
            refwarn=True,
        )
        xref += nodes.inline(page, page)
        return xref


def _is_inside_link(node: nodes.Node) -> bool:
    """Whether a node is part of a link already; links cannot stand in links."""
    while (parent := node.parent) is not None:
        if isinstance(parent, nodes.reference | addnodes.pending_xref):
            return True
        node = parent
    return False


def _separated(links: list[nodes.Element]) -> list[nodes.Node]:
    if not links:
        return []
    parts: list[nodes.Node] = [links[0]]
    for link in links[1:]:
        parts += [nodes.Text(", "), link]
    return parts


def _digest_of(*texts: str) -> str:
    return hashlib.blake2b("\0".join(texts).encode(), digest_size=12).hexdigest()
