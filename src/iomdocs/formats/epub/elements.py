"""What each element of HTML may be and hold in an ePub (HTML Standard, 4; EPUB 3.3, 6.1)."""

from __future__ import annotations

from collections.abc import Mapping


def _names(text: str) -> frozenset[str]:
    return frozenset(text.split())


PHRASING = _names(
    "a abbr area audio b bdi bdo br button canvas cite code data datalist del dfn em embed i "
    "iframe img input ins kbd label map mark meter noscript object output picture progress q "
    "ruby s samp select slot small span strong sub sup template textarea time u var video wbr"
)
"""What may stand in a line of text."""

PHRASING_ONLY = _names(
    "abbr b bdi bdo cite code data dfn em h1 h2 h3 h4 h5 h6 i kbd mark meter output p pre "
    "progress q rb rp rt rtc ruby s samp small span strong sub summary sup time u var"
)
"""What holds nothing else than that."""

TRANSPARENT = _names("a audio del ins video")
"""What may hold that which what is around it may hold."""

HEADINGS = _names("h1 h2 h3 h4 h5 h6")
SECTIONING = _names("article aside footer header main nav section")
WITHOUT_SECTIONS = _names("dt th address")
"""What holds neither headings nor sections."""

RENAMED: Mapping[str, str] = {
    "acronym": "abbr",
    "basefont": "span",
    "big": "span",
    "blink": "span",
    "button": "span",
    "center": "div",
    "dialog": "div",
    "dir": "ul",
    "fieldset": "div",
    "font": "span",
    "form": "div",
    "hgroup": "div",
    "label": "span",
    "legend": "div",
    "listing": "pre",
    "marquee": "span",
    "menu": "ul",
    "nobr": "span",
    "plaintext": "pre",
    "search": "div",
    "strike": "s",
    "tt": "code",
    "xmp": "pre",
}
"""Elements that HTML has given up, or that only a website can use, and what stands in for them."""

CLASS_OF_RENAMED: Mapping[str, str] = {"big": "larger", "center": "align-center"}
"""The look that an element has by its name."""

UNWRAPPED = _names("noscript picture slot template noembed noframes")
"""Elements whose content stands in their place."""

DROPPED = _names(
    "applet area base basefont bgsound frame frameset head keygen link map meta param script "
    "source style title track"
)
"""Elements that are not part of the text. Scripts and styles are those of the website."""

FIELDS = _names("input select textarea datalist option optgroup canvas")
"""Elements that do nothing without a program."""

FRAMES = _names("iframe embed object video audio")
"""Elements that show something of their own."""

KEPT = (
    PHRASING_ONLY
    | HEADINGS
    | SECTIONING
    | WITHOUT_SECTIONS
    | TRANSPARENT
    | _names(
        "blockquote body br caption col colgroup dd div dl figcaption figure hr html img li ol "
        "source table tbody td tfoot thead tr track ul wbr details"
    )
)
"""Elements that stay. Any other is an unknown one, of which the content stays."""

ATTRIBUTES: Mapping[str, frozenset[str]] = {
    "a": _names("href hreflang type"),
    "audio": _names("src controls loop muted preload"),
    "bdo": _names("dir"),
    "blockquote": _names("cite"),
    "col": _names("span"),
    "colgroup": _names("span"),
    "data": _names("value"),
    "del": _names("cite datetime"),
    "img": _names("src alt width height"),
    "ins": _names("cite datetime"),
    "li": _names("value"),
    "meter": _names("value min max low high optimum"),
    "ol": _names("start type reversed"),
    "progress": _names("value max"),
    "q": _names("cite"),
    "source": _names("src type"),
    "td": _names("colspan rowspan headers"),
    "th": _names("colspan rowspan headers scope abbr"),
    "time": _names("datetime"),
    "track": _names("src kind srclang label default"),
    "video": _names("src controls loop muted preload poster width height"),
}
"""The attributes that an element has beside those of all."""

GLOBAL = _names("class dir id lang style title translate role")
"""The attributes of all elements, beside ``data-*`` and ``aria-*``."""

ARIA = _names(
    "aria-describedby aria-details aria-hidden aria-label aria-labelledby aria-level "
    "aria-roledescription"
)
"""What describes an element; states and properties of things to operate are left out."""

NAMED_ROLES = _names("img math figure group region list table note navigation heading")
"""Roles of which the element may have a name (WAI-ARIA 1.2, 5.2.8.6), beside those of books."""

ROLES = NAMED_ROLES | _names("listitem none presentation term definition")
"""Roles of text, beside ``doc-*``; the others are of things to operate."""

REFERENCES = _names("aria-describedby aria-details aria-labelledby headers")
"""Attributes that name the ids of other elements."""

STYLES = _names(
    "clear display float font-style font-variant font-weight hyphens list-style "
    "list-style-type margin margin-bottom margin-left margin-right margin-top max-height max-width "
    "height width text-align text-decoration text-indent text-transform vertical-align white-space"
)
"""Properties of CSS that an author may set on an element.

Colours, positions and sizes of type are left to the reader: what is black on a page of the
website cannot be read on a dark one.
"""
