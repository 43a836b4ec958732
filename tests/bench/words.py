"""Made words, as often as those of a language, and the blocks of a page that are made of them.

Searches, stemmers and hyphenation are as fast as a text lets them be. A language has few words that
stand everywhere and many that are rare (Zipf's law); this one has some short words of English and
stems with their endings, so that several words share a stem.
"""

import random
from itertools import accumulate, product

_SHORT = (
    *("the", "of", "and", "to", "in", "a", "is", "that", "for", "it", "as", "was", "with", "be"),
    *("by", "on", "not", "his", "at", "from", "are", "this", "but", "have", "an", "which", "or"),
    *("one", "were", "all", "their", "has", "been", "there", "if", "more", "when", "will", "so"),
)
_BEGINNINGS = (
    *("b", "br", "c", "cl", "d", "dr", "f", "fl", "g", "gr", "h", "l", "m", "n", "p", "pl", "pr"),
    *("r", "s", "st", "t", "tr", "v", "w"),
)
_MIDDLES = ("a", "e", "i", "o", "u", "ai", "ea", "ou")
_ENDS = ("b", "d", "g", "l", "m", "n", "nd", "nt", "p", "r", "rt", "s", "st", "t")
_ENDINGS = ("", "s", "ing", "ed", "er")
_STEMS = 600


def _vocabulary() -> list[str]:
    """About 3,000 words, the most frequent first."""
    chance = random.Random(1)
    syllables = ["".join(parts) for parts in product(_BEGINNINGS, _MIDDLES, _ENDS)]
    chance.shuffle(syllables)
    second = ["".join(parts) for parts in product("lmnrt", "aeio", "ln")]
    stems = [one + chance.choice(("", chance.choice(second))) for one in syllables[:_STEMS]]
    made = [stem + ending for stem in stems for ending in _ENDINGS]
    chance.shuffle(made)
    return [*_SHORT, *dict.fromkeys(made)]


WORDS = _vocabulary()
_FREQUENCIES = list(accumulate(1 / (rank + 2.7) for rank in range(1, len(WORDS) + 1)))


def words(chance: random.Random, count: int) -> list[str]:
    """So many words of running text."""
    return chance.choices(WORDS, cum_weights=_FREQUENCIES, k=count)


def name(chance: random.Random) -> str:
    """A word that is not among the most frequent."""
    return chance.choice(WORDS[len(_SHORT) :])


def sentence(chance: random.Random, count: int) -> str:
    """So many words, the first with a capital letter; no full stop."""
    return " ".join(words(chance, count)).capitalize()


def title(chance: random.Random, count: int) -> str:
    """So many words as a heading has them."""
    return " ".join(name(chance) for _ in range(count)).capitalize()


def paragraph(chance: random.Random, count: int) -> str:
    """About so many words in sentences, some emphasized."""
    parts = []
    while count > 0:
        length = chance.randint(6, 18)
        parts.append(f"{sentence(chance, length)}.")
        count -= length
    parts.insert(1, f"*{sentence(chance, 3)}* and **{name(chance)}** with `{name(chance)}`.")
    return " ".join(parts)


def table(chance: random.Random, rows: int) -> str:
    """A table with a row of heads and four columns."""
    lines = [" | ".join(title(chance, 1) for _ in range(4)), "---|---|---|---"]
    for _ in range(rows):
        cells = (sentence(chance, 3), sentence(chance, 5), str(chance.randrange(10000)), "2016")
        lines.append(" | ".join(cells))
    return "\n".join(f"| {line} |" for line in lines)


def code(chance: random.Random) -> str:
    """Ten lines of Python."""
    lines = [f"def {name(chance)}({name(chance)}, value={chance.randrange(99)}):"]
    lines += [
        f"    {name(chance)} = {name(chance)}[{number}]  # {name(chance)}" for number in range(9)
    ]
    return "\n".join(["```python", *lines, "```"])


def figure(chance: random.Random, picture: str) -> str:
    """A picture with an alternative text and a caption."""
    options = f":alt: {sentence(chance, 6)}\n:width: 60%"
    return f":::{{figure}} {picture}\n{options}\n\n{sentence(chance, 6)}\n:::"
