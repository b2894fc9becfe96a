// Asks something in a dialog of its own, and leaves the keyboard where it came from.

/*
 * Opens the dialog of a template with these values in its fields; `prepare` may fill in what is no field.
 * Resolves to { button, values } once a button is pressed, to null where the dialog is closed without one.
 */
export function ask(template, values, prepare = () => {}) {
  const dialog = template.content.firstElementChild.cloneNode(true);
  const form = dialog.querySelector("form");
  for (const [name, value] of Object.entries(values)) write(form.elements[name], value);
  prepare(dialog);
  document.body.append(dialog);
  dialog.showModal();
  return new Promise((resolve) => {
    dialog.addEventListener("close", () => {
      dialog.remove();
      const button = dialog.returnValue;
      resolve(button && button !== "cancel" ? { button, values: read(form) } : null);
    });
  });
}

function write(field, value) {
  if (!field) return;
  if (field.type === "checkbox") field.checked = value;
  else field.value = value;
}

function read(form) {
  const fields = [...form.elements].filter(({ name }) => name);
  return Object.fromEntries(fields.map((field) => [field.name, field.type === "checkbox" ? field.checked : field.value.trim()]));
}
