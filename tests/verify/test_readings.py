"""Readings that are kept stand for nothing but the bytes that they were made of."""

import pytest

from iomdocs.verify.readings import Readings, key_of, load, store


def never():
    pytest.fail("this was read before")


@pytest.fixture
def kept(tmp_path):
    """A file with one reading."""
    readings = Readings()
    assert readings.of(key_of("page", b"content"), lambda: {"words": "five \udcff"})
    store(tmp_path / "folder" / "html.json", "program", readings)
    return tmp_path / "folder" / "html.json"


def test_a_reading_stands_for_the_same_content(kept):
    found = load(kept, "program").of(key_of("page", b"content"), never)
    assert found == {"words": "five \udcff"}


@pytest.mark.parametrize(
    "parts", [("page", b"Content"), ("pag", b"econtent"), (b"content", "page")]
)
def test_other_content_is_read(kept, parts):
    readings = load(kept, "program")
    assert readings.of(key_of(*parts), lambda: "new") == "new"
    assert readings.used == readings.new == {key_of(*parts): "new"}


@pytest.mark.parametrize("change", [(b"five", b"nine"), (b"}", b""), (b"\n", b"")])
def test_a_damaged_file_is_not_trusted(kept, change):
    content = kept.read_bytes()
    assert change[0] in content
    kept.write_bytes(content.replace(*change, 1))
    assert load(kept, "program").of(key_of("page", b"content"), lambda: "new") == "new"


def test_another_program_reads_anew(kept):
    assert load(kept, "other").of(key_of("page", b"content"), lambda: "new") == "new"
