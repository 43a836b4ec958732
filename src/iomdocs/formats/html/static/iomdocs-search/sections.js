// What Pagefind finds on a page, by section. What it gives as HTML is read as text and shown as text.
import { excerpt, wordsOf } from "./excerpts.js";
import { asWritten } from "./letters.js";

// A page as Pagefind gives it, for a query of some words; `sections` are those that have most of
// these words, best first.
export class Page {
  constructor(data, wanted, letters) {
    this.data = data;
    this.wanted = wanted;
    this.letters = letters;
    this.words = wordsOf(unescaped(data.raw_content));
    this.headings = data.anchors.filter(({ element }) => /^h[1-6]$/.test(element));
  }

  get title() {
    return asWritten(this.data.meta.title ?? "");
  }

  // Pagefind shortens a word that it does not find, to its first letter if it must. A page counts
  // only if it has a word near to each of those searched.
  get isNear() {
    return this.covered(this.data.locations).length === this.wanted.length;
  }

  covered(locations) {
    const found = locations.flatMap((place) => this.letters.words(this.words[place] ?? ""));
    return this.wanted.filter((word) => found.some((each) => isNear(word, each)));
  }

  sections(most) {
    const found = this.data.sub_results.map((part) => ({
      part,
      covered: this.covered(part.locations).length,
      score: part.weighted_locations.reduce((sum, each) => sum + each.balanced_score, 0),
    }));
    const best = Math.max(...found.map((each) => each.covered));
    return found
      .filter((each) => each.covered === best)
      .sort((a, b) => b.score - a.score)
      .slice(0, most)
      .map(({ part }) => this.section(part));
  }

  // The place of the first word after a heading.
  behind({ text, location }) {
    let place = location;
    let left = text.replace(/\s/g, "").length;
    while (left > 0 && place < this.words.length) {
      left -= this.words[place].replace(/[\s\u200b]/g, "").length;
      place += 1;
    }
    while (place < this.words.length && !/[\p{L}\p{N}]/u.test(this.words[place])) place += 1;
    return place;
  }

  section({ title, anchor, locations }) {
    const start = anchor ? this.behind(anchor) : 0;
    const next = this.headings.find(({ location }) => location > (anchor?.location ?? -1));
    const words = this.words.map(asWritten);
    const named = this.letters.words(title);
    return {
      title: asWritten(title),
      isNamed: this.wanted.every((word) => named.some((each) => each.startsWith(word))),
      anchor: anchor?.id ?? "",
      excerpt: excerpt(words, new Set(locations), start, next?.location),
    };
  }
}

// Pagefind writes the text of a page as HTML without elements.
function unescaped(html) {
  return new DOMParser().parseFromString(html, "text/html").documentElement.textContent;
}

const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;

// Whether two words begin alike: half of the one that was searched, and not less than three
// letters. Where words have no spaces between them, Pagefind knows better what a word is.
function isNear(wanted, found) {
  if (UNSPACED.test(wanted)) return true;
  const needed = Math.min(wanted.length, Math.max(3, Math.ceil(wanted.length / 2)));
  return found.startsWith(wanted.slice(0, needed));
}
