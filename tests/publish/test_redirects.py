"""Two pages with one address, and redirects that lead nowhere: told before anything is written."""

import pytest

from tests.findings import findings, line_in
from tests.formats.conftest import ROOTS, make


@pytest.fixture
def plain(book):
    return book("plain")


def with_redirects(plain, redirects):
    plain.replace("conf.py", '"iomdocs"]', '"iomdocs", "sphinx_reredirects"]')
    lines = "".join(f'    "{old}": "{new}",\n' for old, new in redirects.items())
    conf = (plain.source / "conf.py").read_text("utf-8")
    plain.write("conf.py", f"{conf}redirects = {{\n{lines}}}\n")


def test_a_redirect_to_a_page_that_is_not_there(plain, capfd):
    with_redirects(plain, {"was": "second.html", "old/two": "../secnd.html"})
    assert plain.build("html") == 1
    assert findings(capfd) == [
        (
            "conf.py",
            line_in(plain, "conf.py", "old/two"),
            "L004",
            "the redirect from 'old/two' leads nowhere: there is no page '../secnd.html'",
            "did you mean ../second.html or ../index.html?",
        )
    ]


@pytest.mark.parametrize(
    "target",
    [
        *("/second.html", "second.html#place", "https://example.org/", "then.html"),
        *("/en/latest/other.html", "../stable/other.html"),
    ],
)
def test_a_redirect_that_can_be_followed(plain, target):
    with_redirects(plain, {"was": target, "then": "second.html"})
    assert plain.build("html") == 0


def test_redirects_in_a_circle(plain, capfd):
    with_redirects(plain, {"one": "two.html", "two": "one.html"})
    assert plain.build("html") == 1
    assert [found[2] for found in findings(capfd)] == ["L004", "L004"]


@pytest.mark.parametrize("old", ["second", "Second", "second.html"])
def test_a_redirect_over_a_page(plain, capfd, old):
    with_redirects(plain, {old: "index.html"})
    assert plain.build("html") == 1
    ((place, line, code, message, hint),) = findings(capfd)
    assert (place, line, code) == ("conf.py", line_in(plain, "conf.py", old), "L005")
    assert message.startswith(f"the redirect from '{old}' has the address of a page")
    assert hint == "take the redirect out of the settings, or rename the page"


def test_pages_that_differ_by_case_only(plain, capfd):
    plain.write("Second.md", "# Another second page\n")
    plain.replace("index.md", "second\n", "second\nSecond\n")
    assert plain.build("html") == 1
    assert findings(capfd) == [
        (
            "second.md",
            1,
            "L005",
            "the pages 'Second' and 'second' have one address, second.html",
            "rename one of them; names that differ by case only are the same on many systems",
        )
    ]


def test_a_page_and_a_folder_of_one_name(plain, tmp_path):
    (plain.source / "second").mkdir()
    plain.write("second/index.md", "# The second part\n")
    plain.replace("index.md", "second\n", "second\nsecond/index\n")
    assert make("html", plain.source, tmp_path / "files").warnings == ""
    folders = make("dirhtml", plain.source, tmp_path / "folders").warnings
    assert "'second' and 'second/index' have one address, second/index.html" in folders


def test_redirects_of_pages_that_are_folders(tmp_path):
    given = {
        "extensions": ["myst_parser", "iomdocs", "sphinx_reredirects"],
        "redirects": {"was": "../second/", "then": "../nowhere/"},
    }
    warnings = make("dirhtml", ROOTS / "plain", tmp_path, **given).warnings
    assert "'then' leads nowhere" in warnings
    assert "'was'" not in warnings


def test_an_address_from_the_root_of_the_host_is_one_below_the_address_of_the_website(tmp_path):
    given = {
        "extensions": ["myst_parser", "iomdocs", "sphinx_reredirects"],
        "html_baseurl": "https://host.example/book/",
        "redirects": {"was": "/book/second.html", "out": "/map.html", "then": "/book/nowhere.html"},
    }
    warnings = make("html", ROOTS / "plain", tmp_path, **given).warnings
    assert warnings.count("leads nowhere") == 1
    assert "'then' leads nowhere" in warnings
