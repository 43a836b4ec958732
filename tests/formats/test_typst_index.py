"""The index of a PDF: entries by letters with their pages, and links that lead there."""

from pathlib import Path

import pikepdf
import pypdfium2
import pytest

from tests.finished import pdf_pages
from tests.formats.conftest import Built
from tests.formats.small_books import built, lost

INDEX = """# Start

```{index} single: migration; labour
```
```{index} pair: treaty; Geneva
```
```{index} see: PICMME; Provisional Committee
```
```{index} seealso: treaty; Geneva
```

A word on {index}`Provisional Committee` and on {index}`zebra`, and on {index}`zebra` once more.

```{index} Élan, 1951, öre
```

More.

```{toctree}
second
genindex
search
```

See {ref}`genindex` and {ref}`search`.
"""
SECOND = """# Second

On {index}`zebra <!zebra>` again, {index}`migration`, and a {term}`term`.

```{glossary}
term
  What it means.
```
"""
ENTRIES = """Index
Symbols
1951, 1
E
Élan, 1
G
Geneva
treaty, 1
M
migration, 2
labour, 1
O
öre, 1
P
PICMME
see Provisional Committee
Provisional Committee, 1
T
term, 2
treaty
Geneva, 1
see also Geneva
Z
zebra, 2, 1"""


def index_lines(book: Built, title: str = "Index") -> list[str]:
    """The lines of the chapter of the index, without the number of the page."""
    pages = pdf_pages(book.pdf)
    start = next(number for number, page in enumerate(pages) if page.startswith(title))
    return "\n".join(pages[start:]).replace("\r", "").splitlines()[:-1]


@pytest.fixture(scope="module")
def indexed(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """A book of two pages with an index."""
    pages = {"index.md": INDEX, "second.md": SECOND}
    return built(tmp_path_factory.mktemp("indexed"), pages)


def test_entries_stand_by_letter_with_their_pages(indexed: Built) -> None:
    assert indexed.warnings == ""
    assert index_lines(indexed) == ENTRIES.splitlines()
    assert lost(indexed) == []


def test_numbers_and_references_are_links(indexed: Built) -> None:
    """Every number leads to its page, ``see`` to another entry, ``genindex`` to the index."""
    texts = [page.get_textpage() for page in pypdfium2.PdfDocument(indexed.pdf)]
    with pikepdf.open(indexed.pdf) as pdf:
        numbers = {page.objgen: number for number, page in enumerate(pdf.pages, 1)}
        links = [
            (number, texts[number - 1].get_text_bounded(*map(float, link.Rect)).strip(), link)
            for number, page in enumerate(pdf.pages, 1)
            for link in page.get("/Annots", [])
            if "/Dest" in link or "/D" in link.A
        ]
        places = [(on, text, numbers[_page_of(pdf, link)]) for on, text, link in links]
    last = len(numbers)
    found = [(text, page) for on, text, page in places if on == last]
    before = last - 3
    assert found[0] == ("1", before + 1)
    assert [text for text, page in found if text.isdigit() and int(text) != page - before] == []
    assert {page for text, page in found if text in {"Geneva", "Provisional Committee"}} == {last}
    assert (before + 1, "Index", last) in places


def _page_of(pdf: pikepdf.Pdf, link: pikepdf.Object) -> tuple[int, int]:
    target = link.Dest if "/Dest" in link else link.A.D
    if not isinstance(target, pikepdf.Array):
        names = list(pdf.Root.Names.Dests.Names)
        target = names[names.index(target) + 1]
    target = target.D if isinstance(target, pikepdf.Dictionary) else target
    return target[0].objgen


def test_main_place_is_bold(indexed: Built) -> None:
    page = list(pypdfium2.PdfDocument(indexed.pdf))[-1].get_textpage()
    start = page.get_text_range().index("zebra, 2, 1")
    main, other = (pypdfium2.raw.FPDFText_GetFontWeight(page, start + at) for at in (7, 10))
    assert main > other


def test_letters_follow_the_language(tmp_path: Path) -> None:
    page = "# Start\n\n```{index} öre, zebra, åtta, ärta, ost, élan\n```\n\nText.\n"
    for language, title, order in (
        ("sv", "Index", "E élan O ost Z zebra Å åtta Ä ärta Ö öre"),
        ("de", "Stichwortverzeichnis", "A ärta åtta E élan O öre ost Z zebra"),
    ):
        made = built(tmp_path / language, {"index.md": page}, language=language)
        words = " ".join(index_lines(made, title)[1:]).replace(", 1", "")
        assert words == order


def test_long_names_of_programs_stay_in_their_column(tmp_path: Path) -> None:
    name = "a_package.with_many.modules_inside.and_one.very_long_name_of_a_function_without_any_end"
    page = f"# Start\n\n```{{py:function}} {name}(x)\nText.\n```\n"
    made = built(tmp_path, {"index.md": page})
    sheet = list(pypdfium2.PdfDocument(made.pdf))[-1]
    text = sheet.get_textpage()
    right = max(text.get_charbox(number)[2] for number in range(text.count_chars()))
    assert right < sheet.get_size()[0] / 2 + 40
    assert lost(made) == []


def test_modules_of_a_book_have_an_index_of_their_own(tmp_path: Path) -> None:
    page = (
        "# Start\n\n```{py:module} town.hall\n:synopsis: Where they meet\n```\n\n{ref}`modindex`\n"
    )
    made = built(tmp_path, {"index.md": page})
    words = " ".join(" ".join(index_lines(made, "Python Module Index")).split())
    assert words.startswith("Python Module Index T town town.hall (Where they meet), 1")
    without = built(tmp_path / "without", {"index.md": page}, typst_domain_indices=False)
    assert "Python Module Index" not in "".join(pdf_pages(without.pdf))


def test_index_is_only_there_where_it_is_wanted(indexed: Built, tmp_path: Path) -> None:
    pages = {"index.md": INDEX, "second.md": SECOND}
    without = built(tmp_path / "without", pages, typst_use_index=False)
    assert without.warnings == ""
    assert without.pages == indexed.pages - 1
    plain = built(tmp_path / "plain", {"index.md": "# Start\n\nText.\n"})
    assert "Index" not in "".join(pdf_pages(plain.pdf))
