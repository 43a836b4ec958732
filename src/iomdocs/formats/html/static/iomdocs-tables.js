// Tables that can be sorted and filtered in place, and that stack their cells where they are too
// wide for a phone. Without this script they are plain tables that scroll.
"use strict";

(() => {
  const language = document.documentElement.lang || undefined;
  const collator = new Intl.Collator(language, { numeric: true, sensitivity: "base" });
  const NUMBER = /^-?\d+(\.\d+)?(e[+-]?\d+)?$/i;
  const DATE = /^\d{4}(-\d\d(-\d\d)?)?(\/.*)?$/;
  const SPOKEN_AFTER = 300;
  const NARROW = 640;

  // Words as people type them; the letters are those that Unicode does not take apart into a letter
  // and a mark, with what is typed for each.
  function folding(letters) {
    const pattern = new RegExp(`[${Object.keys(letters).join("")}]`, "g");
    return (words) =>
      words
        .normalize("NFKD")
        .replace(/\p{M}/gu, "")
        .toLowerCase()
        .replace(pattern, (letter) => letters[letter])
        .replace(/[’‘]/g, "'")
        .replace(/\s+/g, " ");
  }

  // Rows that belong together: one of the table, and what can be opened below it.
  function rowGroups(table) {
    const groups = [];
    for (const body of table.tBodies) {
      for (const row of body.rows) {
        if (row.classList.contains("fact-history") && groups.length) groups.at(-1).push(row);
        else groups.push([row]);
      }
    }
    return groups;
  }

  function isSimple(table) {
    const rows = [...table.rows].filter((row) => !row.classList.contains("fact-history"));
    return (
      table.tHead?.rows.length === 1 &&
      table.tBodies.length === 1 &&
      rows.every((row) => [...row.cells].every((cell) => cell.colSpan + cell.rowSpan === 2)) &&
      rows.every((row) => row.cells.length === rows[0].cells.length)
    );
  }

  // --- sorting

  const parts = new Intl.NumberFormat(language).formatToParts(-12345.6);
  const sign = (type) => parts.find((part) => part.type === type)?.value ?? "";
  const [group, decimal] = [sign("group"), sign("decimal")];

  function printedNumber(words) {
    const plain = words
      .replaceAll(/[\s\u00a0\u202f]/g, "")
      .replaceAll(group.trim() || " ", "")
      .replace(decimal, ".")
      .replace(/^[−–]/, "-")
      .replace(/%$/, "");
    return NUMBER.test(plain) ? Number(plain) : null;
  }

  // What a cell is sorted by: the value for programs where it has one that says an order.
  function sortKey(cell) {
    const words = cell.textContent.replace(/\s+/g, " ").trim();
    const element = cell.querySelector("data[value], time[datetime]:not(.fact-doubt)");
    const machine = element?.value ?? element?.dateTime ?? "";
    if (DATE.test(machine) && (element.dateTime || machine.includes("/"))) {
      return { words, date: machine };
    }
    if (NUMBER.test(machine)) return { words, number: Number(machine) };
    const number = printedNumber(words);
    return number === null ? { words } : { words, number };
  }

  function comparison(keys) {
    const known = keys.filter((key) => key.words);
    if (known.every((key) => "number" in key)) return (a, b) => a.number - b.number;
    if (known.every((key) => "date" in key)) {
      return (a, b) => (a.date < b.date ? -1 : Number(a.date > b.date));
    }
    return (a, b) => collator.compare(a.words, b.words);
  }

  // Cells in which nothing stands come last, whatever the direction.
  function sorted(groups, column, direction) {
    if (direction === "none") return groups;
    const rows = groups.map((rows, place) => ({ rows, place, key: sortKey(rows[0].cells[column]) }));
    const compare = comparison(rows.map((row) => row.key));
    const factor = direction === "ascending" ? 1 : -1;
    rows.sort((a, b) => {
      if (!a.key.words || !b.key.words) {
        return Number(!a.key.words) - Number(!b.key.words) || a.place - b.place;
      }
      return factor * compare(a.key, b.key) || a.place - b.place;
    });
    return rows.map((row) => row.rows);
  }

  const NEXT = { none: "ascending", ascending: "descending", descending: "none" };

  function makeSortable(table, controls, say) {
    const groups = rowGroups(table);
    const heads = [...table.tHead.rows[0].cells];
    heads.forEach((head, column) => {
      const name = head.textContent.trim();
      if (!name || head.querySelector("a, button, input")) return;
      const button = document.createElement("button");
      button.type = "button";
      button.className = "table-sort";
      const holder = head.querySelector("p") || head;
      button.append(...holder.childNodes);
      holder.append(button);
      button.addEventListener("click", () => {
        const direction = NEXT[head.getAttribute("aria-sort") || "none"];
        heads.forEach((other) => other.removeAttribute("aria-sort"));
        if (direction !== "none") head.setAttribute("aria-sort", direction);
        table.tBodies[0].append(...sorted(groups, column, direction).flat());
        const phrase = direction === "none" ? "unsorted" : direction;
        say(controls.dataset[phrase].replace("{}", name));
      });
    });
  }

  // --- filtering

  function filterTables(tables, words, folded) {
    const wanted = folded(words).split(" ").filter(Boolean);
    let [shown, all] = [0, 0];
    for (const table of tables) {
      let left = 0;
      for (const rows of rowGroups(table)) {
        rows.words ??= folded(rows[0].textContent);
        const fits = wanted.every((word) => rows.words.includes(word));
        rows.forEach((row) => row.classList.toggle("filtered-out", !fits));
        left += fits;
        all += 1;
      }
      shown += left;
      if (tables.length > 1) {
        (table.closest("section") || table).classList.toggle("filtered-out", !left);
      }
    }
    return [shown, all];
  }

  function tablesOf(controls) {
    if (controls.dataset.tables) {
      return [...document.querySelectorAll(`table.${controls.dataset.tables}`)];
    }
    const next = controls.nextElementSibling;
    const table = next?.matches("table") ? next : next?.querySelector("table");
    return table ? [table] : [];
  }

  function start(controls) {
    const tables = tablesOf(controls);
    const input = controls.querySelector("input");
    const status = controls.querySelector("[role=status]");
    const folded = folding(JSON.parse(controls.dataset.letters));
    let timer = 0;
    const say = (words) => {
      clearTimeout(timer);
      timer = setTimeout(() => (status.textContent = words), SPOKEN_AFTER);
    };
    const filter = () => {
      const counts = filterTables(tables, input.value, folded);
      const words = controls.dataset.rows.replace("{}", counts[0]).replace("{}", counts[1]);
      say(input.value.trim() ? words : "");
    };
    // A link to a row that is filtered away, from this page or another, shows it again.
    const showTarget = () => {
      const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
      if (!target?.closest(".filtered-out")) return;
      input.value = "";
      filter();
      target.scrollIntoView();
    };
    if (!tables.length) return;
    tables
      .filter((table) => table.classList.contains("sortable") && isSimple(table))
      .forEach((table) => makeSortable(table, controls, say));
    input.addEventListener("input", filter);
    addEventListener("hashchange", showTarget);
    if (input.value) filter(); // kept by the browser from an earlier visit
    showTarget();
    controls.hidden = false;
  }

  document.querySelectorAll(".table-controls").forEach(start);

  // --- on a phone

  // Some browsers forget that a table is one when its cells are stacked; the roles say it again.
  function prepare(table) {
    const roles = { thead: "rowgroup", tbody: "rowgroup", tr: "row", th: "columnheader", td: "cell" };
    const names = [...table.tHead.rows[0].cells].map((head) => head.textContent.trim());
    table.setAttribute("role", "table");
    const caption = table.caption?.querySelector(".caption-text") || table.caption;
    if (caption) table.setAttribute("aria-label", caption.textContent.trim());
    Object.entries(roles).forEach(([tag, role]) =>
      table.querySelectorAll(tag).forEach((part) => part.setAttribute("role", role)),
    );
    rowGroups(table).forEach(([row]) =>
      [...row.cells].forEach((cell, column) => {
        if (column) cell.dataset.label = names[column];
        cell.classList.toggle("is-empty", !cell.textContent.trim());
      }),
    );
  }

  const widths = new Map();

  // Only a table that would scroll is stacked; one that fits stays easier to compare as it is.
  function stack({ target: region }) {
    if (widths.get(region) === region.clientWidth) return;
    widths.set(region, region.clientWidth);
    const table = region.querySelector("table");
    table.classList.remove("is-stacked");
    const isTooWide = region.scrollWidth > region.clientWidth + 1;
    if (!isTooWide || region.clientWidth > NARROW) return;
    if (!table.hasAttribute("role")) prepare(table);
    table.classList.add("is-stacked");
  }

  const observer = new ResizeObserver((entries) => entries.forEach(stack));
  document.querySelectorAll(".table-region").forEach((region) => {
    const table = region.querySelector("table:is(.fact-table, .fact-register, .sortable)");
    if (table && isSimple(table)) observer.observe(region);
  });
})();
