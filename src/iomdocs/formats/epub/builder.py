"""The builder of the ePub: Sphinx's, with pages, contents and package of our own."""

from __future__ import annotations

import posixpath
import re
import sys
import time
import uuid
from collections.abc import Iterator, Sequence
from pathlib import Path
from urllib.parse import quote
from xml.etree.ElementTree import ParseError

from docutils import nodes
from sphinx.builders.epub3 import Epub3Builder
from sphinx.locale import _, __
from sphinx.util import logging

from iomdocs.formats.edition import (
    book_slug,
    build_time,
    citation,
    edition_line,
    facts_line,
    licence_line,
    setting,
)
from iomdocs.formats.epub import package
from iomdocs.formats.epub.archive import write_archive
from iomdocs.formats.epub.contents import Contents, Entry, pages_of
from iomdocs.formats.epub.pages import MEDIA_TYPES, Page, needed_files, read_page
from iomdocs.formats.epub.translator import EpubTranslator
from iomdocs.languages import is_right_to_left, language_tag

logger = logging.getLogger(__name__)

THEME = "iomdocs_epub"
TITLE_PAGE = "epub-title"
_NAMESPACE = uuid.uuid5(uuid.NAMESPACE_URL, "https://pypi.org/project/iomdocs/")


class EpubBuilder(Epub3Builder):
    """Builds ``<slug>.epub`` with nothing in it that EPUBCheck complains of.

    What goes in is what the pages need, and nothing else that lies in the folder: files that were
    left there by an earlier build, or that the theme of the website ships, stay out.
    """

    name = "epub"
    default_translator_class = EpubTranslator

    def init(self) -> None:
        """Name the language on every page (WCAG 2.2, 3.1.1), as BCP 47 has it."""
        tag = self.book_language
        direction = ' dir="rtl"' if is_right_to_left(tag) else ""
        self.html_tag = (
            '<html xmlns="http://www.w3.org/1999/xhtml" '
            'xmlns:epub="http://www.idpf.org/2007/ops" '
            f'lang="{tag}" xml:lang="{tag}"{direction}>'
        )
        super().init()
        self._silence_themes()

    def _silence_themes(self) -> None:
        """Keep themes of the website out: they expect settings that only their pages have.

        A book that names its theme among the extensions cannot be built as an ePub otherwise.
        """
        themes = [
            Path(path).resolve()
            for name, path in self._registry.html_themes.items()
            if name != THEME
        ]
        for event in ("builder-inited", "html-page-context", "build-finished"):
            for listener in list(self.events.listeners.get(event, [])):
                folder = _package_folder(listener.handler)
                if any(folder in theme.parents for theme in themes):
                    self.events.disconnect(listener.id)

    def get_theme_config(self) -> tuple[str, dict[str, str | int | bool]]:
        """Our theme in the place of Sphinx's; a theme that the book has chosen stays."""
        name, options = super().get_theme_config()
        return (THEME, {}) if name == "epub" else (name, options)

    @property
    def book_language(self) -> str:
        """The language of the book as BCP 47 has it."""
        return language_tag(str(self.config["epub_language"] or self.config["language"] or "en"))

    @property
    def book_name(self) -> str:
        """The name of the file."""
        return f"{book_slug(self.config)}.epub"

    def fix_ids(self, tree: nodes.document) -> None:
        """Write hyphens for colons in all ids, which some reading systems take for a protocol.

        Sphinx changes all links but only some of the ids that they lead to.
        """
        for node in tree.findall(nodes.Element):
            for name in ("ids", "backrefs"):
                values: list[str] = node.get(name, [])
                node[name] = [value.replace(":", "-") for value in values]
            if "refid" in node:
                node["refid"] = node["refid"].replace(":", "-")
            if isinstance(node, nodes.reference):
                match = self.refuri_re.match(node.get("refuri", ""))
                if match:
                    node["refuri"] = self.fix_fragment(match.group(1), match.group(2))

    def handle_finish(self) -> None:
        """Write title page and package files, and put the book together."""
        contents = Contents(
            self.env,
            self.tags,
            self.get_target_uri,
            int(self.config["epub_tocdepth"]),
            str(self.config["html_secnumber_suffix"]),
        ).entries()
        contents += self._indices()
        self._write_title_page()
        folder = Path(self.outdir)
        pages = list(self._read_pages(folder, list(self._spine(contents))))
        resources, missing = needed_files(folder, pages)
        self._report(pages, missing)
        book = self._package(contents, pages, resources)
        target = folder / self.book_name
        logger.info(__("writing %s file..."), target.name)
        copied = [*(page.href for page in pages), *resources]
        write_archive(target, book.files(), folder, copied)

    def _indices(self) -> list[Entry]:
        """Lines for the general index and the indices of domains, where there are any."""
        lines = [(name, cls.localname) for name, cls, *_rest in self.domain_indices]
        if self.use_index:
            lines.append(("genindex", _("Index")))
        written = [line for line in lines if self.get_output_path(line[0]).is_file()]
        return [Entry(text, self.get_target_uri(name), name) for name, text in written]

    def _write_title_page(self) -> None:
        cover = str(self.config["epub_cover"][0]) if self.config["epub_cover"] else ""
        context = {
            "title": str(self.config["epub_title"]),
            "author": self._setting("epub_author"),
            "cover": cover,
            "edition": edition_line(self.config),
            "facts": facts_line(self.config),
            "citation": citation(self.config),
            "licence": licence_line(self.config),
        }
        self.handle_page(TITLE_PAGE, context, "titlepage.html")

    def _spine(self, contents: Sequence[Entry]) -> Iterator[str]:
        """The pages in the order of reading, each once; those outside the contents at the end."""
        listed = list(pages_of(contents))
        others = sorted(self.env.found_docs - set(listed))
        yield from (TITLE_PAGE, *listed, *others)

    def _read_pages(self, folder: Path, names: Sequence[str]) -> Iterator[Page]:
        for name in names:
            href = name + self.out_suffix
            try:
                yield read_page(folder, href)
            except ParseError as error:
                message = f"this page is not well-formed XHTML, which an ePub must be: {error}"
                hint = "look for raw HTML on the page: close every tag, and write <br /> for <br>"
                self._warn("E001", href, message, hint)
                yield Page(href)

    def _report(self, pages: Sequence[Page], missing: Sequence[tuple[str, str]]) -> None:
        """Warn of what a reader of the ePub would not find."""
        for user, name in missing:
            message = f"the ePub needs the file '{name}', which is not there"
            hint = "put the file into the book and name it in Markdown, or remove what asks for it"
            self._warn("E002", user, message, hint)
        by_name = {page.href: page for page in pages}
        for page in pages:
            for address in sorted(page.remote):
                message = f"the ePub cannot hold '{address}', which is on another computer"
                hint = "save the file in the book and show that copy, or link to the address"
                self._warn("E002", page.href, message, hint)
            for target, fragment in sorted(page.links):
                known = by_name.get(target)
                if known is None or (fragment and fragment not in known.ids):
                    where = f"{target}#{fragment}" if fragment else target
                    message = f"a link in the ePub leads to '{where}', which is not there"
                    hint = "link to a page or heading of the book in Markdown, not in raw HTML"
                    self._warn("L001", page.href, message, hint)

    def _warn(self, code: str, href: str, message: str, hint: str) -> None:
        name = href.removesuffix(self.out_suffix)
        place = name if name in self.env.found_docs else None
        text = f"{message}\nhint: {hint}"
        logger.warning("%s", text, location=place, type="iomdocs", subtype=code)

    def _package(
        self, contents: Sequence[Entry], pages: Sequence[Page], resources: Sequence[str]
    ) -> package.Package:
        cover = str(self.config["epub_cover"][0]) if self.config["epub_cover"] else ""
        ids = _Ids()
        for_pages = [
            package.Item(
                ids.new(page.href),
                quote(page.href),
                MEDIA_TYPES[".xhtml"],
                " ".join(sorted(page.properties)),
            )
            for page in pages
        ]
        for_resources = [
            package.Item(
                ids.new(name),
                quote(name),
                MEDIA_TYPES.get(posixpath.splitext(name)[1].lower(), "application/octet-stream"),
                "cover-image" if name == cover else "",
            )
            for name in resources
        ]
        return package.Package(
            metadata=self._metadata(),
            accessibility=package.accessibility_of(pages, has_index=bool(self._indices())),
            items=[*for_pages, *for_resources],
            spine=[for_pages[0].id, "nav", *(item.id for item in for_pages[1:])],
            contents=contents,
            contents_title=_("Table of Contents"),
            landmarks=self._landmarks(contents),
            styles=[name for name in resources if posixpath.basename(name) == "epub.css"],
        )

    def _landmarks(self, contents: Sequence[Entry]) -> list[package.Landmark]:
        title = package.Landmark(
            "titlepage", str(self.config["epub_title"]), TITLE_PAGE + self.out_suffix
        )
        toc = package.Landmark("toc", _("Table of Contents"), package.NAVIGATION)
        text = package.Landmark("bodymatter", contents[0].text, contents[0].href)
        return [title, toc, text]

    def _metadata(self) -> package.Metadata:
        licence = licence_line(self.config)
        described = f"{licence.words} ({licence.target})" if licence.target else licence.words
        return package.Metadata(
            title=str(self.config["epub_title"]),
            identifier=self._identifier(),
            language=self.book_language,
            modified=self._modified(),
            date=edition_line(self.config).target,
            creator=self._setting("epub_author"),
            contributor=self._setting("epub_contributor"),
            publisher=self._setting("epub_publisher"),
            description=self._setting("epub_description"),
            rights=described or self._setting("epub_copyright"),
            right_to_left=is_right_to_left(self.book_language),
            vertical=self.config["epub_writing_mode"] == "vertical",
        )

    def _setting(self, name: str) -> str:
        return setting(self.config, name)

    def _identifier(self) -> str:
        """The identifier of the book, the same for all its editions (EPUB 3.3, 5.5.3.1).

        A book that has not set one gets a UUID made from its file name, author and language.
        """
        name = f"{self.book_name} {self._setting('epub_author')} {self.book_language}"
        return self._setting("epub_identifier") or f"urn:uuid:{uuid.uuid5(_NAMESPACE, name)}"

    def _modified(self) -> str:
        """When the book was last changed: SOURCE_DATE_EPOCH, the edition, or now."""
        return time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime(build_time(self.config)))


def _package_folder(handler: object) -> Path | None:
    """Where the package lies that a function comes from; none for Sphinx, which has themes too."""
    name = str(getattr(handler, "__module__", "")).partition(".")[0]
    file = getattr(sys.modules.get(name), "__file__", None)
    return Path(file).resolve().parent if file and name != "sphinx" else None


class _Ids:
    """Ids for the manifest, made from the names of files so that they are always the same."""

    def __init__(self) -> None:
        self._taken: set[str] = set()

    def new(self, name: str) -> str:
        plain = "file-" + re.sub(r"[^A-Za-z0-9._-]", "-", name)
        unique = plain
        number = 2
        while unique in self._taken:
            unique = f"{plain}-{number}"
            number += 1
        self._taken.add(unique)
        return unique
