"""Changing a fact changes it wherever it is shown, in all formats, and nothing else."""

import difflib
import io
import re
import shutil
import zipfile
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context

from sphinx.application import Sphinx
from sphinx.util.docutils import docutils_namespace

from tests.finished import Occurrence, epub_pages, html_page, html_pages, occurrences, pdf_text


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


def without_sizes(page):
    """A page without the sizes of the files it offers, which follow from all that is in them."""
    plain, count = re.subn(r'(class="file-size"[^>]*) value="\d+">[^<]+', r"\1>", page)
    assert count == page.count("file-size")
    return plain


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
        assert without_sizes(said) == without_sizes(str(html[0][name])), name

    epub = [epub_pages(b.out / "town-book.epub") for b in (town, other)]
    assert changed(*map(all_occurrences, epub)) == places
    for name, page in epub[1].items():
        said = str(page).replace("5,333", "5,222").replace("5333", "5222")
        assert said == str(epub[0][name]), name

    pdf = [pdf_text(b.out / "town-book.pdf").splitlines() for b in (town, other)]
    changes = [d for d in difflib.ndiff(*pdf) if d[0] in "+-"]
    digests = [line for line in changes if line[2:].startswith("Facts, SHA-256: ")]
    assert [line[0] for line in digests] == ["-", "+"]
    lines = [line for line in changes if line not in digests]
    assert len(lines) == 2 * len(places)
    assert all(("5,222" if line[0] == "-" else "5,333") in line for line in lines)


def run(book, builder="dummy", jobs=1):
    """Run Sphinx as its own command does; returns the pages that are read, and the warnings.

    Several jobs are forked, which only a process without threads may do: charts and Typst have
    some, so that run has a process of its own.
    """
    if jobs == 1:
        return in_this_process(book.source, book.out, builder, jobs)
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as alone:
        return alone.submit(in_this_process, book.source, book.out, builder, jobs).result()


def in_this_process(source, out, builder, jobs):
    names, warnings = [], io.StringIO()
    folders = (source, source, out / builder, out / "trees")
    with docutils_namespace():
        app = Sphinx(*folders, builder, status=None, warning=warnings, parallel=jobs)
        app.connect("env-before-read-docs", lambda _app, _env, docs: names.extend(docs))
        app.build()
    return sorted(names), re.sub(r"\x1b\[[0-9;]*m", "", warnings.getvalue())


def read(book):
    """The pages that a run of Sphinx reads."""
    return run(book)[0]


def as_text(book, page):
    """A page as Sphinx writes it in plain text, after another run."""
    run(book, "text")
    return (book.out / "text" / f"{page}.txt").read_text("utf-8")


def test_in_a_second_run_only_pages_that_show_a_changed_fact_are_read(book):
    town = book("town")
    assert read(town) == ["history", "index", "life", "register", "sources"]
    assert read(town) == []
    town.replace("townfacts.py", "FACTS = [", "FACTS = [  # another line\n")
    assert read(town) == ["register"], "it tells the line in which each record stands"
    town.replace("townfacts.py", "Money(44500000", "Money(44600000")
    assert read(town) == ["life", "register"]


def test_a_page_with_a_drawing_is_read_again_when_a_fact_of_it_changes(book):
    atlas = book("atlas")
    read(atlas)
    atlas.replace("events.csv", "First tree", "The first tree")
    assert read(atlas) == ["charts", "register"]
    atlas.replace("guests.csv", "SM,,survey\n", "")
    assert read(atlas) == ["maps", "register"]


def test_claims_change_with_a_fact_and_a_quotation_with_the_title_of_its_source(book):
    village = book("village")
    assert "Remembered" not in as_text(village, "history")
    village.replace("sources.bib", "Almanac of the village", "Remembered almanac")
    assert "Remembered" in as_text(village, "history")
    village.replace("villagefacts.py", "Number(11,", "Number(10,")
    assert read(village) == ["history", "register"]


def test_the_register_names_a_page_that_is_new_until_it_is_gone(book):
    town = book("town")
    assert "Quay" not in as_text(town, "register")
    town.write("quay.md", "---\norphan: true\n---\n\n# Quay\n\n{fact}`town.bridges`\n")
    assert "Quay" in as_text(town, "register")
    town.replace("quay.md", "# Quay", "# Harbour")
    assert "Harbour" in as_text(town, "register")
    (town.source / "quay.md").unlink()
    assert "Harbour" not in as_text(town, "register")


def test_values_lead_to_a_register_that_is_new(book):
    town = book("town")
    register = (town.source / "register.md").read_text("utf-8")
    town.write("register.md", "# Register\n")
    run(town, "html")
    page = town.out / "html" / "life.html"
    assert not html_page(page).select("a.fact-link")
    town.write("register.md", register)
    run(town, "html")
    assert html_page(page).select("a.fact-link")


def test_a_record_that_moves_to_another_file_is_told_by_the_register(book):
    town = book("town")
    records = town.source / "records"
    records.mkdir()
    (records / "__init__.py").touch()
    (town.source / "townfacts.py").rename(records / "one.py")
    (town.source / "events.csv").rename(records / "events.csv")
    town.replace("conf.py", '"townfacts"', '"records"')
    read(town)
    (records / "one.py").rename(records / "two.py")
    assert read(town) == ["register"]


def test_a_page_with_a_mistake_is_read_until_the_record_is_there(book):
    town = book("town")
    town.replace("life.md", "`town.fair`", "`town.fairs`")
    for jobs in (1, 1, 4):
        names, warnings = run(town, jobs=jobs)
        assert "life" in names
        assert "there is no fact 'town.fairs'" in warnings
    town.replace("townfacts.py", 'id="town.fair"', 'id="town.fairs"')
    assert "28 September" in as_text(town, "life")
    assert read(town) == []


def test_what_was_not_yet_known_is_shown_when_a_record_tells_of_it(book):
    town = book("town")
    with (town.source / "conf.py").open("a") as conf:
        conf.write('iomdocs_as_of = "2000-01-01"\n')
    assert "Railway station" not in as_text(town, "history")
    assert read(town) == []
    town.replace(
        "townfacts.py",
        '                ),\n                at=Day("2020"),',
        '                ),\n                at=Day("1999"),',
    )
    assert "Railway station" in as_text(town, "history")


def test_the_front_page_tells_of_a_changed_subject(book):
    town = book("town")
    town.replace("life.md", "{fact}`town.motto`", "Up")
    town.write("register.md", "# No register\n")
    with (town.source / "conf.py").open("a") as conf:
        conf.write('iomdocs_subject = {"@type": "City", "slogan": "town.motto"}\n')
    run(town, "html")
    town.replace("townfacts.py", "Up & *on*", "Ever upward")
    run(town, "html")
    assert "Ever upward" in (town.out / "html" / "index.html").read_text("utf-8")


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
