"""The PDF: nothing is lost, it is accessible, and what is wrong is said with file and line."""

import re
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

import pikepdf
import pypdfium2
import pytest
from docutils import nodes

from iomdocs.formats.typst.compiler import NO_DESCRIPTION, findings_of
from iomdocs.formats.typst.output import ORIGIN
from tests.formats.conftest import Built, make
from tests.formats.words import differences, expected, printed, report
from tests.tagged import kinds_of

ROOT = Path(__file__).parent.parent / "roots" / "typst-nodes"
INVISIBLE = re.compile("[-\\s\u00ad\u0002\ufffe\u200b]")


SHOUTING = """
from docutils import nodes
from sphinx.util.docutils import SphinxDirective

class shout(nodes.General, nodes.Element):
    pass

class Shout(SphinxDirective):
    has_content = True

    def run(self):
        node = shout("", *self.parse_content_to_nodes())
        self.set_source_info(node)
        return [node]

def setup(app):
    app.add_directive("shout", Shout)
"""


def text_of(path: Path) -> str:
    """All printed text without blanks and without the hyphens at line ends."""
    document = pypdfium2.PdfDocument(path)
    pages = [page.get_textpage().get_text_range() for page in document]
    return INVISIBLE.sub("", "".join(pages))


@pytest.fixture(scope="module")
def every_node(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """The book with every kind of node."""
    return make("typstpdf", ROOT, tmp_path_factory.mktemp("every-node"))


@pytest.fixture
def small(tmp_path: Path) -> Path:
    """The folder of a book of one page, which a test writes."""
    source = tmp_path / "source"
    source.mkdir()
    (source / "conf.py").write_text(
        'project = "Small"\nlanguage = "en"\niomdocs_edition = "2026-11-24"\n'
        'extensions = ["myst_parser", "iomdocs"]\nmyst_enable_extensions = ["colon_fence"]\n',
        "utf-8",
    )
    return source


def test_no_word_is_lost_or_moved(every_node: Built) -> None:
    text = printed(every_node.pdf)
    found, behind = differences(expected(every_node.doctree), text)
    assert report(found) == ""
    assert behind.startswith("Index")
    for words in ("Partstitle", "WordsforLaTeXalone", "acommentthatnobodysees"):
        assert words not in text
    for words in ("☑", "☐", "élémententity&sign", "InternationalOrganizationforMigration"):
        assert words in text


def test_everything_is_known(every_node: Built) -> None:
    assert every_node.warnings == ""


def test_says_what_it_is(every_node: Built) -> None:
    with pikepdf.open(every_node.pdf) as pdf:
        assert pdf.Root.MarkInfo.Marked
        assert pdf.Root.Lang == "en"
        assert pdf.Root.ViewerPreferences.DisplayDocTitle
        assert pdf.docinfo["/Title"] == "Every node"
        assert pdf.docinfo["/Subject"] == "A book about nothing but its own nodes"
        assert pdf.docinfo["/Keywords"] == "nodes, print, test"
        with pdf.open_metadata() as data:
            assert data["pdfuaid:part"] == "1"
            assert (data["pdfaid:part"], data["pdfaid:conformance"]) == ("3", "A")
            assert data["dc:creator"] == ["Ana Gómez, Jürgen Öztürk"]


def test_outline_has_parts_chapters_and_sections(every_node: Built) -> None:
    with pikepdf.open(every_node.pdf) as pdf, pdf.open_outline() as outline:
        titles = {part.title: [chapter.title for chapter in part.children] for part in outline.root}
    assert list(titles) == [
        "Contents",
        "All of it",
        "Words and blocks",
        "Tables & *things*",
        "Index",
    ]
    assert titles["Words and blocks"] == ["Words in a line", "Blocks of text", "Lists"]
    assert titles["Tables & *things*"][0] == "1 Tables"


def test_headings_skip_no_level(every_node: Built) -> None:
    levels = [int(kind[2:]) for kind in kinds_of(every_node.pdf) if re.fullmatch(r"/H\d", kind)]
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_structure_has_tables_lists_and_alternatives(every_node: Built) -> None:
    kinds = Counter(kinds_of(every_node.pdf))
    tables = len(list(every_node.doctree.findall(nodes.table)))
    assert kinds["/Table"] == kinds["/THead"] == tables
    assert kinds["/TH"] > tables
    for kind in (
        "/L",
        "/LI",
        "/Lbl",
        "/LBody",
        "/Figure",
        "/Formula",
        "/Caption",
        "/BlockQuote",
        "/Code",
    ):
        assert kinds[kind] > 0, kind


def test_facts_lead_to_named_places_in_the_register(every_node: Built) -> None:
    with pikepdf.open(every_node.pdf) as pdf:
        names = {str(name) for name in pdf.Root.Names.Dests.Names[::2]}
        links = Counter(
            str(annotation.Dest)
            for page in pdf.pages
            for annotation in page.get("/Annots", [])
            if isinstance(annotation.get("/Dest"), pikepdf.String)
        )
    assert {"fact:things.count", "fact:things.finder"} <= names
    assert links["fact:things.count"] == 5
    assert links["fact:things.finder"] == 3
    assert set(links) <= names


def test_links_lead_out_of_the_book(every_node: Built) -> None:
    with pikepdf.open(every_node.pdf) as pdf:
        actions = [
            str(annotation.A.URI)
            for page in pdf.pages
            for annotation in page.get("/Annots", [])
            if "/A" in annotation and "/URI" in annotation.A
        ]
    assert "https://example.org/path?q=1&r=2#top" in actions


def test_marks_lead_to_their_note_and_the_note_back_to_each(every_node: Built) -> None:
    links = list(inner_links(every_node.pdf))
    page, _, note = next(link.target for link in links if link.text == "1")
    marks = [link for link in links if link.target[0] == page and link.target[2] == note]
    assert [mark.text for mark in marks] == ["1", "1", "1"]
    backs = [link for link in links if link.page == page and 0 < note - link.y < LINE]
    assert [back.text for back in backs] == ["1", "a", "b", "c"]
    assert [reached(back, marks) for back in backs] == [0, 0, 1, 2]


LINE = 15
"""Points that are surely on one line, or between a place and the line that begins there."""


class InnerLink(NamedTuple):
    """A link inside a PDF: its words, where it stands, and page, x and y that it leads to."""

    text: str
    page: int
    x: float
    y: float
    target: tuple[int, float, float]


def inner_links(path: Path) -> Iterator[InnerLink]:
    texts = [page.get_textpage() for page in pypdfium2.PdfDocument(path)]
    with pikepdf.open(path) as pdf:
        numbers = {page.objgen: number for number, page in enumerate(pdf.pages)}
        for number, page in enumerate(pdf.pages):
            for annotation in page.get("/Annots", []):
                if isinstance(target := annotation.get("/Dest"), pikepdf.Array):
                    left, low, right, high = map(float, annotation.Rect)
                    text = texts[number].get_text_bounded(left, low, right, high).strip()
                    place = (numbers[target[0].objgen], float(target[2]), float(target[3]))
                    yield InnerLink(text, number, left, (low + high) / 2, place)


def reached(link: InnerLink, marks: list[InnerLink]) -> int:
    """The number of the mark on the line that a link leads to, the nearest if there are more."""
    page, x, y = link.target
    on_line = [mark for mark in marks if mark.page == page and abs(mark.y - y) < LINE]
    return marks.index(min(on_line, key=lambda mark: abs(mark.x - x)))


def test_pages_are_counted(every_node: Built) -> None:
    assert every_node.pages == len(pypdfium2.PdfDocument(every_node.pdf)) > 10


def test_same_book_same_bytes(every_node: Built, tmp_path: Path) -> None:
    again = make("typstpdf", ROOT, tmp_path / "another" / "folder")
    assert again.pdf.name == "every-node.pdf"
    assert again.pdf.read_bytes() == every_node.pdf.read_bytes()


def test_date_is_the_edition_or_the_epoch(
    every_node: Built, small: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with pikepdf.open(every_node.pdf) as pdf:
        assert str(pdf.docinfo["/CreationDate"]).startswith("D:20261124000000")
    (small / "index.md").write_text("# Small\n", "utf-8")
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "86400")
    with pikepdf.open(make("typstpdf", small, tmp_path / "build").pdf) as pdf:
        assert str(pdf.docinfo["/ModDate"]).startswith("D:19700102000000")


def test_unknown_node_is_named_and_its_text_printed(small: Path, tmp_path: Path) -> None:
    (small / "shouting.py").write_text(SHOUTING, "utf-8")
    with (small / "conf.py").open("a", encoding="utf-8") as conf:
        conf.write(f"import sys\nsys.path.insert(0, {str(small)!r})\n")
        conf.write("extensions.append('shouting')\n")
    (small / "index.md").write_text("# Small\n\nBefore.\n\n:::{shout}\nHEAR *this*\n:::\n", "utf-8")
    built = make("typstpdf", small, tmp_path / "build")
    place, message = built.warnings.split("WARNING: ")
    assert place.endswith("index.md:5: ")
    assert "does not know how to print 'shout'" in message
    assert "iomdocs.P001" in message
    assert "HEARthis" in text_of(built.pdf)


def test_error_in_raw_markup_names_the_source_line(small: Path, tmp_path: Path) -> None:
    page = "# Small\n\nA paragraph.\n\n```{raw} typst\n#no-such-thing\n```\n"
    (small / "index.md").write_text(page, "utf-8")
    built = make("typstpdf", small, tmp_path / "build")
    assert built.pdf is None
    assert "index.md:5: WARNING: unknown variable: no-such-thing" in built.warnings


def test_picture_without_description_is_named(small: Path, tmp_path: Path) -> None:
    (small / "dot.png").write_bytes((ROOT / "dot.png").read_bytes())
    (small / "index.md").write_text("# Small\n\n:::{figure} dot.png\nA dot.\n:::\n", "utf-8")
    built = make("typstpdf", small, tmp_path / "build")
    assert re.search(r"index\.md:\d+: WARNING: the picture 'dot.png' has no desc", built.warnings)
    assert "Adot." in text_of(built.pdf)


def test_template_and_paper_can_be_replaced(small: Path, tmp_path: Path) -> None:
    (small / "index.md").write_text("# Small\n\nText.\n", "utf-8")
    (small / "own.typ").write_text(
        '#let book(title: "", paper: "a4", ..rest, body) = {\n'
        "  set document(title: title)\n  set page(paper: paper)\n  body\n}\n"
        "#let chapter(body, level: 1, ..rest) = heading(level: level, body)\n",
        "utf-8",
    )
    built = make("typstpdf", small, tmp_path / "build", typst_template="own.typ", typst_paper="a5")
    with pikepdf.open(built.pdf) as pdf:
        assert [round(float(size)) for size in pdf.pages[0].MediaBox] == [0, 0, 420, 595]


def test_book_without_parts_or_edition(small: Path, tmp_path: Path) -> None:
    (small / "index.md").write_text("# Small\n\nStart.\n\n```{toctree}\npage\n```\n", "utf-8")
    (small / "page.md").write_text(
        "# Page\n\nSee [the start](index.md).\n\n## Below\n\nX.\n", "utf-8"
    )
    built = make("typstpdf", small, tmp_path / "build", iomdocs_edition="")
    assert built.warnings == ""
    with pikepdf.open(built.pdf) as pdf, pdf.open_outline() as outline:
        assert [each.title for each in outline.root] == ["Contents", "Small", "Page"]
        assert [each.title for each in outline.root[2].children] == ["Below"]


def test_findings_name_each_thing_once() -> None:
    markup = [f"{ORIGIN}page.md:7", "text", "more"]
    head = "error: PDF/UA-1 error: missing alt text\n  ┌─ x/book.typ:3:1\n  = hint: add it\n\n"
    other = "error: unknown variable: y\n  ┌─ handbook.typ:2:1\n"
    first, second = findings_of(head + head + other, "book.typ", markup)
    assert (first.message, first.place, first.hint) == (
        NO_DESCRIPTION,
        "page.md:7",
        "say in a few words what it shows",
    )
    assert first.breaks_standard
    assert (second.message, second.place) == ("unknown variable: y", "")
    assert not second.breaks_standard
