"""Each setting of the extension once: its name, default, type and what it does."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal

Rebuild = Literal["", "env", "html"]


@dataclass(frozen=True, slots=True)
class Option:
    """A setting in ``conf.py``."""

    name: str
    default: Any
    rebuild: Rebuild
    types: tuple[type, ...]
    meaning: str


OPTIONS = (
    Option(
        "iomdocs_facts",
        "",
        "env",
        (str,),
        "dotted name of the module or package with the fact records",
    ),
    Option(
        "iomdocs_edition",
        "",
        "env",
        (str,),
        "date of the edition, 2026-11-24; shown in every format; facts are read as of that day",
    ),
    Option(
        "iomdocs_as_of",
        "",
        "env",
        (str,),
        "another day at which facts are read, for a book as of that day; the edition if empty",
    ),
    Option(
        "iomdocs_slug",
        "",
        "",
        (str,),
        "name of the PDF and ePub without ending; made from the project's name if empty",
    ),
    Option(
        "iomdocs_licence",
        "",
        "env",
        (str,),
        "licence of the text in a few words, shown in every format",
    ),
    Option(
        "iomdocs_repository",
        "",
        "env",
        (str,),
        "address of the book's repository, https://forge.example/owner/name, for links to records",
    ),
    Option(
        "iomdocs_branch",
        "main",
        "env",
        (str,),
        "the branch of the repository in which records are changed",
    ),
    Option(
        "iomdocs_revision",
        "",
        "",
        (str,),
        "the commit that the book is made from, for the imprint of the PDF; the command sets it",
    ),
    Option(
        "iomdocs_revision_time",
        0,
        "",
        (int,),
        "when that commit was made, for files of a book without edition; the command sets it",
    ),
    Option(
        "iomdocs_popovers",
        default=True,
        rebuild="html",
        types=(bool,),
        meaning="whether the website shows what stands behind a fact where the reader points at it",
    ),
    Option(
        "iomdocs_subject",
        {},
        "html",
        (dict,),
        "what the book is about, for search engines: properties of schema.org with ids of facts",
    ),
    Option(
        "iomdocs_navigation",
        default=True,
        rebuild="html",
        types=(bool,),
        meaning="whether the tree of the sidebar is made once for all pages, not by the theme",
    ),
    Option(
        "iomdocs_navigation_limit",
        400,
        "html",
        (int,),
        "entries of the sidebar above which it shows what is near the page only; 0 shows all",
    ),
    Option(
        "iomdocs_accessible",
        default=False,
        rebuild="env",
        types=(bool,),
        meaning="whether what keeps some readers out of a page is a mistake: A001 to A006",
    ),
    Option(
        "iomdocs_image_limit",
        500_000,
        "env",
        (int,),
        "the most bytes that a picture may have where `iomdocs_accessible` is set; 0 for no limit",
    ),
    Option(
        "iomdocs_search",
        default=True,
        rebuild="html",
        types=(bool,),
        meaning=(
            "search with Pagefind in the box of the theme; False for a book that brings its own "
            "search"
        ),
    ),
    Option(
        "iomdocs_subjects",
        [],
        "",
        (list, tuple),
        "what the book is about in a few words each, as libraries list it; in the ePub",
    ),
    Option(
        "iomdocs_epub_certifier",
        "",
        "",
        (str,),
        "who states that the ePub meets WCAG 2.2 AA; without it the ePub does not say so",
    ),
    Option(
        "iomdocs_formats",
        [],
        "html",
        (list,),
        "formats built together; the command sets it, so that pages can link the files",
    ),
    Option(
        "iomdocs_verified",
        default=False,
        rebuild="html",
        types=(bool,),
        meaning=(
            "whether finished files are read again and compared; the command sets it, so that "
            "pages can link what came of it"
        ),
    ),
    Option(
        "iomdocs_same_words",
        default=False,
        rebuild="",
        types=(bool,),
        meaning="whether words that finished formats do not share stop the build: V005 and V009",
    ),
    Option(
        "iomdocs_cache",
        "",
        "",
        (str,),
        "folder for what is kept from one build to the next; beside the doctrees if empty",
    ),
    Option(
        "iomdocs_math",
        default=True,
        rebuild="env",
        types=(bool,),
        meaning="formulas are part of the page, as MathML, so that nothing is loaded to set them",
    ),
    Option(
        "iomdocs_untrusted_pages",
        default=False,
        rebuild="env",
        types=(bool,),
        meaning=(
            "whether pages, pictures and sources may come from strangers: X001 to X020 are mistakes"
        ),
    ),
    Option(
        "iomdocs_editorial",
        [],
        "",
        (list, tuple, str),
        'codes of the editorial warnings that stop a build, or "all"; others are told by `check`',
    ),
)
"""All settings of the extension itself; the formats add their own."""
