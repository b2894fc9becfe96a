// Words made bold or italic, and back, as one step that can be undone.

import { BEGINNING } from "./lines.js";

const WORDS = { bold: { sign: "**", tag: "strong" }, italic: { sign: "*", tag: "em" } };

export const isWordCommand = (command) => command in WORDS;

export const isWordOn = (surface, command) => {
  const { sign, tag } = WORDS[command];
  return surface.isCollapsed ? isTypedSo(surface, sign, tag) : Boolean(elementAt(surface, tag));
};

// Makes the words that are selected, or the one at the cursor, bold or italic, or plain again. At the end of such words
// it is what is typed next that changes.
export function toggleWords(surface, command) {
  const { sign, tag } = WORDS[command];
  const [start, end] = surface.range;
  if (surface.isCollapsed && passSign(surface, start, sign, tag)) return undefined;
  const element = elementAt(surface, tag);
  if (element) return unwrap(surface, surface.caret.inside(element), sign);
  if (surface.isCollapsed && signsBetween(surface, start) & sign.length) return unwrap(surface, [start, end], sign);
  return start.row === end.row ? wrap(surface, start, end, sign) : wrapRows(surface, start, end, sign);
}

/*
 * The number of stars that close, or hold nothing yet, tells what they mean: one is italic, two bold, three both. So as a
 * number of two bits it says of each whether it is meant.
 */

// How many stars stand at either side of a cursor, where they are as many and hold nothing yet.
function signsBetween(surface, point) {
  const [before, after] = starsAround(surface, point);
  return before === after && before <= 3 ? before : 0;
}

function starsAround(surface, { row, col }) {
  const line = surface.lines[row];
  return [/\**$/.exec(line.slice(0, col))[0].length, /^\**/.exec(line.slice(col))[0].length];
}

// How many of the stars that end words within `tag` are before the cursor; null where it is not among such stars.
function signsPassed(surface, point, tag) {
  const [passed, left] = starsAround(surface, point);
  const { row, col } = { ...point, col: point.col - passed };
  const element = surface.caret.elementsAt({ row, col })[0].closest(tag);
  if (!element || passed > 3) return null;
  const end = surface.caret.inside(element)[1].col;
  return end >= col && end < point.col + left ? passed : null;
}

function isTypedSo(surface, sign, tag) {
  const [point] = surface.range;
  const passed = signsPassed(surface, point, tag);
  if (passed !== null) return !(passed & sign.length);
  return Boolean(elementAt(surface, tag)) || Boolean(signsBetween(surface, point) & sign.length);
}

// Goes out of the words that end at the cursor, or into them again; whether there are any.
function passSign(surface, point, sign, tag) {
  if (leaveSpace(surface, point, sign)) return true;
  const passed = signsPassed(surface, point, tag);
  if (passed === null) return false;
  const step = passed & sign.length ? -sign.length : sign.length;
  surface.select({ row: point.row, col: point.col + step });
  return true;
}

// A space before the closing sign would make it close nothing: it goes behind it.
function leaveSpace(surface, { row, col }, sign) {
  const line = surface.lines[row];
  const space = /\s*$/.exec(line.slice(0, col))[0];
  const isOpen = line.slice(0, col).includes(sign) && line.slice(col).startsWith(sign);
  if (!space || !isOpen || surface.caret.elementsAt({ row, col })[1].closest(".md-sign")) return false;
  surface.edit({ row, col: col - space.length }, { row, col: col + sign.length }, sign + space);
  return true;
}

function wrap(surface, start, end, sign) {
  const [from, to] = surface.isCollapsed ? wordAt(surface, start) : trimmed(surface.lines[start.row], start.col, end.col);
  const words = surface.lines[start.row].slice(from, to);
  if (!surface.isCollapsed && !words) return;
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

// Where the words between two places of a line begin and end, without the space around them.
export function trimmed(line, from, to) {
  const words = line.slice(from, to);
  const start = words.search(/\S/);
  return start < 0 ? [to, to] : [from + start, from + words.trimEnd().length];
}

function wordAt(surface, { row, col }) {
  const line = surface.lines[row];
  const before = /[\p{L}\p{N}’'-]*$/u.exec(line.slice(0, col))[0].length;
  const after = /^[\p{L}\p{N}’'-]*/u.exec(line.slice(col))[0].length;
  return before && after ? [col - before, col + after] : [col, col];
}

// The element around all that is selected; a cursor between two elements stands in either.
export function elementAt(surface, selector) {
  const [start, end] = surface.range;
  const [before, after] = surface.caret.elementsAt(start).map((element) => element.closest(selector));
  const found = surface.isCollapsed ? (before ?? after) : after;
  const isInside = found && (surface.isCollapsed || surface.caret.elementsAt(end)[0].closest(selector) === found);
  return isInside && surface.element.contains(found) ? found : null;
}
