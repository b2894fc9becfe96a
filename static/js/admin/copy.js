// Puts an address that stands in a field on the clipboard, and says so.

function copying(place) {
  const field = place.querySelector("input");
  const button = place.querySelector("[data-copy-button]");
  const note = place.querySelector("[role=status]");

  async function copy() {
    field.select();
    try {
      await navigator.clipboard.writeText(field.value);
      note.textContent = place.dataset.textCopied;
    } catch {
      note.textContent = place.dataset.textNotCopied;
    }
  }

  button.addEventListener("click", copy);
  button.hidden = false;
}

document.querySelectorAll("[data-copy]").forEach(copying);
