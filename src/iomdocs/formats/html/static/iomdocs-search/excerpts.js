// Some words around what was found. A word has the space behind it, where its language has spaces.

const WORDS_BEFORE = 6;
const WORDS_SHOWN = 28;

// The words from `start` to before `end` that stand around the first place found, as texts to be
// marked or not; without a place those at the start.
export function excerpt(words, found, start = 0, end = words.length) {
  const first = words.findIndex((_word, place) => place >= start && found.has(place));
  const begin = first < 0 || first >= end ? start : first - WORDS_BEFORE;
  const from = Math.max(start, Math.min(begin, end - WORDS_SHOWN));
  const to = Math.min(from + WORDS_SHOWN, end);
  const shown = words.slice(from, to).map((word, index) => ({
    text: word,
    marked: found.has(from + index),
  }));
  const gap = { text: "… ", marked: false };
  return [...(from > start ? [gap] : []), ...shown, ...(to < end ? [gap] : [])];
}

// The words of a text; Pagefind puts zero-width spaces where a language writes none.
export function wordsOf(text) {
  return text.split(/(?<=[\s\u200b])(?=[^\s\u200b])/);
}
