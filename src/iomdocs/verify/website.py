"""A finished website read back: a folder with a page for each topic.

A page says itself where its topic begins and ends, in comments around the body: what the theme puts
around it is no part of it. A page without them, as the index, is generated as a whole.
"""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path
from urllib.parse import unquote

from lxml import etree

from iomdocs.verify.editions import Edition, Topic, Unreadable
from iomdocs.verify.hypertext import Body
from iomdocs.verify.readings import Reading, Readings, add_page, key_of, of_page

_BEGIN = re.compile(rb"<!-- topic(?P<alone> alone)? (?P<name>[^>]*?) -->")
_END = b"<!-- /topic -->"
_EDITION = re.compile(rb'<p class="edition">[^<]*<time datetime="([-\d]+)"')
_NOT_PAGES = ("_static/", "_downloads/", "_sources/", "_modules/", "_images/", "_data/")


def website(folder: Path, readings: Readings | None = None) -> Edition:
    """All topics of the website in a folder.

    :param readings: what was read of the same pages before; without it all are read.
    :raises Unreadable: the folder or a file in it cannot be read.
    """
    readings = Readings() if readings is None else readings
    edition, alone, generated = Edition("HTML"), set[str](), set[str]()
    if not folder.is_dir():
        raise Unreadable(f"there is no website in {folder}")
    for path in sorted(folder.rglob("*.html")):
        name = path.relative_to(folder).as_posix()
        if name.startswith(_NOT_PAGES):
            continue
        try:
            content = path.read_bytes()
        except OSError as error:
            raise Unreadable(f"{path} cannot be read: {error.strerror}") from error
        if begin := _BEGIN.search(content):
            topic = unquote(begin["name"].decode("ascii", "replace"))
            body = _body(content, begin, f"html/{name}")
            add_page(edition, _read(topic, body, f"html/{name}", readings))
            alone.update([topic] if begin["alone"] else [])
        else:
            generated.add(name.removesuffix(".html"))
        edition.edition = edition.edition or _edition(content)
    edition.alone, edition.generated = frozenset(alone), frozenset(generated)
    return edition


def _body(content: bytes, begin: re.Match[bytes], place: str) -> bytes:
    end = content.rfind(_END)
    if end < begin.end():
        raise Unreadable(f"{place} is cut off: its body does not end")
    return content[begin.end() : end]


def _read(name: str, content: bytes, place: str, readings: Readings) -> Reading:
    """What there is in the body of a topic."""

    def read() -> Reading:
        topic, excluded = Topic(name, place), Counter[str]()
        body = Body(topic, excluded, place)
        parser = etree.HTMLParser(target=_Target(body), encoding="utf-8", huge_tree=True)
        parser.feed(b"<html><body>" + content + b"</body></html>")
        parser.close()
        return of_page([topic], excluded)

    return readings.of(key_of("html", name, place, content), read)


class _Target:
    """What the parser of HTML tells a body."""

    def __init__(self, body: Body) -> None:
        self.start = body.start
        self.end = body.end
        self.data = body.data
        self.comment = body.comment
        self.close = body.flush


def _edition(content: bytes) -> str:
    found = _EDITION.search(content)
    return found[1].decode("ascii") if found else ""
