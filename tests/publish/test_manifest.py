"""The lists of all that is published: what stands there, and nothing of when and where."""

import hashlib
import json
import subprocess

import pytest

from tests.conftest import Book

OF_THEMSELVES = {"manifest.json", "SHA256SUMS", "receipt.json", "html/receipt.html", ".iomdocs"}


@pytest.fixture(scope="module")
def manifest(town):
    return json.loads((town.out / "manifest.json").read_text("utf-8"))


@pytest.fixture(scope="module")
def published(town):
    """Every file by its path, but for those that tell of the others."""
    files = {path.relative_to(town.out).as_posix(): path for path in town.out.rglob("*")}
    return {
        name: path
        for name, path in sorted(files.items())
        if path.is_file() and name not in OF_THEMSELVES
    }


def test_the_manifest_lists_every_file_with_size_and_digest(manifest, published):
    listed = {each["path"]: (each["size"], each["sha256"]) for each in manifest["files"]}
    assert listed == {
        name: (path.stat().st_size, hashlib.sha256(path.read_bytes()).hexdigest())
        for name, path in published.items()
    }
    assert list(listed) == sorted(listed)


def test_the_manifest_says_which_book_it_is(manifest):
    files = manifest["files"]
    assert {name: said for name, said in manifest.items() if name != "files"} == {
        "title": "Town book",
        "edition": "2021-03-04",
        "language": "en",
        "formats": ["html", "pdf", "epub"],
    }
    assert {key for each in files for key in each} == {
        *("path", "size", "sha256", "media_type", "format")
    }


@pytest.mark.parametrize(
    ("path", "media_type", "format_"),
    [
        ("html/index.html", "text/html", "html"),
        ("html/_downloads/town-book.pdf", "application/pdf", "html"),
        ("html/_downloads/SHA256SUMS", "text/plain", "html"),
        ("html/objects.inv", "application/octet-stream", "html"),
        ("town-book-html.zip", "application/zip", "html"),
        ("town-book.pdf", "application/pdf", "pdf"),
        ("town-book.epub", "application/epub+zip", "epub"),
        ("facts.json", "application/json", "data"),
        ("facts.schema.json", "application/json", "data"),
    ],
)
def test_each_file_has_its_type_and_format(manifest, path, media_type, format_):
    (found,) = [each for each in manifest["files"] if each["path"] == path]
    assert (found["media_type"], found["format"]) == (media_type, format_)


def test_the_checksums_are_those_of_the_manifest(town, manifest):
    lines = [f"{each['sha256']}  {each['path']}\n" for each in manifest["files"]]
    assert (town.out / "SHA256SUMS").read_text("utf-8") == "".join(lines)
    check = ["sha256sum", "--check", "--strict", "--quiet", "SHA256SUMS"]
    subprocess.run(check, cwd=town.out, check=True)


def test_a_book_of_the_past_tells_its_day_and_a_hidden_file_is_listed(book):
    plain: Book = book("plain")
    (plain.source / "more").mkdir()
    plain.write("more/.nojekyll", "")
    with (plain.source / "conf.py").open("a", encoding="utf-8") as conf:
        conf.write('html_extra_path = ["more"]\niomdocs_as_of = "2016-09-19"\n')
    assert plain.build("html") == 0
    said = json.loads((plain.out / "manifest.json").read_text("utf-8"))
    assert said["as_of"] == "2016-09-19"
    assert said["formats"] == ["html"]
    assert "html/.nojekyll" in {each["path"] for each in said["files"]}


def test_a_list_that_was_lost_is_made_again(book):
    plain: Book = book("plain")
    assert plain.build("html") == 0
    lists = [plain.out / name for name in ("manifest.json", "SHA256SUMS")]
    before = [file.read_bytes() for file in lists]
    for lost in lists:
        lost.unlink()
        assert plain.build("html") == 0
        assert [file.read_bytes() for file in lists] == before
