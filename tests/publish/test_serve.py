"""The preview: served on this machine only; a save is shown where the reader is, and what is wrong
with it."""

import filecmp
import os
import re
import signal
import subprocess
import sys
import urllib.error
import urllib.request
from contextlib import contextmanager
from pathlib import Path
from queue import Queue
from tempfile import TemporaryDirectory
from threading import Thread

import pytest
from playwright.sync_api import expect

from tests.conftest import Book

PATIENCE = 60
"""Seconds for what takes one or two on a machine that does nothing else."""


class Preview:
    """A book that is served: its address, and what the program says."""

    def __init__(self, book, run):
        self.book, self.run, self.said = book, run, []
        self._lines = Queue()
        Thread(target=self._listen, daemon=True).start()
        self.address = re.search(r"http://\S+", self.until("Ctrl-C"))[0]

    def _listen(self):
        for line in iter(self.run.stdout.readline, ""):
            self._lines.put(line)
        self._lines.put("")

    def until(self, words):
        """The next line with these words."""
        while line := self._lines.get(timeout=PATIENCE):
            self.said.append(line)
            if words in line:
                return line
        pytest.fail(f"ended without {words!r}: {''.join(self.said)}")

    def ended(self):
        """Return once no process holds the output any more."""
        while line := self._lines.get(timeout=PATIENCE):
            self.said.append(line)

    def page(self, path="", **headers):
        """A page without the script that is put into it."""
        request = urllib.request.Request(self.address + path, headers=headers)
        with urllib.request.urlopen(request, timeout=PATIENCE) as answer:
            return re.sub(r"<script defer src=\"/__iom.*?</script>", "", answer.read().decode())

    def pages(self):
        """All pages by their paths."""
        folder = self.book.out / "html"
        paths = [path.relative_to(folder).as_posix() for path in folder.rglob("*.html")]
        return {path: self.page(path) for path in paths}


@contextmanager
def preview(book, **variables):
    command = [sys.executable, "-m", "iomdocs", "serve"]
    command += ["--source", str(book.source), "--out", str(book.out)]
    with subprocess.Popen(
        command,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        start_new_session=True,
        env={**os.environ, **variables},
    ) as run:
        try:
            yield Preview(book, run)
        finally:
            run.terminate()
            run.wait(PATIENCE)


@pytest.fixture(scope="module")
def town(tmp_path_factory):
    """The town book as it is served to all tests of this module, each with a page of its own."""
    with preview(Book("town", tmp_path_factory.mktemp("served"))) as served:
        yield served


@pytest.fixture
def opened(town, browser):
    """Opens a page of the town in a browser."""
    pages = []

    def open_page(path):
        pages.append(browser.new_page(viewport={"width": 900, "height": 400}))
        pages[-1].goto(town.address + path)
        return pages[-1]

    yield open_page
    for page in pages:
        page.close()


@pytest.mark.parametrize(
    "path",
    [
        "../../docs/conf.py",
        "%2e%2e/%2e%2e/docs/conf.py",
        "..%2f..%2fdocs/conf.py",
        "..%5c..%5cdocs/conf.py",
        "/etc/passwd",
        "_static/",
        "link.py",
    ],
)
def test_nothing_outside_the_folder_is_served(town, path):
    link = town.book.out / "html" / "link.py"
    link.unlink(missing_ok=True)
    link.symlink_to(town.book.source / "conf.py")
    with pytest.raises(urllib.error.HTTPError, match="404"):
        town.page(path)


def test_only_this_machine_is_answered(town):
    assert town.address.startswith("http://127.0.0.1:")
    assert "Town" in town.page(Host="localhost")
    with pytest.raises(urllib.error.HTTPError, match="403"):
        town.page(Host="evil.example")


def test_an_open_page_is_loaded_again_where_the_reader_was(town, opened):
    page = opened("history.html")
    name = "#below"
    filling = "\n\n".join(f"Line {number}." for number in range(60))
    text = f"{(town.book.source / 'history.md').read_text('utf-8')}\n\n## Below\n\n{filling}\n"
    town.book.write("history.md", text)
    page.locator(name).wait_for(timeout=PATIENCE * 1000)
    page.evaluate("scrollTo(0, document.querySelector('#below').offsetTop + 500)")
    before = page.locator(name).bounding_box()["y"]
    assert before < 0
    first = text.split("\n\n", 1)
    town.book.write("history.md", f"{first[0]}\n\nSaved above.\n\nSaved, too.\n\n{first[1]}")
    expect(page.get_by_text("Saved above.")).to_be_attached(timeout=PATIENCE * 1000)
    page.wait_for_load_state("load")
    assert page.locator(name).bounding_box()["y"] == pytest.approx(before, abs=2)


def test_what_is_wrong_is_shown_until_it_is_mended(town, opened):
    page = opened("life.html")
    good = (town.book.source / "life.md").read_text("utf-8")
    town.book.write("life.md", f"{good}\n\nThere are {{fact}}`town.nothing` of them.\n")
    line = f"life.md:{good.count(chr(10)) + 3}: F001 "
    assert line in town.until("F001")
    panel = page.get_by_role("alert")
    expect(panel).to_contain_text(line, timeout=PATIENCE * 1000)
    expect(panel).to_contain_text("hint: ")
    town.book.write("life.md", f"{good}\n\nIt is mended.\n")
    expect(page.get_by_text("It is mended.")).to_be_attached(timeout=PATIENCE * 1000)
    expect(panel).to_have_count(0)


def test_what_is_served_after_saves_is_what_a_build_gives(book):
    def edit_text(village):
        village.write("history.md", (village.source / "history.md").read_text() + "\n\nMore.\n")

    def edit_heading(village):
        village.replace("history.md", "# ", "# A new ")

    def edit_fact(village):
        village.replace("villagefacts.py", "Number(9)", "Number(8)")

    village = book("village")
    with preview(village) as served:
        for save in (edit_text, edit_heading, edit_fact):
            before = served.pages()
            save(village)
            served.until("shown after")
            shown = {path: page for path, page in served.pages().items() if page != before[path]}
            assert shown
            served.until("is up to date")
            assert {path: served.page(path) for path in shown} == shown
    clean = Book("village", village.source.parent)
    clean.out = village.source.parent / "clean"
    assert clean.build("html") == 0
    assert files_of(clean.out) == files_of(village.out)
    for name in files_of(clean.out):
        assert filecmp.cmp(clean.out / name, village.out / name, shallow=False), name


def files_of(folder):
    return {path.relative_to(folder) for path in folder.rglob("*") if path.is_file()}


@pytest.mark.parametrize("ending", [signal.SIGINT, signal.SIGTERM])
def test_nothing_is_left_when_it_is_stopped(book, ending):
    with TemporaryDirectory() as temporary, preview(book("plain"), TMPDIR=temporary) as served:
        os.killpg(served.run.pid, ending)
        served.until("Stopped.")
        assert served.run.wait(PATIENCE) == 0
        served.ended()
        assert "Traceback" not in "".join(served.said)
        assert not any(Path(temporary).iterdir())
