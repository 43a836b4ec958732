"""From Typst markup to a PDF: fonts, standards, and errors in terms of the source."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any, cast

import typst

from iomdocs.formats import typefaces
from iomdocs.formats.typst.output import LED_TO, ORIGIN

_HEAD = re.compile(r"(?m)^(error|warning): ")
_PLACE = re.compile(r"┌─ (.+?):(\d+):\d+")
_HINT = re.compile(r"= hint: (.+)")
_STANDARD = re.compile(r"PDF/[AU][^:]* error: ")
_TRIAL = "trial.typ"
_PLACES = (
    f'query(label("{LED_TO}"))'
    """.map(each => each.value).flatten().map(id => {
  query(label(id)).map(found => {
    let spot = found.location()
    let (page, x, y) = spot.position()
    let number = counter(std.page).at(spot).first()
    let pattern = spot.page-numbering()
    let printed = if pattern == none { str(spot.page()) } else { numbering(pattern, number) }
    (id, page, x.pt(), y.pt(), printed)
  })
}).sum(default: ())
"""
)
"""Asks a document that is set; in it, the answer would make Typst lay it out once more."""

NO_DESCRIPTION = "a picture or formula has no description for readers who do not see it"
_IN_OUR_WORDS: Mapping[str, tuple[str, str]] = {
    r"missing alt text": (NO_DESCRIPTION, "say in a few words what it shows"),
    r"skipped from heading level (\d) to (\d)": (
        "a heading of level {1} stands below one of level {0}",
        "use the next level; programs that read aloud count them",
    ),
    r"the first heading must be of level 1": (
        "the first heading of the book is not of level 1",
        "begin with a heading of level 1",
    ),
    r'the text `"(.+)"` could not be displayed with font.*': (
        "'{0}' is in none of the fonts",
        "name a folder with a font that has it in typst_font_paths",
    ),
    r"failed to decode image \((.+)\)": ("the picture cannot be read: {0}", "save it again"),
    r"document exceeds .*": ("the page is too large for a PDF", "use smaller measures"),
}
"""Messages of Typst 0.15, and what an author is told in their place, with a hint."""


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
    """The document cannot be made into a PDF; ``findings`` tell why.

    Attributes:
        lines: the lines of the markup that the findings are about, counted from 1.
    """

    def __init__(self, findings: Sequence[Finding], lines: Sequence[int] = ()) -> None:
        super().__init__("; ".join(finding.message for finding in findings))
        self.findings = findings
        self.lines = lines


def font_folders(more: Sequence[Path]) -> list[Path]:
    """The folder of the package's fonts, and those in ``more`` that are there."""
    return [typefaces.FOLDER, *(folder for folder in more if folder.is_dir())]


def fonts(more: Sequence[Path]) -> typst.Fonts:
    """The fonts of the package, of Typst itself and of the folders in ``more``; none of a system.

    Folders that are not there have none.
    """
    return typst.Fonts(
        include_system_fonts=False,
        include_embedded_fonts=True,
        font_paths=[str(folder) for folder in font_folders(more)],
    )


class Compiler:
    """Typst, with a folder whose files a document may use, and words that it may ask for.

    Only the fonts of the package, of ``font_paths`` and of Typst itself are used, so that the same
    document looks the same everywhere.
    """

    def __init__(
        self, folder: Path, font_paths: Sequence[Path], inputs: Mapping[str, str] | None = None
    ) -> None:
        self.folder = folder
        self._inputs = dict(inputs or {})
        self.font_folders = font_folders(font_paths)
        self._font_paths = font_paths

    @cached_property
    def _fonts(self) -> typst.Fonts:
        return fonts(self._font_paths)

    def compile(
        self, source: Path, standards: Sequence[str], timestamp: int | None
    ) -> tuple[bytes, Sequence[Finding]]:
        """The PDF of a document, and warnings.

        :raises NotPrintable: with every finding at its source line.
        """
        markup = source.read_text("utf-8").split("\n")
        compiler = self._compiler(source)
        try:
            pdf, warnings = compiler.compile_with_warnings(
                format="pdf", pdf_standards=cast("Any", list(standards)), timestamp=timestamp
            )
        except typst.TypstError as error:
            found = findings_of(error.diagnostic, source.name, markup)
            lines = [int(place[2]) for place in _PLACE.finditer(error.diagnostic)]
            raise NotPrintable(found, lines) from None
        except ValueError as error:  # a standard that Typst does not know
            raise NotPrintable([Finding(str(error))]) from None
        except BaseException as error:
            if type(error).__name__ != "PanicException":
                raise
            raise NotPrintable([_fault_of_typst(error)]) from None
        assert isinstance(pdf, bytes)
        said = [each for w in warnings for each in findings_of(w.diagnostic, source.name, markup)]
        return pdf, said

    def places(self, source: Path) -> Sequence[Sequence[Any]]:
        """Where the labels are that links of a document lead to; it was compiled before.

        Each is a label, its sheet, counted from 1, points from the left and the top of the sheet,
        and the number that stands on the page.
        """
        return cast("Sequence[Sequence[Any]]", self.ask(source, _PLACES))

    def _compiler(self, source: Path) -> typst.Compiler:
        return typst.Compiler(
            str(source), root=str(self.folder), font_paths=self._fonts, sys_inputs=self._inputs
        )

    def ask(self, source: Path, question: str) -> Any:
        """The answer to an expression of Typst about a document that can be printed."""
        return json.loads(self._compiler(source).eval(question))

    def try_out(self, markup: str, *standards: str) -> None:
        """Make a PDF of a piece of markup only to see whether Typst can.

        :raises NotPrintable: it cannot.
        """
        trial = self.folder / _TRIAL
        trial.write_text(markup, "utf-8", newline="\n")
        try:
            self.compile(trial, standards, 0)
        finally:
            trial.unlink()


def _fault_of_typst(error: BaseException) -> Finding:
    """A panic of Typst: it says nothing of the source."""
    words = " ".join(str(error).split())
    hint = "leave out what was changed last; this is a fault of Typst, which is worth a report"
    return Finding(f"Typst gave up: {words}", hint=hint)


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
    words, advice = _in_our_words(_STANDARD.sub("", message), hint[1] if hint else "")
    return Finding(
        message=words,
        place=_origin(chunk, name, markup),
        hint=advice,
        breaks_standard=bool(_STANDARD.match(message)),
    )


def _in_our_words(message: str, hint: str) -> tuple[str, str]:
    for pattern, (words, advice) in _IN_OUR_WORDS.items():
        if match := re.fullmatch(pattern, message):
            return words.format(*match.groups()), advice
    return message, hint


def _origin(chunk: str, name: str, markup: Sequence[str]) -> str:
    """The source line that a finding is about: what the last comment before the markup says.

    What happens inside a function of the template belongs to the line that calls it.
    """
    places = [place for place in _PLACE.finditer(chunk) if Path(place[1]).name == name]
    lines = markup[: int(places[0][2])] if places else []
    comments = (line for line in reversed(lines) if line.startswith(ORIGIN))
    return next(comments, "").removeprefix(ORIGIN)
