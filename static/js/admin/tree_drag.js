// A page is dragged by its handle to before, under or behind another one. Nothing moves by it: what follows is shown.

const EDGE = 70; // pixels from the edge of the window at which it scrolls
const STEP = 14;

const tree = document.querySelector("[data-tree]");
let dragged = null;
let target = null;

function placeIn(item, y) {
  const { top, height } = item.querySelector("[data-row]").getBoundingClientRect();
  const part = (y - top) / height;
  if ("section" in item.dataset) return part < 0.5 ? "before" : "after";
  return part < 0.3 ? "before" : part > 0.7 ? "after" : "under";
}

function targetAt(x, y) {
  const item = document.elementFromPoint(x, y)?.closest("[data-page]");
  return item && !dragged.contains(item) ? { item, place: placeIn(item, y) } : null;
}

function mark(next) {
  target?.item.classList.remove(`drop-${target.place}`);
  target = next;
  target?.item.classList.add(`drop-${target.place}`);
}

function neighbourBefore(item) {
  const before = item.previousElementSibling;
  return before === dragged ? before.previousElementSibling : before;
}

function asked({ item, place }) {
  if (place === "under") return { under: item.dataset.page, after: "" };
  const under = item.parentElement.closest("[data-page]")?.dataset.page ?? tree.dataset.under;
  return { under, after: place === "after" ? item.dataset.page : (neighbourBefore(item)?.dataset.page ?? "0") };
}

function start(event) {
  const handle = event.target.closest("[data-handle]");
  if (!handle || event.button) return;
  event.preventDefault();
  dragged = handle.closest("[data-page]");
  dragged.classList.add("is-dragged");
  handle.setPointerCapture(event.pointerId);
}

function move(event) {
  if (!dragged) return;
  mark(targetAt(event.clientX, event.clientY));
  if (event.clientY < EDGE) scrollBy(0, -STEP);
  else if (event.clientY > innerHeight - EDGE) scrollBy(0, STEP);
}

function end(event) {
  if (!dragged) return;
  const question = event.type === "pointerup" && target && new URLSearchParams(asked(target));
  const address = dragged.querySelector("[data-handle]").dataset.handle;
  mark(null);
  dragged.classList.remove("is-dragged");
  dragged = null;
  if (question) document.dispatchEvent(new CustomEvent("move-page", { detail: `${address}?${question}` }));
}

for (const handle of tree.querySelectorAll("[data-handle]")) handle.hidden = false;
tree.addEventListener("pointerdown", start);
tree.addEventListener("pointermove", move);
tree.addEventListener("pointerup", end);
tree.addEventListener("pointercancel", end);
document.addEventListener("keydown", (event) => event.key === "Escape" && end(event));
