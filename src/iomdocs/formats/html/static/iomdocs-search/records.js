// Facts and terms of the glossary: results of their own, with what they say.
import { excerpt, wordsOf } from "./excerpts.js";

export class Records {
  constructor(records, letters, root) {
    this.letters = letters;
    this.records = records.map((record) => {
      const title = letters.words(record.title);
      const rest = letters.words(`${record.text} ${record.names ?? ""}`);
      return { ...record, url: new URL(record.url, root).href, words: { title, rest } };
    });
  }

  // Those that have every word of the query, best first: `named` have it in their name, `others`
  // in their text.
  find(query, most) {
    const wanted = this.letters.words(query);
    const ranked = this.records
      .map((record) => ({ record, rank: wanted.length ? rank(record.words, wanted) : NOT_FOUND }))
      .filter((found) => found.rank < NOT_FOUND)
      .sort((a, b) => a.rank - b.rank)
      .slice(0, most);
    const hits = (found) => found.map(({ record }) => this.hit(record, wanted));
    return {
      named: hits(ranked.filter((found) => found.rank < IN_TEXT)),
      others: hits(ranked.filter((found) => found.rank === IN_TEXT)),
    };
  }

  hit({ kind, title, text, url }, wanted) {
    const words = wordsOf(text);
    const isFound = (word) =>
      this.letters.words(word).some((each) => wanted.some((start) => each.startsWith(start)));
    const found = new Set([...words.keys()].filter((place) => isFound(words[place])));
    return { kind, title, excerpt: excerpt(words, found), url };
  }
}

const IN_TEXT = 3;
const NOT_FOUND = 4;

function rank({ title, rest }, wanted) {
  const has = (words) => wanted.every((word) => words.some((each) => each.startsWith(word)));
  if (has(title)) {
    const begins = wanted.every((word, place) => title[place]?.startsWith(word));
    if (!begins) return 2;
    return title.length === wanted.length ? 0 : 1;
  }
  return has([...title, ...rest]) ? IN_TEXT : NOT_FOUND;
}
