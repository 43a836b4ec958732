"""Styles and scripts: ours in one file each, and no file of the theme that pages do not ask for.

A part is a file of ``static`` that somebody has registered with ``add_css_file`` or
``add_js_file``; it needs no other mention here. All parts are published together under the name of
the first, ``iomdocs.css`` or ``iomdocs.js``, in the order in which they were registered, so that a
reader asks for them once.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from filecmp import cmp
from functools import partial
from pathlib import Path
from shutil import copyfile
from typing import TYPE_CHECKING, Any

from iomdocs.formats.html import mirroring, pages

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.builders import Builder
    from sphinx.theming import Theme

HERE = Path(__file__).parent
STATIC = HERE / "static"
ASSET_MACROS = "static/webpack-macros.html"
"""The template in which pydata-sphinx-theme names its styles and scripts."""
STYLES = ("-tokens", "", "-page", "-provenance", "-tables", "-register", "-drawings")
"""The styles for every theme: what facts look like."""
THEME_STYLES = ("-theme", "-sidebars", "-notes", "-front", "-icons")
"""The styles that change what comes from sphinx-book-theme."""
LAST_STYLES = ("-print",)
"""The styles that have the last word, on any theme."""
SCRIPTS = ("", "-tables", "-page", "-sidebars")
"""The scripts of every page."""
POPOVERS = ("-provenance",)
ALONE = (mirroring.STYLE,)
"""What is never put together with others: it alone is not turned round itself."""
UNUSED = (
    *("fontawesome.js", "fontawesome.js.LICENSE.txt", "*.map"),
    *("*webpack-macros.html", "*.po", "*.mo"),
)
"""Files of the theme no page asks for: icon script, source maps, templates, translations."""

_USUAL: Mapping[str, Mapping[str, object]] = {
    ".css": {"priority": 500},
    ".js": {"priority": 500, "defer": "defer"},
}
"""How parts are registered; what is to be loaded otherwise stays a file of its own."""
_LISTS = {".css": "css_files", ".js": "script_files"}
_COMMENT_OR_STRING = re.compile(r"""/\*.*?\*/|("(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*')""", re.DOTALL)
_LINES_OF_COMMENT = re.compile(r"^\s*//.*\n", re.MULTILINE)
_INDENTATION = re.compile(r"\n\s*")


def register(app: Sphinx) -> None:
    """Give pages of websites their styles and scripts."""
    app.connect("builder-inited", _add_files)
    together: dict[str, list[str]] = {}
    app.connect("write-started", partial(_write_files, together))
    app.connect("html-page-context", partial(_ask_once, together), priority=950)
    app.connect("build-finished", _remove_unused_files)


def is_pydata_theme(app: Sphinx) -> bool:
    """Whether the theme is sphinx-book-theme or another child of pydata-sphinx-theme."""
    return any(folder.name == "pydata_sphinx_theme" for folder in _theme_folders(app))


def _theme_folders(app: Sphinx) -> Sequence[Path]:
    """The folder of the theme and those of the themes that it builds upon."""
    theme: Theme | None = getattr(app.builder, "theme", None)
    return theme.get_theme_dirs() if theme else ()


def _add_files(app: Sphinx) -> None:
    if not pages.writes_site(app):
        return
    for name in STYLES + (THEME_STYLES if is_pydata_theme(app) else ()) + LAST_STYLES:
        app.add_css_file(f"iomdocs{name}.css")
    for name in SCRIPTS + (POPOVERS if app.config["iomdocs_popovers"] else ()):
        app.add_js_file(f"iomdocs{name}.js", loading_method="defer")


def _parts(app: Sphinx, ending: str) -> list[str]:
    """The names of the parts with this ending, in the order in which they were registered.

    Asked for once, as the list of what is registered grows with each page that a theme adds to.
    """
    registry = app.registry
    registered: Sequence[tuple[str | None, Mapping[str, Any]]] = (
        registry.css_files if ending == ".css" else registry.js_files
    )
    names = [name for name, attributes in registered if attributes == _USUAL[ending]]
    return [name for name in names if name and name not in ALONE and (STATIC / name).is_file()]


def _write_files(together: dict[str, list[str]], app: Sphinx, builder: Builder) -> None:
    """Ship our files with pages, before these are written and tell the digest of what they ask for.

    An ePub has files of its own. A file of the author with the same name replaces ours.

    :param together: gets the names of what is published together, by its ending.
    """
    if not pages.writes_site(app):
        return
    published = Path(builder.outdir, "_static")
    together.update({ending: _parts(app, ending) for ending in _LISTS})
    for ending, names in together.items():
        texts = [(STATIC / name).read_text("utf-8") for name in names]
        published.mkdir(parents=True, exist_ok=True)
        content = "".join(map(_SHORTENED[ending], texts))
        (published / f"iomdocs{ending}").write_text(content, "utf-8", newline="\n")
    parts = {name for names in together.values() for name in names}
    for file in sorted(path for path in STATIC.rglob("*") if path.is_file()):
        name = file.relative_to(STATIC).as_posix()
        if name not in parts:
            (published / name).parent.mkdir(parents=True, exist_ok=True)
            copyfile(file, published / name)


def _style(text: str) -> str:
    """A style without comments and indentation."""
    text = _COMMENT_OR_STRING.sub(lambda found: found[1] or "", text)
    return _INDENTATION.sub("\n", text).strip() + "\n"


def _script(text: str) -> str:
    """A script without lines of comment; those after it know what it names, as in files apart."""
    return _LINES_OF_COMMENT.sub("", text)


_SHORTENED = {".css": _style, ".js": _script}


def _ask_once(
    together: Mapping[str, Sequence[str]],
    app: Sphinx,
    _pagename: str,
    _templatename: str,
    context: dict[str, Any],
    _doctree: Any,
) -> None:
    """Ask for what is published together, in place of the parts."""
    if not pages.writes_site(app):
        return
    for ending, names in together.items():
        parts = {f"_static/{name}" for name in names} - {f"_static/iomdocs{ending}"}
        asked = context.get(_LISTS[ending])
        if isinstance(asked, list):  # in place: what is added later goes into the same list
            asked[:] = [file for file in asked if _address(file) not in parts]


def _address(file: Any) -> str:
    """Where a style or script lies; an extension may have put its bare address into the list."""
    return str(getattr(file, "filename", file))


def _remove_unused_files(app: Sphinx, exception: Exception | None) -> None:
    """Delete what the theme ships and no page asks for, about 5 MB."""
    if exception or not pages.writes_site(app) or not is_pydata_theme(app):
        return
    macros = app.builder.templates.environment.get_template(ASSET_MACROS)
    if Path(macros.filename) == HERE / "templates" / ASSET_MACROS:
        for path in set(_unused_files(app)):
            path.unlink()
            _remove_empty_folders(path.parent)


def _remove_empty_folders(folder: Path) -> None:
    """Remove a folder and those above it as far as nothing is left in them."""
    while not any(folder.iterdir()):
        folder.rmdir()
        folder = folder.parent


def _unused_files(app: Sphinx) -> Iterator[Path]:
    """Those that came from the theme; a file of the author may bear the same name."""
    for folder in _theme_folders(app):
        for original in (file for name in UNUSED for file in (folder / "static").rglob(name)):
            copy = Path(app.outdir, "_static", original.relative_to(folder / "static"))
            if copy.is_file() and cmp(original, copy, shallow=False):
                yield copy
