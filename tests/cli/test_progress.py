"""The line of a step counts pages where somebody looks on, and is quiet elsewhere."""

import subprocess
from collections.abc import Callable

from tests.conftest import Book
from tests.terminal import command, on_a_terminal


def test_a_terminal_counts_the_pages_of_each_format(book: Callable[[str], Book]) -> None:
    told = on_a_terminal(command(book("town"), "html", "epub"))
    assert "reading 5/5" in told
    assert "HTML 5/5" in told
    assert "ePub 5/5" in told
    assert "\n\r" not in told.replace("\r\n", "\n")


def test_a_file_gets_a_line_for_each_step(book: Callable[[str], Book]) -> None:
    told = subprocess.run(
        command(book("plain"), "html"), capture_output=True, text=True, check=True
    ).stdout
    assert "\r" not in told
    assert "/" not in told.split("build/html", 1)[0].split("Putting", 1)[0]
