"""The look of the PDF: what opens a book, its settings, links in print, and both directions."""

import hashlib
import os
import re
import subprocess
import zlib
from pathlib import Path

import pikepdf
import pypdfium2
import pytest

from iomdocs.formats.typst import OPTIONS
from tests.conftest import Book
from tests.findings import findings, line_in
from tests.finished import pdf_pages, squeezed
from tests.formats.conftest import ROOTS, make

SPECIMEN = ROOTS / "specimen"
MILLIMETRE = 72 / 25.4
TEXT = pypdfium2.raw.FPDF_PAGEOBJ_TEXT
LIGHT, WATCH = 5, 7
"""The pages, counted from 0, on which the two chapters of the first part begin."""


def specimen(folder: Path, **settings: object) -> Path:
    built = make("typstpdf", SPECIMEN, folder, **settings)
    assert built.warnings == ""
    return built.pdf


@pytest.fixture(scope="module")
def plain(tmp_path_factory):
    return specimen(tmp_path_factory.mktemp("plain"))


@pytest.fixture(scope="module")
def pages(plain):
    return pdf_pages(plain)


def one_page(folder: Path, text: str, language: str = "en", more: str = "") -> Path:
    """The PDF of a book of one page, which opens on the fourth sheet."""
    source = folder / "source"
    source.mkdir()
    (source / "conf.py").write_text(
        f'project = "Book"\nlanguage = "{language}"\nextensions = ["myst_parser", "iomdocs"]\n'
        f'myst_enable_extensions = ["colon_fence", "attrs_inline"]\n{more}',
        "utf-8",
    )
    (source / "index.md").write_text(text, "utf-8")
    built = make("typstpdf", source, folder / "build")
    assert built.warnings == ""
    return built.pdf


def lines(page: str) -> list[str]:
    return page.replace("\r", "").strip().split("\n")


def test_cover_and_imprint_say_what_the_book_is(pages):
    words = " ".join(lines(pages[0]))
    for part in ("The keeper’s", "Edition of 20 March 2026", "version 2.1", "Guild"):
        assert part in words
    imprint = " ".join(lines(pages[1]))
    for part in (
        "Edition of 20 March 2026, version 2.1.",
        "Cite as: Guild of Keepers, The keeper’s handbook, edition of 20 March 2026.",
        "© 2026, Guild of Keepers",
        "CC BY 4.0, https://creativecommons.org/licenses/by/4.0/.",
        "Set in Handbook Serif and Source Sans 3 with Typst",
    ):
        assert part in imprint
    assert "revision" not in imprint
    assert "SHA-256" not in imprint


def test_imprint_names_revision_and_digest(tmp_path):
    town = Book("town", tmp_path)
    assert town.build("pdf") == 0
    imprint = squeezed(pdf_pages(town.out / "town-book.pdf")[1])
    assert hashlib.sha256((town.out / "facts.json").read_bytes()).hexdigest() in imprint
    assert "revision" not in imprint  # the book stands in no repository
    for given, told in (
        ("0123456789ab", "revision 0123456789ab."),
        ("0123456789ab+", "revision 0123456789ab, with changes that are in no revision."),
    ):
        pdf = specimen(tmp_path / given, iomdocs_revision=given)
        assert told in " ".join(lines(pdf_pages(pdf)[1]))


def test_the_command_takes_the_revision_from_git(tmp_path):
    book = Book("plain", tmp_path)
    commit = ["-c", "user.name=A", "-c", "user.email=a@example.org", "commit", "-qm", "Begin"]
    on_time = {**os.environ, "GIT_COMMITTER_DATE": "2020-02-29T11:22:33Z"}
    for words in (["init", "-q"], ["add", "."], commit):
        subprocess.run(["git", "-C", str(book.source), *words], check=True, env=on_time)
    head = ["git", "-C", str(book.source), "rev-parse", "--short=12", "HEAD"]
    revision = subprocess.run(head, check=True, capture_output=True, text=True).stdout.strip()
    pdf = book.out / "plain-book.pdf"
    assert book.build("pdf") == 0
    assert f"revision {revision}." in " ".join(lines(pdf_pages(pdf)[1]))
    made = pypdfium2.PdfDocument(pdf).get_metadata_value("CreationDate")
    assert made.startswith("D:20200229112233"), "a book without edition is of its commit's time"
    book.write("index.md", (book.source / "index.md").read_text("utf-8") + "\nMore.\n")
    assert book.build("pdf") == 0
    changed = f"revision {revision}, with changes that are in no revision."
    assert changed in " ".join(lines(pdf_pages(pdf)[1]))


