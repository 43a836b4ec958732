"""The order of letters in a language, for an index (after Unicode CLDR)."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

ALPHABETS: Mapping[str, Sequence[str]] = {
    "cs": ("c č", "h ch", "r ř", "s š", "z ž"),
    "cy": ("c ch", "d dd", "f ff", "g ng", "l ll", "p ph", "r rh", "t th"),
    "da": ("z æ ø å",),
    "et": ("s š z ž", "w õ ä ö ü"),
    "fi": ("z å ä ö",),
    "hr": ("c č ć", "d dž đ", "l lj", "n nj", "s š", "z ž"),
    "hu": ("c cs", "d dz dzs", "g gy", "l ly", "n ny", "o ö", "s sz", "t ty", "u ü", "z zs"),
    "is": ("d ð", "z þ æ ö"),
    "lt": ("c č", "s š", "z ž"),
    "lv": ("c č", "g ģ", "k ķ", "l ļ", "n ņ", "s š", "z ž"),
    "nb": ("z æ ø å",),
    "nn": ("z æ ø å",),
    "no": ("z æ ø å",),
    "pl": ("a ą", "c ć", "e ę", "l ł", "n ń", "o ó", "s ś", "z ź ż"),
    "ro": ("a ă â", "i î", "s ș", "t ț"),
    "es": ("n ñ",),
    "sk": ("a ä", "c č", "h ch", "o ô", "s š", "z ž"),
    "sl": ("c č", "s š", "z ž"),
    "sq": ("c ç", "d dh", "e ë", "g gj", "l ll", "n nj", "r rr", "s sh", "t th", "x xh", "z zh"),
    "sv": ("z å ä ö",),
    "tr": ("c ç", "g ğ", "h ı", "o ö", "s ş", "u ü"),
    "uk": ("г ґ", "е є", "и і ї й"),
    "be": ("е ё", "і й", "у ў"),
    "bg": ("и й",),
    "mk": ("д ѓ", "з ѕ", "и ј", "л љ", "н њ", "т ќ", "ч џ"),
    "ru": ("и й",),
    "sr": ("д ђ", "и ј", "л љ", "н њ", "т ћ", "ч џ"),
}
"""Letters that a language counts as its own, each behind the one that it follows (Unicode CLDR)."""

ALIKE = str.maketrans({"ø": "o", "æ": "ae", "œ": "oe", "ß": "ss", "đ": "d", "ł": "l", "ı": "i"})
"""Letters without a decomposition, where a language does not count them as its own."""


@dataclass(slots=True)
class Alphabet:
    """The order of letters in a language."""

    language: str
    _own: dict[str, tuple[str, int]] = field(default_factory=dict)
    _longest: int = 1

    def __post_init__(self) -> None:
        for row in ALPHABETS.get(self.language, ()):
            first, *others = row.split()
            for number, letter in enumerate(others, 1):
                self._own[letter] = (first, number)
                self._longest = max(self._longest, len(letter))

    def key(self, word: str) -> tuple[tuple[str, int], ...]:
        """What words are sorted by."""
        return tuple(self._letters(word))

    def letter(self, word: str) -> str:
        """The heading under which a word stands; empty for what is no letter."""
        if not word or not (word[0].isalpha() or word[0] == "_"):
            return ""
        if unicodedata.name(word[0], "").startswith("CJK"):
            return "汉字" if self.language == "zh" else "漢字"
        for size in range(self._longest, 0, -1):
            if self._lower(word[:size]) in self._own and len(word) >= size:
                return word[:size].capitalize() if size > 1 else word[0].upper()
        return self._plain(word[0].lower())[:1].upper()

    def _letters(self, word: str) -> Iterator[tuple[str, int]]:
        lower, at = self._lower(word), 0
        while at < len(lower):
            for size in range(self._longest, 0, -1):
                if own := self._own.get(lower[at : at + size]):
                    yield own
                    at += size
                    break
            else:
                yield from ((sign, 0) for sign in self._plain(lower[at]))
                at += 1

    def _lower(self, word: str) -> str:
        if self.language in {"tr", "az"}:
            word = word.replace("I", "ı").replace("İ", "i")
        return word.lower()

    @staticmethod
    def _plain(sign: str) -> str:
        """A letter without its accents."""
        parts = unicodedata.normalize("NFD", sign.translate(ALIKE))
        return "".join(part for part in parts if not unicodedata.combining(part)) or sign
