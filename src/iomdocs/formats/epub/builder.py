"""The builder of the ePub: Sphinx's, with pages, contents and package of our own."""

from __future__ import annotations

import posixpath
import re
import sys
from collections.abc import Collection, Iterator, Sequence
from pathlib import Path
from typing import Any
from urllib.parse import quote

from docutils import nodes
from markupsafe import escape
from sphinx.builders.epub3 import Epub3Builder
from sphinx.jinja2glue import BuiltinTemplateLoader
from sphinx.locale import _, __
from sphinx.util import logging

from iomdocs.cache import cache_folder
from iomdocs.formats.edition import (
    book_slug,
    citation,
    edition_line,
    facts_line,
    licence_line,
    setting,
)
from iomdocs.formats.epub import package
from iomdocs.formats.epub.archive import write_archive
from iomdocs.formats.epub.binding import Binding
from iomdocs.formats.epub.cleaning import Loss
from iomdocs.formats.epub.contents import Contents, Entry, pages_of
from iomdocs.formats.epub.cover import NAME as MADE_COVER
from iomdocs.formats.epub.cover import cover_of
from iomdocs.formats.epub.kept import KeptPages
from iomdocs.formats.epub.metadata import accessibility_of, book_language, metadata_of, title_of
from iomdocs.formats.epub.translator import EpubTranslator
from iomdocs.formats.files import file_name
from iomdocs.formats.media import CORE_TYPES
from iomdocs.languages import is_right_to_left

logger = logging.getLogger(__name__)

THEME = "iomdocs_epub"
COVER_PAGE = "epub-cover"
TITLE_PAGE = "epub-title"
FORMULAS = "iomdocs-math.css"
"""The style of formulas, which :mod:`iomdocs.formats.mathml` brings for every format of HTML."""


