"""What a check found, as text, as JSON, and as annotations of a pull request."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from iomdocs.diagnostics import Diagnostic, on_one_line, shown_path

APPROVAL = "is code: a maintainer must approve the change"
"""What is said of a file that can do more than a page can."""


@dataclass(frozen=True, slots=True)
class Told:
    """What is to be told: findings, the named files that are code, and what pages silence."""

    findings: Sequence[Diagnostic]
    code: Sequence[Path] = ()
    silenced: Mapping[str, int] = field(default_factory=dict)


def as_text(told: Told) -> str:
    """A line for each finding, and one for its hint; a line says so if it stops nothing."""
    lines = [_line(each) for each in told.findings]
    lines += [f"{on_one_line(shown_path(str(path)))}: {APPROVAL}" for path in told.code]
    return "".join(f"{line}\n" for line in lines)


def _line(found: Diagnostic) -> str:
    if found.severity == "error":
        return str(found)
    return str(found).replace(f" {found.code} ", f" {found.code} ({found.severity}) ", 1)


def as_json(told: Told) -> str:
    """``findings``, each with place and code; ``code``, the files that are; and ``silenced``."""
    rows = [
        {
            "path": shown_path(each.location.path),
            "line": each.location.line,
            "column": each.location.column,
            "code": each.code,
            "severity": each.severity,
            "message": each.message,
            "hint": each.hint,
        }
        for each in told.findings
    ]
    whole = {
        "findings": rows,
        "code": [shown_path(str(path)) for path in told.code],
        "silenced": dict(sorted(told.silenced.items())),
    }
    return f"{json.dumps(whole, ensure_ascii=True, indent=2)}\n"


def as_annotations(told: Told) -> str:
    """Workflow commands of GitHub, one a line, as its documentation has them.

    Whatever a page says stays within its annotation: each character that ends a line, a property
    or a command is escaped.
    """
    lines = [_annotation(each) for each in told.findings]
    files = (_property(shown_path(str(path))) for path in told.code)
    lines += [f"::notice file={file},title=code::{APPROVAL}" for file in files]
    return "".join(f"{line}\n" for line in lines)


def _annotation(found: Diagnostic) -> str:
    place = found.location
    given = {
        "file": shown_path(place.path),
        "line": str(place.line or 1),
        **({"col": str(place.column)} if place.column else {}),
        "title": found.code,
    }
    properties = ",".join(f"{name}={_property(value)}" for name, value in given.items())
    lines = [found.message, *([f"hint: {found.hint}"] if found.hint else [])]
    return f"::{found.severity} {properties}::{_data(chr(10).join(map(on_one_line, lines)))}"


def _data(text: str) -> str:
    escaped = text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")
    return escaped.replace("##[", "## [")  # the older form of a command, wherever it stands


def _property(text: str) -> str:
    return _data(on_one_line(text)).replace(":", "%3A").replace(",", "%2C")


FORMATS: Mapping[str, Callable[[Told], str]] = {
    "text": as_text,
    "json": as_json,
    "github": as_annotations,
}
"""How findings are told, by the name of the format."""
