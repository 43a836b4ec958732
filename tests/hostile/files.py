"""Hostile pictures, bibliographies, tables, records and things that are no files.

Each is made in the folder of a book and is refused with a code, and where it is text, in a line.
"""

import os
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class File:
    """A file that is refused: what is written, or how it is made."""

    name: str
    content: str | bytes | Callable[[Path], object]
    code: str
    line: int = 1

    def make(self, folder: Path) -> None:
        """Put the file into a folder."""
        path = folder / self.name
        path.parent.mkdir(exist_ok=True)
        match self.content:
            case str(text):
                path.write_bytes(text.encode("utf-8", "surrogatepass"))
            case bytes(data):
                path.write_bytes(data)
            case make:
                make(path)

    @property
    def again(self) -> bool:
        """Whether Sphinx refuses it, too; else Sphinx does not open it, or shows it as it is."""
        return self.code not in {"T001", "X011", "X014"} and not self.name.endswith(".csv")


SPACES = 'xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'


def svg(inside: str, more: str = "") -> str:
    """A drawing with something in its second line."""
    return f"<svg {SPACES} {more}>\n{inside}\n</svg>\n"


def drawing(name: str, inside: str, line: int = 2) -> File:
    return File(f"{name}.svg", svg(inside), "X010", line)


LAUGHS = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
REPEATED = "".join(
    '<g id="a{}">{}</g>'.format(n, f'<use href="#a{n - 1}"/>' * 10) for n in range(1, 10)
)
PATTERNS = '<rect id="p0"/>' + "".join(
    '<pattern id="p{}">{}</pattern>'.format(n, f'<rect fill="url(#p{n - 1})"/>' * 10)
    for n in range(1, 10)
)


def png(width: int, height: int) -> bytes:
    """The beginning of a picture that says how large it is."""
    head = b"IHDR" + width.to_bytes(4, "big") + height.to_bytes(4, "big") + b"\1\0\0\0\0"
    return b"\x89PNG\r\n\x1a\n\0\0\0\x0d" + head


