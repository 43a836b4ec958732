"""What can hurt in a file as such: before it is opened, and as text or picture."""

from __future__ import annotations

import ast
import html
import re
from collections.abc import Iterator
from pathlib import PurePosixPath

from iomdocs.diagnostics import Problem
from iomdocs.facts import sources
from iomdocs.lint.book import Book
from iomdocs.lint.rule import Finding, rule
from iomdocs.lint.source import Source
from iomdocs.safety import bibliography, characters, files, limits, names, records, spreadsheets


@rule("X013", stage="file")
def no_links(source: Source) -> Iterator[Finding]:
    """A book consists of files: no links of the file system, no pipes, no devices.

    Why: a link can lead to any file of the computer that builds the book, and its content would be
    published; a pipe keeps the build waiting for ever.
    Bad: ``notes.md``, a link to a file outside of the repository.
    Good: the file itself.
    """
    found = files.problem(source.path, source.status)
    if found and found.code == "X013":
        yield _finding(0, found)


@rule("X012", stage="file")
def not_too_large(source: Source, book: Book) -> Iterator[Finding]:
    """No file is so large, no line so long and nothing nested so deeply that a build takes ages.

    Why: a page of a few kilobytes can keep a computer busy for hours, if it is made for that.
    Bad: a line of ten thousand brackets; a quotation in a quotation, fifty deep.
    Good: several pages, several paragraphs, less nesting. The limits are far above what a page for
    people needs.
    """
    if found := files.problem(source.path, source.status):
        if found.code == "X012":
            yield _finding(0, found)
    elif source.path.suffix.lower() in files.LOOKED_AT:
        yield from _of_picture(source, "X012")
    elif source.path.suffix == ".md":
        for line, problem in limits.text_problems(source.lines):
            yield _finding(line, problem)
    elif source.is_text and book.is_of_book(source.path):
        longest = max(map(len, source.lines))
        if longest > limits.LINE:
            line = next(n for n, text in enumerate(source.lines, 1) if len(text) == longest)
            message = f"the line has {longest:,} characters; the limit is {limits.LINE:,}"
            yield Finding(line, 1, message, "end the line earlier")


@rule("X011")
def nothing_hidden(source: Source, book: Book) -> Iterator[Finding]:
    """A source holds no characters that cannot be seen.

    Why: marks of direction turn words round for the reader of a change but not for the program,
    and hidden characters carry text that nobody reviews. So do entities such as ``&#x202e;``.
    Bad: a right-to-left override between two words.
    Good: the words alone; Arabic and Hebrew need no marks.
    """
    if not source.is_text:
        return
    for offset, problem in characters.problems(source.text):
        line, column = source.place(offset)
        yield Finding(line, column, problem.message, problem.hint)
    if source.path.resolve() in book.records:
        yield from (_finding(line, problem) for line, problem in records.hidden(source.text))
    for match in _ENTITY.finditer(source.text) if source.path.suffix == ".md" else ():
        if hidden := characters.problem(html.unescape(match[0])):
            line, column = source.place(match.start())
            yield Finding(line, column, hidden.message, hidden.hint)


_ENTITY = re.compile(r"&(?:#\d{1,8}|#[xX][0-9a-fA-F]{1,7}|[A-Za-z]\w{1,31});")


@rule("X010")
def drawings_only_draw(source: Source) -> Iterator[Finding]:
    """A picture in SVG holds shapes and text, and nothing that runs, loads or leads elsewhere.

    Why: a browser that is given the picture runs the scripts in it, with the rights of the website.
    Bad: ``<script>``, ``onload="..."``, ``<image href="https://...">``, ``<foreignObject>``,
    animations of addresses, a DOCTYPE with entities, a style with ``@import``.
    Good: what a drawing program saves as "plain SVG".
    """
    yield from _of_picture(source, "X010")