def test_front_matter_has_page_labels_of_its_own(plain):
    document = pypdfium2.PdfDocument(plain)
    labels = [document.get_page_label(number) for number in range(len(document))]
    assert labels[1:] == ["ii", "iii", *map(str, range(1, len(labels) - 2))]


def test_contents_and_feet_give_the_labels(plain, pages):
    found = (re.fullmatch(r"(.+?) [. ]+(\d+)", line) for line in lines(pages[2]))
    entries = {match[1]: match[2] for match in found if match}
    assert entries["The light"] == str(LIGHT - 2)
    assert lines(pages[LIGHT])[-1].startswith(entries["The light"])
    assert lines(pages[2])[-1].startswith("iii")


def marked(page: pikepdf.Page) -> list[str]:
    """What a page paints as an artifact, as the operators of its text."""
    inside, found = [], []
    for operands, operator in pikepdf.parse_content_stream(page):
        name = str(operator)
        if name in {"BDC", "BMC"}:
            inside.append(str(operands[0]) == "/Artifact")
        elif name == "EMC":
            inside.pop()
        elif any(inside) and name in {"Tj", "TJ"}:
            found.append(name)
    return found


FULL = "Words that fill a page. " * 900


def test_heads_and_feet_are_artifacts(tmp_path):
    pdf = one_page(tmp_path, f"# A chapter\n\n## Its section\n\n{FULL}\n")
    head, *_, foot = lines(pdf_pages(pdf)[4])
    assert (head, foot) == ("A chapter Its section", "2 Book")
    with pikepdf.open(pdf) as document:
        assert len(marked(document.pages[4])) >= 4


def test_a_long_title_is_shortened_in_heads(tmp_path):
    title = "What is told *in* a title of very many words"
    pdf = one_page(tmp_path, f"# {title}\n\n## Its section\n\n{FULL}\n")
    assert lines(pdf_pages(pdf)[4])[0] == "What is told in a title …"


# ------------------------------------------------------------------------------- links in print


def test_a_link_tells_its_address_in_a_note(pages):
    printed = lines(pages[LIGHT])
    assert "aiho.int" in printed
    assert "biho.int/en/standardsandspecifications" in [squeezed(line) for line in printed]
    assert "https://" not in pages[LIGHT]
    assert squeezed("The International Hydrographic Organizationa keeps") in squeezed(pages[LIGHT])
    # each chapter begins again
    assert "aexample.org/guild/logformat" in squeezed(pages[WATCH])


def test_addresses_in_the_text_or_not_at_all(tmp_path):
    inline = squeezed(pdf_pages(specimen(tmp_path / "inline", typst_show_urls="inline"))[LIGHT])
    assert squeezed("Organization (iho.int) keeps the words") in inline
    silent = pdf_pages(specimen(tmp_path / "no", typst_show_urls="no"))[LIGHT]
    assert "iho.int" not in silent


INVENTORY = (
    b"# Sphinx inventory version 2\n# Project: Python\n# Version: 3\n"
    b"# The remainder of this file is compressed using zlib.\n"
)

LINKS = """# Links

[One](https://example.org/one) and [once more](https://example.org/one).
<https://example.org/two>, [example.org/three](https://example.org/three/) and
[10.1000/182](https://doi.org/10.1000/182) tell it themselves; {py:func}`json.loads` is elsewhere.
A note.[^note]

| [Head](https://example.org/head) | Other |
|------|-------|
| [Cell](https://example.org/cell) | x |

## A [heading](https://example.org/heading)

[^note]: See [four](https://example.org/four).
"""


def test_each_address_is_told_once_and_none_twice(tmp_path):
    objects = tmp_path / "objects.txt"
    objects.write_bytes(INVENTORY + zlib.compress(b"json.loads py:function 1 library.html#$ -\n"))
    more = (
        "extensions.append('sphinx.ext.intersphinx')\n"
        f"intersphinx_mapping = {{'python': ('https://docs.example.org/', {str(objects)!r})}}\n"
    )
    text = squeezed(pdf_pages(one_page(tmp_path, LINKS, more=more))[3])
    assert squeezed("Onea and once morea.") in text
    for address, times in (("one", 1), ("two", 1), ("three", 1), ("cell", 1), ("four", 1)):
        assert text.count(f"example.org/{address}") == times, address
    for address in ("heading", "head", "docs.", "doi.org"):
        assert f"example.org/{address}" not in text
        assert f"{address}example.org" not in text
    assert squeezed("See four (example.org/four)") in text


