// How lines stand on the screen: one `div` for each, whose text content is the line itself. An insertable is a chip instead.

import { escape, inline, sign } from "./inline.js";

const ANCHOR = "\u200b";

// The class of a row. `marked` tells rows of dashes under the head of a table from its others.
const classOf = ({ kind, level, head, dashes }) =>
  `md-row md-${kind}${level ? ` md-level-${level}` : ""}${head ? " md-head" : ""}${dashes ? " md-dashes" : ""}`;

const SHOWN = {
  blank: (block) => escape(block.rest) || "<br>",
  code: (block) => sign(block.mark) + escape(block.rest) || "<br>",
  table: (block) => (block.dashes ? sign(block.rest) : cells(block.rest)),
};

const cells = (line) => line.split(/((?<!\\)\|)/).map((part, index) => (index % 2 ? sign(part) : inline(part))).join("");

// What is shown of a line. `chip` makes the HTML of an insertable; the sign before it is where the cursor stands.
function contentOf(block, chip) {
  if (block.kind === "insertable") return `<span class="md-anchor">${ANCHOR}</span>${chip(block.rest)}`;
  return SHOWN[block.kind]?.(block) ?? sign(block.mark) + inline(block.rest);
}

export const rowOf = (block, chip) => `<div class="${classOf(block)}" dir="auto">${contentOf(block, chip)}</div>`;

// Writes only what differs: a browser that is busy in a row (spelling, composition) is left alone.
export function show(row, block, chip) {
  const html = contentOf(block, chip);
  if (row.className !== classOf(block)) row.className = classOf(block);
  if (row.innerHTML !== html) row.innerHTML = html;
}

// The text of a row as it stands on the screen; what was typed into the row of a chip becomes a paragraph after it.
export function textOf(row) {
  const chip = row.querySelector?.(".md-chip");
  if (!chip) return row.textContent.replaceAll(ANCHOR, row.querySelector?.(".md-anchor") ? "" : ANCHOR);
  const typed = [...row.childNodes].filter((node) => node !== chip).map((node) => node.textContent).join("").replaceAll(ANCHOR, "");
  return chip.dataset.line + (typed && `\n\n${typed}`);
}
