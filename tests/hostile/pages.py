"""Hostile pages: each a text with the code it is refused with, and the line.

The text of each stands below a title, so that its first line is the third of the page. ``SECRET``
is the name of a file outside of the book, ``CANARY`` one that appears where something is run.
"""

from dataclasses import dataclass


@dataclass(frozen=True)
class Page:
    """A page that is refused.

    ``again`` tells whether Sphinx refuses it, too, where nobody has checked the text; where it does
    not, it has made plain words of it, which hurts nobody.
    """

    name: str
    text: str
    code: str
    line: int = 3
    again: bool = True
    whole: bool = False

    @property
    def source(self) -> str:
        return self.text if self.whole else f"# A page\n\n{self.text}\n"


def block(directive: str, body: str = "", fence: str = "```") -> str:
    """A directive with what stands below its first line."""
    name, _, argument = directive.partition(" ")
    lines = [f"{fence}{{{name}}} {argument}".rstrip()]
    return "\n".join([*lines, *([body] if body else []), fence])


def header(text: str) -> str:
    """A page with a front matter."""
    return f"---\n{text}\n---\n\n# A page\n\nWords {{{{ 7 * 191 }}}}.\n"


RUN = "{{ cycler.__init__.__globals__.os.popen('touch CANARY').read() }}"

FRONT_MATTER = [
    Page(
        "jinja",
        header("myst:\n  enable_extensions: [substitution]\n  substitutions:\n    a: b") + RUN,
        "X001",
        2,
        whole=True,
    ),
    Page(
        "jinja-flow",
        header("myst: {enable_extensions: [substitution]}") + RUN,
        "X001",
        2,
        whole=True,
    ),
    Page(
        "jinja-quoted",
        header('"myst": {"enable_extensions": ["substitution"]}') + RUN,
        "X001",
        2,
        whole=True,
    ),
    Page(
        "jinja-explicit-key",
        header("? myst\n: {enable_extensions: [substitution]}") + RUN,
        "X001",
        2,
        whole=True,
    ),
    Page(
        "jinja-dots",
        "---\nmyst: {enable_extensions: [substitution]}\n...\n\n# A page\n\n" + RUN + "\n\n---\n",
        "X001",
        2,
        whole=True,
    ),
    Page(
        "jinja-long-dashes",
        "----\nmyst: {enable_extensions: [substitution]}\n----\n\n# A page\n\n" + RUN,
        "X001",
        2,
        whole=True,
    ),
    Page(
        "jinja-dashes-and-words",
        "--- x\nmyst: {enable_extensions: [substitution]}\n---\n\n# A page\n",
        "X001",
        2,
        whole=True,
    ),
    Page(
        "jinja-mark",
        "\ufeff" + header("myst: {enable_extensions: [substitution]}") + RUN,
        "X001",
        2,
        whole=True,
    ),
    Page(
        "jinja-unclosed",
        "---\nmyst: {enable_extensions: [substitution]}\n\n# A page\n",
        "X001",
        2,
        whole=True,
    ),
    Page("substitutions", header("substitutions: {a: b}"), "X001", 2, whole=True),
    Page("disable-syntax", header("myst: {disable_syntax: [html_block]}"), "X001", 2, whole=True),
    Page(
        "html-meta",
        header("html_meta:\n  http-equiv=refresh: 0;url=https://evil.example"),
        "X001",
        2,
        whole=True,
    ),
    Page(
        "myst-html-meta", header("myst:\n  html_meta:\n    robots: noindex"), "X001", 2, whole=True
    ),
    Page(
        "url-schemes",
        header("myst:\n  url_schemes: {x: 'javascript:{{path}}'}"),
        "X001",
        2,
        whole=True,
    ),
    Page(
        "kernel",
        header("kernelspec: {name: python3}\njupytext: {formats: 'md:myst'}"),
        "X001",
        2,
        whole=True,
    ),
    Page("mystnb", header("mystnb: {execution_mode: force}"), "X001", 2, whole=True),
    Page("file-format", header("file_format: mystnb"), "X001", 2, whole=True),
    Page(
        "yaml-object",
        header("title: !!python/object/apply:os.system ['touch CANARY']"),
        "X001",
        2,
        whole=True,
    ),
    Page("yaml-tag", header("title: !!binary aGVsbG8="), "X001", 2, whole=True),
    Page(
        "yaml-laughs",
        header("a: &a [x,x,x,x]\nb: &b [*a,*a,*a,*a]\nc: &c [*b,*b,*b,*b]"),
        "X001",
        2,
        whole=True,
    ),
    Page(
        "yaml-merge",
        header("title: one\n<<: {myst: {enable_extensions: [substitution]}}"),
        "X001",
        3,
        whole=True,
    ),
    Page("yaml-deep", header("title: " + "[" * 29 + "]" * 29), "X001", 2, whole=True),
    Page("yaml-broken", header("title: [a"), "X001", 2, whole=True),
    Page("no-mapping", header("- myst"), "X001", 2, whole=True),
    Page("social-picture", header("ogp_image: https://evil.example/x.png"), "X001", 2, whole=True),
    Page("hidden-title", header("sd_hide_title: true"), "X001", 2, whole=True),
    Page("theme", header("html_theme.sidebar_primary.remove: true"), "X001", 2, whole=True),
]

