"""What is the same text, though it was written otherwise: each rule with its reason.

Everything else that differs is a fault.
"""

import re
import unicodedata

PRINT_LEAVES_OUT = re.compile("[\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe0f\ufeff]")
"""Marks without a form, which only decide about joins, breaks and directions: they act in print
and are not printed. PDF/UA-1 (7.21.7) lets no U+FEFF into text at all. HTML and ePub keep them."""

_RIGHT_TO_LEFT = {"R", "AL", "AN", "RLE", "RLO", "RLI", "FSI", "LRO", "LRE", "LRI", "PDF", "PDI"}


def as_words(text: str) -> str:
    """A value as it is put into words: with a typographic apostrophe for that of the keyboard.

    So do all formats, as a typesetter would.
    """
    return text.replace("\u2019", "'")


def on_a_page(text: str) -> str:
    """A text as a browser reads it from HTML or XHTML.

    Runs of white space are one space, which is how HTML shows them. Characters are composed
    (NFC): canonically equivalent texts are one text, by the Unicode Standard.
    """
    return " ".join(unicodedata.normalize("NFC", as_words(text)).split())


def in_print(text: str) -> str:
    """The same, as it is read from a PDF."""
    return on_a_page(PRINT_LEAVES_OUT.sub("", text))


def has_two_directions(text: str) -> bool:
    """Whether a text can be read from a PDF only without an order.

    Where letters of both directions meet, a line of a PDF has them in the order of their places
    on the paper, and what has no direction of its own may stand on either side.
    """
    return any(unicodedata.bidirectional(sign) in _RIGHT_TO_LEFT for sign in text)


def without_order(text: str) -> str:
    """The signs of a text, without the blanks at which a line of it may have been broken."""
    return "".join(sorted(in_print(text).replace(" ", "")))


def with_stacked_marks_once(text: str) -> str:
    """A text read from a PDF, with what Typst 0.15 writes twice only once.

    Two marks above each other on a letter for which a font has no sign of its own: Typst sets
    the upper mark apart, and gives it the text of the whole letter again.
    """
    return _TWICE.sub(r"\1", unicodedata.normalize("NFC", text))


_TWICE = re.compile("(\\S[\u0300-\u036f]+)(?: ?\\1)+")


def in_a_table(text: str) -> str:
    """A cell of a table file without blanks at its ends, which nobody sees in a spreadsheet."""
    return text.strip()


def in_a_spreadsheet(text: str) -> str:
    """A cell of the CSV file without the apostrophe that keeps it from being run as a formula.

    It may be the text's own; both look alike there.
    """
    return re.sub(r"^'(?=[=+\-@\t\r])", "", as_words(text)).strip()


def exactly(text: str) -> str:
    """Data for programs: nothing may differ."""
    return text
