// Search as one types, in the box of the theme and on the page of results. All of it is loaded
// when the box is opened. Where that fails (a page opened as a file, no index, no WebAssembly),
// the box leads to the page of results, and Sphinx searches there.
"use strict";

(() => {
  if (location.protocol === "file:") return;

  const root = new URL("../", document.currentScript.src); // this script lies in _static
  const box = new URL("_static/iomdocs-search/box.js", root);
  const dialog = document.getElementById("pst-search-dialog");
  let loaded;

  function load() {
    loaded ??= import(box).then((module) => module.prepare(root));
    return loaded;
  }

  dialog?.addEventListener("focusin", () => {
    load().then((search) => search.openIn(dialog), () => {});
  });

  // Sphinx calls this on its page of results, once that is read.
  if (typeof Search !== "undefined") {
    const searchOfSphinx = Search.performSearch;
    Search.performSearch = (query) => {
      load()
        .then((search) => search.showPage(document.getElementById("search-results"), query))
        .catch(() => searchOfSphinx(query));
    };
  }
})();
