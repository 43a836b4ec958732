"""What can hurt on a page, found in its text."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from functools import lru_cache
from pathlib import Path, PurePosixPath

from iomdocs.diagnostics import Problem
from iomdocs.lint.book import Book
from iomdocs.lint.page import Directive, Page, Place, Raw
from iomdocs.lint.rule import Finding, rule
from iomdocs.safety import formulas, frontmatter, limits, listings, markup
from iomdocs.safety.addresses import link_problem, picture_problem

_Found = tuple[Place, Problem]


@rule("X001")
def front_matter_only_describes(page: Page, book: Book) -> Iterator[Finding]:
    """The front matter of a page says what the page is, not how it is read.

    Why: settings of MyST in a front matter can switch on templates, and these run any program.
    Bad: ``myst: {enable_extensions: [substitution]}``, ``kernelspec``, ``html_meta``, anchors and
    tags of YAML.
    Good: ``title``, ``description``, ``author``, ``date``, ``orphan``, ``nosearch``, ``tocdepth``.
    """
    return _told("X001", page, book)


@rule("X002")
def known_directives(page: Page, book: Book) -> Iterator[Finding]:
    """A page uses the directives that set text, and no others.

    Why: other directives run programs, read files or write raw text into the finished pages.
    Bad: ``raw``, ``eval-rst``, ``literalinclude``, ``only``, ``autoclass``, ``role``.
    Good: boxes, figures, tables, code, ``fact:card``; ``include`` of another page of the book.
    """
    return _told("X002", page, book)


@rule("X003")
def known_roles(page: Page, book: Book) -> Iterator[Finding]:
    """A page uses the roles that set words, and no others.

    Why: a role can read files, write raw text or show what no reader is meant to see.
    Bad: ``{raw}``, ``{eval}``, ``{numref}`` with ``{name.__class__}`` in its words.
    Good: ``{fact}``, ``{term}``, ``{footcite}``, ``{ref}``, ``{abbr}``.
    """
    return _told("X003", page, book)


@rule("X004")
def harmless_options(page: Page, book: Book) -> Iterator[Finding]:
    """The options of a directive read no other files, make nothing endless and hide nothing.

    Why: ``:file:`` and ``:url:`` put any file and any website into the page; a class can hide words
    that reviewers have seen, or show others.
    Bad: ``:file: ../secret.csv``, ``:parser: rst``, ``:class: d-none``.
    Good: the table itself on the page.
    """
    return _told("X004", page, book)


@rule("X005")
def paths_stay_in_the_book(page: Page, book: Book) -> Iterator[Finding]:
    r"""A path names a visible file in the folder of the book, of a kind that can be published.

    Why: figures, downloads and inclusions put the file into the published book, whatever it is.
    Bad: ``../../.ssh/id_rsa``, ``/etc/passwd``, ``%2e%2e/x.png``, ``C:\x.png``.
    Good: ``pictures/map.svg``.
    """
    return _told("X005", page, book)


@rule("X006")
def addresses_lead_to_websites(page: Page, book: Book) -> Iterator[Finding]:
    """A link leads to https, http or mailto, or to something in the book.

    Why: ``javascript:`` runs a program of the page's author in the browser of the reader, and a
    ``data:`` or ``file:`` address shows what no website stands for.
    Bad: ``[x](javascript:alert(1))``, ``:target: data:text/html,...``, ``//host/x``.
    Good: ``[x](https://www.iom.int)``, ``[x](history.md)``.
    """
    return _told("X006", page, book)


@rule("X007")
def pictures_are_in_the_book(page: Page, book: Book) -> Iterator[Finding]:
    """A picture is a file of the book.

    Why: a picture from elsewhere can be exchanged at any time, tells its host who reads the page,
    and is missing in the PDF and the ePub.
    Bad: ``![map](https://host.example/map.png)``.
    Good: ``![map](pictures/map.png)``.
    """
    return _told("X007", page, book)


@rule("X008")
def no_raw_html(page: Page, book: Book) -> Iterator[Finding]:
    r"""A page holds no HTML but for comments.

    Why: HTML goes into the website as it is, with all that it runs; the other formats lose it.
    Bad: ``<script>``, ``<img onerror=...>``, ``<b>word</b>``.
    Good: ``**word**``; ``\<b>`` for the signs themselves.
    """
    return _told("X008", page, book)


@rule("X009")
def no_substitutions(page: Page, book: Book) -> Iterator[Finding]:
    """A page uses no substitutions of MyST.

    Why: what stands between the braces is a template, and a template can run any program.
    Bad: ``{{ cycler.__init__.__globals__ }}``.
    Good: the words themselves, or a fact.
    """
    return _told("X009", page, book)


@rule("X016")
def formulas_only_show(page: Page, book: Book) -> Iterator[Finding]:
    r"""A formula shows mathematics, and defines, loads and links nothing.

    Why: definitions can call each other without end; ``\href`` makes links that nobody checks.
    Bad: ``\def\x{\x\x}``, ``\input{secret}``, ``\href{javascript:...}{x}``.
    Good: ``\frac{a}{b}``.
    """
    return _told("X016", page, book)


@rule("X018")
def tables_of_a_size(page: Page, book: Book) -> Iterator[Finding]:
    """A table has a size that a reader can still look through, and boxes do not nest for ever.

    Why: a large table or a box in a box in a box keeps the PDF busy for hours.
    Bad: ten thousand rows on a page; twenty directives in each other.
    Good: the rows as a CSV file of a fact, of which the page shows some.
    """
    return _told("X018", page, book)


def _told(code: str, page: Page, book: Book) -> Iterator[Finding]:
    for place, problem in _unsafe(page, book.folder_of(page.path)):
        if problem.code == code:
            yield Finding(place.line, place.column, problem.message, problem.hint)


@lru_cache(maxsize=2)
def _unsafe(page: Page, folder: PurePosixPath) -> Sequence[_Found]:
    """Everything on a page that is not safe; the rules take their parts of it."""
    return [
        *_in_front_matter(page),
        *(each for found in page.content.directives for each in _in_directive(found, folder)),
        *_in_words(page, folder),
        *_in_raw(page),
        *_in_tables(page),
        *_in_inclusions(page),
        *_generated(page),
    ]


def _in_front_matter(page: Page) -> Iterator[_Found]:
    for line, problem in frontmatter.in_page(page.text):
        yield Place(line, 1), problem


def _in_directive(found: Directive, folder: PurePosixPath) -> Iterator[_Found]:
    if len(found.within) == limits.DEPTH:
        yield found.place, limits.too_deep()
    if problem := markup.directive_problem(found.name, found.argument, (), folder):
        yield found.place, problem
    for option in found.options:
        if problem := markup.option_problem(found.name, option.name, option.value, folder):
            yield option.place, problem
    for option in found.options:
        if option.value.startswith('"'):
            message = f"the value of '{option.name}' is written with escapes"
            yield option.place, Problem("X004", message, "write the letters themselves")
    for number, line in enumerate(found.body, found.body_line):
        if found.name == "toctree" and (problem := markup.body_problem("toctree", [line], folder)):
            yield Place(number, 1), problem
    if found.name != "toctree" and (problem := markup.body_problem(found.name, found.body, folder)):
        yield found.place, problem


def _in_inclusions(page: Page) -> Iterator[_Found]:
    inclusions = [found for found in page.content.directives if found.name == "include"]
    for number, found in enumerate(inclusions, 1):
        other = page.path.parent / found.argument
        if number > limits.INCLUSIONS or _includes(other):
            yield found.place, limits.too_many_inclusions()


def _generated(page: Page) -> Iterator[_Found]:
    """Directives and links that make too much together."""
    count: Counter[str] = Counter()
    for found in page.content.directives:
        count[found.name] += 1
        if count[found.name] > limits.GENERATED.get(found.name, limits.LINES):
            yield found.place, limits.too_often(found.name)
    for link in page.content.links[limits.LINKS :][:1]:
        yield link.place, limits.too_many_links()


def _includes(path: Path) -> bool:
    """Whether a page of the book has an inclusion, wherever it stands in it."""
    try:
        is_page = path.suffix == ".md" and path.is_file() and not path.is_symlink()
        return is_page and b"{include}" in path.read_bytes()
    except (OSError, ValueError):
        return False


def _in_words(page: Page, folder: PurePosixPath) -> Iterator[_Found]:
    for role in page.content.roles:
        if problem := markup.role_problem(role.name, role.text, folder):
            yield role.place, problem
    for link in page.content.links:
        if problem := link_problem(link.target, folder):
            yield link.place, problem
    for image in page.content.images:
        if problem := picture_problem(image.target, folder):
            yield image.place, problem
    for place, names in page.content.classes:
        if problem := markup.class_problem(names):
            yield place, problem


def _in_raw(page: Page) -> Iterator[_Found]:
    for raw in page.content.raw:
        if raw.kind == "html" and not markup.is_comment(raw.text):
            words = " ".join(raw.text.split())[:40]
            hint = "write it in Markdown; write \\< for the sign itself"
            yield raw.place, Problem("X008", f"a page may not hold HTML: {words}", hint)
        elif raw.kind == "substitution":
            hint = "write the words, or name a fact"
            yield raw.place, Problem("X009", "a page may not use substitutions", hint)
        else:
            yield from ((raw.place, problem) for problem in _in_listing(raw) if problem)


def _in_listing(raw: Raw) -> Iterator[Problem | None]:
    """What is wrong with code or with a formula."""
    if raw.kind == "code":
        yield listings.problem(raw.info, raw.text)
    elif raw.kind == "math":
        yield formulas.problem(raw.text)


def _in_tables(page: Page) -> Iterator[_Found]:
    """Tables in Markdown, and those that directives make of lists or rows."""
    sizes = [(Place(t.first, 1), t.last - t.first, t.cells) for t in page.content.tables]
    for found in page.content.directives:
        if found.name in {"list-table", "csv-table"}:
            rows = sum(bool(line.strip()) for line in found.body)
            cells = rows if found.name == "list-table" else sum(map(_commas, found.body))
            sizes.append((found.place, rows, cells))
    for place, rows, cells in sizes:
        if rows > limits.ROWS or cells > limits.CELLS:
            message = f"the table has more than {limits.ROWS:,} rows or {limits.CELLS:,} cells"
            yield place, Problem("X018", message, "make the rows a CSV file of a fact")


def _commas(line: str) -> int:
    return line.count(",") + 1
