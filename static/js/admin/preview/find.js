// Finds on a page the place that somebody works on in the form.

const BLOCKS = "main :is(h1, h2, h3, h4, p, li, dt, dd, td, th, pre, figcaption, blockquote)";
// Of the other fields, what they become; all else is above.
const FIELDS = { title: "main h1", name: "main h1", lead: "main .lead", quotation: "main .epigraph", quotation_author: "main .epigraph" };

// Letters and digits, which are the same in a text and on its page.
export const bare = (text) => text.replace(/\]\([^)\s]*\)/g, "]").replace(/[^\p{L}\p{N}]+/gu, "").toLowerCase();

// `place` is { field } or { lines, at }: the bare lines up to the one that is worked on, nearest first, and how far it
// is down the text, from 0 to 1.
export function find(document, place) {
  if (place.field) return document.querySelector(FIELDS[place.field] ?? "main");
  const blocks = [...document.querySelectorAll(BLOCKS)].map((element) => ({ element, words: bare(element.textContent) }));
  for (const line of place.lines) {
    const found = blocks.filter(({ words }) => words.includes(line));
    if (found.length) return nearest(found, blocks, place.at).element;
  }
  return null;
}

// Of those that hold the same words the shortest, and of those the one that is as far down.
function nearest(found, blocks, at) {
  const shortest = Math.min(...found.map(({ words }) => words.length));
  const distance = (block) => Math.abs(blocks.indexOf(block) / blocks.length - at);
  return found.filter(({ words }) => words.length === shortest).sort((a, b) => distance(a) - distance(b))[0];
}
