"""Commands of formulas with arguments: fractions, roots, accents, brackets, alphabets, spaces."""

from __future__ import annotations

from collections.abc import Sequence

from iomdocs.formats.typst.formula import symbols
from iomdocs.formats.typst.formula.lengths import measured_space, rule
from iomdocs.formats.typst.formula.parser import Handler, Parser, colour_of
from iomdocs.formats.typst.formula.text import in_words, letters, name_of
from iomdocs.formats.typst.formula.tokens import FormulaError
from iomdocs.formats.typst.formula.writing import (
    EMPTY,
    TAG,
    apply,
    joined,
    negated,
    sign,
    single,
    words,
)

_BINARY_AHEAD = frozenset({"+", "-", "=", "<", ">", r"\cdot", r"\times", r"\le", r"\leq", r"\ge"})


def function(name: str, arguments: int = 1, style: str = "") -> Handler:
    """A command that is one function of Typst."""

    def handle(parser: Parser, _: str) -> str:
        call = apply(name, *(parser.argument() for _ in range(arguments)))
        return apply(style, call) if style else call

    return handle


def constant(atom: str) -> Handler:
    """A command without arguments."""
    return lambda _parser, _name: atom


def root(parser: Parser, _: str) -> str:
    """A root with its degree if one is given."""
    degree = parser.reader.option()
    radicand = parser.argument()
    if degree is None:
        return apply("sqrt", radicand)
    return apply("root", joined(parser.inner(degree)), radicand)


def genfrac(parser: Parser, _: str) -> str:
    """A fraction with brackets, a line and a size of one's own (amsmath, 4.11.3)."""
    opening, closing, line, style = (parser.reader.word() for _ in range(4))
    above, below = parser.argument(), parser.argument()
    if line and line.startswith("0"):
        body = apply("mat", f"{above}; {below}", delim="#none")
    else:
        body = apply("frac", above, below)
    if opening or closing:
        body = apply("lr", joined([*map(_bracket, (opening,)), body, *map(_bracket, (closing,))]))
    wrap = {"0": "display", "1": "inline", "2": "script", "3": "sscript"}.get(style)
    return apply(wrap, body) if wrap else body


def left(parser: Parser, _: str) -> str:
    """Brackets as high as what stands between them."""
    opening = parser.delimiter() or "#h(0pt)"
    body = parser.sequence(r"\right")
    parser.reader.raw()
    closing = parser.delimiter() or "#h(0pt)"
    return apply("lr", joined([opening, *body, closing]))


def middle(parser: Parser, _: str) -> str:
    """A bracket inside brackets, as high as these."""
    return apply("mid", parser.delimiter())


def sized(parser: Parser, name: str) -> str:
    """A bracket of a height that the author chooses."""
    base = name.rstrip("lrm") if name.rstrip("lrm") in symbols.SIZES else name
    bracket = parser.delimiter()
    if not bracket:
        return EMPTY
    kind = {"l": "opening", "r": "closing", "m": "relation"}.get(name.removeprefix(base), "normal")
    return apply("class", f'"{kind}"', f"lr({bracket}, size: #{symbols.SIZES[base]})")


def accent(parser: Parser, name: str) -> str:
    """A sign above one letter or several."""
    body = parser.argument()
    return apply(symbols.ACCENTS[name], body)


def around(parser: Parser, name: str) -> str:
    """A line or brace over or under something, with a note where one is given."""
    body = parser.argument()
    note = ""
    if "line" not in name and "bar" not in name and parser.reader.take("^", "_"):
        note = parser.argument()
    call = symbols.AROUND[name]
    return apply(call, body, note) if note else apply(call, body)


def alphabet(parser: Parser, name: str) -> str:
    """Letters of another alphabet; several upright ones are a word."""
    tokens = parser.reader.group()
    word = letters(tokens)
    call = symbols.ALPHABETS[name]
    if word and call == "upright":
        return word
    if word and call in {"upright(bold", "upright(sans", "italic", "mono"}:
        return apply(call.removeprefix("upright("), word)
    return apply(call, joined(parser.inner(tokens)))


def switch(parser: Parser, name: str) -> list[str]:
    """An alphabet or a size up to the end of the group."""
    call = symbols.ALPHABETS.get(name) or symbols.STYLES.get(name, "italic")
    rest = parser.rest()
    return [apply(call, joined(rest))] if rest else []


