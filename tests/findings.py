"""Findings as they are printed: place, line, code, message and hint."""

import re

FINDING = re.compile(r"(?P<place>\S+?)(?::(?P<line>\d+))?: (?P<code>[A-Z]\d{3}) (?P<message>.+)")


def findings(capfd):
    """Place, line, code, message and hint of each finding that was printed."""
    printed = capfd.readouterr().err
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
