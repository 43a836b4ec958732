// On a phone the theme shows the list of sections as a dialog over the page, and leaves it there
// when a section of the page is chosen, which it then covers.
"use strict";

document.querySelectorAll("dialog[id$='-sidebar-modal']").forEach((dialog) => {
  dialog.addEventListener("click", (event) => {
    const link = event.target.closest("a[href]");
    if (link?.hash && link.href.split("#")[0] === window.location.href.split("#")[0]) {
      dialog.close();
    }
  });
});
