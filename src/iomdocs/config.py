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
        "iomdocs_subject",
        {},
        "html",
        (dict,),
        "what the book is about, for search engines: properties of schema.org with ids of facts",
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
)
"""All settings of the extension itself; the formats add their own."""