# ------------------------------------------------------------------------------------- settings


def size_of(pdf: Path) -> list[int]:
    with pikepdf.open(pdf) as document:
        return [round(float(points) / MILLIMETRE) for points in document.pages[0].MediaBox[2:]]


@pytest.mark.parametrize(
    ("paper", "size"), [("a5", [148, 210]), ("iso-b5", [176, 250]), ("us-letter", [216, 279])]
)
def test_text_keeps_within_the_margins_of_every_paper(tmp_path, paper, size):
    pdf = specimen(tmp_path, typst_paper=paper)
    assert size_of(pdf) == size
    for page in pypdfium2.PdfDocument(pdf):
        width, height = page.get_size()
        for thing in page.get_objects(filter=[TEXT]):
            left, bottom, right, top = thing.get_bounds()
            assert left >= 8 * MILLIMETRE
            assert right <= width - 8 * MILLIMETRE
            assert bottom >= 5 * MILLIMETRE
            assert top <= height - 5 * MILLIMETRE


def test_two_sided_parts_begin_on_the_right(tmp_path):
    pdf = specimen(tmp_path, typst_two_sided=True)
    printed = pdf_pages(pdf)
    begins = [
        number
        for number, page in enumerate(printed, 1)
        if lines(page)[0].startswith("Keeping a light")
    ]
    assert begins[0] % 2 == 1
    assert [number for number, page in enumerate(printed, 1) if not page.strip()] == [2, 6, 8]
    left = [heading_left(pdf, number) for number in (9, 10)]
    assert left[0] > left[1] + 5  # the side of the binding has the wider margin


def heading_left(pdf: Path, number: int) -> float:
    page = pypdfium2.PdfDocument(pdf)[number - 1]
    return min(thing.get_bounds()[0] for thing in page.get_objects(filter=[TEXT]))


def fonts_of(pdf: Path) -> set[str]:
    with pikepdf.open(pdf) as document:
        return {
            str(font.BaseFont).partition("+")[2]
            for page in document.pages
            for font in page.get("/Resources", {}).get("/Font", {}).values()
        }


def test_fonts_and_their_size(plain, tmp_path):
    pdf = specimen(tmp_path / "fonts", typst_fonts={"serif": "Libertinus Serif"})
    assert any(name.startswith("LibertinusSerif") for name in fonts_of(pdf))
    assert not any(name.startswith("HandbookSerif") for name in fonts_of(pdf))
    larger = specimen(tmp_path / "size", typst_font_size=14)
    assert len(pdf_pages(larger)[LIGHT]) < 0.8 * len(pdf_pages(plain)[LIGHT])


def test_cover_has_the_pictures_of_the_book(plain, tmp_path):
    pdf = specimen(
        tmp_path, typst_cover="horizon.svg", typst_logo="mark.svg", typst_accent="#7a3b12"
    )
    before, after = (colours_of(each) for each in (plain, pdf))
    assert colour("#a8402c") in after - before  # of the picture
    assert colour("#d9a441") in after - before  # of the mark
    assert colour("#7a3b12") in after - before


def colour(written: str) -> tuple[float, ...]:
    return tuple(round(int(written[at : at + 2], 16) / 255, 2) for at in (1, 3, 5))


def colours_of(pdf: Path) -> set[tuple[float, ...]]:
    """All colours that are filled in, also inside pictures."""
    found = set()
    with pikepdf.open(pdf) as document:
        streams = [page.obj for page in document.pages]
        streams += [
            each
            for each in document.objects
            if isinstance(each, pikepdf.Stream) and each.get("/Subtype") == "/Form"
        ]
        for stream in streams:
            for operands, operator in pikepdf.parse_content_stream(stream):
                if str(operator) in {"rg", "scn", "sc"} and len(operands) == 3:
                    found.add(tuple(round(float(value), 2) for value in operands))
    return found


