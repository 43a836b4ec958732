"""What the book says about itself: cover, imprint, and the properties of the PDF."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from importlib.metadata import version
from typing import TYPE_CHECKING

from docutils import nodes
from sphinx.locale import _

from iomdocs.formats.edition import (
    citation,
    edition_line,
    facts_line,
    licence_line,
    past_day,
    setting,
)
from iomdocs.formats.past import NOTICE
from iomdocs.formats.summary import summary
from iomdocs.formats.typst.assembly import parts_of
from iomdocs.formats.typst.escape import text
from iomdocs.formats.typst.options import families
from iomdocs.formats.typst.output import Code, Markup, Value, argument, call, expression
from iomdocs.languages import is_right_to_left, language_tag

if TYPE_CHECKING:
    from iomdocs.formats.typst.assembly import Book
    from iomdocs.formats.typst.builder import TypstPdfBuilder

TEMPLATE_IMPORT = '#import "handbook.typ": *\n'
"""The first line of the document."""

WORDS: Mapping[str, Mapping[str, str]] = {
    "ar": {
        "contents": "المحتويات",
        "version": "النسخة",
        "revision": "أُعدّ من المراجعة",
        "changed": "مع تغييرات ليست في أي مراجعة",
        "digest": "البيانات، SHA-256:",
        "set": "نُضِّد بخط {fonts} باستخدام Typst {typst}.",
        "and": "و",
    },
    "de": {
        "contents": "Inhalt",
        "version": "Version",
        "revision": "Erstellt aus der Revision",
        "changed": "mit Änderungen, die in keiner Revision stehen",
        "digest": "Daten, SHA-256:",
        "set": "Gesetzt aus {fonts} mit Typst {typst}.",
        "and": "und",
    },
    "en": {
        "contents": "Contents",
        "version": "version",
        "revision": "Made from revision",
        "changed": "with changes that are in no revision",
        "digest": "Facts, SHA-256:",
        "set": "Set in {fonts} with Typst {typst}.",
        "and": "and",
    },
    "es": {
        "contents": "Índice",
        "version": "versión",
        "revision": "Hecho a partir de la revisión",
        "changed": "con cambios que no están en ninguna revisión",
        "digest": "Datos, SHA-256:",
        "set": "Compuesto en {fonts} con Typst {typst}.",
        "and": "y",
    },
    "fr": {
        "contents": "Table des matières",
        "version": "version",
        "revision": "Fait à partir de la révision",
        "changed": "avec des modifications qui ne sont dans aucune révision",
        "digest": "Données, SHA-256\u00a0:",
        "set": "Composé en {fonts} avec Typst {typst}.",
        "and": "et",
    },
    "zh": {
        "contents": "目录",
        "version": "版本",
        "revision": "源自修订版",
        "changed": "含未收入任何修订版的更改",
        "digest": "数据\uff0cSHA-256\uff1a",
        "set": "字体\uff1a{fonts}\uff1b由 Typst {typst} 排版。",
        "and": "和",
    },
}
"""Further words of the cover and the imprint, by language; English where Sphinx has none either."""

_OF_EVERY_PAGE = frozenset(
    ("title", "lang", "region", "dir", "paper", "edition", "facts", "is-past", "words", "has-parts")
)
"""What the template needs to know for any page."""
LONGEST_DESCRIPTION = 300
REGION = 2
"""Letters of the code of a country (ISO 3166-1), which may follow that of a language."""


def book_call(settings: Mapping[str, Value]) -> str:
    """The call of the template that holds the whole book."""
    return f"#show: book.with({argument(settings).removeprefix('(').removesuffix(')')})\n"


def going_on_call(settings: Mapping[str, Value]) -> str:
    """The same for pages of the book that are set by themselves, behind its contents."""
    of_every_page = {name: value for name, value in settings.items() if name in _OF_EVERY_PAGE}
    return book_call({**of_every_page, "opens": False})


def _title(builder: TypstPdfBuilder) -> str:
    """The name of the project; that of the first page for a book without, PDF/UA-1 asks for one."""
    config = builder.config
    first = builder.env.titles.get(str(config.root_doc))
    return str(config.project) or (first.astext() if first else "") or str(config.root_doc)


def settings_of(builder: TypstPdfBuilder, book: Book) -> Mapping[str, Value]:
    """What the template is told of the book, by the names of its parameters."""
    config = builder.config
    language, region = _language_and_region(str(config.language or "en"))
    author = setting(config, "author")
    edition, facts, licence = edition_line(config), facts_line(config), licence_line(config)
    words = _words(language)
    parts: list[Value] = list(parts_of(book.tree))
    meta = _meta(book)
    return {
        "title": _title(builder),
        "authors": [author] if author else [],
        "description": _description(book, meta) or None,
        "keywords": _keywords(meta) or parts,
        "lang": language,
        "region": region,
        "dir": Code("rtl" if is_right_to_left(str(config.language or "en")) else "auto"),
        "paper": str(config.typst_paper),
        "edition": edition.words or None,
        "facts": facts.words or None,
        "is-past": past_day(config) is not None,
        "version": str(config.release) or None,
        "licence": licence.words or None,
        "licence-url": licence.target or None,
        "imprint-lines": list(_imprint(builder, words)),
        "words": {
            "contents": words["contents"],
            "version": words["version"],
            "edition": edition.lead,
            "facts": facts.lead,
            "licence": licence.lead,
        },
        "has-parts": bool(parts),
    }


def _language_and_region(language: str) -> tuple[str, str | None]:
    """The codes of ISO 639 and ISO 3166-1 in a language code; English for what is none.

    Sphinx says of a language that it does not know.
    """
    first, *rest = language_tag(language).lower().partition("@")[0].split("-")
    region = next((part for part in rest if len(part) == REGION and part.isascii()), None)
    return (first, region) if re.fullmatch("[a-z]{2,3}", first) else ("en", None)


def _words(language: str) -> Mapping[str, str]:
    """The words of a language, from Sphinx's catalogues where there are none of our own."""
    if language in WORDS:
        return WORDS[language]
    return {**WORDS["en"], "contents": str(_("Contents")), "version": str(_("Release"))}


