"""Notations with a language of their own: chemistry, numbers with units, brackets of physics."""

from __future__ import annotations

import re
from collections.abc import Sequence

from iomdocs.formats.typst.formula.parser import Handler, Parser
from iomdocs.formats.typst.formula.tokens import FormulaError, source_of, tokens_of
from iomdocs.formats.typst.formula.writing import EMPTY, apply, attached, joined, sign, words

CHEMICAL_ARROWS = {
    "<=>": "⇌",
    "<=>>": "⇌",
    "<<=>": "⇌",
    "<->": "↔",
    "<-->": "⇄",
    "->": "→",
    "<-": "←",
}
_CHEMISTRY = re.compile(
    r"""
      (?P<arrow><=>>|<<=>|<=>|<-->|<->|->|<-)(?:\[(?P<above>[^\]]*)\])?(?:\[(?P<below>[^\]]*)\])?
    | \$(?P<math>[^$]*)\$
    | \^(?:\{(?P<sup>[^{}]*)\}|(?P<charge>\d*[+-]|\d+|\w))
    | _(?:\{(?P<sub>[^{}]*)\}|(?P<index>\d+|\w))
    | (?P<gas>(?<=\ )[\^v](?=\s|$))
    | (?P<element>[A-Z][a-z]?|[a-z]+)
    | (?P<number>\d+(?:[./]\d+)?)
    | (?P<blank>\s+)
    | (?P<command>\\[A-Za-z]+)
    | (?P<sign>.)
    """,
    re.VERBOSE,
)

PREFIXES = {
    "yocto": "y", "zepto": "z", "atto": "a", "femto": "f", "pico": "p", "nano": "n",
    "micro": "µ", "milli": "m", "centi": "c", "deci": "d", "deca": "da", "hecto": "h",
    "kilo": "k", "mega": "M", "giga": "G", "tera": "T", "peta": "P", "exa": "E",
}  # fmt: skip
UNITS = {
    "ampere": "A", "candela": "cd", "kelvin": "K", "gram": "g", "kilogram": "kg", "metre": "m",
    "meter": "m", "mole": "mol", "second": "s", "becquerel": "Bq", "celsius": "°C",
    "degreeCelsius": "°C", "coulomb": "C", "farad": "F", "gray": "Gy", "henry": "H",
    "hertz": "Hz", "joule": "J", "katal": "kat", "lumen": "lm", "lux": "lx", "newton": "N",
    "ohm": "Ω", "pascal": "Pa", "radian": "rad", "siemens": "S", "sievert": "Sv",
    "steradian": "sr", "tesla": "T", "volt": "V", "watt": "W", "weber": "Wb", "day": "d",
    "degree": "°", "hour": "h", "litre": "l", "liter": "L", "minute": "min", "tonne": "t",
    "bar": "bar", "electronvolt": "eV", "eV": "eV", "percent": "%", "angstrom": "Å",
    "arcminute": "′", "arcsecond": "″", "barn": "b", "decibel": "dB", "bel": "B",
    "hectare": "ha", "neper": "Np", "bit": "bit", "byte": "B", "parsec": "pc", "year": "yr",
    "dalton": "Da", "atomicmassunit": "u", "astronomicalunit": "au",
    "km": "km", "cm": "cm", "mm": "mm", "um": "µm", "nm": "nm", "m": "m", "s": "s", "ms": "ms",
    "kg": "kg", "g": "g", "Hz": "Hz", "kHz": "kHz", "MHz": "MHz", "GHz": "GHz", "K": "K",
    "N": "N", "J": "J", "W": "W", "kW": "kW", "V": "V", "A": "A", "Pa": "Pa", "kPa": "kPa",
}  # fmt: skip
_POWERS = {r"\squared": "2", r"\cubed": "3"}
_POWERS_BEFORE = {r"\square": "2", r"\cubic": "3"}


def chemistry(parser: Parser, _: str) -> list[str]:
    """A formula or reaction of chemistry, in the usual part of the language of mhchem."""
    source = source_of(parser.reader.group())
    return _chemical(parser, source)


