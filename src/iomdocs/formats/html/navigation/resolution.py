"""The toctrees of a book resolved once, for no page in particular, with addresses left open."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import count
from typing import TYPE_CHECKING, Any
from urllib.parse import quote, unquote

from docutils import nodes
from sphinx import addnodes
from sphinx.environment.adapters.toctree import TocTree

if TYPE_CHECKING:
    from sphinx.builders.html import StandaloneHTMLBuilder
    from sphinx.environment import BuildEnvironment
    from sphinx.util.tags import Tags

NO_PAGE = ""
ADDRESS = "\ue000"
"""Stands before and after the quoted name of a page whose address is to be filled in."""
IMAGES = "\ue001"
"""Stands for the way to the folder of pictures."""
NUMBER = "\ue002"
"""Begins the class that numbers a list or an item of one."""
BRANCH = (nodes.bullet_list, nodes.list_item)
NO_LIMIT = 1_000_000

Resolved = addnodes.compact_paragraph


@dataclass(frozen=True, slots=True)
class Place:
    """Where a page stands in the tree."""

    branch: Sequence[str]
    """The item of the page and the lists and items around it, by the class that numbers them."""
    parents: Sequence[str]
    """The pages of the items around it."""


@dataclass(slots=True)
class Resolution:
    """The tree as Sphinx resolves it for no page, cut at the depth that was asked for."""

    tree: Resolved | None
    places: dict[str, list[Place]] = field(default_factory=dict)
    """All places of each page, also those below the cut."""


class OpenAddresses:
    """A builder that leaves addresses open; all else is that of the builder it stands in for."""

    imgpath = IMAGES

    def __init__(self, builder: StandaloneHTMLBuilder) -> None:
        self._builder = builder

    def __getattr__(self, name: str) -> Any:
        return getattr(self._builder, name)

    def get_relative_uri(self, _from: str, to: str, _typ: str | None = None) -> str:
        return f"{ADDRESS}{quote(to)}{ADDRESS}"

    def render_partial(self, node: nodes.Node | None) -> Mapping[str, str]:
        """Render a tree as the builder does, with pictures in a folder that is left open."""
        return type(self._builder).render_partial(self, node)  # type: ignore[arg-type]


def page_of(address: str) -> str | None:
    """The page of an open address; ``None`` for any other address."""
    if not address.startswith(ADDRESS):
        return None
    return unquote(address[1:].partition(ADDRESS)[0])


def resolve(
    builder: StandaloneHTMLBuilder, root: str | None, options: Mapping[str, Any]
) -> Resolution:
    """Resolve the toctrees of the page ``root``, or of the book, as templates ask for them.

    Sphinx takes the toctrees of the book from the text of its first page; the theme takes those of
    any other page from the contents of that page.
    """
    env = builder.env
    page = env.master_doctree if root is None else env.tocs[root].deepcopy()
    limit = int(options.get("maxdepth") or 0)
    others = {name: value for name, value in options.items() if name != "maxdepth"}
    resolution = Resolution(None)
    numbers = count()
    for toctree in list(page.findall(addnodes.toctree)):
        tree: Any = TocTree(env).resolve(
            NO_PAGE,
            OpenAddresses(builder),  # type: ignore[arg-type]
            toctree,
            maxdepth=NO_LIMIT,
            **{**others, "collapse": False},
        )
        if tree is None:
            continue
        _note_places(tree, numbers, resolution.places)
        _cut(tree, limit or toctree.get("maxdepth", -1))
        if resolution.tree is None:
            resolution.tree = tree
        else:
            resolution.tree.extend(tree.children)
    return resolution


def _note_places(
    tree: nodes.Element, numbers: Iterator[int], places: dict[str, list[Place]]
) -> None:
    """Number all lists and items and note where each page stands."""
    for node in tree.findall(nodes.Element):
        if isinstance(node, BRANCH):
            node["classes"].append(f"{NUMBER}{next(numbers)}")
    for reference in tree.findall(nodes.reference):
        address = reference["refuri"]
        page = page_of(address)
        if page is None or not address.endswith(ADDRESS):
            continue
        branch = [parent for parent in _parents(reference) if isinstance(parent, BRANCH)]
        items = [node for node in branch if isinstance(node, nodes.list_item)]
        place = Place([_number(node) for node in branch], [_page(item) for item in items[1:]])
        places.setdefault(page, []).append(place)


def _parents(node: nodes.Node) -> Iterator[nodes.Element]:
    while (parent := node.parent) is not None:
        yield parent
        node = parent


def _number(node: nodes.Element) -> str:
    return next(str(name) for name in node["classes"] if name.startswith(NUMBER))


def _page(item: nodes.Element) -> str:
    reference = next(item.findall(nodes.reference), None)
    return (page_of(reference["refuri"]) if reference else None) or ""


def _cut(tree: nodes.Element, depth: int) -> None:
    """Take out what is deeper than ``depth`` levels; 0 and less is all."""
    for listing in list(tree.findall(nodes.bullet_list)) if depth > 0 else ():
        level = sum(isinstance(parent, nodes.bullet_list) for parent in _parents(listing)) + 1
        if level > max(depth, 1):
            listing.parent.remove(listing)


def depends_on_page(env: BuildEnvironment, tags: Tags) -> bool:
    """Whether the tree has other entries on one page than on another.

    Sphinx shows toctrees in an ``only`` that does not hold, but only on pages below them; and it
    takes an ``only`` around a whole section for the section.
    """
    return any(
        only.parent.parent is None
        or (any(only.findall(addnodes.toctree)) and not _holds(only, tags))
        for toc in env.tocs.values()
        for only in toc.findall(addnodes.only)
    )


def _holds(only: addnodes.only, tags: Tags) -> bool:
    try:
        return bool(tags.eval_condition(only["expr"]))
    except Exception:  # noqa: BLE001  # as Sphinx has it, which tells the author
        return True
