"""What a book is made from that stands outside of its folder, and that no page names.

Books keep templates, styles and extensions of their own beside the folder of their pages, too. What
is installed is not among it: a package is known by its version.
"""

from __future__ import annotations

import os
import site
import sys
import sysconfig
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import iomdocs

if TYPE_CHECKING:
    from sphinx.application import Sphinx

_SETTINGS = (
    *("templates_path", "html_static_path", "html_extra_path", "html_theme_path", "locale_dirs"),
    *("bibtex_bibfiles", "html_logo", "html_favicon"),
)
"""Settings that name files and folders, from the folder of ``conf.py``."""
_INSTALLED = ("stdlib", "platstdlib", "purelib", "platlib")
_MAIN = frozenset({"__main__", "__mp_main__"})
"""The program that builds the book."""


def folders(app: Sphinx) -> set[Path]:
    """Folders of which every file counts."""
    return {path for path in _named(app) if path.is_dir()}


def files(app: Sphinx) -> set[Path]:
    """Single files, such as modules that ``conf.py`` and extensions load."""
    return {path for path in (*_named(app), *_modules(app)) if path.is_file()}


def _named(app: Sphinx) -> Iterator[Path]:
    known = _known(app)
    for setting in _SETTINGS:
        value = getattr(app.config, setting, None) or ()
        for name in [value] if isinstance(value, str) else value:
            path = Path(app.confdir, str(name)).resolve()
            if not f"{path}{os.sep}".startswith(known) and path not in Path(app.srcdir).parents:
                yield path


def _modules(app: Sphinx) -> Iterator[Path]:
    known = _known(app)
    for name, module in list(sys.modules.items()):
        file = getattr(module, "__file__", None)
        if file and name not in _MAIN and not file.startswith(known):
            yield Path(file).resolve()


def _known(app: Sphinx) -> tuple[str, ...]:
    """How paths begin that are installed, or in the folder of the book."""
    places = [sysconfig.get_path(name) for name in _INSTALLED]
    places += [*site.getsitepackages(), site.getusersitepackages(), str(app.srcdir)]
    places.append(str(Path(iomdocs.__file__).parent))
    return tuple(place + os.sep for each in places for place in (each, os.path.realpath(each)))
