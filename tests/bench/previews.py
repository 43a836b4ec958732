"""From a save to the page in a browser that shows it: servers that build again after a save."""

from __future__ import annotations

import importlib.util
import re
import shutil
import sys
import time
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from tests.bench.processes import Failed, running

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

_START = 1800.0
"""The most seconds that a server may take to say that it serves."""
_OPEN = 60.0
"""The most seconds from there to its first page."""
_RELOAD = 300.0
"""The most seconds from a save to the page with the new words."""
_CALM = 2.0
"""Seconds before a save, for work that a server still does after it has shown a page."""

_HOST = r"http://127\.0\.0\.1:\d+"
_ADDRESS = re.compile(rf"{_HOST}[^\s\x1b]*")  # up to the codes of a colour
_SAVED = "Saved"


class Server(NamedTuple):
    """A program that serves a book and builds it again after a save."""

    module: str
    options: tuple[str, ...]
    """Before the folder of the sources."""
    out: tuple[str, ...]
    """Between the folder of the sources and that of the result."""
    ready: str
    """A pattern of what it prints once its first build is done."""


OURS = Server("iomdocs", ("serve", "--source"), ("--out",), rf"{_HOST}/html/")
AUTOBUILD = Server("sphinx_autobuild", ("-q", "--port", "0"), (), "Waiting to detect changes")


_SHOWS = "words => document.body && document.body.innerText.includes(words)"
"""Looked at every hundredth of a second; waiting for an element looks twice a second in the end."""


@dataclass
class Preview:
    """A page open in a browser, and the file it is made from."""

    page: Page
    file: Path

    def save(self, number: int) -> float:
        """Seconds from a save to the page that shows what was saved.

        :raises Failed: the page does not come to show it.
        """
        heading, rest = self.file.read_text("utf-8").split("\n\n", 1)
        if rest.startswith(_SAVED):
            _, rest = rest.split("\n\n", 1)
        words = f"{_SAVED} {number} times by now."
        time.sleep(_CALM)
        begun = time.perf_counter()
        self.file.write_text(f"{heading}\n\n{words}\n\n{rest}", "utf-8")
        self._wait(words)
        return time.perf_counter() - begun

    def _wait(self, words: str) -> None:
        from playwright.sync_api import TimeoutError as Late

        try:
            self.page.wait_for_function(_SHOWS, arg=words, polling=10, timeout=_RELOAD * 1000)
        except Late as late:
            msg = f"the open page did not show a save within {_RELOAD:.0f} s"
            raise Failed(msg) from late


@dataclass
class Previews:
    """The servers that run, each with an open page, and the browser they share."""

    _ends: ExitStack = field(default_factory=ExitStack)
    _browser: Browser | None = None
    _open: dict[Server, Preview] = field(default_factory=dict)

    def opened(self, server: Server, source: Path, folder: Path, text: str) -> Preview:
        """The preview of a server, which is started if it does not run; one save is then done.

        :param folder: where the server writes.
        :param text: the page to open, as Sphinx names it.
        :raises Failed: it does not serve, or something that it needs is missing.
        """
        if server not in self._open:
            address = self._start(server, source, folder)
            preview = Preview(self._page(f"{address}{text}.html"), source / f"{text}.md")
            preview.save(0)  # what a server loads with the first save is not measured
            self._open[server] = preview
        return self._open[server]

    def close(self) -> None:
        """End the servers and the browser."""
        self._open.clear()
        self._browser = None
        self._ends.close()

    def _start(self, server: Server, source: Path, folder: Path) -> str:
        """Start a server; returns the address of its pages."""
        if importlib.util.find_spec(server.module) is None:
            msg = f"{server.module} is missing; install the extra 'bench'"
            raise Failed(msg)
        folder.mkdir(parents=True, exist_ok=True)
        command = [sys.executable, "-m", server.module, *server.options, source]
        command += [*server.out, folder / "out"]
        said = folder / "said"
        process = self._ends.enter_context(running(command, source, said))
        latest = time.monotonic() + _START
        while not re.search(server.ready, words := said.read_text("utf-8", "replace")):
            if process.poll() is not None or time.monotonic() > latest:
                msg = f"{words[-3000:]}\n{' '.join(map(str, command))} does not serve"
                raise Failed(msg)
            time.sleep(0.2)
        return _ADDRESS.findall(words)[-1].rstrip("/") + "/"

    def _page(self, address: str) -> Page:
        """Open a page of a server that says it is ready a moment before it is."""
        from playwright.sync_api import Error

        if self._browser is None:
            self._browser = self._chromium()
        page = self._browser.new_page()
        latest = time.monotonic() + _OPEN
        while time.monotonic() < latest:
            try:
                page.goto(address)
            except Error:
                time.sleep(0.2)
            else:
                return page
        msg = f"{address} cannot be opened"
        raise Failed(msg)

    def _chromium(self) -> Browser:
        found = shutil.which("chromium") or shutil.which("chromium-browser")
        if found is None or importlib.util.find_spec("playwright") is None:
            msg = "Chromium or the package playwright is missing"
            raise Failed(msg)
        from tests.chromium import running as running_browser

        return self._ends.enter_context(running_browser(Path(found)))
