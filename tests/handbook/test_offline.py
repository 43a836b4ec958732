"""The website of the handbook loads nothing from another host."""

from pathlib import Path

from playwright.sync_api import Browser

from tests.offline import loaded_from_elsewhere
from tests.site import served

KINDS = ("index", "organization/membership", "reference/register", "reference/glossary", "search")
"""Pages of each kind; the files of all others are looked at in the test before."""


def test_no_file_names_another_host(handbook: Path) -> None:
    assert loaded_from_elsewhere(handbook / "html") == []


def test_no_request_leaves_the_site(handbook: Path, browser: Browser) -> None:
    asked: list[str] = []
    with served(handbook / "html") as address:
        page = browser.new_page(color_scheme="dark")
        page.on("request", lambda request: asked.append(request.url))
        for name in KINDS:
            answer = page.goto(f"{address}/{name}.html", wait_until="networkidle")
            assert answer.ok, name
    assert len(asked) > len(KINDS)
    assert [url for url in asked if not url.startswith((f"{address}/", "data:"))] == []
