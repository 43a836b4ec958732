"""What commands of LaTeX stand for: signs, names of functions, alphabets, sizes, spaces."""

from __future__ import annotations

from docutils.utils.math import tex2unichar

_ALIASES = {
    "Alpha": "Α", "Beta": "Β", "Epsilon": "Ε", "Zeta": "Ζ", "Eta": "Η", "Iota": "Ι",
    "Kappa": "Κ", "Mu": "Μ", "Nu": "Ν", "Omicron": "Ο", "omicron": "ο", "Rho": "Ρ",
    "Tau": "Τ", "Chi": "Χ",
    "epsilon": "ϵ", "varepsilon": "ε", "phi": "ϕ", "varphi": "φ", "vartheta": "ϑ",
    "varrho": "ϱ", "varsigma": "ς", "varpi": "ϖ", "varkappa": "ϰ", "digamma": "ϝ",
    "hbar": "ℏ", "hslash": "ℏ", "ell": "ℓ", "imath": "ı", "jmath": "ȷ", "infty": "∞",
    "partial": "∂", "nabla": "∇", "emptyset": "∅", "varnothing": "⌀", "degree": "°",
    "le": "≤", "leq": "≤", "ge": "≥", "geq": "≥", "ne": "≠", "neq": "≠", "lt": "<", "gt": ">",
    "leqslant": "⩽", "geqslant": "⩾", "ll": "≪", "gg": "≫", "to": "→", "gets": "←", "iff": "⟺",
    "rightarrow": "→", "leftarrow": "←", "Rightarrow": "⇒", "Leftarrow": "⇐",
    "leftrightarrow": "↔", "Leftrightarrow": "⇔", "longrightarrow": "⟶",
    "longleftarrow": "⟵", "Longrightarrow": "⟹", "Longleftarrow": "⟸",
    "longleftrightarrow": "⟷", "Longleftrightarrow": "⟺", "longmapsto": "⟼", "mapsto": "↦",
    "rightleftharpoons": "⇌", "leadsto": "⇝", "uparrow": "↑", "downarrow": "↓",
    "owns": "∋", "ni": "∋", "land": "∧", "lor": "∨", "lnot": "¬", "neg": "¬", "wedge": "∧",
    "vee": "∨", "cdot": "⋅", "cdotp": "⋅", "times": "×", "div": "÷", "ast": "∗", "star": "⋆",
    "circ": "∘", "bullet": "∙", "pm": "±", "mp": "∓", "setminus": "∖", "smallsetminus": "∖",
    "ldots": "…", "cdots": "⋯", "dotsc": "…", "dotsb": "⋯", "dotsm": "⋯", "dotsi": "⋯",
    "dotso": "…", "vdots": "⋮", "ddots": "⋱", "iddots": "⋰", "prime": "′", "backprime": "‵",
    "angle": "∠", "top": "⊤", "bot": "⊥", "perp": "⟂", "parallel": "∥", "nparallel": "∦",
    "forall": "∀", "exists": "∃", "nexists": "∄", "in": "∈", "notin": "∉", "square": "□",
    "Box": "□", "Diamond": "◇", "lozenge": "◊", "blacksquare": "■", "qedsymbol": "□",
    "triangle": "△", "bigtriangleup": "△", "checkmark": "✓", "dag": "†", "dagger": "†",
    "ddag": "‡", "ddagger": "‡", "S": "§", "P": "¶", "copyright": "©", "pounds": "£",
    "int": "∫", "iint": "∬", "iiint": "∭", "iiiint": "⨌", "oint": "∮", "oiint": "∯",
    "sum": "∑", "prod": "∏", "coprod": "∐", "intop": "∫", "smallint": "∫",
    "coloneqq": "≔", "coloneq": "≔", "eqqcolon": "≕", "vcentcolon": ":", "Coloneqq": "⩴",
    "triangleq": "≜", "models": "⊨", "vdash": "⊢", "dashv": "⊣", "bowtie": "⋈",
    "upmu": "μ", "micro": "µ", "wp": "℘", "Re": "ℜ", "Im": "ℑ", "aleph": "ℵ", "beth": "ℶ",
    "eth": "ð", "aa": "å", "AA": "Å", "ae": "æ", "o": "ø", "O": "Ø", "ss": "ß", "oe": "œ",
    "i": "ı", "j": "ȷ", "l": "ł", "L": "Ł", "textendash": "–", "textemdash": "—",
    "lbrace": "{", "rbrace": "}", "lbrack": "[", "rbrack": "]", "langle": "⟨", "rangle": "⟩",
    "lvert": "|", "rvert": "|", "lVert": "‖", "rVert": "‖", "vert": "|", "Vert": "‖",
    "backslash": "\\", "textbackslash": "\\", "And": "&", "colon": ":", "textdegree": "°",
    "mho": "℧", "surd": "√", "diagup": "╱", "diagdown": "╲", "thickapprox": "≈",
    "thicksim": "∼", "doublecap": "⋒", "doublecup": "⋓", "lhd": "⊲", "rhd": "⊳",
    "unlhd": "⊴", "unrhd": "⊵", "Join": "⋈", "shortmid": "∣", "shortparallel": "∥",
    "restriction": "↾", "upharpoonright": "↾", "dotplus": "∔", "centerdot": "⋅",
    "blacktriangle": "▴", "varpropto": "∝", "propto": "∝", "rVvert": "⦀", "lVvert": "⦀",
    "ngeq": "≱", "nleq": "≰", "nsubseteq": "⊈", "nsupseteq": "⊉", "subsetneq": "⊊",
    "supsetneq": "⊋", "ulcorner": "⌜", "urcorner": "⌝", "llcorner": "⌞", "lrcorner": "⌟",
    "lgroup": "⟮", "rgroup": "⟯", "lmoustache": "⎰", "rmoustache": "⎱", "euro": "€",
    "bigsqcap": "⨅", "complement": "∁", "Bbbk": "𝕜", "Finv": "Ⅎ", "Game": "⅁",
    "aquarius": "♒", "male": "♂", "female": "♀", "sun": "☉", "odot": "⊙", "earth": "♁",
}  # fmt: skip
"""Where docutils has no sign or, for a pair such as ``\\phi`` and ``\\varphi``, another one."""

