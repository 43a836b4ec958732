"""Findings as they are printed: place, line, code, message and hint."""

import re
from contextlib import redirect_stderr
from io import StringIO

from iomdocs.cli import main

FINDING = re.compile(
    r"(?P<place>\S+?)(?::(?P<line>\d+)(?::\d+)?)?: (?P<code>[A-Z]\d{3}) (?P<message>.+)"
)


def findings(capfd):
    """Place, line, code, message and hint of each finding that was printed."""
    return parsed(capfd.readouterr().err)


def findings_of_pages(book, texts, *options):
    """What one build of a book says of further pages, by the names of the texts on them.

    Each text has a page of its own, all are told of in one run, and nothing else is.
    """
    names = {f"more{number}": name for number, name in enumerate(texts)}
    for page, name in names.items():
        book.write(f"{page}.md", f"{texts[name]}\n")
    contents = "".join(f"{page}\n" for page in names)
    index = (book.source / "index.md").read_text("utf-8")
    book.write("index.md", f"{index}\n```{{toctree}}\n{contents}```\n")
    with redirect_stderr(StringIO()) as printed:
        folders = ["--source", str(book.source), "--out", str(book.out)]
        assert main(["build", "html", *options, *folders]) == 1
    told = {name: [] for name in texts}
    for place, *finding in parsed(printed.getvalue()):
        told[names[place.removesuffix(".md")]].append(tuple(finding))
    return told


def parsed(printed):
    """The findings in what was printed."""
    assert "Traceback" not in printed
    found = []
    for line in printed.splitlines():
        if match := FINDING.fullmatch(line):
            found.append([match["place"].rsplit("/", 1)[-1], int(match["line"] or 0)])
            found[-1] += [match["code"], match["message"], ""]
        elif line.startswith("    hint: "):
            found[-1][-1] = line.removeprefix("    hint: ")
        else:
            assert line.startswith("iomdocs: "), f"neither a finding nor a hint: {line}"
    return [tuple(finding) for finding in found]


def line_in(book, file, words):
    lines = (book.source / file).read_text("utf-8").splitlines()
    return next(number for number, line in enumerate(lines, 1) if words in line)
