"""The index of a website, written by Pagefind from the finished pages.

Pagefind gets copies of the articles: published pages carry nothing of what only the index needs.
"""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sphinx.builders.html import StandaloneHTMLBuilder

from iomdocs.formats.html.search import parts
from iomdocs.formats.html.search.letters import LETTERS, with_plain_forms
from iomdocs.formats.html.search.records import Record
from iomdocs.formats.html.search.words import words_of
from iomdocs.languages import language_tag

if TYPE_CHECKING:
    from sphinx.application import Sphinx

FOLDER = "pagefind"
"""The folder of the website that holds the index; Pagefind's script finds it by its own place."""

BOOK = "iomdocs.json"
"""The file in :data:`FOLDER` with what the script needs beside the index."""

LEFT_OUT = (
    "script",
    "style",
    "template",
    "[hidden]",
    "[popover]",
    "[data-search-ignore]",
    ".headerlink",
    ".footnote-reference",
    "aside.footnote-list",
    "aside.footnote",
    ".toctree-wrapper",
    ".masthead",
    "table.fact-register",
)
"""Selectors of what stands in an article and is no text of it: links, lists of notes and of other
pages, and the register, whose facts are results of their own."""

_UNUSED = ("*-ui.css", "*-ui.js", "pagefind-highlight.js", "pagefind-worker.js")
"""Files of Pagefind that our script does not ask for: its own interfaces, its worker."""

_LONGEST_RUN = 300.0
"""Seconds after which Pagefind is taken to hang."""

_UNSPACED = {"zh", "ja"}
"""Languages without spaces between words, which only the extended Pagefind takes apart."""

_ARTICLE = re.compile(r'<article class="bd-article"[^>]*>(?P<text>.*)</article>', re.DOTALL)
_HEADING = re.compile(
    r'<section\b[^>]*?\bid="(?P<id>[^"]*)"[^>]*>(?P<targets>(?:\s*<span[^>]*></span>)*)\s*<h(?P<level>[1-6])\b'
)
"""The beginning of a section: Sphinx gives it the address, Pagefind looks for it at the heading."""


class Unavailable(Exception):
    """The index cannot be made; the message says why."""


def executable(language: str) -> Path:
    """The program of Pagefind, as its packages or the path of programs have it.

    :param language: the language code of the book.
    :raises Unavailable: there is none, or it cannot read the language.
    """
    try:
        from pagefind.service import get_executable  # noqa: PLC0415  missing on some platforms

        found = get_executable()
    except (ImportError, OSError) as error:
        raise Unavailable(str(error)) from error
    if found is None:
        raise Unavailable("the package pagefind-bin is not installed")
    if language_tag(language).split("-")[0] in _UNSPACED and "extended" not in found.name:
        raise Unavailable(f"a book in '{language}' needs the package pagefind-bin-extended")
    return found


def write(app: Sphinx, program: Path, records: Iterable[Record]) -> None:
    """Put the index of all pages and of ``records`` into :data:`FOLDER` of the website.

    The same pages give the same files.

    :raises Unavailable: Pagefind failed; there is no index then.
    """
    target = Path(app.outdir, FOLDER)
    shutil.rmtree(target, ignore_errors=True)
    with tempfile.TemporaryDirectory(prefix="iomdocs-search-") as name:
        site, made = Path(name, "site"), Path(name, "index")
        site.mkdir()
        _copy_articles(app, site)
        _run(app, program, site, made)
        _remove_unused(made)
        (made / BOOK).write_text(_book(app, records), "utf-8")
        shutil.copytree(made, target)


def _copy_articles(app: Sphinx, site: Path) -> None:
    assert isinstance(app.builder, StandaloneHTMLBuilder)
    parts_of_pages = parts.of_pages(app.env)
    for docname in sorted(app.env.found_docs):
        if "nosearch" in app.env.metadata[docname]:
            continue
        page = Path(app.builder.get_output_path(docname))
        article = _ARTICLE.search(page.read_text("utf-8"))
        if article:
            copy = site / page.relative_to(app.outdir)
            copy.parent.mkdir(parents=True, exist_ok=True)
            text = indexed(article["text"], parts_of_pages.get(docname, ""))
            language = language_tag(app.config.language)
            copy.write_text(f'<html lang="{language}"><body>{text}</body></html>', "utf-8")


def indexed(article: str, part: str) -> str:
    """An article as Pagefind reads it: addresses at headings, its part, plain forms of words."""
    text = _HEADING.sub(r'<section>\g<targets><h\g<level> id="\g<id>"', article)
    filter_ = f'<i data-pagefind-filter="part[title]" title="{escape(part)}"></i>' if part else ""
    return filter_ + with_plain_forms(text)


def _run(app: Sphinx, program: Path, site: Path, made: Path) -> None:
    command: list[str | Path] = [program, "--site", site, "--output-path", made, "--silent"]
    for selector in LEFT_OUT:
        command += ["--exclude-selectors", selector]
    if app.builder.name != "dirhtml":
        command.append("--keep-index-url")
    try:
        subprocess.run(  # noqa: S603  the program and paths are ours
            command, check=True, capture_output=True, timeout=_LONGEST_RUN
        )
    except (OSError, subprocess.SubprocessError) as error:
        raise Unavailable(str(error).splitlines()[0]) from error
    if not (made / "pagefind.js").is_file():
        raise Unavailable("Pagefind found no page")


def _remove_unused(made: Path) -> None:
    """Delete what no reader's browser asks for."""
    entry = json.loads((made / "pagefind-entry.json").read_text("utf-8"))
    used = {f"wasm.{each['wasm'] or 'unknown'}.pagefind" for each in entry["languages"].values()}
    for path in [file for name in (*_UNUSED, "wasm.*.pagefind") for file in made.glob(name)]:
        if path.name not in used:
            path.unlink()


def _book(app: Sphinx, records: Iterable[Record]) -> str:
    """What the script needs beside the index, as JSON."""
    captions = dict.fromkeys(parts.of_pages(app.env).values())
    book: Mapping[str, Any] = {
        "letters": LETTERS,
        "words": words_of(app.config.language),
        "parts": list(captions),
        "records": list(_rows(app, records)),
    }
    return json.dumps(book, ensure_ascii=False, separators=(",", ":"))


def _rows(app: Sphinx, records: Iterable[Record]) -> Iterator[Mapping[str, str]]:
    for record in records:
        uri = app.builder.get_target_uri(record.docname)
        address = f"{uri}#{record.anchor}" if record.anchor else uri
        row = {"kind": record.kind, "title": record.title, "text": record.text, "url": address}
        yield {**row, "names": record.names} if record.names else row