SIGNS: dict[str, str] = {
    **tex2unichar.mathord,
    **tex2unichar.mathalpha,
    **tex2unichar.mathbin,
    **tex2unichar.mathrel,
    **tex2unichar.mathop,
    **tex2unichar.mathopen,
    **tex2unichar.mathclose,
    **tex2unichar.mathfence,
    **tex2unichar.mathpunct,
    **_ALIASES,
}
"""Signs of Unicode by the names of their commands (unimath-symbols, through docutils)."""

OPERATORS: dict[str, str] = {
    **{name: name for name in (
        "arccos", "arcsin", "arctan", "arg", "cos", "cosh", "cot", "coth", "csc", "deg", "dim",
        "exp", "hom", "ker", "lg", "ln", "log", "sec", "sin", "sinh", "tan", "tanh", "sech",
        "csch", "arcosh", "arsinh", "artanh", "arccot", "rank", "erf", "Res", "tr", "Tr",
    )},
}  # fmt: skip
"""Names of functions in upright letters."""

LIMIT_OPERATORS: dict[str, str] = {
    **{name: name for name in ("det", "gcd", "inf", "lim", "max", "min", "sup")},
    "Pr": "Pr",
    "liminf": "lim\u2009inf",
    "limsup": "lim\u2009sup",
    "injlim": "inj\u2009lim",
    "projlim": "proj\u2009lim",
    "argmax": "arg\u2009max",
    "argmin": "arg\u2009min",
}
"""The same with their limits below them in displayed formulas."""

ACCENTS = {
    "acute": "acute",
    "bar": "macron",
    "breve": "breve",
    "check": "caron",
    "widecheck": "caron",
    "dddot": "dot.triple",
    "ddddot": "dot.quad",
    "ddot": "dot.double",
    "dot": "dot",
    "grave": "grave",
    "hat": "hat",
    "mathring": "circle",
    "overleftarrow": "arrow.l",
    "overleftrightarrow": "arrow.l.r",
    "overrightarrow": "arrow",
    "tilde": "tilde",
    "vec": "arrow",
    "widehat": "hat",
    "widetilde": "tilde",
}
"""Functions of Typst that set an accent."""

AROUND = {
    "overline": "overline",
    "underline": "underline",
    "underbar": "underline",
    "overbrace": "overbrace",
    "underbrace": "underbrace",
    "overbracket": "overbracket",
    "underbracket": "underbracket",
    "overparen": "overparen",
    "underparen": "underparen",
    "wideparen": "overparen",
}
"""Functions of Typst that draw something above or below, with a note if one is given."""

