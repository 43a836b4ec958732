"""The index of a website, written by Pagefind from the finished pages.

Pagefind gets copies of the articles: published pages carry nothing of what only the index needs.
"""

from __future__ import annotations

import gzip
import json
import re
import shutil
from collections.abc import Iterable, Iterator, Mapping, Sequence
from fnmatch import fnmatchcase
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Any

from sphinx.builders.html import StandaloneHTMLBuilder

from iomdocs.formats.html.letters import LETTERS
from iomdocs.formats.html.search import parts
from iomdocs.formats.html.search.plain_forms import with_plain_forms
from iomdocs.formats.html.search.records import Record
from iomdocs.formats.html.search.service import ServiceError, index_of
from iomdocs.formats.html.search.words import words_of
from iomdocs.languages import language_tag, primary_language

if TYPE_CHECKING:
    from sphinx.application import Sphinx

FOLDER = "_static/pagefind"
"""The folder of the website that holds the index: among what is no page of the book."""

BOOK = "iomdocs.json"
"""The file in :data:`FOLDER` with what the script needs beside the index."""

LEFT_OUT = (
    "script",
    "style",
    "template",
    "[hidden]",
    "[popover]",
    ".footnote-reference",
    "aside.footnote-list",
    "aside.footnote",
    ".toctree-wrapper",
    ".masthead",
    ".fact-notes",
    "table.fact-register",
)
"""Selectors of what stands in an article and is no text of it: links, lists of notes and of other
pages, and the register, whose facts are results of their own."""

_UNUSED = (
    *("*-ui.css", "*-ui.js", "pagefind-highlight.js", "pagefind-worker.js"),
    "wasm.*.pagefind",
)
"""Files of Pagefind that our script does not ask for: its own interfaces, its worker, programs for
languages that the book is not in."""

_FRAGMENTS = "fragment/"
"""The folder of an index with a file for each page."""

_SIGNATURE = b"pagefind_dcd"
"""The beginning of each unpacked file of the index."""

_UNSPACED = {"zh", "ja"}
"""Languages without spaces between words, which only the extended Pagefind takes apart."""

_ARTICLE = re.compile(r'<article class="bd-article"[^>]*>(?P<text>.*)</article>', re.DOTALL)
_HEADING = re.compile(
    r'<section\b[^>]*?\bid="(?P<id>[^"]*)"[^>]*>(?P<targets>(?:\s*<span[^>]*></span>)*)\s*<h(?P<level>[1-6])\b'
)
"""The beginning of a section: Sphinx gives it the address, Pagefind looks for it at the heading."""
_SIGN = re.compile(r'<a\b[^>]*\bclass="headerlink"[^>]*>.*?</a>', re.DOTALL)
"""The sign beside a heading. Pagefind would take it for a part of the heading, left out or not."""


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
    if primary_language(language) in _UNSPACED and "extended" not in found.name:
        raise Unavailable(f"a book in '{language}' needs the package pagefind-bin-extended")
    return found


def write(app: Sphinx, program: Path, records: Iterable[Record]) -> None:
    """Put the index of all pages and of ``records`` into :data:`FOLDER` of the website.

    The same pages give the same files.

    :raises Unavailable: Pagefind failed; there is no index then.
    """
    target = Path(app.outdir, FOLDER)
    shutil.rmtree(target, ignore_errors=True)
    keep_index = app.builder.name != "dirhtml"
    try:
        made = index_of(program, _pages(app), LEFT_OUT, keep_index=keep_index)
    except ServiceError as error:
        raise Unavailable(f"Pagefind failed: {error}") from error
    if not any(path.startswith(_FRAGMENTS) for path in made):
        raise Unavailable("there is no page with words")
    book = _book(app, _parts(app, made), records)
    _write({**_used(made), BOOK: book.encode()}, target)


def _write(files: Mapping[str, bytes], target: Path) -> None:
    for folder in {(target / path).parent for path in files}:
        folder.mkdir(parents=True, exist_ok=True)
    for path, content in files.items():
        (target / path).write_bytes(content)


def _pages(app: Sphinx) -> Iterator[tuple[str, str]]:
    """The path and the article of each page that may be found, in the order of their names."""
    assert isinstance(app.builder, StandaloneHTMLBuilder)
    parts_of_pages = parts.of_pages(app.env)
    numbers = {caption: number for number, caption in enumerate(_captions(app))}
    language = language_tag(app.config.language)
    for docname in sorted(app.env.found_docs):
        page = Path(app.builder.get_output_path(docname))
        if not page.is_file():  # whoever names files to Sphinx gets the pages of these only
            continue
        written = page.read_text(app.config.html_output_encoding, errors="replace")
        article = _ARTICLE.search(written)
        if article and "nosearch" not in app.env.metadata[docname]:
            text = indexed(article["text"], numbers.get(parts_of_pages.get(docname, "")))
            path = page.relative_to(app.outdir).as_posix()
            yield path, f'<html lang="{language}"><body>{text}</body></html>'


def _captions(app: Sphinx) -> Sequence[str]:
    """The parts of the book in its order, which Pagefind knows by number: it changes words."""
    return list(dict.fromkeys(parts.of_pages(app.env).values()))


def indexed(article: str, part: int | None) -> str:
    """An article as Pagefind reads it: addresses at headings, its part, plain forms of words."""
    text = _HEADING.sub(r'<section>\g<targets><h\g<level> id="\g<id>"', _SIGN.sub("", article))
    mark = f'<i data-pagefind-meta="part[title]" title="{part}"></i>' if part is not None else ""
    return mark + with_plain_forms(text)


def _used(made: Mapping[str, bytes]) -> Mapping[str, bytes]:
    """The files that a reader's browser asks for."""
    entry = json.loads(made["pagefind-entry.json"])
    used = {f"wasm.{each['wasm'] or 'unknown'}.pagefind" for each in entry["languages"].values()}
    return {
        path: content
        for path, content in made.items()
        if "/" in path or path in used or not any(fnmatchcase(path, name) for name in _UNUSED)
    }


def _parts(app: Sphinx, made: Mapping[str, bytes]) -> Sequence[Mapping[str, Any]]:
    """Each part by its number, with the names that Pagefind gave its pages.

    Its own filters are written in an order that changes from run to run.
    """
    pages: list[list[str]] = [[] for _ in _captions(app)]
    for path in sorted(path for path in made if path.startswith(_FRAGMENTS)):
        page = json.loads(gzip.decompress(made[path]).removeprefix(_SIGNATURE))
        if part := page["meta"].get("part"):
            pages[int(part)].append(PurePosixPath(path).stem)
    return [
        {"name": name, "pages": found} for name, found in zip(_captions(app), pages, strict=True)
    ]


def _book(app: Sphinx, found: Sequence[Mapping[str, Any]], records: Iterable[Record]) -> str:
    """What the script needs beside the index, as JSON."""
    book: Mapping[str, Any] = {
        "letters": LETTERS,
        "words": words_of(app.config.language),
        "parts": found,
        "records": list(_rows(app, records)),
    }
    return json.dumps(book, ensure_ascii=False, separators=(",", ":"))


def _rows(app: Sphinx, records: Iterable[Record]) -> Iterator[Mapping[str, str]]:
    for record in records:
        uri = app.builder.get_target_uri(record.docname)
        address = f"{uri}#{record.anchor}" if record.anchor else uri
        row = {"kind": record.kind, "title": record.title, "text": record.text, "url": address}
        yield {**row, "names": record.names} if record.names else row
