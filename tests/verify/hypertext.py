"""Changes to finished pages of HTML or XHTML that a person could make."""

import itertools
import random
import re
from collections.abc import Callable

Change = Callable[[str, random.Random], str]
"""Gives the changed page, or the same where it has nothing to change in this way."""

_FACT = re.compile(r'<(span|data|time) class="fact"[^>]*>([^<]*)</\1>')
_WORDS = re.compile(r"(?<=<p>)[A-Z][a-z][^<>&]{14,}(?=[<])")
_PARAGRAPH = re.compile(r"<p>[A-Z](?:(?!</?p\b|<div|<aside|fact-note).)*?</p>", re.DOTALL)
_ROW = re.compile(r'<tr class="row-(?:odd|even)">(?:(?!</?table).)*?</tr>', re.DOTALL)
_CELL = re.compile(r"<td\b[^>]*>(?:(?!</?table|</td>).)*</td>", re.DOTALL)
_ITEM = re.compile(r"<li>(?:(?!</?[uo]l|<li).)*?</li>", re.DOTALL)


def _one(pattern: re.Pattern[str], page: str, chance: random.Random) -> re.Match[str] | None:
    found = list(pattern.finditer(page))
    return chance.choice(found) if found else None


def _put(page: str, place: re.Match[str] | None, new: str) -> str:
    return page[: place.start()] + new + page[place.end() :] if place else page


def digit_of_fact(page: str, chance: random.Random) -> str:
    place = _one(re.compile(r'<(?:span|data|time) class="fact"[^>]*>[^<]*?\d[^<]*<'), page, chance)
    if place is None:
        return page
    digits = [each for each in re.finditer(r"\d", place[0]) if each.start() > place[0].index(">")]
    digit = chance.choice(digits)
    other = str((int(digit[0]) + chance.randint(1, 9)) % 10)
    return _put(page, place, place[0][: digit.start()] + other + place[0][digit.end() :])


def value_of_fact(page: str, chance: random.Random) -> str:
    """Change the value for programs, and leave the words."""
    place = _one(re.compile(r'class="fact"[^>]*? (?:value|datetime)="[^"]*\d"'), page, chance)
    return (
        _put(page, place, place[0][:-2] + str((int(place[0][-2]) + 3) % 10) + '"')
        if place
        else page
    )


def words_of_fact(page: str, chance: random.Random) -> str:
    place = _one(re.compile(r'<span class="fact"[^>]*>[^<]{4,}</span>'), page, chance)
    return _put(page, place, place[0].replace("</span>", " indeed</span>")) if place else page


def no_fact(page: str, chance: random.Random) -> str:
    return _put(page, _one(_FACT, page, chance), "")


def plain_fact(page: str, chance: random.Random) -> str:
    """Keep the words of a fact, and nothing that says that it is one."""
    place = _one(_FACT, page, chance)
    return _put(page, place, place[2]) if place else page


def two_facts(page: str, chance: random.Random) -> str:
    place = _one(_FACT, page, chance)
    return _put(page, place, place[0] * 2) if place else page


def facts_swapped(page: str, chance: random.Random) -> str:
    found = list(_FACT.finditer(page))
    pairs = [(one, other) for one, other in itertools.pairwise(found) if one[2] != other[2]]
    if not pairs:
        return page
    one, other = chance.choice(pairs)
    between = page[one.end() : other.start()]
    return page[: one.start()] + other[0] + between + one[0] + page[other.end() :]


def words_of_facts_swapped(page: str, chance: random.Random) -> str:
    """Let two facts print each other's words."""
    found = list(_FACT.finditer(page))
    pairs = [(a, b) for a, b in itertools.pairwise(found) if a[2] != b[2]]
    if not pairs:
        return page
    one, other = chance.choice(pairs)
    first, second = one[0].replace(one[2], other[2]), other[0].replace(other[2], one[2])
    return (
        page[: one.start()] + first + page[one.end() : other.start()] + second + page[other.end() :]
    )


def other_id(page: str, chance: random.Random) -> str:
    place = _one(re.compile(r'data-fact="[^"]+"'), page, chance)
    other = "town.people" if place and "town.people" not in place[0] else "town.budget"
    return _put(page, place, f'data-fact="{other}"')


def other_row(page: str, chance: random.Random) -> str:
    place = _one(re.compile(r'(data-fact="[\w.]+\[)\w+(\][^"]+")'), page, chance)
    return _put(page, place, f"{place[1]}kiln{place[2]}") if place else page


def no_paragraph(page: str, chance: random.Random) -> str:
    return _put(page, _one(_PARAGRAPH, page, chance), "")


