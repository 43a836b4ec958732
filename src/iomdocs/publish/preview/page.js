/* In each page that is served while the book is written: loads the page again when it has changed,
   with the reader where he was, and shows what is wrong with the sources. */
"use strict";
(() => {
  const KEY = "iomdocs-preview-place";
  const digest = document.currentScript.dataset.digest;
  const page = location.pathname;
  let events = null;
  let panel = null;

  /* The last heading or other named place above the top of the window, and how far above it is. */
  function place() {
    const named = [...document.querySelectorAll("main [id], article [id], [role=main] [id]")];
    const above = named.filter(
      (each) => each.getClientRects().length && each.getBoundingClientRect().top <= 1
    );
    const last = above[above.length - 1];
    return {
      page,
      x: scrollX,
      y: scrollY,
      id: last ? last.id : "",
      top: last ? last.getBoundingClientRect().top : 0,
    };
  }

  function goBack(to) {
    const named = to.y > 0 && to.id ? document.getElementById(to.id) : null;
    const y = named ? scrollY + named.getBoundingClientRect().top - to.top : to.y;
    scrollTo({ left: to.x, top: y, behavior: "instant" });
  }

  function reload() {
    sessionStorage.setItem(KEY, JSON.stringify(place()));
    history.scrollRestoration = "manual";
    events.close();
    location.reload();
  }

  function show(findings) {
    if (panel) panel.remove();
    panel = null;
    if (!findings.length) return;
    panel = document.createElement("div");
    panel.id = "iomdocs-preview-findings";
    panel.setAttribute("role", "alert");
    const inner = panel.attachShadow({ mode: "open" });
    inner.innerHTML = `<style>
      :host { all: initial; position: fixed; inset: auto 0 0 0; z-index: 2147483647; }
      section { max-height: 50vh; overflow: auto; padding: 1rem 1.5rem; background: #fff;
        color: #1a1a1a; border-top: 4px solid #b3261e; box-shadow: 0 0 1rem #0006;
        font: 15px/1.5 system-ui, sans-serif; }
      h2 { margin: 0 0 .5rem; font-size: 1rem; }
      pre { margin: 0 0 .5rem; font: 14px/1.5 ui-monospace, monospace; white-space: pre-wrap;
        overflow-wrap: anywhere; }
      @media (prefers-color-scheme: dark) { section { background: #1c1b1f; color: #f1f1f1; } }
      @media print { :host { display: none; } }
    </style><section tabindex="0" lang="en" dir="ltr"><h2></h2></section>`;
    const section = inner.querySelector("section");
    const count = findings.length;
    inner.querySelector("h2").textContent =
      `${count} ${count === 1 ? "problem" : "problems"}; this page is the last good one`;
    for (const finding of findings) {
      const line = document.createElement("pre");
      line.textContent = finding;
      section.append(line);
    }
    document.body.append(panel);
  }

  /* A page in the background does not listen: a browser has six connections to a server. */
  function listen() {
    if (events) events.close();
    events = null;
    if (document.hidden) return;
    const query = new URLSearchParams({ page, digest });
    events = new EventSource(`/__iomdocs__/events?${query}`);
    events.addEventListener("reload", reload);
    events.addEventListener("findings", (event) => show(JSON.parse(event.data)));
  }

  const before = JSON.parse(sessionStorage.getItem(KEY) || "null");
  sessionStorage.removeItem(KEY);
  if (before && before.page === page) {
    goBack(before);
    addEventListener("load", () => {
      goBack(before);
      history.scrollRestoration = "auto";
    });
  }
  document.addEventListener("visibilitychange", listen);
  addEventListener("pageshow", listen);
  addEventListener("pagehide", () => events && events.close());
  if (document.readyState === "complete") listen();
})();
