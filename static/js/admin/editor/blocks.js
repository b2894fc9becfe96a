// What each line of a Markdown text is: a heading, a point of a list, a picture, …

import { isInsertable } from "./insertable.js";

const HEADING = /^( {0,3}(#{1,6})[ \t]+)(.*)$/;
const QUOTE = /^( {0,3}>[ ]?)(.*)$/;
const BULLET = /^([ \t]*[-+*][ \t]+)(.*)$/;
const NUMBER = /^([ \t]*\d{1,9}[.)][ \t]+)(.*)$/;
const FENCE = /^ {0,3}(`{3,}|~{3,})([^`]*)$/;
const RULE = /^ {0,3}(?:(?:\*[ \t]*){3,}|(?:-[ \t]*){3,}|(?:_[ \t]*){3,})$/;
const FOOTNOTE = /^(\[\^[^\]\s]{1,99}\]:[ \t]*)(.*)$/;
const ROW_OF_DASHES = /^[ \t]*\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*$/;

const isDashes = (line) => line.includes("|") && line.length < 2000 && ROW_OF_DASHES.test(line);

/*
 * The block that a line is, given the one before it and the line after it:
 * its kind, the level of a heading or the depth in a list, and the sign it begins with (`mark`) before its words (`rest`).
 * `fence` and `table` are carried from line to line.
 */
export function blockOf(line, previous, next = "") {
  if (previous?.fence) return inFence(line, previous.fence);
  if (!line.trim()) return { kind: "blank", mark: "", rest: line };
  const fence = FENCE.exec(line);
  if (fence) return { kind: "code", mark: line, rest: "", fence: fence[1] };
  if (isInsertable(line)) return { kind: "insertable", mark: "", rest: line };
  return table(line, previous, next) ?? marked(line);
}

function inFence(line, fence) {
  const closing = FENCE.exec(line);
  const closes = closing && closing[1][0] === fence[0] && closing[1].length >= fence.length && !closing[2].trim();
  return closes ? { kind: "code", mark: line, rest: "" } : { kind: "code", mark: "", rest: line, fence };
}

function table(line, previous, next) {
  if (previous?.table && line.includes("|")) return { kind: "table", mark: "", rest: line, table: true, dashes: previous.head };
  const isHead = line.includes("|") && isDashes(next);
  return isHead ? { kind: "table", mark: "", rest: line, table: true, head: true } : null;
}

function marked(line) {
  if (RULE.test(line)) return { kind: "rule", mark: line, rest: "" };
  const heading = HEADING.exec(line);
  if (heading) return { kind: "heading", level: heading[2].length, mark: heading[1], rest: heading[3] };
  for (const [kind, rule] of Object.entries({ quote: QUOTE, bullet: BULLET, number: NUMBER, footnote: FOOTNOTE })) {
    const found = rule.exec(line);
    if (found) return { kind, level: depth(found[1]), mark: found[1], rest: found[2] };
  }
  return { kind: "paragraph", mark: "", rest: line };
}

const depth = (mark) => Math.min(3, 1 + Math.floor(mark.search(/\S/) / 2));