DRAWINGS = [
    drawing("script", "<script>alert(1)</script>"),
    drawing("script-href", '<script xlink:href="https://evil.example/x.js"/>'),
    drawing("onload", '<g onload="alert(1)"/>'),
    drawing("onload-case", '<g ONLOAD="alert(1)"/>'),
    drawing("onclick", '<rect onclick="alert(1)" width="1" height="1"/>'),
    File("onload-root.svg", svg("", 'onload="alert(1)"'), "X010"),
    drawing("foreign", "<foreignObject><p>x</p></foreignObject>"),
    drawing("html", '<body xmlns="http://www.w3.org/1999/xhtml"><script/></body>'),
    drawing("html-prefix", '<h:script xmlns:h="http://www.w3.org/1999/xhtml">x</h:script>'),
    drawing("iframe", '<iframe src="https://evil.example"/>'),
    drawing("link", '<a xlink:href="javascript:alert(1)"><rect/></a>'),
    drawing("link-plain", '<a href="javascript:alert(1)"><rect/></a>'),
    drawing("link-entity", '<a href="java&#10;script:alert(1)"><rect/></a>'),
    drawing("link-out", '<a href="https://evil.example"><rect/></a>'),
    drawing("link-prefix", '<a xmlns:q="http://www.w3.org/1999/xlink" q:href="javascript:x"/>'),
    drawing("use", '<use href="https://evil.example/x.svg#a"/>'),
    drawing("use-data", '<use href="data:image/svg+xml;base64,PHN2Zy8+#a"/>'),
    drawing("image", '<image href="https://evil.example/x.png"/>'),
    drawing("image-file", '<image href="../../outside.png"/>'),
    drawing("image-absolute", '<image href="/etc/passwd"/>'),
    drawing("image-svg", '<image href="data:image/svg+xml,%3Csvg/%3E"/>'),
    drawing("set", '<a><set attributeName="href" to="javascript:alert(1)"/></a>'),
    drawing("animate", '<a><animate attributeName="href" values="javascript:alert(1)"/></a>'),
    drawing("handler", '<handler type="application/ecmascript">x</handler>'),
    drawing("style-import", "<style>@import url(https://evil.example/x.css);</style>"),
    drawing("style-url", '<rect style="fill:url(https://evil.example/x.svg#a)"/>'),
    drawing("style-file", '<rect fill="url(file:///etc/passwd#a)"/>'),
    drawing("style-escape", "<style>rect{fill:u\\72l(https://evil.example)}</style>"),
    drawing("style-split", "<style>@im<!-- -->port 'https://evil.example'</style>"),
    drawing("style-cdata", "<style><![CDATA[@import 'https://evil.example']]></style>"),
    drawing("style-font", "<style>@font-face{src:url(https://evil.example/x)}</style>"),
    drawing("style-expression", '<rect style="width:expression(alert(1))"/>'),
    drawing("filter-image", '<filter><feImage href="https://evil.example/x"/></filter>'),
    drawing("cursor", '<rect cursor="url(https://evil.example/x.cur)"/>'),
    drawing("base", '<g xml:base="https://evil.example/"/>'),
    drawing("deep", "<g>" * 200 + "</g>" * 200),
    File(
        "laughs.svg",
        f"<!DOCTYPE svg [<!ENTITY l0 'ha'>{LAUGHS}]>\n{svg('<text>&l9;</text>')}",
        "X010",
    ),
    File(
        "entity.svg",
        f'<!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/passwd">]>\n{svg("&x;")}',
        "X010",
    ),
    File(
        "parameter.svg",
        f'<!DOCTYPE svg [<!ENTITY % x SYSTEM "http://evil.example">%x;]>\n{svg("")}',
        "X010",
    ),
    File("dtd.svg", f'<!DOCTYPE svg SYSTEM "http://evil.example/x.dtd">\n{svg("")}', "X010"),
    File(
        "sheet.svg",
        f'<?xml version="1.0"?>\n<?xml-stylesheet href="https://evil.example"?>\n{svg("")}',
        "X010",
        2,
    ),
    drawing("style-element", '<style><g/>@import "https://evil.example/x.css";</style>'),
    drawing("ping", '<a href="#x" ping="https://evil.example"><rect/></a>'),
    drawing("octaves", '<filter><feTurbulence numOctaves="99999999"/></filter>'),
    File("endless-width.svg", svg("", 'width="9999999999" height="1"'), "X010"),
    File("repeated.svg", svg(f'<rect id="a0"/>{REPEATED}<use href="#a9"/>'), "X010", 4),
    File("repeats-itself.svg", svg('<g id="a"><use href="#a"/></g>'), "X010", 4),
    File("patterns.svg", svg(PATTERNS), "X010", 4),
    File("broken.svg", f"<svg {SPACES}>\n<g>\n</svg>", "X010", 3),
    File("no-svg.svg", "<html><script>alert(1)</script></html>", "X010"),
    File("no-namespace.svg", "<svg><script>alert(1)</script></svg>", "X010"),
    File("wide-letters.svg", svg("<script/>").encode("utf-16"), "X010"),
    File("many.svg", svg("<g/>" * 50_010), "X010", 2),
    File("shrunk.svgz", b"\x1f\x8b\x08\x00", "X017", 0),
    File("upper.SVG", svg("<script/>"), "X010", 2),
    File("photo.png", "<script>alert(1)</script>", "X017", 0),
    File("photo.jpg", svg("<script/>"), "X017", 0),
    File("photo.gif", "<html>", "X017", 0),
    File("photo.webp", "<html>", "X017", 0),
    File("bomb.png", png(60_000, 60_000), "X012", 0),
    File("bomb.gif", b"GIF89a\xff\xff\xff\xff" + bytes(20), "X012", 0),
    File("bomb.jpg", b"\xff\xd8\xff\xc0\0\x11\x08\xff\xff\xff\xff" + bytes(20), "X012", 0),
    File("bomb.webp", b"RIFF....WEBPVP8X\x0a\0\0\0\0\0\0\0" + b"\xff" * 6, "X012", 0),
    File("nothing.png", b"\x89PNG\r\n\x1a\n<script>alert(1)</script>", "X017", 0),
    File("report.html", "<script>alert(1)</script>", "X017", 0),
    File("report.xhtml", "<script>alert(1)</script>", "X017", 0),
    File("report.mhtml", "x", "X017", 0),
]


def entry(inside: str) -> str:
    return f"@online{{a,\n  title = {{A}},\n  {inside},\n  url = {{https://a.example}}\n}}\n"


