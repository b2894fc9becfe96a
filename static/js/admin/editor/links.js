// A link made, changed or taken away.

import { pick } from "../picker.js";
import { ask } from "./dialog.js";
import { elementAt, trimmed } from "./words.js";

/*
 * Lets the link at the cursor be changed, in the dialog of `template`, or makes one of the words that are selected.
 */
export async function editLink(surface, template, opener) {
  const found = linkAt(surface) ?? selected(surface);
  const chosen = found.address ? await change(found, template, opener) : await choose(found, opener);
  if (!chosen) return surface.focus();
  const { address, words, title } = chosen;
  return writeLink(surface, found.start, found.end, { address, words: words || title || address, title: found.title });
}

function selected(surface) {
  const [{ row, col }, end] = surface.range;
  const [from, to] = trimmed(surface.lines[row], col, end.row === row ? end.col : col);
  const [first, last] = [from, to].map((place) => ({ row, col: place }));
  return { start: first, end: last, words: surface.text.slice(first, last), address: "" };
}

async function choose({ words }, opener) {
  const picked = await pick("link", { selected: words, opener });
  return picked && { ...picked, words };
}

async function change(found, template, opener) {
  const answer = await ask(template, found);
  if (answer?.button === "remove") return { address: "", words: found.words };
  return answer?.button === "choose" ? choose(answer.values, opener) : answer?.values;
}

// The link in which the cursor stands: where it begins and ends, its words and its address.
export function linkAt(surface) {
  const element = elementAt(surface, ".md-link");
  const [start, end] = element ? surface.caret.inside(element) : [];
  const found = element && /^\[(.*)\]\((<[^>]*>|\S*?)((?: +["'(].*)?)\)$/s.exec(surface.text.slice(start, end));
  return found ? { start, end, words: found[1], address: found[2].replace(/^<|>$/g, ""), title: found[3] } : null;
}

// Writes a link in the place of what stands between two points.
function writeLink(surface, start, end, { words, address, title = "" }) {
  const target = /[\s()]/.test(address) ? `<${address.replace(/[<>]/g, encodeURIComponent)}>` : address;
  surface.edit(start, end, address ? `[${words}](${target}${title})` : words);
}