DIRECTIVES = [
    Page("raw-html", block("raw html", "<script>alert(1)</script>"), "X002"),
    Page("raw-file", block("raw html", ":file: SECRET"), "X002"),
    Page("raw-url", block("raw html", ":url: file:///etc/passwd"), "X002"),
    Page("raw-upper", block("RAW html", "<script></script>"), "X002"),
    Page("raw-colons", block("raw html", "<script></script>", ":::"), "X002"),
    Page("raw-tildes", block("raw html", "<script></script>", "~~~"), "X002"),
    Page("raw-in-quotation", "> ```{raw} html\n> <script></script>\n> ```", "X002"),
    Page("raw-in-list", "- words\n\n  ```{raw} html\n  <script></script>\n  ```", "X002", 5),
    Page("raw-in-note", "````{note}\n```{raw} html\n<script></script>\n```\n````", "X002", 4),
    Page(
        "raw-in-cell",
        block("list-table", "* - one\n  - ```{raw} html\n    <script></script>\n    ```", "````"),
        "X002",
        5,
    ),
    Page("raw-in-definition", "Term\n: ```{raw} html\n  <script></script>\n  ```", "X002", 4),
    Page(
        "raw-in-footnote",
        "Words[^1].\n\n[^1]: Note\n\n    ```{raw} html\n    <script></script>\n    ```",
        "X002",
        7,
    ),
    Page("raw-in-plain-box", "::::\n```{raw} html\n<script></script>\n```\n::::", "X002", 4),
    Page(
        "raw-in-tab",
        "``````{tab-set}\n`````{tab-item} A\n```{raw} html\n<b>\n```\n`````\n``````",
        "X002",
        5,
    ),
    Page("eval-rst", block("eval-rst", ".. raw:: html\n\n   <script></script>"), "X002"),
    Page("eval-rst-include", block("eval-rst", ".. include:: /etc/passwd"), "X002"),
    Page("eval-rst-colons", block("eval-rst", ".. raw:: html", ":::"), "X002"),
    Page("role-definition", block("role raw-html(raw)", ":format: html"), "X002"),
    Page("default-role", block("default-role raw"), "X002"),
    Page("only", block("only html", "Words."), "X002"),
    Page("only-eval", block("only __import__('os').system('touch CANARY')", "Words."), "X002"),
    Page("ifconfig", block("ifconfig __import__('os').system('touch CANARY')", "Words."), "X002"),
    Page("meta", block("meta", ":http-equiv=refresh: 0; url=https://evil.example"), "X002"),
    Page("class", block("class d-none"), "X002"),
    Page("rst-class", block("rst-class d-none"), "X002"),
    Page("container", block("container d-none", "Words."), "X002"),
    Page("tabularcolumns", block("tabularcolumns \\input{SECRET}"), "X002"),
    Page("parsed-literal", block("parsed-literal", "words"), "X002"),
    Page("autodoc", block("automodule os", ":members:"), "X002"),
    Page("program-output", block("program-output touch CANARY"), "X002"),
    Page("command-output", block("command-output touch CANARY"), "X002"),
    Page("graphviz", block("graphviz SECRET"), "X002"),
    Page("plot", block("plot SECRET"), "X002"),
    Page("code-cell", block("code-cell python", "import os; os.system('touch CANARY')"), "X002"),
    Page("doctest", block("doctest", ">>> import os"), "X002"),
    Page("exec", block("exec", "import os"), "X002"),
    Page("video", block("video https://evil.example/x.mp4"), "X002"),
    Page("iframe", block("iframe https://evil.example"), "X002"),
    Page("date", block("date", "%Y"), "X002"),
    Page("unicode", block("unicode 0x202E"), "X002"),
    Page("replace", block("replace", "words"), "X002"),
    Page("title", block("title Other"), "X002"),
    Page("confusable", block("r\u0430w html", "<script></script>"), "X002"),
    Page("full-width", block("\uff52\uff41\uff57 html", "<script></script>"), "X002"),
    Page("domain", block("rst:directive raw", "words"), "X002"),
    Page("py-module", block("py:module os"), "X002"),
]

