"""The sidebars of a build: a tree made once for many pages, filled in for each."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from html import escape
from typing import TYPE_CHECKING, Any

from markupsafe import Markup

from iomdocs.formats.html.navigation.addresses import Addresses
from iomdocs.formats.html.navigation.excerpt import excerpt
from iomdocs.formats.html.navigation.filling import Filling
from iomdocs.formats.html.navigation.resolution import (
    IMAGES,
    OpenAddresses,
    Place,
    depends_on_page,
    resolve,
)
from iomdocs.formats.html.navigation.template import Item, Listing, Template, name_folds, parse
from iomdocs.formats.remembered import SIDEBARS, results

if TYPE_CHECKING:
    from sphinx.application import Sphinx


@dataclass(frozen=True, slots=True)
class Request:
    """What a template of the theme asks for."""

    root: str | None
    """The page below which the tree begins; ``None`` for the tree of the book."""
    show_nav_level: int
    options: tuple[tuple[str, Any], ...]
    """The options of Sphinx's ``toctree`` function, by name."""

    @property
    def collapse(self) -> bool:
        """Whether branches that do not hold the page are left out."""
        return bool(dict(self.options).get("collapse", True))


@dataclass(frozen=True, slots=True)
class Tree:
    """What the pages of a request have in common."""

    places: Mapping[str, Sequence[Place]]
    """Where each page stands."""
    template: Template