@pytest.mark.parametrize(("depth", "has_sections"), [(1, False), (2, True)])
def test_contents_go_as_deep_as_is_set(tmp_path, depth, has_sections):
    contents = pdf_pages(specimen(tmp_path, typst_contents_depth=depth))[2]
    assert "The light" in contents
    assert ("Fog" in contents) == has_sections


WRONG = {
    "typst_template": ('"none.typ"', "there is no file 'none.typ'", "name a file"),
    "typst_paper": ('"a44"', "there is no paper 'a44'", "did you mean a4"),
    "typst_two_sided": ('"yes"', "cannot be 'yes'", "True or False"),
    "typst_fonts": (
        '{"serif": "Handbok Serif"}',
        "there is no font 'Handbok Serif'",
        "did you mean Handbook Serif",
    ),
    "typst_font_paths": ('["nowhere"]', "there is no folder 'nowhere'", "name a folder"),
    "typst_font_size": ("40", "40 is no size for text", "from 6 to 20"),
    "typst_accent": (
        '"#ffcc00"',
        "too light for words on white paper (contrast 1.5)",
        "at least 4.5",
    ),
    "typst_cover": ('"cover.tif"', "is no picture that a PDF can hold", ".svg, .pdf, .png"),
    "typst_logo": ('"none.png"', "there is no file 'none.png'", "name a file"),
    "typst_contents_depth": ("True", "cannot be True", "a number"),
    "typst_show_urls": ('"notes"', "no way 'notes' to show addresses", "footnote, inline, no"),
    "typst_use_index": ('"no"', "cannot be 'no'", "True or False"),
    "typst_domain_indices": ('"no"', "cannot be 'no'", "True or False"),
    "typst_gathering_size": ("-1", "-1 is no size", "0 sets the book as a whole"),
    "typst_pdf_standards": ('["ua-2"]', "there is no standard 'ua-2'", "ua-1"),
}


def test_wrong_settings_are_named_in_their_lines(tmp_path, capfd):
    book = Book("specimen", tmp_path)
    text = "".join(f"{name} = {written}\n" for name, (written, *_) in WRONG.items())
    with (book.source / "conf.py").open("a", encoding="utf-8") as conf:
        conf.write(text)
    assert book.build("pdf") == 1
    found = findings(capfd)
    assert [each[1] for each in found] == [line_in(book, "conf.py", f"{name} =") for name in WRONG]
    for (place, _, code, message, hint), (name, (_, told, help_)) in zip(
        found, WRONG.items(), strict=True
    ):
        assert (place, code) == ("conf.py", "B002")
        assert message.startswith(name)
        assert told in message
        assert help_ in hint


def test_every_setting_can_be_wrong():
    assert list(WRONG) == [name for name, *_ in OPTIONS]


@pytest.mark.parametrize(
    ("written", "told"),
    [
        ('{"script": "x"}', "'script' is no kind of font"),
        ('{"serif": 3}', "the serif font cannot be 3"),
        ('"Amiri"', "cannot be 'Amiri'"),
    ],
)
def test_fonts_of_a_wrong_form_are_named(tmp_path, capfd, written, told):
    book = Book("specimen", tmp_path)
    with (book.source / "conf.py").open("a", encoding="utf-8") as conf:
        conf.write(f"typst_fonts = {written}\n")
    assert book.build("pdf") == 1
    ((*_, code, message, _hint),) = findings(capfd)
    assert (code, told in message) == ("B002", True)


# ------------------------------------------------------------------------------- right to left

BOOKS = {
    "he": """# המגדלור

מילים בעברית עם [מילים באנגלית]{.language-en-gb} בשורה.

```python
print("code")
```
""",
    "ar": """# المنارة

كلمات بالعربية مع [English words]{.language-en} في السطر.

```python
print("code")
```
""",
}


@pytest.mark.parametrize("language", BOOKS)
def test_a_book_from_right_to_left_begins_at_the_right(tmp_path, language):
    page = pypdfium2.PdfDocument(one_page(tmp_path, BOOKS[language], language))[3]
    width, words = page.get_size()[0], page.get_textpage()
    things = list(page.get_objects(filter=[TEXT], textpage=words))
    heading = max(things, key=lambda thing: thing.get_bounds()[3])
    assert heading.get_bounds()[2] > width - 32 * MILLIMETRE
    code = next(thing for thing in things if "print" in thing.extract())
    assert code.get_bounds()[0] < width / 3


