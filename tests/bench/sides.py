"""What is measured: each side of a row, a build or a save of this program or of another."""

import shutil
import sys
import zipfile
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import Enum
from pathlib import Path

from iomdocs.verify.pdf import printed_facts
from tests.bench import previews, records
from tests.bench.book import Book, Form, write
from tests.bench.previews import Previews
from tests.bench.processes import Cost, Failed, run

FORMATS = ("html", "pdf", "epub")
_DENSE = 20
"""Facts a page where their cost is measured."""


class Length(Enum):
    """The two lengths at which books are built."""

    FEW = "few"
    MANY = "many"


@dataclass
class Bench:
    """The folder in which everything is made, and how large the books are."""

    folder: Path
    few: Book
    many: Book
    stock_jobs: str = "1"
    """How many processes Sphinx may use for itself: a number or ``auto``."""
    previews: Previews = field(default_factory=Previews)

    def book(self, length: Length) -> Book:
        return self.few if length is Length.FEW else self.many

    def source(self, book: Book, form: Form, purpose: str = "") -> Path:
        """The sources of a book, written when they are first asked for."""
        name = f"{form.value}-{book.pages}-{book.facts}{purpose}"
        folder = self.folder / "sources" / name
        if not folder.exists():
            write(folder, book, form)
        return folder

    def ours(self, book: Book, form: Form, formats: Sequence[str], *, again: bool = False) -> Cost:
        """Build with this program.

        :param again: over what the last build left, which is made first if there is none.
        """
        source = self.source(book, form)
        folder = self.folder / "ours" / "-".join((source.name, *formats))
        command = [sys.executable, "-m", "iomdocs", "build", *formats]
        command += ["--source", source, "--out", folder / "out"]
        if again and not folder.exists():
            self.ours(book, form, formats)
        return self._build(command, folder, book, again=again)

    def stock(self, book: Book, theme: str, *, again: bool = False) -> Cost:
        """Build the HTML with Sphinx alone."""
        source = self.source(book, Form.STOCK)
        folder = self.folder / "stock" / f"{source.name}-{theme}"
        command = [sys.executable, "-m", "sphinx", "-q", "-j", self.stock_jobs, "-b", "html"]
        command += ["-D", f"html_theme={theme}", source, folder / "out"]
        if again and not folder.exists():
            self.stock(book, theme)
        return self._build(command, folder, book, again=again)

    def _build(self, command: Sequence[object], folder: Path, book: Book, *, again: bool) -> Cost:
        if not again:
            shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True, exist_ok=True)
        return run(command, self.folder, looked_at=book.pages == self.many.pages)

    def change(self, run: int) -> Cost:
        """Change one fact and build everything again.

        :raises Failed: a page or a format does not show the new value.
        """
        book = self.few
        source = self.source(book, Form.FACTS)
        folder = self.folder / "ours" / "-".join((source.name, *FORMATS))
        if not folder.exists():
            self.ours(book, Form.FACTS, FORMATS)
        value = records.BEFORE + 1 + run
        records.change(source, value)
        cost = self.ours(book, Form.FACTS, FORMATS, again=True)
        if missing := _without(folder / "out", book, records.printed(value)):
            msg = f"the changed fact is not shown by {', '.join(missing)}"
            raise Failed(msg)
        return cost

    def verify(self) -> Cost:
        """Read the finished files of a book with many facts again, and compare them."""
        book = replace(self.few, facts=_DENSE)
        folder = self.folder / "ours" / "-".join((self.source(book, Form.FACTS).name, *FORMATS))
        if not folder.exists():
            self.ours(book, Form.FACTS, FORMATS)
        command = [sys.executable, "-m", "iomdocs", "verify", folder / "out"]
        return run(command, self.folder, looked_at=False)

    def save(self, run: int, form: Form) -> Cost:
        """Save a page that is open in a browser, and wait for the new words."""
        source = self.source(self.few, form, "-served")
        text = self.few.texts[len(self.few.texts) // 2]
        serve = previews.OURS if form is Form.FACTS else previews.AUTOBUILD
        preview = self.previews.opened(serve, source, self.folder / "served" / form.value, text)
        return Cost(preview.save(run + 1), 0, 0, 0)


def _without(out: Path, book: Book, words: str) -> list[str]:
    """The pages and formats in which words are missing that three pages and the register show."""
    showing = [*book.watched, "register"]
    missing = [
        f"html/{name}.html"
        for name in showing
        if words not in (out / "html" / f"{name}.html").read_text("utf-8")
    ]
    with zipfile.ZipFile(next(out.glob("*.epub"))) as epub:
        missing += [
            f"{name} in the ePub"
            for name in showing
            if words not in epub.read(f"{name}.xhtml").decode()
        ]
    printed = printed_facts(next(out.glob("*.pdf")))
    if sum(fact.text == words for fact in printed) < len(showing):
        missing.append("the PDF")
    return missing


@dataclass(frozen=True)
class Side:
    """One of the two things that a row compares."""

    title: str
    take: Callable[[Bench, int], Cost]
    """Measures it in a run with this number, counted from 0."""
    length: Length = Length.FEW
    once: bool = False
    """Whether it takes so long that it is measured in the first run only."""


def _ours(length: Length, *formats: str) -> Side:
    title = "all formats" if formats == FORMATS else ", ".join(formats)
    return Side(
        f"iomdocs, {title}",
        lambda bench, _run: bench.ours(bench.book(length), Form.FACTS, formats),
        length,
    )


def _stock(length: Length, theme: str, *, once: bool = False) -> Side:
    return Side(
        f"Sphinx, {theme}",
        lambda bench, _run: bench.stock(bench.book(length), theme),
        length,
        once,
    )


def _dense(form: Form) -> Side:
    return Side(
        f"iomdocs, {_DENSE} facts a page, {form.value}",
        lambda bench, _run: bench.ours(replace(bench.few, facts=_DENSE), form, FORMATS),
    )


_THEME = "sphinx_book_theme"

SIDES: Mapping[str, Side] = {
    "ours": _ours(Length.FEW, *FORMATS),
    "ours-many": _ours(Length.MANY, *FORMATS),
    **{f"ours-{name}": _ours(Length.FEW, name) for name in FORMATS},
    **{f"ours-{name}-many": _ours(Length.MANY, name) for name in FORMATS},
    "ours-changed": Side("iomdocs, a fact changed", lambda bench, run: bench.change(run)),
    "ours-again": Side(
        "iomdocs, nothing changed",
        lambda bench, _run: bench.ours(bench.few, Form.FACTS, FORMATS, again=True),
    ),
    "ours-saved": Side("iomdocs serve", lambda bench, run: bench.save(run, Form.FACTS)),
    "ours-facts": _dense(Form.FACTS),
    "ours-verified": Side(
        f"iomdocs verify, {_DENSE} facts a page", lambda bench, _run: bench.verify()
    ),
    "ours-plain": _dense(Form.PLAIN),
    "stock": _stock(Length.FEW, _THEME),
    "stock-many": _stock(Length.MANY, _THEME, once=True),
    "stock-basic": _stock(Length.FEW, "basic"),
    "stock-again": Side(
        "Sphinx, nothing changed",
        lambda bench, _run: bench.stock(bench.few, _THEME, again=True),
    ),
    "stock-saved": Side("sphinx-autobuild", lambda bench, run: bench.save(run, Form.STOCK)),
}