def _chemical(parser: Parser, source: str) -> list[str]:
    atoms: list[str] = []
    follows = False
    """Whether a number is an index: it stands directly behind an element or a bracket."""
    for match in _CHEMISTRY.finditer(source.strip()):
        if raised := match["sup"] or match["charge"]:
            _attach(atoms, above=words(raised.replace("-", "−")))
        elif lowered := match["sub"] or match["index"]:
            _attach(atoms, below=words(lowered))
        elif match["number"] and follows:
            _attach(atoms, below=match["number"])
        else:
            atoms += _chemical_part(parser, match, source.strip())
        follows = bool(match["element"]) or match["sign"] in {")", "]"}
    return atoms


def _chemical_part(parser: Parser, match: re.Match[str], source: str) -> list[str]:
    if match["arrow"]:
        return [_chemical_arrow(parser, match)]
    if match["math"] or match["command"]:
        return parser.inner(tokens_of(match["math"] or match["command"]))
    if match["number"]:
        return [_amount(match["number"]), "thin"]
    if match["element"]:
        return [words(match["element"])]
    if match["gas"]:
        return ["↑" if match["gas"] == "^" else "↓"]
    return _chemical_sign(match, source) if match["sign"] else []


def _chemical_arrow(parser: Parser, match: re.Match[str]) -> str:
    arrow = CHEMICAL_ARROWS[match["arrow"]]
    above, below = (joined(_chemical(parser, match[side] or "")) for side in ("above", "below"))
    if not (above or below):
        return "⟶" if arrow == "→" else arrow
    return attached(f"stretch({arrow}, size: #(100% + 0.8em))", below, above, 0, limits=True)


def _chemical_sign(match: re.Match[str], source: str) -> list[str]:
    written, end = match["sign"], match.end()
    blank_before = source[: match.start()].endswith(" ") or not match.start()
    if written in "+-" and not blank_before and source[end : end + 1] in {"", " ", "]"}:
        return [attached(EMPTY, "", apply("class", '"normal"', sign(written)), 0, limits=False)]
    if written in "*.":
        return ["⋅"]
    if written == "-" and not blank_before:
        return [words("–")]
    if written == "#":
        return ["≡"]
    return [] if written in "{}" else [sign(written)]


def _attach(atoms: list[str], *, above: str = "", below: str = "") -> None:
    base = atoms.pop() if atoms and atoms[-1] != "thin" else EMPTY
    if (above and base.endswith(")") and "^(" in base) or (below and "_(" in base):
        atoms.append(base)
        base = EMPTY
    atoms.append(attached(base, below, above, 0, limits=False))


def _amount(written: str) -> str:
    above, _, below = written.partition("/")
    return apply("inline", apply("frac", above, below)) if below else written


def quantity(parser: Parser, name: str) -> list[str]:
    """A number, a unit, or both (siunitx)."""
    parser.reader.option()
    atoms: list[str] = []
    if name in {"SI", "qty", "num", "ang"}:
        atoms += _si_number(source_of(parser.reader.group()))
    if name == "ang":
        return [*atoms, words("°")]
    if name == "num":
        return atoms
    parser.reader.option()
    unit = _unit(parser, parser.reader.group())
    return [*atoms, "thin", *unit] if atoms else unit


def _si_number(written: str) -> list[str]:
    match = re.fullmatch(r"\s*([-+]?)([\d.,\s]*)(?:[eEdD]([-+]?\d+))?\s*", written)
    if not match:
        return [words(written.strip())]
    atoms = [sign(match[1])] if match[1] else []
    if match[2].strip():
        atoms.append(words(match[2].replace(" ", "").replace(",", ".")))
    if match[3]:
        power = attached("10", "", words(match[3].replace("-", "−").removeprefix("+")), 0,
                         limits=False)  # fmt: skip
        atoms += ["×", power] if atoms and match[2].strip() else [power]
    return atoms


def _unit(parser: Parser, tokens: Sequence[str]) -> list[str]:
    atoms: list[str] = []
    prefix = power = ""
    per = False
    reader = iter(tokens)
    for token in reader:
        name = token.removeprefix("\\")
        if token == r"\per":
            per = True
        elif token in _POWERS_BEFORE:
            power = _POWERS_BEFORE[token]
        elif token in _POWERS:
            atoms[-1:] = [_raised(atoms[-1], _POWERS[token])] if atoms else []
        elif token.startswith("\\") and name in PREFIXES:
            prefix = PREFIXES[name]
        elif token.startswith("\\") and name in UNITS:
            unit = words(prefix + UNITS[name])
            if per or power:
                unit = _raised(unit, ("−" if per else "") + (power or "1"))
            atoms += ["thin", unit] if atoms else [unit]
            prefix, power, per = "", "", False
        elif token.startswith("\\"):
            raise FormulaError(f"the unit {token} is not known")
        else:
            return [apply("upright", joined(parser.inner(tokens)))]
    return atoms


