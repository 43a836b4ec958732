"""Every change of a finished file is found; of each kind one here, all of them in a long run."""

import pytest

from iomdocs.cli import main
from iomdocs.verify.readings import Readings
from iomdocs.verify.receipt import receipt
from iomdocs.verify.verification import Known, verify
from tests.shared import build_once
from tests.verify import hypertext
from tests.verify import print as printing
from tests.verify.tampering import built, read, table, tamperings


@pytest.fixture(scope="module")
def whole(tmp_path_factory):
    """The book with everything, in all formats."""
    return build_once(tmp_path_factory, "tampering", built) / "build"


def test_nothing_is_found_where_nothing_is_changed(whole):
    assert verify(whole).findings == []


def test_equal_files_are_not_read_again(whole):
    known = {name: Readings(kept) for name, kept in read(whole).items()}
    assert receipt(verify(whole, (), Known(known))) == receipt(verify(whole))
    assert all(each.used and not each.new for each in known.values())


def test_a_change_of_each_kind_is_found(whole):
    found = list(tamperings(whole, [read(whole)], most=1))
    assert len(found) > 120
    assert [each for each in found if not each.codes] == [], table(found)
    assert verify(whole).findings == []  # all is as it was


@pytest.mark.long
def test_every_change_is_found(whole):
    found = list(tamperings(whole, [{}, read(whole)]))
    assert len(found) >= 200
    assert [each for each in found if not each.codes] == [], table(found)


def test_a_finding_tells_both_sides_and_where_they_stand(whole, capsys):
    page = whole / "html" / "register.html"
    kept = page.read_bytes()
    try:
        page.write_bytes(kept.replace(b">44.5 million", b">45.5 million", 1))
        assert main(["verify", str(whole)]) == 1
    finally:
        page.write_bytes(kept)
    told = capsys.readouterr().err
    assert "html/register.html#fact-town.budget: V002 'town.budget' differs: HTML" in told
    assert "“45.5 million Swiss francs”, ePub “44.5 million Swiss francs” in a-book-of" in told
    assert "PDF “44.5 million Swiss francs” in a-book-of-pieces.pdf, sheet" in told
    assert "V007 'town.budget' is not what is recorded" in told


def test_there_are_as_many_kinds_of_change_as_it_is_said():
    times = sum(printing.CHANGES.values()) + 2 * sum(hypertext.CHANGES.values())
    assert times >= 200
