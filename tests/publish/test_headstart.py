"""Processes begin early only where the book seems to have changed."""

import json
import os
from pathlib import Path

import pytest

from iomdocs.publish import headstart, processes

LONG_AGO, LATER = 1_000_000_000, 2_000_000_000


@pytest.fixture
def book(tmp_path, monkeypatch):
    """A book with its records elsewhere, and what a build of it has left; each begin is noted."""
    for name in ("docs/index.md", "records/facts.py", ".build-cache/state/state.json"):
        file = tmp_path / name
        file.parent.mkdir(parents=True)
        file.touch()
        os.utime(file, (LONG_AGO, LONG_AGO))
    record = tmp_path / ".build-cache/state/state.json"
    record.write_text(json.dumps({"state": {"folders": [str(tmp_path / "records")]}}))
    begun: list[Path] = []
    monkeypatch.setattr(processes, "begin", lambda: begun.append(tmp_path))
    return tmp_path, begun


def give(folder):
    headstart.give(folder / "docs", folder / "build")


def test_nothing_begins_where_no_file_is_newer(book):
    folder, begun = book
    give(folder)
    assert not begun


@pytest.mark.parametrize("name", ["docs/index.md", "records/facts.py"])
def test_a_newer_page_or_record_is_enough(book, name):
    folder, begun = book
    os.utime(folder / name, (LATER, LATER))
    give(folder)
    assert begun


@pytest.mark.parametrize("left", ["", "[]", "{}", '{"state": {"folders": null}}', None])
def test_so_is_a_record_of_the_last_build_that_is_damaged_or_gone(book, left):
    folder, begun = book
    record = folder / ".build-cache/state/state.json"
    record.unlink() if left is None else record.write_text(left)
    give(folder)
    assert begun
