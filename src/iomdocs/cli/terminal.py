"""How commands are declared, and how they talk to the person who typed them."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from iomdocs.diagnostics import Diagnostic

Command = Callable[[argparse.Namespace], int]


@dataclass(frozen=True, slots=True)
class Commands:
    """The commands of a parser, to which others can be added."""

    known: argparse._SubParsersAction[argparse.ArgumentParser]

    def add(
        self, name: str, command: Command, summary: str, examples: str
    ) -> argparse.ArgumentParser:
        """Add a command with a summary and lines of examples; returns its parser."""
        parser = self.group(name, summary, examples)
        parser.add_argument("--source", type=Path, default=Path("docs"), help="folder of conf.py")
        parser.set_defaults(command=command)
        return parser

    def group(self, name: str, summary: str, examples: str) -> argparse.ArgumentParser:
        """Add a command that has commands of its own; returns its parser."""
        shown = "\n".join(f"  {line}" for line in examples.splitlines())
        return self.known.add_parser(
            name,
            help=summary,
            description=summary[0].upper() + summary[1:] + ".",
            epilog=f"example:\n{shown}",
            formatter_class=argparse.RawDescriptionHelpFormatter,
        )


def below(parser: argparse.ArgumentParser) -> Commands:
    """The place for commands below a parser."""
    return Commands(parser.add_subparsers(title="commands", required=True, metavar="COMMAND"))


def day(text: str) -> date:
    """A day that was typed.

    :raises argparse.ArgumentTypeError: it is none.
    """
    try:
        return date.fromisoformat(text)
    except ValueError:
        msg = f"'{text}' is no day; write it as in 2016-09-19"
        raise argparse.ArgumentTypeError(msg) from None


def is_book(source: Path) -> bool:
    """Whether a folder holds a book; says so if not."""
    if (source / "conf.py").is_file():
        return True
    fail(f"there is no {source}/conf.py; name the folder of the book with --source")
    return False


def complain(diagnostics: Sequence[Diagnostic], consequence: str = "") -> int:
    """Print findings, each with its hint, and their number; returns the exit code."""
    for diagnostic in diagnostics:
        print(diagnostic, file=sys.stderr)
    count = len(diagnostics)
    noun = "problem" if count == 1 else "problems"
    return fail(f"{count} {noun} found{consequence}")


def fail(message: str) -> int:
    """Print what went wrong; returns the exit code."""
    print(f"iomdocs: {message}", file=sys.stderr)
    return 1


def say(text: str) -> None:
    """Print text as it stands."""
    print(text, end="", flush=True)
