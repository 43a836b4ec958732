"""What the tests of facts share: a record module to write and read."""

import pytest

from iomdocs.facts import registry

HEADER = '"""Facts."""\n\nTOPIC = Topic(id="town", title="Town")\n\n'
"""The lines before the facts of a record module."""


@pytest.fixture
def load(tmp_path):
    """Loads one record module with the given text."""

    def load_text(text, **files):
        (tmp_path / "records.py").write_text(HEADER + text, "utf-8")
        (tmp_path / "s.bib").write_text("@misc{a, title={A}}\n@misc{bee, title={B}}", "utf-8")
        for name, content in files.items():
            (tmp_path / f"{name}.csv").write_text(content, "utf-8")
        return registry.load("records", tmp_path, [tmp_path / "s.bib"])

    return load_text
