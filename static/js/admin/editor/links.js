// A link made, changed or taken away.

import { ask } from "./dialog.js";
import { pick } from "./pick.js";
import { linkAt, writeLink } from "./words.js";

// What is typed without a scheme but looks like a site elsewhere gets one.
const withScheme = (address) => (/^(?:www\.|[\w-]+(?:\.[\w-]+)+(?:\/|$))/.test(address) ? `https://${address}` : address);

/*
 * Lets the link at the cursor be changed, or makes one of what is selected.
 */
export async function editLink(surface, template, opener) {
  const found = linkAt(surface) ?? selected(surface);
  const chosen = found.address ? await change(found, template, opener) : await choose(found, template, opener);
  if (!chosen) return surface.select(surface.selection.focus, surface.selection.anchor);
  const { address, words } = chosen;
  return writeLink(surface, found.start, found.end, { ...found, address: withScheme(address), words: words || chosen.title || address });
}

function selected(surface) {
  const [start, end] = surface.range;
  const last = start.row === end.row ? end : start;
  return { start, end: last, words: surface.text.slice(start, last), address: "" };
}

async function choose(found, template, opener) {
  const picked = await pick("link", { selected: "", opener });
  if (picked === undefined) return byHand(found, template);
  return picked && { ...picked, words: found.words };
}

async function change(found, template, opener) {
  const answer = await ask(template, found, (dialog) => (dialog.querySelector("[value=remove]").hidden = false));
  if (answer?.button === "remove") return { address: "", words: found.words };
  if (answer?.button !== "choose") return answer?.values;
  const picked = await pick("link", { selected: found.address, opener });
  return picked && { ...picked, words: answer.values.words };
}

async function byHand(found, template) {
  const answer = await ask(template, found, (dialog) => (dialog.querySelector("[value=choose]").hidden = true));
  return answer?.values;
}
