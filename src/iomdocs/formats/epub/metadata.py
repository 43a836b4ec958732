"""What is said of the book as a whole: who made it, what it is about, who can read it."""

from __future__ import annotations

import time
import uuid
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from sphinx.config import Config

from iomdocs.formats.edition import book_slug, build_time, edition_line, licence_line, setting
from iomdocs.formats.epub.pages import Page
from iomdocs.languages import is_right_to_left, language_tag

_NAMESPACE = uuid.uuid5(uuid.NAMESPACE_URL, "https://pypi.org/project/iomdocs/")
CONFORMANCE = "EPUB Accessibility 1.1 - WCAG 2.2 Level AA"
"""What a book states that meets both (EPUB Accessibility 1.1, 4.2.2)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Metadata:
    """What is said of the book as a whole (EPUB 3.3, 5.5); what is empty is left out."""

    title: str
    identifier: str
    language: str
    modified: str
    """When it was last changed, as ``2026-11-24T00:00:00Z``."""
    date: str = ""
    creator: str = ""
    contributor: str = ""
    publisher: str = ""
    description: str = ""
    rights: str = ""
    subjects: Sequence[str] = ()
    right_to_left: bool = False
    vertical: bool = False


@dataclass(frozen=True, slots=True)
class Accessibility:
    """What the book offers to readers, as found in its pages (EPUB Accessibility 1.1)."""

    modes: Sequence[str]
    sufficient: Sequence[str]
    features: Sequence[str]
    hazard: str
    summary: str
    certifier: str = ""
    """Who states that the book meets :data:`CONFORMANCE`; empty if nobody does."""


def book_language(config: Config) -> str:
    """The language of the book as BCP 47 has it."""
    return language_tag(str(config["epub_language"] or config["language"] or "en"))


def metadata_of(config: Config) -> Metadata:
    """What the settings say of the book."""
    licence = licence_line(config)
    described = f"{licence.words} ({licence.target})" if licence.target else licence.words
    language = book_language(config)
    return Metadata(
        title=title_of(config),
        identifier=_identifier(config),
        language=language,
        modified=time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime(build_time(config))),
        date=edition_line(config).target,
        creator=setting(config, "epub_author"),
        contributor=setting(config, "epub_contributor"),
        publisher=setting(config, "epub_publisher"),
        description=setting(config, "epub_description"),
        rights=described or setting(config, "epub_copyright"),
        subjects=[str(subject) for subject in config["iomdocs_subjects"]],
        right_to_left=is_right_to_left(language),
        vertical=config["epub_writing_mode"] == "vertical",
    )


def title_of(config: Config) -> str:
    """The title of the book; its file name for one that has none."""
    return setting(config, "epub_title") or setting(config, "project") or book_slug(config)


def _identifier(config: Config) -> str:
    """The identifier of the book, the same for all its editions (EPUB 3.3, 5.5.3.1).

    A book that has not set one gets a UUID made from its file name, author and language.
    """
    name = f"{book_slug(config)}.epub {setting(config, 'epub_author')} {book_language(config)}"
    return setting(config, "epub_identifier") or f"urn:uuid:{uuid.uuid5(_NAMESPACE, name)}"


def accessibility_of(
    pages: Collection[Page], *, has_index: bool, certifier: str = ""
) -> Accessibility:
    """Look at the pages and say only what holds for all of them.

    :param certifier: who vouches for the book; not named if an image lacks a text alternative.
    """
    images = sum(page.images for page in pages)
    unnamed = sum(page.images_without_text for page in pages)
    moving = any(page.moving for page in pages)
    sounds = any(page.sounds for page in pages)
    features = {"displayTransformability", "readingOrder", "structuralNavigation"}
    features |= {"tableOfContents", "unlocked"}
    features |= {"alternativeText"} if images and not unnamed else set()
    features |= {"index"} if has_index else set()
    features |= {"MathML"} if any("mathml" in page.properties for page in pages) else set()
    modes = ["textual", *(["visual"] if images else []), *(["auditory"] if sounds else [])]
    return Accessibility(
        modes=modes,
        sufficient=["textual"] if not unnamed and not sounds else [",".join(modes)],
        features=sorted(features),
        hazard="unknown" if moving else "none",
        summary=_summary(images, unnamed, moving=moving),
        certifier="" if unnamed or sounds else certifier,
    )


def _summary(images: int, unnamed: int, *, moving: bool) -> str:
    parts = ["Flowing text with headings, a table of contents and landmarks."]
    if not images:
        parts.append("There are no images.")
    elif unnamed:
        parts.append(f"{unnamed} of {images} images have no text alternative.")
    else:
        parts.append("Every image has a text alternative.")
    if not moving:
        parts.append("There is no sound, motion or flashing.")
    return " ".join(parts)
