"""Changing a fact changes it wherever it is shown, in all formats, and nothing else."""

import difflib
import io
import re
import shutil
import zipfile

from sphinx.application import Sphinx
from sphinx.util.docutils import docutils_namespace

from tests.finished import Occurrence, epub_pages, html_pages, occurrences, pdf_text


def all_occurrences(pages):
    return {name: occurrences(page) for name, page in pages.items()}


def changed(before, after):
    """Page, old and new of each occurrence that differs; both have the same shape."""
    assert before.keys() == after.keys()
    found = []
    for name in before:
        assert len(before[name]) == len(after[name])
        found += [
            (name, old, new)
            for old, new in zip(before[name], after[name], strict=True)
            if old != new
        ]
    return found


def test_a_changed_value_changes_everywhere_it_is_used_and_nowhere_else(book, town):
    other = book("town")
    other.replace("townfacts.py", "Number(5222, ", "Number(5333, ")
    assert other.build() == 0
    old, new = (Occurrence("town.people", f"about {n}") for n in ("5,222", "5,333"))
    places = [("index", old, new), ("index", old, new), ("life", old, new), ("register", old, new)]

    html = [html_pages(b.out / "html") for b in (town, other)]
    assert changed(*map(all_occurrences, html)) == places
    for name, page in html[1].items():
        said = str(page).replace("5,333", "5,222").replace("5333", "5222")
        assert said == str(html[0][name]), name

    epub = [epub_pages(b.out / "town-book.epub") for b in (town, other)]
    assert changed(*map(all_occurrences, epub)) == places
    for name, page in epub[1].items():
        said = str(page).replace("5,333", "5,222").replace("5333", "5222")
        assert said == str(epub[0][name]), name

    pdf = [pdf_text(b.out / "town-book.pdf").splitlines() for b in (town, other)]
    lines = [d for d in difflib.ndiff(*pdf) if d[0] in "+-"]
    assert len(lines) == 2 * len(places)
    assert all(("5,222" if line[0] == "-" else "5,333") in line for line in lines)


def run(book, builder="dummy", jobs=1):
    """Run Sphinx as its own command does; returns the pages that are read, and the warnings."""
    names, warnings = [], io.StringIO()
    folders = (book.source, book.source, book.out / builder, book.out / "trees")
    with docutils_namespace():
        app = Sphinx(*folders, builder, status=None, warning=warnings, parallel=jobs)
        app.connect("env-before-read-docs", lambda _app, _env, docs: names.extend(docs))
        app.build()
    return sorted(names), re.sub(r"\x1b\[[0-9;]*m", "", warnings.getvalue())


def read(book):
    """The pages that a run of Sphinx reads."""
    return run(book)[0]


def test_in_a_second_run_only_pages_that_show_a_changed_fact_are_read(book):
    town = book("town")
    assert read(town) == ["history", "index", "life", "register", "sources"]
    assert read(town) == []
    town.replace("townfacts.py", "FACTS = [", "FACTS = [  # another line\n")
    assert read(town) == ["register"], "it tells the line in which each record stands"
    town.replace("townfacts.py", "Money(44500000", "Money(44600000")
    assert read(town) == ["life", "register"]


def test_a_second_register_is_a_mistake_however_pages_are_read(book):
    for jobs in (1, 4):
        town = book("town")
        town.write("about.md", "---\norphan: true\n---\n\n# About\n\n:::{fact:register}\n:::\n")
        _, warnings = run(town, jobs=jobs)
        shutil.rmtree(town.source.parent)
        (warning,) = [line for line in warnings.splitlines() if "WARNING" in line]
        assert "register.md:5: WARNING: the book has a register already" in warning
        assert "hint: the first stands on the page about; link there instead" in warnings


def test_the_epub_is_a_zip_with_the_mimetype_first(town):
    with zipfile.ZipFile(town.out / "town-book.epub") as book:
        first = book.infolist()[0]
        assert (first.filename, first.compress_type) == ("mimetype", zipfile.ZIP_STORED)
        assert book.read("mimetype") == b"application/epub+zip"
