"""What a process has loaded before it is forked for a run of Sphinx: what every such run needs.

It is loaded once, not by each process of a build again. Words that Sphinx and themes have for
readers are looked up when they are shown, and so are in the language of the book all the same.
"""

from __future__ import annotations

from functools import cache
from importlib import import_module, metadata
from typing import Any

_MODULES = (
    *("iomdocs.extension", "iomdocs.extension.digests", "iomdocs.publish.phases"),
    *("myst_parser.sphinx_ext.main", "myst_parser.parsers.sphinx_"),
    *("myst_parser.sphinx_ext.directives", "myst_parser.sphinx_ext.mathjax"),
    "myst_parser.sphinx_ext.myst_refs",
    "pagefind.service",
    "soupsieve",
    "sphinx_book_theme",
    "sphinxcontrib.bibtex",
)

_installed = cache(metadata.entry_points)


def _entry_points(**asked: Any) -> Any:
    """What installed packages offer; each process of a build asks for it about ten times.

    The standard library reads the list of every package anew each time.
    """
    return _installed().select(**asked) if asked else _installed()


metadata.entry_points = _entry_points  # before anybody takes it by its name
_entry_points()
for _name in _MODULES:
    import_module(_name)
for _name in import_module("sphinx.application").builtin_extensions:
    import_module(_name)
_typst = import_module("iomdocs.formats.typst")
for _name in _typst.__all__:
    getattr(_typst, _name)
import_module("soupsieve").compile(
    "a > b, c[d]"
)  # makes the patterns with which selectors are read
import_module("iomdocs.markup.bibliography").register()
