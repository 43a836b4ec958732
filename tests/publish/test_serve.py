"""The preview: served on this machine only, built again after a save."""

import re
import subprocess
import sys
import time
import urllib.error
import urllib.request

import pytest


@pytest.fixture
def served(book):
    """A book that is being served, and the address of its pages."""
    plain = book("plain")
    command = [sys.executable, "-m", "iomdocs", "serve"]
    command += ["--source", str(plain.source), "--out", str(plain.out)]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
    ) as run:
        for line in run.stdout:
            if match := re.match(r"(http://\S+)", line):
                yield plain, match[1]
                break
        else:
            pytest.fail("the preview did not start")
        run.terminate()


def page(address):
    with urllib.request.urlopen(address, timeout=5) as answer:
        return answer.read().decode()


def page_with(address, words, seconds=30):
    """The page once it holds ``words``, however long the build takes."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        try:
            if words in (text := page(address)):
                return text
        except urllib.error.URLError:
            pass  # the moment between the old and the new folder
        time.sleep(0.2)
    pytest.fail(f"no page with {words!r} after {seconds} s")


def test_a_saved_change_is_shown(served):
    plain, address = served
    assert address.startswith("http://127.0.0.1:")
    assert "without a single fact" in page(address)
    plain.replace("index.md", "without a single fact", "with a changed sentence")
    assert page_with(address, "with a changed sentence")


def test_nothing_outside_the_folder_is_served(served):
    _, address = served
    root = address.removesuffix("html/")
    for path in ("../docs/conf.py", "%2e%2e/docs/conf.py", "html/../../docs/conf.py"):
        with pytest.raises(urllib.error.HTTPError, match="404"):
            page(root + path)
