// Blocks put into a text, as one step that can be undone.

import { replaceRows } from "./lines.js";

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

// A small table to write in, its first cell selected.
export function insertTable(surface, word) {
  const row = insertBlock(surface, `| ${word} | ${word} |\n| --- | --- |\n|  |  |`);
  surface.select({ row, col: 2 + word.length }, { row, col: 2 });
}

// A column more in the table in which the cursor stands.
export function addColumn(surface) {
  const { row } = surface.range[0];
  const isRow = (number) => surface.block(number)?.kind === "table";
  let [first, last] = [row, row];
  while (isRow(first - 1) && !surface.block(first).head) first -= 1;
  while (isRow(last + 1) && !surface.block(last + 1).head) last += 1;
  const cell = (number) => (surface.block(number).dashes ? " --- |" : "  |");
  const lines = surface.lines.slice(first, last + 1).map((line, index) => line.trimEnd().replace(/[^|]$/, "$& |") + cell(first + index));
  replaceRows(surface, first, last, lines);
}
