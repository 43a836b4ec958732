"""What is said of a build that was checked: for programs, and in a few words."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from iomdocs.verify.finished import RECEIPT
from iomdocs.verify.verification import Verified


def receipt(verified: Verified) -> Mapping[str, Any]:
    """The receipt of a check: the same for the same files, without times or names of computers."""
    return {
        "edition": verified.edition,
        "checked": {
            name: {
                "topics": len(each.topics),
                "facts": sum(len(topic.occurrences) for topic in each.topics.values()),
                "words": sum(topic.summary.words for topic in each.topics.values()),
                "excluded": dict(sorted(each.excluded.items())),
            }
            for name, each in sorted(verified.editions.items())
        },
        "recorded": dict(sorted(verified.shown.items())),
        "differences": dict(sorted(Counter(each.code for each in verified.findings).items())),
        "sha256": dict(verified.digests),
    }


def write(folder: Path, said: Mapping[str, Any]) -> None:
    """Write a receipt into a folder."""
    text = json.dumps(said, ensure_ascii=False, indent=1) + "\n"
    (folder / RECEIPT).write_text(text, "utf-8", newline="\n")


def read(folder: Path) -> Mapping[str, Any] | None:
    """The receipt in a folder; ``None`` if there is none that can be read."""
    try:
        said = json.loads((folder / RECEIPT).read_bytes())
    except (OSError, ValueError):
        return None
    return said if isinstance(said, dict) and "sha256" in said else None


NAMES = {"epub": "ePub", "html": "HTML", "pdf": "PDF"}


def summary(said: Mapping[str, Any]) -> str:
    """A line for each format, and how the facts were shown to be those that are recorded."""
    lines = []
    for name, counts in said["checked"].items():
        excluded = ", ".join(f"{number} {kind}" for kind, number in counts["excluded"].items())
        lines.append(
            f"{NAMES[name]}: {counts['topics']} topics, {counts['facts']:,} facts, "
            f"{counts['words']:,} words; not compared: {excluded or 'nothing'}\n"
        )
    if said["recorded"]:
        ways = ", ".join(f"{number:,} {way}" for way, number in said["recorded"].items())
        lines.append(f"as facts.json has them: {ways}\n")
    return "".join(lines)
