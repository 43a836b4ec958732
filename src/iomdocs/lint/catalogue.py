"""All rules: those of the modules of this package that declare any.

A module in ``editorial/`` is found by lying there; nothing else has to name it.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib import import_module
from pkgutil import iter_modules

from iomdocs.diagnostics import CODES, nearest
from iomdocs.lint import editorial, safe
from iomdocs.lint.rule import RULES, Rule

_MODULES = ("iomdocs.lint.encoding", "iomdocs.lint.silencing")


@cache
def rules() -> Mapping[str, Rule]:
    """Every rule by its code, in order."""
    for name in _MODULES:
        import_module(name)
    for package in (safe, editorial):
        for module in iter_modules(package.__path__):
            import_module(f"{package.__name__}.{module.name}")
    return {code: RULES[code] for code in sorted(RULES)}


def explain(code: str) -> str:
    """The manual of a rule, or what a code means that is no rule.

    :raises KeyError: there is no such code; the error holds a hint.
    """
    if code not in CODES:
        raise KeyError(nearest(code, CODES, "iomdocs check names the code of each finding"))
    title = f"{code}: {CODES[code]}\n"
    found = rules().get(code)
    return f"{title}\n{found.manual}\n" if found else title
