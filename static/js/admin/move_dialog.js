// Shows in a dialog what follows from moving a page, before it moves. Without this script the same stands on a page.

const dialog = document.querySelector("[data-move-dialog]");

async function show(address) {
  const asked = new URL(address, location.href);
  asked.searchParams.set("dialog", "");
  const answer = await fetch(asked).catch(() => null);
  // Whoever is no longer signed in is led to where that is done.
  if (answer?.redirected) return location.assign(address);
  if (answer?.ok) dialog.innerHTML = await answer.text();
  else dialog.textContent = dialog.dataset.textFailed;
  if (!dialog.open) dialog.showModal();
  dialog.querySelector("h1")?.focus();
}

function follow(event) {
  const link = event.target.closest("a[data-move], [data-close]");
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  if (link.matches("[data-close]")) dialog.close();
  else show(link.href);
}

function step(event) {
  if (!event.target.matches("[data-move-step]")) return;
  event.preventDefault();
  show(`${event.target.action}?${new URLSearchParams(new FormData(event.target, event.submitter))}`);
}

document.querySelector("[data-tree]").addEventListener("click", follow);
document.addEventListener("move-page", (event) => show(event.detail));
dialog.addEventListener("click", follow);
dialog.addEventListener("submit", step);