ALPHABETS = {
    "mathrm": "upright",
    "mathup": "upright",
    "mathnormal": "italic",
    "mathit": "italic",
    "mathbf": "upright(bold",
    "mathbfit": "bold",
    "bm": "bold",
    "boldsymbol": "bold",
    "pmb": "bold",
    "symbf": "upright(bold",
    "symbfit": "bold",
    "mathbb": "bb",
    "mathds": "bb",
    "mathbbm": "bb",
    "Bbb": "bb",
    "mathcal": "cal",
    "mathscr": "scr",
    "mathfrak": "frak",
    "mathsf": "upright(sans",
    "mathtt": "mono",
    "rm": "upright",
    "bf": "upright(bold",
    "it": "italic",
    "cal": "cal",
    "sf": "upright(sans",
    "tt": "mono",
    "frak": "frak",
    "scr": "scr",
    "boldmath": "bold",
}
"""Functions of Typst for an alphabet of mathematics."""

SWITCHES = {"rm", "bf", "it", "cal", "sf", "tt", "frak", "scr", "boldmath", "mit"}
"""Alphabets that hold up to the end of the group."""

STYLES = {
    "displaystyle": "display",
    "textstyle": "inline",
    "scriptstyle": "script",
    "scriptscriptstyle": "sscript",
}
"""Sizes that hold up to the end of the group."""

TEXTS = {
    "text": "",
    "textrm": "",
    "textnormal": "",
    "textup": "",
    "mbox": "",
    "hbox": "",
    "fbox": "",
    "textbf": "bold",
    "textit": "italic",
    "emph": "italic",
    "textsl": "italic",
    "textsf": "sans",
    "texttt": "mono",
    "textsc": "",
    "textmd": "",
}
"""Commands for words inside a formula, and what Typst sets them with."""

SPACES = {
    ",": "thin",
    "thinspace": "thin",
    ":": "med",
    ">": "med",
    "medspace": "med",
    ";": "thick",
    "thickspace": "thick",
    "!": "#h(-0.1667em)",
    "negthinspace": "#h(-0.1667em)",
    "negmedspace": "#h(-0.2222em)",
    "negthickspace": "#h(-0.2778em)",
    " ": "#h(0.3333em)",
    "\n": "#h(0.3333em)",
    "space": "#h(0.3333em)",
    "nobreakspace": "#h(0.3333em)",
    "enspace": "#h(0.5em)",
    "enskip": "#h(0.5em)",
    "quad": "quad",
    "qquad": "wide",
}
"""Spaces (The TeXbook, chapter 18)."""

SIZES = {"big": "1.2em", "Big": "1.8em", "bigg": "2.4em", "Bigg": "3em"}
"""Heights of brackets with a size of their own (amsmath: 12, 18, 24 and 30 points of 10)."""

CLASSES = {
    "mathord": "normal",
    "mathrel": "relation",
    "mathbin": "binary",
    "mathopen": "opening",
    "mathclose": "closing",
    "mathpunct": "punctuation",
    "mathinner": "normal",
}
"""What TeX and Typst call the kinds of signs that spaces depend on."""

ARROWS = {
    "xrightarrow": "→",
    "xleftarrow": "←",
    "xRightarrow": "⇒",
    "xLeftarrow": "⇐",
    "xleftrightarrow": "↔",
    "xLeftrightarrow": "⇔",
    "xmapsto": "↦",
    "xrightleftharpoons": "⇌",
    "xhookrightarrow": "↪",
    "xlongequal": "=",
}
"""Arrows as long as what stands over or under them."""

COLOURS = {
    "cyan": "aqua",
    "magenta": "fuchsia",
    "brown": 'rgb("#7f4a1d")',
    "violet": "purple",
    "pink": 'rgb("#c2476f")',
    "darkgray": "gray.darken(40%)",
    "lightgray": "silver",
    "grey": "gray",
    **{name: name for name in (
        "black", "gray", "silver", "white", "navy", "blue", "teal", "purple", "maroon", "red",
        "orange", "yellow", "olive", "green", "lime",
    )},
}  # fmt: skip
"""Colours of LaTeX in Typst."""

IGNORED = frozenset(
    {
        "notag", "nonumber", "limits", "nolimits", "displaylimits", "relax", "allowbreak",
        "nobreak", "mathstrut", "strut", "hfill", "hfil", "noindent", "centering", "protect",
        "left.", "par", "newline", "null", "break", "displaybreak", "hline", "xspace",
        "bfseries", "small", "footnotesize", "scriptsize", "tiny", "large", "Large", "normalsize",
        "ensuremath", "nolinebreak", "leavevmode", "/", "unboldmath", "mathsurround", "smallskip",
        "medskip", "bigskip",
    }
)  # fmt: skip
"""Commands without a form of their own here."""

WITH_ARGUMENT_IGNORED = frozenset(
    {"label", "require", "vspace", "phantomsection", "usepackage", "setcounter", "raisebox",
     "allowdisplaybreaks", "cssId", "class", "style", "mathtip", "texttip", "hypertarget"}
)  # fmt: skip
"""Commands that are passed over with their first argument."""
