"""The comparison of a book with its PDF sees what it is there to see."""

from pathlib import Path

import pytest

from tests.formats.conftest import Built, make
from tests.formats.words import Piece, differences, expected, printed

ROOT = Path(__file__).parent.parent / "roots" / "typst-nodes"


@pytest.fixture(scope="module")
def every_node(tmp_path_factory: pytest.TempPathFactory) -> Built:
    return make("typstpdf", ROOT, tmp_path_factory.mktemp("every-node"))


@pytest.fixture(scope="module")
def book(every_node: Built) -> list[Piece]:
    return expected(every_node.doctree)


@pytest.fixture(scope="module")
def text(every_node: Built) -> str:
    return printed(every_node.pdf)


def long_pieces(book: list[Piece], text: str) -> list[Piece]:
    """Pieces of some length that stand once in the PDF."""
    return [each for each in book if len(each.text) > 12 and text.count(each.text) == 1]


def test_each_piece_that_is_missing_is_seen(book: list[Piece], text: str) -> None:
    pieces = long_pieces(book, text)
    assert len(pieces) > 60
    for piece in pieces:
        found, _ = differences(book, text.replace(piece.text, ""))
        assert found, piece


def test_one_character_less_or_another_one_is_seen(book: list[Piece], text: str) -> None:
    for piece in long_pieces(book, text):
        middle = len(piece.text) // 2
        for instead in ("", "\N{SNOWMAN}"):
            changed = piece.text[:middle] + instead + piece.text[middle + 1 :]
            found, _ = differences(book, text.replace(piece.text, changed))
            assert found, piece


def test_what_is_there_twice_is_seen(book: list[Piece], text: str) -> None:
    for piece in long_pieces(book, text):
        found, _ = differences(book, text.replace(piece.text, piece.text * 2))
        assert found, piece


def test_two_pieces_that_have_changed_places_are_seen(book: list[Piece], text: str) -> None:
    pieces = long_pieces(book, text)
    for one, other in zip(pieces[::7], pieces[3::7], strict=False):
        turned = text.replace(one.text, "\N{SNOWMAN}").replace(other.text, one.text)
        found, _ = differences(book, turned.replace("\N{SNOWMAN}", other.text))
        assert found, (one, other)