PATHS = [
    Page("include", block("include SECRET"), "X005"),
    Page("include-up", block("include ../outside.md"), "X005"),
    Page("include-absolute", block("include /etc/passwd"), "X005"),
    Page("include-standard", block("include <isonum.txt>"), "X005"),
    Page("include-hidden", block("include .hidden.md"), "X005"),
    Page("include-conf", block("include conf.py"), "X005"),
    Page("include-parser", block("include index.md", ":parser: rst"), "X004", 4),
    Page("include-literal", block("include index.md", ":literal:"), "X004", 4),
    Page("include-encoding", block("include index.md", ":encoding: utf-7"), "X004", 4),
    Page("include-far", block("include index.md", ":start-line: 999999999"), "X004", 4),
    Page("include-itself", block("include include-itself.md"), "X018"),
    Page("include-many", f"{block('include index.md')}\n\n" * 11, "X018", 33),
    Page("include-in-list", "1. ```{include} ../outside.md\n   ```", "X005"),
    Page("include-in-box", "::::{note}\n:::{include} ../outside.md\n:::\n::::", "X005", 4),
    Page("literalinclude", block("literalinclude ../outside.md"), "X005"),
    Page("literalinclude-absolute", block("literalinclude /../../../../../etc/passwd"), "X005"),
    Page(
        "literalinclude-diff", block("literalinclude index.md", ":diff: ../outside.md"), "X004", 4
    ),
    Page("literalinclude-hidden", block("literalinclude .git/config"), "X005"),
    Page("csv-file", block("csv-table", ":file: ../outside.md"), "X004", 4),
    Page("csv-url", block("csv-table", ":url: https://evil.example/x.csv"), "X004", 4),
    Page("csv-file-dashes", block("csv-table", "---\nfile: ../outside.md\n---"), "X004", 5),
    Page("csv-file-quoted", block("csv-table", '---\n"file": ../outside.md\n---'), "X004", 5),
    Page("csv-encoding", block("csv-table", ":encoding: utf-7\n\na,b"), "X004", 4),
    Page("figure-up", block("figure ../../etc/passwd.png"), "X005"),
    Page("figure-absolute", block("figure /../outside.png"), "X005"),
    Page("figure-percent", block("figure %2e%2e/%2e%2e/outside.png"), "X005"),
    Page("figure-backslash", block("figure ..\\..\\outside.png"), "X005"),
    Page("figure-drive", block("figure C:\\outside.png"), "X007"),
    Page("figure-share", block("figure \\\\host\\share\\x.png"), "X007"),
    Page("figure-file", block("figure file:///etc/passwd"), "X007"),
    Page("figure-kind", block("figure conf.py"), "X005"),
    Page("figure-size", block("figure picture.png", ":figwidth: image"), "X004", 4),
    Page("figure-scale", block("figure picture.png", ":scale: 999999999"), "X004", 4),
    Page("image-up", "![x](../outside.png)", "X005"),
    Page("image-entities", "![x](&#46;&#46;/outside.png)", "X005"),
    Page("image-percent", "![x](%2e%2e%2foutside.png)", "X005"),
    Page("image-reference", "![x][ref]\n\n[ref]: ../outside.png", "X005"),
    Page("link-file", "[x](../outside.md)", "X005"),
    Page("link-text", "[x](../../../../../../etc/passwd)", "X005"),
    Page("link-path", "[x](path:../outside.md)", "X005"),
    Page("link-code", "[x](path:conf.py)", "X005"),
    Page("link-html", "[x](report.html)", "X005"),
    Page("link-angles", "[x](<../outside file.md>)", "X005"),
    Page("download", "{download}`x <../outside.md>`", "X005"),
    Page("download-code", "{download}`conf.py`", "X005"),
    Page("download-absolute", "{download}`/../../etc/passwd`", "X005"),
    Page("card-picture", block("card Title", ":img-top: ../outside.png"), "X005", 4),
    Page("toctree-up", block("toctree", "../outside"), "X005", 4),
    Page("doc-up", "{doc}`../outside`", "X005"),
]

