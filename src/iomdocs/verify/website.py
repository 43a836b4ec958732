"""A finished website read back: a folder with a page for each topic.

A page says itself where its topic begins and ends, in comments around the body: what the theme puts
around it is no part of it. A page without them, as the index, is generated as a whole.
"""

from __future__ import annotations

import re
from pathlib import Path
from urllib.parse import unquote

from lxml import etree

from iomdocs.verify.editions import Edition, Topic, Unreadable
from iomdocs.verify.hypertext import Body

_BEGIN = re.compile(rb"<!-- topic(?P<alone> alone)? (?P<name>[^>]*?) -->")
_END = b"<!-- /topic -->"
_EDITION = re.compile(rb'<p class="edition">[^<]*<time datetime="([-\d]+)"')
_NOT_PAGES = ("_static/", "_downloads/", "_sources/", "_modules/", "_images/", "_data/")


def website(folder: Path) -> Edition:
    """All topics of the website in a folder.

    :raises Unreadable: the folder or a file in it cannot be read.
    """
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
            topic = _topic(edition, content, begin, f"html/{name}")
            alone.update([topic.name] if begin["alone"] else [])
        else:
            generated.add(name.removesuffix(".html"))
        edition.edition = edition.edition or _edition(content)
    edition.alone, edition.generated = frozenset(alone), frozenset(generated)
    return edition


def _topic(edition: Edition, content: bytes, begin: re.Match[bytes], place: str) -> Topic:
    end = content.rfind(_END)
    if end < begin.end():
        raise Unreadable(f"{place} is cut off: its body does not end")
    name = unquote(begin["name"].decode("ascii", "replace"))
    topic = edition.topics.setdefault(name, Topic(name, place))
    body = Body(topic, edition.excluded, place)
    parser = etree.HTMLParser(target=_Target(body), encoding="utf-8", huge_tree=True)
    parser.feed(b"<html><body>" + content[begin.end() : end] + b"</body></html>")
    parser.close()
    return topic


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