class Sidebars:
    """All sidebars of a build."""

    def __init__(self, app: Sphinx, theme_adds: Callable[..., None]) -> None:
        """``theme_adds`` is the theme's own listener, which gives templates their functions."""
        self._app = app
        self._theme_adds = theme_adds
        self._limit = int(app.config["iomdocs_navigation_limit"])
        self._trees: dict[Request, Tree | None] = {}
        self._same_for_all: bool | None = None

    def forget(self) -> None:
        """Begin anew: the pages have been read again since.

        What an earlier build has made of the same contents holds.
        """
        found = results(self._app)
        found.now[SIDEBARS] = self._trees = found.earlier.pop(SIDEBARS, {})
        self._same_for_all = None
        self.__dict__.pop("_parents", None)

    @property
    def same_for_all(self) -> bool:
        """Whether all pages of the book have the same entries in their trees."""
        if self._same_for_all is None:
            self._same_for_all = not depends_on_page(self._app.env, self._app.builder.tags)
        return self._same_for_all

    @cached_property
    def _addresses(self) -> Addresses:
        return Addresses(self._app.builder)  # type: ignore[arg-type]

    def html(
        self, page: str, startdepth: int, show_nav_level: int, options: Mapping[str, Any]
    ) -> Markup | None:
        """The sidebar of a page; ``None`` where it is the theme's matter.

        The arguments are those of the theme's ``generate_toctree_html``.
        """
        ancestors = self._ancestors(page)
        if startdepth > len(ancestors):
            return None
        root = ancestors[-startdepth] if startdepth else None
        if root is not None and root not in self._app.env.tocs:
            return Markup("")  # the index among the parts of a book; the theme fails on it
        request = Request(root, int(show_nav_level), tuple(sorted(options.items())))
        if request not in self._trees:
            self._trees[request] = self._checked_tree(request, startdepth)
        tree = self._trees[request]
        return Markup(self._fill(tree, request, page, ancestors)) if tree else None  # noqa: S704

    def _checked_tree(self, request: Request, startdepth: int) -> Tree | None:
        """A tree that gives one page what the theme gives it; ``None`` if it does not.

        A version of the theme may render what we do not foresee, and then keeps its own tree.
        """
        tree = self._tree(request)
        page = self._deepest_page(tree, request, startdepth)
        if page is None:
            return tree
        context = {"toctree": lambda **options: self._own_toctree(page, options)}
        own = self._theme_html(page, context, request, startdepth)
        filling = self._filling(tree, page, self._ancestors(page), collapse=request.collapse)
        return tree if self._html(filling, tree.template) == str(own) else None

    def _deepest_page(self, tree: Tree, request: Request, startdepth: int) -> str | None:
        """The page with most above it among those that show the tree; none in an empty tree."""
        places = tree.places
        if not places:
            return None
        pages = [
            page
            for page in places
            if not startdepth or self._ancestors(page)[-startdepth:][:1] == [request.root]
        ]
        return max(pages, key=lambda page: len(places[page][0].branch), default=request.root)

    def _ancestors(self, page: str) -> list[str]:
        """The page and those above it; none for one that is in no toctree."""
        found: list[str] = []
        while page in self._parents and page not in found:
            found.append(page)
            page = self._parents[page]
        return found

    @cached_property
    def _parents(self) -> Mapping[str, str]:
        """The page above each page, as Sphinx has it: the last of those with a link to it.

        Sphinx looks through all toctrees anew for each page (``get_toctree_ancestors``).
        """
        includes = self._app.env.toctree_includes
        return {child: page for page, children in includes.items() for child in children}

    def _own_toctree(self, page: str, options: Mapping[str, Any]) -> str:
        fragment: str = self._app.builder._get_local_toctree(page, **options)  # type: ignore[attr-defined]  # noqa: SLF001
        return fragment

    def _tree(self, request: Request) -> Tree:
        builder: Any = self._app.builder
        resolution = resolve(builder, request.root, dict(request.options))
        html = OpenAddresses(builder).render_partial(resolution.tree)["fragment"]
        soup = self._theme_html("", {"toctree": lambda **_: html}, request, 0)
        return Tree(resolution.places, parse(soup))

    def _theme_html(
        self, page: str, context: dict[str, Any], request: Request, startdepth: int
    ) -> Any:
        """What the theme makes of a tree."""
        self._theme_adds(self._app, page, "", context, None)
        options = dict(request.options)
        level = request.show_nav_level
        html = context["generate_toctree_html"](
            "sidebar", startdepth=startdepth, show_nav_level=level, **options
        )
        name_folds(html)
        return html

    def _fill(self, tree: Tree, request: Request, page: str, ancestors: list[str]) -> str:
        """The tree of a page, with no more than the page may carry."""
        template = tree.template
        too_long = 0 < self._limit < template.size
        collapse = request.collapse or too_long
        filling = self._filling(tree, page, ancestors, collapse=collapse)
        if too_long and filling.count(template.content) > self._limit:
            filling = replace(filling, excerpt=excerpt(template, self._limit))
        return self._html(filling, template)

    def _html(self, filling: Filling, template: Template) -> str:
        html = filling.html(template)
        if IMAGES not in html:
            return html
        return html.replace(IMAGES, escape(self._addresses.images(filling.page)))

    def _filling(self, tree: Tree, page: str, ancestors: list[str], *, collapse: bool) -> Filling:
        open_pages = self._open_pages(ancestors) if collapse else None
        current = _current(tree, page, open_pages)
        return Filling(page, current, self._addresses.of(page), open_pages)

    def _open_pages(self, ancestors: list[str]) -> frozenset[str]:
        """The pages that show what is below them in a tree without other branches.

        ``tocdepth`` in the metadata of a page keeps Sphinx from showing it.
        """
        metadata = self._app.env.metadata
        return frozenset(name for name in ancestors if metadata[name].get("tocdepth", 0) <= 0)


def _current(tree: Tree, page: str, open_pages: frozenset[str] | None) -> frozenset[Item | Listing]:
    """The items of a page and what is around them, as far as it is in the tree."""
    places = [
        place
        for place in tree.places.get(page, ())
        if open_pages is None or open_pages.issuperset(place.parents)
    ]
    numbers = [number for place in places for number in place.branch]
    found = [each for number in numbers if (each := tree.template.numbered.get(number))]
    parts = [each.part for each in found if isinstance(each, Item) and each.part]
    return frozenset([*found, *parts])
