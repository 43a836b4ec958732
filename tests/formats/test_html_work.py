"""What is worked out once for all pages of a website, not once for each."""

from collections import Counter

import pytest
from sphinx.search.en import SearchEnglish

from tests.formats.conftest import ROOTS, build


@pytest.fixture(scope="module")
def work(tmp_path_factory) -> dict[str, Counter]:
    """How often each thing was worked out while a book with several pages was written."""
    counted = {"stems": Counter()}
    stem = SearchEnglish.stem

    def counted_stem(self, word):
        counted["stems"][word] += 1
        return stem(self, word)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(SearchEnglish, "stem", counted_stem)
        build("html", ROOTS / "harbour", tmp_path_factory.mktemp("work"))
    return counted


def test_the_stem_of_a_word(work):
    assert work["stems"]["the"] == 1
    assert max(work["stems"].values()) == 1