ADDRESSES = [
    Page("javascript", "[x](javascript:alert(1))", "X006", again=False),
    Page("javascript-case", "[x](JaVaScRiPt:alert(1))", "X006", again=False),
    Page("javascript-entity", "[x](java&#x0A;script:alert(1))", "X006", again=False),
    Page("javascript-colon", "[x](javascript&colon;alert(1))", "X006", again=False),
    Page("javascript-tab", "[x](<java\tscript:alert(1)>)", "X006", again=False),
    Page("javascript-percent", "[x](java%73cript:alert(1))", "X006", again=False),
    Page("javascript-blank", "[x](&#32;javascript:alert(1))", "X006", again=False),
    Page("javascript-escape", "[x](javascript\\:alert(1))", "X006", again=False),
    Page("javascript-slashes", "[x](javascript://evil.example/%0aalert(1))", "X006", again=False),
    Page("javascript-autolink", "<javascript:alert(1)>", "X006", again=False),
    Page("javascript-reference", "[x]\n\n[x]: javascript:alert(1)", "X006", 5, again=False),
    Page("javascript-unused", "Words.\n\n[x]: javascript:alert(1)", "X006", 5, again=False),
    Page("javascript-definition", "Term\n: [x](javascript:alert(1))", "X006", 4, again=False),
    Page("javascript-cell", "| a |\n|---|\n| [x](javascript:alert(1)) |", "X006", 5, again=False),
    Page("javascript-title", "## [x](javascript:alert(1))", "X006", again=False),
    Page(
        "javascript-caption",
        block("figure picture.png", "\n[x](javascript:alert(1))"),
        "X006",
        5,
        again=False,
    ),
    Page("data", "[x](data:text/html;base64,PHNjcmlwdD4=)", "X006", again=False),
    Page("vbscript", "[x](vbscript:msgbox)", "X006", again=False),
    Page("file", "[x](file:///etc/passwd)", "X006", again=False),
    Page("ftp", "<ftp://evil.example/x>", "X006"),
    Page("unknown-scheme", "[x](ms-word:ofe|u|https://evil.example)", "X006", again=False),
    Page("no-scheme", "[x](//evil.example/x)", "X006"),
    Page("backslashes", "[x](\\\\\\\\evil.example/x)", "X006"),
    Page("credentials", "[x](https://iom.int@evil.example/)", "X006"),
    Page("no-host", "[x](https:evil.example)", "X006"),
    Page("very-long", f"[x](https://evil.example/{'a' * 2500})", "X006"),
    Page("figure-target", block("figure picture.png", ":target: javascript:alert(1)"), "X006", 4),
    Page(
        "figure-target-case", block("figure picture.png", ":target: JAVASCRIPT:alert(1)"), "X006", 4
    ),
    Page(
        "figure-target-dashes",
        block("figure picture.png", "---\ntarget: javascript:alert(1)\n---"),
        "X006",
        5,
    ),
    Page(
        "figure-target-folded",
        block("figure picture.png", "---\ntarget: >\n  javascript:alert(1)\n---"),
        "X006",
        5,
    ),
    Page(
        "figure-target-escape",
        block("figure picture.png", '---\ntarget: "\\x6aavascript:alert(1)"\n---'),
        "X004",
        5,
    ),
    Page("figure-target-data", block("figure picture.png", ":target: data:text/html,x"), "X006", 4),
    Page("image-target", block("image picture.png", ":target: vbscript:x"), "X006", 4),
    Page("toctree-javascript", block("toctree", "Title <javascript:alert(1)>"), "X006", 4),
    Page(
        "toctree-javascript-slashes",
        block("toctree", "Title <javascript://x/%0aalert(1)>"),
        "X006",
        4,
    ),
    Page("toctree-bare", block("toctree", "javascript://x/%0aalert(1)"), "X006", 4),
    Page("card-link", block("card Title", ":link: javascript:alert(1)"), "X006", 4),
    Page(
        "grid-card-link",
        "::::{grid} 2\n:::{grid-item-card} Title\n:link: javascript:alert(1)\n:::\n::::",
        "X006",
        5,
    ),
    Page("button-link", block("button-link javascript:alert(1)", "words"), "X006"),
    Page("badge-link", "{bdg-link-primary}`x <javascript:alert(1)>`", "X006"),
    Page("remote-image", "![x](https://evil.example/x.png)", "X007"),
    Page("remote-image-bare", "![x](//evil.example/x.png)", "X007"),
    Page("remote-image-data", "![x](data:image/svg+xml;base64,PHN2Zy8+)", "X007", again=False),
    Page("remote-figure", block("figure https://evil.example/x.png"), "X007"),
    Page("remote-image-case", "![x](HTTPS://evil.example/x.png)", "X007"),
    Page("remote-image-entity", "![x](https&#58;//evil.example/x.png)", "X007"),
]

