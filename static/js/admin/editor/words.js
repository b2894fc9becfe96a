// Words made bold or italic, or a link, and back, as one step that can be undone.

import { BEGINNING } from "./lines.js";

const WORDS = { bold: { sign: "**", tag: "strong" }, italic: { sign: "*", tag: "em" } };


export const isWordCommand = (command) => command in WORDS;

export const isWordOn = (surface, command) => Boolean(elementAt(surface, WORDS[command].tag));

// Makes the words that are selected, or the one at the cursor, bold or italic, or plain again.
export function toggleWords(surface, command) {
  const { sign, tag } = WORDS[command];
  const [start, end] = surface.range;
  const element = elementAt(surface, tag);
  if (element) return unwrap(surface, surface.caret.inside(element), sign);
  if (surface.isCollapsed && isBetween(surface, start, sign)) return unwrap(surface, [start, end], sign);
  return start.row === end.row ? wrap(surface, start, end, sign) : wrapRows(surface, start, end, sign);
}

const isBetween = (surface, { row, col }, sign) =>
  surface.lines[row].slice(0, col).endsWith(sign) && surface.lines[row].slice(col).startsWith(sign) && surface.lines[row].length === 2 * sign.length;

function wrap(surface, start, end, sign) {
  const [from, to] = surface.isCollapsed ? wordAt(surface, start) : trimmed(surface.lines[start.row], start.col, end.col);
  const words = surface.lines[start.row].slice(from, to);
  const shift = ({ col }) => ({ row: start.row, col: Math.min(Math.max(col, from), to) + sign.length });
  const { anchor, focus } = surface.selection;
  surface.edit({ row: start.row, col: from }, { row: start.row, col: to }, sign + words + sign, { selection: { anchor: shift(anchor), focus: shift(focus) } });
}

// Emphasis ends with its paragraph, so each line gets its own.
function wrapRows(surface, start, end, sign) {
  const pieces = surface.text.slice(start, end).split("\n").map((line, index) => {
    const mark = index ? BEGINNING.exec(line)[0].length : 0;
    const [from, to] = trimmed(line, mark, line.length);
    return from < to && !surface.isChip(start.row + index) ? line.slice(0, from) + sign + line.slice(from, to) + sign + line.slice(to) : line;
  });
  surface.edit(start, end, pieces.join("\n"));
}

function unwrap(surface, [start, end], sign) {
  const words = surface.text.slice(start, end);
  const from = { row: start.row, col: start.col - sign.length };
  const shift = ({ row, col }) => ({ row, col: Math.min(Math.max(col - sign.length, from.col), from.col + words.length) });
  const { anchor, focus } = surface.selection;
  surface.edit(from, { row: end.row, col: end.col + sign.length }, words, { selection: { anchor: shift(anchor), focus: shift(focus) } });
}

function trimmed(line, from, to) {
  const words = line.slice(from, to);
  return words.trim() ? [from + words.search(/\S/), to - (words.length - words.trimEnd().length)] : [from, to];
}

function wordAt(surface, { row, col }) {
  const line = surface.lines[row];
  const before = /[\p{L}\p{N}’'-]*$/u.exec(line.slice(0, col))[0].length;
  const after = /^[\p{L}\p{N}’'-]*/u.exec(line.slice(col))[0].length;
  return before && after ? [col - before, col + after] : [col, col];
}

// The element around all that is selected; a cursor between two elements stands in either.
function elementAt(surface, selector) {
  const [start, end] = surface.range;
  const [before, after] = surface.caret.elementsAt(start).map((element) => element.closest(selector));
  const found = surface.isCollapsed ? (before ?? after) : after;
  const isInside = found && (surface.isCollapsed || surface.caret.elementsAt(end)[0].closest(selector) === found);
  return isInside && surface.element.contains(found) ? found : null;
}

// The link in which the cursor stands: where it begins and ends, its words and its address.
export function linkAt(surface) {
  const element = elementAt(surface, ".md-link");
  const [start, end] = element ? surface.caret.inside(element) : [];
  const found = element && /^\[(.*)\]\((<[^>]*>|\S*?)((?: +["'(].*)?)\)$/s.exec(surface.text.slice(start, end));
  return found ? { start, end, words: found[1], address: found[2].replace(/^<|>$/g, ""), title: found[3] } : null;
}

// Writes a link in the place of what stands between two points.
export function writeLink(surface, start, end, { words, address, title = "" }) {
  const target = /[\s()]/.test(address) ? `<${address.replace(/[<>]/g, encodeURIComponent)}>` : address;
  surface.edit(start, end, address ? `[${words}](${target}${title})` : words);
}
