"""Pages of an ePub kept from one build to the next: the same book, and nothing that is gone."""

import pytest

from iomdocs.formats.epub import kept
from tests.formats.conftest import make, write_files

PAGES = {
    "conf.py": 'project = "Small"\nextensions = ["myst_parser", "iomdocs"]\n'
    'iomdocs_edition = "2026-11-24"\nhtml_static_path = ["own"]\n',
    "index.md": "# Small\n\n<p>A <b>bold word</p>\n\n```{toctree}\nmore\n```\n",
    "more.md": '# More\n\n<p><img src="_static/dot.svg" alt="A dot"></p>\n',
    "own/dot.svg": '<svg xmlns="http://www.w3.org/2000/svg"><rect width="9" height="9"/></svg>',
}


@pytest.fixture
def source(tmp_path):
    return write_files(tmp_path / "docs", PAGES)


def built(source, name, cache="cache"):
    """The bytes of the ePub, and what was said against it."""
    made = make("epub", source, source.parent / name, iomdocs_cache=str(source.parent / cache))
    return (made.folder / "small.epub").read_bytes(), made.warnings


def test_a_page_that_is_as_it_was_is_not_bound_again(source, monkeypatch):
    first = built(source, "first")
    monkeypatch.setattr(kept, "bind", None)
    assert built(source, "again") == first


def test_a_changed_page_and_a_lost_picture_are_those_of_a_book_made_anew(source):
    whole, said = built(source, "first")
    assert said == ""
    (source / "index.md").write_text(PAGES["index.md"].replace("bold", "thick"), "utf-8")
    (source / "own" / "dot.svg").unlink()
    changed, said = built(source, "later")
    anew, said_anew = built(source, "anew", "empty")
    assert changed == anew != whole
    assert said.replace("later", "anew") == said_anew
    assert "_static/dot.svg', which is not there" in said


def test_a_damaged_cache_is_not_believed(source):
    first = built(source, "first")
    (file,) = (source.parent / "cache" / "epub").iterdir()
    file.write_bytes(file.read_bytes()[:-100])
    assert built(source, "again") == first