def _imprint(builder: TypstPdfBuilder, words: Mapping[str, str]) -> Iterator[Value]:
    """The lines of the imprint, in pairs of what it is and what it says."""
    config = builder.config
    edition, facts, cite = edition_line(config), facts_line(config), citation(config)
    release = f"{words['version']} {config.release}" if config.release else ""
    if issue := ", ".join(filter(None, [str(edition), release])):
        yield [None, Markup(text(f"{issue[:1].upper()}{issue[1:]}."))]
    if facts.words:
        yield [facts.lead, Markup(text(f"{facts.words}."))]
    if cite.words:
        yield [cite.lead, Markup(text(cite.words))]
    if copyright_line := _copyright(str(config.copyright)):
        yield [None, Markup(text(copyright_line))]
    licence = licence_line(config)
    if licence.words:
        address = f", {call('link', licence.target)}" if licence.target else ""
        yield [licence.lead, Markup(f"{text(licence.words)}{address}{text('.')}")]
    revision = str(config["iomdocs_revision"])
    if revision:
        changed = f", {words['changed']}" if revision.endswith("+") else ""
        yield [words["revision"], Markup(text(f"{revision.removesuffix('+')}{changed}."))]
    if builder.facts_digest:
        digest = call("code", expression("raw", builder.facts_digest))
        yield [words["digest"], Markup(digest)]
    fonts = f" {words['and']} ".join(families(config, kind)[0] for kind in ("serif", "sans"))
    yield [None, Markup(text(words["set"].format(fonts=fonts, typst=version("typst"))))]


def _description(book: Book, meta: Mapping[str, str]) -> str:
    """What the book is about: the description of the root page, else its first paragraph."""
    if given := meta.get("description"):
        return given
    texts = (p for p in book.tree.findall(nodes.paragraph) if NOTICE not in p["classes"])
    paragraph = next(texts, None)
    return summary(paragraph, LONGEST_DESCRIPTION) if paragraph is not None else ""


def _keywords(meta: Mapping[str, str]) -> list[Value]:
    words = meta.get("keywords", "").split(",")
    return [word.strip() for word in words if word.strip()]


def _meta(book: Book) -> Mapping[str, str]:
    """What a book says of itself for programs, by name; what it says first counts."""
    found: dict[str, str] = {}
    for node in book.of_kind(nodes.meta):
        found.setdefault(str(node.get("name", "")), str(node.get("content", "")))
    return found


def _copyright(words: str) -> str | None:
    return f"© {words}" if words else None
