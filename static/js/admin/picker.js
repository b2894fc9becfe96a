// One dialog in which a link, a picture, a file or a testimonial is picked. Its words stand in the template
// `publishing/picker.html`, its results come from the site.

import { listbox } from "./listbox.js";
import { option } from "./picker-rows.js";
import { upload } from "./picker-upload.js";
import { recognise } from "./typed-address.js";

const PAUSE = 150;
const LONGEST = 80;

const fill = (sentence, values) => sentence.replace(/\{(\w+)\}/g, (_, name) => values[name]);

// What was picked, of the kind link, image, document or testimonial: a promise of null where nothing was, of
// {address, title} for a link, else of {line}. `selected` are words to search for at once; `opener` gets the keyboard
// back.
export function pick(kind, { selected = "", opener = document.activeElement } = {}) {
  const template = document.querySelector("template[data-picker]");
  const dialog = template.content.firstElementChild.cloneNode(true);
  document.body.append(dialog);
  return new Promise((resolve) => {
    let picked = null;
    dialog.addEventListener("close", () => {
      dialog.remove();
      opener?.focus();
      resolve(picked);
    });
    const begin = furnish(dialog, template.dataset, kind, (row) => {
      picked = kind === "link" ? { address: row.address, title: row.title } : { line: row.line };
      dialog.close();
    });
    dialog.showModal();
    begin(selected.trim().replace(/\s+/g, " ").slice(0, LONGEST));
  });
}

function furnish(dialog, texts, kind, take) {
  const field = dialog.querySelector("[role=combobox]");
  const list = dialog.querySelector("[role=listbox]");
  const status = dialog.querySelector("[role=status]");
  const more = dialog.querySelector("[data-more]");
  const box = listbox(field, list, (chosen) => take(chosen.row));
  const say = (sentence) => {
    status.textContent = sentence;
  };
  let request = new AbortController();
  let timer;
  let next = null;

  async function ask(page) {
    request.abort();
    request = new AbortController();
    const asked = new URLSearchParams({ q: field.value.trim().slice(0, LONGEST), page });
    const answer = await fetch(`${texts.address.replace("KIND", kind)}?${asked}`, { signal: request.signal });
    if (!answer.ok || answer.redirected) throw new Error(answer.status === 403 || answer.redirected ? "refused" : "failed");
    return answer.json();
  }

  function show({ rows, next: following }, page) {
    const made = rows.map((row) => option(kind, row, texts));
    if (page === 1) made.unshift(...typedAddress());
    box.fill(made, page > 1);
    // What Enter would pick is marked only where somebody has asked for something.
    if (page === 1 && field.value.trim()) box.mark(made[0]);
    next = following;
    more.hidden = !next;
    say(outcome());
  }

  function typedAddress() {
    const typed = kind === "link" && recognise(field.value);
    if (!typed) return [];
    const sort = texts[`text${typed.sort[0].toUpperCase()}${typed.sort.slice(1)}`];
    return [option("link", { address: typed.address, title: field.value.trim(), kind: sort }, texts)];
  }

  function outcome() {
    const count = list.children.length;
    if (count) return fill(next ? texts.textFoundMore : texts.textFound, { count });
    if (!field.value.trim()) return texts.textNoneYet;
    return kind === "link" ? texts.textNoneLink : texts.textNone;
  }

  async function search(page = 1) {
    clearTimeout(timer);
    try {
      show(await ask(page), page);
    } catch (error) {
      if (error.name !== "AbortError") say(error.message === "refused" ? texts.textRefused : texts.textFailed);
    }
  }

  async function begin(words) {
    field.value = words;
    field.focus();
    field.select();
    await search();
    // Words of the text that are no title of anything are no help.
    if (words && field.value === words && !list.children.length) {
      field.value = "";
      await search();
    }
  }

  field.addEventListener("input", () => {
    // What was marked belongs to what was typed before.
    box.mark(null);
    clearTimeout(timer);
    timer = setTimeout(search, PAUSE);
  });
  more.addEventListener("click", async () => {
    const first = list.children.length;
    field.focus();
    await search(next);
    box.mark(list.children[first]);
  });
  dialog.querySelector("[data-close]").addEventListener("click", () => dialog.close());
  dialog.addEventListener("click", (event) => event.target === dialog && dialog.close());
  dialog.querySelector("h2").textContent = texts[`text${kind[0].toUpperCase()}${kind.slice(1)}`];
  dialog.querySelector("label").textContent = kind === "link" ? texts.textSearchLink : texts.textSearch;
  if (kind === "image") upload(dialog, texts, say, (line) => take({ line }));
  list.classList.toggle("picker-grid", kind === "image");
  return begin;
}
