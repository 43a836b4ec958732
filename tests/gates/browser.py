"""A finished website as a person has it in front of them: a browser, a width, light or dark."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from playwright.sync_api import Browser, Page

from tests.site import served


class View(NamedTuple):
    """How a page is looked at."""

    scheme: str
    width: int

    def __str__(self) -> str:
        return f"{self.scheme} at {self.width} px"


WIDE, NARROW = 1280, 390
FIRST_VIEW = View("light", WIDE)
OTHER_VIEWS = (View("light", NARROW), View("dark", WIDE), View("dark", NARROW))


class Website:
    """The pages of a folder in a browser, by their path without ending."""

    def __init__(self, browser: Browser, folder: Path, address: str) -> None:
        self.browser = browser
        self.folder = folder
        self.address = address

    @property
    def pages(self) -> list[str]:
        """The pages of the book; what a tool ships beside them is none."""
        names = (path.relative_to(self.folder) for path in sorted(self.folder.rglob("*.html")))
        return [str(name.with_suffix("")) for name in names if not name.parts[0].startswith("_")]

    @contextmanager
    def tab(self, view: View = FIRST_VIEW) -> Iterator[Page]:
        """An empty tab. What moves on a page stands still there, as some people set it."""
        page = self.browser.new_page(
            viewport={"width": view.width, "height": 900},
            color_scheme=view.scheme,
            reduced_motion="reduce",
        )
        yield page
        page.close()

    def show(self, page: Page, name: str) -> None:
        """Go to a page of the book."""
        page.goto(f"{self.address}/{name}.html")


@contextmanager
def website(browser: Browser, folder: Path) -> Iterator[Website]:
    """A folder served on this machine and looked at in a browser."""
    with served(folder) as address:
        yield Website(browser, folder, address)
