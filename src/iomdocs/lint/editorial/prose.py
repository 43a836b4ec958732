"""What of a page is prose, and how a place in it becomes a finding."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from iomdocs.lint.editorial.once import once
from iomdocs.lint.page import HIDDEN, Page, Passage
from iomdocs.lint.rule import Edit, Finding

_HOLD_PROSE = frozenset(
    (
        *("note", "warning", "tip", "hint", "important", "caution", "attention", "danger", "error"),
        *("admonition", "seealso", "todo", "topic", "sidebar", "margin", "aside", "versionadded"),
        *("versionchanged", "deprecated", "versionremoved", "list-table", "table", "figure"),
        *("container", "div", "only", "compound", "epigraph", "pull-quote", "highlights"),
        *("glossary", "card", "grid", "grid-item", "grid-item-card", "tab-set", "tab-item"),
        *("dropdown", "details", "exercise", "solution", "proof", "theorem", "definition"),
    )
)
"""Directives whose body is prose; what stands in any other may be code, data or a language."""

_NO_PROSE = frozenset(("argument", "option"))

_WORDS_OF_OTHERS = frozenset(("epigraph", "pull-quote", "highlights"))

_OF_OTHERS = re.compile(r"“[^”]{1,400}”|«[^»]{1,400}»|(?<!\w)\"[^\"]{1,400}\"(?!\w)|https?://\S+")

_END = re.compile(rf"[.!?…][”’\")\]]*{HIDDEN}*\s+(?=[\w“\"({HIDDEN}])")


@once
def prose(page: Page) -> Sequence[Passage]:
    """The passages of a page that are prose or headings, in order."""
    return [
        passage
        for passage in page.content.passages
        if passage.kind not in _NO_PROSE and all(name in _HOLD_PROSE for name in passage.within)
    ]


@once
def own_words(page: Page) -> Sequence[tuple[Passage, str]]:
    """The prose that the author of a page says as such, without headings and captions.

    Links, addresses and quotations are a ``HIDDEN`` for each of their characters.
    """
    return [
        (passage, _masked(passage))
        for passage in prose(page)
        if passage.kind != "heading"
        and "figure" not in passage.within
        and passage.text
        and not _is_quotation(page, passage)
    ]


def sentences(text: str) -> Iterator[tuple[int, int]]:
    """Where the sentences of a text begin and end."""
    begin = 0
    for match in _END.finditer(text):
        yield begin, match.end()
        begin = match.end()
    yield begin, len(text)


def finding(
    page: Page,
    passage: Passage,
    span: tuple[int, int],
    message: str,
    hint: str,
    instead: str | None = None,
) -> Finding:
    """A finding at a place of a passage.

    :param span: the characters of the passage that it is about.
    :param instead: what can safely stand there; nothing is changed where there is markup between.
    """
    offsets = passage.offsets
    first, last = offsets[span[0]], offsets[span[1] - 1] + 1
    edit = None
    if instead is not None and is_plain(page, passage, span):
        edit = Edit(first, last, instead)
    return Finding(*page.place(first), message, hint, edit)


def is_plain(page: Page, passage: Passage, span: tuple[int, int]) -> bool:
    """Whether the source has the same words there, without any markup between."""
    begin, end = span
    offsets = passage.offsets
    written = page.text[offsets[begin] : offsets[end - 1] + 1]
    return written.split() == passage.text[begin:end].split()


def shown(text: str) -> str:
    """A piece of prose as a message quotes it."""
    return " ".join(text.replace(HIDDEN, "…").split())


def _masked(passage: Passage) -> str:
    spans = [*passage.linked, *(match.span() for match in _OF_OTHERS.finditer(passage.text))]
    text = passage.text
    for begin, end in spans:
        text = f"{text[:begin]}{HIDDEN * (end - begin)}{text[end:]}"
    return text


def _is_quotation(page: Page, passage: Passage) -> bool:
    if not _WORDS_OF_OTHERS.isdisjoint(passage.within):
        return True
    quotations = _quotations(page)
    if not quotations:
        return False
    line, _ = page.place(passage.offsets[0])
    return any(first <= line <= last for first, last in quotations)


@once
def _quotations(page: Page) -> Sequence[tuple[int, int]]:
    """The first and last lines of block quotations."""
    blocks = page.content.blocks
    return [(block.first, block.last) for block in blocks if block.kind == "blockquote"]
