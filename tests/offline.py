"""What the files of a website load by themselves, and from where; links in text load nothing."""

import re
from collections.abc import Iterator
from pathlib import Path

from bs4 import Tag

from tests.finished import html_page

LOADED = {"script": ["src"], "img": ["src", "srcset"], "source": ["src", "srcset"],
          "iframe": ["src"], "embed": ["src"], "object": ["data"], "input": ["src"],
          "audio": ["src"], "track": ["src"], "video": ["src", "poster"], "image": ["href"],
          "use": ["href"], "form": ["action"], "base": ["href"]}  # fmt: skip
"""Attributes with addresses that a browser asks for, by element."""
LINKS = {"stylesheet", "icon", "preload", "modulepreload", "prefetch", "prerender", "preconnect",
         "dns-prefetch", "manifest", "apple-touch-icon", "mask-icon"}  # fmt: skip
"""Kinds of ``link`` that make a browser ask."""

_STYLE = re.compile(r"""url\(\s*["']?([^"')]+)|@import\s+["']([^"']+)""")
_SCRIPT = re.compile(
    r"""(?:fetch|import|importScripts|Worker|EventSource|WebSocket|sendBeacon|\.open)"""
    r"""\(\s*(?:["']\w+["'],\s*)?["'`]([^"'`]+)|\.(?:src|href)\s*=\s*["'`]([^"'`]+)"""
)
_DRAWN = re.compile(r"""<(?:image|use|feImage|script)\b[^>]*?href=["']([^"']+)""")
_ELSEWHERE = re.compile(r"\s*(?:[a-z][a-z0-9+.-]*:)?//", re.IGNORECASE)


def loaded_from_elsewhere(folder: Path) -> list[str]:
    """File and address of everything that comes from another host."""
    found = []
    for path in sorted(folder.rglob("*")):
        if path.suffix in READERS:
            addresses = READERS[path.suffix](path)
            outside = filter(_ELSEWHERE.match, addresses)
            found += [f"{path.relative_to(folder)}: {address}" for address in outside]
    return found


def _of_page(path: Path) -> Iterator[str]:
    page = html_page(path)
    for tag in page.find_all(list(LOADED)):
        for name in LOADED[tag.name]:
            yield from re.split(r",\s+", str(tag.get(name, "")))
    for link in page.find_all("link"):
        if LINKS & set(link.get("rel", [])):
            yield str(link["href"])
    for refresh in page.select('meta[http-equiv="refresh" i]'):
        yield str(refresh["content"]).partition("url=")[2]
    yield from (found for tag in page.select("*") for found in _of_tag(tag))


def _of_tag(tag: Tag) -> Iterator[str]:
    if style := tag.get("style"):
        yield from _addresses(_STYLE, str(style))
    if tag.name == "style":
        yield from _addresses(_STYLE, tag.get_text())
    if tag.name == "script" and not tag.get("src"):
        yield from _addresses(_SCRIPT, tag.get_text())


def _of_style(path: Path) -> Iterator[str]:
    return _addresses(_STYLE, path.read_text("utf-8"))


def _of_script(path: Path) -> Iterator[str]:
    return _addresses(_SCRIPT, path.read_text("utf-8"))


def _addresses(pattern: re.Pattern[str], text: str) -> Iterator[str]:
    return (first or second for first, second in pattern.findall(text))


def _of_drawing(path: Path) -> Iterator[str]:
    text = path.read_text("utf-8")
    yield from _DRAWN.findall(text)
    yield from _addresses(_STYLE, text)


READERS = {".html": _of_page, ".css": _of_style, ".js": _of_script, ".mjs": _of_script,
           ".svg": _of_drawing}  # fmt: skip
