"""A build checks its files before it publishes them."""

import json

import pytest

from iomdocs.cli import main
from tests.finished import html_page

_CHANGE = """

def setup(app):
    def change(app, name, template, context, tree):
        if app.builder.name == "{builder}" and "body" in context:
            context["body"] = context["body"].replace("{old}", "{new}")

    app.connect("html-page-context", change, priority=10)
"""


@pytest.fixture
def changed(book):
    """The town book with words that one of its formats alone has."""

    def change(old, new, builder="html", settings=""):
        town = book("town")
        with (town.source / "conf.py").open("a", encoding="utf-8") as conf:
            conf.write(settings + _CHANGE.format(builder=builder, old=old, new=new))
        return town

    return change


@pytest.mark.parametrize("builder", ["html", "epub"])
def test_nothing_is_published_in_which_a_fact_differs(changed, builder, capfd):
    town = changed(">44.5 million", ">45.5 million", builder)
    assert town.build() == 1
    told = capfd.readouterr().err
    assert "V007 'town.budget' is not what is recorded" in told
    assert "V002 'town.budget' differs" in told
    assert "nothing was published" in told
    assert not town.out.exists()


def test_words_that_differ_are_told_and_stop_a_book_that_asks_for_it(changed, capfd):
    town = changed("People speak", "Nobody speaks")
    assert town.build("html", "epub") == 0
    assert "V005 the words of 'life' differ" in capfd.readouterr().err
    assert json.loads((town.out / "receipt.json").read_bytes())["differences"] == {"V005": 1}
    with (town.source / "conf.py").open("a", encoding="utf-8") as conf:
        conf.write("\niomdocs_same_words = True\n")
    assert town.build("html", "epub") == 1
    assert "V005 the words of 'life' differ" in capfd.readouterr().err


def test_the_website_alone_is_compared_with_the_facts(changed, capfd):
    town = changed(">44.5 million", ">45.5 million")
    assert town.build("html") == 1
    assert "V007 'town.budget' is not what is recorded" in capfd.readouterr().err


def test_the_receipt_and_its_page_tell_what_was_compared(town, capsys):
    receipt = json.loads((town.out / "receipt.json").read_bytes())
    assert {each["facts"] for each in receipt["checked"].values()} == {39}
    assert receipt["differences"] == {}
    assert set(receipt["sha256"]) == {"epub", "facts", "html", "pdf"}
    page = html_page(town.out / "html" / "receipt.html")
    assert all(digest in page.get_text() for digest in receipt["sha256"].values())
    link = html_page(town.out / "html" / "life.html").select_one(".edition-line a.book-receipt")
    assert link["href"] == "receipt.html"
    assert main(["verify", str(town.out)]) == 0
    assert "5 topics, 39 facts" in capsys.readouterr().out


def test_a_build_can_leave_the_check_out(book):
    plain = book("plain")
    command = ["build", "html", "--source", str(plain.source), "--out", str(plain.out)]
    assert main([*command, "--no-verify"]) == 0
    assert not (plain.out / "receipt.json").exists()
    assert not (plain.out / "html" / "receipt.html").exists()
    assert "receipt.html" not in (plain.out / "html" / "index.html").read_text("utf-8")


def test_a_folder_without_finished_files_is_said(tmp_path, capsys):
    assert main(["verify", str(tmp_path)]) == 1
    assert "there are no finished files" in capsys.readouterr().err