def test_words_of_another_direction_keep_their_order(tmp_path):
    pdf = one_page(tmp_path, "# Names\n\nBefore [שלום, עולם!]{.language-he} after.\n")
    page = pypdfium2.PdfDocument(pdf)[3]
    words = page.get_textpage()
    at = {mark: words.search(mark).get_next()[0] for mark in ("Before", "after", "!", "ש")}
    left = {mark: words.get_charbox(index)[0] for mark, index in at.items()}
    assert left["Before"] < left["!"] < left["ש"] < left["after"]


# ------------------------------------------------------------------------ a template of one's own


def test_a_template_may_begin_with_the_built_in_one(tmp_path):
    pdf = specimen(tmp_path, typst_template="plain.typ")
    first, second, *_ = pdf_pages(pdf)
    assert lines(first)[0] == "The keeper’s handbook"
    assert lines(second)[0] == "KEEPING A LIGHT"
    assert "Never leave the curtains open" in " ".join(lines(second))  # a box of the built-in one


def test_a_card_tells_its_address_once(printed):
    card = ":::{card} A card\n:link: https://example.org/one\n\nText.\n:::\n"
    built = printed(
        {"index.md": f"# Cards\n\n{card}"},
        extensions=["myst_parser", "sphinx_design", "iomdocs"],
        typst_show_urls="footnote",
    )
    assert squeezed("".join(pdf_pages(built.pdf))).count("example.org/one") == 1


def places_of(pdf: Path, pattern: str) -> list[tuple[int, float, float]]:
    """Sheet, left and bottom of the first piece of text with each match."""
    found: dict[str, tuple[int, float, float]] = {}
    for sheet, page in enumerate(pypdfium2.PdfDocument(pdf.read_bytes())):
        text = page.get_textpage()
        for piece in page.get_objects(filter=[TEXT]):
            left, bottom, right, top = piece.get_bounds()
            match = re.search(pattern, text.get_text_bounded(left, bottom, right, top))
            if match is not None:
                found.setdefault(match[0], (sheet, left, bottom))
    return list(found.values())


@pytest.mark.parametrize("count", [4, 7, 30, 120])
def test_notes_stand_in_two_columns_of_one_height(tmp_path, count):
    marks = "".join(f"Word.[^n{n}] " for n in range(count))
    notes = "\n".join(f"[^n{n}]: Source{n}end, {'a long tale ' * 9}." for n in range(count))
    more = "myst_footnote_transition = False\nmyst_footnote_sort = False\n"
    pdf = one_page(tmp_path, f"# Book\n\n{marks}\n\n## Notes\n\n{notes}\n", more=more)
    found = places_of(pdf, r"Source\d+end")
    assert len(found) == count
    assert len({round(left) for _, left, _ in found}) == 2
    assert all(bottom > 25 * MILLIMETRE for *_, bottom in found)
    last = pypdfium2.PdfDocument(pdf.read_bytes())[max(sheet for sheet, *_ in found)]
    pieces = [piece.get_bounds() for piece in last.get_objects(filter=[TEXT])]
    columns = [
        min(bottom for left, bottom, *_ in pieces if bottom > 25 * MILLIMETRE and at <= left < end)
        for at, end in ((0, 310), (310, 600))
    ]
    assert abs(columns[0] - columns[1]) < 60
    for page in pdf_pages(pdf)[3:]:
        assert len(lines(page)) > 3, "a page with nothing on it"


def test_figures_and_dates_in_a_table_are_not_hyphenated(tmp_path):
    text = (
        "# Book\n\n| Value | Time | Said by | Standing | Confidence | Note |\n"
        "|---|---|---|---|---|---|\n"
        "| about 2 billion US dollars | as of 2020 "
        "| isauravmanitripathi/One-Time-Use-Files (GitHub), 2025 | shown here "
        "| confirmed by a source "
        "| A German almanac; the programme budget as first adopted, before the revisions. |\n"
        "| 910 million US dollars | as of 2020 | bpb / Franckh-Kosmos, 2023 | also stated "
        "| confirmed by a source | After revisions. |\n"
    )
    words = pdf_pages(one_page(tmp_path, text))[3]
    assert words.count("dollars") == words.count("as of 2020") == 2
    assert words.count("billion") == words.count("million") == 1
