"""The body of a page of HTML or XHTML: its words and facts, without what the builder adds.

What is generated is known by the public classes of Sphinx and docutils, and by ``data-generated``,
which the writers of this program put on what they add themselves.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from urllib.parse import unquote

from iomdocs.verify.editions import Occurrence, Topic

_TAGS = {
    "math": "formulas",
    "svg": "drawings",
    "img": "pictures",
    "picture": "pictures",
    **dict.fromkeys(("audio", "video", "iframe", "object", "embed", "canvas"), "media"),
    **dict.fromkeys(("button", "input", "select", "textarea"), "controls"),
    **dict.fromkeys(("script", "style", "template", "noscript", "head", "link"), "programs"),
    **dict.fromkeys(("del", "s", "strike"), "struck out"),
    "bdo": "turned round",
}
"""Elements that hold no words of the body, by what they are."""

_CLASSES = {
    "headerlink": "links to headings",
    "section-number": "numbers",
    "caption-number": "numbers",
    "eqno": "numbers",
    "linenos": "numbers",
    "footnote-reference": "marks of notes",
    "backrefs": "links back",
    "fn-backref": "links back",
    "toctree-wrapper": "contents",
    "contents": "contents",
    "math": "formulas",
    "fact-notes": "notes on facts",
    "fact-history": "notes on facts",
    "table-controls": "controls",
    "copybtn": "controls",
    "viewcode-link": "controls",
    "link-target": "addresses",
    **dict.fromkeys(
        (
            *("io-unseen", "sd-hide-link-text", "sd-d-none", "d-none", "invisible", "sr-only"),
            *("visually-hidden", "visually-hidden-focusable", "opacity-0"),
        ),
        "hidden",
    ),
}
"""Classes of what is generated, or hidden by the style sheets of themes, by what it is."""

_BLOCKS = frozenset(
    {
        *("address", "article", "aside", "blockquote", "br", "caption", "center", "dd", "details"),
        *(
            "dialog",
            "div",
            "dl",
            "dt",
            "fieldset",
            "figcaption",
            "figure",
            "footer",
            "header",
            "hr",
        ),
        *("h1", "h2", "h3", "h4", "h5", "h6", "legend", "li", "main", "nav", "ol", "p", "pre"),
        *("section", "summary", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul"),
    }
)
_UNSEEN_STYLE = re.compile(
    r"display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)"
    r"|(?<![\w-])(?:opacity|font-size|(?:max-)?(?:height|width))\s*:\s*0(?![.\d]*[1-9])"
    r"|\bcolor\s*:\s*transparent|text-indent\s*:\s*-\d{3}|(?:left|top)\s*:\s*-\d{3}"
    r"|scale[xy]?\(\s*0\s*[,)]|clip(?:-path)?\s*:\s*\w|content-visibility|unicode-bidi|\\",
    re.IGNORECASE,
)
_STYLE_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)


_SOME_FORMATS = re.compile(r" some formats: (?P<kind>[\w ]+?)(?: \((?P<facts>[^)]*)\))? ")
_SOME_FORMATS_END = " /some formats "


class Body:
    """Takes the elements of a body one after the other, as parsers tell of them.

    :param topic: what the words and facts are added to.
    :param excluded: counts what is left out, by kind.
    :param file: what the places begin with.
    """

    def __init__(self, topic: Topic, excluded: Counter[str], file: str) -> None:
        self._topic = topic
        self._excluded = excluded
        self._file = file
        self._place = file
        self._skipped = 0
        self._classes: list[str] = []
        self._optional = 0
        self._facts: list[tuple[int, Mapping[str, str], list[str]]] = []
        self._block: list[str] = []

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        """Begin an element."""
        if self._skipped:
            self._skipped += 1
            return
        classes = attributes.get("class", "")
        if kind := self._kind(tag, classes, attributes):
            self._excluded[kind] += 1
            self._skipped = 1
            return
        if tag in _BLOCKS:
            self.flush()
        if "id" in attributes:
            self._place = f"{self._file}#{attributes['id']}"
        self._classes.append(classes)
        if "data-fact" in attributes:
            self._facts.append((len(self._classes), dict(attributes), []))

    def end(self, tag: str) -> None:
        """End an element."""
        if self._skipped:
            self._skipped -= 1
            return
        if self._facts and self._facts[-1][0] == len(self._classes):
            self._end_fact()
        if self._classes:
            self._classes.pop()
        if tag in _BLOCKS:
            self.flush()

    def comment(self, text: str) -> None:
        """Take a comment: it may say that what follows is for some formats only."""
        if self._skipped:
            return
        begin = _SOME_FORMATS.fullmatch(text)
        if begin:
            self.flush()
            self._topic.gap(self._place, unquote(begin["facts"] or "").split())
            self._excluded[begin["kind"]] += 1
            self._optional += 1
        elif text == _SOME_FORMATS_END and self._optional:
            self._block = []
            self._optional -= 1

    def data(self, text: str) -> None:
        """Take words."""
        if self._skipped:
            return
        self._block.append(text)
        for _depth, _attributes, words in self._facts:
            words.append(text)

    def flush(self) -> None:
        """End a block of text."""
        if self._block and not self._optional:
            words = "".join(self._block)
            if not words.isspace():
                self._topic.blocks.append((self._place, words))
        self._block = []

    def _end_fact(self) -> None:
        _depth, attributes, words = self._facts.pop()
        machine = attributes.get("value") or attributes.get("datetime") or ""
        text = " ".join("".join(words).split())
        if text:
            found = Occurrence(
                attributes["data-fact"], text, self._place, machine, self._optional > 0
            )
            self._topic.occurrences.append(found)

    def _kind(self, tag: str, classes: str, attributes: Mapping[str, str]) -> str:
        """What kind of thing that is not compared an element is; nothing for what is compared."""
        if tag in _TAGS:
            return _TAGS[tag]
        if "data-generated" in attributes:
            return attributes["data-generated"] or "generated"
        for name in classes.split():
            if name in _CLASSES:
                return _CLASSES[name]
        if classes == "label" and self._classes and _is_note(self._classes[-1]):
            return "marks of notes"
        return "hidden" if _is_hidden(tag, attributes) else ""


def _is_hidden(tag: str, attributes: Mapping[str, str]) -> bool:
    if "hidden" in attributes or "popover" in attributes or attributes.get("aria-hidden") == "true":
        return True
    if tag == "dialog" and "open" not in attributes:
        return True
    style = attributes.get("style")
    return bool(style and _UNSEEN_STYLE.search(_STYLE_COMMENT.sub("", style)))


def _is_note(classes: str) -> bool:
    return "footnote" in classes.split()