BIBLIOGRAPHIES = [
    File("macro.bib", '@string{a = "x"}\n', "X015"),
    File(
        "bomb.bib",
        '@string{a0 = "xxxxxxxx"}\n'
        + "".join(f"@string{{a{n} = a{n - 1} # a{n - 1}}}\n" for n in range(1, 40)),
        "X015",
    ),
    File("preamble.bib", '@preamble{"\\input{x}"}\n', "X015"),
    File("macro-case.bib", '@STRING (a = "x")\n', "X015"),
    File("macro-lines.bib", '@string\n{a = "x"}\n', "X015"),
    File("url-lines.bib", entry("url =\n  {java\n  script:alert(1)}"), "X006"),
    File("url-one-line.bib", "@online{a, title = {A}, url = {javascript:alert(1)}}\n", "X006"),
    File("url-brackets.bib", '@online(a, title = "A", url = "javascript:alert(1)")\n', "X006"),
    File("together.bib", entry('note = "a" # "b"'), "X015", 3),
    File("backslash.bib", '@online{a,\n title = "\\"\n}\n', "X015", 2),
    File("input.bib", entry("note = {\\input{/etc/passwd}}"), "X015", 3),
    File("href.bib", entry("note = {\\href{javascript:alert(1)}{x}}"), "X015", 3),
    File("write.bib", entry("note = {\\immediate\\write18{x}}"), "X015", 3),
    File("url.bib", entry("url = {javascript:alert(1)}"), "X006", 3),
    File("url-data.bib", entry("url = {data:text/html,x}"), "X006", 3),
    File("url-file.bib", entry("url = {file:///etc/passwd}"), "X006", 3),
    File("url-quoted.bib", entry('url = "JAVASCRIPT:alert(1)"'), "X006", 3),
    File("howpublished.bib", entry("howpublished = {javascript:alert(1)}"), "X006", 3),
    File("crossref.bib", entry("crossref = {a}"), "X015", 3),
    File("deep.bib", entry("note = {" + "{" * 40 + "}" * 40 + "}"), "X012", 3),
    File("long.bib", entry("note = {" + "x" * 6000 + "}"), "X012", 3),
    File("bidi.bib", entry("note = {a\u202eb}"), "X011", 3),
    File("not-text.bib", b"@online{a, title = {\xe9}}", "T001"),
]

TABLES = [
    File("bidi.csv", "a,b\n1,\u202e2\n", "X011", 2),
    File("null.csv", "a,b\n1,\x002\n", "X011", 2),
    File("not-text.csv", b"a,b\n1,\xe9\n", "T001", 2),
    File("long.csv", "a,b\n" + "x" * 6000 + ",1\n", "X012", 2),
    File("formula.csv", 'a,b\n1,"=HYPERLINK(""https://evil.example"")"\n', "X020", 2),
    File("formula-at.csv", "a,b\n1,@SUM(A1)\n", "X020", 2),
    File("formula-plus.csv", "a,b\n1,+cmd|' /C calc'!A0\n", "X020", 2),
    File("large.csv", "a,b\n" + "1,2\n" * 800_000, "X012", 0),
]


def link(target: str) -> Callable[[Path], object]:
    return lambda path: path.symlink_to(target)


def sparse(path: Path) -> None:
    with path.open("wb") as file:
        file.truncate(2**31)


OTHERS = [
    File(".hidden.svg", svg("<script/>"), "X010", 2),
    File(".hidden", link("/"), "X013", 0),
    File(".hidden.md", link("/etc/passwd"), "X013", 0),
    File("passwd.md", link("/etc/passwd"), "X013", 0),
    File("secret.md", link("../outside.md"), "X013", 0),
    File("secret.png", link("../outside.png"), "X013", 0),
    File("zero.md", link("/dev/zero"), "X013", 0),
    File("zero.png", link("/dev/zero"), "X013", 0),
    File("random.bib", link("/dev/urandom"), "X013", 0),
    File("self.md", link("self.md"), "X013", 0),
    File("nowhere.md", link("nothing.md"), "X013", 0),
    File("loop", link("."), "X013", 0),
    File("up", link(".."), "X013", 0),
    File("root", link("/"), "X013", 0),
    File("pipe.md", os.mkfifo, "X013", 0),
    File("pipe.csv", os.mkfifo, "X013", 0),
    File("huge.md", sparse, "X012", 0),
    File("huge.bin", sparse, "X012", 0),
    File("page.rst", ".. raw:: html\n\n   <script></script>\n", "X014", 0),
    File("page.ipynb", "{}", "X014", 0),
    File("page.markdown", "# A\n", "X014", 0),
    File("latin.md", b"# Caf\xe9\n", "T001", 1),
    File("wide.md", "# A\n".encode("utf-16"), "T001", 1),
    File("surrogate.md", "# A\n\n\ud800\n", "T001", 3),
]

