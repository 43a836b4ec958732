// Words as people type them; the table of letters comes with the index.

export class Letters {
  constructor(table) {
    this.table = table;
    this.pattern = new RegExp(`[${Object.keys(table).join("")}]`, "g");
  }

  // Lower-case, with plain letters where Pagefind knows none; it takes off accents itself.
  plain(text) {
    return text
      .normalize("NFC")
      .toLowerCase()
      .replace(/i\u0307/g, "i")
      .replace(this.pattern, (letter) => this.table[letter]);
  }

  // As `plain`, without accents and apostrophes: to compare two words.
  folded(text) {
    return this.plain(text)
      .normalize("NFD")
      .replace(/[\p{Mn}'\u2019]/gu, "");
  }

  words(text) {
    return this.folded(text).match(/[\p{L}\p{N}]+/gu) ?? [];
  }
}

// The index has plain forms of some words beside them, between two marks.
const PLAIN_FORMS = /\u2063[^\u2063]*\u2063|\u200b/g;

// A text as its author wrote it: without plain forms and without marks between words.
export function asWritten(text) {
  return text.replace(PLAIN_FORMS, "");
}
