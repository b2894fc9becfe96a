// Where in a form somebody works: in which field, and of the text in which line.

import { bare } from "./find.js";

const MOST_LINES = 20; // so far back a line is sought that stands on the page as it is

function ofField(field) {
  const lines = field.value.split("\n");
  return { lines, current: field.value.slice(0, field.selectionStart).split("\n").length - 1 };
}

// An editor that shows the text in place of the field has a child for each of its lines.
function ofSurface(surface) {
  const lines = [...surface.children];
  const { focusNode } = getSelection();
  return { lines: lines.map((line) => line.textContent), current: lines.findIndex((line) => line.contains(focusNode)) };
}

function ofText({ lines, current }) {
  const before = lines.slice(Math.max(0, current - MOST_LINES), current + 1).reverse();
  return { lines: before.map(bare).filter((line) => line), at: current / Math.max(1, lines.length) };
}

// The place of the cursor in `form`, as `find` understands it; null where it is in none of its fields.
export function placeIn(form) {
  const active = document.activeElement;
  if (!form.contains(active)) return null;
  if (active.isContentEditable) return ofText(ofSurface(active));
  if (active.matches("[data-editor] textarea")) return ofText(ofField(active));
  return active.name ? { field: active.name } : null;
}
