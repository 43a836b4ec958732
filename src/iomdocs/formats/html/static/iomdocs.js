// A table or formula that fits its place needs no stop for the keyboard and is no landmark; without
// this script each is both, which is right for those that scroll.
"use strict";

function tidyRegion(region) {
  const scrolls = region.scrollWidth > region.clientWidth + 1;
  if (scrolls) {
    region.tabIndex = 0;
    region.setAttribute("role", region.dataset.role);
    region.setAttribute("aria-label", region.dataset.label);
  } else {
    region.removeAttribute("tabindex");
    region.removeAttribute("role");
    region.removeAttribute("aria-label");
  }
  region.classList.toggle("scrolls", scrolls);
}

function watchRegions() {
  const observer = new ResizeObserver((entries) => entries.forEach((e) => tidyRegion(e.target)));
  document.querySelectorAll(".table-region, .math-region").forEach((region) => {
    region.dataset.role = region.getAttribute("role");
    region.dataset.label = region.getAttribute("aria-label");
    observer.observe(region);
  });
}

watchRegions();

// A mark that a fact should be looked at again shows itself when its day has passed.
function showReviews(part) {
  const now = new Date();
  const today = [now.getFullYear(), now.getMonth() + 1, now.getDate()]
    .map((part) => String(part).padStart(2, "0"))
    .join("-");
  part.querySelectorAll("[data-review-after]").forEach((mark) => {
    mark.hidden = mark.hidden && today <= mark.dataset.reviewAfter;
  });
}

showReviews(document);
