"""Rules about what readers find their way by: headings, words of pictures, headers, links."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import PurePosixPath

from markdown_it.token import Token

from iomdocs.lint.editorial.prose import shown
from iomdocs.lint.page import Directive, Page
from iomdocs.lint.rule import Finding, rule

_PICTURES = ("figure", "image")
_TABLES = ("list-table", "csv-table")

_SAY_NOTHING = frozenset(
    (
        *("here", "click here", "this", "this link", "link", "the link", "read more", "more"),
        *("see here", "click", "more here", "this one", "over here"),
    )
)
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+")
_IMAGE_WITHOUT_ALT = re.compile(r"<img\b(?![^>]*\balt\s*=)[^>]*>", re.IGNORECASE)
_TABLE_OF_HTML = re.compile(r"<table\b([^>]*)>(.*?)</table>", re.IGNORECASE | re.DOTALL)


@rule("W007", "warning")
def headings_skip_no_level(page: Page) -> Iterator[Finding]:
    """A heading is at most one level below the one before it.

    Why: the contents of the page, and readers who go from heading to heading, take the missing
    level for something that they have lost.

    Bad:
        # Membership

        #### Observers

    Good:
        # Membership

        ## Observers
    """
    before = 0
    for token in page.content.tokens:
        if token.type != "heading_open" or token.level or not token.map:
            continue
        level = int(token.tag[1:])
        if before and level > before + 1:
            message = f"from a heading of level {before} to one of level {level}"
            yield Finding(token.map[0] + 1, 1, message, f"begin it with '{'#' * (before + 1)} '")
        before = level


@rule("W008", "warning")
def pictures_have_words(page: Page) -> Iterator[Finding]:
    """A picture has words that say what it shows.

    Why: they are all that some readers have of it. The name of the file tells them nothing. An
    ornament has an option ``:alt:`` with nothing behind it.

    Bad:
        ![](growth.png)

    Good:
        ![Members by year, from 16 to 175](growth.png)
    """
    hint = "write what it shows: ![words](file) or :alt: words"
    for image in page.content.images:
        if message := _what_words_lack(image.alt or None, image.target):
            yield Finding(*image.place, message, hint)
    for directive in page.content.directives:
        if directive.name in _PICTURES:
            message = _what_words_lack(directive.option("alt"), directive.argument)
            if message:
                yield Finding(*directive.place, message, hint)
    for raw in page.content.raw:
        if raw.kind == "html" and _IMAGE_WITHOUT_ALT.search(raw.text):
            message = "a picture of HTML has no words"
            yield Finding(*raw.place, message, 'write alt="what it shows"')


def _what_words_lack(words: str | None, target: str) -> str:
    """What is missing; words that are empty on purpose are the mark of an ornament."""
    name = PurePosixPath(target).name
    if words is None:
        return f"the picture '{name}' has no words"
    if words.strip() and words.strip() in {name, PurePosixPath(name).stem, target}:
        return f"the words for the picture '{name}' are only the name of its file"
    return ""


@rule("W009", "warning")
def tables_have_headers(page: Page) -> Iterator[Finding]:
    """The first row or column of a table says what stands in the others.

    Why: who hears a table hears the header before each cell; who sees it on a phone reads it
    beside each value.

    Bad:
        ```{list-table}
        * - 2016
          - 165
        * - 2022
          - 175
        ```

    Good:
        ```{list-table}
        :header-rows: 1

        * - Year
          - Members
        * - 2016
          - 165
        * - 2022
          - 175
        ```
    """
    for directive in page.content.directives:
        if directive.name in _TABLES and not _has_header(directive):
            hint = "write ':header-rows: 1', and a first row that names the columns"
            yield Finding(*directive.place, "a table without a header", hint)
    for line in _empty_headers(page.content.tokens):
        yield Finding(line, 1, "the header of the table is empty", "name what each column holds")
    for raw in page.content.raw:
        if raw.kind == "html" and any(map(_lacks_header, _TABLE_OF_HTML.finditer(raw.text))):
            yield Finding(*raw.place, "a table of HTML without a header", "write <th> in it")


def _has_header(table: Directive) -> bool:
    given = (table.option(name) for name in ("header", "header-rows", "stub-columns"))
    return any(value not in (None, "", "0") for value in given)


def _lacks_header(table: re.Match[str]) -> bool:
    return "presentation" not in table[1] and "<th" not in table[2].lower()


def _empty_headers(tokens: Sequence[Token]) -> Iterator[int]:
    line = 0
    for token in tokens:
        if token.type == "thead_open" and token.map:
            line = token.map[0] + 1
        elif token.type == "inline" and line and token.content.strip():
            line = 0
        elif token.type == "thead_close" and line:
            yield line
            line = 0


@rule("W010", "warning")
def links_say_where_they_lead(page: Page) -> Iterator[Finding]:
    """The words of a link say where it leads.

    Why: many readers go from link to link, and hear only its words; an address is read out letter
    by letter. On paper *here* is nothing at all.

    Bad:
        The members are listed [here](members.md), and on <https://www.iom.int/member-states>.

    Good:
        See the [list of members](members.md), and the one [of IOM](https://www.iom.int/members).
    """
    for link in page.content.links:
        words = shown(link.text)
        if link.kind == "definition" or link.target.startswith(("mailto:", "#")):
            continue
        hint = f"write words that name what is there: [words]({link.target})"
        if words.casefold().strip(".,:;!? ") in _SAY_NOTHING:
            yield Finding(*link.place, f"'{words}' does not say where the link leads", hint)
        elif _ADDRESS.fullmatch(words) or (not words and _ADDRESS.match(link.target)):
            yield Finding(*link.place, "the words of the link are an address", hint)
