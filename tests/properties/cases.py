"""Cases: what a person might type into a record, a source or a page, of every kind of text.

A case has a text for each place of a book. Hypothesis makes as many as are asked for; a book of
them is then built at once.
"""

import random
import string
from dataclasses import dataclass, fields

from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis import strategies as st

from iomdocs.facts import Country, Day, Items, Number, Person, Place
from iomdocs.facts.model import Value
from tests.facts.strategies import AMOUNTS, QUALIFIERS
from tests.facts.strategies import VALUES as PLAIN_VALUES

PIECES = (
    # Typst
    *('#read("conf.py")', "#panic()", "#let x = 1", "#(1+1)", "$x^2$", "$ x $", "@key", "<label>"),
    *("*strong*", "_emph_", "`raw`", "= heading", "== h", "- item", "+ item", "/ term: text"),
    *("// comment", "/* comment", "*/", "\\u{41}", "a\\", "~", "---", "--", "...", "12. item"),
    *("https://example.org/a_b*c", "#import", "#{", "[content]", "\\#", "#eval(sys.inputs)", "]);"),
    # HTML and XML
    *("<script>alert(1)</script>", "</script>", "</p>", "<!--", "-->", "<![CDATA[", "]]>", "<?x?>"),
    *("&amp;", "&#x41;", "&lt", "&copy", "&", "<b>b</b>", "<br/>", '" onclick="x', "' onload='x"),
    *("</title>", "</data>", "</textarea>", "<!DOCTYPE x>", "&#0;", "&nbsp;", "<a href=x>", "--!>"),
    # MyST, Markdown and reStructuredText
    *("{{ x }}", "{fact}`case.n0`", "**b**", "[a](b)", "![a](b)", "|a|b|", "$$", "(target)="),
    *("% comment", "+++", ":::{note}", "~~~", "```", ":a: b", "1. one", "[^1]", "# h", "> quote"),
    *("===", "<https://e.org>", "\\", "``code``", ":ref:`x`", "|sub|", ".. note::", "::", "x_"),
    *("![", "](", "[x]: y", "`", "``", "[ ]", "{#id .c}", "H~2~O", "<x@y.org>", "^^", "\\(x\\)"),
    # templates, formats, shells
    *("${HOME}", "{0}", "{}", "{value!r}", "%s", "%(a)s", "%n", "{% raw %}", "{#", "$(id)", "{"),
    *("}", "%", "{:>9}", "\\n", "\\x41", "\\g<0>", "\\1", "../../x", "//x", "__import__('os')"),
    # JSON, CSV, BibTeX
    *('"', '\\"', "\\u0041", ",", ";", "=1+1", "+1", "-1", "@SUM(A1)", "'", '""', "null", "''"),
    *("``x''", "\\textbf{x}", "@online{x,", "true", "0", "-", "=", "+", "@", "\\&"),
    # lines and blanks
    *("\n", "\r\n", "\n\n", "\t", "  ", "a\nb", "\n= h", "\n- x", "\n# h", "\u00a0", "\u2003"),
    *("\u2028", "\u2029", "\n\n    code", "\n>>> 1"),
    # letters and signs that are more than one, look alike, or have another direction
    *("مرحبا", "سلام 12", "e\u0301", "o\u0308", "é", "ﬁ", "ǅ", "İ", "ß"),
    *(
        "\u212b",
        "😀",
        "👍🏽",
        "👩\u200d👩\u200d👧",
        "❤\ufe0f",
        "½",
        "×",
        "Ω",
        "Ж",
        "ﷺ",
        "“x”",
        "’",
        "…",
    ),
    # without width, or marks of direction
    *("\u200b", "\u200c", "\u200d", "\u2060", "\ufeff", "\u00ad", "\u200e", "\u200f", "\u061c"),
    *("\u202ax\u202c", "\u202bx\u202c", "\u2066x\u2069", "\u2067xy\u2069", "\u2068x\u2069"),
    "\ufffd",
)
"""What means something in one of the languages that a text goes through.

Two marks above each other on one letter are left out: Typst 0.15 gives both signs the text of the
whole, so that a PDF reads it twice, and the check of finished files refuses such a book.
"""

LETTERS = string.ascii_letters + string.digits + string.punctuation + " \n\t" + "äéñøğŁčßΩЖ"

_RUNS = st.lists(
    st.one_of(
        st.sampled_from(PIECES),
        st.sampled_from(["word", " ", "a", "Z", "1", "(", ")", ". "]),
        st.text(st.sampled_from(LETTERS), min_size=1, max_size=8),
    ),
    min_size=1,
    max_size=6,
).map("".join)

SHOWN = string.ascii_letters + string.digits + string.punctuation

TEXTS = st.one_of(
    st.sampled_from(PIECES), _RUNS, st.text(st.sampled_from(LETTERS), min_size=1, max_size=30)
).filter(lambda text: any(sign in SHOWN for sign in text))
"""Texts that a reader sees something of."""

VALUES = st.one_of(
    TEXTS,
    TEXTS,
    st.builds(Number, AMOUNTS, QUALIFIERS),
    PLAIN_VALUES.filter(lambda value: not isinstance(value, str | Person | Place | Items)),
    st.builds(Person, TEXTS),
    st.builds(Place, TEXTS),
    st.builds(Items, st.lists(TEXTS, min_size=1, max_size=3).map(tuple)),
    st.builds(Country, st.just("IE"), TEXTS),
)


@dataclass(frozen=True)
class Case:
    """The texts of one case by their places in a book."""

    value: Value
    label: str
    unit: str
    note: str
    remark: str
    title: str
    cell: str
    key: str
    text: str
    code: str
    heading: str


PLAIN = Case(Day("2001"), "a", "", "", "b", "c", "d", "e", "f", "g", "h")
"""A case in which nothing can go wrong."""


def cases(count: int, chosen: int | None = None) -> list[Case]:
    """As many cases as asked for; always the same ones unless a seed is given.

    Each text is drawn once and is put into several places of several cases.
    """
    texts = examples(TEXTS, 2 * count, chosen)
    keys = [text for text in texts if not set("[]") & set(text)]
    shuffled = random.Random(chosen or 0)
    return [
        Case(value, key=shuffled.choice(keys), **{name: shuffled.choice(texts) for name in _NAMES})
        for value in examples(VALUES, count, chosen)
    ]


_NAMES = [field.name for field in fields(Case) if field.name not in {"value", "key"}]


def examples(strategy, count: int, chosen: int | None = None) -> list:
    """As many examples as asked for; always the same ones unless a seed is given."""
    found: list = []

    @settings(
        max_examples=count,
        phases=[Phase.generate],
        deadline=None,
        database=None,
        derandomize=chosen is None,
        suppress_health_check=list(HealthCheck),
    )
    @given(strategy)
    def collect(example) -> None:
        found.append(example)

    (collect if chosen is None else seed(chosen)(collect))()
    return found
