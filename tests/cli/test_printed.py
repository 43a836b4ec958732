"""``iomdocs facts printed``: the facts of a finished PDF, as a program reads them."""

import json

import pikepdf
import pytest

from iomdocs.cli import main
from tests.finished import html_pages, occurrences


@pytest.fixture
def printed(town, capsys):
    assert main(["facts", "printed", str(next(town.out.glob("*.pdf")))]) == 0
    return [tuple(line.split("\t")) for line in capsys.readouterr().out.splitlines()]


def test_lists_page_id_and_words_in_order(town, printed):
    website = html_pages(town.out / "html")
    for page in website.values():
        for history in page.select(".fact-history"):
            history.extract()
    expected = {
        (fact, " ".join(text.split()))
        for page in website.values()
        if page.article
        for fact, text in occurrences(page.article)
    }
    assert {(fact, text) for _, fact, text in printed} == expected
    pages = [int(page) for page, _, _ in printed]
    assert pages == sorted(pages)
    assert any("[" in fact for _, fact, _ in printed)


def test_the_same_as_json(town, printed, capsys):
    path = str(next(town.out.glob("*.pdf")))
    assert main(["facts", "printed", "--format", "json", path]) == 0
    rows = json.loads(capsys.readouterr().out)
    assert [(str(row["page"]), row["fact"], row["text"]) for row in rows] == printed


def test_a_file_that_is_no_pdf_is_said(town, tmp_path, capsys):
    assert main(["facts", "printed", str(town.source / "conf.py")]) == 1
    assert "conf.py is no PDF that can be read" in capsys.readouterr().err
    assert main(["facts", "printed", str(tmp_path / "none.pdf")]) == 1
    assert "none.pdf cannot be read: No such file" in capsys.readouterr().err


def test_a_pdf_without_facts_is_said(tmp_path, capsys):
    with pikepdf.new() as pdf:
        pdf.add_blank_page()
        pdf.save(tmp_path / "blank.pdf")
    assert main(["facts", "printed", str(tmp_path / "blank.pdf")]) == 1
    assert "blank.pdf prints no facts that can be found" in capsys.readouterr().err


def test_facts_json_is_attached_as_it_is_published(town):
    with pikepdf.open(next(town.out.glob("*.pdf"))) as pdf:
        (attached,) = pdf.attachments.values()
        assert attached.get_file().read_bytes() == (town.out / "facts.json").read_bytes()


@pytest.mark.parametrize("kind", ["no page", "a loop", "a list in a list", "a link in itself"])
def test_pdfs_of_others_with_a_broken_structure_have_no_facts(tmp_path, capsys, kind):
    pdf = pikepdf.new()
    pdf.add_blank_page()
    annotation = pikepdf.Dictionary(Contents="fact:x", Dest=pikepdf.String("fact:x"))
    reference = pikepdf.Dictionary(Type=pikepdf.Name.OBJR, Obj=pdf.make_indirect(annotation))
    inside = pikepdf.Array([reference, 0])
    link = pdf.make_indirect(pikepdf.Dictionary(S=pikepdf.Name.Link, K=inside))
    root = pdf.make_indirect(pikepdf.Dictionary(K=pikepdf.Array([link])))
    if kind == "a loop":
        root.K.append(root)
    elif kind == "a list in a list":
        root.K.append(pikepdf.Array([link]))
    elif kind == "a link in itself":
        link.K.append(link)
    pdf.Root.StructTreeRoot = root
    pdf.save(tmp_path / "other.pdf")
    assert main(["facts", "printed", str(tmp_path / "other.pdf")]) == 1
    assert "other.pdf" in capsys.readouterr().err
