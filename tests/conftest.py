"""What several tests need: small books to build, the handbook built once, a browser."""

import gc
import os
import re
import shutil
from collections.abc import Callable, Iterator
from importlib import import_module
from pathlib import Path

import pytest
from playwright.sync_api import Browser
from sphinx.application import builtin_extensions

from iomdocs.cli import main
from tests.chromium import running
from tests.shared import build_once

ROOTS = Path(__file__).parent / "roots"
HANDBOOK = Path(__file__).parent.parent / "docs"

for _name in builtin_extensions:
    import_module(_name)  # loaded with a book, it would keep the words of that book's language


def pytest_collection_finish() -> None:
    """What is loaded by now stays: searches for rubbish, which books make often, leave it out."""
    gc.collect()
    gc.freeze()


class Book:
    """A copy of a small book, to be changed and built."""

    def __init__(self, name: str, folder: Path) -> None:
        self.source = folder / "docs"
        self.out = folder / "build"
        if not self.source.exists():
            shutil.copytree(ROOTS / name, self.source)

    def build(self, *formats: str) -> int:
        return main(["build", *formats, "--source", str(self.source), "--out", str(self.out)])

    def ids(self) -> list[str]:
        """The ids of the facts in the order of the records."""
        records = "".join(file.read_text("utf-8") for file in sorted(self.source.glob("*facts.py")))
        return re.findall(r'^        id="(.+)"', records, re.MULTILINE)

    def published(self) -> set[str]:
        """The names of what stands in the output folder; notes of the program left out."""
        return {path.name for path in self.out.iterdir() if not path.name.startswith(".")}

    def replace(self, file: str, old: str, new: str) -> None:
        """Change one place of a source file."""
        path = self.source / file
        text = path.read_text("utf-8")
        assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in {file}"
        path.write_text(text.replace(old, new), "utf-8")

    def write(self, file: str, text: str) -> None:
        (self.source / file).write_text(text, "utf-8")


@pytest.fixture
def book(tmp_path: Path) -> Callable[[str], Book]:
    """Makes a copy of a small book from ``tests/roots``."""
    return lambda name: Book(name, tmp_path / name)


def shared_book(factory: pytest.TempPathFactory, name: str, *formats: str) -> Book:
    """A small book in these formats, or in all, that all processes share; not to be changed."""

    def build(folder: Path) -> None:
        assert Book(name, folder).build(*formats) == 0

    return Book(name, build_once(factory, "-".join((name, *formats)), build))


@pytest.fixture(scope="session")
def town(tmp_path_factory: pytest.TempPathFactory) -> Book:
    """The town book, built once in all formats; not to be changed."""
    return shared_book(tmp_path_factory, "town")


@pytest.fixture(scope="session")
def village(tmp_path_factory: pytest.TempPathFactory) -> Book:
    """The book with disputed facts, built once in all formats; not to be changed."""
    return shared_book(tmp_path_factory, "village")


@pytest.fixture(scope="session")
def handbook(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder with the handbook in all formats, built once; or the one that is named.

    A run that has just published the handbook names it, to save the time of a second build.
    """
    if published := os.environ.get("PUBLISHED_HANDBOOK"):
        return Path(published)

    def build(folder: Path) -> None:
        assert main(["build", "--source", str(HANDBOOK), "--out", str(folder)]) == 0

    return build_once(tmp_path_factory, "handbook", build)


@pytest.fixture(scope="session")
def chromium() -> Path:
    """The path of a Chromium to test pages with."""
    found = next(filter(None, map(shutil.which, ("chromium", "chromium-browser"))), None)
    if found is None:
        pytest.fail("Chromium is missing; on Debian install it with: apt-get install chromium")
    return Path(found)


@pytest.fixture(scope="module")
def browser(chromium: Path) -> Iterator[Browser]:
    """The browser of all tests of a module."""
    with running(chromium) as browser:
        yield browser
