"""Books in which nothing is wrong, and of which nothing may be said."""

import pytest

from iomdocs.cli import main
from iomdocs.verify.verification import verify
from tests.verify.books import write

FEW, MANY = 5, 50


def findings(folder, seed):
    source = write(folder / "docs", seed)
    command = ["build", "--no-verify", "--source", str(source), "--out", str(folder / "build")]
    assert main(command) == 0
    return [str(finding) for finding in verify(folder / "build").findings]


@pytest.mark.parametrize("seed", range(FEW))
def test_no_false_alarm(tmp_path, seed):
    assert findings(tmp_path, seed) == []


@pytest.mark.long
@pytest.mark.parametrize("seed", range(FEW, MANY))
def test_no_false_alarm_over_many_books(tmp_path, seed):
    assert findings(tmp_path, seed) == []


def test_a_book_without_a_register_is_compared_too(book):
    town = book("town")
    (town.source / "register.md").unlink()
    town.replace("index.md", "register\n", "")
    assert town.build() == 0
    counted = verify(town.out)
    assert counted.findings == []
    assert counted.shown["without its name"] > 10


def test_pages_of_one_format_are_no_fault_of_the_others(book):
    tree = book("tree")
    assert tree.build() == 0
    counted = verify(tree.out)
    assert counted.findings == []
    assert "only-html" in counted.editions["html"].topics
    assert "only-html" not in counted.editions["pdf"].topics