def colour(parser: Parser, _: str) -> list[str]:
    """A colour up to the end of the group."""
    chosen = colour_of(parser.reader)
    rest = parser.rest()
    return [apply("std.text", joined(rest), fill=f"#{chosen}")] if rest else []


def ignored(parser: Parser, name: str) -> list[str]:
    """A command without a form of its own in print."""
    if name in symbols.WITH_ARGUMENT_IGNORED:
        parser.reader.group()
    return []


def text(parser: Parser, name: str) -> list[str]:
    """Words."""
    return in_words(parser.reader.group(), parser.inner, symbols.TEXTS[name])


def operator(parser: Parser, name: str) -> str:
    """A function with a name of its own, its limits below it if there is a star."""
    limits = "#true" if name.endswith("*") or name == "mathop" else "#false"
    return apply("op", name_of(parser.reader.group(), parser.inner), limits=limits)


def named(_parser: Parser, name: str) -> str:
    """A function with a name that everybody knows."""
    if name in symbols.LIMIT_OPERATORS:
        return apply("op", words(symbols.LIMIT_OPERATORS[name]), limits="#true")
    return apply("op", words(symbols.OPERATORS[name]))


def space(_parser: Parser, name: str) -> str:
    """A space of a known width."""
    return symbols.SPACES[name]


def of_class(parser: Parser, name: str) -> str:
    """Something that keeps space as a sign of another kind does."""
    return apply("class", f'"{symbols.CLASSES[name]}"', parser.argument())


def coloured(parser: Parser, _: str) -> str:
    """A piece in a colour."""
    chosen = colour_of(parser.reader)
    return apply("std.text", parser.argument(), fill=f"#{chosen}")


def second_of_two(parser: Parser, _: str) -> list[str]:
    """The second argument: the first says what does not matter in print."""
    parser.reader.option()
    parser.reader.group()
    return parser.inner(parser.reader.group())


def phantom(parser: Parser, name: str) -> str:
    """The room that something would take, without it."""
    body = parser.argument()
    return EMPTY if name == "vphantom" else apply("std.hide", body)


def slashed(parser: Parser, _: str) -> str:
    """A letter with a stroke (Feynman)."""
    return apply("cancel", parser.argument(), angle="#20deg")


def verbatim(parser: Parser, _: str) -> str:
    """Letters as they are written, up to the sign that they begin behind."""
    end = parser.reader.raw()
    found = ""
    while (token := parser.reader.raw()) != end:
        found += token
    return apply("mono", words(found))


def choice(parser: Parser, _: str) -> str:
    """Of four sizes the first, for displayed formulas."""
    shown = parser.argument()
    for _size in range(3):
        parser.reader.group()
    return shown


def without_option(handler: Handler) -> Handler:
    """A command whose option does not matter in print."""

    def handle(parser: Parser, name: str) -> Sequence[str] | str:
        parser.reader.option()
        return handler(parser, name)

    return handle


def content(parser: Parser, _: str) -> list[str]:
    """The argument alone."""
    return parser.inner(parser.reader.group())


def boxed(parser: Parser, _: str) -> str:
    """A piece in a frame."""
    return f"#box(stroke: 0.5pt, inset: 0.3em, baseline: 0.3em, $display({parser.argument()})$)"


def cancelled(parser: Parser, name: str) -> str:
    """A piece that is struck out."""
    named = {"bcancel": {"inverted": "#true"}, "xcancel": {"cross": "#true"}}.get(name, {})
    return apply("cancel", parser.argument(), **named)


def not_sign(parser: Parser, _: str) -> str:
    """The next sign crossed out."""
    return negated(single(parser.primary()))


def dots(parser: Parser, _: str) -> str:
    """Three dots, at the height of the signs that follow."""
    return "⋯" if parser.reader.peek() in _BINARY_AHEAD else "…"


def modulo(parser: Parser, name: str) -> list[str]:
    r"""A remainder; in brackets with ``\pmod``."""
    if name == "bmod":
        return ["med", words("mod"), "med"]
    body = parser.argument()
    if name == "pod":
        return ["quad", sign("("), body, sign(")")]
    inner = [words("mod"), "med", body]
    return ["quad", sign("("), *inner, sign(")")] if name == "pmod" else ["quad", *inner]


def spaced(atom: str) -> Handler:
    """A relation with more space around it."""
    return lambda _parser, _name: ["thick", atom, "thick"]


