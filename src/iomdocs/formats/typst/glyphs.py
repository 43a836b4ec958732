"""Characters that no font has: found before the book is set, named by their script in print.

Typst takes the next font that has a character, whatever a template asks for; so a character is
missing only where no font at all has it. A document that holds each once tells which (PDF/UA-1,
7.21.7, lets no empty box stand for a character).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from docutils import nodes

from iomdocs.diagnostics import line_of
from iomdocs.formats.typst.compiler import Compiler, Finding, NotPrintable
from iomdocs.formats.typst.output import Value, argument
from iomdocs.formats.typst.sources import Sources

_EXTENDING = (
    "\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe00-\ufe0f\ufe20-\ufe2f"
    "\U0001f3fb-\U0001f3ff\U000e0020-\U000e007f"
)
"""What is drawn together with the character before it (UAX #29): marks, variants, skin tones."""
_CLUSTER = re.compile(f"(?:[^\0-\x7f]|.(?=[{_EXTENDING}]))(?:[{_EXTENDING}]|\u200d.)*", re.DOTALL)
_NOT_ASCII = re.compile("[^\0-\x7f]+(?:(?<=\u200d)[\0-\x7f][^\0-\x7f]*)*")
"""Where clusters can be: from the first sign that is not ASCII to what a joiner joins to it."""
_INVISIBLE = frozenset({"Cc", "Cf", "Cs", "Zl", "Zp", "Zs"})

_GENERIC = (
    *("letter", "letters", "syllable", "syllables", "syllabics", "vowel", "consonant", "sign"),
    *("signs", "character", "digit", "number", "numeric", "ideograph", "ideographs", "unified"),
    *("compatibility", "radical", "mark", "small", "capital", "modifier", "symbol", "tone"),
    *("punctuation", "hieroglyph", "logogram", "pictogram", "danda", "fraction", "ligature"),
    *("combining", "independent", "subjoined", "medial", "final", "initial", "astrological"),
    *("choseong", "jungseong", "jongseong", "full", "word", "comma", "question", "section"),
)
"""Words of a character's name that begin what is said of it behind the name of its script."""
_SCRIPTS = {
    "Cjk": "Han",
    "Kangxi": "Han",
    "Halfwidth Katakana": "Katakana",
    "Halfwidth Hangul": "Hangul",
    "Katakana-hiragana Prolonged Sound": "Katakana",
    "Nko": "N’Ko",
    "Latin": "Latin",
}
_WITHOUT_SCRIPT = frozenset({"Ideographic", "Combining", "Modifier", "Fullwidth", "Circled"})
"""Beginnings of names that are no script."""
_EAST_ASIAN = re.compile("[\u3000-\u303f\u30fb\uff00-\uffef]")
"""Blocks of punctuation that Han, Kana and Hangul share; the letters in them have a script."""
PUNCTUATION = "East Asian punctuation"
PAGES_TOLD = 5
"""Pages that are named for a script; what comes after them is counted."""
LINES_TOLD = 10
"""Lines of a page that are named for a script; what comes after them is counted."""
LONGEST_EXAMPLE = 12
HINT = "name a folder with a font that has it in typst_font_paths"


@dataclass(frozen=True, slots=True)
class Missing:
    """What the fonts do not have: names of scripts by what is written."""

    names: Mapping[str, str]

    def __bool__(self) -> bool:
        return bool(self.names)

    @property
    def pattern(self) -> str:
        """A regular expression for one missing thing, the longest first."""
        longer = sorted((each for each in self.names if len(each) > 1), key=len, reverse=True)
        single = "".join(sorted(each for each in self.names if len(each) == 1))
        either = [re.escape(each) for each in longer]
        if single:
            either.append(f"[{''.join(_ranges(single))}]")
        return "|".join(either)

    def markup(self) -> str:
        """A rule for the whole book: each run of missing characters becomes its names."""
        if not self.names:
            return ""
        of_names: dict[str, list[str]] = {}
        for written, name in self.names.items():
            of_names.setdefault(name, []).append(written)
        named: list[Value] = [
            [name, Missing(dict.fromkeys(written, name)).pattern]
            for name, written in sorted(of_names.items())
        ]
        run = f"(?:{self.pattern})(?: ?(?:{self.pattern}))*"
        rule = f"#show regex({argument(run)}): it => missing-glyphs(it.text, {argument(named)})"
        return f"{rule}\n"


def find_missing(compiler: Compiler, words: str) -> Missing:
    """Which characters of ``words`` no font has, each with the name of its script."""
    clusters = filter(_is_visible, clusters_in(words))
    missing = _not_drawn(compiler, sorted(clusters))
    return Missing({written: name_of(written) for written in missing})


def clusters_in(words: str) -> set[str]:
    """What is drawn as one in some words, but for single signs of ASCII."""
    places = {
        words[max(found.start() - 1, 0) : found.end()] for found in _NOT_ASCII.finditer(words)
    }
    return {cluster for place in places for cluster in _CLUSTER.findall(place)}


def _is_visible(written: str) -> bool:
    return not all(unicodedata.category(sign) in _INVISIBLE for sign in written)


def _not_drawn(compiler: Compiler, written: Sequence[str]) -> list[str]:
    if not written:
        return []
    # A paragraph each: in a row, characters without a font keep Typst from looking further.
    document = '#set document(title: "Characters")'
    lines = [document, *(f"#par[#{argument(each)}]" for each in written)]
    try:
        compiler.try_out("\n".join(lines), "ua-1")
    except NotPrintable as error:
        return [written[number - 2] for number in sorted(set(error.lines))]
    return []


def name_of(written: str) -> str:
    """The script of a letter, ``Ethiopic``; the name of a symbol, ``grinning face``."""
    if script := script_of(written[0]):
        return script
    return PUNCTUATION if _EAST_ASIAN.match(written) else symbol_of(written[0])


def symbol_of(sign: str) -> str:
    """The name of a character in Unicode, in lower case; its number where it has none."""
    return unicodedata.name(sign, f"U+{ord(sign):04X}").lower()


def script_of(sign: str) -> str:
    """The script of a letter, mark or digit, read off its name; nothing for symbols.

    Names of characters begin with that of their script (The Unicode Standard, 4.8).
    """
    if unicodedata.category(sign)[0] not in "LMN":
        return ""
    words: list[str] = []
    for word in unicodedata.name(sign, "").partition("-")[0].lower().split():
        if word in _GENERIC:
            break
        words.append(word.capitalize())
    name = " ".join(words)
    first = words[0] if words else ""
    if first in _WITHOUT_SCRIPT:
        return ""
    return _SCRIPTS.get(name) or _SCRIPTS.get(first) or name


def findings(missing: Missing, book: nodes.document, sources: Sources) -> Iterator[Finding]:
    """One finding for each line and script in the text of the first pages, and one for the rest."""
    pattern = re.compile(missing.pattern)
    found: dict[tuple[str, str], dict[int, list[str]]] = {}
    for node in book.findall(nodes.Text):
        for match in pattern.finditer(node):
            page, line = sources.place(node, match.start(), match[0])
            lines = found.setdefault((page, missing.names[match[0]]), {})
            lines.setdefault(line, []).append(match[0])
    pages: dict[str, list[str]] = {}
    for page, name in found:
        pages.setdefault(name, []).append(page)
    for (page, name), lines in found.items():
        if page in pages[name][:PAGES_TOLD]:
            yield from _of_script(page, name, lines)
    for name, those in pages.items():
        if rest := those[PAGES_TOLD:]:
            yield _of_other_pages(name, rest, [found[page, name] for page in rest])


def _of_other_pages(
    name: str, pages: Sequence[str], lines: Sequence[Mapping[int, Sequence[str]]]
) -> Finding:
    """What is told of the pages that come after the first, at the first of them."""
    count = sum(len(written) for page in lines for written in page.values())
    where = f"on {len(pages)} more pages" if len(pages) > 1 else "on one more page"
    line = min(lines[0])
    return Finding(
        f"'{name}' is in none of the fonts {where}, {count} times; the PDF prints [{name}]",
        place=f"{pages[0]}:{line}" if line else pages[0],
        hint=HINT,
    )


def in_settings(missing: Missing, settings: Mapping[str, str], conf: Path) -> Iterator[Finding]:
    """The same for what ``conf.py`` says of the book: one finding for each setting and script."""
    pattern = re.compile(missing.pattern)
    for setting, words in settings.items():
        found: dict[str, list[str]] = {}
        for written in pattern.findall(words):
            found.setdefault(missing.names[written], []).append(written)
        line = line_of(str(conf), 1, setting)
        for name, written in found.items():
            yield from _of_script(str(conf), name, {line: written})


def _of_script(page: str, name: str, lines: Mapping[int, Sequence[str]]) -> Iterator[Finding]:
    """The first lines of a page that have characters of a script; the last tells of the rest."""
    told, rest = sorted(lines)[:LINES_TOLD], sorted(lines)[LINES_TOLD:]
    for number in told:
        below = rest if number == told[-1] else ()
        count = sum(len(lines[other]) for other in below)
        more = f", nor are {count} more in {len(below)} lines below" if below else ""
        yield Finding(
            f"{_count(lines[number], name)} in none of the fonts{more}; the PDF prints [{name}]",
            place=f"{page}:{number}" if number else page,
            hint=HINT,
        )


def _count(written: Sequence[str], name: str) -> str:
    example = "".join(dict.fromkeys(written))
    if len(example) > LONGEST_EXAMPLE:
        example = f"{example[:LONGEST_EXAMPLE]}…"
    if name == symbol_of(written[0][0]):
        times = f", {len(written)} times," if len(written) > 1 else ""
        return f"the symbol '{example}' ({name}){times} is"
    some, are = ("character", "is") if len(written) == 1 else ("characters", "are")
    return f"{len(written)} {name} {some} ({example}) {are}"


def _ranges(single: str) -> Iterator[str]:
    """Neighbouring characters as ranges, to keep the expression short."""
    first = last = ord(single[0])
    for sign in map(ord, single[1:]):
        if sign != last + 1:
            yield chr(first) if first == last else f"{chr(first)}-{chr(last)}"
            first = sign
        last = sign
    yield chr(first) if first == last else f"{chr(first)}-{chr(last)}"
