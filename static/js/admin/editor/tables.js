// Tables: a row more, a column more, and no key that takes out what makes a table of them.

import { insertBlock } from "./insert.js";
import { replaceRows } from "./lines.js";
import { same } from "./text.js";

const EDGE = /(?<!\\)\|/g;
const isRow = (surface, row) => surface.block(row)?.kind === "table";
const isBare = (line) => /^[\s|]*$/.test(line);

// The first and the last row of the table in which a row stands.
function tableAt(surface, row) {
  let [first, last] = [row, row];
  while (isRow(surface, first - 1) && !surface.block(first).head) first -= 1;
  while (isRow(surface, last + 1) && !surface.block(last + 1).head) last += 1;
  return { first, last };
}

// How many rows a table has below its headings; while it has none, it is still being typed.
function countBelow(surface, row) {
  if (!isRow(surface, row)) return 0;
  const { first, last } = tableAt(surface, row);
  return last - first - 1;
}

// A small table to write in, its first cell selected.
export function insertTable(surface, word) {
  const row = insertBlock(surface, `| ${word} | ${word} |\n| --- | --- |\n|  |  |`);
  surface.select({ row, col: 2 + word.length }, { row, col: 2 });
}

// A row below that of the cursor; one without words ends its table.
export function addRow(surface, row) {
  const line = surface.lines[row];
  const end = { row, col: line.length };
  if (isBare(line)) return surface.edit({ row, col: 0 }, end, "\n");
  const last = surface.block(row).head ? { row: row + 1, col: surface.lines[row + 1].length } : end;
  const cells = line.split(EDGE).length - 2;
  const point = { row: last.row + 1, col: 2 };
  return surface.edit(last, last, `\n${"|  ".repeat(Math.max(1, cells))}|`, { selection: { anchor: point, focus: point } });
}

// A column more in the table in which the cursor stands, which goes into its new cell.
export function addColumn(surface) {
  const { row } = surface.range[0];
  const { first, last } = tableAt(surface, row);
  const into = surface.block(row).dashes ? first : row;
  const cell = (number) => (surface.block(number).dashes ? " --- |" : "  |");
  const lines = surface.lines.slice(first, last + 1).map((line, index) => line.trimEnd().replace(/[^|]$/, "$& |") + cell(first + index));
  replaceRows(surface, first, last, lines);
  surface.select({ row: into, col: lines[into - first].length - 2 });
}

/*
 * Does what a key that deletes between two points does in a table, where that is another thing than to delete there: it
 * takes out a row without words as a whole, and goes past what parts cells and rows. Whether it was such a key.
 */
export function deleteInTable(surface, [start, end], backward) {
  const [above, below] = [start, end].map(({ row }) => countBelow(surface, row));
  if (!above && !below) return false;
  const { row } = surface.selection.focus;
  if (countBelow(surface, row) > 1 && isBare(surface.lines[row])) removeRow(surface, row);
  else if (holdsTable(surface, start, end)) surface.select(backward ? start : end);
  else return false;
  return true;
}

function removeRow(surface, row) {
  const isFirst = surface.block(row - 1).dashes;
  const [from, to] = isFirst ? [{ row, col: 0 }, { row: row + 1, col: 0 }] : [endOfLine(surface, row - 1), endOfLine(surface, row)];
  surface.edit(from, to, "");
}

const endOfLine = (surface, row) => ({ row, col: surface.lines[row].length });

// Whether what stands between two points parts cells, or rows with words.
function holdsTable(surface, start, end) {
  const line = surface.lines[start.row];
  if (start.row < end.row) return Boolean(line.trim() && surface.lines[end.row].trim());
  return surface.block(start.row).dashes || [...line.matchAll(EDGE)].some(({ index }) => start.col <= index && index < end.col);
}

// Where a text is put that is meant for a point: in the row of dashes below the headings only dashes mean anything.
export function placeFor(surface, text, point) {
  const isMisplaced = surface.block(point.row)?.dashes && countBelow(surface, point.row) > 0 && !/^[-:|\s]*$/.test(text);
  if (!isMisplaced) return point;
  const row = point.row + 1;
  return { row, col: /^\s*\|?\s?/.exec(surface.lines[row])[0].length };
}

// Lets the keys pass that row, as what it looks like: a line. Who knows its signs clicks it.
export function passDashes(surface) {
  let last = 0;
  surface.element.addEventListener("pointerdown", () => (last = NaN));
  surface.addEventListener("caret", () => {
    const { row, col } = surface.selection.focus;
    const from = last;
    last = row;
    const to = 2 * row - from;
    const isPassing = surface.isCollapsed && surface.block(row)?.dashes && Math.abs(row - from) === 1 && isRow(surface, to);
    if (!isPassing || document.activeElement !== surface.element) return;
    const end = endOfLine(surface, to);
    surface.select(same({ row, col }, endOfLine(surface, row)) ? end : { row: to, col: Math.min(col, end.col) });
  });
}