def paragraph_twice(page: str, chance: random.Random) -> str:
    place = _one(_PARAGRAPH, page, chance)
    return _put(page, place, place[0] * 2) if place else page


def _word(page: str, chance: random.Random, new: Callable[[list[str], int], list[str]]) -> str:
    place = _one(_WORDS, page, chance)
    if place is None:
        return page
    words = place[0].split(" ")
    number = chance.randrange(len(words) - 1)
    return _put(page, place, " ".join(new(words, number)))


def other_word(page: str, chance: random.Random) -> str:
    return _word(page, chance, lambda words, n: [*words[:n], "never", *words[n + 1 :]])


def more_words(page: str, chance: random.Random) -> str:
    return _word(page, chance, lambda words, n: [*words[:n], "not", *words[n:]])


def fewer_words(page: str, chance: random.Random) -> str:
    return _word(page, chance, lambda words, n: words[:n] + words[n + 1 :])


def words_swapped(page: str, chance: random.Random) -> str:
    def swap(words: list[str], n: int) -> list[str]:
        same = words[n] == words[n + 1]
        return [*words[:n], words[n + 1] + ("s" * same), words[n], *words[n + 2 :]]

    return _word(page, chance, swap)


def _hidden(page: str, chance: random.Random, attribute: str) -> str:
    place = _one(_PARAGRAPH, page, chance)
    return _put(page, place, place[0].replace("<p>", f"<p {attribute}>", 1)) if place else page


def hidden(page: str, chance: random.Random) -> str:
    return _hidden(page, chance, 'hidden="hidden"')


def hidden_from_some(page: str, chance: random.Random) -> str:
    return _hidden(page, chance, 'aria-hidden="true"')


def not_displayed(page: str, chance: random.Random) -> str:
    return _hidden(page, chance, 'style="color: red; display:none"')


def not_visible(page: str, chance: random.Random) -> str:
    return _hidden(page, chance, 'style="visibility: hidden"')


def see_through(page: str, chance: random.Random) -> str:
    return _hidden(page, chance, 'style="opacity: 0"')


def without_size(page: str, chance: random.Random) -> str:
    return _hidden(page, chance, 'style="font-size:0"')


def out_of_sight(page: str, chance: random.Random) -> str:
    return _hidden(page, chance, 'style="position: absolute; left: -9999px"')


def clipped(page: str, chance: random.Random) -> str:
    return _hidden(page, chance, 'style="clip-path: inset(50%)"')


def transparent(page: str, chance: random.Random) -> str:
    return _hidden(page, chance, 'style="color:/**/transparent"')


def not_displayed_in_other_words(page: str, chance: random.Random) -> str:
    return _hidden(page, chance, r'style="disp\6c ay: none"')


def hidden_by_a_class(page: str, chance: random.Random) -> str:
    return _hidden(page, chance, f'class="{chance.choice(["d-none", "sr-only", "invisible"])}"')


def hidden_until_asked_for(page: str, chance: random.Random) -> str:
    return _hidden(page, chance, 'popover="auto"')


def in_a_closed_dialog(page: str, chance: random.Random) -> str:
    return _inside(page, chance, "<dialog>", "</dialog>")


def struck_out(page: str, chance: random.Random) -> str:
    place = _one(_FACT, page, chance)
    return _put(page, place, f"<del>{place[0]}</del>") if place else page


def words_struck_out(page: str, chance: random.Random) -> str:
    place = _one(_WORDS, page, chance)
    return _put(page, place, f"<s>{place[0]}</s>") if place else page


def turned_round(page: str, chance: random.Random) -> str:
    place = _one(_FACT, page, chance)
    return _put(page, place, f'<bdo dir="rtl">{place[0]}</bdo>') if place else page


def turned_round_by_a_sign(page: str, chance: random.Random) -> str:
    place = _one(_WORDS, page, chance)
    return _put(page, place, f"\u202e{place[0]}\u202c") if place else page


def less_than_nothing(page: str, chance: random.Random) -> str:
    """Set a minus before a number."""
    place = _one(re.compile(r'(class="fact"[^>]*>)(\d)'), page, chance)
    return _put(page, place, f"{place[1]}-{place[2]}") if place else page


def said_to_be_generated(page: str, chance: random.Random) -> str:
    return _hidden(page, chance, 'data-generated="numbers"')


def fact_hidden(page: str, chance: random.Random) -> str:
    place = _one(_FACT, page, chance)
    return (
        _put(page, place, place[0].replace(" class=", ' hidden="hidden" class=', 1))
        if place
        else page
    )


def _inside(page: str, chance: random.Random, before: str, after: str) -> str:
    place = _one(_PARAGRAPH, page, chance)
    return _put(page, place, f"{before}{place[0]}{after}") if place else page


