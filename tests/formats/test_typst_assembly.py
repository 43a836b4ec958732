"""How the pages of a book become one document, whatever their toctrees are like."""

from collections.abc import Callable
from pathlib import Path

import pikepdf
import pypdfium2

from tests.formats.conftest import Built
from tests.formats.small_books import built, lost
from tests.formats.words import printed as words_of

Print = Callable[..., Built]


def outline(path: Path) -> list[tuple[int, str]]:
    """The bookmarks of a PDF behind its contents, with their depth."""
    items = list(pypdfium2.PdfDocument(path).get_toc())
    return [(item.level, item.get_title()) for item in items if item.get_title() != "Contents"]


def toctree(*pages: str, options: str = "") -> str:
    return "```{toctree}\n" + options + "\n".join(pages) + "\n```\n"


def test_a_page_in_two_toctrees_is_printed_once(tmp_path: Path) -> None:
    book = built(
        tmp_path,
        {
            "index.md": "# Book\n\n" + toctree("one", "two"),
            "one.md": "# One\n\nUnrepeatable.\n\n" + toctree("two"),
            "two.md": "# Two\n\nSecondly.\n",
        },
    )
    assert lost(book) == []
    assert words_of(book.pdf).count("Secondly") == 1
    assert outline(book.pdf) == [(0, "Book"), (0, "One"), (1, "Two")]


def test_toctrees_in_a_circle_end(tmp_path: Path) -> None:
    book = built(
        tmp_path,
        {
            "index.md": "# Book\n\n" + toctree("one"),
            "one.md": "# One\n\n" + toctree("two"),
            "two.md": "# Two\n\nTurning point.\n\n" + toctree("one"),
        },
    )
    assert words_of(book.pdf).count("Turningpoint") == 1


def test_a_page_in_no_toctree_stays_out_and_references_to_it_are_words(tmp_path: Path) -> None:
    book = built(
        tmp_path,
        {
            "index.md": "# Book\n\nSee [the orphan](orphan.md) and [its part](orphan.md#part).\n",
            "orphan.md": "---\norphan: true\n---\n# Orphan\n\n(part)=\n## Part\n\nUnprinted.\n",
        },
        "myst_heading_anchors = 3\n",
    )
    assert "Seetheorphananditspart." in words_of(book.pdf)
    assert "Unprinted" not in words_of(book.pdf)


def test_toctrees_may_hold_anything(tmp_path: Path) -> None:
    entries = ["self", "parts/*", "Elsewhere <https://example.org/x>", "genindex", "search"]
    book = built(
        tmp_path,
        {
            "index.md": "# Book\n\n" + toctree(*entries, options=":glob:\n:numbered:\n"),
            "parts/b.md": "# Beta\n\nSecond.\n",
            "parts/a.md": "# Alpha\n\nFirst.\n\n## Below\n\nDeeper.\n",
        },
    )
    assert lost(book) == []
    text = words_of(book.pdf)
    assert text.index("First.") < text.index("Deeper.") < text.index("Second.")
    assert outline(book.pdf) == [
        (0, "Book"), (0, "1 Alpha"), (1, "1.1 Below"), (0, "2 Beta"),
    ]  # fmt: skip


def test_headings_go_deeper_than_six_levels(tmp_path: Path) -> None:
    pages = {"index.md": "# Book\n\n" + toctree("level1")}
    for level in range(1, 6):
        below = toctree(f"level{level + 1}") if level < 5 else ""
        pages[f"level{level}.md"] = (
            f"# Level {level}\n\n## Inner {level}\n\nText {level}.\n\n{below}"
        )
    book = built(tmp_path, pages)
    assert book.warnings == ""
    assert lost(book) == []
    with pikepdf.open(book.pdf) as pdf, pdf.open_metadata() as data:
        assert data["pdfuaid:part"] == "1"


def test_the_same_name_on_two_pages_leads_to_its_own(tmp_path: Path) -> None:
    page = "# {0}\n\n## Summary\n\nOf {0}.\n\nUp to [the summary](#summary).\n"
    book = built(
        tmp_path,
        {
            "index.md": "# Book\n\n" + toctree("one", "two"),
            "one.md": page.format("One"),
            "two.md": page.format("Two"),
        },
        "myst_heading_anchors = 3\n",
    )
    assert book.warnings == ""
    with pikepdf.open(book.pdf) as pdf:
        names = [
            str(link.Dest)
            for page in pdf.pages
            for link in page.get("/Annots", [])
            if isinstance(link.get("/Dest"), pikepdf.String)
        ]
    assert [name for name in names if "#summary" in name][-2:] == ["one#summary", "two#summary"]


def test_a_root_that_only_lists_pages(tmp_path: Path) -> None:
    rst = 'extensions = ["iomdocs"]\nroot_doc = "contents"\n'
    book = built(
        tmp_path,
        {
            "contents.rst": (
                ".. toctree::\n   :caption: Part\n\n   page\n\n.. toctree::\n\n   last\n"
            ),
            "page.rst": "Page\n====\n\nText.\n",
            "last.rst": "Just text, without a title.\n",
        },
        rst,
    )
    assert lost(book) == []
    assert "Justtext,withoutatitle." in words_of(book.pdf)


def test_tags_and_settings_decide_what_is_printed(tmp_path: Path) -> None:
    page = (
        "Book\n====\n\n.. only:: html\n\n   Website.\n\n.. only:: typst\n\n   Paper.\n\n"
        ".. only:: not html\n\n   Elsewhere.\n\n.. ifconfig:: language == 'en'\n\n   English.\n\n"
        ".. ifconfig:: language == 'fr'\n\n   French.\n"
    )
    conf = 'extensions = ["iomdocs", "sphinx.ext.ifconfig"]\n'
    text = words_of(built(tmp_path, {"index.rst": page}, conf).pdf)
    for words in ("Paper.", "Elsewhere.", "English."):
        assert words in text
    for words in ("Website.", "French."):
        assert words not in text
