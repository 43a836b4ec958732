"""The day on which a page was last changed, as git knows it: the same everywhere, or none."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.finished import html_page, html_pages
from tests.formats.conftest import ROOTS, build
from tests.formats.published import SETTINGS, named


def git(folder: Path, *arguments: str, day: str = "2020-01-01") -> None:
    who = {f"GIT_{role}_{what}": "a@b.example" for role in ("AUTHOR", "COMMITTER")
           for what in ("NAME", "EMAIL")}  # fmt: skip
    when = {f"GIT_{role}_DATE": f"{day}T23:30:00+00:00" for role in ("AUTHOR", "COMMITTER")}
    environment = {**os.environ, **who, **when, "GIT_CONFIG_GLOBAL": os.devnull}
    command = ["git", "-c", "init.defaultBranch=main", *arguments]
    subprocess.run(command, cwd=folder, env=environment, check=True, capture_output=True)


@pytest.fixture(scope="module")
def history(tmp_path_factory) -> Path:
    """The town book in a repository: all from 2019, one page and the sources changed later."""
    folder = tmp_path_factory.mktemp("history")
    shutil.copytree(ROOTS / "town", folder / "docs")
    git(folder, "init")
    git(folder, "add", "docs")
    git(folder, "commit", "-m", "Begin", day="2019-03-04")
    for name, day in (("docs/life.md", "2020-05-06"), ("docs/sources.bib", "2021-07-08")):
        file = folder / name
        file.write_text(file.read_text("utf-8") + "\n", "utf-8")
        git(folder, "commit", "-a", "-m", "Change", day=day)
    return folder


def changed(folder: Path) -> dict[str, str]:
    """The day of the last change that each page shows."""
    days = {name: page.select(".page-changed time") for name, page in html_pages(folder).items()}
    return {name: found[0]["datetime"] for name, found in days.items() if found}


@pytest.mark.parametrize("zone", ["Pacific/Auckland", "America/Lima"])
def test_the_day_is_that_of_the_page_alone_and_the_same_everywhere(
    history, tmp_path, zone, monkeypatch
):
    monkeypatch.setenv("TZ", zone)
    folder = build(
        "html",
        history / "docs",
        tmp_path,
        **SETTINGS | {"html_static_path": [], "html_favicon": ""},
    )
    others = ("history", "index", "register", "sources")
    assert changed(folder) == {**dict.fromkeys(others, "2019-03-04"), "life": "2020-05-06"}
    page = html_page(folder / "life.html")
    assert page.select_one(".page-changed").get_text() == "Last changed on 6 May 2020"
    assert named(page, "article:modified_time") == "2020-05-06T23:30:00+00:00"


def test_a_shallow_clone_shows_only_what_is_certain(history, tmp_path):
    git(tmp_path, "clone", "--depth", "2", history.as_uri(), "clone")
    given = SETTINGS | {"html_static_path": [], "html_favicon": ""}
    folder = build("html", tmp_path / "clone" / "docs", tmp_path / "built", **given)
    assert "2019-03-04" not in changed(folder).values()


def test_without_git_nothing_is_shown_and_nothing_stops(history, tmp_path, monkeypatch):
    monkeypatch.setenv("PATH", str(tmp_path))
    given = SETTINGS | {"html_static_path": [], "html_favicon": ""}
    folder = build("html", history / "docs", tmp_path / "built", **given)
    assert changed(folder) == {}
    assert (folder / "sitemap.xml").is_file()


def test_outside_of_a_repository_nothing_is_shown(tmp_path):
    shutil.copytree(ROOTS / "town", tmp_path / "docs")
    given = SETTINGS | {"html_static_path": [], "html_favicon": ""}
    assert changed(build("html", tmp_path / "docs", tmp_path / "built", **given)) == {}
