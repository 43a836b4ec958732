"""A Chromium without a window, as every test that needs a browser starts it."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

SWITCHES = ("--no-sandbox", "--disable-background-networking")


@contextmanager
def running(chromium: Path) -> Iterator[Browser]:
    """The browser, which ends with the block."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=SWITCHES)
        try:
            yield browser
        finally:
            browser.close()
