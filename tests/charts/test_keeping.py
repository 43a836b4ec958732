"""Charts and maps of an earlier build: taken as they were, and drawn anew where they are not."""

import json
import shutil
import subprocess
import sys

import pytest

from tests.conftest import Book

READ = """
import json, sys
from sphinx.application import Sphinx
from iomdocs.nodes import fact_drawing

source, out, cache = sys.argv[1:]
given = {"iomdocs_cache": cache}
app = Sphinx(source, source, out, out + "/trees", "dummy", given, status=None, freshenv=True)
app.build()
pages = map(app.env.get_doctree, sorted(app.env.found_docs))
drawings = [node["svg"] for page in pages for node in page.findall(fact_drawing)]
print(json.dumps([drawings, sorted({"altair", "vl_convert"} & sys.modules.keys())]))
"""
RENDERER = ["altair", "vl_convert"]


@pytest.fixture(scope="module")
def atlas(tmp_path_factory):
    return Book("atlas", tmp_path_factory.mktemp("atlas"))


@pytest.fixture(scope="module")
def cache(atlas):
    return atlas.out.parent / "cache"


@pytest.fixture(scope="module")
def drawn(atlas, cache):
    """The drawings of a build without a cache, which fills one."""
    drawings, loaded = read(atlas, cache)
    assert loaded == RENDERER
    assert len(drawings) == len(set(drawings)) == len(files(cache)) == 12
    return drawings


def read(book, cache):
    """The drawings of the book, read in a process of its own, and what it has loaded to draw."""
    shutil.rmtree(book.out, ignore_errors=True)
    command = [sys.executable, "-c", READ, *map(str, (book.source, book.out, cache))]
    run = subprocess.run(command, capture_output=True, text=True, check=True)
    return json.loads(run.stdout)


def files(cache):
    return sorted(file for file in cache.rglob("*") if file.is_file())


def test_drawings_are_taken_from_the_cache_without_loading_the_renderer(atlas, cache, drawn):
    assert read(atlas, cache) == [drawn, []]


def test_a_damaged_drawing_is_drawn_anew_and_a_cache_that_is_gone_is_made_again(
    atlas, cache, drawn
):
    one, *others = files(cache)
    one.write_bytes(one.read_bytes()[:-9] + b"</svg>???")
    for file in others[:6]:
        file.unlink()
    assert read(atlas, cache) == [drawn, RENDERER]
    assert read(atlas, cache) == [drawn, []]


def test_a_changed_value_is_drawn_and_nothing_else(atlas, cache, drawn):
    atlas.replace("atlasfacts.py", "value=Number(1200)", "value=Number(1300)")
    drawings, loaded = read(atlas, cache)
    changed = [now for now, before in zip(drawings, drawn, strict=True) if now != before]
    assert loaded == RENDERER
    assert all("1,300" in drawing for drawing in changed)
    assert len(files(cache)) == 12 + len(changed)
