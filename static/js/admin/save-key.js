// Ctrl+S (⌘S) saves the form, as in every other program; what visitors see is only ever published by its button.

const button = document.querySelector("[name=_save]");

function save(event) {
  const isSave = (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey && event.key.toLowerCase() === "s";
  if (!isSave || !button) return;
  event.preventDefault();
  // A dialog is answered first, and a key that is held saves once.
  if (event.repeat || document.querySelector("dialog[open]")) return;
  button.form.requestSubmit(button);
}

button?.setAttribute("aria-keyshortcuts", "Control+S");
document.addEventListener("keydown", save);
