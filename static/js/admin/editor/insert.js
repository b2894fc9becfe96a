// A block put into a text, as one step that can be undone.

// Puts lines of their own after the line of a point, an empty line before and after them; the cursor goes to `select`.
export function insertBlock(surface, piece, point = surface.range[1], select = null) {
  const { row } = point;
  const line = surface.lines[row];
  const onBlank = !line.trim();
  const before = onBlank ? (row > 0 && surface.lines[row - 1].trim() ? "\n" : "") : "\n\n";
  const after = surface.lines[row + 1] === undefined || surface.lines[row + 1].trim() ? "\n" : "";
  const start = { row, col: onBlank ? 0 : line.length };
  const first = row + before.length;
  const selection = select ?? { row: first, col: 0 };
  surface.edit(start, { row, col: line.length }, before + piece + after, { selection: { anchor: selection, focus: selection } });
  return first;
}
