"""Directives and roles that a page may use, with their options: what is not named is refused."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import PurePosixPath

from iomdocs.diagnostics import Problem, nearest
from iomdocs.safety import formulas, limits, listings
from iomdocs.safety.addresses import (
    FILES,
    address_problem,
    is_remote,
    path_problem,
    picture_problem,
    place_problem,
)

DIRECTIVES = frozenset(
    (
        # boxes
        *("admonition", "attention", "caution", "danger", "error", "hint", "important", "note"),
        *("seealso", "tip", "warning", "topic", "sidebar", "margin", "dropdown"),
        *("deprecated", "versionadded", "versionchanged", "versionremoved"),
        # text
        *("epigraph", "highlights", "pull-quote", "rubric", "centered", "hlist", "glossary"),
        *("compound", "index", "toctree", "math", "code", "code-block", "sourcecode"),
        # pictures and tables
        *("figure", "image", "table", "list-table", "csv-table"),
        # sources
        *("bibliography", "footbibliography"),
        # facts
        *("fact:card", "fact:chart", "fact:claims", "fact:figures", "fact:map", "fact:quote"),
        *("fact:register", "fact:table", "fact:timeline"),
        # layout
        *("card", "grid", "grid-item", "grid-item-card", "tab-set", "tab-item", "button-link"),
        *("button-ref", "include", "literalinclude"),
    )
)
"""The directives of Sphinx, of sphinx-design and of this program that only set text."""

ROLES = frozenset(
    (
        *("fact", "fact:value", "fact:words", "fact:year", "fact:asof", "fact:label"),
        *("fact:source", "footcite", "footcite:p", "footcite:t", "footcite:ps", "footcite:ts"),
        *("cite", "cite:p", "cite:t", "cite:ps", "cite:ts", "cite:author", "cite:year"),
        *("any", "doc", "ref", "numref", "eq", "term", "download", "index"),
        *("abbr", "abbreviation", "math", "sub", "sup", "subscript", "superscript"),
        *("emphasis", "strong", "literal", "code", "title", "title-reference", "dfn"),
        *("command", "file", "guilabel", "kbd", "menuselection", "program", "samp"),
        *("bdg", "bdg-primary", "bdg-secondary", "bdg-success", "bdg-info", "bdg-warning"),
        *("bdg-danger", "bdg-light", "bdg-dark", "bdg-link-primary", "bdg-link-secondary"),
    )
)
"""The roles of the same."""

CLASSES = re.compile(
    r"(?:.*-)?(?:d-(?:\w+-)?none|hidden|invisible|visually-hidden|sr-only|screen-reader\w*|"
    r"noprint|no-print|print-only|only-\w+|collapse|overflow-\w+|opacity-0|text-white|"
    r"position-\w+|fixed-\w+|sticky-[\w-]+|stretched-link|onlyprint|card-img-overlay|bg-transparent|"
    # what themes show only when something happens
    r"(?:tag_)?hide(?:[-_].*)?|fade|collapsing|filtered-out|page-(?:data|source)|backrefs|headerlink|"
    r"(?:modal|offcanvas|toast|tooltip|popover|carousel|navbar|search|version-switcher)(?:[-_].*)?|"
    r"tab-pane|dropdown-(?:menu|item)|(?:in)?valid-.*|btn-c(?:heck|lose)|skip-link|copybtn|"
    r"theme-switch|.*-toggle|utterances|related|sphinxsidebar|"
    # what is no part of a page, or of a fact
    r"(?:pst|sbt|bd|io)-.*|ablog__.*|fact-(?:doubt|history|link|note.*))"
)
"""Names of classes that hide words, put them over others or show them to some readers only.

