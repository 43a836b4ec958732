"""A method of docutils or Sphinx gives way only in the version for which ours was written."""

import pytest

from iomdocs.extension.replaced import replace


def ours(_self) -> str:
    return "ours"


@pytest.mark.parametrize(
    ("names", "is_known"),
    [({"strip", "join", "words"}, True), ({"strip", "join"}, False), ({"words"}, False)],
)
def test_a_method_that_names_anything_else_stays(names, is_known):
    class Theirs:
        words = (" a ", "b")

        def text(self) -> str:
            return "".join([word.strip() for word in self.words])

    replace(Theirs, "text", ours, names)
    assert Theirs().text() == ("ours" if is_known else "ab")


def test_a_method_that_is_there_no_more_is_not_added():
    class Theirs:
        pass

    replace(Theirs, "text", ours, set())
    assert not hasattr(Theirs, "text")
