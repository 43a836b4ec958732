"""From Typst markup to a PDF: fonts, standards, and errors in terms of the source."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, cast

import typst

from iomdocs.formats.typst.output import ORIGIN

FONTS = Path(__file__).parent / "fonts"

_HEAD = re.compile(r"(?m)^(error|warning): ")
_PLACE = re.compile(r"┌─ (.+?):(\d+):\d+")
_HINT = re.compile(r"= hint: (.+)")
_STANDARD = re.compile(r"PDF/[AU][^:]* error: ")


@dataclass(frozen=True, slots=True)
class Finding:
    """Something that Typst says of a document.

    Attributes:
        place: ``page.md:12``, or empty where it belongs to no source line.
        breaks_standard: whether the document can be printed, but not to the standard asked for.
    """

    message: str
    place: str = ""
    hint: str = ""
    breaks_standard: bool = False


class NotPrintable(Exception):
    """The document cannot be made into a PDF; ``findings`` tell why."""

    def __init__(self, findings: Sequence[Finding]) -> None:
        super().__init__("; ".join(finding.message for finding in findings))
        self.findings = findings


def compile_pdf(
    source: Path, standards: Sequence[str], timestamp: int | None, font_paths: Sequence[Path]
) -> tuple[bytes, Sequence[Finding]]:
    """The PDF of a document, and warnings.

    Only the fonts of the package, of ``font_paths`` and of Typst itself are used, so that the same
    document looks the same everywhere.

    :raises NotPrintable: with every finding at its source line.
    """
    fonts = typst.Fonts(
        include_system_fonts=False,
        include_embedded_fonts=True,
        font_paths=[str(path) for path in (FONTS, *font_paths)],
    )
    markup = source.read_text("utf-8").split("\n")
    compiler = typst.Compiler(str(source), root=str(source.parent), font_paths=fonts)
    try:
        pdf, warnings = compiler.compile_with_warnings(
            format="pdf",
            pdf_standards=cast("Any", list(standards)),
            timestamp=timestamp,
        )
    except typst.TypstError as error:
        raise NotPrintable(findings_of(error.diagnostic, source.name, markup)) from None
    found = [
        finding
        for warning in warnings
        for finding in findings_of(warning.diagnostic, source.name, markup)
    ]
    assert isinstance(pdf, bytes)
    return pdf, found


def findings_of(diagnostic: str, name: str, markup: Sequence[str]) -> list[Finding]:
    """What a diagnostic of Typst says, each thing once, at the source line it is about."""
    starts = [match.start() for match in _HEAD.finditer(diagnostic)]
    chunks = [diagnostic[start:end] for start, end in zip(starts, [*starts[1:], None], strict=True)]
    findings = [_finding(chunk, name, markup) for chunk in chunks]
    if not findings:
        findings.append(Finding(diagnostic.strip() or "the document cannot be printed"))
    return list(dict.fromkeys(findings))


def _finding(chunk: str, name: str, markup: Sequence[str]) -> Finding:
    message = chunk.split("\n", 1)[0].split(": ", 1)[1]
    hint = _HINT.search(chunk)
    return Finding(
        message=_STANDARD.sub("", message),
        place=_origin(chunk, name, markup),
        hint=hint[1] if hint else "",
        breaks_standard=bool(_STANDARD.match(message)),
    )


def _origin(chunk: str, name: str, markup: Sequence[str]) -> str:
    """The source line that a finding is about: what the last comment before the markup says.

    What happens inside a function of the template belongs to the line that calls it.
    """
    places = [place for place in _PLACE.finditer(chunk) if Path(place[1]).name == name]
    lines = markup[: int(places[0][2])] if places else []
    comments = (line for line in reversed(lines) if line.startswith(ORIGIN))
    return next(comments, "").removeprefix(ORIGIN)
