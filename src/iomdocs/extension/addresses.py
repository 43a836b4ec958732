"""What is wrong with the addresses of a website: two pages at one, and redirects that lead nowhere.

Redirects are those of the extension ``sphinx_reredirects``: an old page as the key, and as the
value an address that counts from the folder of the old page, or after a slash from the root of
the host. What leads out of the folder of the website is not checked.
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

from iomdocs.diagnostics import Diagnostic, Location, line_of, nearest
from iomdocs.markup.reporting import report_diagnostic

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment

_WILD = frozenset("*?[]")


def register(app: Sphinx) -> None:
    """Check the addresses once all pages are known."""
    app.connect("env-check-consistency", report_addresses)


def report_addresses(app: Sphinx, env: BuildEnvironment) -> None:
    """Report pages with one address, and redirects that cannot be followed or hide a page."""
    for found in (*_shared(app, env), *_redirects(app, env)):
        report_diagnostic(found)


def _shared(app: Sphinx, env: BuildEnvironment) -> Iterator[Diagnostic]:
    """Pages whose files have one name, or names that some systems hold to be one."""
    first: dict[str, str] = {}
    for docname in sorted(env.found_docs):
        file = _file_of(app, docname)
        other = first.setdefault(file.casefold(), docname)
        if other != docname:
            message = f"the pages '{other}' and '{docname}' have one address, {file}"
            hint = "rename one of them; names that differ by case only are the same on many systems"
            yield Diagnostic(Location(str(env.doc2path(docname)), 1), "L005", message, hint)


def _redirects(app: Sphinx, env: BuildEnvironment) -> Iterator[Diagnostic]:
    redirects: Mapping[str, str] = getattr(app.config, "redirects", {})
    plain = {old: new for old, new in redirects.items() if not _WILD & set(old)}
    pages = {_file_of(app, docname): docname for docname in env.found_docs}
    lower = {file.casefold(): docname for file, docname in pages.items()}
    moved = {_file_of(app, old): _target(app, old, new) for old, new in plain.items()}
    for old, new in plain.items():
        place = _place(app, old)
        file = _file_of(app, old)
        if file.casefold() in lower:
            message = f"the redirect from '{old}' has the address of a page, {file}"
            hint = "take the redirect out of the settings, or rename the page"
            yield Diagnostic(place, "L005", message, hint)
        elif not _arrives(file, moved, pages, app):
            message = f"the redirect from '{old}' leads nowhere: there is no page '{new}'"
            names = (posixpath.relpath(page, posixpath.dirname(file) or ".") for page in pages)
            hint = nearest(new, names, "name a page that exists, as seen from the old one")
            yield Diagnostic(place, "L004", message, hint)


def _arrives(file: str, moved: Mapping[str, str], pages: Mapping[str, str], app: Sphinx) -> bool:
    """Whether the redirects from ``file`` on end at a page, another website or a shipped file."""
    seen: set[str] = set()
    while file in moved and file not in seen:
        seen.add(file)
        file = moved[file]
    if urlsplit(file).netloc or file.startswith(("../", "/")):
        return True
    if pages.keys() & {file, posixpath.normpath(f"{file}/index.html")}:
        return True
    return any(Path(app.confdir, folder, file).is_file() for folder in app.config.html_extra_path)


def _target(app: Sphinx, old: str, new: str) -> str:
    """The file that a redirect leads to, from the root of the site; what is elsewhere as it is."""
    parts = urlsplit(new)
    if parts.netloc:
        return new
    path = unquote(parts.path)
    if path.startswith("/"):
        root = urlsplit(str(app.config.html_baseurl or "")).path
        return posixpath.normpath(path.removeprefix(f"{root.rstrip('/')}/") if root else path)
    return posixpath.normpath(posixpath.join(posixpath.dirname(_file_of(app, old)), path))


def _folders(app: Sphinx) -> bool:
    """Whether each page is the ``index.html`` of a folder of its own."""
    return app.builder.name == "dirhtml"


def _file_of(app: Sphinx, docname: str) -> str:
    """The file of a page on the website; a redirect may name its page with the ending."""
    suffix = str(app.config.html_file_suffix or ".html")
    name = docname.strip("/").removesuffix(suffix)
    if _folders(app) and posixpath.basename(name) != "index":
        name = f"{name}/index"
    return name + suffix


def _place(app: Sphinx, old: str) -> Location:
    """The line of the settings that has a redirect."""
    conf = str(Path(app.confdir, "conf.py"))
    start = line_of(conf, 1, "redirects")
    return Location(conf, line_of(conf, start, f'"{old}"'))