WORDS = [
    Page("html-block", "<script>alert(1)</script>", "X008"),
    Page("html-inline", "Words <img src=x onerror=alert(1)>.", "X008"),
    Page("html-upper", "<SCRIPT>alert(1)</SCRIPT>", "X008"),
    Page("html-in-cell", "| a |\n|---|\n| <svg onload=alert(1)> |", "X008", 5),
    Page("html-in-title", "## Words <iframe src=x>", "X008"),
    Page("html-in-link", "[<b>x</b>](index.md)", "X008"),
    Page("html-in-note", block("note", "<style>*{display:none}</style>"), "X008", 4),
    Page("html-in-caption", block("figure picture.png", "\n<b>x</b>"), "X008", 5),
    Page("html-in-argument", block("admonition <b>x</b>", "words"), "X008"),
    Page("html-comment-end", "<!--> <script>alert(1)</script> -->", "X008"),
    Page("html-comment-more", "<!-- a --><script>alert(1)</script>", "X008"),
    Page("html-declaration", "<!DOCTYPE html>", "X008"),
    Page("html-instruction", "<?php system('x') ?>", "X008"),
    Page("html-cdata", "<![CDATA[<script>]]>", "X008"),
    Page("html-closing", "</body>", "X008"),
    Page("raw-role", "{raw}`<b>`", "X003"),
    Page("eval-role", "{eval}`open('SECRET').read()`", "X003"),
    Page("numref-format", "{numref}`{name.__class__.__mro__} <x>`", "X003"),
    Page("numref-number", "{numref}`{number.__init__} <x>`", "X003"),
    Page("unknown-role", "{external}`x`", "X003"),
    Page("role-upper", "{RAW}`x`", "X003"),
    Page("math-role-link", "{math}`\\href{javascript:alert(1)}{x}`", "X016"),
    Page("math-input", block("math", "\\input{SECRET}"), "X016"),
    Page("math-write", block("math", "\\immediate\\write18{touch CANARY}"), "X016"),
    Page("math-argument", block("math \\input{SECRET}"), "X016"),
    Page("math-bomb", block("math", "\\def\\x{\\x\\x}\\x"), "X016"),
    Page("math-newcommand", block("math", "\\newcommand{\\x}{\\x\\x}\\x"), "X016"),
    Page("math-deep", block("math", "\n".join(["{" * 20] * 4 + ["}" * 20] * 4)), "X016"),
    Page("math-long", block("math", "\n".join(["x + " * 200] * 10)), "X016"),
    Page("math-html", block("math", "\\class{d-none}{x} \\cssId{a}{x}"), "X016"),
    Page("math-characters", block("math", "\\char`^^41 ^^5cinput"), "X016"),
    Page("code-long", "```xml\n" + "<!--\n" * 4500 + "```", "X018"),
    Page("code-language", "```brainfuck\n+[]\n```", "X004"),
    Page("code-block-language", block("code-block perl6", "x"), "X004"),
    Page("code-block-long", block("code-block xml", "<!--\n" * 4500), "X018"),
    Page("code-lines", block("code-block", ":emphasize-lines: 1-99999999\n\nx"), "X004", 4),
    Page("code-dedent", block("code-block", ":dedent: 99999999\n\nx"), "X004", 4),
    Page("list-columns", block("hlist", ":columns: 99999999\n\n- x"), "X004", 4),
    Page("math-columns", block("math", "\\begin{array}{*{99999}{c}}a\\end{array}"), "X016"),
    Page("math-rule", "{math}`\\rule{9999em}{9999em}`", "X016"),
    Page("class-option", block("note", ":class: d-none\n\nwords"), "X004", 4),
    Page("class-of-table", block("list-table", ":class: sd-d-none\n\n* - a"), "X004", 4),
    Page("class-hidden", block("admonition Title", ":class: visually-hidden\n\nwords"), "X004", 4),
    Page("bidi", "Words \u202edrow\u202c words.", "X011"),
    Page("bidi-isolate", "Words \u2067words\u2069.", "X011"),
    Page("bidi-mark", "Words\u200f words.", "X011"),
    Page("bidi-entity", "Words &#x202E;words.", "X011"),
    Page("bidi-decimal", "Words &#8238;words.", "X011"),
    Page("bidi-name", "Words &rlm;words.", "X011"),
    Page("bidi-code", "`a\u202eb`", "X011"),
    Page("bidi-url", "[x](https://a.example/\u202eb)", "X011"),
    Page("zero-width", "Mem\u200bber", "X011"),
    Page("tags", "Words\U000e0041\U000e0042.", "X011"),
    Page("null", "Words\x00 words.", "X011"),
    Page("escape-sequence", "Words \x1b[2J words.", "X011"),
    Page("line-separator", "Words\u2028words.", "X011"),
    Page("bell", "Words\x07.", "X011"),
    Page("long-line", "word " * 1500, "X012"),
    Page("long-paragraph", "\n".join(["word " * 100] * 120), "X012", 103),
    Page("many-lines", "\n\n".join(["word"] * 3000), "X012", 5001),
    Page("many-labels", "\n".join(f"(label{n})=" for n in range(600)), "X012", 503),
    Page("quotations", "> " * 100 + "words", "X012"),
    Page("lists", "- " * 100 + "words", "X012"),
    Page("stepped-lists", "\n".join(f"{'  ' * n}- words" for n in range(90)), "X012", 48),
    Page("brackets", "[" * 300 + "x" + "]" * 300, "X012"),
    Page("open-brackets", "[x](" * 100, "X012"),
    Page("stars", "*" * 2000 + "x", "X012"),
    Page("backticks", "x" + "`" * 2000, "X012"),
    Page("pictures", "![" * 500 + "x", "X012"),
    Page("rows", "| a |\n|---|\n" + "| b |\n" * 1010, "X018"),
    Page("list-rows", block("list-table", "* - a\n" * 1010), "X018"),
    Page("csv-cells", block("csv-table", f"{','.join('a' * 100)}\n" * 101), "X018"),
    Page("terms", block("glossary", "".join(f"t{n}\n: d\n" for n in range(501))), "X018"),
    Page(
        "boxes",
        "\n".join(f"{':' * n}{{note}}" for n in range(20, 3, -1))
        + "\nwords\n"
        + "\n".join(":" * n for n in range(4, 21)),
        "X018",
        15,
    ),
]

PAGES = [*FRONT_MATTER, *DIRECTIVES, *PATHS, *ADDRESSES, *WORDS]
