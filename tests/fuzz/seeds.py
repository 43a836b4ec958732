"""Where the targets begin: files that are right, and words that mean something in them."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from tests.fuzz.targets import HEADER
from tests.properties.cases import PIECES
from tests.properties.raw import MARKUP

ROOTS = Path(__file__).parent.parent / "roots"

WORDS = dict.fromkeys((*PIECES, *MARKUP))
"""Words that atheris puts in."""


def _of(pattern: str) -> list[bytes]:
    return [file.read_bytes()[:4000] for file in sorted(ROOTS.glob(pattern))][:60]


SEEDS: Mapping[str, Sequence[bytes]] = {
    "page": [
        *_of("*/*.md"),
        b"---\nmyst: {a: b}\n---\n# T\n\n% iomdocs: allow W001 why\n\n{a}`b`\n",
    ],
    "table": [
        HEADER + b"a,A,1,1,1990,2001-02-03,1951~/1973~; 1980/1984-05,,IE,s1 s2,n,two-sources\n",
        *_of("*/*.csv"),
    ],
    "bibliography": [*_of("*/*.bib"), b"@misc{a, title = {US\\$ \\'e {A}}, author = {A and B, C}}"],
    "conf": _of("*/conf.py"),
    "record": _of("*/*facts.py"),
    "reference": [
        *(b"town.size@2000", b"town.list[a].name", b"town.list[a].since@1990-02", b"2024-04-29"),
        *(b"1957~", b"since.precision = year\n-size", b"size > 3, land = IE", b"name != A\nname"),
    ],
}
