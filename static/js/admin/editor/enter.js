// What the Enter key does: a new paragraph, the next point of a list, the next row of a table.

import { seam } from "./seam.js";
import { addRow } from "./tables.js";
import { same } from "./text.js";

const WORDS = ["paragraph", "heading", "footnote"];
const MARK_ALONE = /^\s*(?:[-+*]|\d{1,9}[.)]|>)?\s*$/;

// Where the last Enter has begun a paragraph.
const madeBy = new WeakMap();

export function enter(surface) {
  const [start, end] = surface.range;
  const { kind, mark } = surface.block(start.row);
  const line = surface.lines[start.row];
  const isContinued = ["bullet", "number", "quote"].includes(kind) && start.col >= mark.length;
  if (isContinued && same(start, end) && MARK_ALONE.test(line)) leave(surface, start.row, kind);
  else if (isContinued) part(surface, kind === "quote" ? `\n${mark.trimEnd()}\n${mark}` : `\n${next(mark)}`);
  else if (kind === "table" && start.row === end.row) addRow(surface, start.row);
  else parted(surface, start, end);
}

// A new line in the same paragraph.
export function breakLine(surface) {
  const { kind } = surface.block(surface.range[0].row);
  if (kind === "table") enter(surface);
  else part(surface, kind === "paragraph" ? "\\\n" : "\n");
}

function part(surface, piece, { start, end, closing, opening } = seam(surface, ...surface.range)) {
  surface.edit(start, end, closing + piece + opening);
}

const next = (mark) => mark.replace(/\d+/, (number) => Number(number) + 1);

// A point without words ends its list; in a quotation the empty line before it goes too.
function leave(surface, row, kind) {
  const first = kind === "quote" && row > 0 && MARK_ALONE.test(surface.lines[row - 1]) ? row - 1 : row;
  const apart = first > 0 && surface.lines[first - 1].trim() ? "\n" : "";
  surface.edit({ row: first, col: 0 }, { row, col: surface.lines[row].length }, apart);
}

/*
 * In Markdown an empty line parts paragraphs, which one Enter makes. Who presses it twice, as one does who knows
 * Markdown, gets that same empty line.
 */
function parted(surface, start, end) {
  const { kind, rest } = surface.block(start.row);
  const made = madeBy.get(surface);
  madeBy.delete(surface);
  if (kind === "blank" && made && same(made, start) && !rest && same(start, end)) return;
  const place = seam(surface, start, end);
  const isWords = WORDS.includes(kind) && place.start.col > 0;
  part(surface, isWords ? "\n\n" : "\n", place);
  if (isWords) madeBy.set(surface, surface.range[0]);
}