def tag(parser: Parser, name: str) -> str:
    """A number of the author's own."""
    number = joined_text(in_words(parser.reader.group(), parser.inner))
    return TAG + (number if name.endswith("*") else f"({number})")


def joined_text(atoms: Sequence[str]) -> str:
    """Words as plain text."""
    return "".join(atom[1:-1] if atom.startswith('"') else atom for atom in atoms)


def unicode(parser: Parser, _: str) -> str:
    """A sign by its number."""
    parser.reader.option()
    number = parser.reader.word().lower()
    try:
        return sign(chr(int(number.lstrip("x"), 16 if number.startswith("x") else 10)))
    except (ValueError, OverflowError):
        raise FormulaError(f"there is no sign number {number}") from None


def reference(parser: Parser, name: str) -> str:
    """The label of another formula: Sphinx does not resolve references inside formulas."""
    label = parser.reader.word()
    return words(f"({label})" if name == "eqref" else label)


def _bracket(written: str) -> str:
    name = written.removeprefix("\\")
    return sign(symbols.SIGNS.get(name, name)) if name and name != "." else ""


COMMANDS: dict[str, Handler] = {
    "frac": function("frac", 2),
    "dfrac": function("frac", 2, "display"),
    "tfrac": function("frac", 2, "inline"),
    "nicefrac": lambda parser, _: [parser.argument(), sign("/"), parser.argument()],
    "sfrac": lambda parser, _: [parser.argument(), sign("/"), parser.argument()],
    "cfrac": without_option(function("frac", 2, "display")),
    "binom": function("binom", 2),
    "dbinom": function("binom", 2, "display"),
    "tbinom": function("binom", 2, "inline"),
    "genfrac": genfrac,
    "sqrt": root,
    "left": left,
    "middle": middle,
    **{f"{size}{side}": sized for size in symbols.SIZES for side in ("", "l", "r", "m")},
    **dict.fromkeys(symbols.ACCENTS, accent),
    **dict.fromkeys(symbols.AROUND, around),
    **dict.fromkeys(symbols.ALPHABETS.keys() - symbols.SWITCHES, alphabet),
    **dict.fromkeys([*symbols.SWITCHES, *symbols.STYLES], switch),
    "color": colour,
    **dict.fromkeys([*symbols.IGNORED, *symbols.WITH_ARGUMENT_IGNORED], ignored),
    **dict.fromkeys(symbols.TEXTS, text),
    **dict.fromkeys([*symbols.OPERATORS, *symbols.LIMIT_OPERATORS], named),
    **dict.fromkeys(symbols.SPACES, space),
    **dict.fromkeys(("hspace", "hspace*", "hskip", "kern", "mkern", "mskip", "mspace"),
                    measured_space),
    **dict.fromkeys(symbols.CLASSES, of_class),
    **dict.fromkeys(("operatorname", "operatorname*", "mathop"), operator),
    "textcolor": coloured,
    "colorbox": second_of_two,
    "href": second_of_two,
    **dict.fromkeys(("bbox", "smash", "vcenter", "mathrlap", "mathllap", "mathclap", "rlap", "llap",
                     "clap"), without_option(content)),
    **dict.fromkeys(("phantom", "hphantom", "vphantom"), phantom),
    "slashed": slashed,
    "verb": verbatim,
    "mathchoice": choice,
    "boxed": boxed,
    **dict.fromkeys(("cancel", "bcancel", "xcancel"), cancelled),
    "not": not_sign,
    "dots": dots,
    **dict.fromkeys(("bmod", "pmod", "mod", "pod"), modulo),
    "iff": spaced("⟺"),
    "implies": spaced("⟹"),
    "impliedby": spaced("⟸"),
    "colon": constant(apply("class", '"punctuation"', sign(":"))),
    "mid": constant(apply("class", '"relation"', sign("|"))),
    **dict.fromkeys(("tag", "tag*"), tag),
    **dict.fromkeys(("unicode", "char"), unicode),
    **dict.fromkeys(("eqref", "ref"), reference),
    "rule": rule,
    "varliminf": constant(apply("op", "underline(\"lim\")", limits="#true")),
    "varlimsup": constant(apply("op", "overline(\"lim\")", limits="#true")),
    "TeX": constant(words("TeX")),
    "LaTeX": constant(words("LaTeX")),
}  # fmt: skip
