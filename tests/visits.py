"""What a reader's browser loads, counted as Chromium counts it: bytes on the wire, with headers."""

import gzip
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import BrowserContext

from tests.chromium import running


@dataclass(frozen=True)
class Visit:
    """What one page took."""

    loaded: dict[str, int]
    """Bytes by address, of what did not come from the cache."""
    drawings: int
    """Bytes that the drawings in the page would take alone."""

    @property
    def size(self) -> int:
        return sum(self.loaded.values())

    def __str__(self) -> str:
        rows = sorted(self.loaded.items(), key=lambda row: -row[1])
        return "\n".join([f"{self.size:7} in all", *(f"{size:7} {name}" for name, size in rows)])


class Reader:
    """Somebody who has visited nothing yet, and whose browser keeps what it may."""

    def __init__(self, context: BrowserContext, address: str) -> None:
        self._address = address
        self._page = context.new_page()
        self._wire = context.new_cdp_session(self._page)
        self._wire.send("Network.enable")
        self._wire.on("Network.requestWillBeSent", self._note_request)
        self._wire.on("Network.loadingFinished", self._note_end)
        self._requests: dict[str, str] = {}
        self._loaded: dict[str, int] = {}

    def _note_request(self, event: dict) -> None:
        self._requests[event["requestId"]] = event["request"]["url"]

    def _note_end(self, event: dict) -> None:
        if size := event["encodedDataLength"]:
            self._loaded[self._requests[event["requestId"]]] = int(size)

    def visit(self, path: str) -> Visit:
        """Open a page and wait until nothing more is loaded."""
        self._loaded = {}
        self._page.goto(f"{self._address}/{path}", wait_until="networkidle")
        markup = "document.querySelectorAll('main svg').values().map(e => e.outerHTML).toArray()"
        drawings = "".join(self._page.evaluate(markup))
        loaded = {name.removeprefix(self._address): size for name, size in self._loaded.items()}
        return Visit(loaded, len(gzip.compress(drawings.encode("utf-8"))))


@contextmanager
def new_reader(chromium: Path, address: str) -> Iterator[Reader]:
    """A reader with an empty cache."""
    with running(chromium) as browser:
        yield Reader(browser.new_context(), address)