They are those of the usual themes, of sphinx-design and of this program.
"""

LARGEST = 10_000
"""The largest number that an option may have."""

STARS = 3
"""How many stars a pattern of pages may have: each one multiplies what is compared."""

_LONGEST_ENTRY = 2_000

Check = Callable[[str, PurePosixPath], Problem | None]


def directive_problem(
    name: str, argument: str, options: Iterable[tuple[str, str]], folder: PurePosixPath
) -> Problem | None:
    """What is wrong with a directive.

    :param options: name and value of each.
    :param folder: where the page lies, below the folder of the book.
    """
    if problem := name_problem(name):
        return problem
    check = _ARGUMENTS.get(name)
    if check and (problem := check(argument, folder)):
        return problem
    found = (option_problem(name, option, value, folder) for option, value in options)
    return next(filter(None, found), None)


def name_problem(name: str) -> Problem | None:
    """What is wrong with a directive, whatever stands in it."""
    if name in DIRECTIVES:
        return None
    hint = nearest(name.lower(), DIRECTIVES, "the page on markup has the directives there are")
    return Problem("X002", f"a page may not use the directive '{name[:60]}'", hint)


def option_problem(
    directive: str, option: str, value: str, folder: PurePosixPath
) -> Problem | None:
    """What is wrong with an option of a directive."""
    option = option.strip().lower()
    if option in _REFUSED or option in _REFUSED_OF.get(directive, ()):
        message = f"a page may not use the option '{option}' of '{directive}'"
        return Problem("X004", message, "leave the option out")
    numbers = [int(number) for number in re.findall(r"\d{1,20}", value)]
    is_measure = option not in _WORDS or directive in _MEASURED.get(option, ())
    if is_measure and any(number > LARGEST for number in numbers):
        return Problem("X004", f"'{value[:40]}' is too large for '{option}'", "")
    check = _OPTIONS.get(option)
    return check(value, folder) if check else None


def role_problem(name: str, text: str, folder: PurePosixPath) -> Problem | None:
    """What is wrong with a role and the text between its backticks."""
    if name not in ROLES:
        hint = nearest(name.lower(), ROLES, "the page on markup has the roles there are")
        return Problem("X003", f"a page may not use the role '{name[:60]}'", hint)
    target = _explicit_target(text)
    if name == "numref" and re.search(r"\{(?!name\}|number\})", text):
        message = "the words of 'numref' may hold only {name} and {number} in braces"
        return Problem("X003", message, "take the other braces out")
    if name == "download":
        return path_problem(target, folder)
    if name == "doc":
        return place_problem(target, folder)
    if name.startswith("bdg-link"):
        return address_problem(target, own=False)
    return formulas.problem(text) if name == "math" else None


def class_problem(names: Iterable[str]) -> Problem | None:
    """What is wrong with the classes of an element."""
    for name in names:
        if CLASSES.fullmatch(name.lower()):
            message = f"the class '{name[:40]}' hides words from some readers"
            return Problem("X004", message, "every format shows the same words to everybody")
    return None


def _explicit_target(text: str) -> str:
    match = re.fullmatch(r"(?s).*?(?<!\\)<([^<>]*)>\s*", text)
    return match[1] if match else text.strip()


def _included(path: str, folder: PurePosixPath) -> Problem | None:
    return path_problem(path, folder, frozenset((".md",)))


def _shown(path: str, folder: PurePosixPath) -> Problem | None:
    return path_problem(path, folder, FILES | {".py", ".css", ".typ", ".toml", ".yaml", ".xml"})


def _link(target: str, folder: PurePosixPath) -> Problem | None:
    """A target that is a page, a label or an address, and never a file."""
    if problem := address_problem(target, own=False):
        return problem
    path = target.partition("#")[0].partition("?")[0].strip()
    return None if not path or is_remote(target) else place_problem(path, folder)


def _classes(value: str, _folder: PurePosixPath) -> Problem | None:
    return class_problem(re.split(r"[\s,]+", value))


def _refuse_own_size(value: str, _folder: PurePosixPath) -> Problem | None:
    if value.strip() != "image":
        return None
    return Problem("X004", "'figwidth' may not be taken from the file", "write a width: 60%")


_ARGUMENTS: Mapping[str, Check] = {
    "figure": picture_problem,
    "image": picture_problem,
    "include": _included,
    "literalinclude": _shown,
    "button-link": _link,
    "math": lambda text, _folder: formulas.problem(text),
    **dict.fromkeys(
        ("code", "code-block", "sourcecode"), lambda name, _folder: listings.problem(name, "")
    ),
}
"""What the argument of a directive must be."""

_OPTIONS: Mapping[str, Check] = {
    "target": _link,
    "link": _link,
    "img-top": picture_problem,
    "img-bottom": picture_problem,
    "img-background": picture_problem,
    "img-left": picture_problem,
    "img-right": picture_problem,
    "language": lambda name, _folder: listings.problem(name, ""),
    "figwidth": _refuse_own_size,
    **dict.fromkeys(
        (
            *("class", "figclass", "classes", "class-container", "class-card", "class-header"),
            *("class-body", "class-title", "class-footer", "class-item", "class-img-top"),
            *("class-img-bottom", "class-row", "class-set", "class-label", "class-content"),
            "class-title",
        ),
        _classes,
    ),
}
"""What the value of an option must be."""

_REFUSED = frozenset(("file", "url", "parser", "encoding", "literal", "code", "loading", "style"))
"""Options that read other files, or read them in another way."""

_REFUSED_OF: Mapping[str, frozenset[str]] = {
    "bibliography": frozenset(("filter",)),
    "literalinclude": frozenset(("diff", "pyobject", "tab-width")),
    "include": frozenset(("tab-width", "relative-docs", "relative-images", "number-lines")),
}

_WORDS = frozenset(
    (
        *("alt", "caption", "name", "title", "subtitle", "header", "where", "sort", "filter"),
        *("link", "target", "link-alt", "keyprefix", "from", "to", "label", "text", "img-alt"),
        *("columns", "figclass", "class"),
    )
)
"""Options whose numbers do not say how much is made."""


_MEASURED: Mapping[str, frozenset[str]] = {"columns": frozenset(("hlist", "grid"))}
"""Where an option with such a name does."""

_LISTINGS = frozenset(("code", "code-block", "sourcecode"))

_COMMENT = re.compile(r"\s*<!--(?!-?>)(?:(?!--).)*-->\s*", re.DOTALL)


def is_comment(html: str) -> bool:
    """Whether a piece of HTML is a comment, which a browser does not show or run."""
    return bool(_COMMENT.fullmatch(html))


def toctree_problem(entry: str, folder: PurePosixPath) -> Problem | None:
    """What is wrong with a line of a toctree: a page, ``self``, or a title with an address."""
    target = _explicit_target(entry)
    if target.count("*") > STARS or len(target) > _LONGEST_ENTRY:
        message = f"an entry of the contents may have {STARS} stars"
        return Problem("X018", message, "name the pages, or their folder with one star")
    if is_remote(target) or target != entry.strip():
        return address_problem(target, own=False)
    return address_problem(target, own=False) or place_problem(target, folder)


def body_problem(name: str, body: Sequence[str], folder: PurePosixPath) -> Problem | None:
    """What is wrong with the body of a directive, where it is no markup."""
    if name in _LISTINGS:
        return listings.problem("", "\n".join(body))
    if name == "glossary":
        return limits.terms_problem(body)
    if name == "math":
        return formulas.problem("\n".join(body))
    if name != "toctree":
        return None
    found = (toctree_problem(line, folder) for line in body if line.strip())
    return next(filter(None, found), None)
