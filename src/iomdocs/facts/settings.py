"""What ``conf.py`` says about the facts of a book, read as text: nothing of it is run.

A command that only reads facts needs no Sphinx, and a ``conf.py`` of an old revision or from a
stranger cannot run code. So the settings that are needed here are literal assignments at the top
of the file, as every book writes them.
"""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

from iomdocs.diagnostics import Diagnostic, Location, in_settings, not_utf8
from iomdocs.facts.literals import literal, parsed


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """The settings of a book that its facts depend on; empty where ``conf.py`` has none."""

    conf: Path
    facts: str = ""
    edition: date = date.max
    as_of: date | None = None
    language: str = "en"
    title: str = ""
    licence: str = ""
    bibliographies: Sequence[Path] = ()
    subject: Mapping[str, Any] = field(default_factory=dict)
    excluded: Sequence[str] = ()
    """Patterns of files below the folder of the book that are no pages."""

    @property
    def folder(self) -> Path:
        """The folder of the book."""
        return self.conf.parent


class Examined(NamedTuple):
    """What can be told of the settings by their text.

    ``computed`` are those that are known only once the file is run, each with what to say of that.
    """

    settings: Settings
    problems: list[Diagnostic]
    computed: Mapping[str, Diagnostic]


def read(conf: Path) -> tuple[Settings, list[Diagnostic]]:
    """The settings in ``conf.py``, and everything about them that cannot be used (B002, T001)."""
    settings, problems, computed = examine(conf)
    return settings, [*computed.values(), *problems]


def examine(conf: Path) -> Examined:
    """The settings in ``conf.py``, what is wrong with them, and which of them are not literal."""
    try:
        tree = parsed(conf.read_bytes(), str(conf))
    except UnicodeDecodeError as error:
        return Examined(Settings(conf=conf), [not_utf8(conf, error)], {})
    except SyntaxError as error:
        hint = "the settings are Python: look for a missing quotation mark, comma or bracket"
        place = Location(str(conf), error.lineno or 1)
        found = Diagnostic(place, "B002", str(error.msg), hint)
        return Examined(Settings(conf=conf), [found], {})
    values: dict[str, Any] = {}
    computed: dict[str, Diagnostic] = {}
    for name, node in assignments(tree):
        if name in _TYPES:
            value = literal(node)
            if isinstance(value, _TYPES[name]):
                values[name] = value
            else:
                computed[name] = _not_literal(conf, name, node)
    problems = [
        in_settings(conf, name, message, hint)
        for name, message, hint in day_problems(values.get)
        if name not in computed
    ]
    return Examined(_settings(conf, values), problems, computed)


_TYPES: Mapping[str, tuple[type, ...]] = {
    "project": (str,),
    "language": (str,),
    "iomdocs_facts": (str,),
    "iomdocs_edition": (str,),
    "iomdocs_as_of": (str,),
    "iomdocs_licence": (str,),
    "iomdocs_subject": (dict,),
    "bibtex_bibfiles": (list, tuple),
    "exclude_patterns": (list, tuple),
    "templates_path": (list, tuple),
    "html_static_path": (list, tuple),
    "html_extra_path": (list, tuple),
}
"""The settings that are read, with the type of each."""

_FORMS: Mapping[type, str] = {
    str: "text in quotation marks",
    dict: "a mapping in { }",
    list: "a list of texts in [ ]",
}
"""How a setting of each type is written."""

_NO_PAGES = ("exclude_patterns", "templates_path", "html_static_path", "html_extra_path")
"""The settings that name files which Sphinx does not read as pages."""


def assignments(tree: ast.Module) -> Iterator[tuple[str, ast.expr]]:
    """Names and values of the assignments at the top of a file."""
    for statement in tree.body:
        match statement:
            case ast.Assign(targets=targets, value=value):
                yield from ((t.id, value) for t in targets if isinstance(t, ast.Name))
            case ast.AnnAssign(target=ast.Name(id=name), value=ast.expr() as value):
                yield name, value


def _not_literal(conf: Path, name: str, node: ast.expr) -> Diagnostic:
    hint = f"write {_FORMS[_TYPES[name][0]]}"
    message = f"{name} cannot be read without running the file"
    return Diagnostic(Location(str(conf), node.lineno), "B002", message, hint)


def day_problems(setting: Callable[[str], Any]) -> Iterator[tuple[str, str, str]]:
    """What is wrong with the days in the settings: name of the setting, message and hint.

    :param setting: gives the value of a setting by its name.
    """
    for name in ("iomdocs_edition", "iomdocs_as_of"):
        hint = f'write {name} = "2026-11-24": facts are read as of that day'
        value = setting(name)
        if value and _day(value) is None:
            yield name, f"{name} '{value}' is not a date in quotation marks", hint
        elif not value and name == "iomdocs_edition" and setting("iomdocs_facts"):
            yield name, "a book with facts needs the date of its edition", hint


def _settings(conf: Path, values: Mapping[str, Any]) -> Settings:
    return Settings(
        conf=conf,
        facts=values.get("iomdocs_facts", ""),
        edition=_day(values.get("iomdocs_edition")) or date.max,
        as_of=_day(values.get("iomdocs_as_of")),
        language=values.get("language", "en"),
        title=values.get("project", ""),
        licence=values.get("iomdocs_licence", ""),
        bibliographies=[conf.parent / str(name) for name in values.get("bibtex_bibfiles", ())],
        subject=values.get("iomdocs_subject", {}),
        excluded=[str(pattern) for name in _NO_PAGES for pattern in values.get(name, ())],
    )


def _day(text: object) -> date | None:
    """The day that is written; ``None`` for what is no text or no date."""
    try:
        return date.fromisoformat(text) if isinstance(text, str) else None
    except ValueError:
        return None
