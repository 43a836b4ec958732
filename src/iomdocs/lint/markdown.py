"""Where a page in MyST Markdown names facts: in roles and in directives, never in code."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePosixPath

from iomdocs.lint import restructuredtext
from iomdocs.lint.mentions import (
    DIRECTIVE,
    ROLE,
    Inclusion,
    Mention,
    of_directive,
    opens_file,
)
from iomdocs.lint.page import Directive, Page, Role


def mentions(page: Page) -> Iterator[Mention | Inclusion]:
    """What names facts on a page, in the order of its lines."""
    found = [mention for role in page.content.roles for mention in _of_role(role)]
    found += [each for directive in page.content.directives for each in _of(directive)]
    yield from sorted(found, key=lambda each: each.line)


def _of_role(role: Role) -> Iterator[Mention | Inclusion]:
    """A role; in an option, and in a directive about facts, roles are just text."""
    is_read = role.kind != "option" and not any(map(DIRECTIVE.fullmatch, role.within))
    if is_read and ROLE.fullmatch(role.name):
        yield Mention(role.place.line, (role.text.strip(),), role.name)


def _of(directive: Directive) -> Iterator[Mention | Inclusion]:
    line, name, argument = directive.place.line, directive.name, directive.argument
    if name == "eval-rst":
        yield from restructuredtext.mentions("\n".join(directive.body), directive.body_line)
    elif DIRECTIVE.fullmatch(name):
        options = [(option.place.line, option.value) for option in directive.options]
        body = (directive.body_line, directive.body)
        yield from of_directive(line, name, argument, options, body)
    elif name == "include" and opens_file(option.name for option in directive.options):
        yield Inclusion(line, PurePosixPath(argument.strip()))
