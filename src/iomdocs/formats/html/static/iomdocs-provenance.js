// What stands behind a fact, where the reader is.
//
// Without this script a fact is a link to its row in the register. With it the fact is a button
// that opens a box with value, date, sources and that same link, in the manner of a disclosure
// with a non-modal dialog (WAI-ARIA Authoring Practices) rather than of a tooltip, because the box
// has links in it: a tooltip is read as one string and cannot be entered. One rule holds for
// mouse, keyboard and touch: pointing at a fact, or moving the focus to it, shows the box in
// passing, and activating it (click, tap, Enter, Space) opens the box to stay and moves into it.
// In passing the links in the box are no stops for the keyboard, so that a page with a hundred
// facts does not get three hundred more. A click with a modifier key still follows the link.
//
// WCAG 2.2, 1.4.13: Escape dismisses the box, the mouse can move into it, it stays until mouse
// and focus have left.
"use strict";

(() => {
  const store = document.getElementById("fact-notes");
  if (!store) return;

  const OPENS_AFTER = 250;
  const CLOSES_AFTER = 300;
  const MARGIN = 8;

  const links = [...document.querySelectorAll("a.fact-link > [data-note]")].map(
    (value) => value.parentElement,
  );
  const box = makeBox();
  let shown = null; // the fact whose box is open
  let stays = false; // whether it was opened to stay, and not in passing
  let dismissed = null; // the fact whose box was closed, until mouse or focus leave the fact
  let pointer = null; // where the mouse came upon the fact
  let timer = 0;

  links.forEach((link) => {
    link.setAttribute("role", "button");
    link.setAttribute("aria-haspopup", "dialog");
    link.setAttribute("aria-expanded", "false");
    link.addEventListener("pointerenter", (event) => enter(link, event));
    link.addEventListener("pointerleave", () => leave(link));
    link.addEventListener("focus", () => link.matches(":focus-visible") && preview(link));
    link.addEventListener("blur", () => leave(link));
    link.addEventListener("click", (event) => activate(link, event));
    link.addEventListener("keydown", (event) => {
      if (event.key === " ") activate(link, event);
    });
  });
  box.addEventListener("pointerenter", () => clearTimeout(timer));
  box.addEventListener("pointerleave", () => closeSoon());
  box.addEventListener("keydown", keepOrder);
  box.addEventListener("focusout", (event) => {
    if (stays && event.relatedTarget && !box.contains(event.relatedTarget)) close();
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && shown) dismiss();
  });
  document.addEventListener("pointerdown", (event) => {
    if (shown && !box.contains(event.target) && !shown.contains(event.target)) close();
  });
  addEventListener("resize", () => shown && place());
  addEventListener("scroll", (event) => shown && !box.contains(event.target) && place(), {
    capture: true,
    passive: true,
  });

  function makeBox() {
    const made = document.createElement("div");
    made.className = "fact-note-box";
    made.id = "fact-note-box";
    made.hidden = true;
    made.tabIndex = -1;
    made.setAttribute("role", "dialog");
    made.setAttribute("aria-labelledby", "fact-note-title");
    document.body.append(made);
    return made;
  }

  function enter(link, event) {
    if (event.pointerType === "touch" || stays || dismissed === link) return;
    pointer = { x: event.clientX, y: event.clientY };
    clearTimeout(timer);
    if (shown !== link) timer = setTimeout(() => preview(link), OPENS_AFTER);
  }

  function leave(link) {
    if (dismissed === link && !link.matches(":hover")) dismissed = null;
    closeSoon();
  }

  function preview(link) {
    if (!stays && dismissed !== link) open(link, false);
  }

  function activate(link, event) {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    clearTimeout(timer);
    if (shown === link && stays) {
      dismiss();
      return;
    }
    open(link, true);
    box.focus({ preventScroll: true });
  }

  function open(link, toStay) {
    if (shown && shown !== link) close();
    clearTimeout(timer);
    if (shown !== link) fill(link);
    shown = link;
    stays = toStay;
    dismissed = null;
    box.querySelectorAll("a, button").forEach((stop) => (stop.tabIndex = toStay ? 0 : -1));
    link.setAttribute("aria-expanded", "true");
    link.setAttribute("aria-controls", box.id);
    box.hidden = false;
    place();
    if (toStay) uncover(link);
  }

  function close() {
    clearTimeout(timer);
    if (!shown) return;
    shown.setAttribute("aria-expanded", "false");
    shown.removeAttribute("aria-controls");
    box.hidden = true;
    shown = null;
    stays = false;
  }

  function closeSoon() {
    clearTimeout(timer);
    timer = setTimeout(() => {
      const isKept = stays || !shown || box.matches(":hover") || shown.matches(":hover");
      if (!isKept && !shown.matches(":focus-visible")) close();
    }, CLOSES_AFTER);
  }

  function dismiss() {
    const link = shown;
    const hadFocus = stays;
    close();
    dismissed = link;
    if (hadFocus) link.focus({ preventScroll: true });
  }

  // From the last stop in the box the keyboard goes on behind the fact, from the first back to it.
  function keepOrder(event) {
    if (event.key !== "Tab" || !stays) return;
    const stops = [...box.querySelectorAll("a, button")];
    const link = shown;
    const isFirst = document.activeElement === box || document.activeElement === stops[0];
    if (event.shiftKey && isFirst) {
      event.preventDefault();
      dismiss();
    } else if (!event.shiftKey && document.activeElement === stops.at(-1)) {
      close();
      dismissed = link;
      link.focus({ preventScroll: true });
    }
  }

  function fill(link) {
    const value = link.querySelector("[data-note]");
    const note = store.content.children[value.dataset.note].cloneNode(true);
    const label = note.querySelector(".fact-note-label");
    label.id = "fact-note-title";
    if (!note.querySelector(".fact-note-value strong")) label.after(cellValue(note, value));
    const register = document.createElement("p");
    register.className = "fact-note-register";
    const way = document.createElement("a");
    way.href = link.href;
    way.textContent = store.dataset.register;
    register.append(way);
    box.replaceChildren(...note.children, register, closeButton());
    window.showReviews?.(box);
  }

  function cellValue(note, value) {
    const line = note.querySelector(".fact-note-value") || document.createElement("p");
    const strong = document.createElement("strong");
    strong.textContent = value.textContent;
    if (line.firstChild) strong.append(" ");
    line.className = "fact-note-value";
    line.prepend(strong);
    return line;
  }

  function closeButton() {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "fact-note-close";
    button.setAttribute("aria-label", store.dataset.dismiss);
    button.addEventListener("click", dismiss);
    return button;
  }

  // Below the line of the fact, or above it where there is more room; never off the screen.
  function place() {
    const lines = [...shown.getClientRects()];
    const line = lines.find((rect) => pointer && rect.bottom >= pointer.y) || lines[0];
    if (!line || line.bottom < 0 || line.top > innerHeight) {
      if (!stays) close();
      return;
    }
    const width = document.documentElement.clientWidth;
    const below = innerHeight - line.bottom - MARGIN;
    const isBelow = below >= box.offsetHeight || below >= line.top - MARGIN;
    const top = isBelow ? line.bottom + 4 : line.top - box.offsetHeight - 4;
    const left = Math.min(line.left, width - box.offsetWidth - MARGIN);
    const lowest = innerHeight - box.offsetHeight - MARGIN;
    box.style.setProperty("--left", `${Math.max(MARGIN, left)}px`);
    box.style.setProperty("--top", `${Math.max(MARGIN, Math.min(top, lowest))}px`);
  }

  // A sheet at the bottom of a phone must not lie on the fact it is about.
  function uncover(link) {
    const hidden = link.getBoundingClientRect().bottom + MARGIN - box.getBoundingClientRect().top;
    const isSheet = matchMedia("(max-width: 40rem)").matches;
    if (isSheet && hidden > 0) scrollBy({ top: hidden, behavior: "instant" });
  }
})();
