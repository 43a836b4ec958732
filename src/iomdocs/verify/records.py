"""What is said of published files in files beside them, compared with what they are.

``SHA256SUMS`` and ``manifest.json`` name all files; ``receipt.json`` and its page say what the last
check has found. A file that is changed, added or taken away after a build is found here, also where
it has nothing that is compared, as a style sheet.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from iomdocs.diagnostics import Diagnostic, Location
from iomdocs.verify import page
from iomdocs.verify.agreement import STALE
from iomdocs.verify.finished import MANIFEST, PAGE, RECEIPT, SUMS, digest_of
from iomdocs.verify.receipt import receipt
from iomdocs.verify.verification import Verified

_UNNAMED = frozenset({SUMS, MANIFEST, RECEIPT, f"html/{PAGE}", ".iomdocs"})
"""Files that tell of the others, and the one that only says who made the folder."""


def contradictions(folder: Path, verified: Verified) -> Iterator[Diagnostic]:
    """What published files are not, and is said of them; what is not said at all is no fault.

    :param verified: what a check has found in them.
    """
    yield from _of_sums(folder)
    yield from _of_manifest(folder)
    yield from _of_receipt(folder, verified)


def _of_sums(folder: Path) -> Iterator[Diagnostic]:
    if not (folder / SUMS).is_file():
        return
    told = _sums(folder)
    files = {path.relative_to(folder).as_posix(): path for path in folder.rglob("*")}
    there = {name for name, path in files.items() if path.is_file()} - _UNNAMED
    for name in sorted(there | set(told)):
        if name not in told:
            yield _fault(name, f"the file is not among those of {SUMS}")
        elif name not in there:
            yield _fault(name, f"the file is named in {SUMS} but not there")
        elif told[name] != digest_of(files[name]):
            yield _fault(name, f"the file is not the one that {SUMS} tells of")


def _sums(folder: Path) -> Mapping[str, str]:
    """The digests in ``SHA256SUMS`` by path; a line that is none is left out, and so its file."""
    lines = (folder / SUMS).read_text("utf-8", "replace").splitlines()
    pairs = (line.partition("  ") for line in lines)
    return {name: digest for digest, _blanks, name in pairs}


def _of_manifest(folder: Path) -> Iterator[Diagnostic]:
    if not ((folder / MANIFEST).is_file() and (folder / SUMS).is_file()):
        return
    try:
        files = json.loads((folder / MANIFEST).read_bytes())["files"]
        told = {each["path"]: each["sha256"] for each in files}
        sizes = {each["path"]: each["size"] for each in files}
    except (ValueError, LookupError, TypeError):
        yield _fault(MANIFEST, "this is no list of files")
        return
    if told != _sums(folder):
        yield _fault(MANIFEST, f"the files that it lists are not those of {SUMS}")
    for name, size in sizes.items():
        path = folder / str(name)
        if path.is_file() and path.stat().st_size != size:
            yield _fault(MANIFEST, f"{name} is said to have {size} bytes")


def _of_receipt(folder: Path, verified: Verified) -> Iterator[Diagnostic]:
    if not (folder / RECEIPT).is_file():
        return
    said = _as_written(receipt(verified))
    try:
        told = json.loads((folder / RECEIPT).read_bytes())
    except ValueError:
        told = None
    if told != said:
        yield _fault(RECEIPT, "what it says was found is not what is found in these files")
    shown = folder / "html" / PAGE
    if shown.is_file() and shown.read_text("utf-8", "replace") != page.written(said):
        yield _fault(f"html/{PAGE}", "the page tells other things than are found in these files")


def _as_written(said: Mapping[str, Any]) -> Mapping[str, Any]:
    found: Mapping[str, Any] = json.loads(json.dumps(said))
    return found


def _fault(name: str, message: str) -> Diagnostic:
    return Diagnostic(Location(name), STALE, message)