class EpubBuilder(Epub3Builder):
    """Builds ``<slug>.epub`` with nothing in it that EPUBCheck complains of.

    What goes in is what the pages need, and nothing else that lies in the folder: files that were
    left there by an earlier build, or that the theme of the website ships, stay out.
    """

    name = "epub"
    default_translator_class = EpubTranslator

    def init(self) -> None:
        """Name the language on every page (WCAG 2.2, 3.1.1), as BCP 47 has it."""
        tag = book_language(self.config)
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

    def init_templates(self) -> None:
        """Look up our templates before those that the book has for the pages of its website."""
        super().init_templates()
        if self.theme.name == THEME and isinstance(self.templates, BuiltinTemplateLoader):
            own = self.templates.templatepathlen
            self.templates.loaders = self.templates.loaders[own:] + self.templates.loaders[:own]
            self.templates.templatepathlen = 0

    def get_theme_config(self) -> tuple[str, dict[str, str | int | bool]]:
        """Our theme in the place of Sphinx's; a theme that the book has chosen stays."""
        name, options = super().get_theme_config()
        return (THEME, {}) if name == "epub" else (name, options)

    @property
    def book_name(self) -> str:
        """The name of the file."""
        return file_name(book_slug(self.config), self.name)

    def fix_ids(self, tree: nodes.document) -> None:
        """Write hyphens for colons in all ids, which some reading systems take for a protocol.

        Sphinx changes all links but only some of the ids that they lead to.
        """
        for node in tree.findall(nodes.Element):
            for name in ("ids", "backrefs"):
                values: list[str] = node.attributes.get(name, [])
                if values and any(":" in value for value in values):
                    node[name] = [value.replace(":", "-") for value in values]
            if "refid" in node.attributes:
                node["refid"] = node["refid"].replace(":", "-")
            if isinstance(node, nodes.reference):
                match = self.refuri_re.match(node.get("refuri", ""))
                if match:
                    node["refuri"] = self.fix_fragment(match.group(1), match.group(2))

    def get_doc_context(self, docname: str, body: str, metatags: str) -> dict[str, Any]:
        """What our layout shows of a page; contents and ways to other pages are left empty.

        The element around the body tells programs which topic it is.
        """
        body = f'<div data-topic="{escape(docname)}">\n{body}</div>'
        if self.theme.name != THEME:
            return super().get_doc_context(docname, body, metatags)
        title = self.env.longtitles.get(docname)
        return {
            "parents": [],
            "prev": None,
            "next": None,
            "title": self.render_partial(title)["title"] if title else "",
            "meta": self.env.metadata.get(docname),
            "body": body,
            "metatags": metatags,
            "rellinks": [],
            "sourcename": "",
            "toc": "",
            "display_toc": False,
            "page_source_suffix": self.env.doc2path(docname, base=False).suffix,
        }

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
        cover = self._write_cover()
        self._write_title_page()
        folder = str(self.config["iomdocs_cache"])
        caches = cache_folder(folder, Path(self.confdir), Path(self.doctreedir))
        kept = KeptPages(caches, self._styles())
        binding = Binding(Path(self.outdir), kept)
        for name in [*([COVER_PAGE] if cover else []), *self._spine(contents)]:
            binding.add(name + self.out_suffix)
        kept.put()
        binding.tie()
        for href, loss in binding.losses:
            self._warn(loss, href)
        book = self._package(binding.existing(contents), binding, cover)
        target = Path(self.outdir, self.book_name)
        logger.info(__("writing %s file..."), target.name)
        write_archive(target, {**binding.texts, **book.files()}, binding.resources.files)

    def _styles(self) -> Collection[str]:
        """The style sheets of the book: those of its theme for ePub, and ``epub_css_files``.

        That of formulas is made for both; pages that have formulas ask for it.

        Those of extensions are made for websites, and so are ``html_css_files``, which Sphinx takes
        where a book names none for the ePub: they set colours and sizes of type, which in an ePub
        are the reader's.
        """
        of_website = {str(name) for name, _ in self.config["html_css_files"]}
        own = [str(name) for name, _ in self.config["epub_css_files"]]
        if of_website.issuperset(own):
            own = []
        names = ["pygments.css", FORMULAS, *self._get_style_filenames(), *own]
        return frozenset(posixpath.join("_static", name) for name in names)

    def _write_cover(self) -> str:
        """Write the page of the cover: the book's own picture, or one made of the title page.

        :returns: the name of the picture; empty for a book without one.
        """
        about = metadata_of(self.config)
        name = str(self.config["epub_cover"][0]) if self.config["epub_cover"] else ""
        if not name:
            lines = [str(edition_line(self.config)), str(facts_line(self.config)), about.creator]
            direction = "rtl" if about.right_to_left else "ltr"
            picture = cover_of(about.title, lines, about.language, direction)
            if picture is None:
                return ""
            name = MADE_COVER
            Path(self.outdir, name).write_bytes(picture)
        self.handle_page(COVER_PAGE, {"title": about.title, "cover": quote(name)}, "cover.html")
        return name

    def _indices(self) -> list[Entry]:
        """Lines for the general index and the indices of domains, where there are any."""
        lines = [(name, cls.localname) for name, cls, *_rest in self.domain_indices]
        if self.use_index:
            lines.append(("genindex", _("Index")))
        written = [line for line in lines if self.get_output_path(line[0]).is_file()]
        return [Entry(text, self.get_target_uri(name), name) for name, text in written]

    def _write_title_page(self) -> None:
        context = {
            "title": title_of(self.config),
            "author": setting(self.config, "epub_author"),
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

    def _warn(self, loss: Loss, href: str) -> None:
        name = href.removesuffix(self.out_suffix)
        place = loss.place or (name if name in self.env.found_docs else None)
        text = f"{loss.message}\nhint: {loss.hint}"
        logger.warning("%s", text, location=place, type="iomdocs", subtype=loss.code)

    def _package(self, contents: Sequence[Entry], binding: Binding, cover: str) -> package.Package:
        ids = _Ids()
        pages = [
            package.Item(
                ids.new(href),
                quote(href),
                CORE_TYPES[".xhtml"],
                " ".join(sorted(page.properties)),
            )
            for href, page in binding.pages.items()
        ]
        front = [item.id for item in pages[: 2 if cover else 1]]
        names = sorted(binding.resources.files)
        resources = [
            package.Item(
                ids.new(name),
                quote(name),
                binding.resources.media_type(name),
                "cover-image" if name == cover else "",
            )
            for name in names
        ]
        return package.Package(
            metadata=metadata_of(self.config),
            accessibility=accessibility_of(
                [
                    page
                    for page in binding.pages.values()
                    if page.href != COVER_PAGE + self.out_suffix
                ],
                has_index=bool(self._indices()),
                certifier=setting(self.config, "iomdocs_epub_certifier"),
            ),
            items=[*pages, *resources],
            spine=[*front, "nav", *(item.id for item in pages[len(front) :])],
            contents=contents,
            contents_title=_("Table of Contents"),
            landmarks=self._landmarks(contents, cover),
            styles=[name for name in names if posixpath.basename(name) == "epub.css"],
        )

    def _landmarks(self, contents: Sequence[Entry], cover: str) -> list[package.Landmark]:
        front = [package.Landmark("cover", _("Cover"), COVER_PAGE + self.out_suffix)]
        title = package.Landmark("titlepage", title_of(self.config), TITLE_PAGE + self.out_suffix)
        toc = package.Landmark("toc", _("Table of Contents"), package.NAVIGATION)
        text = package.Landmark("bodymatter", contents[0].text, contents[0].href)
        return [*(front if cover else []), title, toc, text]


def _package_folder(handler: object) -> Path | None:
    """Where the package lies that a function comes from; none for Sphinx, which has themes too.

    A module that is a file by itself is no package: it lies beside all others.
    """
    name = str(getattr(handler, "__module__", "")).partition(".")[0]
    module = sys.modules.get(name)
    file = getattr(module, "__file__", None)
    if not file or name == "sphinx" or not hasattr(module, "__path__"):
        return None
    return Path(file).resolve().parent


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
