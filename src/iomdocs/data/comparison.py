"""What changed in the facts between two documents of them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

Json = Mapping[str, Any]

Kind = Literal["added", "changed", "removed"]


@dataclass(frozen=True, slots=True)
class Shown:
    """A statement as a reader knows it: value and time in words, and its sources."""

    value: str
    when: str
    sources: Sequence[str]
    """Title and year of each source, with its address if it has one."""

    def __str__(self) -> str:
        return ", ".join(filter(None, (self.value, self.when)))


@dataclass(frozen=True, slots=True)
class Change:
    """One thing that is not as it was; ``old`` or ``new`` is empty where there was none."""

    what: str
    old: str
    new: str


@dataclass(frozen=True, slots=True)
class Difference:
    """A fact that was added, changed or removed.

    ``old`` and ``new`` are the statements that pages show, ``pages`` those that show the fact: of
    the new document, and of the old one for a fact that was removed.
    """

    kind: Kind
    id: str
    label: str
    old: Shown | None
    new: Shown | None
    changes: Sequence[Change]
    pages: Sequence[str]


def compare(old: Json, new: Json) -> list[Difference]:
    """All facts that differ between two documents of facts, by their ids."""
    before = {fact["id"]: fact for fact in old["facts"]}
    after = {fact["id"]: fact for fact in new["facts"]}
    found = []
    for id_ in sorted(before.keys() | after.keys()):
        was, now = before.get(id_), after.get(id_)
        changes = list(_changes(was, now, old, new)) if was and now else []
        if was is None or now is None or changes:
            found.append(_difference(was, now, (old, new), changes))
    return found


def _difference(
    was: Json | None, now: Json | None, documents: tuple[Json, Json], changes: Sequence[Change]
) -> Difference:
    fact: Json = now or was or {}
    return Difference(
        kind="changed" if was and now else "added" if now else "removed",
        id=fact["id"],
        label=fact["label"],
        old=_shown(was, documents[0]) if was else None,
        new=_shown(now, documents[1]) if now else None,
        changes=changes,
        pages=fact["used_on"],
    )


def _shown(fact: Json, document: Json) -> Shown | None:
    number = fact["shown"]
    shown = fact["statements"][number : number + 1] if number is not None else []
    return _statement(shown[0], document) if shown else None


def _statement(statement: Json, document: Json) -> Shown:
    sources = [source_words(key, document) for key in statement["sources"]]
    return Shown(statement["text"], statement["when"], sources)


def source_words(key: str, document: Json) -> str:
    """Title, year and address of a source, or its key where the document has none."""
    source = document["sources"].get(key, {})
    title = source.get("title", key)
    year = f" ({source['year']})" if source.get("year") else ""
    return " ".join(filter(None, (f"{title}{year}", source.get("url", ""))))


def _changes(was: Json, now: Json, old: Json, new: Json) -> Iterator[Change]:
    for name, words in _FACT_FIELDS.items():
        if was[name] != now[name]:
            yield Change(words, _words(was[name]), _words(now[name]))
    pairs, gone, come = _paired(was["statements"], now["statements"])
    for before, after in pairs:
        yield from _of_statement(before, after, old, new)
    yield from (Change("statement removed", _whole(each, old), "") for each in gone)
    yield from (Change("statement added", "", _whole(each, new)) for each in come)
    before_shown, after_shown = _shown(was, old), _shown(now, new)
    if str(before_shown) != str(after_shown) and was["statements"] == now["statements"]:
        yield Change("statement shown", str(before_shown or ""), str(after_shown or ""))


_FACT_FIELDS = {
    "label": "label",
    "unit": "unit",
    "unit_one": "unit for one",
    "note": "note",
    "review_after": "to be reviewed after",
    "derived_from": "follows from",
}
"""What is compared of a fact as a whole, with the words for it."""


def _paired(
    old: Sequence[Json], new: Sequence[Json]
) -> tuple[list[tuple[Json, Json]], list[Json], list[Json]]:
    """Statements of both sides that are one and the same, and those of only one side.

    The same are those that are equal; then those of one time; then those of one value, if a date
    was corrected. A pair of equals has no changes and is left out.
    """
    gone = [each for each in old if each not in new]
    come = [each for each in new if each not in old]
    pairs = []
    for key in (_time, _value_key):
        for before in list(gone):
            after = next((each for each in come if key(each) == key(before)), None)
            if after is not None:
                pairs.append((before, after))
                gone.remove(before)
                come.remove(after)
    return pairs, gone, come


def _time(statement: Json) -> Any:
    return statement.get("at") or statement.get("start")


def _value_key(statement: Json) -> Any:
    value = statement["value"]
    is_table = isinstance(value, dict) and value.get("type") == "table"
    return "table" if is_table else value


def _of_statement(was: Json, now: Json, old: Json, new: Json) -> Iterator[Change]:
    place = _when(was)
    if _value_key(was) == _value_key(now) == "table":
        yield from _of_table(was["value"], now["value"], old, new)
    elif was["value"] != now["value"]:
        yield Change(f"value{place}", str(_statement(was, old)), str(_statement(now, new)))
    for name, words in (("at", "date"), ("start", "start"), ("end", "end")):
        if was.get(name) != now.get(name):
            yield Change(f"{words}{place}", was.get(name, ""), now.get(name, ""))
    for name in ("rank", "confidence", "note"):
        if was[name] != now[name]:
            yield Change(f"{name}{place}", was[name], now[name])
    yield from _of_sources(was, now, old, new, place)


def _of_sources(was: Json, now: Json, old: Json, new: Json, place: str) -> Iterator[Change]:
    if was["sources"] != now["sources"]:
        before = "; ".join(source_words(key, old) for key in was["sources"])
        after = "; ".join(source_words(key, new) for key in now["sources"])
        yield Change(f"sources{place}", before, after)


def _of_table(was: Json, now: Json, old: Json, new: Json) -> Iterator[Change]:
    for name in ("key", "columns"):
        if was[name] != now[name]:
            yield Change(name, _words(was[name]), _words(now[name]))
    before = {row["key"]: row for row in was["rows"]}
    after = {row["key"]: row for row in now["rows"]}
    for key in [key for key in before if key not in after]:
        yield Change(f"row {key} removed", _row(before[key]), "")
    for key in [key for key in after if key not in before]:
        yield Change(f"row {key} added", "", _row(after[key]))
    for key, row in after.items():
        if key in before and before[key] != row:
            yield from _of_row(key, before[key], row, old, new)


def _of_row(key: str, was: Json, now: Json, old: Json, new: Json) -> Iterator[Change]:
    for name in dict.fromkeys((*was["cells"], *now["cells"])):
        before, after = was["cells"].get(name), now["cells"].get(name)
        if before != after:
            yield Change(f"row {key}, {name}", *_cells(before, after))
    for name in ("confidence", "note"):
        if was[name] != now[name] and name not in {*was["cells"], *now["cells"]}:
            yield Change(f"row {key}, {name}", was[name] or "", now[name] or "")
    yield from _of_sources(was, now, old, new, f" of row {key}")


def _cells(before: Json | None, after: Json | None) -> tuple[str, str]:
    """Two cells in words, with the values behind them where the words are the same."""
    if before and after and before["text"] == after["text"]:
        old, new = (f"{cell['text']} ({_words(cell['value'])})" for cell in (before, after))
        return old, new
    return before["text"] if before else "", after["text"] if after else ""


def _row(row: Json) -> str:
    return "; ".join(cell["text"] for cell in row["cells"].values())


def _when(statement: Json) -> str:
    return f" of the statement {statement['when']}" if statement["when"] else ""


def _whole(statement: Json, document: Json) -> str:
    shown = _statement(statement, document)
    doubts = {"rank": "normal", "confidence": "confirmed-by-source"}
    marks = [statement[name] for name, usual in doubts.items() if statement[name] != usual]
    sources = f"sources: {'; '.join(shown.sources)}" if shown.sources else ""
    return ". ".join(filter(None, (", ".join((str(shown), *marks)), sources)))


def _words(value: Any) -> str:
    """A field as a reader can take it in: a record by its parts, a list by its members."""
    writers: Mapping[type, Callable[[Any], str]] = {
        dict: lambda parts: " ".join(f"{n}={_words(part)}" for n, part in parts.items() if part),
        list: lambda parts: ", ".join(map(_words, parts)),
    }
    if value is None:
        return ""
    return writers.get(type(value), str)(value)
