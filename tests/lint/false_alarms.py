"""What the rules about text find in the handbook, and how each finding was judged.

``python -m tests.lint.false_alarms`` prints both. ``judged.csv`` has every finding that the rules
have had since they were first run, with a verdict of somebody who read the sentence: ``true``, or
``false`` where nobody should have to do anything. ``now`` says what became of it: ``mended`` in
the handbook, ``silenced`` with a reason, or ``stays``. A finding that nobody has judged, or more
false ones than one in twenty, is a failure.

Since the handbook shows its facts with roles, little of it can be found by hand-written values. So
each value is put in the place of its role, and it is counted how many are found.
"""

import csv
import re
import sys
import tempfile
from collections import Counter
from pathlib import Path

from iomdocs.diagnostics import CODES, shown_path
from iomdocs.facts import registry, settings, text
from iomdocs.facts.reading import Reader
from iomdocs.languages import locale_of
from iomdocs.lint.book import Book, wishes
from iomdocs.lint.catalogue import rules
from iomdocs.lint.editorial.nakedfacts import facts_are_not_written_by_hand
from iomdocs.lint.page import Page
from iomdocs.publish import checking

HANDBOOK = Path(__file__).parents[2] / "docs"
JUDGED = Path(__file__).with_name("judged.csv")
MOST = 1 / 20

_ROLE = re.compile(r"\{fact(?P<how>:words|:year)?\}`(?P<fact>[^`@]+)`")


def judged():
    """The rows of the table."""
    with JUDGED.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def problems(*, notices=True):
    """What is wrong with the table, or with the rules: lines to print.

    :param notices: whether to look also for what must never stop a change: facts by hand.
    """
    rows = judged()
    open_ = Counter(_key(row) for row in rows if row["now"] in {"silenced", "stays"})
    checked = checking.check(HANDBOOK, HANDBOOK / "build")
    found = Counter(
        (each.code, shown_path(each.location.path), each.message)
        for each in (*checked.diagnostics, *checked.allowed)
        if each.code.startswith("W")
    )
    if not notices:
        found, open_ = (_without_notices(counter) for counter in (found, open_))
    lines = [f"not judged yet: {' '.join(key)}" for key in sorted(found - open_)]
    lines += [f"judged, but not found any more: {' '.join(key)}" for key in sorted(open_ - found)]
    false = sum(row["verdict"] == "false" for row in rows)
    if false > MOST * len(rows):
        lines.append(f"{false} of {len(rows)} findings are false, more than 1 in 20")
    return lines


def _without_notices(counter):
    never_stop = {code for code, rule in rules().items() if rule.severity == "notice"}
    return Counter({key: n for key, n in counter.items() if key[0] not in never_stop})


def _key(row):
    return row["code"], row["file"], row["message"]


def table():
    """A line for each rule with what was found in the handbook."""
    columns = ("mended", "silenced", "stays")
    rows = judged()
    lines = [_line("rule", "", "found", *columns, "true", "false")]
    for code in (*sorted(code for code in CODES if code.startswith("W")), "all"):
        mine = [row for row in rows if code in {row["code"], "all"}]
        counts = [sum(row["now"] == column for row in mine) for column in columns]
        verdicts = [sum(row["verdict"] == verdict for row in mine) for verdict in ("true", "false")]
        lines.append(_line(code, CODES.get(code, ""), len(mine), *counts, *verdicts))
    return lines


def _line(code, title, *counts):
    return f"{code:5}{title[:48]:50}" + "".join(f"{count:>9}" for count in counts)


def by_hand():
    """How many values of roles are found if they are written by hand, by their kind.

    :returns: for each kind how many there are, how many are found, and for how many of these the
        role that is told shows the same.
    """
    conf, _ = settings.read(HANDBOOK / "conf.py")
    known = registry.load(conf.facts, conf.folder, conf.bibliographies)
    reader = Reader(known, conf.edition, locale_of(conf.language))
    book = Book(HANDBOOK, wishes(conf.conf), HANDBOOK.rglob("*.md"), reader)
    shown, found, same = Counter(), Counter(), Counter()
    with tempfile.TemporaryDirectory() as folder:
        for page in book.pages:
            if page.path.parent.name == "contributing":
                continue
            written, places = _without_roles(page, reader)
            file = Path(folder, "page.md")
            file.write_text(written, "utf-8")
            shown.update(kind for _, _, kind in places)
            copy = Page(file, book.wishes.syntax)
            for each in facts_are_not_written_by_hand(copy, book):
                offset = copy.offset(each.line, each.column)
                for begin, value, kind in places:
                    if begin <= offset < begin + len(value):
                        found[kind] += 1
                        told = _ROLE.search(each.hint)
                        same[kind] += bool(told and _value(told, reader) == value)
    return shown, found, same


def _without_roles(page, reader):
    """A page with values in the place of roles, and where they stand, with their kinds."""
    parts, places, done = [], [], 0
    for match in _ROLE.finditer(page.text):
        reading = reader.read(match["fact"], tables=True)
        value = _value(match, reader)
        parts.append(page.text[done : match.start()])
        places.append((sum(map(len, parts)), value, reading.kind))
        parts.append(value)
        done = match.end()
    return "".join((*parts, page.text[done:])), places


def _value(match, reader):
    reading = reader.read(match["fact"], tables=True)
    if match["how"] == ":words":
        return text.in_words(reading.value, reader.locale)
    if match["how"] == ":year":
        return text.year_of(reading.value, reader.locale)
    return reading.text


def main():
    """Print the tables; returns 1 if a finding is not judged or too many are false."""
    print("\n".join(table()))
    false, every = (sum(row["verdict"] == "false" for row in judged()), len(judged()))
    print(f"\n{false} of {every} findings are false: 1 in {every // max(false, 1)}")
    print("\nValues that pages show with a role, written by hand instead:")
    shown, found, same = by_hand()
    print(_line("kind", "", "shown", "found", "same"))
    for kind in sorted(shown):
        print(_line("", kind, shown[kind], found[kind], same[kind]))
    print(_line("all", "", *(sum(counter.values()) for counter in (shown, found, same))))
    wrong = problems()
    print("".join(f"{line}\n" for line in wrong), end="", file=sys.stderr)
    return int(bool(wrong))


if __name__ == "__main__":
    sys.exit(main())
