"""The functions of the template that the builder calls, read from its source."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import iomdocs.formats.typst

TEMPLATE = Path(iomdocs.formats.typst.__file__).parent / "handbook.typ"


class Function(NamedTuple):
    """A function of the template by its name, its parameters, and what it is for."""

    name: str
    parameters: tuple[str, ...]
    meaning: str

    def __str__(self) -> str:
        return f"{self.name}({', '.join(self.parameters)})"


def functions() -> Iterator[Function]:
    """Each function with a comment that begins with three slashes, in order."""
    source = TEMPLATE.read_text("utf-8")
    for match in re.finditer(r"((?:^///? ?.*\n)+)#let ([\w-]+)\(", source, re.MULTILINE):
        comment = [
            line.removeprefix("/// ") for line in match[1].splitlines() if line.startswith("///")
        ]
        if not comment:
            continue
        prose = " ".join(line for line in comment if not re.match(r"- |  ", line))
        yield Function(match[2], tuple(_parameters(source, match.end())), prose)


def _parameters(source: str, at: int) -> Iterator[str]:
    """The names of the parameters of a definition; ``at`` is behind its opening bracket."""
    depth, name = 1, ""
    while depth:
        sign = source[at]
        depth += (sign in "([{") - (sign in ")]}")
        if (depth == 1 and sign == ",") or not depth:
            if name.strip():
                yield name.partition(":")[0].strip()
            name = ""
        else:
            name += sign
        at += 1