def in_a_template(page: str, chance: random.Random) -> str:
    return _inside(page, chance, "<template>", "</template>")


def in_a_comment(page: str, chance: random.Random) -> str:
    return _inside(page, chance, "<!-- ", " -->")


def without_script(page: str, chance: random.Random) -> str:
    return _inside(page, chance, "<noscript>", "</noscript>")


def no_row(page: str, chance: random.Random) -> str:
    return _put(page, _one(_ROW, page, chance), "")


def row_twice(page: str, chance: random.Random) -> str:
    place = _one(_ROW, page, chance)
    return _put(page, place, place[0] * 2) if place else page


def cells_exchanged(page: str, chance: random.Random) -> str:
    rows = [row for row in _ROW.finditer(page) if len(set(_CELL.findall(row[0]))) > 1]
    if not rows:
        return page
    row = chance.choice(rows)
    one, other = _CELL.findall(row[0])[:2]
    changed = row[0].replace(one, "\0", 1).replace(other, one, 1).replace("\0", other, 1)
    return _put(page, row, changed)


def no_item(page: str, chance: random.Random) -> str:
    return _put(page, _one(_ITEM, page, chance), "")


def other_heading(page: str, chance: random.Random) -> str:
    place = _one(re.compile(r"(<h[1-3]\b[^>]*>(?:<span[^>]*>[^<]*</span>)?)\w"), page, chance)
    return _put(page, place, place[1] + "Qu") if place else page


def other_caption(page: str, chance: random.Random) -> str:
    place = _one(re.compile(r'(<span class="caption-text">)\w'), page, chance)
    return _put(page, place, place[1] + "Qu") if place else page


def other_note(page: str, chance: random.Random) -> str:
    place = _one(re.compile(r'(role="doc-footnote">(?:(?!<p>).)*<p>)\w', re.DOTALL), page, chance)
    return _put(page, place, place[1] + "Qu") if place else page


def other_code(page: str, chance: random.Random) -> str:
    place = _one(re.compile(r'<span class="n[a-z]?">\w+</span>'), page, chance)
    return _put(page, place, '<span class="n">other</span>') if place else page


def other_term(page: str, chance: random.Random) -> str:
    place = _one(re.compile(r"<dt\b[^>]*>\w"), page, chance)
    return _put(page, place, place[0][:-1] + "Qu") if place else page


def cut_off(page: str, chance: random.Random) -> str:
    place = _one(_PARAGRAPH, page, chance)
    end = page.rfind("</section>")
    return page[: place.start()] + page[end:] if place and place.end() < end else page


def nothing_left(page: str, chance: random.Random) -> str:
    begin = re.search(r'<!-- topic [^>]*-->|<div data-topic="[^"]*">', page)
    end = page.rfind("</section>") + len("</section>")
    return page[: begin.end()] + page[end:] if begin else page


def no_topic(page: str, chance: random.Random) -> str:
    return re.sub(r'<!-- /?topic[^>]*-->| data-topic="[^"]*"', "", page)


def other_topic(page: str, chance: random.Random) -> str:
    return re.sub(r'(<!-- topic |data-topic=")', r"\1other", page)


CHANGES: dict[Change, int] = {
    digit_of_fact: 6,
    value_of_fact: 3,
    words_of_fact: 3,
    no_fact: 3,
    plain_fact: 3,
    two_facts: 2,
    facts_swapped: 3,
    words_of_facts_swapped: 3,
    other_id: 3,
    other_row: 2,
    no_paragraph: 3,
    paragraph_twice: 2,
    other_word: 4,
    more_words: 3,
    fewer_words: 3,
    words_swapped: 3,
    hidden: 2,
    hidden_from_some: 2,
    not_displayed: 2,
    not_visible: 1,
    see_through: 1,
    without_size: 1,
    said_to_be_generated: 2,
    out_of_sight: 1,
    clipped: 1,
    transparent: 1,
    not_displayed_in_other_words: 1,
    hidden_by_a_class: 3,
    hidden_until_asked_for: 1,
    in_a_closed_dialog: 1,
    struck_out: 2,
    words_struck_out: 1,
    turned_round: 2,
    turned_round_by_a_sign: 1,
    less_than_nothing: 2,
    fact_hidden: 2,
    in_a_template: 1,
    in_a_comment: 2,
    without_script: 1,
    no_row: 2,
    row_twice: 2,
    cells_exchanged: 3,
    no_item: 2,
    other_heading: 2,
    other_caption: 2,
    other_note: 2,
    other_code: 1,
    other_term: 2,
    cut_off: 1,
    nothing_left: 1,
    no_topic: 1,
    other_topic: 1,
}
"""How often each is made in each format."""
