"""Build a book of cases, and tell which case is not read as it was written."""

import io
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass, fields, replace
from math import lcm
from pathlib import Path
from tempfile import TemporaryDirectory

from iomdocs.cli import main
from iomdocs.facts import Items, Number, Person, Place, text
from iomdocs.languages import locale_of
from tests.properties import books, reading, same
from tests.properties.cases import PLAIN, Case
from tests.properties.reading import Reading

ENGLISH = locale_of("en")


@dataclass(frozen=True)
class Fault:
    """A text that is read otherwise than it was written, or a book that is not made at all."""

    number: int
    format: str
    place: str
    written: str
    read: str

    def __str__(self) -> str:
        return (
            f"{self.format}, {self.place} of case {self.number}:\n"
            f"    written {self.written!r}\n    read    {self.read!r}"
        )


PADDING = (PLAIN,) * (books.PER_ROW + 1)
"""What stands behind the cases: so each table has several rows, and claims that differ."""


class NotMade(Exception):
    """A book that is not made; says what the program said."""


def written(cases: Sequence[Case]) -> Reading:
    """What is to be read of each case."""
    texts: Reading = {}
    for number, case in enumerate(cases):
        value = _words(case)
        unit = f" {case.unit}" if isinstance(case.value, Number) else ""
        title = books.titled(case.title)
        of_case = {
            "text": books.line(case.text),
            "label": case.label,
            "label in the register": case.label,
            "label for machines": case.label,
            "value": value,
            "value in the register": f"{value}{unit} as of 3500",
            "unit": case.unit if unit else "",
            "note": case.note,
            "code": books.line(case.code),
            "title for machines": title,
            "source": f"{title}{'' if title[-1] in '.?!' else '.'} 2001.",
        }
        if number % books.PER_ROW == 0:
            of_case |= {
                "cell": books.in_table(case.cell),
                "key": books.line(case.key),
                "value among claims": case.cell,
                "remark": case.remark,
            }
        texts |= {(place, number): words for place, words in of_case.items()}
        is_title, is_heading = number % books.PER_PAGE == 0, number % books.PER_HEADING == 5
        for place, is_there in (("title of a page", is_title), ("heading", is_heading)):
            if is_there:
                texts[place, number] = books.line(case.heading)
    return texts


def _words(case: Case) -> str:
    match case.value:
        case str(words) | Person(name=words) | Place(name=words):
            return words
        case Items(items=items) if any("," in item for item in items):
            return "; ".join(items)
    return text.value_text(case.value, ENGLISH)


PAGES = ("text", "label", "label in the register", "value", "value in the register", "code")
TABLES = ("cell", "key", "value among claims", "remark", "source")
TITLES = ("title of a page", "heading")
PLACES = {
    "HTML": (*PAGES, *TABLES, *TITLES, "note", "label for machines"),
    "ePub": (*PAGES, *TABLES, *TITLES),
    "PDF": (*PAGES, *TABLES, *TITLES),
    "JSON": ("label", "value", "unit", "note", "remark", "cell", "key", "title for machines"),
    "CSV": ("label", "value", "remark", "cell", "key"),
}
"""Where each format must have the texts; it may have them elsewhere, too."""


def faults(cases: Sequence[Case]) -> list[Fault]:
    """Everything that is not read as it was written."""
    with TemporaryDirectory() as folder:
        try:
            readings = build(Path(folder), cases)
        except NotMade as error:
            return [Fault(-1, "no book", "build", "", str(error))]
    return list(differences(written([*cases, *PADDING]), readings))


def build(folder: Path, cases: Sequence[Case]) -> Mapping[str, Reading]:
    """What is read in each format of the book of these cases.

    :raises NotMade: there is no such book, or there is a file that cannot be read.
    """
    source = books.write(folder / "docs", [*cases, *PADDING])
    out = folder / "build"
    said = io.StringIO()
    with redirect_stderr(said), redirect_stdout(io.StringIO()):
        code = main(["build", "--source", str(source), "--out", str(out)])
    if code:
        raise NotMade(said.getvalue())
    facts = out / "facts.json"
    try:
        document = out / "cases.pdf"
        if reading.attached(document) != facts.read_bytes():
            raise NotMade("the facts in the PDF are others")
        return {
            "HTML": reading.html(out / "html"),
            "ePub": reading.epub(out / "cases.epub"),
            "PDF": reading.pdf(document),
            "JSON": reading.data(facts),
            "CSV": reading.spreadsheet(out / "html" / "_data" / "facts.csv"),
        }
    except (ValueError, LookupError, SyntaxError) as error:  # lxml and json raise these
        raise NotMade(f"{type(error).__name__}: {error}") from error


SAME: Mapping[str, Callable[[str], str]] = {
    "HTML": same.on_a_page,
    "ePub": same.on_a_page,
    "PDF": same.in_print,
    "JSON": same.exactly,
    "CSV": same.in_a_spreadsheet,
}


def differences(texts: Reading, readings: Mapping[str, Reading]) -> Iterator[Fault]:
    for name, found in readings.items():
        wanted = {key: words for key, words in texts.items() if key[0] in PLACES[name]}
        further = {
            key: texts.get((key[0].partition(": ")[2] or key[0], key[1]), "[nothing]")
            for key in found
        }
        for key, words in (further | wanted).items():
            place, number = key
            got = found.get(key, "[nothing]")
            if not _is_same(name, place, words, got):
                yield Fault(number, name, place, words, got)


def _is_same(name: str, place: str, words: str, got: str) -> bool:
    if name == "PDF":
        words, got = map(same.with_stacked_marks_once, (words, got))
        if same.has_two_directions(words):
            return same.without_order(words) == same.without_order(got)
    alike = {
        ("JSON", "value"): same.as_words,
        ("JSON", "cell"): same.in_a_table,
        ("JSON", "title for machines"): same.on_a_page,
    }.get((name, place), SAME[name])
    return alike(words) == alike(got)


def smallest(
    cases: Sequence[Case], fails: Callable[[Sequence[Case]], bool], suspects: Sequence[int]
) -> Case | None:
    """The case that makes a book fail, found by halves and cut down to what is needed for it.

    The others become plain ones, so that each case stays where it stands in the book.

    :param suspects: the numbers of the cases among which it is.
    :returns: ``None`` if no case alone does it.
    """
    left = list(suspects)
    while len(left) > 1:
        half = len(left) // 2
        parts = (left[:half], left[half:])
        left = next((part for part in parts if fails(_only(cases, part))), [])
    if not left:
        return None
    case, before = cases[left[0]], [PLAIN] * (left[0] % _REPEATS)
    for each in fields(Case):
        plainer = replace(case, **{each.name: getattr(PLAIN, each.name)})
        if plainer != case and fails([*before, plainer]):
            case = plainer
    return case


_REPEATS = lcm(books.PER_PAGE, books.PER_HEADING, books.PER_ROW)
"""Cases after which one stands in the book as the first of them does."""


def _only(cases: Sequence[Case], numbers: Sequence[int]) -> list[Case]:
    return [case if number in numbers else PLAIN for number, case in enumerate(cases)]
