"""PDF/UA-1 and PDF/A-3a together; what a book cannot meet is said at its line, and it is made."""

import re
from pathlib import Path

import pikepdf

from tests.finished import pdf_text

DOT = (Path(__file__).parent.parent / "roots" / "typst-nodes" / "dot.png").read_bytes()


def standards(path):
    """The parts of PDF/UA and PDF/A that a PDF claims to meet."""
    with pikepdf.open(path) as pdf, pdf.open_metadata() as data:
        return data.get("pdfuaid:part"), data.get("pdfaid:part")


def test_broken_pictures_are_named_and_their_words_printed(printed):
    page = (
        "# Small\n\n![A dot](dot.png)\n\nIn line: ![an ornament](orn.svg).\n\n![Good](good.png)\n"
    )
    files = {"index.md": page, "dot.png": b"not a picture", "orn.svg": "<svg", "good.png": DOT}
    built = printed(files)
    assert re.findall(
        r"index\.md:(\d+): WARNING: the picture '(.+?)' cannot be read: .", built.warnings
    ) == [
        ("3", "dot.png"),
        ("5", "orn.svg"),
    ]
    text = " ".join(pdf_text(built.pdf).split())
    assert "A dot In line: an ornament." in text
    assert standards(built.pdf) == ("1", "3")


def test_pictures_without_description_relax_the_standards_with_one_count(printed):
    page = "# Small\n\n:::{figure} dot.png\nA dot.\n:::\n\n```{image} dot.png\n```\n"
    built = printed({"index.md": page, "dot.png": DOT})
    assert (
        len(
            re.findall(r"index\.md:\d+: WARNING: the picture 'dot.png' has no desc", built.warnings)
        )
        == 2
    )
    assert built.warnings.count("WARNING") == 3
    assert "neither PDF/UA-1 nor PDF/A-3a: 2 places do not meet them" in built.warnings
    assert standards(built.pdf) == (None, None)
    with pikepdf.open(built.pdf) as pdf:
        assert pdf.Root.MarkInfo.Marked


def test_asked_for_standards_are_not_relaxed(printed):
    files = {"index.md": "# Small\n\n```{image} dot.png\n```\n", "dot.png": DOT}
    assert printed(files, typst_pdf_standards=["ua-1"]).pdf is None


def test_headings_of_raw_markup_are_said_in_plain_words(printed):
    page = "# Small\n\n```{raw} typst\n==== Deep\n```\n"
    built = printed({"index.md": page})
    assert "index.md:3: WARNING: a heading of level 4 stands below one of level 1" in built.warnings
    assert "1 place does not meet them" in built.warnings


def test_no_level_is_skipped_for_a_heading_that_prints_nothing(printed):
    page = "# Small\n\n## <!-- later -->\n\n### Below\n\nText.\n\n## Next\n\n### Deep\n\nText.\n"
    built = printed({"index.md": page})
    assert standards(built.pdf) == ("1", "3")
    with pikepdf.open(built.pdf) as pdf, pdf.open_outline() as outline:
        (small,) = (part for part in outline.root if part.title == "Small")
        assert [part.title for part in small.children] == ["Below", "Next"]


def test_a_book_without_any_title_is_printed(printed):
    built = printed({"index.md": "Only words.\n"})
    assert standards(built.pdf) == ("1", "3")
    assert "Only words." in pdf_text(built.pdf)


def test_faults_of_raw_markup_are_named_without_a_traceback(printed):
    page = '# Small\n\n```{raw} typst\n#panic("stop here")\n```\n'
    built = printed({"index.md": page})
    assert built.pdf is None
    assert re.search(r"index\.md:3: WARNING: panicked with: .*stop here", built.warnings)


def test_huge_measures_are_named(printed):
    page = "# Small\n\n```{raw} typst\n#set page(width: 1e30pt)\nText\n```\n"
    built = printed({"index.md": page})
    assert built.pdf is None or standards(built.pdf) == ("1", "3")


def test_unknown_standards_are_named(printed):
    built = printed({"index.md": "# Small\n"}, typst_pdf_standards=["x-9"])
    assert "typst_pdf_standards: there is no standard 'x-9'" in built.warnings
    assert "Traceback" not in built.warnings


def test_metadata_can_be_read_without_unpacking(printed):
    built = printed({"index.md": "# Small\n\nText.\n"})
    content = built.pdf.read_bytes()
    assert b"<pdfuaid:part>1</pdfuaid:part>" in content
    assert b"/ObjStm" in content
    with pikepdf.open(built.pdf) as pdf:
        assert len(pdf.trailer.ID) == 2