@rule("X017")
def files_are_what_they_say(source: Source, book: Book) -> Iterator[Finding]:
    """A file is of the kind that its name says, and no file of a book is a program for a browser.

    Why: a website that hands out a page of a stranger runs what is in it.
    Bad: ``report.html`` in the folder of the book; an HTML file with the name ``photo.png``.
    A name that holds signs of addresses, patterns or commands, or that cannot be seen, is refused
    for the same reason: programs and people read it as something else.
    Good: pictures as SVG, PNG, JPEG or WebP, and text as a page.
    """
    if source.path.is_relative_to(book.folder):
        name = PurePosixPath(source.path.relative_to(book.folder).as_posix())
        if problem := names.problem(name):
            yield _finding(0, problem)
    yield from _of_picture(source, "X017")


def _of_picture(source: Source, code: str) -> Iterator[Finding]:
    if source.is_text or source.path.suffix == ".md":
        return
    found = files.picture_problem(source.path, source.data)
    if found and found[1].code == code:
        yield _finding(*found)


@rule("X014")
def pages_are_markdown(source: Source, book: Book) -> Iterator[Finding]:
    """Every page is Markdown.

    Why: what a page may hold is checked for one language. Notebooks and reStructuredText can do
    more.
    Bad: ``notes.rst``, ``analysis.ipynb``.
    Good: ``notes.md``.
    """
    if source.path.suffix.lower() in _OTHER_PAGES and book.is_of_book(source.path):
        message = f"a page may not be of the kind '{source.path.suffix}'"
        yield Finding(0, 0, message, "write the page in Markdown, with the ending .md")


_OTHER_PAGES = frozenset((".rst", ".rest", ".ipynb", ".markdown", ".myst", ".mdx", ".qmd", ".rmd"))


@rule("X015")
def bibliographies_are_plain(source: Source) -> Iterator[Finding]:
    r"""A bibliography has entries with plain fields.

    Why: macros of BibTeX can double a text forty times, and commands of LaTeX are run by some
    programs that read the file.
    Bad: ``@string{a = {text}}``, ``title = a # a``, ``note = {\input{secret}}``.
    Good: ``@online{key, title = {Words}, url = {https://...}}``.
    """
    if source.path.suffix == ".bib":
        found = list(bibliography.problems(source.text))
        yield from (_finding(line, problem) for line, problem in found)
        for each in () if found else sources.unsafe_addresses(source.path):
            yield Finding(each.location.line, 1, each.message, each.hint, code=each.code)


@rule("X019")
def records_import_the_model(source: Source, book: Book) -> Iterator[Finding]:
    """A record module imports the model of facts and nothing else.

    Why: records are read without being run. Whatever else is imported has no use there, and would
    be run by a program that does import the module.
    Bad: ``import os``.
    Good: ``from iomdocs.facts import Fact, Statement``.
    """
    if source.path.resolve() not in book.records:
        return
    try:
        body = ast.parse(source.text).body
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return  # told where the records are read
    for statement in body:
        if isinstance(statement, ast.Import) or (
            isinstance(statement, ast.ImportFrom)
            and (statement.level or not _is_model(statement.module or ""))
        ):
            hint = "records need only what iomdocs.facts has"
            yield Finding(statement.lineno, 1, "a record module may not import this", hint)


@rule("X020")
def texts_are_no_formulas(source: Source, book: Book) -> Iterator[Finding]:
    """A text of a record or a table does not begin as a formula of a spreadsheet.

    Why: the facts are given away as CSV, and a spreadsheet that opens the file runs the formula.
    Bad: ``=HYPERLINK("https://...", "results")``, ``@SUM(A1)``, ``-cmd``.
    Good: ``results``, ``-5``, ``+41 22``.
    """
    find = spreadsheets.in_table if source.path.suffix == ".csv" else spreadsheets.in_records
    if source.path.suffix == ".csv" or source.path.resolve() in book.records:
        yield from (_finding(line, problem) for line, problem in find(source.text))


def _is_model(module: str) -> bool:
    return module in {"__future__", "iomdocs", "iomdocs.facts"} or module.startswith(
        "iomdocs.facts."
    )


def _finding(line: int, problem: Problem) -> Finding:
    return Finding(line, 1 if line else 0, problem.message, problem.hint, code=problem.code)
