"""The parser for pages: that of MyST with the same plugins, which also tells where things stand."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.parser_inline import ParserInline
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token
from mdit_py_plugins.amsmath import amsmath_plugin
from mdit_py_plugins.attrs import attrs_block_plugin, attrs_plugin
from mdit_py_plugins.colon_fence import colon_fence_plugin
from mdit_py_plugins.deflist import deflist_plugin
from mdit_py_plugins.dollarmath import dollarmath_plugin
from mdit_py_plugins.field_list import fieldlist_plugin
from mdit_py_plugins.footnote import footnote_plugin
from mdit_py_plugins.front_matter import front_matter_plugin
from mdit_py_plugins.myst_blocks import myst_block_plugin
from mdit_py_plugins.myst_role import myst_role_plugin
from mdit_py_plugins.substitution import substitution_plugin

PLACE = "place"
"""The key in ``Token.meta`` of where an inline token begins in the text of its block."""


@cache
def parser(extensions: frozenset[str]) -> MarkdownIt:
    """The parser for the extensions of MyST that are switched on.

    No address is refused or rewritten, and no two texts are joined, so that each stands in the
    source as it is given.
    """
    made = MarkdownIt("commonmark").enable("table")
    made.inline = _Placing(made.inline)
    for plugin in (front_matter_plugin, myst_block_plugin, myst_role_plugin):
        made.use(plugin)
    made.use(footnote_plugin, inline=False, move_to_end=False, always_match_refs=True)
    for name, add in _EXTENSIONS.items():
        if name in extensions:
            add(made)
    made.disable(["text_join", "fragments_join"])
    made.validateLink = lambda url: True  # type: ignore[method-assign]  # noqa: ARG005
    made.normalizeLink = lambda url: url  # type: ignore[method-assign]
    return made


def _linkify(made: MarkdownIt) -> None:
    """Bare addresses are links, if the package that finds them is there."""
    if made.linkify is not None:
        made.enable("linkify")
        made.options["linkify"] = True


_EXTENSIONS: Mapping[str, Callable[[MarkdownIt], object]] = {
    "colon_fence": lambda made: made.use(colon_fence_plugin),
    "deflist": lambda made: made.use(deflist_plugin),
    "dollarmath": lambda made: made.use(dollarmath_plugin),
    "amsmath": lambda made: made.use(amsmath_plugin),
    "fieldlist": lambda made: made.use(fieldlist_plugin),
    "strikethrough": lambda made: made.enable("strikethrough"),
    "substitution": lambda made: made.use(substitution_plugin),
    "linkify": _linkify,
    "attrs_inline": lambda made: made.use(
        attrs_plugin,
        after=("image", "code_inline", "link_close", "span_close"),
        spans=True,
        span_after="footnote_ref",
    ),
    "attrs_image": lambda made: made.use(attrs_plugin, after=("image",)),
    "attrs_block": lambda made: made.use(attrs_block_plugin),
}
"""What each extension of MyST adds to the parser."""


class _State(StateInline):
    """Remembers where each token was made."""

    def __init__(self, *given: Any) -> None:
        super().__init__(*given)
        self.places: list[tuple[Token, int]] = []

    def push(self, ttype: str, tag: str, nesting: Any) -> Token:
        token = super().push(ttype, tag, nesting)
        self.places.append((token, self.pos))
        return token


class _Placing(ParserInline):
    """The inline parser, which says of each token where it begins."""

    def __init__(self, other: ParserInline) -> None:
        super().__init__()
        self.__dict__.update(other.__dict__)

    def parse(self, src: str, md: MarkdownIt, env: Any, tokens: list[Token]) -> list[Token]:
        state = _State(src, md, env, tokens)
        self.tokenize(state)
        for rule in self.ruler2.getRules(""):
            rule(state)
        for token, place in state.places:
            is_labelled = token.type == "link_open" and token.markup != "autolink"
            token.meta = {**(token.meta or {}), PLACE: place - is_labelled}
        return state.tokens
