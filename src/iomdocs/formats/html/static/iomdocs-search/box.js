// The search: its data, and the two places where it shows results.
import { Letters } from "./letters.js";
import { Records } from "./records.js";
import { Results } from "./results.js";
import { Page } from "./sections.js";

const LONGEST_QUERY = 200;
const PAUSE = 120; // milliseconds without a key before the search begins
const IN_DIALOG = { records: 3, pages: 6, sections: 3 };
const ON_PAGE = { records: 12, pages: 60, sections: 6 };

// Load index and data; rejects where the browser or the website cannot search.
export async function prepare(root) {
  const folder = new URL("_static/pagefind/", root);
  const [pagefind, book] = await Promise.all([
    import(new URL("pagefind.js", folder)),
    fetch(new URL("iomdocs.json", folder), { cache: "no-cache" }).then((answer) => answer.json()),
    loadStyle(),
  ]);
  await pagefind.options({ noWorker: true });
  await pagefind.init();
  return new Search(root, pagefind, book);
}

function loadStyle() {
  const style = document.createElement("link");
  style.rel = "stylesheet";
  style.href = new URL("../iomdocs-search.css", import.meta.url);
  return new Promise((resolve, reject) => {
    style.addEventListener("load", resolve);
    style.addEventListener("error", reject);
    document.head.append(style);
  });
}

class Search {
  constructor(root, pagefind, { letters, words, parts, records }) {
    this.root = root;
    this.pagefind = pagefind;
    this.words = words;
    this.parts = parts;
    this.letters = new Letters(letters);
    this.records = new Records(records, this.letters, root);
  }

  async find(query, part, most) {
    const text = query.slice(0, LONGEST_QUERY).trim();
    const plain = this.letters.plain(text);
    const wanted = this.letters.words(text);
    const { results } = await this.pagefind.search(plain);
    const found = part ? results.filter(({ id }) => this.parts[part].pages.includes(id)) : results;
    const first = await Promise.all(found.slice(0, most.pages).map((each) => each.data()));
    const pages = first
      .map((data) => new Page(data, wanted, this.letters))
      .filter((page) => page.isNear);
    const hits = pages
      .flatMap((page) => this.hits(page, most.sections))
      .sort((a, b) => b.isNamed - a.isNamed);
    const { named, others } = this.records.find(part ? "" : text, most.records);
    const isPart = pages.length === first.length && found.length > first.length;
    return { hits: [...named, ...hits, ...others], isPart };
  }

  hits(page, most) {
    const address = new URL(page.data.raw_url.replace(/^\//, ""), this.root);
    return page.sections(most).map(({ anchor, ...section }) => {
      const url = new URL(address);
      url.hash = anchor;
      const above = section.title === page.title ? "" : page.title;
      const part = this.parts[page.data.meta.part]?.name;
      const path = [part, above].filter(Boolean).join(" › ");
      return { ...section, kind: "page", path, url };
    });
  }

  // The dialog of the theme; nothing happens where results are shown there already.
  openIn(dialog) {
    const form = dialog.querySelector("form.bd-search");
    if (!form || dialog.querySelector(".iomdocs-found")) return;
    const view = new View(this, form, IN_DIALOG);
    dialog.append(view.results.node);
    dialog.classList.add("iomdocs-search");
    view.results.list.addEventListener("click", (event) => {
      if (event.target.closest("a")) dialog.close();
    });
    view.update();
  }

  // The page of results, in place of what Sphinx finds; rejects if nothing can be searched.
  async showPage(place, query) {
    await this.find(query, "", ON_PAGE);
    const view = new View(this, document.querySelector(".bd-search-container form"), ON_PAGE);
    place.replaceChildren(view.results.node);
    view.field.value = query;
    await view.update();
  }
}

// A field and the results of what is typed into it.
class View {
  constructor(search, form, most) {
    this.search = search;
    this.form = form;
    this.field = form.querySelector("input[name=q]");
    this.most = most;
    this.part = "";
    this.asked = 0;
    this.results = new Results(search.words, search.parts, (part) => {
      this.part = part;
      this.update();
    });
    this.field.addEventListener("input", () => {
      clearTimeout(this.timer);
      this.timer = setTimeout(() => this.update(), PAUSE);
    });
    for (const node of [this.field, this.results.node]) {
      node.addEventListener("keydown", (event) => this.results.moveFrom(this.field, event));
    }
  }

  async update() {
    const query = this.field.value.trim();
    const asked = ++this.asked;
    if (!query) return this.results.clear();
    const found = await this.search.find(query, this.part, this.most).catch(() => null);
    if (asked !== this.asked) return;
    if (!found) return this.results.showFailure();
    this.results.show(query, found.hits, found.isPart ? this.addressOfAll(query) : "");
  }

  // The page of results, where one is not there already.
  addressOfAll(query) {
    if (this.most === ON_PAGE) return "";
    const address = new URL(this.form.action);
    address.hash = "";
    address.search = new URLSearchParams({ q: query });
    return address;
  }
}
