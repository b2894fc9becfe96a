// The place of a field on its form, taken by the surface that shows its text.

// Whether the surface looks as it must: without its style sheet it would lose spaces, and be too small to see.
export const isDressed = (element) => getComputedStyle(element).whiteSpace === "pre-wrap";

// Shows an element where a field was, under the same label and help, and leads whoever asks for the field to it.
export function takePlace(element, field) {
  const [label] = field.labels;
  label.id ||= `${field.id}_label`;
  element.setAttribute("aria-labelledby", label.id);
  for (const name of ["aria-describedby", "aria-invalid"]) if (field.hasAttribute(name)) element.setAttribute(name, field.getAttribute(name));
  element.lang = field.form.elements.language?.value ?? "";
  label.addEventListener("click", () => element.focus());
  field.focus = () => element.focus();
  [field.hidden, element.hidden] = [true, false];
  leadTo(element, field);
}

// What is amiss in a text is told with a link to its field, which is hidden now.
function leadTo(element, field) {
  const address = `#${field.id}`;
  const reach = () => location.hash === address && (element.scrollIntoView({ block: "center" }), element.focus());
  window.addEventListener("hashchange", reach);
  document.addEventListener("click", (event) => event.target.closest(`a[href="${address}"]`) && setTimeout(reach));
  setTimeout(reach);
}
