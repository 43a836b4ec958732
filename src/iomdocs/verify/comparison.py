"""Whether two formats say the same: facts one by one in order, and the words of each topic."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from difflib import SequenceMatcher

from iomdocs.diagnostics import Diagnostic, Location
from iomdocs.verify.editions import Edition, Occurrence, Topic
from iomdocs.verify.letters import exact, letters

MISSING, DIFFERENT, ORDER, EXTRA, WORDS = "V001", "V002", "V003", "V004", "V005"
TOPIC = "V009"


def compared(one: Edition, other: Edition) -> Iterator[Diagnostic]:
    """All differences between two formats; what each says, and where it stands."""
    for name, topic in one.topics.items():
        if name in other.topics:
            yield from _topics(one, topic, other, other.topics[name])
        elif not (name in one.alone and other.has_contents):
            yield from _lost_topic(topic, one.format, other.format, MISSING)
    for name, topic in other.topics.items():
        if name not in one.topics and not (name in one.generated and not topic.occurrences):
            yield from _lost_topic(topic, other.format, one.format, EXTRA)


def in_order(one: Edition, other: Edition) -> Iterator[Diagnostic]:
    """Topics that follow others in two formats, each of which is read from front to back."""
    both = [name for name in one.topics if name in other.topics]
    for name, twin in zip(both, (name for name in other.topics if name in one.topics), strict=True):
        if name != twin:
            here, there = one.topics[name], other.topics[twin]
            message = (
                f"the topics stand in another order: '{name}' of the {one.format} is where the "
                f"{other.format} has '{twin}', in {there.place}"
            )
            yield Diagnostic(Location(here.place), TOPIC, message)
            return


def _lost_topic(topic: Topic, there: str, lacking: str, code: str) -> Iterator[Diagnostic]:
    place = Location(topic.place)
    message = f"the topic '{topic.name}' of the {there} is not in the {lacking}"
    yield Diagnostic(place, TOPIC, message)
    for each in topic.occurrences:
        message = f"'{each.fact}' is in the {there} only, not in the {lacking}: “{each.text}”"
        yield Diagnostic(Location(each.place), code, message)


def _topics(one: Edition, topic: Topic, other: Edition, twin: Topic) -> Iterator[Diagnostic]:
    yield from _facts(one.format, topic, other.format, twin)
    if topic.summary.letters == twin.summary.letters or _fits(topic, twin):
        return
    offset = _first_difference(topic.letters, twin.letters)
    message = (
        f"the words of '{topic.name}' differ: {one.format} “{topic.around(offset)}”, "
        f"{other.format} “{twin.around(offset)}” in {twin.place_at(offset)}"
    )
    yield Diagnostic(Location(topic.place_at(offset)), WORDS, message)


def _fits(one: Topic, other: Topic) -> bool:
    """Whether the words agree but for places at which formats may say different things.

    What stands between such places in one format must be in the other, in order. Nothing can be
    said where both have some.
    """
    if not (one.summary.has_gaps or other.summary.has_gaps):
        return False
    if one.summary.has_gaps and other.summary.has_gaps:
        return True
    with_gaps, whole = (one, other) if one.summary.has_gaps else (other, one)
    first, *middle, last = with_gaps.segments
    text = whole.letters
    if not (text.startswith(first) and text.endswith(last)):
        return False
    start, end = len(first), len(text) - len(last)
    for segment in middle:
        found = text.find(segment, start, end)
        if found < 0:
            return False
        start = found + len(segment)
    return start <= end


def _first_difference(one: str, other: str) -> int:
    for offset, (letter, twin) in enumerate(zip(one, other, strict=False)):
        if letter != twin:
            return offset
    return min(len(one), len(other))


def _facts(
    format_of_one: str, topic: Topic, format_of_other: str, twin: Topic
) -> Iterator[Diagnostic]:
    others: Sequence[Occurrence] = twin.occurrences
    ones: Sequence[Occurrence] = [each for each in topic.occurrences if not each.optional]
    if len(ones) < len(topic.occurrences) and [each.fact for each in topic.occurrences] == [
        each.fact for each in others
    ]:
        ones = topic.occurrences
    others = _named(ones, others)
    keys, twins = _keys(topic, ones), _keys(topic, others)
    if keys == twins:
        pairs = zip(ones, others, strict=True)
        yield from _texts(format_of_one, format_of_other, pairs)
        return
    removed: list[Occurrence] = []
    added: list[Occurrence] = []
    for kind, first, last, start, end in SequenceMatcher(
        None, keys, twins, autojunk=False
    ).get_opcodes():
        if kind == "equal":
            pairs = zip(ones[first:last], others[start:end], strict=True)
            yield from _texts(format_of_one, format_of_other, pairs)
        else:
            removed += ones[first:last]
            added += others[start:end]
    left = topic.optional.copy()
    for each in list(added):
        if left[each.fact] and each.fact not in {other.fact for other in removed}:
            left[each.fact] -= 1
            added.remove(each)
    yield from _moved_and_lost(topic.name, (format_of_one, removed), (format_of_other, added), twin)


def _keys(topic: Topic, found: Sequence[Occurrence]) -> Sequence[object]:
    """By what facts are put side by side: their ids, and the words where some may be missing."""
    if topic.optional:
        return [(each.fact, exact(each.text)) for each in found]
    return [each.fact for each in found]


def _named(ones: Sequence[Occurrence], others: Sequence[Occurrence]) -> Sequence[Occurrence]:
    """Facts with the names that those of another format have in their place.

    Where a PDF has no link for a fact it does not name it.
    """
    if all(each.fact for each in others):
        return others
    if len(ones) == len(others):
        pairs = zip(ones, others, strict=True)
        return [each if each.fact else replace(each, fact=one.fact) for one, each in pairs]
    named = list(others)
    texts, twins = [exact(each.text) for each in ones], [exact(each.text) for each in others]
    for first, start, length in SequenceMatcher(
        None, texts, twins, autojunk=False
    ).get_matching_blocks():
        for n in range(length):
            if not named[start + n].fact:
                named[start + n] = replace(named[start + n], fact=ones[first + n].fact)
    return named


def _texts(
    format_of_one: str, format_of_other: str, pairs: Iterator[tuple[Occurrence, Occurrence]]
) -> Iterator[Diagnostic]:
    for one, other in pairs:
        if one.text != other.text and not _same(one.text, other.text):
            message = (
                f"'{one.fact}' differs: {format_of_one} “{one.text}”, "
                f"{format_of_other} “{other.text}” in {other.place}"
            )
            yield Diagnostic(Location(one.place), DIFFERENT, message)
        if one.machine and other.machine and one.machine != other.machine:
            message = (
                f"the value of '{one.fact}' for programs differs: {format_of_one} '{one.machine}', "
                f"{format_of_other} '{other.machine}' in {other.place}"
            )
            yield Diagnostic(Location(one.place), DIFFERENT, message)


def _same(one: str, other: str) -> bool:
    return exact(one) == exact(other) or (bool(letters(one)) and letters(one) == letters(other))


def _moved_and_lost(
    name: str,
    removed: tuple[str, Sequence[Occurrence]],
    added: tuple[str, Sequence[Occurrence]],
    twin: Topic,
) -> Iterator[Diagnostic]:
    """What stands elsewhere in the other format, and what is only in one of them."""
    (format_of_one, ones), (format_of_other, others) = removed, added
    left = Counter(each.fact for each in others)
    places = {each.fact: each.place for each in others}
    moved: Counter[str] = Counter()
    for each in ones:
        if left[each.fact]:
            left[each.fact] -= 1
            moved[each.fact] += 1
            message = (
                f"'{each.fact}' stands elsewhere in '{name}': {format_of_one} “{each.text}”, "
                f"{format_of_other} in another order in {places[each.fact]}"
            )
            yield Diagnostic(Location(each.place), ORDER, message)
        else:
            message = (
                f"'{each.fact}' is missing: {format_of_one} “{each.text}”, "
                f"{format_of_other} nothing in {twin.place}"
            )
            yield Diagnostic(Location(each.place), MISSING, message)
    for each in others:
        if moved[each.fact]:
            moved[each.fact] -= 1
            continue
        message = (
            f"'{each.fact}' is in one format more: {format_of_other} “{each.text}”, "
            f"{format_of_one} nothing in '{name}'"
        )
        yield Diagnostic(Location(each.place), EXTRA, message)
