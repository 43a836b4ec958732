"""What the book says about itself: cover, imprint, and the properties of the PDF."""

from __future__ import annotations

import re

from docutils import nodes
from sphinx.builders import Builder

from iomdocs.formats.edition import (
    citation,
    edition_line,
    facts_line,
    licence_line,
    past_day,
    setting,
)
from iomdocs.formats.past import NOTICE
from iomdocs.formats.typst.assembly import parts_of
from iomdocs.formats.typst.output import Code, Value, argument
from iomdocs.languages import is_right_to_left, language_tag

TEMPLATE_IMPORT = '#import "handbook.typ": *\n'
"""The first line of the document."""

WORDS: dict[str, dict[str, str]] = {
    "en": {
        "contents": "Contents",
        "version": "version",
    },
    "es": {
        "contents": "Índice",
        "version": "versión",
    },
    "fr": {
        "contents": "Table des matières",
        "version": "version",
    },
}
"""Further words of the cover and the imprint, by language; English where there are none."""

LONGEST_DESCRIPTION = 300
REGION = 2
"""Letters of the code of a country (ISO 3166-1), which may follow that of a language."""


def book_call(builder: Builder, book: nodes.document) -> str:
    """The call of the template that holds the whole book."""
    settings = argument(dict(_settings(builder, book))).removeprefix("(").removesuffix(")")
    return f"#show: book.with({settings})\n"


def _settings(builder: Builder, book: nodes.document) -> dict[str, Value]:
    config = builder.config
    language, *rest = re.findall("[a-z]+", language_tag(str(config.language or "en")).lower())
    region = next((part for part in rest if len(part) == REGION), None)
    author = setting(config, "author")
    edition, facts = edition_line(config), facts_line(config)
    licence, cite = licence_line(config), citation(config)
    words = WORDS.get(language, WORDS["en"])
    parts: list[Value] = list(parts_of(book))
    return {
        "title": str(config.project),
        "authors": [author] if author else [],
        "description": description(book) or None,
        "keywords": _keywords(book) or parts,
        "lang": language,
        "region": region,
        "dir": Code("rtl" if is_right_to_left(str(config.language or "en")) else "auto"),
        "paper": str(config.typst_paper),
        "edition": edition.words or None,
        "facts": facts.words or None,
        "is-past": past_day(config) is not None,
        "citation": cite.words or None,
        "version": str(config.release) or None,
        "copyright": _copyright(str(config.copyright)),
        "licence": licence.words or None,
        "licence-url": licence.target or None,
        "words": {
            **words,
            "edition": edition.lead,
            "facts": facts.lead,
            "licence": licence.lead,
            "cite": cite.lead,
        },
        "has-parts": bool(parts),
    }


def description(book: nodes.document) -> str:
    """What the book is about: the description of the root page, else its first paragraph."""
    if given := _meta(book, "description"):
        return given
    texts = (p for p in book.findall(nodes.paragraph) if NOTICE not in p["classes"])
    paragraph = next(texts, None)
    words = " ".join(paragraph.astext().split()) if paragraph is not None else ""
    if len(words) <= LONGEST_DESCRIPTION:
        return words
    return f"{words[:LONGEST_DESCRIPTION].rsplit(' ', 1)[0]} …"


def _keywords(book: nodes.document) -> list[Value]:
    words = _meta(book, "keywords").split(",")
    return [word.strip() for word in words if word.strip()]


def _meta(book: nodes.document, name: str) -> str:
    found = (node for node in book.findall(nodes.meta) if node.get("name") == name)
    return next((str(node.get("content", "")) for node in found), "")


def _copyright(words: str) -> str | None:
    return f"© {words}" if words else None
