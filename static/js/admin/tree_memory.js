// Branches that were folded stay so, and a page that went up or down keeps the keyboard on the button that did it.

const FOLDED = "tree-folded";
const STEPPED = "tree-stepped";
const tree = document.querySelector("[data-tree]");
const branches = [...tree.querySelectorAll("[data-branch]")];

// A browser may refuse to keep anything.
function kept(store, name) {
  try {
    return store.getItem(name) ?? "";
  } catch {
    return "";
  }
}

function keep(store, name, value) {
  try {
    store.setItem(name, value);
  } catch {
    // Then all branches are open the next time.
  }
}

const folded = new Set(kept(localStorage, FOLDED).split(" "));
for (const branch of branches) branch.open = !folded.has(branch.dataset.branch);

function remember(event) {
  const { branch } = event.target.dataset;
  if (event.target.open) folded.delete(branch);
  else folded.add(branch);
  keep(localStorage, FOLDED, [...folded].join(" "));
}

for (const branch of branches) branch.addEventListener("toggle", remember);

tree.addEventListener("click", (event) => {
  const button = event.target.closest("button[name=direction]");
  if (button) keep(sessionStorage, STEPPED, button.value);
});

const item = location.hash.startsWith("#page-") && document.getElementById(location.hash.slice(1));

function unfold(inner) {
  const branch = inner.parentElement.closest("[data-branch]");
  if (!branch) return;
  branch.open = true;
  unfold(branch);
}

function focus() {
  const row = item.querySelector("[data-row]");
  const button = row.querySelector(`button[value="${kept(sessionStorage, STEPPED)}"]:enabled`);
  (button ?? row.querySelector("a")).focus();
}

if (item) {
  unfold(item);
  // A browser that has gone to a fragment takes the focus away once more.
  addEventListener("load", () => requestAnimationFrame(focus));
}