def _raised(unit: str, power: str) -> str:
    if unit.endswith('^("−1")'):
        return unit.replace('"−1"', words(f"−{power}"))
    return attached(unit, "", words(power), 0, limits=False)


def derivative(parser: Parser, name: str) -> str:
    """A quotient of differentials (physics)."""
    letter = "∂" if name == "pdv" else words("d")
    order = parser.reader.option()
    above = f"^({joined(parser.inner(order))})" if order else ""
    of = parser.argument()
    if parser.reader.peek() != "{":
        return apply("frac", f"{letter}{above}", joined([letter, of + above]))
    by = [parser.argument()]
    while parser.reader.peek() == "{":
        by.append(parser.argument())
    top = above or (f"^({len(by)})" if len(by) > 1 else "")
    bottom = joined(part for variable in by for part in (letter, variable + above))
    return apply("frac", joined([letter + top, of]), bottom)


def bracketed(opening: str, closing: str) -> Handler:
    """Something between brackets as high as it is."""

    def handle(parser: Parser, _: str) -> str:
        parser.reader.take("*")
        return apply("lr", joined([opening, parser.argument(), closing]))

    return handle


def bra_ket(parser: Parser, name: str) -> str:
    """Brackets of Dirac with all that stands between them."""
    parser.reader.take("*")
    parts = [parser.argument()]
    while name != "Braket" and parser.reader.peek() == "{" and len(parts) < 3:
        parts.append(parser.argument())
    if name in {"ketbra", "dyad", "op"}:
        last = parts[-1]
        return joined([apply("lr", joined([r"\|", parts[0], r"\⟩"])),
                       apply("lr", joined([r"\⟨", last, r"\|"]))])  # fmt: skip
    inner = apply("mid", r"\|").join(f" {part} " for part in parts)
    inner = inner.replace(r"\|", r" mid(\|) ") if len(parts) == 1 else inner
    return apply("lr", joined([r"\⟨", inner.strip(), r"\⟩"]))


COMMANDS: dict[str, Handler] = {
    "ce": chemistry,
    "pu": chemistry,
    **dict.fromkeys(("SI", "si", "num", "ang", "qty", "unit"), quantity),
    **dict.fromkeys(("dv", "pdv", "derivative"), derivative),
    "abs": bracketed(r"\|", r"\|"),
    "norm": bracketed("‖", "‖"),
    "set": bracketed(r"\{", r"\}"),
    "Set": bracketed(r"\{", r"\}"),
    "ceil": bracketed(r"\⌈", r"\⌉"),
    "floor": bracketed(r"\⌊", r"\⌋"),
    "comm": lambda parser, _: apply("lr", joined([r"\[", parser.argument(), r"\,",
                                                  parser.argument(), r"\]"])),
    "bra": bracketed(r"\⟨", r"\|"),
    "ket": bracketed(r"\|", r"\⟩"),
    "Bra": bracketed(r"\⟨", r"\|"),
    "Ket": bracketed(r"\|", r"\⟩"),
    "ev": bracketed(r"\⟨", r"\⟩"),
    "expval": bracketed(r"\⟨", r"\⟩"),
    **dict.fromkeys(("braket", "Braket", "ketbra", "dyad", "mel"), bra_ket),
    "dd": lambda parser, _: [words("d"),
                             *(parser.primary() if parser.reader.peek() == "{" else [])],
    "vb": lambda parser, _: apply("upright(bold", parser.argument()),
    "va": lambda parser, _: apply("arrow", apply("upright(bold", parser.argument())),
    "grad": lambda _parser, _: "∇",
    "curl": lambda _parser, _: joined(["∇", "×"]),
    "laplacian": lambda _parser, _: "∇^(2)",
}  # fmt: skip
