"""The command that reads finished files again and compares them."""

from __future__ import annotations

import argparse
from pathlib import Path

from iomdocs.cli.terminal import Commands, complain, fail, say


def add(commands: Commands) -> None:
    """Add the command to the parser."""
    verify = commands.group(
        "verify",
        "read the finished files again and compare them with each other and with the facts",
        "iomdocs verify                the files in build/\n"
        "iomdocs verify build/2016     those of another folder",
    )
    verify.add_argument(
        "folder",
        nargs="?",
        type=Path,
        default=Path("build"),
        help="folder with finished files; build if none is named",
    )
    verify.set_defaults(command=_verify)


def _verify(options: argparse.Namespace) -> int:
    from iomdocs.verify import receipt, records
    from iomdocs.verify.finished import finished
    from iomdocs.verify.verification import verify

    if not finished(options.folder).files:
        return fail(f"there are no finished files in {options.folder}; name their folder")
    verified = verify(options.folder)
    findings = [*verified.findings, *records.contradictions(options.folder, verified)]
    if findings:
        return complain(sorted(findings))
    say(receipt.summary(receipt.receipt(verified)))
    return 0
