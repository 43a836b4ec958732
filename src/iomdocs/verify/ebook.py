"""A finished ePub read back as a reading system does: container, package, spine, pages.

(EPUB 3.3: 4.2.6.3.1 ``container.xml``, 5.7 the spine.) A page that is not in the spine is not read.
"""

from __future__ import annotations

import posixpath
import zipfile
import zlib
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path
from urllib.parse import unquote
from xml.etree import ElementTree as ET
from xml.parsers import expat

from iomdocs.verify.editions import Edition, Topic, Unreadable
from iomdocs.verify.hypertext import Body
from iomdocs.verify.readings import Reading, Readings, add_page, key_of, of_page

_CONTAINER = "{urn:oasis:names:tc:opendocument:xmlns:container}"
_PACKAGE = "{http://www.idpf.org/2007/opf}"
_DUBLIN_CORE = "{http://purl.org/dc/elements/1.1/}"
_PAGES = "application/xhtml+xml"


def ebook(path: Path, readings: Readings | None = None) -> Edition:
    """All topics of an ePub.

    :param readings: what was read of the same documents before; without it all are read.
    :raises Unreadable: the file is no ePub, or is damaged.
    """
    readings = Readings() if readings is None else readings
    edition = Edition("ePub")
    try:
        with zipfile.ZipFile(path) as archive:
            if len(set(archive.namelist())) < len(archive.namelist()):
                raise Unreadable(f"{path} has two files of one name")
            package, root = _package(archive)
            edition.edition = package.findtext(f".//{_DUBLIN_CORE}date") or ""
            for name in _spine(package, root):
                add_page(edition, _read(archive.read(name), f"{path.name}: {name}", readings))
    except (zipfile.BadZipFile, zlib.error, KeyError, ET.ParseError, expat.ExpatError) as error:
        raise Unreadable(f"{path} is no ePub that can be read: {error}") from error
    except OSError as error:
        raise Unreadable(f"{path} cannot be read: {error.strerror}") from error
    return edition


def _package(archive: zipfile.ZipFile) -> tuple[ET.Element, str]:
    """The package document and the folder in which it stands."""
    container = _parsed(archive.read("META-INF/container.xml"))
    found = container.find(f".//{_CONTAINER}rootfile")
    name = found.get("full-path", "") if found is not None else ""
    return _parsed(archive.read(name)), posixpath.dirname(name)


def _parsed(content: bytes) -> ET.Element:
    return ET.fromstring(content)  # noqa: S314  # entities are expanded to a limit by expat


def _spine(package: ET.Element, root: str) -> Iterator[str]:
    """The names of the pages in reading order."""
    items = {item.get("id"): item for item in package.iter(f"{_PACKAGE}item")}
    for reference in package.iter(f"{_PACKAGE}itemref"):
        item = items.get(reference.get("idref"))
        is_read = reference.get("linear") != "no"
        if item is not None and is_read and item.get("media-type") == _PAGES:
            yield posixpath.normpath(posixpath.join(root, unquote(item.get("href", ""))))


def _read(content: bytes, place: str, readings: Readings) -> Reading:
    """The topics of a page; one without any is generated as a whole."""

    def read() -> Reading:
        page = _Page(place)
        parser = expat.ParserCreate("utf-8", " ")
        parser.buffer_text = True
        parser.StartElementHandler = page.start
        parser.EndElementHandler = page.end
        parser.CharacterDataHandler = page.data
        parser.Parse(content, True)  # noqa: FBT003  # as expat has it
        page.close()
        return of_page(page.topics, page.excluded)

    return readings.of(key_of("epub", place, content), read)


class _Page:
    """What the parser of XML tells: the topic is the element that names it."""

    def __init__(self, place: str) -> None:
        self.topics: list[Topic] = []
        self.excluded = Counter[str]()
        self._place = place
        self._body: Body | None = None
        self._depth = 0
        self._is_in_body = False
        self._around: list[str] = []

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        if self._body is not None:
            self._depth += 1
            self._body.start(tag.rpartition(" ")[2], attributes)
        elif "data-topic" in attributes:
            self.topics.append(Topic(attributes["data-topic"], self._place))
            self._body = Body(self.topics[-1], self.excluded, self._place)
            self._depth = 0
        else:
            self._is_in_body |= tag.rpartition(" ")[2] == "body"

    def end(self, tag: str) -> None:
        if self._body is None:
            return
        if self._depth == 0:
            self._body.flush()
            self._body = None
            return
        self._depth -= 1
        self._body.end(tag.rpartition(" ")[2])

    def data(self, text: str) -> None:
        if self._body is not None:
            self._body.data(text)
        elif self._is_in_body and not text.isspace():
            self._around.append(text)

    def close(self) -> None:
        """Add what stands beside a topic to it: a page with a topic has nothing else."""
        if self.topics:
            self.topics[-1].blocks += [(self._place, text) for text in self._around]
