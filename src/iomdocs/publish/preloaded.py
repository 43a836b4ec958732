"""What a process has loaded before it is forked for a run of Sphinx: what every such run needs.

It is loaded once, not by each process of a build again. Words that Sphinx and themes have for
readers are looked up when they are shown, and so are in the language of the book all the same.
"""

from __future__ import annotations

import sys
from contextlib import suppress
from functools import lru_cache
from importlib import import_module, metadata
from pathlib import Path
from typing import Any

_LOADED_LATER = (
    "iomdocs.extension.digests",
    "iomdocs.publish.phases",
    "myst_parser.parsers.sphinx_",
    "myst_parser.sphinx_ext.directives",
    "myst_parser.sphinx_ext.main",
    "myst_parser.sphinx_ext.mathjax",
    "myst_parser.sphinx_ext.myst_refs",
    "pagefind.service",
)
"""Modules that others load only in the course of a run."""

_EXTENSIONS = ("iomdocs.extension", "sphinx_book_theme", "sphinxcontrib.bibtex")
"""What most books name in their settings, beside the extensions that are part of Sphinx."""

_SELECTOR = "a > b, c[d]"
"""Any selector with a combinator, a comma and an attribute: soupsieve makes its patterns by it."""


def _load() -> None:
    """Load what runs need."""
    _remember_packages()
    for name in (*_EXTENSIONS, *_LOADED_LATER):
        import_module(name)
    for name in import_module("sphinx.application").builtin_extensions:
        import_module(name)
    _load_on_demand("iomdocs.formats.typst")
    import_module("iomdocs.markup.bibliography").register()
    import_module("soupsieve").compile(_SELECTOR)


def _remember_packages() -> None:
    """Let what installed packages offer be read once; before anybody takes the function by name.

    Sphinx looks for builders and themes in it and pybtex for styles, about ten times in each
    process of a build. The standard library reads what every package says of itself anew each
    time, 5 ms. Nothing else is lost without it. It is read again where a book has put folders on
    the path of Python, or something was installed since.
    """
    read = metadata.entry_points
    installed = lru_cache(maxsize=2)(lambda _path: read())

    def entry_points(**asked: Any) -> Any:
        found = installed(tuple((folder, _changed(folder)) for folder in sys.path))
        return found.select(**asked) if asked else found

    entry_points()
    metadata.entry_points = entry_points


def _changed(folder: str) -> int:
    """When something came into a folder or went, in nanoseconds; 0 if there is none."""
    with suppress(OSError):
        return Path(folder).stat().st_mtime_ns
    return 0


def _load_on_demand(name: str) -> None:
    """Load a package whose parts are loaded when they are named, with all of them."""
    package = import_module(name)
    for part in package.__all__:
        getattr(package, part)


_load()
