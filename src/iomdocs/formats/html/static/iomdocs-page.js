// A button that copies the entry for BibTeX; without a script, or where a page may not write to the
// clipboard, the entry is text to be selected.
"use strict";

function addCopyButton(box) {
  const button = document.createElement("button");
  button.type = "button";
  button.textContent = box.dataset.copy;
  button.setAttribute("aria-live", "polite");
  button.addEventListener("click", async () => {
    await navigator.clipboard.writeText(box.querySelector("pre").textContent);
    button.textContent = box.dataset.copied;
  });
  box.append(button);
}

if (navigator.clipboard) {
  document.querySelectorAll(".cite-entry").forEach(addCopyButton);
}