NAMES = [
    File(name, "# A\n", "X017", 0)
    for name in (
        *("-rf.md", "~root.md", "a<script>.md", 'a"onclick="x.md', "a`x`.md", "a|b.md", "a%2e.md"),
        *("a#b.md", "a?b.md", "a*.md", "{{7*7}}.md", "javascript:x.md", "a\\b.md", "blank .md "),
        *("line\n::error::x.md", "a\u202edm.md", "a\x1b[2J.md", "a\u200bb.md", "x" * 210 + ".md"),
        *("facts.json/a.md", "searchindex.js/b.md"),
    )
]

FACT = """\
from iomdocs.facts import Fact, Number, Statement

FACTS = [
    Fact(
        id="town.people",
        label="people",
        statements=[Statement(value=Number({value}), sources=["almanac"], at=None)],
    ),
]
"""

RECORDS = [
    File("imports.py", "import os\nos.system('touch CANARY')\n", "F005", 2),
    File("imports_from.py", "from os import system\n", "X019"),
    File("imports_relative.py", "from . import other\n", "X019"),
    File("imports_beside.py", "import iomdocs.facts, os\n", "X019"),
    File("calls.py", "FACTS = [__import__('os').system('touch CANARY')]\n", "F005"),
    File("attribute.py", "FACTS = [Fact.__class__]\n", "F005"),
    File("attribute_call.py", "FACTS = [Fact.__init__(id='a')]\n", "F005"),
    File("evaluates.py", "FACTS = [eval('1')]\n", "F005"),
    File("opens.py", "FACTS = [open('SECRET').read()]\n", "F005"),
    File("comprehension.py", "FACTS = [x for x in range(10**10)]\n", "F005"),
    File("function.py", "def f():\n    pass\n", "F005"),
    File("klass.py", "class A:\n    pass\n", "F005"),
    File("decorator.py", "@exec\ndef f():\n    pass\n", "F005", 2),
    File("lambda_.py", "FACTS = [(lambda: 1)()]\n", "F005"),
    File("f_string.py", "FACTS = [Topic(f'{open}')]\n", "F005"),
    File("multiply.py", "FACTS = ['a' * 10**10]\n", "F005"),
    File("power.py", "FACTS = [10**10**10]\n", "F005"),
    File("walrus.py", "FACTS = [(a := 1)]\n", "F005"),
    File("star.py", "FACTS = [*open('SECRET')]\n", "F005"),
    File("keywords.py", "FACTS = [Fact(**{'id': 1})]\n", "F006"),
    File("while_.py", "while True:\n    pass\n", "F005"),
    File("if_.py", "if 1:\n    import os\n", "F005"),
    File("try_.py", "try:\n    import os\nfinally:\n    pass\n", "F005"),
    File("awaits.py", "FACTS = [await x]\n", "F005"),
    File("deep_brackets.py", f"FACTS = {'[' * 5000}{']' * 5000}\n", "F005"),
    File("deep_minus.py", f"FACTS = [{'-' * 4000}1]\n", "F005"),
    File("deep_calls.py", f"FACTS = {'Fact(' * 150}{')' * 150}\n", "F006"),
    File("long_number.py", FACT.format(value="9" * 4900), "F005", 7),
    File("large_number.py", FACT.format(value="0x" + "f" * 4900), "F006", 7),
    File("infinite.py", FACT.format(value="1e999"), "F006", 7),
    File("formula.py", "FACTS = [Topic(name='a', title='=1+1')]\n", "X020"),
    File("bidi_escape.py", "FACTS = [Topic(id='a', title='a\\u202eb')]\n", "X011"),
    File("bidi_name.py", "FACTS = [Topic(id='a', title='\\N{RIGHT-TO-LEFT MARK}')]\n", "X011"),
    File("half_escape.py", "FACTS = [Topic(id='a', title='\\ud800')]\n", "F006"),
    File("null_byte.py", "FACTS = []\x00\n", "X011"),
    File("bidi_text.py", "FACTS = []  # \u202e\n", "X011"),
    File("other_encoding.py", "# coding: utf-7\nFACTS = [+AC0-]\n", "F005", 2),
    File(
        "table_elsewhere.py",
        "FACTS = [Fact(id='a.b', label='x', statements=[Statement("
        "value=Table(file='../../secret.txt', key='a', columns=[]), sources=['a'])])]\n",
        "F008",
    ),
]

FILES = [*DRAWINGS, *BIBLIOGRAPHIES, *TABLES, *OTHERS, *NAMES]
