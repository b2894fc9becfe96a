// Lines turned into headings, lists and quotations, and back, as one step that can be undone.

// The signs with which a line begins: of a heading, a quotation or a point of a list.
export const BEGINNING = /^\s{0,3}(?:(?:#{1,6}|[-+*]|\d{1,9}[.)])[ \t]+|>[ ]?)?/;

const LINES = {
  heading2: { is: ({ kind, level }) => kind === "heading" && level === 2, mark: () => "## " },
  heading3: { is: ({ kind, level }) => kind === "heading" && level === 3, mark: () => "### " },
  list: { is: ({ kind }) => kind === "bullet", mark: () => "- " },
  numbered: { is: ({ kind }) => kind === "number", mark: (number) => `${number}. ` },
  quote: { is: ({ kind }) => kind === "quote", mark: () => "> " },
};

export const isLineCommand = (command) => command in LINES;

export const isLineOn = (surface, command) => LINES[command].is(surface.block(surface.range[0].row) ?? {});

// Turns the lines that are selected into a heading, list or quotation, or back.
export function toggleLines(surface, command) {
  const [start, end] = surface.range;
  const { is, mark } = LINES[command];
  const rows = Array.from({ length: end.row - start.row + 1 }, (_, index) => start.row + index);
  const isMeant = (row) => rows.length === 1 || surface.lines[row].trim() || command === "quote";
  const isAll = rows.filter(isMeant).every((row) => is(surface.block(row)));
  let number = 0;
  const lines = rows.map((row) => (isMeant(row) && !surface.isChip(row) ? surface.lines[row].replace(BEGINNING, isAll ? "" : mark((number += 1))) : surface.lines[row]));
  replaceRows(surface, start.row, end.row, lines);
}

// Writes whole lines anew.
export function replaceRows(surface, first, last, lines) {
  const old = surface.lines[last];
  const { anchor, focus } = surface.selection;
  const end = { row: last, col: old.length };
  // The cursor stays at its word, as far from the end of its line as it was.
  const kept = ({ row, col }) => ({ row, col: Math.max(0, lines[row - first].length - surface.lines[row].length + col) });
  surface.edit({ row: first, col: 0 }, end, lines.join("\n"), { selection: { anchor: kept(anchor), focus: kept(focus) } });
}
