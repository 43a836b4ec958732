"""The command ``iomdocs``: what was asked, the call, the exit code."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence

from iomdocs import __version__
from iomdocs.cli import checking, facts, publishing, verification
from iomdocs.cli.terminal import Command, below, fail


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command; returns 0, or 1 if anything was found wrong, or 130 if it was stopped."""
    options = _parser().parse_args(arguments)
    command: Command = options.command
    try:
        return command(options)
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0  # whoever read what is printed has seen enough
    except KeyboardInterrupt:
        fail("stopped; the last result is untouched")
        return 130
    except OSError as error:
        place = error.filename or getattr(options, "out", options.source)
        return fail(f"{place}: {error.strerror or error}")


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="iomdocs",
        description="Publish a handbook as HTML, PDF and ePub from one set of sourced facts.",
        epilog="example:\n  iomdocs build",
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--version", action="version", version=f"iomdocs {__version__}")
    commands = below(parser)
    publishing.add(commands)
    checking.add(commands)
    verification.add(commands)
    facts.add(commands)
    return parser
