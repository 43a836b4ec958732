"""Try everything hostile and print what happens: ``python -m tests.hostile``."""

import sys
import tempfile
from pathlib import Path

from tests.hostile import table


def main() -> int:
    """Print a line for each; returns 1 if anything is not refused as it must be."""
    with tempfile.TemporaryDirectory() as folder:
        outcome = table.run(Path(folder))
    width = max(len(row.name) for row in outcome.rows)
    for row in outcome.rows:
        place = f"line {row.line}" if row.line else "the file"
        again = {True: "and again by Sphinx", False: "Sphinx makes plain words of it or leaves it"}
        sphinx = "never run" if row.sphinx is None else again[row.again]
        verdict = "refused" if row.is_refused else "NOT REFUSED"
        print(f"{row.kind:6} {row.name:{width}} {verdict}  {row.code} {place}, {sphinx}")
    wrong = sum(not row.is_refused for row in outcome.rows)
    print(f"{len(outcome.rows)} tried, {len(outcome.rows) - wrong} refused, {wrong} not refused")
    return 1 if wrong or set(outcome.ends) != {"refused"} else 0


if __name__ == "__main__":
    sys.exit(main())
