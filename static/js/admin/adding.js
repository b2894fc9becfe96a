// Makes a new item in a window of its own on the way to choosing it. The window is one of Django's admin: it tells the
// page that opened it what was made, by the function of that name.

const waiting = new Map();

// Calls `take` with the key and the title of what was made by the link beside `select`.
export function onAdded(select, take) {
  const link = select.closest(".related-widget-wrapper")?.querySelector("a.add-related");
  if (!link) return;
  waiting.set(link.id, take);
  link.addEventListener("click", (event) => {
    const opened = window.open(link.href, link.id, "width=900,height=800,resizable=yes,scrollbars=yes");
    // Where the browser keeps windows from opening, the link leads there by itself, beside this page.
    if (!opened) link.target = "_blank";
    else event.preventDefault();
    event.stopPropagation();
    opened?.focus();
  });
}

window.dismissAddRelatedObjectPopup = (popup, key, title) => {
  waiting.get(popup.name)?.(String(key), title);
  popup.close();
};
