"""Lychee follows every link within the pages and within the documents, down to the place."""

import subprocess
import sys
from pathlib import Path

from tests.conftest import HANDBOOK

LYCHEE = Path(sys.executable).parent / "lychee"
DOCUMENTS = ("README.md", "CONTRIBUTING.md", "CHANGELOG.md")


def broken(root, *files):
    """The links in files that lead nowhere, as Lychee tells them."""
    command = [LYCHEE, "--offline", "--include-fragments", "--no-progress", "--root-dir", root]
    run = subprocess.run([*command, *files], capture_output=True, text=True, check=False)
    assert " Total " in run.stdout, run.stdout + run.stderr
    return [line for line in run.stdout.splitlines() if line.startswith("[ERROR]")]


def pages(folder):
    return sorted(folder.rglob("*.html"))


def test_the_gate_finds_links_to_no_place_no_page_and_no_picture(faulty):
    found = broken(faulty, *pages(faulty))
    assert len(found) == 3
    for wrong in ("index.html#nowhere", "missing.html", "missing.png"):
        assert any(wrong in line for line in found)


def test_every_link_of_the_handbook(handbook):
    assert broken(handbook / "html", *pages(handbook / "html")) == []


def test_every_link_of_a_foreign_book(workbook):
    assert broken(workbook.out / "html", *pages(workbook.out / "html")) == []


def test_every_link_of_the_documents_of_the_project():
    assert broken(HANDBOOK.parent, *(HANDBOOK.parent / name for name in DOCUMENTS)) == []
