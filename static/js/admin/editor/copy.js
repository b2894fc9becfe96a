// What is copied or cut: the Markdown, not its looks.

import { same } from "./text.js";

// `typing` takes out an insertable that is cut.
export function listen(surface, typing) {
  surface.element.addEventListener("copy", (event) => copy(surface, event));
  surface.element.addEventListener("cut", (event) => copy(surface, event) && cut(surface, typing));
}

// Whether there was anything to copy.
function copy(surface, event) {
  const [start, end] = surface.isCollapsed ? chipAtCursor(surface) : surface.range;
  if (same(start, end)) return false;
  event.preventDefault();
  event.clipboardData.setData("text/plain", surface.text.slice(start, end));
  return true;
}

function cut(surface, typing) {
  if (surface.isCollapsed) typing.removeChip(surface.selection.focus.row);
  else surface.edit(...surface.range, "");
}

// The two ends of the insertable at which the cursor stands; elsewhere the cursor itself, twice.
function chipAtCursor(surface) {
  const { row, col } = surface.selection.focus;
  return surface.isChip(row) ? [{ row, col: 0 }, { row, col: surface.lines[row].length }] : [{ row, col }, { row, col }];
}
