"""Books of text that nobody has escaped: whatever comes out, the program says what is wrong."""

import io
from collections.abc import Sequence
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import strategies as st

from iomdocs.cli import main
from tests.findings import FINDING
from tests.properties.books import CONF
from tests.properties.cases import LETTERS, PIECES

MARKUP = (
    *(
        "```{note}",
        "```",
        ":::{tip} A",
        ":::",
        "::::{warning}",
        "$$",
        "---",
        "===",
        "+++ {}",
        "% c",
    ),
    *("| a | b |", "|---|---|", "# h", "## h", "#### h", "- a", "  - b", "1. c", "> q", ":a: b"),
    *("term", ": what it is", "(target)=", "[^1]: note", "[a]: #b", "    code", "\t", "{#i .c}"),
    *(
        "```{toctree}",
        "```{figure} x.svg",
        "```{code-block} python",
        "```{math}",
        "```{list-table}",
    ),
    *("```{fact:card} T", "{fact}`a.b`", "{fact}``", "{ref}`target`", "{doc}`index`", "{cite}`x`"),
    *("<div>", "</div>", "<!-- c", "-->", "<b", "![](x.png)", "[](y.md)", "\\", "{math}`\\frac`"),
    *(":name: x", ":alt: a", "{abbr}`A (B)`", "{download}`x`", "{eval-rst}", "```{eval-rst}"),
    *(".. raw:: html", "{{ x }}", "\\begin{align}", "\\end{align}", "[^1]", "{sub}`2`", "&#0;"),
)

PAGES = st.lists(
    st.one_of(
        st.sampled_from(MARKUP),
        st.sampled_from(["", "", "words"]),
        st.lists(st.sampled_from((*PIECES, *MARKUP)), min_size=1, max_size=4).map("".join),
        st.text(st.sampled_from(LETTERS), max_size=12),
    ),
    min_size=1,
    max_size=14,
).map("\n".join)
"""Pages as they might be typed by someone, or something, that knows no Markdown."""

_SETTINGS = ('iomdocs_facts = "casefacts"\n', 'iomdocs_edition = "4000-01-01"\n')
ROUNDS = 4


class Broken(Exception):
    """The program did not say what is wrong in a line for each mistake."""


def publish(pages: Sequence[str]) -> int:
    """Make a book of these pages, and again without those that have mistakes, until it is made.

    :returns: how many of the pages are in the finished book.
    :raises Broken: something else is told than findings, or there is no end of them.
    """
    left = dict(enumerate(pages))
    for _ in range(ROUNDS):
        with TemporaryDirectory() as folder:
            code, said = _built(Path(folder), left)
        if code == 0:
            return len(left)
        wrong = _with_mistakes(said) & left.keys()
        if not wrong:
            raise Broken(said)
        for number in wrong:
            del left[number]
    raise Broken(f"mistakes in {len(left)} pages after {ROUNDS} rounds")


def _built(folder: Path, pages: dict[int, str]) -> tuple[int, str]:
    source = folder / "docs"
    source.mkdir()
    settings = "".join(line for line in CONF.splitlines(keepends=True) if line not in _SETTINGS)
    names = "\n".join(f"page{number}" for number in pages)
    (source / "conf.py").write_text(settings, "utf-8")
    (source / "sources.bib").write_text("", "utf-8")
    (source / "index.md").write_text(f"# Raw\n\n```{{toctree}}\n{names}\n```\n", "utf-8")
    for number, text in pages.items():
        (source / f"page{number}.md").write_bytes(f"# P{number}\n\n{text}\n".encode())
    said = io.StringIO()
    with redirect_stderr(said), redirect_stdout(io.StringIO()):
        code = main(["build", "--source", str(source), "--out", str(folder / "build")])
    return code, said.getvalue()


def _with_mistakes(said: str) -> set[int]:
    """The numbers of the pages that are told to have mistakes.

    :raises Broken: a line is no finding, hint or summary, or it tells of a fault of the program.
    """
    numbers = set()
    for line in said.splitlines():
        found = FINDING.fullmatch(line)
        if line.startswith(("    hint: ", "iomdocs: ")):
            continue
        if found is None or found["code"] == "B003":
            raise Broken(said)
        name = Path(found["place"]).stem
        if name.startswith("page") and name[4:].isdecimal():
            numbers.add(int(name[4:]))
    return numbers
