// Results as a list of links, with their number for screen readers and the choice of a part.

export class Results {
  // `onPart` is told the part that was chosen, or empty text for all.
  constructor(words, parts, onPart) {
    this.words = words;
    this.count = element("p", "search-count");
    this.count.setAttribute("role", "status");
    this.list = element("ol", "search-hits");
    this.head = element("div", "search-head", this.count);
    const options = parts.flatMap(({ name, pages }, number) =>
      pages.length ? new Option(name, number) : [],
    );
    if (options.length > 1) this.head.append(this.choice(options, onPart));
    this.node = element("section", "iomdocs-found", this.head, this.list);
    this.node.setAttribute("aria-label", words.results);
    this.node.hidden = true;
  }

  choice(options, onPart) {
    const select = element("select", "search-part");
    select.append(new Option(this.words.every, ""), ...options);
    select.addEventListener("change", () => onPart(select.value));
    const name = element("span", "search-part-name", this.words.part);
    return element("label", "search-choice", name, select);
  }

  clear() {
    this.node.hidden = true;
    this.count.textContent = "";
    this.list.replaceChildren();
  }

  // `hits` are links with `title`, `path`, `excerpt` and `url`; `more` is the address of all.
  show(query, hits, more) {
    const { words } = this;
    this.node.hidden = false;
    this.list.replaceChildren(...hits.map((hit) => this.item(hit)));
    if (!hits.length) {
      this.list.replaceChildren(element("li", "search-hint", words.hint));
      this.count.textContent = words.none.replace("{}", () => query);
    } else {
      const phrase = more ? words.first : words.many;
      this.count.textContent =
        hits.length === 1 && !more ? words.one : phrase.replace("{}", hits.length);
    }
    if (more && hits.length) {
      this.list.append(element("li", "search-more", link("search-all", more, words.all)));
    }
  }

  // The index cannot be reached any more.
  showFailure() {
    this.node.hidden = false;
    this.list.replaceChildren();
    this.count.textContent = this.words.failed;
  }

  item({ kind, title, path, excerpt, url }) {
    const item = element("li", `search-hit ${kind}`);
    item.append(element("p", "search-title", link("search-link", url, title)));
    const place = kind === "page" ? path : this.words[kind];
    if (place) item.append(element("p", "search-path", place));
    const text = element("p", "search-excerpt");
    text.append(...excerpt.map((each) => (each.marked ? marked(each.text) : each.text)));
    if (excerpt.length) item.append(text);
    return item;
  }

  get links() {
    return [...this.list.querySelectorAll("a")];
  }

  // Arrow keys go through the links, from and back to the field.
  moveFrom(field, event) {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!step || event.target instanceof HTMLSelectElement) return;
    const stops = [field, ...this.links];
    const next = stops[stops.indexOf(event.target) + step];
    if (!next) return;
    event.preventDefault();
    next.focus();
  }
}

function element(name, className, ...content) {
  const made = document.createElement(name);
  made.className = className;
  made.append(...content);
  return made;
}

function link(className, url, text) {
  const made = element("a", className, text);
  made.href = url;
  return made;
}

// A word with a mark on it, and without one on what follows: a comma, a space.
function marked(text) {
  const [word] = text.match(/^.*[\p{L}\p{N}]/u) ?? [text];
  const both = document.createDocumentFragment();
  both.append(element("mark", "search-mark", word), text.slice(word.length));
  return both;
}
